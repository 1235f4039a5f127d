"""The drawer: an action in full, and the actions behind a mark; what the address names in vain."""

import csv
import json
import shutil

import pytest

from netzero.analysis.plan_at import PlanAt
from netzero.ui.facts import facts, notes_on
from tests.builders import month, real_plan, small_plan
from tests.pages.screens import (
    ROOT,
    chart,
    drawers,
    missing,
    open_page,
    opened,
    pick_in,
    pick_item,
    words,
)


def told(action_id, name):
    return facts(PlanAt(real_plan(), month("2026-11")), action_id)[name]


@pytest.mark.parametrize(
    ("action_id", "years"),
    [
        ("LCC.3", "2024-25 and 2025-26"),  # it starts before the first printed year
        ("E4", "2025-26 to 2031-32"),  # it ends after the last
        ("LCC.2", "2025-26"),
        ("LCC.4", "every year up to 2025-26"),
        ("LCC.11", "every year, no planned end"),
    ],
)
def test_live_in_names_the_years_that_were_not_printed_too(action_id, years):
    assert told(action_id, "Live in") == years


def test_partners_are_as_published_and_the_councils_own_are_marked():
    plan = small_plan(
        "A1 | Red Team | Schools; Blue Team | Apr-25 | TBC", "A2 | Red Team | TBC | |"
    )
    at = PlanAt(plan, month("2026-11"))
    assert facts(at, "A1")["Partners"] == "Schools; Blue Team (internal)"
    assert facts(at, "A1")["Live in"] == "not known: dates are not given"
    assert facts(at, "A2")["Partners"] == "to be confirmed"
    assert facts(at, "A2")["Start"] == "not given"
    assert told("LCC.1", "Partners") == "none named in this table"


def test_a_note_stands_on_every_action_that_it_touches():
    notes = real_plan().notes
    at = PlanAt(real_plan(), month("2026-11"))
    for note in set(notes["note"]):
        touched = notes.loc[notes["note"].eq(note), "action_id"]
        assert [action for action in touched if note not in notes_on(at, action)] == []


def test_the_detail_says_all_that_the_plan_says_of_an_action():
    app = open_page("overview", action="E4")
    assert drawers(app) == ["E4 Develop a regenerative tourism destination plan"]
    said = (
        "Delivery from January 2026.",
        "Growth Service",
        "Canal &amp; River Trust",
        "Jan-26",
        "Dec-31",
        "Note on the data: Ends in December 2031, after the last delivery year printed.",
        "The title is ours, for charts and slides; all else is as published.",
    )
    assert missing(app, *said) == []


def test_the_detail_names_its_neighbours_and_leads_to_the_deadlines_of_its_teams():
    app = open_page("timeline", action="T7")
    assert opened(app, "near-deadline") == ["T8"]
    labels = [each.label for each in app.button if each.key.startswith("jump-")]
    assert labels == [
        "Deadlines of Special Projects",
        "Deadlines of Transport Projects and Programmes",
    ]
    app.button(key="jump-deadlines-Special Projects-nzlinks").click().run()
    assert app.query_params["team"] == "Special Projects"
    assert "2 of 52 actions" in words(app)


def test_ongoing_work_leads_to_the_sheet_of_its_team_and_to_no_deadlines():
    app = open_page("timeline", action="T6")
    assert [each.label for each in app.button if each.key.startswith("jump-")] == []
    bodies = [each.proto.body for each in app.get("html")]
    shown = next(body for body in bodies if 'class="nz-facts"' in body)
    lead = "Transport Strategy and Policy"
    href = "team?as_at=2026-11&amp;team=Transport+Strategy+and+Policy"
    assert f'<a class="nz-way" href="{href}" data-way="[&quot;team&quot;, ' in shown
    pick_in(app, "masthead", "team", lead)
    assert "Transport Strategy and Policy: 6 live, 5 from April 2027" in words(app)


def test_a_mark_opens_what_lies_behind_it_and_an_action_of_it_comes_first():
    mark = "leads|Growth Service"
    app = open_page("overview", mark=mark)
    assert drawers(app) == ["Growth Service\\: 3 live actions"]
    assert opened(app) == ["E4", "E5", "E7"]
    pick_item(app, "behind", "E4")
    assert drawers(app) == ["E4 Develop a regenerative tourism destination plan"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            {"action": "T99"},
            "Left out of the link, because this plan has no action “T99”.",
        ),
        (
            {"action": "x" * 5000},
            f"Left out of the link, because this plan has no action “{'x' * 79}…”.",
        ),
        (
            {"mark": "leads|Nobody"},
            "Left out of the link, because nothing here is called so: mark “leads|Nobody”.",
        ),
        (
            {"mark": "|%zz"},
            "Left out of the link, because nothing here is called so: mark “|%zz”.",
        ),
    ],
)
def test_what_the_address_names_in_vain_is_said(query, sentence):
    app = open_page("overview", **query)
    assert not app.exception
    assert missing(app, sentence) == []
    assert drawers(app) == []


def test_hostile_text_is_shown_as_it_stands(tmp_path, monkeypatch):
    hostile = "<script>alert(1)</script> ![x](http://e.example/x.png) **b** <b>b</b>"
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "actions.csv"
    actions = list(csv.reader(path.open(encoding="utf-8", newline="")))
    title, text = actions[0].index("title"), actions[0].index("action")
    actions[2][title], actions[2][text] = "<b>EV</b> **fleet**", hostile
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(actions)
    monkeypatch.setenv("NETZERO_DATA", str(tmp_path / "data"))
    app = open_page("timeline", action="LCC.2")
    bodies = " ".join(html.proto.body for html in app.get("html"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://e.example/x.png)" in bodies
    assert "<script>" not in bodies
    assert "&lt;b&gt;EV&lt;/b&gt;" in bodies
    assert drawers(app) == [r"LCC\.2 \<b\>EV\<\/b\> \*\*fleet\*\*"]
    drawn = chart(app, "timeline")
    assert "<b>EV</b>" not in json.dumps([drawn["data"], drawn["layout"]])
