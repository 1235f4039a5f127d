"""Starts and ends of actions as events: what falls in which month, told the same way everywhere."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.plan.months import month_from_number, month_label, month_name
from netzero.plan.spans import when_words

HEADINGS = ("When", "What", "Id", "Title (ours)", "Leads")


class Event(NamedTuple):
    """An action that ends or starts (``side``) in a month; ``verb`` says it in the list's tense.

    ``place`` is where the action stands among those of the plan.
    ``when`` is the month, or the printed date in words where that is another precision.
    """

    place: int
    side: str
    month: pd.Period
    when: pd.Period | str
    verb: str
    action_id: str
    title: str
    leads: str


def events_in(at: PlanAt, side: str, verb: str, *, first: float, last: float) -> list[Event]:
    """Return what of the scope happens from month ``first`` to ``last``, inclusive, soonest first.

    ``side`` says what happens: each ``start`` or each ``end``.
    """
    numbers = {"start": at.first, "end": at.last}[side]
    places = np.flatnonzero(at.kept & (numbers >= first) & (numbers <= last))
    places = places[np.argsort(numbers[places], kind="stable")]
    when = [month_from_number(int(month)) for month in numbers[places]]
    dates = at.dates(side, places)
    cells = (at.cells(column, places) for column in ("action_id", "title", "leads"))
    return [
        Event(place, side, month, month if date == _label(month) else date, verb, *row)
        for place, month, date, *row in zip(places.tolist(), when, dates, *cells, strict=True)
    ]


def table_of_events(events: Sequence[Event]) -> Table:
    """Return a row an event, under ``HEADINGS``."""
    return Table(HEADINGS, tuple(event[3:] for event in events), (False,) * len(HEADINGS))


def rows_of_events(events: Sequence[Event], *, noun: str) -> Rows:
    """Return a picture of rows, each of which opens its action."""
    spots = (
        Spot(
            (event.action_id, event.verb),
            f"{event.action_id} {event.title} {event.verb} {when_words(_when(event))}",
            (event.action_id,),
        )
        for event in events
    )
    return Rows(noun, tuple(spots))


def notes_of_events(events: Sequence[Event]) -> tuple[str, ...]:
    """Return a sentence an event."""
    return tuple(
        f"{_when(event)}: {event.title} {event.verb}, led by {event.leads}." for event in events
    )


def _when(event: Event) -> str:
    return event.when if isinstance(event.when, str) else month_name(event.when)


@lru_cache(maxsize=1024)
def _label(month: pd.Period) -> str:
    return month_label(month)
