"""Changes: another edition, an earlier month or a scenario, and a plan that a reader brings."""

import html
import json
import re
import shutil

import pytest

from netzero.exports.order_text import unpack
from tests.pages.screens import (
    ROOT,
    chart,
    drawers,
    headings,
    items,
    missing,
    open_page,
    pick,
    pick_item,
    sent_to,
    words,
)

MOVES = "T9:end:2031-03,LCC.5:end:2027-09,LCC.7:end:2027-06,R2:drop"
OLD = "2025-03-01"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The plan that is served, and beside it an edition of March 2025 that differs in two rows."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    before = copy / "editions" / OLD
    before.mkdir(parents=True)
    for path in (ROOT / "data").glob("*.csv"):
        shutil.copy(path, before)
    actions = before / "actions.csv"
    lines = actions.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("E4,")]
    text = "".join(
        line.replace("Mar-27", "Sep-26") if line.startswith("LCC.5,") else line for line in kept
    )
    actions.write_text(text, encoding="utf-8")
    monkeypatch.setenv("NETZERO_DATA", str(copy))
    return copy


def test_the_latest_edition_before_is_compared_with_unasked(folder):
    app = open_page("changes")
    assert not app.exception
    assert (
        missing(
            app,
            "1 action moved later by 6 months, 1 new",
            "2 of 52 actions differ, from the edition of 1 March 2025 to the plan in force",
            "LCC.5 moves furthest: end 6 months later",
        )
        == []
    )
    assert headings(app)[0] == "1 action moved later by 6 months, 1 new"


def test_the_bars_before_and_after_are_drawn(folder):
    drawn = chart(open_page("changes"), "moves")
    ghosts, bars = [trace for trace in drawn["data"] if trace["type"] == "bar"]
    assert (len(ghosts["x"]), len(bars["x"])) == (1, 2)
    assert [names for names, *_ in drawn["marks"]] == [["LCC.5"], ["E4"]]


def test_every_row_leads_to_its_action(folder):
    app = open_page("changes")
    names = [item["names"] for item in items(app, "changes")]
    assert [name[:2] for name in names] == [["LCC.5", "moved later"], ["E4", "added"]]
    app = pick_item(app, "changes", *names[0])
    assert drawers(app) == ["LCC\\.5 Work with services to cut carbon from mileage"]


def test_an_action_that_is_gone_opens_as_the_other_edition_has_it(folder):
    app = open_page("changes", edition=OLD, against="in-force")
    assert missing(app, "You see the edition of 1 March 2025, not the plan in force.") == []
    app = pick_item(app, "changes", *items(app, "changes")[1]["names"])
    assert missing(app, "Not in the plan that is shown: it stands in the one compared with.") == []
    assert len(drawers(app)) == 1


def test_an_edition_is_shown_on_every_page_and_left_again(folder):
    app = open_page("actions", edition=OLD)
    said = ("51 of 51 actions", "You see the edition of 1 March 2025", "Edition of 1 March 2025")
    assert missing(app, *said) == []
    team = open_page("team", edition=OLD, team="Growth Service")
    assert missing(team, "Edition of 1 March 2025; Growth Service, as at Nov 2026") == []
    assert "Put these deadlines in a calendar" not in [
        each.proto.popover.label for each in team.get("popover")
    ]
    back = next(each for each in app.button if each.label == "Back to the plan in force")
    back.click().run()
    assert missing(app, "52 of 52 actions") == []
    assert "edition" not in app.query_params


def test_what_a_link_asks_in_vain_is_said(folder):
    app = open_page("changes", edition="../data", against="1999-01-01")
    assert not app.exception
    assert (
        missing(
            app,
            "Left out of the link, because there is no edition “../data”.",
            "against “1999-01-01”, which is not a choice here",
        )
        == []
    )


def test_an_edition_that_cannot_be_read_leaves_the_plan_in_force_on_the_screen(folder):
    (folder / "editions" / OLD / "actions.csv").write_text("no plan", encoding="utf-8")
    app = open_page("overview", edition=OLD)
    assert not app.exception
    said = "The edition of 1 March 2025 cannot be read: the plan in force is shown."
    assert said in words(app)
    assert "You see the edition" not in words(app)


def test_a_fault_in_an_edition_gets_a_sentence_and_the_page_stays(folder):
    (folder / "editions" / OLD / "actions.csv").write_text("no plan", encoding="utf-8")
    app = open_page("changes")
    assert not app.exception
    assert "The edition of 1 March 2025 cannot be read as it stands." in words(app)
    assert "1 action started and none ended since May 2026" in words(app)


def test_a_folder_whose_name_is_no_date_is_left_out_and_said(folder):
    (folder / "editions" / "draft").mkdir()
    said = "Left out of the editions: “draft”, whose name is no date such as 2025-03-01."
    assert missing(open_page("changes"), said) == []


def test_an_earlier_month_is_chosen_as_everywhere():
    app = open_page("changes", since="2026-08")
    assert missing(app, "1 action started and none ended since August 2026") == []


def test_a_scenario_is_compared_with_its_plan():
    app = open_page("changes", moves=MOVES)
    assert headings(app)[0] == "1 dropped, 2 moved later by 6 to 12 months, 1 earlier"
    assert (
        missing(
            app,
            "4 of 52 actions differ, from the plan to the scenario",
            "1 fewer live until March 2027, then more, twice",
            "Deadlines together: 4 sets before, 3 after",
        )
        == []
    )


def test_a_mark_of_the_picture_opens_an_action_of_the_plan_that_the_scenario_drops():
    app = pick(open_page("changes", moves=MOVES), "moves", "R2")
    assert missing(app, "Not in the plan that is shown") == []


def test_a_plan_that_is_brought_is_compared_with_the_one_shown():
    table = "Ref\tAction\tLead\tStart\tEnd\nA1\tPlant many trees\tRed Team\tApr-25\tMar-27\n"
    app = open_page("plan_data")
    app.text_area[0].set_value(table).run()
    compare = next(each for each in app.button if each.label == "Compare with what is shown")
    compare.click().run()
    assert not app.exception
    assert headings(app)[0] == "52 actions dropped, 1 new"
    assert "from the plan in force to the plan in the pasted table" in words(app)
    assert app.query_params["against"] == "brought"


def test_a_slide_holds_its_edition_and_opens_by_link(folder):
    finding = "1 action moved later by 6 months, 1 new"
    _, packed = pinning(open_page("changes"), finding)
    [entry] = unpack(packed)
    assert (entry.kind, dict(entry.choices)) == ("changes", {"against": OLD})
    [slide] = sent_to(open_page("briefing", slides=packed), "order")["slides"]
    assert slide["finding"] == finding


def test_a_slide_of_an_edition_that_is_not_here_says_so(folder):
    _, packed = pinning(open_page("changes"), "1 action moved later by 6 months, 1 new")
    shutil.rmtree(folder / "editions")
    app = open_page("briefing", slides=packed)
    assert not app.exception
    [slide] = sent_to(app, "order")["slides"]
    assert slide["finding"] == "There is no other edition to compare with"


def test_a_slide_of_a_scenario_opens_by_link():
    _, packed = pinning(open_page("changes", moves=MOVES), "T9 moves furthest: end 12 months later")
    [slide] = sent_to(open_page("briefing", slides=packed, moves=MOVES), "order")["slides"]
    assert slide["finding"] == "T9 moves furthest: end 12 months later"


def pinning(app, finding):
    """Return what the button beside a finding says when it is pressed."""
    bodies = " ".join(each.proto.body for each in app.get("html"))
    pattern = rf'data-way="([^"]*)" aria-label="Add to briefing: {re.escape(finding)}"'
    return json.loads(html.unescape(re.search(pattern, bodies)[1]))
