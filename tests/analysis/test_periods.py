import pytest

from netzero.analysis.periods import MONTH, QUARTER, YEAR, edges_of, periods
from netzero.plan.months import month_number
from tests.builders import month

YEARS = ("2025-26", "2026-27")


def test_a_delivery_year_is_one_period_from_april_to_march():
    assert periods(YEARS, grain=YEAR) == (
        ("2025-26", "2025-26", "2025-26", month("2025-04"), month("2026-03")),
        ("2026-27", "2026-27", "2026-27", month("2026-04"), month("2027-03")),
    )


def test_a_delivery_year_has_four_quarters_and_the_last_begins_in_january():
    assert periods(("2025-26",), grain=QUARTER) == (
        ("Q1 2025-26", "Q1", "2025-26", month("2025-04"), month("2025-06")),
        ("Q2 2025-26", "Q2", "2025-26", month("2025-07"), month("2025-09")),
        ("Q3 2025-26", "Q3", "2025-26", month("2025-10"), month("2025-12")),
        ("Q4 2025-26", "Q4", "2025-26", month("2026-01"), month("2026-03")),
    )


def test_a_month_is_a_period_of_its_own_and_bears_its_calendar_year():
    assert periods(("2025-26",), grain=MONTH)[8:10] == (
        ("Dec 2025", "Dec", "2025-26", month("2025-12"), month("2025-12")),
        ("Jan 2026", "Jan", "2025-26", month("2026-01"), month("2026-01")),
    )


@pytest.mark.parametrize(("grain", "count"), [(YEAR, 3), (QUARTER, 12), (MONTH, 36)])
def test_periods_run_without_a_gap_from_the_first_year_to_the_last(grain, count):
    found = periods(("2025-26", "2027-28"), grain=grain)
    assert len(found) == len({period.name for period in found}) == count
    assert [period.last + 1 for period in found[:-1]] == [period.first for period in found[1:]]


def test_the_edges_are_the_numbers_of_the_first_and_last_months():
    found = periods(YEARS, grain=QUARTER)
    firsts, lasts = edges_of(found)
    assert firsts.tolist() == [month_number(period.first) for period in found]
    assert lasts.tolist() == [month_number(period.last) for period in found]
