from dataclasses import replace

import pytest

from netzero.plan import read_plan
from netzero.plan.columns import NOTES_FILE, ORGANISATIONS_FILE, PLANS_FILE, names_of
from tests.builders import as_csv, plan_files, real_plan, records


def notes(*rows, names=(), remarks=(), printed=""):
    """Return the notes on rows in short, as row, action_id, column and note.

    ``printed`` names the plan whose printed years, 2025-26 to 2026-27, are known.
    """
    files = replace(
        plan_files(*rows),
        notes=as_csv(names_of(NOTES_FILE), remarks),
        plans=as_csv(names_of(PLANS_FILE), [[printed, "Us", "2025-26", "2026-27", "text", ""]])
        if printed
        else None,
    )
    if names:
        files = replace(files, organisations=as_csv(names_of(ORGANISATIONS_FILE), names))
    return records(read_plan(files).notes)


def test_a_plan_with_nothing_odd_has_no_notes():
    assert notes("A1 | Red Team | Schools | Apr-25 | Mar-27", printed="The plan") == []


def test_an_action_under_no_heading_is_noted():
    assert notes("A1 | Red Team | | Apr-25 | Mar-26 | ") == [
        (2, "A1", "theme", "Stands under no heading, or under one that was lost.")
    ]


def test_only_dates_outside_the_printed_years_are_noted():
    found = notes(
        "A1 | Red Team | | Apr-25 | Mar-27",
        "A2 | Red Team | | Mar-25 | Apr-27",
        "A3 | Red Team | | Ongoing | Ongoing",
        printed="The plan",
    )
    assert found == [
        (3, "A2", "start", "Starts in March 2025, before the first delivery year printed."),
        (3, "A2", "end", "Ends in April 2027, after the last delivery year printed."),
    ]


def test_no_year_is_noted_for_a_plan_whose_printed_years_are_not_known():
    assert notes("A1 | Red Team | | Mar-25 | Apr-27", printed="Another plan") == []


def test_tbc_and_blank_are_two_notes_of_different_words():
    assert notes("A1 | TBC | TBC | TBC | ", "A2 | Red Team | | | TBC") == [
        (2, "A1", "start", "Printed as TBC: to be confirmed."),
        (2, "A1", "leads", "Printed as TBC: to be confirmed."),
        (2, "A1", "partners", "Printed as TBC: to be confirmed."),
        (2, "A1", "end", "Left blank in the plan."),
        (3, "A2", "end", "Printed as TBC: to be confirmed."),
        (3, "A2", "start", "Left blank in the plan."),
    ]


def test_teams_named_as_partners_and_a_team_that_leads_too_are_noted():
    assert notes("A1 | Red Team | Red Team; Blue Team | Apr-25 | Mar-26") == [
        (2, "A1", "partners", "Names council teams as partners: Red Team; Blue Team."),
        (2, "A1", "partners", "Red Team is both lead and partner."),
    ]


def test_the_publishing_council_as_a_partner_is_noted():
    names = [["Red Team", "council team", "", ""], ["Us", "publishing council", "", ""]]
    assert notes("A1 | Red Team | Us | Apr-25 | Mar-26", names=names) == [
        (2, "A1", "partners", "Names the publishing council itself as a partner.")
    ]


def test_the_note_on_a_name_stands_on_every_action_that_names_it():
    names = [["Red Team", "council team", "", "Not Reds."], ["Hub", "energy", "The Hub", "One."]]
    found = notes(
        "A1 | Red Team | Hub | Apr-25 | Mar-26",
        "A2 | Red Team | The Hub | Apr-25 | Mar-26",
        names=names,
    )
    assert found == [
        (2, "A1", "leads", "Red Team: Not Reds."),
        (2, "A1", "partners", "Hub: One."),
        (3, "A2", "leads", "Red Team: Not Reds."),
        (3, "A2", "partners", "Hub: One."),
    ]


def test_a_reviewed_remark_is_shown_only_while_its_words_stand():
    remarks = [
        ["A1", "partners", "School", "As printed."],
        ["A1", "partners", "Hub", "Gone."],
        ["A1", "nowhere", "School", "No such column."],
        ["A9", "partners", "School", "No such action."],
    ]
    found = notes("A1 | Red Team | Schools | Apr-25 | Mar-26", remarks=remarks)
    assert found == [(2, "A1", "partners", "As printed.")]


@pytest.mark.parametrize(
    ("action_id", "column", "words"),
    [
        ("LCC.3", "start", "Starts in April 2024, before the first delivery year printed."),
        ("E4", "end", "Ends in December 2031, after the last delivery year printed."),
        ("E2", "partners", "Names the publishing council itself as a partner."),
        ("N4", "partners", "Ecology and Biodiversity Team is both lead and partner."),
        ("B4", "action", "“District Eating” is as printed; our title reads it as district"),
        ("T7", "partners", "“DfT and OZEV” is counted as two partners"),
        ("LCC.6", "leads", "Environment Branch: Not merged with Environment and Waste Branch"),
        ("B2", "leads", "Environment Branch: Not merged with Environment and Waste Branch"),
        ("C4", "leads", "Environment Branch: Not merged with Environment and Waste Branch"),
        ("N1", "partners", "Neighbouring authorities: May overlap with Leicester City Council"),
    ],
)
def test_the_published_plan_bears_this_note(action_id, column, words):
    found = real_plan().notes
    own = found[found["action_id"].eq(action_id) & found["column"].eq(column)]
    assert own["note"].str.startswith(words).any()
