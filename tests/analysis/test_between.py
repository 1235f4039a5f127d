"""The live work of two periods, team by team."""

import pytest

from netzero.analysis.between import comparable, two_periods, usual_pair
from netzero.analysis.named import WHOLE
from tests.at import plan_at, published

TWO_YEARS = "Z1 | Blue Team | | Apr-25 | Mar-27"  # gives the plan both, and is not in scope
YEARS = {"before": "2025-26", "after": "2026-27"}


@pytest.mark.parametrize(
    ("dates", "counts"),
    [
        ("Apr-24 | Mar-25", (0, 0)),  # ended the month before the first
        ("Apr-24 | Apr-25", (1, 0)),  # live in the first month of the first
        ("Mar-26 | Mar-26", (1, 0)),
        ("Mar-26 | Apr-26", (1, 1)),  # across both
        ("Mar-27 | Ongoing", (0, 1)),
        ("Apr-27 | Ongoing", (0, 0)),
        ("Ongoing | Ongoing", (1, 1)),
        ("TBC | TBC", (0, 0)),
    ],
)
def test_an_action_counts_in_a_period_of_which_any_month_finds_it_live(dates, counts):
    found = two_periods(
        plan_at(f"A1 | Red Team | | {dates}", TWO_YEARS, team=("Red Team",)), **YEARS
    )
    assert found.table.rows == (("Red Team", *counts, counts[1] - counts[0]),)


def test_all_actions_come_first_then_the_team_that_changes_most():
    found = two_periods(
        plan_at(
            "A1 | Red Team; Blue Team | | Apr-25 | Ongoing",
            "A2 | Blue Team | | Apr-26 | Ongoing",
            "A3 | Green Team | | Apr-25 | Mar-26",
            "A4 | Green Team | | Apr-25 | Mar-26",
        ),
        **YEARS,
    )
    assert found.table.columns == ("Lead team", "2025-26", "2026-27", "Difference")
    assert found.table.rows == (
        (WHOLE, 3, 2, -1), ("Green Team", 2, 0, -2), ("Blue Team", 1, 2, 1), ("Red Team", 1, 1, 0),
    )  # fmt: skip
    assert found.finding == "2026-27: 2 actions live, 1 fewer than in 2025-26"
    whole, green, *_ = found.picture.spots()
    assert (whole.action_ids, whole.team) == (("A1", "A2", "A3", "A4"), "")
    assert green == (("Green Team",), "Green Team: 2 live in 2025-26, none in 2026-27",
                     ("A3", "A4"), "Green Team", "")  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ("Apr-26 | Ongoing", "2026-27: 1 action live, 1 more than in 2025-26"),
        ("Apr-25 | Ongoing", "2026-27: 1 action live, as many as in 2025-26"),
        ("Apr-25 | Mar-26", "2026-27: no actions live, 1 fewer than in 2025-26"),
        ("Apr-28 | Ongoing", "2026-27: no actions live, none in 2025-26 either"),
    ],
)
def test_the_finding_says_how_many_more_or_fewer(dates, finding):
    at = plan_at(f"A1 | Red Team | | {dates}", TWO_YEARS, team=("Red Team",))
    assert two_periods(at, **YEARS).finding == finding


def test_the_published_plan_by_quarter():
    found = two_periods(published(), before="Q4 2026-27", after="Q1 2027-28")
    assert found.finding == "Q1 2027-28: 33 actions live, 1 fewer than in Q4 2026-27"


@pytest.mark.parametrize(
    ("month", "pair"),
    [
        ("2024-01", ("2025-26", "2026-27")),
        ("2026-03", ("2025-26", "2026-27")),
        ("2026-04", ("2026-27", "2027-28")),
        ("2029-03", ("2028-29", "2029-30")),
        ("2029-04", ("2028-29", "2029-30")),  # the last two
        ("2033-04", ("2028-29", "2029-30")),
    ],
)
def test_this_delivery_year_and_the_next_are_compared_at_first(month, pair):
    assert usual_pair(published(month)) == pair


def test_years_come_before_quarters_and_unknown_or_equal_periods_are_refused():
    at = published()
    names = list(comparable(at))
    assert (names[0], names[5], len(names)) == ("2025-26", "Q1 2025-26", 25)
    for pair in (("2026-27", "2026-27"), ("2026-27", "2031-32")):
        with pytest.raises(ValueError, match="two periods of the plan"):
            two_periods(at, before=pair[0], after=pair[1])
