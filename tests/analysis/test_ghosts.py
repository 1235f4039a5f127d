"""Bars before and after: which actions have one, where it was, and what is said of the move."""

import pandas as pd

from netzero.analysis.ghosts import ghosts
from tests.editions import against, at, edition


def day(text):
    return pd.Timestamp(text)


def compared(before, after, **given):
    return ghosts(at(edition(*after), **given), against=against(edition(*before)))


THEN = (
    "A1 | Red Team | | Apr-26 | Mar-27",
    "A2 | Red Team | | Apr-26 | Mar-28",
    "A3 | Red Team | | Apr-26 | Jun-27",
    "A4 | Red Team | Schools | Apr-26 | Mar-27",
)
NOW = (
    "A1 | Red Team | | Apr-26 | Sep-27",
    "A2 | Red Team | | Apr-26 | Mar-27",
    "A4 | Red Team | Police | Apr-26 | Mar-27",
    "A5 | Red Team | | Apr-27 | Mar-28",
)


def test_a_lane_holds_the_bar_before_and_the_bar_after():
    found = compared(THEN, NOW)
    lanes = {lane.label: lane for lane in found.picture.lanes}
    assert list(lanes) == ["A2", "A1", "A5", "A3"]  # furthest first, then new, then dropped
    moved = lanes["A1"]
    assert (moved.left, moved.right) == (day("2026-04-01"), day("2027-10-01"))
    assert moved.was == (day("2026-04-01"), day("2027-04-01"))
    assert moved.words == "Mar 2027 to Sep 2027: 6 months later"
    assert lanes["A2"].words == "Mar 2028 to Mar 2027: 12 months earlier"


def test_a_new_action_has_no_bar_before_and_a_dropped_one_none_after():
    lanes = {lane.label: lane for lane in compared(THEN, NOW).picture.lanes}
    new, gone = lanes["A5"], lanes["A3"]
    assert (new.was, new.words) == (None, "New; its end is Mar 2028")
    assert (gone.left, gone.right, gone.words) == (None, None, "Dropped; its end was Jun 2027")
    assert gone.was == (day("2026-04-01"), day("2027-07-01"))
    assert gone.spot.action_ids == ("A3",)


def test_what_differs_in_names_alone_is_counted():
    found = compared(THEN, NOW)
    assert found.finding == "A2 moves furthest: end 12 months earlier"
    assert found.counted == (
        "4 actions with other dates, new or dropped, from the edition of 1 March 2025 to the plan; "
        "1 more differs in names or words alone"
    )


def test_the_years_reach_from_the_month_or_what_moved_to_the_last_end():
    assert compared(THEN, NOW).picture.years == ("2026-27", "2027-28")
    late = compared(THEN[:1], ["A1 | Red Team | | Apr-26 | Mar-31"])
    assert late.picture.years == ("2026-27", "2027-28", "2028-29", "2029-30", "2030-31")


def test_an_end_that_becomes_ongoing_runs_on_past_the_years():
    [lane] = compared(THEN[:1], ["A1 | Red Team | | Apr-26 | Ongoing"]).picture.lanes
    assert (lane.leaves, lane.words) == (True, "Mar 2027 to Ongoing")
    assert list(lane.moves()) == []  # what has no end has no edge to move to
    assert lane.was == (day("2026-04-01"), day("2027-04-01"))


def test_start_and_end_are_both_told():
    found = compared(THEN[:1], ["A1 | Red Team | | Jun-26 | Jun-27"])
    assert found.picture.lanes[0].words == (
        "end Jun 2027, 3 months later; start Jun 2026, 2 months later"
    )


def test_a_bar_that_moves_as_a_whole_is_told_once():
    found = compared(THEN[:1], ["A1 | Red Team | | Jun-26 | May-27"])
    assert found.picture.lanes[0].words == "start and end 2 months later, to May 2027"


def test_equal_moves_are_counted_and_none_are_said():
    twice = [row.replace("Mar-27", "Jun-27").replace("Mar-28", "Jun-28") for row in THEN[:2]]
    assert compared(THEN[:2], twice).finding == "2 actions move furthest: 3 months each"
    assert compared(THEN[:2], THEN[:1]).finding == "No date moves; 1 dropped"
    assert compared(THEN, THEN).finding == "No date moves"
    assert compared(THEN, THEN).picture.lanes == ()
