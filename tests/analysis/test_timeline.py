from dataclasses import replace

import pandas as pd
import pytest

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import delivery_years, folded, timeline
from tests.at import plan_at, published
from tests.builders import month, small_plan

YEARS = ("2025-26", "2026-27")
LEFT, RIGHT = "2025-04-01", "2027-04-01"


def on_two_years(*rows, as_at="2026-11"):
    return PlanAt(replace(small_plan(*rows), delivery_years=YEARS), month(as_at))


def lane_of(dates):
    [lane] = timeline(on_two_years(f"A1 | Red Team | | {dates}")).picture.lanes
    return lane


# --- Bars


@pytest.mark.parametrize(
    ("dates", "left", "right", "enters", "leaves", "words"),
    [
        ("Apr-25 | Mar-27", "2025-04-01", "2027-04-01", False, False, ""),
        ("Dec-25 | Jan-26", "2025-12-01", "2026-02-01", False, False, ""),
        ("Mar-26 | Mar-26", "2026-03-01", "2026-04-01", False, False, ""),
        ("Ongoing | Mar-26", LEFT, "2026-04-01", True, False, ""),
        ("Apr-26 | Ongoing", "2026-04-01", RIGHT, False, True, "Ongoing"),
        ("Ongoing | Ongoing", LEFT, RIGHT, True, True, "Ongoing"),
        ("Mar-25 | Mar-26", LEFT, "2026-04-01", True, False, "Mar 2026, from Mar 2025"),
        ("Apr-26 | Apr-27", "2026-04-01", RIGHT, False, True, "Apr 2027"),
        ("Mar-25 | Ongoing", LEFT, RIGHT, True, True, "Ongoing, from Mar 2025"),
    ],
)
def test_a_bar_runs_from_its_first_day_to_its_last_and_says_how_far_it_runs_past_an_edge(
    dates, left, right, enters, leaves, words
):
    lane = lane_of(dates)
    assert (lane.left, lane.right) == (pd.Timestamp(left), pd.Timestamp(right))
    assert (lane.enters, lane.leaves, lane.words) == (enters, leaves, words)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("TBC | Mar-26", "Start to be confirmed, end Mar 2026"),
        ("Apr-25 | TBC", "Start Apr 2025, end to be confirmed"),
        ("| Ongoing", "Start not given, end ongoing"),
        ("Ongoing |", "Start ongoing, end not given"),
        ("|", "Start not given, end not given"),
        ("Apr-23 | Mar-24", "Start Apr 2023, end Mar 2024"),
        ("Apr-30 | Mar-31", "Start Apr 2030, end Mar 2031"),
    ],
)
def test_what_has_no_bar_in_these_years_says_what_is_given(dates, words):
    lane = lane_of(dates)
    assert (lane.left, lane.right, lane.enters, lane.leaves) == (None, None, False, False)
    assert lane.words == words


def test_what_has_no_bar_is_counted():
    found = timeline(
        on_two_years("A1 | Red Team | | TBC | TBC", "A2 | Red Team | | Apr-25 | Mar-26")
    )
    assert found.counted == (
        "2 actions by theme, then deadline; 1 in words, for want of dates in these years"
    )


# --- Groups and order

ROWS = (
    "A1 | Red Team | Schools | Apr-25 | Mar-27 | Roads",
    "A2 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26 | Homes",
    "A3 | Blue Team | | Ongoing | Ongoing | Roads",
    "A4 | Blue Team | TBC | TBC | Mar-26 | Homes",
    "A5 | Blue Team | Residents | May-25 | Mar-26 | Roads",
)


def order(**choices):
    lanes = timeline(plan_at(*ROWS), **choices).picture.lanes
    return [(lane.group, lane.label) for lane in lanes]


def test_groups_stand_in_the_order_of_the_plan_soonest_deadline_first():
    assert order() == [
        ("Roads", "A5"), ("Roads", "A1"), ("Roads", "A3"), ("Homes", "A2"), ("Homes", "A4"),
    ]  # fmt: skip


def test_sorted_by_start_what_is_under_way_is_first_and_what_is_unknown_last():
    assert [label for _, label in order(sort="start")] == ["A3", "A1", "A5", "A2", "A4"]


def test_a_joint_action_stands_under_each_lead_and_the_biggest_team_is_first():
    assert order(group="team", sort="id") == [
        ("Blue Team", "A2"), ("Blue Team", "A3"), ("Blue Team", "A4"), ("Blue Team", "A5"),
        ("Red Team", "A1"), ("Red Team", "A2"),
    ]  # fmt: skip


def test_an_action_without_a_lead_or_partner_is_not_lost():
    assert order(group="partner", sort="id")[-2:] == [
        ("No partner named", "A3"), ("No partner named", "A4"),
    ]  # fmt: skip
    found = timeline(plan_at("A1 | TBC | | Apr-25 | Mar-26"), group="team")
    assert found.picture.lanes[0].group == "Lead to be confirmed"


@pytest.mark.parametrize(
    ("group", "bars"), [("theme", 52), ("plan", 52), ("team", 69), ("partner", 151)]
)
def test_the_published_timeline_loses_no_action(group, bars):
    found = timeline(published(), group=group)
    lanes = found.picture.lanes
    assert (len(lanes), len({lane.label for lane in lanes})) == (bars, 52)
    assert [row[1] for row in found.table.rows] == [lane.label for lane in lanes]
    assert all(lane.left is not None for lane in lanes)


def test_the_published_arrows_and_their_words():
    lanes = timeline(published()).picture.lanes
    # 24 starts "Ongoing" and LCC.3; 23 ends "Ongoing" and E4.
    assert (sum(x.enters for x in lanes), sum(x.leaves for x in lanes)) == (25, 24)
    said = {lane.label: lane.words for lane in lanes if lane.words not in ("", "Ongoing")}
    assert said == {"E4": "Dec 2031", "LCC.3": "May 2025, from Apr 2024"}


# --- The finding


@pytest.mark.parametrize(
    ("as_at", "finding"),
    [
        ("2026-11", "5 actions end next, in March 2027; 13 have ended"),
        ("2025-05", "1 action ends next, in May 2025"),
        ("2025-06", "1 action ends next, in June 2025; 1 has ended"),
        ("2031-12", "1 action ends next, in December 2031; 28 have ended"),
        ("2032-01", "No planned end lies ahead; 29 have ended"),
    ],
)
def test_the_finding_says_what_lies_ahead_first_and_counts_all_that_has_ended(as_at, finding):
    assert timeline(published(as_at)).finding == finding


def test_without_a_planned_end_that_is_said():
    found = timeline(plan_at("A1 | Red Team | | Apr-25 | Ongoing"))
    assert found.finding == "Nothing here has a planned end"


# --- Folded for a slide


def test_the_folded_timeline_has_a_lane_for_each_end_month_and_position():
    found = folded(timeline(published()).picture)
    assert [(lane.label, lane.words) for lane in found.lanes] == [
        ("May 2025", "1 action"),
        ("Jun 2025", "1 action"),
        ("Mar 2026", "11 actions"),
        ("Mar 2027", "5 actions"),
        ("Sep 2027", "2 actions"),
        ("Mar 2029", "2 actions in delivery"),
        ("Mar 2029", "1 action not started"),
        ("Mar 2030", "1 action in delivery"),
        ("Mar 2030", "4 actions not started"),
        ("Dec 2031", "1 action"),
        ("No planned end", "23 actions"),
    ]
    assert found.lanes[2].spot.words == "Mar 2026: 11 actions"


def test_too_many_months_are_folded_into_years_and_a_joint_action_counts_once():
    at = on_two_years(
        "A1 | Red Team; Blue Team | | Apr-25 | May-26", "A2 | Red Team | | Apr-25 | Jun-26"
    )
    lanes = folded(timeline(at, group="team").picture, most=1).lanes
    assert [(lane.label, lane.words) for lane in lanes] == [("2026-27", "2 actions")]


# --- Delivery years


@pytest.mark.parametrize(
    ("dates", "cells"),
    [
        ("Apr-25 | Mar-26", ("live, ends Mar 2026", "")),
        ("Mar-26 | Apr-26", ("live", "live, ends Apr 2026")),
        ("Apr-26 | Ongoing", ("", "live")),
        ("Ongoing | Mar-25", ("", "")),
        ("TBC | Mar-26", ("ends Mar 2026", "")),
        ("Apr-25 | TBC", ("", "")),
    ],
)
def test_a_year_says_whether_the_action_is_live_and_where_it_ends(dates, cells):
    [row] = delivery_years(on_two_years(f"A1 | Red Team | | {dates}")).table.rows
    assert row[-2:] == cells


def test_the_published_grid_counts_what_is_live_in_each_year():
    found = delivery_years(published())
    live = [sum(str(row[4 + n]).startswith("live") for row in found.table.rows) for n in range(5)]
    # By hand, 52 less what starts later and what has ended: 7; 13 and 5; 18 and 1; 20; 23.
    assert live == [45, 34, 33, 32, 29]
    assert found.finding == "34 of 52 actions are live during 2026-27"


# --- Ongoing work folded


def test_ongoing_work_of_a_group_is_its_first_bar_and_leads_to_all_of_it():
    rows = (
        "A1 | Red Team | | Apr-25 | Mar-26",
        "A2 | Red Team | | Apr-26 | Ongoing",
        "A3 | Red Team | | Ongoing | Ongoing",
        "A4 | Red Team | | Jan-27 | Ongoing",
    )
    found = timeline(on_two_years(*rows), ongoing="folded")
    first, *rest = found.picture.lanes
    assert (first.holds, first.label, first.spot.action_ids) == (2, "", ("A3", "A2"))
    assert (first.left, first.right) == (pd.Timestamp(LEFT), pd.Timestamp(RIGHT))
    assert (first.enters, first.leaves, first.words) == (True, True, "Ongoing")
    # What has not started is not ongoing, whether it is to end or not.
    assert [(lane.label, lane.position) for lane in rest] == [
        ("A1", "ended"),
        ("A4", "not started"),
    ]
    assert found.counted.endswith("; 2 ongoing, in one bar for each theme")
    assert len(found.table) == 4


def test_the_published_plan_folded_has_a_bar_a_theme_and_one_each_time_bound_action():
    lanes = timeline(published(), ongoing="folded").picture.lanes
    assert sum(lane.holds for lane in lanes) == 23
    assert sum(lane.holds == 0 for lane in lanes) == 29
    assert next(lane for lane in lanes if lane.group == "Transport").spot.words == (
        "Transport: 6 ongoing actions"
    )


def test_a_lane_names_its_leads_or_says_that_they_are_to_be_confirmed():
    rows = ("A1 | Red Team; Blue Team | | Apr-25 | Mar-27", "A2 | TBC | | Apr-25 | Mar-27")
    lanes = timeline(plan_at(*rows)).picture.lanes
    assert [lane.leads for lane in lanes] == [("Red Team", "Blue Team"), ("Lead to be confirmed",)]
