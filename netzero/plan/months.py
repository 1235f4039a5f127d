"""Months, financial quarters and April to March delivery years.

A month is a ``pandas.Period`` of frequency ``M``. It is the precision of the plan.
"""

from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
EARLIEST_YEAR, LATEST_YEAR = 2015, 2060


def month_label(month: pd.Period) -> str:
    """Return a month as readers see it.

    >>> month_label(pd.Period("2026-03", "M"))
    'Mar 2026'
    """
    return f"{MONTH_NAMES[month.month - 1][:3]} {month.year}"


def month_name(month: pd.Period) -> str:
    """Return a month as a sentence says it: ``March 2026``."""
    return f"{MONTH_NAMES[month.month - 1]} {month.year}"


def delivery_year(month: pd.Period) -> str:
    """Return the April to March year that holds a month.

    >>> delivery_year(pd.Period("2027-03", "M")), delivery_year(pd.Period("2027-04", "M"))
    ('2026-27', '2027-28')
    """
    first = month.year if month.month >= 4 else month.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def financial_quarter(month: pd.Period) -> str:
    """Return the financial quarter of a month; Q1 is April to June.

    >>> financial_quarter(pd.Period("2026-03", "M")), financial_quarter(pd.Period("2026-04", "M"))
    ('Q4', 'Q1')
    """
    return f"Q{(month.month - 4) % 12 // 3 + 1}"


def first_month(year: str) -> pd.Period:
    """Return the April that opens a delivery year such as ``2026-27``."""
    return pd.Period(year=int(year[:4]), month=4, freq="M")


def months_of(years: Iterable[str]) -> pd.PeriodIndex:
    """Return every month from the April of the first year to the March of the last."""
    ordered = sorted(years)
    return months_between(first_month(ordered[0]), first_month(ordered[-1]) + 11)


def months_between(first: pd.Period, last: pd.Period) -> pd.PeriodIndex:
    """Return the months from ``first`` to ``last``, both inclusive."""
    return pd.period_range(first, last, freq="M")


def years_between(first: pd.Period, last: pd.Period) -> tuple[str, ...]:
    """Return the delivery years that hold the months from ``first`` to ``last``."""
    return tuple(dict.fromkeys(delivery_year(month) for month in months_between(first, last)))


def read_month(text: str) -> pd.Period:
    """Return the month that ``2026-11`` names.

    Raises ``ValueError`` for any other form, and outside the accepted years.
    """
    year, _, month = text.partition("-")
    shaped = len(year) == 4 and len(month) == 2 and (year + month).isascii()
    if not (shaped and year.isdigit() and month.isdigit()):
        raise ValueError(f"{text!r} is not a month such as 2026-11")
    return month_of(int(year), int(month))


def month_of(year: int, month: int) -> pd.Period:
    """Return a month, or raise ``ValueError`` where no such month is accepted."""
    if not (1 <= month <= 12 and EARLIEST_YEAR <= year <= LATEST_YEAR):
        raise ValueError(f"{year}-{month:02d} is not a month from {EARLIEST_YEAR} to {LATEST_YEAR}")
    return pd.Period(year=year, month=month, freq="M")


def month_number(month: pd.Period) -> int:
    """Return a month as a count of months, year × 12 + month, so that spans can be compared.

    >>> month_number(pd.Period("2026-03", "M"))
    24315
    """
    return int(month.year * 12 + month.month)


@lru_cache(maxsize=1024)
def month_from_number(number: float) -> pd.Period:
    """Return the month of a month number.

    Raises ``ValueError`` or ``OverflowError`` for NaN and the infinities, which are no months.

    >>> month_from_number(24315)
    Period('2026-03', 'M')
    """
    year, month = divmod(int(number) - 1, 12)
    return pd.Period(year=year, month=month + 1, freq="M")
