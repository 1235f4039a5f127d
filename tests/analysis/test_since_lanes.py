"""Starts and ends since a month and the next ones, as bars: counted by hand at the bounds."""

import pandas as pd
import pytest

from netzero.analysis.since_lanes import since_lanes
from tests.at import plan_at, published

MAY = pd.Period("2026-05", "M")


def rows(*dates):
    return (f"A{place} | Red Team | | {each}" for place, each in enumerate(dates))


def groups(found):
    return [(lane.group, lane.label) for lane in found.picture.lanes]


def test_each_start_and_end_since_and_the_next_ones_are_a_bar():
    dates = (
        "Apr-25 | May-26",  # ended since: live in the earlier month
        "Jun-26 | Nov-26",  # started since, and ends next, in the as-at month
        "Dec-26 | Mar-27",  # starts next
        "Jan-27 | Ongoing",  # starts later
        "Apr-25 | Apr-26",  # had ended before
        "TBC | TBC",
    )
    found = since_lanes(plan_at(*rows(*dates)), earlier=MAY)
    assert groups(found) == [
        ("Started since May 2026: 1", "A1"),
        ("Ended since May 2026: 1", "A0"),
        ("Ends next: 1", "A1"),
        ("Starts next: 1", "A2"),
    ]
    assert found.finding == "1 action ends next, in November 2026"
    assert found.counted == (
        "Started since May 2026: 1; ended since May 2026: 1; ends next: 1; starts next: 1, "
        "of 6 actions"
    )
    assert found.picture.years == ("2026-27", "2027-28")
    assert [spot.names for spot in found.picture.spots()] == [
        ("A1", "started"), ("A0", "ended"), ("A1", "ends"), ("A2", "starts"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        (("Apr-25 | Oct-26",), "Nothing starts or ends any more"),
        (("Ongoing | Ongoing",), "Nothing starts or ends any more"),
        (("Feb-27 | Ongoing", "Feb-27 | Ongoing"), "2 actions start next, in February 2027"),
    ],
)
def test_the_finding_says_what_comes_next_or_that_nothing_does(dates, finding):
    assert since_lanes(plan_at(*rows(*dates)), earlier=MAY).finding == finding


def test_the_years_reach_to_the_next_start_however_far_it_lies():
    found = since_lanes(plan_at(*rows("Apr-30 | Ongoing")), earlier=MAY)
    assert found.picture.years[-1] == "2030-31"


def test_of_the_published_plan_one_has_started_five_end_and_four_start_next():
    found = since_lanes(published(), earlier=MAY)
    assert [lane.label for lane in found.picture.lanes] == [
        "LCC.9", "LCC.1", "LCC.5", "T1", "E5", "R2", "LCC.10", "T9", "E1", "E2",
    ]  # fmt: skip
    assert found.finding == "5 actions end next, in March 2027"
