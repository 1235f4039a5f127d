"""Plans and registers that others have published, in ``tests/plans``, counted there by hand."""

import json
import re
from pathlib import Path

import pytest

from netzero.__main__ import main
from netzero.plan import read_plan
from netzero.plan.intake.edition import Choices, read_edition
from netzero.plan.intake.writing import plan_files
from tests.builders import records

PLANS = Path(__file__).parents[2] / "plans"
COUNTS = (
    "rows_read", "kept", "set_aside", "leads", "assignments", "partners", "dated_starts",
    "dated_ends", "ongoing_starts", "ongoing_ends", "faults",
)  # fmt: skip
BY_HAND = {
    "federal-data-strategy-2021.md": (10, 10, 0, 0, 0, 0, 0, 3, 0, 1, 6),
    "federal-data-strategy-2020.md": (15, 15, 0, 7, 18, 0, 0, 14, 0, 1, 0),
    "digital-programmes-2012.md": (7, 7, 0, 6, 7, 0, 0, 0, 0, 0, 0),
    "project-register.csv": (12, 12, 0, 5, 12, 0, 0, 0, 0, 0, 0),
    "major-project-status.csv": (10, 10, 0, 10, 10, 0, 0, 0, 0, 0, 0),
    "city-contract-outlines.csv": (6, 6, 0, 5, 6, 6, 0, 0, 0, 0, 1),
    "district-climate-crisis-plan.csv": (13, 12, 1, 6, 12, 8, 7, 8, 2, 3, 1),
}
END_STATES = {
    "federal-data-strategy-2021.md": {"unreadable": 6, "dated": 3, "ongoing": 1},
    "federal-data-strategy-2020.md": {"dated": 14, "ongoing": 1},
    "digital-programmes-2012.md": {"not given": 7},
    "project-register.csv": {"not given": 12},
    "major-project-status.csv": {"not given": 10},
    "city-contract-outlines.csv": {"not given": 6},
    "district-climate-crisis-plan.csv": {"dated": 8, "ongoing": 3, "complete": 1},
}


def edition_of(name, **given):
    return read_edition((PLANS / name).read_bytes(), file=name, **given)


def test_every_plan_in_the_folder_was_counted_and_has_its_source_written_down():
    found = {path.name for path in PLANS.iterdir()} - {"README.md"}
    assert found == set(BY_HAND) == set(END_STATES)
    said = (PLANS / "README.md").read_text("utf-8")
    assert [name for name in found if f"`{name}`" not in said] == []


@pytest.mark.parametrize("name", BY_HAND)
def test_a_public_plan_comes_to_the_counts_made_by_hand(name, capsys):
    assert main(["check", str(PLANS / name), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert tuple(found[count] for count in COUNTS) == BY_HAND[name]
    assert found["states"]["end"] == END_STATES[name]
    assert found["rows_read"] == found["kept"] + found["set_aside"]


@pytest.mark.parametrize("name", BY_HAND)
def test_nothing_in_a_public_plan_is_invented(name):
    """Every text of an action stands in the file, but for the ids that it prints none of."""
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", (PLANS / name).read_text("utf-8"))  # links
    printed = " ".join(text.split())
    for action in edition_of(name).actions:
        texts = (action.action, action.start_text, action.end_text, action.theme)
        names = (*action.leads, *action.partners)
        assert [text for text in (*texts, *names) if text not in printed] == []


@pytest.mark.parametrize("name", BY_HAND)
def test_a_public_plan_is_a_plan_that_the_pages_can_show(name):
    edition = edition_of(name)
    plan = read_plan(plan_files(edition))
    assert len(plan.actions) == len(edition.actions)
    dated = [each.end.edtf for each in edition.actions]
    assert plan.actions["end_span"].tolist() == dated


def test_headings_of_a_markdown_text_are_plans_and_themes_and_its_marks_are_no_words():
    action = edition_of("federal-data-strategy-2021.md").actions[0]
    assert (action.plan, action.theme) == (
        "2021 Action Plan",
        "Action 1: Gather and Assess Data Identified for Priority Agency Questions",
    )
    assert action.place == "line 25"
    joint = edition_of("federal-data-strategy-2020.md").actions[2]
    assert joint.leads == (
        "GSA", "the Office of Government Information Services of the National Archives", "OMB",
    )  # fmt: skip


def test_a_date_that_has_run_into_the_next_cell_is_said_and_not_guessed():
    findings = edition_of("federal-data-strategy-2021.md").findings
    [torn] = [each for each in findings if each.value.startswith("September 30, 2021 Required")]
    assert (torn.code, torn.place, torn.column) == ("date", "line 49", "end")


def test_the_year_of_a_report_and_a_length_in_months_are_no_dates_of_a_project():
    edition = edition_of("project-register.csv")
    assert {"year", "duration_months"} <= set(edition.left_out)
    assert edition.actions[0].theme == "Kind 1 of programme"


def test_columns_that_no_word_gives_away_can_be_chosen():
    columns = {"start": "Major Project Status granted", "end": "Major Project Status expires"}
    edition = edition_of("major-project-status.csv", choices=Choices(columns, {}))
    first = edition.actions[0]
    assert (first.start.edtf, first.end.edtf) == ("2024-02-20", "2027-02-20")
    assert first.title == "Phosphate mine 1"
    assert first.action.endswith("while it is built. Proponent 1 Ltd")


def test_groups_of_columns_named_above_them_are_no_columns():
    edition = edition_of("city-contract-outlines.csv")
    assert {name: found.heading for name, found in edition.columns.items()} == {
        "title": "Action name",
        "action": "Action description",
        "leads": "Responsible bodies/person for implementation",
        "partners": "Involved stakeholders",
    }
    assert edition.actions[1].leads == ("City, transport office", "Municipal utility")


def test_a_preamble_is_no_theme_and_a_total_is_no_action():
    edition = edition_of("district-climate-crisis-plan.csv")
    assert {each.theme for each in edition.actions} == {
        "Planning", "Housing", "Transport", "Nature", "Waste", "Council",
    }  # fmt: skip
    [total] = edition.findings
    assert str(total).startswith("Row 17: “Total: 12 actions” is a total.")
    dates = records(read_plan(plan_files(edition)).actions, "start_published", "end_published")
    assert dates[3:5] == [("2023", "2025"), ("2023", "2023")]
    assert dates[5:7] == [("Summer 2023", "Summer 2023"), ("", "by 2030")]
