"""What is wrong in the text of a plan: cells that must be given, dates, names."""

from collections.abc import Iterator, Mapping
from functools import cache

import pandas as pd

from netzero.plan.dates import names_nobody
from netzero.plan.faults import Fault
from netzero.plan.model import LONGEST_TITLE
from netzero.plan.organisations import Spellings, closest, names_in
from netzero.plan.plan_dates import ACCEPTED_DATES, date_fault
from netzero.plan.tables import blank_cells, cells, cells_with, distinct
from netzero.plan.twins import twin_faults

_MUST_BE_GIVEN = ("action_id", "plan", "action", "leads")


def plan_faults(
    text: pd.DataFrame, *, dates: Mapping[str, pd.DataFrame], known: Spellings
) -> Iterator[Fault]:
    """Yield every fault in the text of actions.csv, which is indexed by row.

    ``dates`` is what start and end say, from ``read_plan_dates``; ``known`` the accepted names.
    """
    yield from _text_faults(text)
    yield from _date_faults(text, dates)
    yield from _name_faults(text, known)


def _text_faults(text: pd.DataFrame) -> Iterator[Fault]:
    for column in _MUST_BE_GIVEN:
        yield Fault(column, blank_cells(text[column]), "is given", "some text")
    yield from twin_faults(text["action_id"], once="each id once")
    too_long = cells(text.loc[text["title"].str.len().gt(LONGEST_TITLE), "title"])
    yield Fault("title", too_long, "is too long", f"at most {LONGEST_TITLE} characters")


def _date_faults(text: pd.DataFrame, dates: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    for column, read in dates.items():
        refused = text.loc[read["kind"].eq(""), column]
        yield Fault(column, cells(refused), date_fault, ACCEPTED_DATES)
    backwards = text.loc[dates["end"]["bound"].lt(dates["start"]["bound"]), "end"]
    accepted = "an end in or after the start month"
    yield Fault("end", cells(backwards), "is before the start", accepted)


def _name_faults(text: pd.DataFrame, known: Spellings) -> Iterator[Fault]:
    instead = cache(lambda name: _instead_of(name, known))
    for column in ("leads", "partners"):
        given = [cell for cell in distinct(text[column]) if cell and not names_nobody(cell)]
        nobody = cells_with(text[column], (cell for cell in given if not names_in(cell)))
        yield Fault(column, nobody, "names nobody", "names separated by semicolons")
        unknown = {cell: strangers for cell in given if (strangers := _strangers(cell, known))}
        found = cells_with(text[column], unknown)
        named = [(row, name) for row, cell in found for name in unknown[cell]]
        yield Fault(column, named, "is not in the reviewed list of names", instead)


def _strangers(cell: str, known: Spellings) -> list[str]:
    return [name for name in names_in(cell) if name not in known]


def _instead_of(name: str, known: Spellings) -> str:
    likely = closest(name, known)
    accepted = "names and aliases in organisations.csv, separated by semicolons"
    return f"{accepted}; the nearest is “{likely}”" if likely else accepted
