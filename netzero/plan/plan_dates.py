"""What the start and end cells of a plan say: the span that a date may mean, or why there is none.

A month is what is counted: the first that a start may fall in, the last that an end may fall in.
"""

import math
import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.plan.dates import DATED, MONTH_NUMBERS, NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.months import MONTH_NAMES, month_number, month_of
from netzero.plan.spans import DAY, MONTH, read_span

ACCEPTED_DATES = (
    "Apr-25, Apr 2025, April 2025, 2025-04, 2025-04-01, 01/04/2025 (day first), Q3 2026/27, "
    "Summer 2026, 2026/27, 2027, 2025 to 2027, Ongoing, TBC or blank, with a year from 2015 to 2060"
)

_REFUSED = "is not a date that a plan may hold"
_NAMED = re.compile(r"([A-Za-z]+)[ -](\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_BRITISH = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
_WORDS = {"": NOT_GIVEN, "ongoing": ONGOING, "tbc": TO_BE_CONFIRMED}


class PlanDate(NamedTuple):
    """A start or end: its kind and, where that is ``dated``, what it may mean.

    That is any day from the month ``first`` to the month ``last`` (else ``NaT``), which are one
    where a month or a day is printed; ``edtf`` is the same in the Extended Date/Time Format.
    """

    kind: str
    first: pd.Period = pd.NaT
    last: pd.Period = pd.NaT
    edtf: str = ""


def read_plan_date(text: str) -> PlanDate:
    """Return what a start or end cell says.

    Raises ``ValueError`` for whatever is not in ``ACCEPTED_DATES``. Its message is what the cell
    does wrong, to follow the cell's text: ``is not a date that a plan may hold: …``.

    >>> read_plan_date("Apr-25").first
    Period('2025-04', 'M')
    >>> read_plan_date("2027").last
    Period('2027-12', 'M')
    >>> read_plan_date("Ongoing").kind
    'ongoing'
    """
    words = " ".join(text.split())
    if words.lower() in _WORDS:
        return PlanDate(_WORDS[words.lower()])
    try:
        return _month_in(words)
    except ValueError as error:
        if found := _longer_than_a_month(words):
            return found
        reason = str(error)
        raise ValueError(f"{_REFUSED}: {reason}" if reason else _REFUSED) from None


def read_plan_dates(texts: pd.Series, *, ongoing: float) -> pd.DataFrame:
    """Return what each cell of a start or end column says, on the index of ``texts``.

    ``ongoing`` is what stands for no date: infinity in a column of ends, minus infinity in one of
    starts. Columns: kind (blank where the text is no date), month that is counted (``NaT`` where
    not dated), bound (its number, as ``bound`` finds it), other (the number of the month at the
    other end of the span, else the bound) and span (in EDTF, else blank).
    """
    # A plan has few distinct dates and may have many rows: each text is read once.
    places, distinct = pd.factorize(texts)
    found = [_read_or_refuse(text) for text in distinct.tolist()]
    turned = [date._replace(first=date.last, last=date.first) for date in found]
    counted, others = (turned, found) if ongoing > 0 else (found, turned)
    read = {
        "kind": pd.array([date.kind for date in found], dtype="str").take(places),
        "month": pd.array([date.first for date in counted], dtype="period[M]").take(places),
        "bound": np.array([bound(date, ongoing=ongoing) for date in counted])[places],
        "other": np.array([bound(date, ongoing=ongoing) for date in others])[places],
        "span": pd.array([date.edtf for date in found], dtype="str").take(places),
    }
    return pd.DataFrame(read, index=texts.index)


def bound(date: PlanDate, *, ongoing: float) -> float:
    """Return the first month of a start or end as a number, to compare with others.

    ``ongoing`` stands for a start or end without a month; NaN for one that is not known.
    """
    if date.kind == DATED:
        return month_number(date.first)
    return ongoing if date.kind == ONGOING else math.nan


def date_fault(text: str) -> str:
    """Return what a start or end cell does wrong, to follow its text; blank where it is right."""
    try:
        read_plan_date(text)
    except ValueError as error:
        return str(error)
    return ""


def _read_or_refuse(text: str) -> PlanDate:
    try:
        return read_plan_date(text)
    except ValueError:
        return PlanDate("")


def _longer_than_a_month(text: str) -> PlanDate | None:
    """Return a quarter, season, year or span of years; None for what is none of them."""
    try:
        span = read_span(text)
    except ValueError:
        return None
    if span.precision in ("", DAY, MONTH) or span.first is None or span.last is None:
        return None
    first, last = (month_of(day.year, day.month) for day in (span.first, span.last))
    return PlanDate(DATED, first, last, span.edtf)


def _month_in(text: str) -> PlanDate:
    """Return a month or a day; raise ``ValueError`` with the reason, where there is one."""
    if match := _NAMED.fullmatch(text):
        name, year = match.groups()
        number = MONTH_NUMBERS.get(name.lower())
        if number is None:
            raise ValueError(f"“{name}” is not the name of a month")
        return _month(int(year) if len(year) == 4 else 2000 + int(year), number)
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        return _month(int(year), int(month), int(day) if day else None)
    if match := _BRITISH.fullmatch(text):
        day, month, year = match.groups()
        return _month(int(year), int(month), int(day))
    raise ValueError


def _month(year: int, month: int, day: int | None = None) -> PlanDate:
    found = month_of(year, month)
    if day is None:
        return PlanDate(DATED, found, found, f"{year}-{month:02d}")
    if not 1 <= day <= found.days_in_month:
        raise ValueError(f"{MONTH_NAMES[month - 1]} {year} has no day {day}")
    return PlanDate(DATED, found, found, f"{year}-{month:02d}-{day:02d}")
