"""The periods a reader can count in: delivery years, financial quarters and months."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.plan.months import (
    delivery_year,
    financial_quarter,
    month_label,
    month_number,
    months_of,
)

YEAR, QUARTER, MONTH = "delivery year", "quarter", "month"
GRAINS = (YEAR, QUARTER, MONTH)
LAST_QUARTER = "Q4"
MONTHS_IN = {YEAR: 12, QUARTER: 3, MONTH: 1}
_BEFORE_ORDINALS = month_number(pd.Period("1970-01", "M"))


class Period(NamedTuple):
    """A stretch of months, both ends inclusive.

    ``name`` says it in full ("Q3 2026-27", "Mar 2026"), ``short`` within its delivery ``year``
    ("Q3", "Mar").
    """

    name: str
    short: str
    year: str
    first: pd.Period
    last: pd.Period


@lru_cache(maxsize=128)
def periods(years: tuple[str, ...], *, grain: str) -> tuple[Period, ...]:
    """Return the periods from the April of the first of ``years`` to the March of the last."""
    length = MONTHS_IN[grain]
    return tuple(
        _period(first, first + (length - 1), grain) for first in months_of(years)[::length]
    )


@lru_cache(maxsize=1024)
def period_holding(month: pd.Period, *, grain: str) -> Period:
    """Return the period that holds a month.

    >>> period_holding(pd.Period("2027-02", "M"), grain=QUARTER).name
    'Q4 2026-27'
    """
    of_year = periods((delivery_year(month),), grain=grain)
    return next(each for each in of_year if each.first <= month <= each.last)


def span_of_periods(first: Period, last: Period) -> str:
    """Return when a stretch of periods of one length is, as briefly as it can be said.

    >>> quarters = periods(("2026-27", "2027-28"), grain=QUARTER)
    >>> span_of_periods(quarters[2], quarters[7]), span_of_periods(quarters[2], quarters[6])
    ('Q3 2026-27 to 2027-28', 'Q3 2026-27 to Q3 2027-28')
    >>> span_of_periods(quarters[2], quarters[3]), span_of_periods(quarters[3], quarters[3])
    ('Q3 to Q4 2026-27', 'Q4 2026-27')
    >>> months = periods(("2026-27",), grain=MONTH)
    >>> span_of_periods(months[7], months[11]), span_of_periods(months[7], months[8])
    ('Nov 2026 to Mar 2027', 'Nov to Dec 2026')
    """
    if first == last:
        return first.name
    if first.short != first.name and first.name.split()[-1] == last.name.split()[-1]:
        return f"{first.short} to {last.name}"
    return f"{first.name} to {last.year if last.short == LAST_QUARTER else last.name}"


def edges_of(periods: Sequence[Period]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of the first and of the last months, as ``month_number`` gives them."""
    # ordinals are there already; asking each month for its year and month takes longer
    first = np.array([period.first.ordinal for period in periods], dtype=int)
    last = np.array([period.last.ordinal for period in periods], dtype=int)
    return first + _BEFORE_ORDINALS, last + _BEFORE_ORDINALS


def _period(first: pd.Period, last: pd.Period, grain: str) -> Period:
    year, quarter, label = delivery_year(first), financial_quarter(first), month_label(first)
    name, short = {
        YEAR: (year, year),
        QUARTER: (f"{quarter} {year}", quarter),
        MONTH: (label, label.split()[0]),
    }[grain]
    return Period(name, short, year, first, last)
