import pytest

from netzero.analysis.periods import GRAINS, MONTH, QUARTER, YEAR, periods
from tests.builders import month, records

YEARS = ("2025-26", "2026-27")


def test_a_delivery_year_is_one_period_from_april_to_march():
    assert records(periods(YEARS, grain=YEAR)) == [
        ("2025-26", "2025-26", "2025-26", month("2025-04"), month("2026-03")),
        ("2026-27", "2026-27", "2026-27", month("2026-04"), month("2027-03")),
    ]


def test_a_delivery_year_has_four_quarters_and_the_last_begins_in_january():
    assert records(periods(["2025-26"], grain=QUARTER)) == [
        ("Q1 2025-26", "Q1", "2025-26", month("2025-04"), month("2025-06")),
        ("Q2 2025-26", "Q2", "2025-26", month("2025-07"), month("2025-09")),
        ("Q3 2025-26", "Q3", "2025-26", month("2025-10"), month("2025-12")),
        ("Q4 2025-26", "Q4", "2025-26", month("2026-01"), month("2026-03")),
    ]


def test_a_month_is_a_period_of_its_own_and_bears_its_calendar_year():
    table = periods(["2025-26"], grain=MONTH)
    assert records(table, "period", "short", "year", "first", "last")[8:10] == [
        ("Dec 2025", "Dec", "2025-26", month("2025-12"), month("2025-12")),
        ("Jan 2026", "Jan", "2025-26", month("2026-01"), month("2026-01")),
    ]


@pytest.mark.parametrize(("grain", "count"), [(YEAR, 2), (QUARTER, 8), (MONTH, 24)])
def test_periods_follow_each_other_without_a_gap(grain, count):
    table = periods(YEARS, grain=grain)
    assert len(table) == count
    assert table["period"].is_unique
    assert (table["last"] + 1).tolist()[:-1] == table["first"].tolist()[1:]


def test_there_are_three_grains():
    assert GRAINS == ("delivery year", "quarter", "month")
