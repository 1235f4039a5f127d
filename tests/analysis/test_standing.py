import pytest

from netzero.analysis.standing import standing
from tests.at import plan_at, published

LIVE, ONGOING = "| Red Team | | Apr-25 | Mar-27", "| Red Team | | Apr-25 | Ongoing"
AHEAD, ENDED = "| Red Team | | Apr-27 | Mar-28", "| Red Team | | Apr-25 | Mar-26"
UNKNOWN = "| Red Team | | TBC | TBC"


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ((LIVE, ONGOING, ENDED), "2 of 3 actions are live, 1 of them ongoing"),
        ((LIVE, AHEAD), "1 of 2 actions is live, in delivery"),
        ((LIVE, LIVE, AHEAD), "2 of 3 actions are live, both in delivery"),
        ((ONGOING, ONGOING), "Both actions are live, both ongoing"),
        ((ONGOING,), "The only action is live, ongoing"),
        ((ENDED, AHEAD), "No action is live: 1 has not started and 1 has ended"),
        ((ENDED, ENDED), "No action is live: 2 have ended"),
        ((UNKNOWN, AHEAD), "No action is live: 1 has not started and 1 lacks a date"),
    ],
)
def test_the_finding_counts_what_is_live_in_the_month(rows, finding):
    assert standing(plan_at(*(f"A{n} {row}" for n, row in enumerate(rows)))).finding == finding


@pytest.mark.parametrize(
    ("position", "finding"),
    [
        ("ongoing", "23 actions are ongoing"),
        ("in delivery", "11 actions are in delivery"),
        ("ended", "13 actions have ended"),
    ],
)
def test_what_a_position_filter_makes_true_by_itself_is_not_said(position, finding):
    assert standing(published(position=(position,))).finding == finding


def test_the_published_standing_in_november_2026():
    found = standing(published())
    assert found.finding == "34 of 52 actions are live, 23 of them ongoing"
    assert found.about == (
        "52 actions: 11 in delivery, 23 ongoing, 5 not started and 13 ended, by the planned dates "
        "alone. Whole plan, as at Nov 2026"
    )
    assert found.table.rows == (
        ("in delivery", 11), ("ongoing", 23), ("not started", 5), ("ended", 13),
    )  # fmt: skip
    assert [part.value for part in found.picture.parts] == [11, 23, 5, 13]


def test_each_part_leads_to_the_actions_that_it_counts():
    found = standing(plan_at(f"A1 {LIVE}", f"A2 {ENDED}", f"A3 {ENDED}"))
    assert found.spot(("ended",)).action_ids == ("A2", "A3")
    assert found.spot(("ended",)).words == "2 actions have ended"
    assert found.spot(("ongoing",)) is None
    assert found.notes == ("1 is in delivery: Do A1.", "2 have ended: Do A2 and Do A3.")
