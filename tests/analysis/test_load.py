import pytest

from netzero.analysis.load import load
from netzero.analysis.named import WHOLE
from netzero.analysis.periods import MONTH, QUARTER, YEAR
from netzero.analysis.pictures import Ahead
from tests.analysis.rows import BLUE, BOTH, ENDED, LIVE, NOBODY, ROWS, numbered
from tests.at import plan_at, published
from tests.builders import month


def levels_of(found):
    """Return live, deadlines and ids of each cell of a team, by the names of its row and column."""
    picture = found.picture
    return {
        (picture.rows[cell.row], picture.columns[cell.column].name): (
            cell.value,
            cell.deadlines,
            cell.spot.action_ids,
        )
        for cell in picture.levels
        if cell.spot.team
    }


def test_a_level_counts_what_is_live_and_what_ends_and_leads_to_both():
    found = load(plan_at(*ROWS), grain=YEAR)
    assert levels_of(found) == {
        ("Red Team", "2025-26"): (1, 1, ("A1",)),
        ("Blue Team", "2025-26"): (1, 1, ("A1",)),
        ("Red Team", "2026-27"): (1, 0, ("A2",)),
        ("Blue Team", "2026-27"): (0, 1, ("A3",)),
        ("Red Team", "2027-28"): (1, 0, ("A2",)),
        ("Green Team", "2027-28"): (1, 1, ("A4",)),
    }
    assert found.picture.rows == (WHOLE, "Green Team", "Red Team", "Blue Team")
    assert found.counted == (
        "Actions live in each delivery year by lead team, and deadlines, of 4 actions; a joint one "
        "counts under each of its leads, 5 in all; 1 lacks a date and is never counted as live; "
        "from 2026-27 on at most 2 in one delivery year, 2027-28"
    )


def test_all_actions_come_first_each_once_and_lead_to_themselves():
    found = load(plan_at(*ROWS), grain=YEAR)
    first = [each for each in found.picture.levels if each.row == 0]
    assert [(cell.value, cell.deadlines) for cell in first] == [(1, 1), (1, 1), (2, 1)]
    assert first[0].spot.names == (WHOLE, "2025-26")
    assert first[0].spot.words == f"{WHOLE}, 2025-26: 1 live, 1 deadline"
    assert first[0].spot.action_ids == ("A1",)
    assert first[0].spot.team == ""
    alone = load(plan_at("A1 | Red Team | | Apr-25 | Ongoing"), grain=YEAR)
    assert alone.picture.rows == ("Red Team",)
    assert [row[0] for row in alone.table.rows] == ["Red Team"]


def test_the_table_holds_every_team_and_a_column_for_the_deadlines_of_a_period_with_any():
    table = load(plan_at(*ROWS, as_at="2025-04"), grain=YEAR).table
    assert table.columns == (
        "Lead team", "2025-26", "2025-26, deadlines", "2026-27", "2026-27, deadlines",
        "2027-28", "2027-28, deadlines",
    )  # fmt: skip
    assert table.rows == (
        (WHOLE, 1, 1, 1, 1, 2, 1),
        ("Red Team", 1, 1, 1, 0, 1, 0),
        ("Blue Team", 1, 1, 0, 1, 0, 0),
        ("Green Team", 0, 0, 0, 0, 1, 1),
    )
    assert table.numeric == (False, True, True, True, True, True, True)


@pytest.mark.parametrize(
    ("dates", "live"),
    [
        ("Mar-26 | Apr-26", ["Q4 2025-26", "Q1 2026-27"]),
        ("Jan-26 | Mar-26", ["Q4 2025-26"]),
        ("Dec-25 | Jan-26", ["Q3 2025-26", "Q4 2025-26"]),
        ("Apr-26 | Ongoing", ["Q1 2026-27", "Q2 2026-27", "Q3 2026-27", "Q4 2026-27"]),
        ("Ongoing | Jun-25", ["Q1 2025-26"]),
    ],
)
def test_an_action_counts_in_each_quarter_that_it_touches(dates, live):
    edges = ("A0 | Blue Team | | Apr-25 | Apr-25", "A9 | Blue Team | | Mar-27 | Mar-27")
    found = load(plan_at(f"A1 | Red Team | | {dates}", *edges))
    assert [period for team, period in levels_of(found) if team == "Red Team"] == live


def test_a_deadline_counts_in_the_month_of_the_end_alone():
    found = load(plan_at("A1 | Red Team | | Dec-25 | Feb-26", as_at="2025-12"), grain=MONTH)
    assert levels_of(found) == {
        ("Red Team", "Dec 2025"): (1, 0, ("A1",)),
        ("Red Team", "Jan 2026"): (1, 0, ("A1",)),
        ("Red Team", "Feb 2026"): (1, 1, ("A1",)),
    }


@pytest.mark.parametrize(
    ("as_at", "first_year", "shown"),
    [
        ("2026-11", None, ("Apr 2026", "Mar 2028")),
        ("2027-03", None, ("Apr 2026", "Mar 2028")),
        ("2035-01", None, ("Apr 2034", "Mar 2036")),
        ("2026-11", "2029-30", ("Apr 2029", "Mar 2031")),
    ],
)
def test_months_are_those_of_two_delivery_years(as_at, first_year, shown):
    columns = load(plan_at(*ROWS, as_at=as_at), grain=MONTH, first_year=first_year).picture.columns
    assert len(columns) == 24
    assert (columns[0].name, columns[-1].name) == shown


def test_a_column_knows_its_period():
    column = load(plan_at(*ROWS)).picture.columns[3]
    assert column == ("Q4 2025-26", "Q4", "2025-26", month("2026-01"), month("2026-03"))


@pytest.mark.parametrize(
    ("rows", "as_at", "finding"),
    [
        (numbered(LIVE, LIVE, BLUE), "2025-04", "2025-26 to 2026-27: Red Team peaks at 2"),
        (numbered(LIVE, LIVE, BLUE), "2026-03", "2025-26 to 2026-27: Red Team peaks at 2"),
        (numbered(LIVE, LIVE, BLUE), "2026-04", "2026-27: Red Team peaks at 2"),
        (numbered(LIVE, LIVE, BLUE), "2027-04", "2025-26 to 2026-27: Red Team peaked at 2"),
        (numbered(LIVE, LIVE, BLUE), "2020-01", "2025-26 to 2026-27: Red Team peaks at 2"),
        (numbered(BOTH), "2026-11", "2026-27: 2 teams peak at 1"),
        (numbered(BOTH), "2027-04", "2025-26 to 2026-27: 2 teams peaked at 1"),
        (numbered(ENDED, "| Red Team | | TBC | Mar-27"), "2026-04", "2026-27: nothing is live"),
        (numbered("| Red Team | | TBC | Mar-27"), "2028-04", "2026-27: nothing was live"),
        (numbered(NOBODY), "2026-11", "2026-27: no team leads anything live"),
        (numbered(NOBODY), "2027-11", "2025-26 to 2026-27: no team led anything live"),
        (numbered("| Red Team | | Ongoing | Ongoing"), "2026-11", "2026-27: Red Team peaks at 1"),
        (numbered("| Red Team | | TBC | TBC"), "2026-11", "2026-27: nothing is live"),
    ],
)
def test_the_finding_is_the_peak_of_the_periods_that_are_not_past(rows, as_at, finding):
    assert load(plan_at(*rows, as_at=as_at), grain=YEAR).finding == finding


def test_without_ongoing_work_the_finding_and_the_counted_line_say_so():
    rows = (*ROWS, "A5 | Blue Team | | Ongoing | Ongoing")
    found = load(plan_at(*rows), grain=YEAR, ongoing=False)
    assert found.finding == "2026-27 to 2027-28: Green Team peaks at 1 time-bound"
    assert "; 2 without a planned end are left out" in found.counted
    assert levels_of(found).keys() == {
        ("Red Team", "2025-26"), ("Blue Team", "2025-26"), ("Blue Team", "2026-27"),
        ("Green Team", "2027-28"),
    }  # fmt: skip
    assert found.spot(("Green Team", "2027-28")).words == (
        "Green Team, 2027-28: 1 time-bound, 1 deadline"
    )
    ongoing = plan_at("A1 | Red Team | | Ongoing | Ongoing")
    assert load(ongoing, ongoing=False).finding == "Q3 to Q4 2026-27: nothing time-bound is live"


def test_a_level_says_how_much_of_it_has_no_planned_end():
    levels = load(plan_at(*ROWS), grain=YEAR).picture.levels
    assert {each.spot.names: each.ongoing for each in levels if each.ongoing} == {
        (WHOLE, "2026-27"): 1,
        (WHOLE, "2027-28"): 1,
        ("Red Team", "2026-27"): 1,
        ("Red Team", "2027-28"): 1,
    }
    assert not any(cell.ongoing for cell in load(plan_at(*ROWS), ongoing=False).picture.levels)


def test_a_row_says_what_is_live_now_and_each_change_ahead():
    rows = (
        "A1 | Red Team; Blue Team | | Apr-25 | Mar-27",
        "A2 | Red Team | | Apr-27 | Mar-28",
        "A3 | Red Team | | Ongoing | Ongoing",
    )
    whole, red, blue = load(plan_at(*rows, as_at="2026-11")).picture.profiles
    assert (whole.name, whole.live, whole.whole) == (WHOLE, 2, True)
    assert whole.ahead == red.ahead
    assert red == (
        "Red Team",
        2,
        (
            Ahead("Apr 2027", "stays 2", "1 ends, 1 starts"),
            Ahead("Apr 2028", "2 → 1", "1 ends"),
        ),
        False,
    )
    assert blue == ("Blue Team", 1, (Ahead("Apr 2027", "1 → 0", "1 ends"),), False)


def test_without_ongoing_work_a_row_counts_none_of_it():
    rows = ("A1 | Red Team | | Apr-25 | Mar-27", "A2 | Red Team | | Ongoing | Ongoing")
    [red] = load(plan_at(*rows, as_at="2026-11"), ongoing=False).picture.profiles
    assert (red.live, red.ahead) == (1, (Ahead("Apr 2027", "1 → 0", "1 ends"),))


def test_teams_of_which_nothing_starts_or_ends_any_more_come_last():
    rows = (
        "A1 | Red Team | | Ongoing | Ongoing",
        "A2 | Red Team | | Ongoing | Ongoing",
        "A3 | Blue Team | | Ongoing | Nov-26",
        "A4 | Green Team | | Apr-25 | Oct-26",
    )
    assert load(plan_at(*rows, as_at="2026-11")).picture.rows[1:] == (
        "Blue Team", "Red Team", "Green Team",
    )  # fmt: skip
    assert load(plan_at(*rows, as_at="2026-12")).picture.rows[1:] == (
        "Red Team", "Blue Team", "Green Team",
    )  # fmt: skip


def test_the_scales_are_those_of_the_whole_plan_under_every_filter():
    found = [load(published(team=team)).picture for team in ((), ("Growth Service",))]
    assert {(picture.most, picture.most_of_all) for picture in found} == {(22, 52)}
    assert len(found[1].profiles) == 1


def test_a_team_with_nothing_in_the_periods_shown_is_counted_and_left_to_the_table():
    found = load(plan_at(*ROWS, as_at="2025-04"), grain=MONTH, first_year="2026-27")
    assert (found.picture.rows, len(found.table)) == (
        (WHOLE, "Red Team", "Green Team", "Blue Team"),
        4,
    )
    found = load(plan_at(*ROWS, as_at="2025-04"), grain=MONTH, first_year="2028-29")
    assert (found.picture.rows, len(found.table)) == ((WHOLE, "Red Team"), 4)
    assert found.counted.endswith(
        "; 2 more teams have nothing here; from Apr 2028 on at most 1 in one month, first Apr 2028"
    )


def test_of_a_chosen_team_only_its_own_row_is_there():
    found = load(plan_at(*ROWS, team=("Blue Team",)), grain=YEAR)
    assert found.picture.rows == ("Blue Team",)
    spot = found.spot(("Blue Team", "2025-26"))
    assert spot.words == "Blue Team, 2025-26: 1 live, 1 deadline"
    assert (spot.action_ids, spot.team, spot.partner) == (("A1",), "Blue Team", "")
    assert found.spot(("Blue Team", "2026-27")).words == "Blue Team, 2026-27: none live, 1 deadline"


def test_the_published_load():
    found = load(published())
    assert found.finding == "Q3 2026-27 to 2029-30: Carbon Reduction Team peaks at 11"
    assert (len(found.table), len(found.picture.columns)) == (23, 20)
    assert found.table.rows[0][:2] == (WHOLE, 42)
    cells = levels_of(found)
    # By hand: E5 to March 2027, E7 without end, E4 from January 2026, E1 and E2 from April 2027.
    assert [
        cells["Growth Service", f"{quarter}"][:2]
        for quarter in ("Q3 2025-26", "Q4 2025-26", "Q4 2026-27", "Q1 2027-28")
    ] == [(2, 0), (3, 0), (3, 1), (4, 0)]
    spot = found.spot(("Growth Service", "Q4 2026-27"))
    assert spot.words == "Growth Service, Q4 2026-27: 3 live, 1 deadline"
    assert spot.action_ids == ("E4", "E5", "E7")


def test_the_published_load_by_year_and_by_month():
    years = load(published("2026-03"), grain=YEAR)
    assert years.finding == "2025-26 to 2029-30: Carbon Reduction Team peaks at 18"
    # By hand: 22 less LCC.8 (April 2026), LCC.9 (September 2026), LCC.10 and T9 (April 2027).
    assert levels_of(years)["Carbon Reduction Team", "2025-26"][:2] == (18, 9)
    assert load(published("2030-04"), grain=QUARTER).finding == (
        "Q1 2025-26 to 2029-30: Carbon Reduction Team peaked at 18"
    )
    assert load(published(), grain=MONTH).finding == (
        "Nov 2026 to Mar 2028: Carbon Reduction Team peaks at 11"
    )
    bound = levels_of(load(published(), grain=YEAR, ongoing=False))
    # Without ongoing work: LCC.2, LCC.5, B3, B4, B5, E3, E5, C1, C2, C3 and EA1.
    assert bound["Carbon Reduction Team", "2025-26"][:2] == (11, 9)
