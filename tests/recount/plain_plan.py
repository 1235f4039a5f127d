"""The plan read again with plain loops, so that every sentence can be counted a second time.

Nothing here is taken from the product: a fault in how it reads, joins or counts would otherwise
be in both.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[2] / "data"
FIRST_MONTH, LAST_MONTH = 2024 * 12 + 4, 2033 * 12 + 3
PRINTED_YEARS = range(2025, 2030)
UNDER_WAY, NO_END = float("-inf"), float("inf")
NO_HEADING = "No heading printed"
NAMES_OF_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


class Record(NamedTuple):
    """One row of the file. ``start`` and ``end`` are month numbers, year × 12 + month.

    ``UNDER_WAY`` and ``NO_END`` stand for the two meanings of "Ongoing".
    """

    place: int
    action_id: str
    plan: str
    theme: str
    title: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    start: float
    end: float

    def live_between(self, first: int, last: int) -> bool:
        return self.start <= last and self.end >= first

    def live(self, month: int) -> bool:
        return self.live_between(month, month)

    @property
    def has_deadline(self) -> bool:
        return self.end != NO_END

    def position(self, month: int) -> str:
        if self.end < month:
            return "ended"
        if self.start > month:
            return "not started"
        return "in delivery" if self.has_deadline else "ongoing"


class Chosen(NamedTuple):
    """What is chosen: one ``name`` of a ``kind`` of filter, or the whole plan."""

    kind: str = "whole"
    name: str = ""

    @property
    def words(self) -> str:
        """What the line beneath a finding calls it."""
        if self.kind == "plan":
            return f"{self.name[:4]} plan"
        return f"With {self.name}" if self.kind == "partner" else self.name or "Whole plan"

    def holds(self, record: Record) -> bool:
        return {
            "whole": True,
            "plan": record.plan == self.name,
            "theme": record.theme == self.name,
            "team": self.name in record.leads,
            "partner": self.name in record.partners,
        }[self.kind]


class Here(NamedTuple):
    """The records in scope, as at a month. ``team`` or ``partner`` is the one chosen, if any."""

    records: tuple[Record, ...]
    month: int
    chosen: Chosen

    @property
    def team(self) -> str:
        return self.chosen.name if self.chosen.kind == "team" else ""

    @property
    def partner(self) -> str:
        return self.chosen.name if self.chosen.kind == "partner" else ""

    @property
    def live(self) -> list[Record]:
        return [record for record in self.records if record.live(self.month)]

    @property
    def deadlines(self) -> list[Record]:
        return [record for record in self.records if record.has_deadline]

    def my_leads(self, record: Record) -> tuple[str, ...]:
        """The leads that count as mine: the chosen team alone, else every lead."""
        return (self.team,) if self.team else record.leads

    def my_partners(self, record: Record) -> tuple[str, ...]:
        return (self.partner,) if self.partner else record.partners


@cache
def records() -> tuple[Record, ...]:
    """Return every action of the file, in its order."""
    spellings = _spellings()
    return tuple(
        Record(
            place,
            row["action_id"],
            row["plan"],
            row["theme"] or NO_HEADING,
            row["title"],
            tuple(dict.fromkeys(_organisations(row["leads"], spellings))),
            tuple(dict.fromkeys(_organisations(row["partners"], spellings))),
            UNDER_WAY if row["start"] == "Ongoing" else month_read(row["start"]),
            NO_END if row["end"] == "Ongoing" else month_read(row["end"]),
        )
        for place, row in enumerate(_rows("actions.csv"))
    )


def records_in(chosen: Chosen, month: int) -> Here:
    """Return what is in scope, as at a month."""
    return Here(_kept(chosen), month, chosen)


@cache
def _kept(chosen: Chosen) -> tuple[Record, ...]:
    return tuple(record for record in records() if chosen.holds(record))


def every_choice(kind: str) -> list[Chosen]:
    """Return every choice of one kind, in the order of the file."""
    names: Iterable[str] = {
        "whole": [""],
        "plan": (record.plan for record in records()),
        "theme": (record.theme for record in records()),
        "team": (name for record in records() for name in record.leads),
        "partner": (name for record in records() for name in record.partners),
    }[kind]
    return [Chosen(kind, name) for name in dict.fromkeys(names)]


def month_read(text: str) -> int:
    """Return the number of a month written ``Apr-25``: all that the file has."""
    name, year = text.split("-")
    short = [month[:3] for month in NAMES_OF_MONTHS]
    return (2000 + int(year)) * 12 + short.index(name) + 1


def month_name(month: float) -> str:
    """Return ``March 2026``."""
    year, place = divmod(int(month) - 1, 12)
    return f"{NAMES_OF_MONTHS[place]} {year}"


def month_short(month: float) -> str:
    """Return ``Mar 2026``."""
    name, year = month_name(month).split()
    return f"{name[:3]} {year}"


def year_of(month: float) -> int:
    """Return the calendar year in which the delivery year of a month begins."""
    year, place = divmod(int(month) - 1, 12)
    return year if place >= 3 else year - 1


def year_words(year: int) -> str:
    """Return ``2026-27`` for the delivery year that begins in 2026."""
    return f"{year}-{(year + 1) % 100:02d}"


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _spellings() -> dict[str, list[str]]:
    """Return the organisations that each spelling stands for."""
    found: dict[str, list[str]] = {}
    for row in _rows("organisations.csv"):
        for spelling in {row["name"], *filter(None, row["aliases"].split("; "))}:
            found.setdefault(spelling, []).append(row["name"])
    return found


@cache
def _kinds() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in _rows("organisations.csv")}


def kind_of(name: str) -> str:
    """Return the kind of an organisation, and whether it is internal."""
    kind = _kinds()[name]
    return f"{kind} (internal)" if kind in ("council team", "publishing council") else kind


def _organisations(cell: str, spellings: dict[str, list[str]]) -> Iterator[str]:
    for printed in cell.split("; "):
        if printed not in ("", "TBC"):
            yield from spellings[printed]
