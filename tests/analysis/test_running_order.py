"""The running order travels in a link and in a file, and nothing else is taken for one."""

import json

import pytest

from netzero.analysis.running_order import (
    LONGEST,
    Entry,
    RunningOrderError,
    changed,
    duplicated,
    from_file,
    moved,
    pack,
    proposed,
    to_file,
    unpack,
)
from netzero.analysis.selection import Filters
from tests.builders import real_plan

ORDER = (
    Entry("standing"),
    Entry("leads", pinned=Filters(theme=("Transport",), q="bus & rail")),
    Entry("next", left_out=True),
)


def test_an_order_comes_back_from_a_link():
    assert unpack(pack(ORDER)) == ORDER


def test_an_order_comes_back_from_a_file():
    assert from_file(to_file(ORDER, as_at="2026-11")) == ORDER


def test_a_slide_pinned_to_no_filter_is_not_one_that_follows_the_page():
    order = (Entry("leads", pinned=Filters()), Entry("leads"))
    assert unpack(pack(order)) == order


def test_a_link_of_twelve_pinned_slides_stays_under_2000_characters():
    plan = real_plan()
    longest = max(set(plan.partnerships["partner"]), key=len)
    leads = plan.assignments["lead"].drop_duplicates().tolist()
    order = tuple(
        Entry(
            "timeline",
            pinned=Filters(
                plan=(plan.actions["plan"].iloc[-1],),
                theme=(plan.actions["theme"].iloc[20 + number],),
                team=(leads[number], leads[number + 1]),
                partner=(longest, plan.partnerships["partner"].iloc[number * 9]),
                position=("in delivery", "not started"),
                q=f"words of slide {number}",
            ),
        )
        for number in range(12)
    )
    assert len(pack(order)) < 1600
    assert unpack(pack(order)) == order


@pytest.mark.parametrize(
    ("place", "by", "kinds"),
    [
        (0, 1, ["leads", "standing", "next"]),
        (2, -1, ["standing", "next", "leads"]),
        (0, -1, ["standing", "leads", "next"]),
        (2, 1, ["standing", "leads", "next"]),
    ],
)
def test_a_slide_moves_and_stays_at_an_end(place, by, kinds):
    assert [entry.kind for entry in moved(ORDER, place, by)] == kinds


def test_a_slide_is_duplicated_with_its_filters():
    assert duplicated(ORDER, 1) == (ORDER[0], ORDER[1], ORDER[1], ORDER[2])


def test_no_order_grows_past_its_longest():
    assert len(duplicated((Entry("leads"),) * LONGEST, 0)) == LONGEST


def test_a_slide_is_left_out_and_put_back():
    out = changed(ORDER, 0, left_out=True)
    assert (out[0].left_out, changed(out, 0, left_out=False)) == (True, ORDER)


@pytest.mark.parametrize("text", ["rubbish", "", "====", "AAAA", pack(ORDER)[:-8], "é", "a" * 3000])
def test_a_damaged_link_is_refused_with_a_sentence(text):
    with pytest.raises(RunningOrderError, match=r"^The running order"):
        unpack(text)


def saved(**changes):
    content = json.loads(to_file(ORDER, as_at="2026-11")) | changes
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is damaged or is not a running order."),
        (b"\xff\xfe{}", "The file is damaged or is not a running order."),
        (b"[1]", "The file does not hold a running order of this dashboard."),
        (saved(format="other"), "The file does not hold a running order of this dashboard."),
        (saved(version=0), "The file is of version 0; this dashboard reads 1."),
        (saved(slides=[]), "The running order holds no slides."),
        (saved(slides=[["dance"]]), "Slide 1 of the running order is of no kind known here."),
        (saved(slides=[["next"], 5]), "Slide 2 of the running order is of no kind known here."),
        (saved(slides=[[["next"]]]), "Slide 1 of the running order is of no kind known here."),
        (
            saved(slides=[["next", {"colour": ["red"]}]]),
            "Slide 1 of the running order has filters unknown here.",
        ),
        (
            saved(slides=[["next", {"team": 5}]]),
            "Slide 1 of the running order has filters unknown here.",
        ),
        (
            saved(slides=[["next"]] * (LONGEST + 1)),
            "The running order holds more than 30 slides.",
        ),
        (b" " * 100_001, "The file is larger than 100,000 bytes: not a running order."),
    ],
)
def test_another_file_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(RunningOrderError) as refused:
        from_file(content)
    assert str(refused.value) == sentence


def test_the_proposed_order_has_the_six_messages():
    assert [entry.kind for entry in proposed()] == [
        "standing", "timeline", "leads", "together", "partners", "next",
    ]  # fmt: skip
