import functools

import pandas as pd
import pytest

from netzero.analysis.periods import MONTH, QUARTER, YEAR, periods
from netzero.analysis.workload import (
    as_table,
    concentration,
    concentration_sentence,
    led_by_one,
    live_ids,
    peak_sentence,
    profile_sentence,
    team_profile,
    workload_grid,
)
from netzero.plan.months import months_of
from tests.builders import left_alone, month, months, positioned, real_plan, records, small_plan

YEARS = ("2025-26", "2026-27")
ROWS = (
    "A1 | Red Team; Blue Team | | Ongoing | Mar-26",
    "A2 | Red Team | | Apr-26 | Ongoing",
    "A3 | Blue Team | | TBC | Mar-27",
    "A4 | Green Team | | Apr-27 | Mar-28",
)


def grid_of(plan, *, years=YEARS, grain=YEAR, ongoing=True):
    columns = periods(years, grain=grain)
    return workload_grid(plan.actions, plan.assignments, periods=columns, ongoing=ongoing)


@functools.cache
def published_grid(grain=YEAR, ongoing=True):
    plan = positioned(real_plan(), "2026-11")
    return grid_of(plan, years=plan.delivery_years, grain=grain, ongoing=ongoing)


def cell(grid, team, period):
    own = grid[grid["team"].eq(team) & grid["period"].eq(period)]
    [found] = records(own, "live", "deadlines")
    return found


# --- The grid


def test_every_team_and_period_is_there_with_most_live_work_first(tmp_path):
    assert records(grid_of(small_plan(tmp_path, *ROWS))) == [
        ("Red Team", "2025-26", 1, 1, ("A1",), ("A1",)),
        ("Red Team", "2026-27", 1, 0, ("A2",), ()),
        ("Blue Team", "2025-26", 1, 1, ("A1",), ("A1",)),
        ("Blue Team", "2026-27", 0, 1, (), ("A3",)),
        ("Green Team", "2025-26", 0, 0, (), ()),
        ("Green Team", "2026-27", 0, 0, (), ()),
    ]


def test_without_ongoing_work_every_team_still_has_its_row(tmp_path):
    grid = grid_of(small_plan(tmp_path, *ROWS), ongoing=False)
    assert cell(grid, "Red Team", "2026-27") == (0, 0)
    assert cell(grid, "Red Team", "2025-26") == (1, 1)
    assert grid["team"].nunique() == 3


@pytest.mark.parametrize(
    ("dates", "live"),
    [
        ("Mar-26 | Apr-26", ("Q4 2025-26", "Q1 2026-27")),
        ("Jan-26 | Mar-26", ("Q4 2025-26",)),
        ("Dec-25 | Jan-26", ("Q3 2025-26", "Q4 2025-26")),
        ("Jun-25 | Jul-25", ("Q1 2025-26", "Q2 2025-26")),
        ("Apr-24 | Mar-25", ()),
        ("Apr-27 | Ongoing", ()),
    ],
)
def test_an_action_counts_in_each_quarter_that_it_touches(tmp_path, dates, live):
    grid = grid_of(small_plan(tmp_path, f"A1 | Red Team | | {dates}"), grain=QUARTER)
    assert tuple(grid.loc[grid["live"].gt(0), "period"]) == live


def test_a_deadline_counts_in_the_month_of_the_end_alone(tmp_path):
    grid = grid_of(small_plan(tmp_path, "A1 | Red Team | | Dec-25 | Feb-26"), grain=MONTH)
    assert tuple(grid.loc[grid["live"].gt(0), "period"]) == ("Dec 2025", "Jan 2026", "Feb 2026")
    assert tuple(grid.loc[grid["deadlines"].gt(0), "period"]) == ("Feb 2026",)


def test_the_grid_leaves_its_input_alone():
    plan = positioned(real_plan(), "2026-11")
    columns = periods(plan.delivery_years, grain=YEAR)
    with left_alone(plan.actions, plan.assignments, columns):
        workload_grid(plan.actions, plan.assignments, periods=columns)


def test_the_published_grid_has_a_cell_for_each_of_22_teams_in_five_years():
    assert len(published_grid()) == 22 * 5


def test_18_of_the_published_carbon_actions_are_live_in_2025_26_and_nine_end():
    # By hand: 22 less LCC.8 (April 2026), LCC.9 (September 2026), LCC.10 and T9 (April 2027).
    assert cell(published_grid(), "Carbon Reduction Team", "2025-26") == (18, 9)
    # Without ongoing work: LCC.2, LCC.5, B3, B4, B5, E3, E5, C1, C2, C3 and EA1.
    assert cell(published_grid(ongoing=False), "Carbon Reduction Team", "2025-26") == (11, 9)


def test_the_published_growth_service_by_quarter():
    # By hand: E5 to March 2027, E7 without end, E4 from January 2026, E1 and E2 from April 2027.
    grid = published_grid(QUARTER)
    own = grid[grid["team"].eq("Growth Service")]
    live = dict(zip(own["period"], own["live"], strict=True))
    assert [live[p] for p in ("Q3 2025-26", "Q4 2025-26", "Q4 2026-27", "Q1 2027-28")] == [
        2, 3, 3, 4,
    ]  # fmt: skip


def test_the_table_says_live_work_and_what_ends(tmp_path):
    table = as_table(grid_of(small_plan(tmp_path, *ROWS)))
    assert list(table.columns) == ["team", "2025-26", "2026-27"]
    assert records(table) == [
        ("Red Team", "1, 1 end", "1"),
        ("Blue Team", "1, 1 end", "0, 1 end"),
        ("Green Team", "0", "0"),
    ]


def test_the_table_keeps_quarters_in_the_order_of_time(tmp_path):
    table = as_table(grid_of(small_plan(tmp_path, *ROWS), years=["2025-26"], grain=QUARTER))
    assert list(table.columns) == [
        "team", "Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26",
    ]  # fmt: skip


# --- Its finding


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({"Red": [0, 0, 0]}, "No live action in these periods"),
        ({"Red": [1, 0, 0]}, "Red peaks at 1 live action, in p0"),
        ({"Red": [0, 2, 2]}, "Red peaks at 2 live actions, p1 to p2"),
        ({"Red": [2, 0, 2]}, "Red peaks at 2 live actions, in 2 periods from p0"),
        ({"Red": [2, 0, 0], "Blue": [0, 2, 0]}, "2 teams peak at 2 live actions each"),
    ],
)
def test_the_finding_names_the_peak_and_its_periods(counts, sentence):
    rows = [
        (team, f"p{place}", live)
        for team, lives in counts.items()
        for place, live in enumerate(lives)
    ]
    grid = pd.DataFrame(rows, columns=["team", "period", "live"])
    assert peak_sentence(grid, ongoing=True) == sentence


def test_the_finding_says_where_ongoing_work_is_left_out():
    assert peak_sentence(published_grid(ongoing=False), ongoing=False) == (
        "Carbon Reduction Team peaks at 11 time-bound live actions, in 2025-26"
    )


# --- One team


def test_a_profile_sets_time_bound_work_on_the_floor_of_ongoing_work(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | | Jan-26 | Jan-26",
        "A2 | Red Team | | Jan-26 | Ongoing",
        "A3 | Blue Team | | Ongoing | Ongoing",
        "A4 | Red Team | | TBC | Feb-26",
    )
    window = pd.period_range("2025-12", "2026-02", freq="M")
    profile = team_profile(plan.actions, plan.assignments, team="Red Team", months=window)
    assert records(profile, "month", "ongoing", "time_bound", "live", "deadlines") == [
        (month("2025-12"), 0, 0, 0, 0),
        (month("2026-01"), 1, 1, 2, 1),
        (month("2026-02"), 1, 0, 1, 1),
    ]


@pytest.mark.parametrize(
    ("live", "as_at", "sentence"),
    [
        ([0, 0, 0], "2026-01", "Red leads nothing live in these years"),
        ([2, 2, 2], "2026-01", "Red has 2 live throughout"),
        ([1, 2, 1], "2026-01", "Red peaks at 2 live actions, January 2026"),
        ([1, 2, 1], "2026-02", "Red peaked at 2 live actions, January 2026"),
        ([1, 3, 3], "2026-02", "Red peaks at 3 live actions, Jan 2026 to Feb 2026"),
    ],
)
def test_the_finding_of_a_profile_has_its_peak_and_tense(live, as_at, sentence):
    profile = pd.DataFrame({"month": months("2025-12", "2026-01", "2026-02"), "live": live})
    assert profile_sentence(profile, team="Red", as_at=month(as_at)) == sentence


def test_a_peak_that_comes_twice_is_not_said_to_last_from_the_first_to_the_last():
    profile = pd.DataFrame({"month": months("2025-12", "2026-01", "2026-02"), "live": [3, 1, 3]})
    sentence = profile_sentence(profile, team="Red", as_at=month("2025-12"))
    assert sentence.startswith("Red peaks at 3 live actions")
    assert "Dec 2025 to Feb 2026" not in sentence


def test_the_published_carbon_reduction_team_holds_18_until_march_2026_and_then_10():
    plan = real_plan()
    profile = team_profile(
        plan.actions,
        plan.assignments,
        team="Carbon Reduction Team",
        months=months_of(plan.delivery_years),
    ).set_index("month")
    assert profile.loc[month("2026-03")].to_dict() == {
        "ongoing": 7, "time_bound": 11, "deadlines": 9, "live": 18,
    }  # fmt: skip
    # In April 2026: LCC.5, LCC.8 and E5.
    assert profile.loc[month("2026-04"), ["ongoing", "time_bound"]].tolist() == [7, 3]


# --- Concentration


def test_concentration_reaches_each_action_once(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Mar-26",
        "A2 | Red Team; Blue Team | | Apr-25 | Mar-26",
        "A3 | Blue Team; Green Team | | Apr-25 | Mar-26",
        "A4 | Red Team | | Apr-25 | Mar-26",
    )
    assert records(concentration(plan.actions, plan.assignments)) == [
        ("Red Team", 3, 2, 1, 3),
        ("Blue Team", 2, 0, 2, 4),
        ("Green Team", 1, 0, 1, 4),
    ]


def test_actions_led_by_one_team_alone(tmp_path):
    plan = small_plan(
        tmp_path, "A1 | Red Team; Blue Team | | | ", "A2 | Red Team | | | ", "A3 | Blue Team | | | "
    )
    assert led_by_one(plan.assignments).tolist() == ["A2", "A3"]


@pytest.mark.parametrize(
    ("reached", "actions", "sentence"),
    [
        ([], 4, "No team leads an action here"),
        ([2, 3, 4], 4, "T1 leads 2 of 4 actions"),
        ([1, 2, 3, 4], 4, "T1 and T2 lead 2 of 4 actions"),
        ([1, 2, 3, 4, 5, 6, 7, 8], 8, "4 teams lead 4 of 8 actions"),
    ],
)
def test_the_finding_names_the_fewest_teams_that_lead_half(reached, actions, sentence):
    teams = [f"T{n}" for n in range(1, len(reached) + 1)]
    table = pd.DataFrame({"team": teams, "reached": reached})
    assert concentration_sentence(table, actions=actions) == sentence


def test_the_published_concentration():
    plan = real_plan()
    table = concentration(plan.actions, plan.assignments)
    # By hand: LCC.2, LCC.9, LCC.14, T9, B4 and E5 are led with others.
    assert records(table)[0] == ("Carbon Reduction Team", 22, 16, 6, 22)
    assert (len(table), table["actions"].sum(), table["reached"].iloc[-1]) == (22, 69, 52)
    assert len(led_by_one(plan.assignments)) == 38


@pytest.mark.parametrize(
    ("at", "ids"),
    [("2026-03", ["A1"]), ("2026-04", ["A2"]), ("2026-02", ["A1"])],
)
def test_live_ids_are_those_that_a_team_leads_and_that_are_live_in_the_month(tmp_path, at, ids):
    plan = small_plan(tmp_path, *ROWS)
    assert live_ids(plan.actions, plan.assignments, team="Red Team", month=month(at)) == ids
