import functools

import pandas as pd
import pytest

from netzero.analysis.timeline import delivery_year_grid, timeline_rows
from tests.builders import left_alone, positioned, real_plan, records, small_plan

YEARS = ("2025-26", "2026-27")
LEFT, RIGHT = pd.Timestamp("2025-04-01"), pd.Timestamp("2027-04-01")


def row_of(folder, dates, as_at="2026-11"):
    plan = small_plan(folder, f"A1 | Red Team | | {dates}", as_at=as_at)
    [row] = timeline_rows(plan, years=YEARS).itertuples()
    return row


@functools.cache
def published(as_at="2026-11", **options):
    plan = positioned(real_plan(), as_at)
    return timeline_rows(plan, years=plan.delivery_years, **options)


# --- Bars


@pytest.mark.parametrize(
    ("dates", "left", "right"),
    [
        ("Apr-25 | Mar-27", "2025-04-01", "2027-04-01"),
        ("Dec-25 | Jan-26", "2025-12-01", "2026-02-01"),
        ("Mar-26 | Mar-26", "2026-03-01", "2026-04-01"),
        ("Mar-26 | Apr-26", "2026-03-01", "2026-05-01"),
    ],
)
def test_a_bar_runs_from_the_first_day_of_its_start_to_the_last_day_of_its_end(
    tmp_path, dates, left, right
):
    row = row_of(tmp_path, dates)
    assert (row.left, row.right) == (pd.Timestamp(left), pd.Timestamp(right))
    assert (row.enters, row.leaves, row.label) == (False, False, "")


@pytest.mark.parametrize(
    ("dates", "left", "right", "enters", "leaves", "label"),
    [
        ("Ongoing | Mar-26", LEFT, "2026-04-01", True, False, ""),
        ("Apr-26 | Ongoing", "2026-04-01", RIGHT, False, True, "Ongoing"),
        ("Ongoing | Ongoing", LEFT, RIGHT, True, True, "Ongoing"),
        ("Mar-25 | Mar-26", LEFT, "2026-04-01", True, False, "from Mar 2025"),
        ("Apr-26 | Apr-27", "2026-04-01", RIGHT, False, True, "Apr 2027"),
        ("Mar-25 | Apr-27", LEFT, RIGHT, True, True, "from Mar 2025, Apr 2027"),
        ("Mar-25 | Ongoing", LEFT, RIGHT, True, True, "from Mar 2025, Ongoing"),
    ],
)
def test_a_bar_that_runs_past_an_edge_is_clipped_and_says_how_far(
    tmp_path, dates, left, right, enters, leaves, label
):
    row = row_of(tmp_path, dates)
    assert (row.left, row.right) == (pd.Timestamp(left), pd.Timestamp(right))
    assert (row.enters, row.leaves, row.label) == (enters, leaves, label)


@pytest.mark.parametrize(
    ("dates", "label"),
    [
        ("TBC | Mar-26", "Start to be confirmed, end Mar 2026"),
        ("Apr-25 | TBC", "Start Apr 2025, end to be confirmed"),
        ("Apr-27 | TBC", "Start Apr 2027, end to be confirmed"),
        ("| Ongoing", "Start not given, end ongoing"),
        ("Ongoing |", "Start ongoing, end not given"),
        ("|", "Start not given, end not given"),
    ],
)
def test_an_action_with_an_unknown_date_has_no_bar_and_says_what_is_given(tmp_path, dates, label):
    row = row_of(tmp_path, dates)
    assert (row.left, row.right) == (pd.NaT, pd.NaT)
    assert (row.enters, row.leaves, row.label) == (False, False, label)


@pytest.mark.parametrize(
    ("dates", "words"), [("Apr-23 | Mar-24", "Mar 2024"), ("Apr-30 | Mar-31", "Apr 2030")]
)
def test_a_window_wholly_outside_the_years_says_both_its_dates(tmp_path, dates, words):
    assert words in row_of(tmp_path, dates).label


# --- Groups and order


ROWS = (
    "A1 | Red Team | Schools | Apr-25 | Mar-27 | Roads",
    "A2 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26 | Homes",
    "A3 | Blue Team | | Ongoing | Ongoing | Roads",
    "A4 | Blue Team | TBC | TBC | Mar-26 | Homes",
    "A5 | Blue Team | Residents | May-25 | Mar-26 | Roads",
)


def order(folder, **options):
    plan = small_plan(folder, *ROWS, as_at="2026-11")
    return records(timeline_rows(plan, years=YEARS, **options), "group", "action_id")


def test_groups_stand_in_the_order_of_the_plan_soonest_deadline_first(tmp_path):
    assert order(tmp_path) == [
        ("Roads", "A5"),
        ("Roads", "A1"),
        ("Roads", "A3"),
        ("Homes", "A2"),
        ("Homes", "A4"),
    ]


def test_sorted_by_start_what_is_under_way_is_first_and_what_is_unknown_last(tmp_path):
    assert order(tmp_path, sort="start") == [
        ("Roads", "A3"),
        ("Roads", "A1"),
        ("Roads", "A5"),
        ("Homes", "A2"),
        ("Homes", "A4"),
    ]


def test_sorted_by_id_the_order_is_that_of_the_plan(tmp_path):
    assert [action_id for _, action_id in order(tmp_path, sort="id", group="plan")] == [
        "A1", "A2", "A3", "A4", "A5",
    ]  # fmt: skip


def test_a_joint_action_stands_under_each_lead_and_the_biggest_team_is_first(tmp_path):
    assert order(tmp_path, group="team", sort="id") == [
        ("Blue Team", "A2"),
        ("Blue Team", "A3"),
        ("Blue Team", "A4"),
        ("Blue Team", "A5"),
        ("Red Team", "A1"),
        ("Red Team", "A2"),
    ]


def test_an_action_without_a_partner_is_not_lost(tmp_path):
    rows = order(tmp_path, group="partner", sort="id")
    assert ("No partner named", "A3") in rows
    assert ("No partner named", "A4") in rows
    assert len(rows) == 6


def test_timeline_rows_leave_their_input_alone():
    plan = positioned(real_plan(), "2026-11")
    with left_alone(plan.actions, plan.assignments, plan.partnerships):
        timeline_rows(plan, years=plan.delivery_years, group="team")
        delivery_year_grid(plan.actions, years=plan.delivery_years)


@pytest.mark.parametrize("sort", ["deadline", "start", "id"])
@pytest.mark.parametrize(("group", "rows"), [("theme", 52), ("plan", 52), ("team", 69)])
def test_the_published_timeline_loses_no_action(group, sort, rows):
    table = published(group=group, sort=sort)
    assert (len(table), table["action_id"].nunique()) == (rows, 52)
    assert table[["left", "right"]].notna().all(axis=None)


def test_the_published_timeline_by_partner_loses_no_action():
    table = published(group="partner")
    assert table["action_id"].nunique() == 52
    assert table.loc[table["group"].eq("District councils"), "action_id"].nunique() == 22
    # The 14 of the 2035 table, and E1, whose partners are to be confirmed.
    assert table["group"].eq("No partner named").sum() == 15


def test_the_published_arrows_and_their_words():
    table = published()
    # 24 starts "Ongoing" and LCC.3; 23 ends "Ongoing" and E4.
    assert (table["enters"].sum(), table["leaves"].sum()) == (25, 24)
    labels = table.set_index("action_id")["label"]
    assert labels.value_counts().to_dict() == {
        "": 27,
        "Ongoing": 23,
        "Dec 2031": 1,
        "from Apr 2024": 1,
    }
    assert (labels["E4"], labels["LCC.3"]) == ("Dec 2031", "from Apr 2024")


# --- The published grid


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("Apr-25 | Mar-26", ("live, ends Mar 2026", "")),
        ("Mar-26 | Apr-26", ("live", "live, ends Apr 2026")),
        ("Ongoing | Ongoing", ("live", "live")),
        ("Apr-26 | Ongoing", ("", "live")),
        ("Ongoing | Mar-25", ("", "")),
        ("TBC | Mar-26", ("ends Mar 2026", "")),
        ("Apr-25 | TBC", ("", "")),
        ("Apr-27 | Mar-28", ("", "")),
    ],
)
def test_a_year_says_whether_the_action_is_live_and_where_it_ends(tmp_path, dates, cells):
    actions = small_plan(tmp_path, f"A1 | Red Team | | {dates}").actions
    assert records(delivery_year_grid(actions, years=YEARS), *YEARS) == [cells]


def test_the_grid_bears_the_dates_as_published(tmp_path):
    actions = small_plan(tmp_path, "A1 | Red Team | | Sept-25 | 31/03/2026").actions
    grid = delivery_year_grid(actions, years=YEARS)
    assert records(grid, "action_id", "start", "end") == [("A1", "Sept-25", "31/03/2026")]


def test_the_published_grid_counts_what_is_live_in_each_year():
    plan = real_plan()
    grid = delivery_year_grid(plan.actions, years=plan.delivery_years)
    live = [int(grid[year].str.startswith("live").sum()) for year in plan.delivery_years]
    # By hand, 52 less what starts later and what has ended: 7; 13 and 5; 18 and 1; 20; 23.
    assert live == [45, 34, 33, 32, 29]
