"""Which bars moved from one edition to the next, and how far?"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from netzero.analysis.change_list import in_telling_order
from netzero.analysis.changes import (
    ADDED,
    DROPPED,
    EARLIER,
    END,
    LATER,
    LESS_EXACT,
    SHARPENED,
    START,
    Change,
    by_months,
)
from netzero.analysis.comparing import Against, Compared, compared, nothing_compared
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Lane, Lanes
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import lane_rows
from netzero.analysis.wording import agree, count_of
from netzero.plan.months import month_from_number, years_between

QUESTION, TITLE = "moves", "Before and after"
HEADINGS = ("Id", "Title (ours)", "Leads", "Start before", "Start", "End before", "End", "Change")
RULE = (
    "A dashed outline is the bar before, a filled or solid one the bar after, and an arrow the "
    "move. A bar runs from the first day of the start month to the last day of the end month; an "
    "arrow at an edge says that it runs on past the years drawn. Actions whose dates are the same "
    "have no bar here."
)
MOST_YEARS = 12


def ghosts(at: PlanAt, *, against: Against | None = None) -> Exhibit:
    """Return each action whose dates differ, that is new or dropped: a lane and a row each.

    A lane holds the bar before and the bar after. What moved furthest comes first, dropped actions
    last. See ``what_changed`` for the other edition.
    """
    both = compared(at, against)
    if both is None:
        return nothing_compared(at, question=QUESTION, title=TITLE, rule=RULE)
    groups = _groups(both.changes)
    years = _years(both, groups)
    lanes = tuple(_lane(both, own, years) for own in groups)
    return exhibit(
        at,
        question=QUESTION,
        title=TITLE,
        finding=_finding(groups),
        counted=_counted(both, groups, lanes),
        table=Table(
            HEADINGS,
            tuple(_row(both, own, lane) for own, lane in zip(groups, lanes, strict=True)),
            (False,) * len(HEADINGS),
        ),
        rule=RULE,
        picture=Lanes(years=years, lanes=lanes, compares=True),
        notes=tuple(change.sentence for own in groups for change in own),
    )


def _groups(found: Iterable[Change]) -> list[tuple[Change, ...]]:
    """Return the changes of each action that is drawn: furthest moved first, dropped last."""
    held: dict[tuple[bool, int], list[Change]] = {}
    for change in in_telling_order(found):
        if change.what in (START, END) or change.kind in (ADDED, DROPPED):
            held.setdefault((change.kind == DROPPED, change.place), []).append(change)

    def order(own: Sequence[Change]) -> tuple[bool, bool, int]:
        kinds = {change.kind for change in own}
        return DROPPED in kinds, ADDED in kinds, -max(abs(change.months) for change in own)

    return sorted((tuple(own) for own in held.values()), key=order)


def _places(own: Sequence[Change]) -> tuple[int | None, int | None]:
    """Return the place of an action before and after; None where it is not there."""
    change = own[0]
    if change.match:
        return change.match.before, change.match.after
    return (change.place, None) if change.kind == DROPPED else (None, change.place)


def _years(both: Compared, groups: Sequence[Sequence[Change]]) -> tuple[str, ...]:
    """Return the delivery years that hold the month and every edge that is drawn and moved."""
    months = [both.shown.now]
    for own in groups:
        for side, place in zip((both.before, both.after), _places(own), strict=True):
            if place is not None:
                months += [side.last[place]] if np.isfinite(side.last[place]) else []
        for change in own:
            if change.match and change.what == START:
                pair = change.match
                starts = (both.before.first[pair.before], both.after.first[pair.after])
                months += [start for start in starts if np.isfinite(start)]
    first, last = (month_from_number(pick(months)) for pick in (min, max))
    years = years_between(first, last)
    if len(years) > MOST_YEARS:
        now = years_between(both.shown.month, both.shown.month)[0]
        begin = min(max(years.index(now), 0), len(years) - MOST_YEARS)
        years = years[begin : begin + MOST_YEARS]
    return years


def _lane(both: Compared, own: Sequence[Change], years: tuple[str, ...]) -> Lane:
    before, after = _places(own)
    then = None if before is None else _drawn(both.before, before, years)
    now = None if after is None else _drawn(both.after, after, years)
    lane = now or then
    assert lane is not None  # an action stands in one edition at least
    spot = lane.spot._replace(words=f"{lane.label} {lane.title}: {_words(own)}")
    was = _span(then) if then else None
    if now is None:
        lane = lane._replace(left=None, right=None, enters=False, leaves=False)
    was_open = bool(then and then.leaves)
    return lane._replace(words=_words(own), spot=spot, was=was, was_open=was_open)


def _drawn(side: PlanAt, place: int, years: tuple[str, ...]) -> Lane:
    [lane] = lane_rows(side, [("", place)], years=years)
    return lane


def _span(lane: Lane) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    return None if lane.left is None or lane.right is None else (lane.left, lane.right)


def _words(own: Sequence[Change]) -> str:
    """Return what stands at a bar: "Mar 2027 to Sep 2027: 6 months later"."""
    months = {change.months for change in own}
    if len(own) > 1 and len(months) == 1 and 0 not in months:
        end = next(change.after for change in own if change.what == END)
        return f"start and end {by_months(months.pop())}, to {end}"
    return "; ".join(_said(change, alone=len(own) == 1) for change in own)


def _said(change: Change, *, alone: bool) -> str:
    if change.kind == DROPPED:
        return f"Dropped; its end was {change.before}"
    if change.kind == ADDED:
        return f"New; its end is {change.after}"
    if change.months and not alone:
        return f"{change.what} {change.after}, {by_months(change.months)}"
    head = "" if alone and change.what == END else f"{change.what} "
    words = f"{head}{change.before} to {change.after}"
    if change.kind in (LATER, EARLIER):
        return f"{words}: {by_months(change.months)}"
    return f"{words}: {change.kind}" if change.kind in (SHARPENED, LESS_EXACT) else words


def _finding(groups: Sequence[Sequence[Change]]) -> str:
    moves = [change for own in groups for change in own if change.months]
    if moves:
        far = max(moves, key=lambda change: abs(change.months))
        equal = len({each.place for each in moves if abs(each.months) == abs(far.months)})
        if equal > 1:
            return f"{equal:,} actions move furthest: {count_of(abs(far.months), 'month')} each"
        return f"{far.action_id} moves furthest: {far.what} {by_months(far.months)}"
    counts = [
        f"{number:,} {kind}"
        for kind in (DROPPED, ADDED)
        if (number := sum(own[0].kind == kind for own in groups))
    ]
    return f"No date moves; {' and '.join(counts)}" if counts else "No date moves"


def _counted(both: Compared, groups: Sequence[Sequence[Change]], lanes: Sequence[Lane]) -> str:
    words = f"{count_of(len(groups), 'action')} with other dates, new or dropped, {both.from_to}"
    if rest := both.differ - len(groups):
        words += f"; {rest:,} more {agree(rest, 'differs', 'differ')} in names or words alone"
    undrawn = sum(lane.left is None and lane.was is None for lane in lanes)
    words += f"; {undrawn:,} in words, for want of dates in these years" if undrawn else ""
    return words[:1].upper() + words[1:]


def _row(both: Compared, own: Sequence[Change], lane: Lane) -> tuple[str, ...]:
    cells: dict[str, list[str]] = {}
    for side, place in zip((both.before, both.after), _places(own), strict=True):
        at = np.array([] if place is None else [place], dtype="int64")
        for column in (START, END):
            published = side.cells(f"{column}_published", at)
            cells.setdefault(column, []).append(published[0] if published else "")
    leads = "; ".join(lane.leads)
    return (lane.label, lane.title, leads, *cells[START], *cells[END], lane.words)
