import pytest

from netzero.plan import read_plan
from netzero.plan.notes import plan_notes
from netzero.plan.reading import COLUMNS
from tests.builders import left_alone, real_plan, records, small_plan, write_csv, written

PLANS_HEADER = (
    "plan",
    "publisher",
    "first_delivery_year",
    "last_delivery_year",
    "source",
    "note",
)


def facts(plan, *, notes_csv=None, plans_csv=None):
    notes = plan_notes(
        plan.actions, plan.assignments, plan.partnerships, plan.organisations, notes_csv, plans_csv
    )
    return records(notes, "row", "action_id", "column", "note")


def printed(folder, first="2025-26", last="2026-27", plan="The plan"):
    rows = [[plan, "The council", first, last, "text", ""]]
    return write_csv(folder / "plans.csv", PLANS_HEADER, rows)


def test_a_plan_with_nothing_odd_has_no_notes(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | Schools | Apr-25 | Mar-27")
    assert facts(plan, plans_csv=printed(tmp_path)) == []


def test_an_action_under_no_heading_is_noted(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | | Apr-25 | Mar-26 | ")
    assert facts(plan) == [
        (2, "A1", "theme", "Stands under no heading, or under one that was lost.")
    ]


def test_only_dates_outside_the_printed_years_are_noted(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Mar-27",
        "A2 | Red Team | | Mar-25 | Apr-27",
        "A3 | Red Team | | Ongoing | Ongoing",
    )
    assert facts(plan, plans_csv=printed(tmp_path)) == [
        (3, "A2", "start", "Starts in March 2025, before the first delivery year printed."),
        (3, "A2", "end", "Ends in April 2027, after the last delivery year printed."),
    ]


def test_no_year_is_noted_for_a_plan_whose_printed_years_are_not_known(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | | Mar-25 | Apr-27")
    assert facts(plan, plans_csv=printed(tmp_path, plan="Another plan")) == []


def test_tbc_and_blank_are_two_notes_of_different_words(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | TBC | TBC | ", "A2 | Red Team | | | TBC")
    assert facts(plan) == [
        (2, "A1", "start", "Printed as TBC: to be confirmed."),
        (2, "A1", "partners", "Printed as TBC: to be confirmed."),
        (2, "A1", "end", "Left blank in the plan."),
        (3, "A2", "end", "Printed as TBC: to be confirmed."),
        (3, "A2", "start", "Left blank in the plan."),
    ]


def test_leads_to_be_confirmed_are_noted_too(tmp_path):
    plan = small_plan(tmp_path, "A1 | TBC | Schools | Apr-25 | Mar-26")
    assert facts(plan) == [(2, "A1", "leads", "Printed as TBC: to be confirmed.")]


def test_a_team_that_is_lead_and_partner_is_noted(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | Red Team; Blue Team | Apr-25 | Mar-26")
    assert facts(plan) == [
        (2, "A1", "partners", "Names council teams as partners: Red Team; Blue Team."),
        (2, "A1", "partners", "Red Team is both lead and partner."),
    ]


def test_a_reviewed_remark_is_shown_only_while_its_words_stand(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | Schools | Apr-25 | Mar-26")
    remarks = [
        ["A1", "partners", "School", "As printed."],
        ["A1", "partners", "Hub", "Gone."],
        ["A9", "partners", "School", "No such action."],
    ]
    path = write_csv(tmp_path / "notes.csv", ("action_id", "column", "printed", "note"), remarks)
    assert facts(plan, notes_csv=path) == [(2, "A1", "partners", "As printed.")]


def test_the_note_on_a_name_stands_at_its_first_action(tmp_path):
    cells = [list(written(f"A{n} | Red Team | | Apr-25 | Mar-26").values()) for n in (1, 2)]
    organisations = [["Red Team", "council team", "", "Not merged with Reds."]]
    plan = read_plan(
        write_csv(tmp_path / "actions.csv", COLUMNS, cells),
        organisations_csv=write_csv(
            tmp_path / "organisations.csv", ("name", "kind", "aliases", "note"), organisations
        ),
        notes_csv=None,
        plans_csv=None,
    )
    assert records(plan.notes) == [(2, "A1", "leads", "Red Team: Not merged with Reds.")]


def test_plan_notes_leaves_its_input_alone():
    plan = real_plan()
    frames = (plan.actions, plan.assignments, plan.partnerships, plan.organisations)
    with left_alone(*frames):
        plan_notes(*frames, None, None)


@pytest.mark.parametrize(
    ("action_id", "column", "words"),
    [
        ("LCC.1", "theme", "no heading"),
        ("LCC.14", "theme", "no heading"),
        ("LCC.3", "start", "Starts in April 2024, before the first delivery year printed."),
        ("E4", "end", "Ends in December 2031, after the last delivery year printed."),
        ("E1", "partners", "TBC"),
        ("N4", "partners", "Names council teams as partners"),
        ("N4", "partners", "Ecology and Biodiversity Team is both lead and partner."),
        ("B4", "action", "District Eating"),
        ("T7", "partners", "“DfT and OZEV” is counted as two partners"),
    ],
)
def test_the_published_plan_bears_this_note(action_id, column, words):
    notes = real_plan().notes
    own = notes[notes["action_id"].eq(action_id) & notes["column"].eq(column)]
    assert own["note"].str.contains(words, regex=False).any()


def test_only_the_eight_published_actions_without_a_heading_are_noted_for_it():
    notes = real_plan().notes
    assert notes["column"].eq("theme").sum() == 8
