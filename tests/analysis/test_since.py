"""What has started and ended since an earlier month, at the bounds of both."""

import pandas as pd
import pytest

from netzero.analysis.since import earlier_months, since, teams_since
from tests.at import plan_at, published

MAY = pd.Period("2026-05", "M")


def rows(*dates):
    return (f"A{place} | Red Team | | {each}" for place, each in enumerate(dates))


@pytest.mark.parametrize(
    ("dates", "happened"),
    [
        ("Apr-25 | Apr-26", []),  # had ended then
        ("Apr-25 | May-26", ["ended"]),  # live in the earlier month, the last time
        ("Apr-25 | Oct-26", ["ended"]),
        ("Apr-25 | Nov-26", []),  # ends in the as-at month: still ahead
        ("May-26 | Ongoing", []),  # was live then
        ("Jun-26 | Ongoing", ["started"]),
        ("Nov-26 | Ongoing", ["started"]),  # live in the as-at month
        ("Dec-26 | Ongoing", []),
        ("Jul-26 | Sep-26", ["started", "ended"]),
        ("TBC | TBC", []),
    ],
)
def test_what_happens_between_two_months(dates, happened):
    found = since(plan_at(*rows(dates)), earlier=MAY)
    assert [row[1] for row in found.table.rows] == happened


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        (["Apr-25 | Ongoing"], "Nothing has started or ended since May 2026"),
        (["Jun-26 | Ongoing"], "1 action started and none ended since May 2026"),
        (["Apr-25 | Jun-26"] * 2, "2 actions ended and none started since May 2026"),
        (["Jun-26 | Ongoing", "Apr-25 | Jul-26"], "1 action started and 1 ended since May 2026"),
    ],
)
def test_the_finding_counts_both(dates, finding):
    found = since(plan_at(*rows(*dates)), earlier=MAY)
    assert found.finding == finding


def test_events_come_by_month_and_open_their_action():
    dates = ("Sep-26 | Ongoing", "Apr-25 | Jun-26")
    found = since(plan_at(*rows(*dates)), earlier=MAY)
    assert [spot.words for spot in found.picture.spots()] == [
        "A1 Do A1 ended in June 2026",
        "A0 Do A0 started in September 2026",
    ]
    assert found.spot(("A0", "started")).action_ids == ("A0",)
    assert found.counted == "Live actions: 1 in May 2026, 1 in Nov 2026; of 2 actions"


@pytest.mark.parametrize(
    ("own", "finding"),
    [
        (["Red Team | | Jun-26 | Ongoing", "Blue Team | | Apr-25 | Ongoing"],
         "Red Team: 1 live, none in May 2026"),
        (["Red Team | | Apr-25 | Jun-26", "Blue Team | | Jun-26 | Ongoing"],
         "2 teams lead 1 more or fewer than in May 2026"),
        (["Red Team | | Apr-25 | Jun-26", "Blue Team | | Apr-25 | Jun-26"],
         "2 teams lead 1 fewer than in May 2026"),
        (["Red Team | | Apr-25 | Ongoing", "Blue Team | | Apr-25 | Ongoing"],
         "Each team has as much live as in May 2026"),
        (["Red Team | | Apr-25 | Ongoing"], "Red Team: 1 live, as in May 2026"),
    ],
)  # fmt: skip
def test_the_team_that_differs_most_is_named(own, finding):
    at = plan_at(*(f"A{place} | {each}" for place, each in enumerate(own)))
    assert teams_since(at, earlier=MAY).finding == finding


def test_a_joint_action_counts_under_each_team_and_a_team_opens_what_was_or_is_live():
    own = ("A1 | Red Team; Blue Team | | Jun-26 | Ongoing", "A2 | Red Team | | Apr-25 | Jul-26",
           "A3 | Red Team | | Jan-27 | Ongoing")  # fmt: skip
    found = teams_since(plan_at(*own), earlier=MAY)
    assert found.table.rows == (("Blue Team", 0, 1, 1), ("Red Team", 1, 1, 0))
    assert found.spot(("Red Team",)).action_ids == ("A1", "A2")
    assert found.spot(("Red Team",)).words == "Red Team: 1 live then, 1 now"


def test_the_months_before_are_offered_the_latest_first():
    months = earlier_months(published())
    assert (str(months[0]), str(months[-1]), len(months)) == ("2026-10", "2023-11", 36)


def test_the_published_plan_since_may_2026():
    found = since(published(), earlier=MAY)
    assert found.finding == "1 action started and none ended since May 2026"
    assert [row[2] for row in found.table.rows] == ["LCC.9"]
