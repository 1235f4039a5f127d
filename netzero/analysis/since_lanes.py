"""What has started and ended since an earlier month, and what ends and starts next, as bars?"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from netzero.analysis.events import Event, events_in, notes_of_events, table_of_events
from netzero.analysis.exhibit import Exhibit, exhibit
from netzero.analysis.pictures import Lane, Lanes
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import lane_rows
from netzero.analysis.wording import agree, capital, count_of
from netzero.plan.months import month_name, month_number, years_between

RULE = (
    "What ends in the earlier month has ended since, and what starts in the as-at month has "
    "started. Next is the first month, the as-at month among those of ends, in which anything "
    "ends, and the first after it in which anything starts."
)


def since_lanes(at: PlanAt, *, earlier: pd.Period) -> Exhibit:
    """Return a bar and a row for each start and end since a month before, and for the next ones.

    The years are those from the earlier month to a year after the as-at month, or further as far
    as the next start or end lies.
    """
    groups = dict(_groups(at, earlier))
    events = [event for own in groups.values() for event in own]
    last = max([at.month + 12, *(event.month for event in events)])
    years = years_between(earlier, last)
    return exhibit(
        at,
        question="since-lanes",
        title="What has changed, and what comes next",
        finding=_finding(events),
        counted=f"{_counted(groups, earlier)}, of {count_of(at.size, 'action')}",
        table=table_of_events(events),
        rule=RULE,
        picture=Lanes(years, tuple(_lanes(at, groups, years))),
        notes=notes_of_events(events),
    )


def _lanes(
    at: PlanAt, groups: Mapping[str, Sequence[Event]], years: Sequence[str]
) -> Iterator[Lane]:
    """Yield a bar an event: an action that has two has two bars, each with a name of its own."""
    told = [(f"{name}: {len(own):,}", event) for name, own in groups.items() for event in own]
    placed = [(name, event.place) for name, event in told]
    for lane, (_, event) in zip(lane_rows(at, placed, years=years), told, strict=True):
        yield lane._replace(spot=lane.spot._replace(names=(event.action_id, event.verb)))


def _groups(at: PlanAt, earlier: pd.Period) -> Iterator[tuple[str, list[Event]]]:
    """Yield the events of each group that has any, under what it is called."""
    then, since = month_number(earlier), f"since {month_name(earlier)}"
    yield from _given(f"Started {since}", at, "start", "started", then + 1, at.now)
    yield from _given(f"Ended {since}", at, "end", "ended", then, at.now - 1)
    for side, verb, numbers, first in (
        ("end", "ends", at.last, at.now),
        ("start", "starts", at.first, at.now + 1),
    ):
        ahead = numbers[at.kept & (numbers >= first) & np.isfinite(numbers)]
        if len(ahead):
            yield from _given(f"{capital(verb)} next", at, side, verb, ahead.min(), ahead.min())


def _given(
    name: str, at: PlanAt, side: str, verb: str, first: float, last: float
) -> Iterator[tuple[str, list[Event]]]:
    if events := events_in(at, side, verb, first=first, last=last):
        yield name, events


def _finding(events: Sequence[Event]) -> str:
    said = [
        f"{count_of(len(own), 'action')} {agree(len(own), verb, verb.removesuffix('s'))} next, "
        f"in {month_name(own[0].month)}"
        for verb in ("ends", "starts")
        if (own := [event for event in events if event.verb == verb])
    ]
    return said[0] if said else "Nothing starts or ends any more"


def _counted(groups: Mapping[str, Sequence[Event]], earlier: pd.Period) -> str:
    """Return what the bars are; where only past ones are, since when."""
    said = [f"{name[0].lower()}{name[1:]}: {len(own):,}" for name, own in groups.items()]
    return (
        capital("; ".join(said)) if said else f"Starts and ends since {month_name(earlier)}: none"
    )
