"""Starts and ends of actions as events: what falls in which month, told the same way everywhere."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.plan.months import month_from_number, month_name

HEADINGS = ("When", "What", "Id", "Title (ours)", "Leads")


class Event(NamedTuple):
    """An action that ends or starts in a month; ``verb`` says which, in the tense of the list."""

    month: pd.Period
    verb: str
    action_id: str
    title: str
    leads: str


def events_in(
    at: PlanAt, numbers: np.ndarray, verb: str, *, first: float, last: float
) -> list[Event]:
    """Return what of the scope happens from month ``first`` to ``last``, inclusive, soonest first.

    ``numbers`` are the months of the starts or of the ends (``PlanAt.first``, ``PlanAt.last``).
    """
    places = np.flatnonzero(at.kept & (numbers >= first) & (numbers <= last))
    places = places[np.argsort(numbers[places], kind="stable")]
    when = [month_from_number(int(month)) for month in numbers[places]]
    cells = (at.cells(column, places) for column in ("action_id", "title", "leads"))
    return [Event(month, verb, *row) for month, *row in zip(when, *cells, strict=True)]


def table_of_events(events: Sequence[Event]) -> Table:
    """Return a row an event, under ``HEADINGS``."""
    return Table(HEADINGS, tuple(map(tuple, events)), (False,) * len(HEADINGS))


def rows_of_events(events: Sequence[Event], *, noun: str) -> Rows:
    """Return a picture of rows, each of which opens its action."""
    spots = (
        Spot(
            (event.action_id, event.verb),
            f"{event.action_id} {event.title} {event.verb} in {month_name(event.month)}",
            (event.action_id,),
        )
        for event in events
    )
    return Rows(noun, tuple(spots))


def notes_of_events(events: Sequence[Event]) -> tuple[str, ...]:
    """Return a sentence an event."""
    return tuple(
        f"{month_name(event.month)}: {event.title} {event.verb}, led by {event.leads}."
        for event in events
    )
