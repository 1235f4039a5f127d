"""What ends and starts next?"""

from collections.abc import Sequence

import numpy as np

from netzero.analysis.events import (
    Event,
    events_in,
    notes_of_events,
    rows_of_events,
    table_of_events,
)
from netzero.analysis.exhibit import Exhibit, exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.precision import printed_coarsely
from netzero.analysis.wording import agree, capital, count_of
from netzero.plan.months import month_label, month_name

LOOK_AHEAD, YEAR_AHEAD = 6, 12
RULE = (
    "A month counts whole: a start from its first day, an end to its last. What ends in the as-at "
    "month still lies ahead; what starts in it is live already."
)


def coming(at: PlanAt, *, months: int = LOOK_AHEAD) -> Exhibit:
    """Return what ends in the next months, the as-at month being the first, and what starts."""
    last = at.now + months - 1
    ends = events_in(at, "end", "ends", first=at.now, last=last)
    starts = events_in(at, "start", "starts", first=at.now + 1, last=last)
    events = sorted([*ends, *starts], key=lambda event: event.month)
    return exhibit(
        at,
        question="coming",
        title="What ends and starts next",
        finding=_finding(at, ends=len(ends), starts=len(starts), months=months),
        counted=f"Planned ends and starts, {_of(at, months)}{_uncertain(at, events)}",
        table=table_of_events(events),
        rule=RULE,
        picture=rows_of_events(events, noun="line"),
        notes=notes_of_events(events),
    )


def ending(at: PlanAt, *, months: int = YEAR_AHEAD) -> Exhibit:
    """Return the deadlines of the next months, the as-at month being the first; 0 means all."""
    if not months:
        ahead = at.last[at.ahead]
        months = int(ahead.max()) - at.now + 1 if len(ahead) else YEAR_AHEAD
    ends = events_in(at, "end", "ends", first=at.now, last=at.now + months - 1)
    return _of_one_kind(at, ends, "ending", "Next deadlines", verb="end", months=months)


def starting(at: PlanAt, *, months: int = YEAR_AHEAD) -> Exhibit:
    """Return what starts in the next months, after the as-at month, which is their first."""
    starts = events_in(at, "start", "starts", first=at.now + 1, last=at.now + months - 1)
    return _of_one_kind(at, starts, "starting", "What starts next", verb="start", months=months)


def _of_one_kind(
    at: PlanAt, events: Sequence[Event], question: str, title: str, *, verb: str, months: int
) -> Exhibit:
    """Return events that all end, or all start: a row each."""
    until = month_name(at.month + (months - 1))
    found = f"{count_of(len(events), 'action')} {agree(len(events), f'{verb}s', verb)}"
    return exhibit(
        at,
        question=question,
        title=title,
        finding=capital(f"{found} by {until}"),
        counted=f"Planned {verb}s, {_of(at, months)}{_uncertain(at, events)}",
        table=table_of_events(events),
        rule=RULE,
        picture=rows_of_events(events, noun="deadline" if verb == "end" else verb),
        notes=notes_of_events(events),
    )


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


def _uncertain(at: PlanAt, events: Sequence[Event]) -> str:
    """Return what a counted line adds where dates that it counts name no month."""
    places = {side: [e.place for e in events if e.side == side] for side in ("start", "end")}
    return "".join(
        printed_coarsely(at, np.array(found, dtype="int64"), side) for side, found in places.items()
    )
