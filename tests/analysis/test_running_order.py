"""The running order: slides are moved, duplicated, changed and left out."""

from netzero.analysis.running_order import (
    LONGEST,
    Entry,
    changed,
    duplicated,
    proposed,
)
from netzero.analysis.scope import Scope

ORDER = (
    Entry("standing"),
    Entry("leads", pinned=Scope(theme=("Transport",), q="bus & rail")),
    Entry("coming", left_out=True),
)


def test_a_slide_is_duplicated_with_its_scope():
    assert duplicated(ORDER, 1) == (ORDER[0], ORDER[1], ORDER[1], ORDER[2])


def test_no_order_grows_past_its_longest():
    assert len(duplicated((Entry("leads"),) * LONGEST, 0)) == LONGEST


def test_a_slide_is_left_out_and_put_back():
    out = changed(ORDER, 0, left_out=True)
    assert (out[0].left_out, changed(out, 0, left_out=False)) == (True, ORDER)


def test_the_proposed_order_has_the_six_messages():
    assert [entry.kind for entry in proposed()] == [
        "standing", "ending", "leads", "partners", "starting", "then-and-now", "words",
    ]  # fmt: skip
