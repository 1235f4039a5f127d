"""Each page by its words and values, one filter, and its empty state."""

import re

import pytest

from netzero.ui.downloads import file_name
from tests.at import published
from tests.pages.screens import (
    FILTERED,
    PAGES,
    drawers,
    grid,
    headings,
    items,
    missing,
    open_page,
    opened,
    pick_in,
    pick_item,
    words,
)

WHOLE = {
    "overview": [
        "34 of 52 actions are live, 23 of them ongoing",
        "Live work drops from 34 to 33 in April 2027",
        "Transport holds the most ongoing work: 6 of 23",
        "5 actions end and 4 start by April 2027",
        "Carbon Reduction Team leads 11 of 34 live actions",
        "Whole plan, as at Nov 2026",
        "How this is counted",
    ],
    "timeline": [
        "5 actions end next, in March 2027; 13 have ended",
        "52 actions by theme, then deadline; 23 ongoing, in one bar for each theme. Whole",
        "34 of 52 actions are live during 2026-27",
    ],
    "workload": [
        "Q3 2026-27 to 2029-30: Carbon Reduction Team peaks at 11",
        "Carbon Reduction Team: 11 live, 10 from October 2027",
        "2 teams lead 17 of 34 live actions",
        "of 34 live actions have one lead team",
    ],
    "deadlines": [
        "Ahead, no team has over 2 deadlines in a month",
        "Carbon Reduction Team: 2 deadlines together in March 2027",
        "The first of 4 sets ahead; 3 have passed",
        "16 actions end by December 2031",
        "Carbon Reduction Team: at most 2 run side by side ahead",
        "also involved ahead",
        "Businesses: 2 deadlines together in March 2027",
    ],
    "partners": [
        "District councils: asked by 12 teams, 13 from April 2027",
        "District councils: asked by 12 teams, the most",
        "District councils: 14 live actions with 12 teams",
        "District councils: 14 live, 15 from April 2027",
    ],
    "team": [
        "Carbon Reduction Team: 11 live, 10 from October 2027",
        "13 actions by deadline, and how many are live by month; 9 more have ended.",
        "Carbon Reduction Team: 2 deadlines in March 2027, 3 of others",
        "Carbon Reduction Team: others ask 6 of 8 partners",
        "Carbon Reduction Team alone leads 8 of 11 live actions",
        "Carbon Reduction Team shares 4 of 13 actions with 4 teams",
    ],
    "actions": ["52 actions, 34 of them live"],
    "briefing": ["6 slides to present", "A slide that is kept has filters and a month of its own"],
    "changes": [
        "1 action started and none ended since May 2026",
        "Live actions: 33 in May 2026, 34 in Nov 2026; of 52 actions",
        "No other edition is kept beside the plan to compare with, and none was brought.",
    ],
    "plan_data": ["52 actions from 2 published tables", "organisations", "4 files hold the plan"],
}
OF_SPECIAL_PROJECTS = {
    "overview": ["No action is live: 2 have ended", "Special Projects, as at Nov 2026"],
    "timeline": ["No planned end lies ahead; 2 have ended"],
    "workload": ["Special Projects: nothing live; 2 have ended"],
    "deadlines": [
        "All past; Special Projects had 2 in March 2026",
        "Special Projects: 2 ended together in March 2026",
        "No actions end by October 2027",
    ],
    "partners": ["No live action names a partner"],
    "team": ["Special Projects: nothing live; 2 have ended", "Special Projects asks no partner"],
    "actions": ["2 actions"],
    "changes": ["Nothing has started or ended since May 2026"],
}
FORBIDDEN = re.compile(
    r"\b(late|overdue|complete|on track|capacity|overloaded|clusters?|window ended|caught together|"
    r"reached|live now|asking now)\b"
)


@pytest.mark.parametrize(("name", "said"), WHOLE.items())
def test_a_page_says_what_the_plan_holds_and_nothing_that_it_cannot_know(name, said):
    app = open_page(name)
    assert not app.exception
    assert missing(app, *said) == []
    assert headings(app)[0] == said[0]
    # Plan data shows published words and notes on them.
    assert name == "plan_data" or FORBIDDEN.findall(words(app).lower()) == []


@pytest.mark.parametrize(("name", "said"), OF_SPECIAL_PROJECTS.items())
def test_a_filter_reaches_the_page_and_its_scope_stands_under_every_finding(name, said):
    app = open_page(name, team="Special Projects")
    assert not app.exception
    assert missing(app, "2 of 52 actions", *said) == []
    # Who shares actions with one name is found in the whole plan, and says so.
    assert words(app).count("Whole plan, as at") == (name == "partners")


@pytest.mark.parametrize("name", FILTERED)
def test_a_filter_that_leaves_nothing_offers_the_way_back_and_nothing_else(name):
    app = open_page(name, q="no such words anywhere")
    assert "No action passes these filters together." in words(app)
    assert len(app.get("download_button")) == 0
    app.button(key="clear-nothing").click().run()
    assert "52 of 52 actions" in words(app)


def test_plan_data_stands_whatever_the_filters():
    assert missing(open_page("plan_data", q="no such words"), *WHOLE["plan_data"]) == []


@pytest.mark.parametrize(
    ("name", "as_at"),
    [(name, ("2015-01", "2040-01")[place % 2]) for place, name in enumerate(PAGES)],
)
def test_a_month_outside_the_plan_is_said_and_works(name, as_at):
    app = open_page(name, as_at=as_at)
    side = "before" if as_at < "2025" else "after"
    assert not app.exception
    assert f"lies {side} the delivery years of the plan, 2025-26 to 2029-30" in words(app)


def test_the_deadlines_page_folds_what_has_passed_and_offers_a_calendar():
    app = open_page("deadlines")
    folded = [found.label for found in app.expander if found.label.endswith("past")]
    assert folded[0] == "3 past"
    app.session_state["calendar"] = True
    app.run()
    assert "16 events, each on the last day of its month, or the first of a start." in words(app)
    app.checkbox(key="calendar-past").check().run()
    assert "29 events, each on the last day of its month" in words(app)
    assert [each.label for each in app.get("download_button")][:1] == ["Download 29 events (.ics)"]
    assert app.code[0].value.endswith("/deadlines.ics?past=1")


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        ({}, "net-zero-actions-whole-plan-2026-11.xlsx"),
        ({"theme": ("Transport",)}, "net-zero-actions-transport-2026-11.xlsx"),
        ({"q": "حسنا"}, "net-zero-actions-filtered-2026-11.xlsx"),
        ({"q": "../../etc"}, "net-zero-actions-etc-2026-11.xlsx"),
    ],
)
def test_the_name_of_a_file_tells_what_is_filtered_from_the_whole_plan(scope, name):
    assert file_name(published(**scope), "actions", "xlsx") == name


def test_no_calendar_is_offered_when_no_deadline_lies_ahead():
    app = open_page("deadlines", team="Special Projects")
    assert "calendar" not in [each.key for each in app.get("popover")]


def test_a_row_of_one_action_opens_it_and_a_row_of_several_lists_them():
    app = open_page("deadlines")
    pick_item(app, "together", *items(app, "together")[0]["names"])
    assert opened(app) == ["LCC.5", "E5"]
    app = open_page("overview")
    pick_item(app, "coming", *items(app, "coming")[0]["names"])
    assert "LCC.1" in app.get("dialog")[0].proto.dialog.title.replace("\\", "")


def test_partners_offers_no_empty_sheet_for_a_plan_that_names_none():
    app = open_page("partners", plan="2035 Net Zero Council Action Plan")
    assert missing(app, "No action here names a partner") == []
    assert len(app.get("download_button")) == 0


def test_the_actions_are_sorted_by_any_column_dates_by_their_month_and_a_row_opens():
    app = open_page("actions", team="Growth Service")
    assert [row["names"] for row in grid(app, "actions")["rows"]] == [
        ["E1"], ["E2"], ["E4"], ["E5"], ["E7"],
    ]  # fmt: skip
    pick_in(app, "actions-grid", "sort", "End")
    assert app.query_params["by"] == "End"
    found = grid(app, "actions")
    assert [row["names"][0] for row in found["rows"]] == ["E5", "E1", "E2", "E4", "E7"]
    pick_in(app, "actions-grid", "sort", "End")
    found = grid(app, "actions")
    assert (found["by"], found["down"]) == ("End", True)
    assert [row["names"][0] for row in found["rows"]] == ["E7", "E4", "E1", "E2", "E5"]
    lead = found["rows"][1]["cells"][found["columns"].index("Leads")]
    assert [part["way"] for part in lead] == [["team", "Growth Service"]]
    pick_in(app, "actions-grid", "sort", "Start")
    order = [row["names"][0] for row in grid(app, "actions")["rows"]]
    assert order == ["E5", "E7", "E4", "E1", "E2"]
    pick_in(app, "actions-grid", "E4")
    assert drawers(app) == ["E4 Develop a regenerative tourism destination plan"]


def test_actions_are_sorted_by_id_as_the_plan_has_them_and_an_unknown_column_is_named():
    app = open_page("actions", plan="2035 Net Zero Council Action Plan", by="Id")
    ids = [row["names"][0] for row in grid(app, "actions")["rows"]]
    assert (ids[1], ids[9]) == ("LCC.2", "LCC.10")
    app = open_page("actions", by="Nonsense")
    said = "Left out of the link: by “Nonsense”, which is no column here."
    assert missing(app, said) == []
    assert "by" not in app.query_params


def test_without_partners_there_is_no_search_and_one_left_out_is_looked_at_in_the_whole_plan():
    app = open_page("partners", team="Finance Team")
    assert [each.label for each in app.text_input] == ["Search"]
    app = open_page("plan_data", partner="Universities")
    link = "partners?as_at=2026-11&amp;focus=Schools"
    assert any(link in each.proto.body for each in app.get("html"))
    pick_in(app, "masthead", "partner", "Schools", "whole")
    assert "partner" not in app.query_params
    assert missing(app, "Schools: 2 live with 3 teams") == []


def test_another_team_that_is_chosen_on_the_sheet_becomes_the_filter():
    app = open_page("team")
    app.selectbox(key="sheet-team").select("Growth Service").run()
    assert app.query_params["team"] == "Growth Service"
    assert missing(app, "5 of 52 actions", "Growth Service: 3 live, 4 from April 2027") == []


def test_the_sheet_keeps_every_other_filter():
    app = open_page("team", theme="Transport", team="Special Projects")
    assert missing(app, "Special Projects: nothing live; 2 have ended", "Transport, Special") == []
