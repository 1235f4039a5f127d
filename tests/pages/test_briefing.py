"""The briefing: its running order in the address and the session, the editor, and the room."""

import html
import json
import re
from random import Random

import pytest

from netzero.analysis.briefing import slide
from netzero.analysis.running_order import Entry
from netzero.analysis.scope import Scope
from netzero.exports.order_text import pack, unpack
from tests.at import published
from tests.pages.screens import PAGES, headings, missing, open_page, pick_in, sent_to, words

TRANSPORT = Scope(theme=("Transport",))
NOBODY = Scope(q="nothing holds this")


def room(**query):
    return open_page("briefing", present="1", **query)


def slides_in(app):
    """Return what the running order says of each slide."""
    return sent_to(app, "order")["slides"]


def order_of(app):
    return unpack(app.query_params["slides"])


def step(app, place, what, words=""):
    """Do something with a slide of the order that is shown, as the list says it."""
    shown = sent_to(app, "order")
    done = [what, int(place)]
    if what == "to":
        places = list(range(len(shown["slides"])))
        places.insert(int(words), places.pop(int(place)))
        done = ["arrange", places]
    elif words:
        done.append(words)
    return pick_in(app, "order", shown["order"], json.dumps([done]))


def key(app, *what):
    """Have the presenter's component ask for something."""
    return pick_in(app, "room-bar", *what)


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
        Entry("words"),
    )
    app = open_page("briefing", slides=pack(order))
    assert missing(app, "2 slides to present") == []
    assert [slide["own"] for slide in slides_in(app)] == [
        "Not presented: no action in its scope",
        "Kept",
        "Left out",
        "",
        "Not presented: no words yet",
    ]
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
    step(app, "2", "pin")
    step(app, "0", "out")
    assert headings(app)[0] == "5 slides to present"
    app.button(key="clear").click().run()
    assert slides_in(app)[2]["about"] == "Who carries it. Transport, as at Nov 2026"
    assert (slides_in(app)[2]["own"], slides_in(app)[1]["own"]) == ("Kept", "")
    next(each for each in app.button if each.label == "Propose the order again").click().run()
    assert headings(app)[0] == "6 slides to present"
    assert "slides" not in app.query_params


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        ([("0", "to", "2")], "ending leads standing partners starting then-and-now words"),
        ([("6", "to", "0")], "words standing ending leads partners starting then-and-now"),
        ([("1", "remove")], "standing leads partners starting then-and-now words"),
        (
            [("0", "duplicate"), ("0", "remove"), ("5", "remove")],
            "standing ending leads partners starting words",
        ),
    ],
)
def test_slides_are_moved_doubled_and_taken_out(steps, kinds):
    app = open_page("briefing")
    for each in steps:
        step(app, *each)
    assert " ".join(entry.kind for entry in order_of(app)) == kinds


def test_a_second_press_before_the_first_was_answered_is_not_taken():
    app = open_page("briefing")
    gone = sent_to(app, "order")["order"]
    step(app, "0", "remove")
    pick_in(app, "order", gone, json.dumps([["remove", 0]]))
    assert [entry.kind for entry in order_of(app)][:1] == ["ending"]
    assert headings(app)[0] == "5 slides to present"


def test_what_is_pressed_before_the_address_has_followed_does_not_undo_a_change():
    app = open_page("briefing")
    step(app, "0", "remove")
    first = app.query_params["slides"]
    step(app, "0", "remove")
    after = app.query_params["slides"]
    app.query_params["slides"] = first  # the browser has not heard of the second yet
    app.run()
    assert app.query_params["slides"] == after
    app.run()
    app.query_params["slides"] = first  # now it has, and the reader goes back
    app.run()
    assert app.query_params["slides"] == first
    assert headings(app)[0] == "5 slides to present"


def test_what_is_done_in_one_go_is_all_done_in_the_places_that_were_shown():
    app = open_page("briefing")
    done = [["note", 0, "Pause."], ["arrange", [1, 0, 2, 3, 4, 5, 6]], ["duplicate", 0]]
    pick_in(app, "order", sent_to(app, "order")["order"], json.dumps(done))
    found = [(entry.kind, entry.note) for entry in order_of(app)][:4]
    assert found == [("ending", ""), ("standing", "Pause."), ("standing", "Pause."), ("leads", "")]


def test_an_order_that_no_link_can_hold_is_refused_and_the_one_before_stays():
    random = Random(1)
    texts = ["".join(chr(random.randrange(0x4E00, 0x9FFF)) for _ in range(700)) for _ in range(10)]
    app = open_page("briefing", slides=pack([Entry("words", words=text) for text in texts[:9]]))
    assert headings(app)[0] == "9 slides to present"
    step(app, 0, "note", texts[9])
    assert "The last change is left out: with it the order is too long for a link." in words(app)
    assert order_of(app)[0].note == ""
    step(app, 0, "remove")
    step(app, 0, "note", "²")
    assert order_of(app)[0].note == "²"


def test_own_words_and_a_note_are_kept_in_the_order_and_shown_as_they_are():
    app = open_page("briefing")
    written = "We ask for <b>two</b> things\n\nName who reports\nMeet in May"
    step(app, "6", "words", written)
    step(app, "0", "note", "Thank the teams first.")
    assert headings(app)[0] == "7 slides to present"
    link = app.query_params["slides"]
    shown = room(slides=link, slide="7")
    assert headings(shown) == ["We ask for &lt;b&gt;two&lt;/b&gt; things"]
    said = ("Name who reports", "Meet in May", "In the presenter&#x27;s own words")
    assert missing(shown, *said) == []
    assert missing(room(slides=link, speaker="1"), "Thank the teams first.") == []


def test_what_changed_is_told_since_the_month_of_the_page_unless_a_slide_keeps_its_own():
    app = open_page("briefing", since="2026-03")
    found = [slide["finding"] for slide in slides_in(app)]
    assert found[5] == "2 actions started and 11 ended since March 2026"
    kept = pack((Entry("then-and-now", Scope(), month="2026-11"), Entry("since")))
    shown = slides_in(open_page("briefing", since="2026-03", slides=kept))
    assert [slide["finding"][-10:] for slide in shown] == ["e May 2026", "March 2026"]
    unknown = slides_in(open_page("briefing", since="soon"))[5]["finding"]
    assert unknown == "1 action started and none ended since May 2026"


def test_an_order_comes_back_from_another_page():
    app = open_page("briefing")
    step(app, "0", "to", "1")
    app.query_params.clear()
    app.switch_page("pages/overview.py").run()
    app.switch_page("pages/briefing.py").run()
    assert slides_in(app)[0]["finding"] == "7 actions end by October 2027"
    assert "slides" in app.query_params


def test_an_exhibit_of_a_page_becomes_a_slide_with_its_scope_its_month_and_what_was_chosen():
    asked = {"period": "month", "from": "2027-28"}
    app = open_page("workload", theme="Transport", as_at="2027-05", **asked)
    button, *_ = re.findall(r'class="nz-pin" data-way="([^"]*)"', bodies(app))
    pick_in(app, "masthead", *json.loads(html.unescape(button)))
    said = "Added to the briefing as slide 7: Live work by team and period."
    assert said in words(app)
    app.query_params.clear()
    app.switch_page("pages/briefing.py").run()
    assert [entry.kind for entry in order_of(app)][-2:] == ["load", "words"]
    entry = order_of(app)[6]
    assert (entry.pinned, entry.month) == (TRANSPORT, "2027-05")
    assert dict(entry.choices) == {"grain": "month", "first_year": "2027-28", "ongoing": True}
    about = slides_in(app)[6]["about"]
    assert about == "Live work by team and period. Transport, as at May 2027"


@pytest.mark.parametrize("name", PAGES[:7])
def test_every_exhibit_of_a_page_can_be_added_and_looks_there_as_it_does_here(name):
    app = open_page(name)
    for way in re.findall(r'data-way="([^"]*)" aria-label="Add to', bodies(app)):
        what, packed = json.loads(html.unescape(way))
        assert what == "pin"
        [slide] = slides_in(open_page("briefing", slides=packed))
        # A slide may leave a clause of a long message to the line beneath it.
        said = html.unescape(words(app))
        assert slide["finding"] in said or set(slide["finding"].split()) <= set(said.split())
    assert bodies(app).count('class="nz-finding"') == bodies(app).count('class="nz-pin"')


def test_the_keys_move_and_leave():
    app = room()
    assert missing(app, "1 of 6", "Whole plan, as at Nov 2026") == []
    key(app, "go", "2")
    assert headings(app) == ["7 actions end by October 2027"]
    key(app, "go", "99")
    assert missing(app, "6 of 6") == []
    key(app, "leave")
    assert headings(app)[0] == "6 slides to present"


def test_a_question_from_the_floor_is_found_and_left_again():
    app = room(slide="3")
    key(app, "find", "")
    assert sent_to(app, "room-bar")["found"] == []
    key(app, "find", "charge points")
    sent = sent_to(app, "room-bar")
    assert (sent["query"], [each for each, _ in sent["found"]][:1]) == ("charge points", ["T7"])
    key(app, "open", "T6")
    assert headings(app)[0].startswith("T6 ")
    key(app, "find", "no such words")
    assert sent_to(app, "room-bar")["more"] == "No action holds these words."
    key(app, "action", "T7")
    assert headings(app)[0].startswith("T7 ")
    assert missing(app, "Special Projects; Transport Projects and Programmes") == []
    key(app, "back")
    assert headings(app) == ["Carbon Reduction Team leads 11 of 34 live actions"]


def test_an_unknown_action_is_named_in_the_room():
    app = room(action="T99")
    assert missing(app, "This plan has no action “T99”.", "1 of 6") == []


def test_the_speaker_sees_notes_and_what_comes_next():
    app = room(slide="2", speaker="1")
    assert missing(app, "March 2027: ", "Then: District councils: 14 live actions") == []
    small = sent_to(app, "small-slides")["slides"]
    assert [(each["caption"], each["finding"]) for each in small] == [
        ("In the room now", "7 actions end by October 2027"),
        ("Next", "Carbon Reduction Team leads 11 of 34 live actions"),
    ]
    assert small[1]["drawing"].startswith("<svg")
    assert small[0]["drawing"].startswith('<ul class="nz-small-rows"><li>LCC.1 ')


@pytest.mark.parametrize("slide", ["0", "99", "two", "٣"])
def test_a_place_that_does_not_exist_is_the_nearest(slide):
    app = room(slide=slide)
    assert not app.exception
    assert missing(app, "6 of 6" if slide == "99" else "1 of 6") == []


def test_presenting_can_be_asked_of_any_page():
    app = open_page("timeline", present="1", team="Growth Service")
    assert missing(app, "1 of 6", "Growth Service, as at Nov 2026") == []


def bodies(app):
    return " ".join(each.proto.body for each in app.get("html"))


def test_a_row_of_a_slide_has_nothing_beside_it_where_no_action_is_behind_it():
    order = pack((Entry("two-periods", Scope(theme=("Transport",))),))
    said = words(room(slides=order))
    assert "Transport Strategy and Policy: 6 live in 2026-27, 5 in 2027-28" in said
    assert "Lead to be confirmed" not in said


@pytest.mark.parametrize(("kind", "as_at"), [("coming", "2025-04"), ("together", "2026-11")])
def test_rows_that_a_screen_cannot_hold_are_counted(kind, as_at):
    app = room(slides=pack((Entry(kind),)), as_at=as_at)
    shown = bodies(app).count("<small>")
    [more] = re.findall(r"(\d+) more</p>", bodies(app)) or ["0"]
    assert 0 < shown <= 9
    assert shown + int(more) == len(slide(kind, published(as_at)).table)
