"""What the start and end cells of a plan say: a month, or why there is none."""

import math
import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.plan.months import MONTH_NAMES, month_number, month_of

DATED = "dated"
ONGOING = "ongoing"
TO_BE_CONFIRMED = "to be confirmed"
NOT_GIVEN = "not given"

ACCEPTED_DATES = (
    "Apr-25, Apr 2025, April 2025, 2025-04, 2025-04-01, 01/04/2025 (day first), "
    "Ongoing, TBC or blank, with a year from 2015 to 2060"
)

_REFUSED = "is not a date that a plan may hold"
_NAMED = re.compile(r"([A-Za-z]+)[ -](\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_BRITISH = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
MONTH_NUMBERS = {
    spelling.lower(): number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for spelling in (name, name[:3])
} | {"sept": 9}
_WORDS = {"": NOT_GIVEN, "ongoing": ONGOING, "tbc": TO_BE_CONFIRMED}


class PlanDate(NamedTuple):
    """A start or end: its kind, and its month where the kind is ``dated`` (else ``NaT``)."""

    kind: str
    month: pd.Period


def read_plan_date(text: str) -> PlanDate:
    """Return what a start or end cell says.

    Raises ``ValueError`` for whatever is not in ``ACCEPTED_DATES``. Its message is what the cell
    does wrong, to follow the cell's text: ``is not a date that a plan may hold: …``.

    >>> read_plan_date("Apr-25").month
    Period('2025-04', 'M')
    >>> read_plan_date("Ongoing").kind
    'ongoing'
    """
    words = " ".join(text.split())
    if words.lower() in _WORDS:
        return PlanDate(_WORDS[words.lower()], pd.NaT)
    try:
        return PlanDate(DATED, _month_in(words))
    except ValueError as error:
        reason = str(error)
        raise ValueError(f"{_REFUSED}: {reason}" if reason else _REFUSED) from None


def read_plan_dates(texts: pd.Series, *, ongoing: float) -> pd.DataFrame:
    """Return what each cell of a start or end column says, on the index of ``texts``.

    Columns: kind (blank where the text is no date), month (``NaT`` where not dated) and bound, as
    ``bound`` finds it.
    """
    # A plan has few distinct dates and may have many rows: each text is read once.
    places, distinct = pd.factorize(texts)
    found = [_read_or_refuse(text) for text in distinct.tolist()]
    read = {
        "kind": pd.array([date.kind for date in found], dtype="str").take(places),
        "month": pd.array([date.month for date in found], dtype="period[M]").take(places),
        "bound": np.array([bound(date, ongoing=ongoing) for date in found])[places],
    }
    return pd.DataFrame(read, index=texts.index)


def bound(date: PlanDate, *, ongoing: float) -> float:
    """Return a start or end as a month number, to compare with others.

    ``ongoing`` stands for a start or end without a month; NaN for one that is not known.
    """
    if date.kind == DATED:
        return month_number(date.month)
    return ongoing if date.kind == ONGOING else math.nan


def date_fault(text: str) -> str:
    """Return what a start or end cell does wrong, to follow its text; blank where it is right."""
    try:
        read_plan_date(text)
    except ValueError as error:
        return str(error)
    return ""


def is_to_be_confirmed(cell: str) -> bool:
    """Return whether a cell of names says that they are to be confirmed."""
    return cell.strip().lower() == "tbc"


def are_to_be_confirmed(cells: pd.Series) -> pd.Series:
    """Return whether each cell of a column of names says that they are to be confirmed."""
    return cells.str.lower().eq("tbc")


def _read_or_refuse(text: str) -> PlanDate:
    try:
        return read_plan_date(text)
    except ValueError:
        return PlanDate("", pd.NaT)


def _month_in(text: str) -> pd.Period:
    """Return the month of a date; raise ``ValueError`` with the reason, where there is one."""
    if match := _NAMED.fullmatch(text):
        name, year = match.groups()
        number = MONTH_NUMBERS.get(name.lower())
        if number is None:
            raise ValueError(f"“{name}” is not the name of a month")
        return month_of(int(year) if len(year) == 4 else 2000 + int(year), number)
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups(default="1")
        return _month_holding(int(year), int(month), int(day))
    if match := _BRITISH.fullmatch(text):
        day, month, year = match.groups()
        return _month_holding(int(year), int(month), int(day))
    raise ValueError


def _month_holding(year: int, month: int, day: int) -> pd.Period:
    found = month_of(year, month)
    if not 1 <= day <= found.days_in_month:
        raise ValueError(f"{MONTH_NAMES[month - 1]} {year} has no day {day}")
    return found
