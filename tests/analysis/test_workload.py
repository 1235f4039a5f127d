import pytest

from netzero.analysis.workload import alone, concentration, profile
from tests.analysis.rows import BLUE, BOTH, ENDED, GREEN, LIVE, NOBODY, ROWS, numbered
from tests.at import plan_at, published
from tests.builders import month

# --- Profile


def test_a_profile_sets_what_is_in_delivery_on_the_floor_of_ongoing_work():
    found = profile(
        plan_at(
            "A1 | Red Team; Blue Team | | Jan-26 | Jan-26",
            "A2 | Red Team | | Jan-26 | Ongoing",
            "A3 | Blue Team | | Ongoing | Ongoing",
            "A4 | Red Team | | TBC | Feb-26",
            as_at="2026-01",
        )
    )
    assert found.table.columns == ("Month", "Ongoing", "In delivery", "Live", "Deadlines")
    assert found.table.rows[8:11] == (
        (month("2025-12"), 0, 0, 0, 0),
        (month("2026-01"), 1, 1, 2, 1),
        (month("2026-02"), 1, 0, 1, 1),
    )
    assert [series.values[8:11] for series in found.picture.series] == [(0, 1, 1), (0, 1, 0)]
    assert found.picture.deadlines[8:11] == (0, 1, 1)
    assert found.spot(("Jan 2026",)) == (
        ("Jan 2026",), "Red Team, Jan 2026: 2 live, 1 deadline", ("A1", "A2"), "Red Team", "",
    )  # fmt: skip
    assert found.spot(("Feb 2026",)).action_ids == ("A2", "A4")
    assert found.spot(("Dec 2025",)).words == "Red Team, Dec 2025: none live"
    assert found.finding == "Red Team: 2 live, 1 from February 2026"
    assert found.counted == (
        "Live actions by month, and deadlines, of 3 actions that the team leads, 1 of them joint; "
        "1 lacks a date and is never counted as live"
    )


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((LIVE, LIVE), "2 live, none from April 2027"),
        ((LIVE, "| Red Team | | Dec-26 | Ongoing"), "1 live, 2 from December 2026"),
        (("| Red Team | | Dec-26 | Mar-28",), "none live, 1 from December 2026"),
        (("| Red Team | | Nov-26 | Nov-26",), "1 live, none from December 2026"),
        (("| Red Team | | Ongoing | Ongoing", ENDED), "1 live, no change ahead"),
        ((LIVE, "| Red Team | | Apr-27 | Ongoing"), "1 live in every month ahead"),
        ((ENDED,), "nothing live; 1 has ended"),
        (
            (ENDED, "| Red Team | | TBC | TBC"),
            "nothing live; 1 has ended and 1 lacks a date",
        ),
        (("| Red Team | | Apr-27 | TBC",), "nothing live; 1 has not started"),
        (("| Red Team | | TBC | Mar-27",) * 2, "nothing live; 2 lack a date"),
    ],
)
def test_the_finding_of_a_profile_says_the_level_and_its_next_change(rows, finding):
    assert profile(plan_at(*numbered(*rows))).finding == f"Red Team: {finding}"


def test_what_ends_and_starts_at_once_changes_nothing_and_is_told_in_the_notes():
    rows = numbered(LIVE, "| Red Team | | Apr-27 | Mar-28", "| Red Team | | Ongoing | Ongoing")
    found = profile(plan_at(*rows))
    assert found.finding == "Red Team: 2 live, 1 from April 2028"
    assert found.notes == (
        "From April 2027, 2 live: 1 has ended and 1 starts.",
        "From April 2028, 1 live: 1 has ended.",
    )


def test_the_months_run_from_the_first_printed_year_to_that_of_the_last_date_of_any_team():
    found = profile(plan_at(*ROWS, as_at="2035-01"), team="Red Team")
    assert found.picture.months[:: len(found.picture.months) - 1] == (
        month("2025-04"), month("2028-03"),
    )  # fmt: skip
    shown = profile(published(), team="Pensions Team").picture.months
    assert (shown[0], shown[-1]) == (month("2025-04"), month("2032-03"))


def test_the_team_with_most_live_work_is_the_default_and_another_can_be_named():
    at = plan_at(*ROWS)
    assert profile(at).finding == "Red Team: 1 live, no change ahead"
    assert profile(at, team="Green Team").finding == ("Green Team: none live, 1 from April 2027")
    assert profile(at, team="Grey Team").finding == "Grey Team leads no action here"
    nobody = profile(plan_at(*numbered(NOBODY)))
    assert (nobody.finding, nobody.picture.months) == ("No team leads an action here", ())
    assert nobody.counted.endswith("of no actions that a team leads")


def test_the_published_profile_of_the_carbon_reduction_team():
    found = profile(published())
    assert found.finding == "Carbon Reduction Team: 11 live, 10 from October 2027"
    rows = {str(row[0]): row[1:] for row in found.table.rows}
    assert rows["2026-03"] == (7, 11, 18, 9)
    # In April 2026: LCC.5, LCC.8 and E5.
    assert rows["2026-04"] == (7, 3, 10, 0)


# --- Concentration


def test_concentration_counts_each_action_once_in_the_running_total():
    found = concentration(
        plan_at(
            *numbered(LIVE, BOTH, "| Blue Team; Green Team | | Apr-25 | Mar-27", LIVE, ENDED),
            "A9 | Grey Team | | Apr-25 | Oct-26",
        )
    )
    assert found.table.columns == ("Lead team", "Live", "Alone", "Joint", "Running total")
    assert found.table.rows == (
        ("Red Team", 3, 2, 1, 3),
        ("Blue Team", 2, 0, 2, 4),
        ("Green Team", 1, 0, 1, 4),
    )
    assert found.finding == "Red Team leads 3 of 4 live actions"
    assert found.counted == (
        "Live actions by lead team: 4; a joint one counts under each of its leads, 6 in all; "
        "1 more team leads none live"
    )
    assert found.spot(("Blue Team",)).action_ids == ("A2", "A3")


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((), "No team leads a live action"),
        ((NOBODY,), "No team leads a live action"),
        ((LIVE, LIVE), "Red Team alone leads both live actions"),
        ((LIVE, NOBODY), "Red Team leads 1 of 2 live actions"),
        ((LIVE, NOBODY, NOBODY), "Red Team leads 1 of 3 live actions"),
        ((LIVE, LIVE, BLUE), "Red Team leads 2 of 3 live actions"),
        ((LIVE, BLUE), "2 teams each lead 1 of 2 live actions"),
        ((BOTH,), "2 teams each lead the only live action"),
        ((LIVE, BOTH), "Red Team leads both live actions"),
        ((LIVE, BLUE, GREEN), "2 teams lead 2 of 3 live actions"),
        ((LIVE, LIVE, BLUE, GREEN, NOBODY), "2 teams lead 3 of 5 live actions"),
    ],
)
def test_the_finding_names_the_fewest_teams_that_lead_half_of_the_live_work(rows, finding):
    assert concentration(plan_at(f"A0 {ENDED}", *numbered(*rows))).finding == finding


def test_of_one_chosen_team_the_finding_says_what_it_leads_alone():
    at = plan_at(*numbered(LIVE, BOTH, BOTH, BLUE), team=("Red Team",))
    assert concentration(at).finding == "Red Team alone leads 1 of 3 live"
    at = plan_at(*numbered(LIVE, BOTH), team=("Blue Team",))
    assert concentration(at).finding == "Blue Team shares the only live action"


def test_the_published_concentration():
    found = concentration(published())
    assert found.finding == "2 teams lead 17 of 34 live actions"
    assert found.table.rows[:2] == (
        ("Carbon Reduction Team", 11, 8, 3, 11),
        ("Transport Strategy and Policy", 6, 4, 2, 17),
    )
    assert (len(found.table), found.table.rows[-1][-1]) == (20, 34)


# --- Alone


def test_what_rests_on_one_team_alone_comes_team_by_team_the_most_first():
    found = alone(plan_at(*numbered(BLUE, LIVE, BOTH, ENDED, LIVE, NOBODY)))
    assert found.table.columns == (
        "Lead team", "Id", "Title (ours)", "Position", "End", "Theme",
    )  # fmt: skip
    assert [row[:2] for row in found.table.rows] == [
        ("Red Team", "A2"), ("Red Team", "A5"), ("Blue Team", "A1"),
    ]  # fmt: skip
    assert found.finding == "3 of 5 live actions have one lead team"
    assert found.counted == (
        "Live actions that one team leads without another: 3; 1 is joint; 1 has no lead team"
    )
    assert found.spot(("A5",)) == (("A5",), "A5 Do A5: Red Team alone", ("A5",), "Red Team", "")


def test_of_what_rests_on_a_team_what_ends_comes_first_the_soonest_before_the_others():
    dates = ("Apr-25 | Ongoing", "Apr-25 | Mar-28", "Apr-25 | Mar-27")
    found = alone(plan_at(*(f"A{place} | Red Team | | {each}" for place, each in enumerate(dates))))
    assert [row[1] for row in found.table.rows] == ["A2", "A1", "A0"]


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((), "No action is live"),
        ((LIVE,), "The only live action has one lead team"),
        ((BOTH,), "The only live action has 2 lead teams"),
        ((NOBODY,), "The only live action has no lead teams"),
        ((LIVE, BLUE), "Both live actions have one lead team"),
        ((LIVE, BOTH), "1 of 2 live actions has one lead team"),
        ((BOTH, BOTH), "None of 2 live actions have one lead team"),
    ],
)
def test_one_and_none_and_all_are_said_as_such(rows, finding):
    assert alone(plan_at(f"A0 {ENDED}", *numbered(*rows))).finding == finding


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((ENDED,), "No action is live"),
        ((LIVE,), "Red Team alone leads the only live action"),
        ((BOTH,), "Red Team shares the only live action"),
        ((LIVE, LIVE, BLUE), "Red Team alone leads both live actions"),
        ((BOTH, BOTH), "Red Team alone leads none of 2 live actions"),
        ((LIVE, BOTH, BOTH), "Red Team alone leads 1 of 3 live actions"),
    ],
)
def test_one_chosen_team_is_asked_what_it_leads_alone(rows, finding):
    assert alone(plan_at(*numbered(*rows), team=("Red Team",))).finding == finding


def test_what_rests_on_one_team_alone_in_the_published_plan():
    found = alone(published())
    assert found.finding == "25 of 34 live actions have one lead team"
    assert found.counted == "Live actions that one team leads without another: 25; 9 are joint"
    assert alone(published(team=("Growth Service",))).finding == (
        "Growth Service alone leads 2 of 3 live actions"
    )
