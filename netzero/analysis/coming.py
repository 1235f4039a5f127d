"""What ends and starts next?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, capital, count_of
from netzero.plan.months import month_from_number, month_label, month_name

LOOK_AHEAD = 6
RULE = (
    "A month counts whole: a start from its first day, an end to its last. What ends in the as-at "
    "month still lies ahead; what starts in it is live already."
)
HEADINGS = ("When", "What", "Id", "Title (ours)", "Leads")


class Event(NamedTuple):
    """An action that ends or starts in a month; ``verb`` says which."""

    month: pd.Period
    verb: str
    action_id: str
    title: str
    leads: str


def coming(at: PlanAt, *, months: int = LOOK_AHEAD) -> Exhibit:
    """Return what ends in the next months, the as-at month being the first, and what starts."""
    ends, starts = _falling(at, "ends", months), _falling(at, "starts", months)
    events = sorted([*ends, *starts], key=lambda event: event.month)
    return exhibit(
        at,
        question="coming",
        title="What ends and starts next",
        finding=_finding(at, ends=len(ends), starts=len(starts), months=months),
        counted=f"Planned ends and starts, {_of(at, months)}",
        table=_table(events),
        rule=RULE,
        picture=Rows("line", _spots(events)),
        notes=_notes(events),
    )


def ending(at: PlanAt, *, months: int = 12) -> Exhibit:
    """Return the deadlines of the next months, the as-at month being the first."""
    ends = _falling(at, "ends", months)
    until = month_name(at.month + (months - 1))
    found = count_of(len(ends), "action")
    return exhibit(
        at,
        question="ending",
        title="Next deadlines",
        finding=capital(f"{found} {agree(len(ends), 'ends', 'end')} by {until}"),
        counted=f"Planned ends, {_of(at, months)}",
        table=_table(ends),
        rule=RULE,
        picture=Rows("deadline", _spots(ends)),
        notes=_notes(ends),
    )


def _falling(at: PlanAt, verb: str, months: int) -> list[Event]:
    """Return what ends, or what starts, in the next months, soonest first.

    The as-at month is the first of them; what starts in it is live already, and is not to come.
    """
    ends = verb == "ends"
    number = at.last if ends else at.first
    to_come = (number >= at.now) if ends else (number > at.now)
    places = np.flatnonzero(at.kept & to_come & (number < at.now + months))
    places = places[np.argsort(number[places], kind="stable")]
    when = [month_from_number(int(month)) for month in number[places]]
    cells = (at.cells(column, places) for column in ("action_id", "title", "leads"))
    return [Event(month, verb, *row) for month, *row in zip(when, *cells, strict=True)]


def _finding(at: PlanAt, *, ends: int, starts: int, months: int) -> str:
    until = month_name(at.month + (months - 1))
    if not ends and not starts:
        return f"Nothing ends or starts by {until}"
    ending_words = f"{count_of(ends, 'action')} {agree(ends, 'ends', 'end')}"
    starting_words = f"{starts:,} {agree(starts, 'starts', 'start')}" if starts else "none starts"
    return capital(f"{ending_words} and {starting_words} by {until}")


def _of(at: PlanAt, months: int) -> str:
    last = month_label(at.month + (months - 1))
    return f"{month_label(at.month)} to {last}, of {count_of(at.size, 'action')}"


def _table(events: Sequence[Event]) -> Table:
    return Table(HEADINGS, tuple(map(tuple, events)), (False,) * len(HEADINGS))


def _spots(events: Sequence[Event]) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            (event.action_id, event.verb),
            f"{event.action_id} {event.title} {event.verb} in {month_name(event.month)}",
            (event.action_id,),
        )
        for event in events
    )


def _notes(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(
        f"{month_name(event.month)}: {event.title} {event.verb}, led by {event.leads}."
        for event in events
    )
