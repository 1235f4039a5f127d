"""The briefing: its running order in the address and the session, the editor, and the room."""

import pytest

from netzero.analysis.running_order import Entry
from netzero.analysis.scope import Scope
from netzero.exports.order_text import pack
from tests.pages.screens import headings, items, missing, open_page, pick_item

TRANSPORT = Scope(theme=("Transport",))
NOBODY = Scope(q="nothing holds this")


def room(**query):
    return open_page("briefing", present="1", **query)


def test_nothing_in_scope_is_nothing_to_present():
    app = open_page("briefing", q="no such words anywhere")
    assert not app.exception
    assert headings(app) == ["Nothing to present"]
    assert [each.disabled for each in app.button if each.label == "Present"] == [True]
    assert "PowerPoint" not in [each.proto.popover.label for each in app.get("popover")]


def test_slides_with_nothing_are_neither_counted_nor_shown():
    order = (
        Entry("standing", pinned=NOBODY),
        Entry("leads", pinned=TRANSPORT),
        Entry("partners", left_out=True),
        Entry("load"),
    )
    app = open_page("briefing", slides=pack(order))
    said = ("2 slides to present", "Not presented: no action in its scope", "Left out")
    assert missing(app, *said, "Pinned: Transport") == []
    app = room(slides=pack(order))
    assert headings(app) == ["Transport Strategy and Policy leads 6 of 7 live actions"]
    assert missing(app, "1 of 2", "Transport, as at Nov 2026") == []


@pytest.mark.parametrize("slides", ["rubbish", "eJw", "x" * 30_000, "%00", "eJyLjgUAARUAuQ"])
def test_a_damaged_order_is_named_and_never_enters_the_session(slides):
    app = open_page("briefing", slides=slides)
    assert not app.exception
    assert missing(app, "The proposed order is shown instead.", "6 slides to present") == []
    assert "_running_order" not in app.session_state
    assert missing(room(slides=slides), "The proposed order is shown instead.") == []


def test_the_order_is_changed_kept_in_the_address_and_given_back():
    app = open_page("briefing", theme="Transport")
    pick_item(app, "order", "2", "Pin filters")
    pick_item(app, "order", "0", "Leave out")
    assert headings(app)[0] == "5 slides to present"
    app.button(key="clear").click().run()
    assert missing(app, "Who carries it. Pinned: Transport") == []
    next(each for each in app.button if each.label == "Propose the order again").click().run()
    assert headings(app)[0] == "6 slides to present"
    assert "slides" not in app.query_params


def test_an_order_comes_back_from_another_page():
    app = open_page("briefing")
    pick_item(app, "order", "0", "Down")
    app.query_params.clear()
    app.switch_page("pages/overview.py").run()
    app.switch_page("pages/briefing.py").run()
    first = items(app, "order")[0]
    assert (first["strong"], first["words"]) == (
        "1.",
        "5 actions end next, in March 2027; 13 have ended",
    )
    assert "slides" in app.query_params


def test_the_keys_move_and_leave():
    app = room()
    assert missing(app, "1 of 6", "Whole plan, as at Nov 2026") == []
    app.button(key="room-Right").click().run()
    assert headings(app) == ["5 actions end next, in March 2027; 13 have ended"]
    app.button(key="room-End").click().run()
    assert missing(app, "6 of 6") == []
    app.button(key="room-3").click().run()
    app.button(key="room-Enter").click().run()
    assert missing(app, "3 of 6", "Carbon Reduction Team leads 11 of 34 live actions") == []
    app.button(key="room-Esc").click().run()
    assert headings(app)[0] == "6 slides to present"


def test_a_question_from_the_floor_is_found_and_left_again():
    app = room(slide="3")
    app.button(key="room-S").click().run()
    app.text_input(key="room-query").set_value("charge points").run()
    app.button(key="room-found-T7").click().run()
    assert headings(app)[0].startswith("T7 ")
    assert missing(app, "Special Projects; Transport Projects and Programmes") == []
    app.button(key="room-Esc").click().run()
    assert headings(app) == ["Carbon Reduction Team leads 11 of 34 live actions"]


def test_an_unknown_action_is_named_in_the_room():
    app = room(action="T99")
    assert missing(app, "This plan has no action “T99”.", "1 of 6") == []


def test_the_speaker_sees_notes_and_what_comes_next():
    app = room(slide="2", speaker="1")
    next_one = "Next: Carbon Reduction Team leads 11 of 34 live actions"
    assert missing(app, "March 2027: ", next_one) == []


@pytest.mark.parametrize("slide", ["0", "99", "two", "٣"])
def test_a_place_that_does_not_exist_is_the_nearest(slide):
    app = room(slide=slide)
    assert not app.exception
    assert missing(app, "6 of 6" if slide == "99" else "1 of 6") == []


def test_presenting_can_be_asked_of_any_page():
    app = open_page("timeline", present="1", team="Growth Service")
    assert missing(app, "1 of 6", "Growth Service, as at Nov 2026") == []
