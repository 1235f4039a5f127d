"""What the start and end cells of a plan say: a month, or why there is none."""

import re
from datetime import date
from typing import NamedTuple

import pandas as pd

from netzero.plan.months import MONTH_NAMES, month_of

DATED = "dated"
ONGOING = "ongoing"
TO_BE_CONFIRMED = "to be confirmed"
NOT_GIVEN = "not given"

ACCEPTED_DATES = (
    "Apr-25, Apr 2025, April 2025, 2025-04, 2025-04-01, 01/04/2025 (day first), "
    "Ongoing, TBC or blank, with a year from 2015 to 2060"
)

_NAMED = re.compile(r"([A-Za-z]+)[ -](\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
_BRITISH = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)
_MONTH_NUMBERS = {
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

    Raises ``ValueError`` for whatever is not in ``ACCEPTED_DATES``.

    >>> read_plan_date("Apr-25").month
    Period('2025-04', 'M')
    >>> read_plan_date("Ongoing").kind
    'ongoing'
    """
    words = " ".join(text.split())
    if words.lower() in _WORDS:
        return PlanDate(_WORDS[words.lower()], pd.NaT)
    return PlanDate(DATED, _month_in(words))


def is_to_be_confirmed(cell: str) -> bool:
    """Return whether a cell of names says that they are to be confirmed."""
    return cell.strip().lower() == "tbc"


def _month_in(text: str) -> pd.Period:
    if match := _NAMED.fullmatch(text):
        name, year = match.groups()
        number = _MONTH_NUMBERS.get(name.lower(), 0)
        return month_of(int(year) if len(year) == 4 else 2000 + int(year), number)
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups(default="1")
        return _month_holding(int(year), int(month), int(day))
    if match := _BRITISH.fullmatch(text):
        day, month, year = match.groups()
        return _month_holding(int(year), int(month), int(day))
    raise ValueError(f"{text!r} is not a date that a plan may hold")


def _month_holding(year: int, month: int, day: int) -> pd.Period:
    found = date(year, month, day)
    return month_of(found.year, found.month)
