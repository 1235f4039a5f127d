"""The running order travels in a link and in a file, and nothing else is taken for one."""

import base64
import json
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzero.analysis.running_order import LONGEST, Entry, RunningOrderError
from netzero.analysis.scope import Scope
from netzero.exports.order_text import from_file, pack, to_file, unpack
from tests.builders import real_plan

ORDER = (
    Entry("standing"),
    Entry("leads", pinned=Scope(theme=("Transport",), q="bus & rail")),
    Entry("coming", left_out=True),
    Entry("load", pinned=Scope(position=("in delivery", "ended")), left_out=True),
)
OWN = (
    Entry("words", words="We ask for\nmore than one line", note="Pause here."),
    Entry(
        "load", pinned=Scope(), month="2027-05", choices=(("grain", "month"), ("ongoing", False))
    ),
    Entry("together", choices=(("within", 3),), left_out=True),
)
DAMAGED = "The running order in the link is damaged."


def packed(content):
    """Return any bytes as a link would hold them."""
    return base64.urlsafe_b64encode(zlib.compress(content, 9)).decode().rstrip("=")


def refusal_of(read, given):
    with pytest.raises(RunningOrderError) as refused:
        read(given)
    return str(refused.value)


def test_an_order_comes_back_from_a_link():
    assert unpack(pack(ORDER)) == ORDER


def test_an_order_comes_back_from_a_file():
    assert from_file(to_file(ORDER, as_at="2026-11")) == ORDER


def test_what_a_slide_has_of_its_own_comes_back():
    assert unpack(pack(OWN)) == OWN
    assert from_file(to_file(OWN, as_at="2026-11")) == OWN


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        ({"month": "2026-13"}, "Slide 1 of the running order is as at no month."),
        ({"month": 5}, "Slide 1 of the running order holds what is unknown here."),
        ({"colour": "red"}, "Slide 1 of the running order holds what is unknown here."),
        ({"choices": ["grain"]}, "Slide 1 of the running order has choices unknown here."),
        ({"choices": {"grain": None}}, "Slide 1 of the running order has choices unknown here."),
        ({"choices": {"question": "x"}}, "Slide 1 of the running order has choices unknown here."),
        ({"note": "x" * 801}, "Slide 1 says more than 800 characters."),
        ({"words": "\ud800"}, "Slide 1 of the running order has half a character."),
    ],
)
def test_what_a_slide_cannot_have_is_refused_in_a_sentence(own, sentence):
    rows = [["load", None, own]]
    assert refusal_of(unpack, packed(json.dumps(rows).encode())) == sentence


def test_a_slide_pinned_to_the_whole_plan_is_not_one_that_follows_the_page():
    order = (Entry("leads", pinned=Scope()), Entry("leads"))
    assert unpack(pack(order)) == order


def test_brackets_in_the_words_that_were_searched_are_no_nesting():
    order = (Entry("leads", pinned=Scope(q='[[[[[[[[[[{"\\')),)
    assert unpack(pack(order)) == order


def test_a_link_of_twelve_pinned_slides_stays_under_2000_characters():
    plan = real_plan()
    longest = max(set(plan.partnerships["partner"]), key=len)
    leads = plan.assignments["lead"].drop_duplicates().tolist()
    order = tuple(
        Entry(
            "timeline",
            pinned=Scope(
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
    "text",
    [
        "rubbish",
        "",
        "====",
        "AAAA",
        "é",
        "\ud800",
        "a" * 3000,
        pack(ORDER)[:-8],
        pack(ORDER)[:8] + "!" + pack(ORDER)[8:],
        packed(b"\xff"),
        packed(b"[" * 100_000),
        packed(b'[["leads"]' + b" " * 10_000_000),
        packed(b'{"a":' * 5000),
    ],
)
def test_a_damaged_link_is_refused_with_a_sentence(text):
    assert refusal_of(unpack, text) == DAMAGED


def test_a_link_longer_than_any_order_is_not_decoded():
    assert (
        refusal_of(unpack, "A" * 20_001) == "The running order in the link is too long to be one."
    )


def of_slides(*slides):
    return json.dumps(slides).encode()


@pytest.mark.parametrize(
    ("slides", "sentence"),
    [
        ([], "The running order holds no slides."),
        ([["leads"]] * (LONGEST + 1), "The running order holds more than 30 slides."),
        ([["dance"]], "Slide 1 of the running order is of no kind known here."),
        ([["leads"], ["next"]], "Slide 2 of the running order is of no kind known here."),
        ([["leads"], 5], "Slide 2 of the running order is of no kind known here."),
        ([[["leads"]]], "Slide 1 of the running order is of no kind known here."),
        ([[]], "Slide 1 of the running order is of no kind known here."),
        (
            [["leads", "words"]],
            "Slide 1 of the running order holds more than a kind and filters.",
        ),
        (
            [["leads", {"colour": ["red"]}]],
            "Slide 1 of the running order has filters unknown here.",
        ),
        ([["leads", {"team": 5}]], "Slide 1 of the running order has filters unknown here."),
        ([["leads", {"team": [5]}]], "Slide 1 of the running order has filters unknown here."),
        ([["leads", {"q": ["a"]}]], "Slide 1 of the running order has filters unknown here."),
        (
            [["leads", {"q": "a\ud800"}]],
            "Slide 1 of the running order has a filter with half a character.",
        ),
        (
            [["leads", {"team": ["\udfff"]}]],
            "Slide 1 of the running order has a filter with half a character.",
        ),
        (
            [["leads", {"q": "x" * 201}]],
            "Slide 1 of the running order searches for more than 200 characters.",
        ),
        (
            [["leads", {"position": ["window ended"]}]],
            "Slide 1 asks for a position that is not one of in delivery, ongoing, not started, "
            "ended or dates not given.",
        ),
    ],
)
def test_slides_that_cannot_be_made_are_refused_in_a_link_and_in_a_file(slides, sentence):
    assert refusal_of(unpack, packed(of_slides(*slides))) == sentence
    assert refusal_of(from_file, saved(slides=slides)) == sentence


def saved(**changes):
    content = json.loads(to_file(ORDER, as_at="2026-11")) | changes
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is damaged or is not a running order."),
        (b"\xff\xfe{}", "The file is damaged or is not a running order."),
        (b"[" * 100_000, "The file is damaged or is not a running order."),
        (b'{"a":' * 9 + b"1" + b"}" * 9, "The file is damaged or is not a running order."),
        (b"[1]", "The file does not hold a running order of this dashboard."),
        (saved(format="other"), "The file does not hold a running order of this dashboard."),
        (saved(version=0), "The file is not of version 1, which is read here."),
        (saved(version=["x"]), "The file is not of version 1, which is read here."),
        (saved(slides="leads"), "The running order holds no slides."),
        (b" " * 100_001, "The file is larger than 100,000 bytes: not a running order."),
    ],
)
def test_another_file_is_refused_with_a_sentence(content, sentence):
    assert refusal_of(from_file, content) == sentence


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=20))
def test_whatever_json_holds_is_an_order_or_is_refused_with_a_sentence(found):
    assert re.fullmatch(r"\(Entry.*|[A-Z].*\.", _outcome(unpack, packed(of_slides(found))))
    assert re.fullmatch(r"\(Entry.*|[A-Z].*\.", _outcome(from_file, saved(slides=found)))


def _outcome(read, given_text):
    try:
        return str(read(given_text))
    except RunningOrderError as refused:
        return str(refused)
