import pytest

from netzero.analysis.deadlines import deadline_grid, deadline_months
from netzero.analysis.named import WHOLE
from netzero.analysis.pictures import COUNT
from tests.at import plan_at, published
from tests.builders import left_alone, month, months

CARBON, GROWTH = "Carbon Reduction Team", "Growth Service"
# As at Nov 2026: the month itself, the month before, one more of each kind of end.
ROWS = (
    "A1 | Red Team; Blue Team | | Apr-25 | Nov-26",
    "A2 | Red Team | | Ongoing | Oct-26",
    "A3 | Red Team | | Apr-25 | Nov-26",
    "A4 | Blue Team | | TBC | Jan-27",
    "A5 | Green Team | | Apr-25 | Ongoing",
    "A6 | Green Team | | Apr-25 | TBC",
    "A7 | Green Team | | Apr-25 |",
)


def ends(*months_of_ends, team="Red Team"):
    """Return the rows of actions A1, A2 and so on that end in these months."""
    return [f"A{n} | {team} | | Apr-25 | {end}" for n, end in enumerate(months_of_ends, start=1)]


# --- By month


def test_the_as_at_month_lies_ahead_and_the_month_before_is_past():
    found = deadline_months(plan_at(*ROWS))
    assert found.table.columns == ("When", "Month", "Deadlines", "Actions")
    assert found.table.rows == (
        ("past", month("2026-10"), 1, ("A2 Do A2",)),
        ("ahead", month("2026-11"), 2, ("A1 Do A1", "A3 Do A3")),
        ("ahead", month("2027-01"), 1, ("A4 Do A4",)),
    )
    assert found.finding == "2 actions end next, in November 2026; 1 ends later"


def test_what_has_no_deadline_is_counted_beneath():
    assert deadline_months(plan_at(*ROWS)).counted == (
        "Planned ends by month: 4 of 7 actions; 1 has ended; 1 has no planned end; "
        "the end of 2 is not given"
    )


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        (["Nov-26"], "1 action ends next, in November 2026"),
        (["Nov-26", "Oct-26"], "1 action ends next, in November 2026"),
        (["Dec-26", "Dec-26"], "2 actions end next, in December 2026"),
        (["Dec-26", "Dec-26", "Jan-27"], "2 actions end next, in December 2026; 1 ends later"),
        (["Dec-26", "Jan-27", "Mar-30"], "1 action ends next, in December 2026; 2 end later"),
        (["Oct-26"], "No planned end lies ahead; 1 has ended"),
        (["Oct-26", "Mar-26", "Ongoing"], "No planned end lies ahead; 2 have ended"),
        (["Ongoing", "TBC", ""], "Nothing here has a planned end"),
    ],
)
def test_what_ends_next_is_said_in_the_present_and_what_has_ended_in_the_past(given, finding):
    assert deadline_months(plan_at(*ends(*given))).finding == finding


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        (["Dec-26"], "the only action"),
        (["Dec-26", "Dec-26"], "both actions"),
        # All that has ended is in the finding, and not said twice.
        (["Oct-26", "Oct-26"], "both actions"),
        (["Dec-26", "Oct-26", "Sep-26"], "all 3 actions; 2 have ended"),
        (["Ongoing", "Ongoing"], "none; 2 have no planned end"),
        (["Ongoing", "TBC"], "none; 1 has no planned end; the end of 1 is not given"),
    ],
)
def test_a_whole_and_none_are_said_as_such(given, counted):
    found = deadline_months(plan_at(*ends(*given)))
    assert found.counted == f"Planned ends by month: {counted}"


def test_columns_run_from_the_first_deadline_to_the_last_with_the_empty_months():
    picture = deadline_months(plan_at(*ROWS)).picture
    assert picture.months == tuple(months("2026-10", "2026-11", "2026-12", "2027-01"))
    (series,) = picture.series
    assert (series.name, series.meaning, series.values) == ("deadlines", COUNT, (1, 2, 0, 1))
    assert picture.deadlines == (1, 2, 0, 1)


def test_a_column_says_what_it_counts_and_leads_to_it():
    found = deadline_months(plan_at(*ROWS))
    assert [(spot.names, spot.words, spot.action_ids) for spot in found.picture.spots()] == [
        (("Oct 2026",), "October 2026: 1 action ended", ("A2",)),
        (("Nov 2026",), "November 2026: 2 actions end", ("A1", "A3")),
        (("Dec 2026",), "December 2026: no actions end", ()),
        (("Jan 2027",), "January 2027: 1 action ends", ("A4",)),
    ]


def test_a_plan_without_a_planned_end_has_no_column():
    found = deadline_months(plan_at(*ends("Ongoing", "TBC")))
    assert (found.picture.months, found.table.rows, found.notes) == ((), (), ())


def test_notes_name_what_ends_ahead_and_count_what_a_line_has_no_room_for():
    found = deadline_months(plan_at(*ends(*["Dec-26"] * 13, "Jan-27", "Oct-26")))
    first, second = found.notes
    assert first.startswith("December 2026: Do A1; Do A2;")
    assert first.endswith("Do A12; and 1 more.")
    assert second == "January 2027: Do A14."


def test_the_published_deadlines_in_november_2026():
    found = deadline_months(published())
    assert found.finding == "5 actions end next, in March 2027; 11 end later"
    assert found.about == (
        "Planned ends by month: 29 of 52 actions; 13 have ended; 23 have no planned end. "
        "Whole plan, as at Nov 2026"
    )
    assert [(str(when), number) for _, when, number, _ in found.table.rows] == [
        ("2025-05", 1), ("2025-06", 1), ("2026-03", 11), ("2027-03", 5),
        ("2027-09", 2), ("2029-03", 3), ("2030-03", 5), ("2031-12", 1),
    ]  # fmt: skip


def test_the_month_after_the_last_published_deadline_has_none_ahead():
    found = deadline_months(published("2032-01"))
    assert found.finding == "No planned end lies ahead; 29 have ended"


# --- By team and month


def test_a_joint_deadline_counts_under_each_lead_and_teams_with_most_ahead_come_first():
    found = deadline_grid(plan_at(*ROWS, "A8 | Black Team | | Apr-25 | Oct-26"))
    assert found.table.columns == ("Lead team", "Oct 2026", "Nov 2026", "Jan 2027")
    assert found.table.rows == (
        (WHOLE, 2, 2, 1),
        ("Red Team", 1, 2, 0),
        ("Blue Team", 0, 1, 1),
        ("Black Team", 1, 0, 0),
    )
    assert found.counted == (
        "Planned ends by lead team and month: 5 of 8 actions; "
        "a joint one counts under each of its leads, 6 in all; 1 more team has none"
    )


def test_deadlines_past_only_break_a_tie_ahead():
    rows = [*ends("Dec-26"), "B1 | Blue Team | | | Dec-26", "B2 | Blue Team | | | Jan-26"]
    names = [row[0] for row in deadline_grid(plan_at(*rows)).table.rows]
    assert names == [WHOLE, "Blue Team", "Red Team"]


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        (["Nov-26"], "The only deadline ahead: Red Team, in November 2026"),
        # More fell together, but that is past.
        (["Oct-26", "Oct-26", "Dec-26"], "The only deadline ahead: Red Team, in December 2026"),
        (["Dec-26", "Dec-26", "Jan-27"], "Most at once ahead: Red Team, 2 in December 2026"),
        (["Dec-26", "Jan-27"], "Ahead, no team has over 1 deadline in a month"),
        (["Dec-26"] * 2 + ["Jan-27"] * 2, "Ahead, no team has over 2 deadlines in a month"),
        (["Oct-26", "Oct-26", "Sep-26"], "All past; Red Team had 2 in October 2026"),
        (["Oct-26", "Sep-26"], "All past; no team had over 1 deadline in a month"),
        (["Ongoing", "TBC"], "Nothing here has a planned end"),
    ],
)
def test_the_most_of_a_team_in_a_month_is_that_of_the_months_ahead(given, finding):
    assert deadline_grid(plan_at(*ends(*given))).finding == finding


@pytest.mark.parametrize(
    ("given", "finding"),
    [
        (["Dec-26"], "Red Team: 1 deadline ahead, in December 2026"),
        (["Dec-26", "Dec-26", "Jan-27"], "Ahead, Red Team has most in December 2026: 2 deadlines"),
        (["Dec-26", "Jan-27"], "Red Team: ahead, at most 1 deadline in a month"),
        (["Oct-26"], "Red Team had 1 deadline, in October 2026"),
        (["Oct-26", "Oct-26"], "All past; Red Team had 2 in October 2026"),
        (["Oct-26", "Sep-26"], "Red Team had at most 1 deadline in a month"),
    ],
)
def test_of_a_chosen_team_nothing_is_said_of_the_others_that_stay_on_the_grid(given, finding):
    others = (f"Z{each} | Blue Team | | Apr-25 | Dec-26" for each in range(3))
    at = plan_at(*ends(*given), *others, team=("Red Team",))
    assert deadline_grid(at).finding == finding


def test_deadlines_without_a_lead_team_are_counted_and_not_denied():
    found = deadline_grid(plan_at("A1 | TBC | | Apr-25 | Mar-27", "A2 | TBC | | Apr-25 | Ongoing"))
    assert found.finding == "No team leads an action with a planned end"
    assert found.counted == (
        "Planned ends by lead team and month: 1 of 2 actions; 1 names no lead team"
    )
    assert (found.picture.rows, found.picture.columns, found.picture.cells) == ((), (), ())


def test_a_cell_is_one_count_of_a_team_and_a_month_and_leads_to_it():
    picture = deadline_grid(plan_at(*ROWS)).picture
    assert picture.rows == (WHOLE, "Red Team", "Blue Team")
    assert [(column.name, column.short, column.group) for column in picture.columns] == [
        ("Oct 2026", "Oct", "2026-27"), ("Nov 2026", "Nov", "2026-27"),
        ("Jan 2027", "Jan", "2026-27"),
    ]  # fmt: skip
    assert [(column.first, column.last) for column in picture.columns[:1]] == [
        (month("2026-10"), month("2026-10"))
    ]
    cells = {cell[:3]: cell.spot for cell in picture.cells}
    assert sorted(cells) == [
        (0, 0, 1), (0, 1, 2), (0, 2, 1), (1, 0, 1), (1, 1, 2), (2, 1, 1), (2, 2, 1),
    ]  # fmt: skip
    assert cells[0, 1, 2] == (
        (WHOLE, "Nov 2026"),
        f"{WHOLE}, Nov 2026: 2 deadlines",
        ("A1", "A3"),
        "",
        "",
    )
    assert cells[1, 1, 2] == (
        ("Red Team", "Nov 2026"), "Red Team, Nov 2026: 2 deadlines", ("A1", "A3"), "Red Team", "",
    )  # fmt: skip


def test_a_chosen_team_comes_first_and_outlined_and_the_others_stay():
    found = deadline_grid(plan_at(*ROWS, team=("Blue Team",)))
    assert [row[0] for row in found.table.rows] == [WHOLE, "Blue Team", "Red Team"]
    assert {cell.row for cell in found.picture.cells if cell.mine} == {1}
    assert found.finding == "Blue Team: ahead, at most 1 deadline in a month"
    assert found.counted == (
        "Planned ends by lead team and month: both actions; 1 other team stands below"
    )
    everyone = deadline_grid(plan_at(*ROWS))
    assert not any(cell.mine for cell in everyone.picture.cells)
    assert sorted(everyone.table.rows) == sorted(found.table.rows)


def test_the_published_grid():
    found = deadline_grid(published())
    assert found.finding == "Ahead, no team has over 2 deadlines in a month"
    assert found.counted == (
        "Planned ends by lead team and month: 29 of 52 actions; "
        "a joint one counts under each of its leads, 39 in all; 8 more teams have none"
    )
    assert found.spot((CARBON, "Mar 2026")).words == f"{CARBON}, Mar 2026: 9 deadlines"
    assert deadline_grid(published(team=(GROWTH,))).finding == (
        f"Ahead, {GROWTH} has most in March 2030: 2 deadlines"
    )
    assert deadline_grid(published("2026-03")).finding == (
        f"Most at once ahead: {CARBON}, 9 in March 2026"
    )
    assert deadline_grid(published("2032-01")).finding == (
        f"All past; {CARBON} had 9 in March 2026"
    )


@pytest.mark.parametrize("question", [deadline_months, deadline_grid])
def test_a_question_leaves_the_plan_alone(question):
    at = plan_at(*ROWS)
    with left_alone(at.plan.actions, at.plan.assignments):
        question(at)
