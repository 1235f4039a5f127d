"""How much of one name is live month by month, and what the next change makes of it."""

from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import Tally, tallies
from netzero.analysis.exhibit import Table
from netzero.analysis.named import Named
from netzero.analysis.periods import MONTH, Period, edges_of, periods
from netzero.analysis.pictures import Columns, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    ENDED,
    IN_DELIVERY,
    NOT_STARTED,
    ONGOING,
    POSITIONS,
    live_counts,
)
from netzero.analysis.precision import printed_coarsely
from netzero.analysis.wording import Said, agree, count_of, listing, number_of
from netzero.plan.months import delivery_year, month_from_number, month_name

LEVELS_RULE = (
    "A column counts the actions that are live in a month, from the first day of the start month "
    "to the last day of the end month: ongoing work, which has no planned end, as the floor, and "
    "what is in delivery above it. A deadline counts in the month of the planned end. Counts say "
    "nothing of effort: the plan gives none."
)
HEADINGS = ("Month", "Ongoing", "In delivery", "Live", "Deadlines")
_NOT_LIVE = {
    NOT_STARTED: ("has not started", "have not started"),
    ENDED: ("has ended", "have ended"),
    DATES_NOT_GIVEN: ("lacks a date", "lack a date"),
}


class Turn(NamedTuple):
    """A month, as its number, in which actions start or others have just ended.

    ``live`` is how many are live in it, ``ends`` how many ended with the month before.
    """

    month: int
    live: int
    ends: int
    starts: int


def course_of(at: PlanAt, actions: np.ndarray) -> Said:
    """Return how many of the actions at places are live, and what the next change makes of it.

    "11 live, 10 from October 2027": a month in which as many start as have just ended changes
    nothing.
    """
    live = int(live_counts(at.first[actions], at.last[actions], np.array([at.now]))[0])
    ahead = turns(at, actions)
    change = next((turn for turn in ahead if turn.live != live), None)
    if change:
        return _now(live, f", {number_of(change.live)} from {_when(change)}")
    if live:
        return _now(live, " in every month ahead" if ahead else ", no change ahead")
    return _nothing_live(at, actions)


def _now(live: int, then: str) -> Said:
    now = f"{number_of(live)} live"
    return Said(f"{now}{then}", brief=now, beneath=then.removeprefix(",").strip())


def turns(at: PlanAt, actions: np.ndarray) -> list[Turn]:
    """Return the months after the as-at month in which any action starts or has just ended.

    An action that lacks a date is never live, and makes no turn.
    """
    first, last = at.first[actions], at.last[actions]
    known = ~(np.isnan(first) | np.isnan(last))
    starts, ends = (
        number[(number > at.now) & np.isfinite(number)]
        for number in (first[known], last[known] + 1)
    )
    months = np.unique(np.concatenate([starts, ends]))
    return [
        Turn(int(month), live, int((ends == month).sum()), int((starts == month).sum()))
        for month, live in zip(months, live_counts(first, last, months).tolist(), strict=True)
    ]


def turn_notes(at: PlanAt, actions: np.ndarray) -> tuple[str, ...]:
    """Return a sentence a turn: "From April 2027, 11 live: 2 have ended and 2 start."."""
    return tuple(
        f"From {_when(turn)}, {number_of(turn.live)} live: {_what_turns(turn)}."
        for turn in turns(at, actions)
    )


def undated(at: PlanAt, actions: np.ndarray) -> str:
    """Return what a counted line adds where dates of the actions at places are not given in full.

    Those that lack a date, and those whose dates name no month.
    """
    number = int((np.isnan(at.first[actions]) | np.isnan(at.last[actions])).sum())
    words = agree(number, "lacks a date and is", "lack a date and are")
    lacking = f"; {number:,} {words} never counted as live" if number else ""
    return lacking + printed_coarsely(at, actions)


def tally_words(name: str, period: Period, *, live: int, deadlines: int, kind: str = "live") -> str:
    """Return what a cell or column says: "Growth Service, Q4 2026-27: 3 live, 1 deadline"."""
    ending = f", {count_of(deadlines, 'deadline')}" if deadlines else ""
    return f"{name}, {period.name}: {number_of(live)} {kind}{ending}"


def months_shown(at: PlanAt) -> tuple[Period, ...]:
    """Return the months from the first printed delivery year to that of the last date of the plan.

    They are the same for every name, and never fewer than the printed years.
    """
    dates = np.concatenate([at.first, at.last])
    dates = dates[np.isfinite(dates)]
    last = delivery_year(month_from_number(dates.max())) if len(dates) else at.years[-1]
    return periods((at.years[0], max(at.years[-1], last)), grain=MONTH)


def columns_of(at: PlanAt, own: Named, name: str, *, side: str = "") -> Columns:
    """Return a column a month of what is live of ``own``, ongoing work below, and its deadlines.

    ``own`` holds the actions of one ``name``; ``side`` says what that is: ``team``, ``partner``, or
    blank for a scope.
    """
    shown = months_shown(at)
    first, last = at.first[own.action], at.last[own.action]
    months, _ = edges_of(shown)
    layers = ((ONGOING, np.isinf(last)), (IN_DELIVERY, np.isfinite(last)))
    filled = {tally.period: tally for tally in tallies(at, own, shown)}
    tally_of = [filled.get(place, Tally(0, place, 0, 0, ())) for place in range(len(shown))]
    return Columns(
        months=tuple(month.first for month in shown),
        series=tuple(
            Series(layer, layer, tuple(live_counts(first[among], last[among], months).tolist()))
            for layer, among in layers
        ),
        deadlines=tuple(tally.deadlines for tally in tally_of),
        column_spots=tuple(
            _spot(name, month, tally, side=side)
            for month, tally in zip(shown, tally_of, strict=True)
        ),
    )


def no_columns() -> Columns:
    """Return the picture of no name at all."""
    series = tuple(Series(layer, layer, ()) for layer in (ONGOING, IN_DELIVERY))
    return Columns(months=(), series=series, deadlines=(), column_spots=())


def table_of_columns(columns: Columns) -> Table:
    """Return a row a month: what is ongoing, in delivery and live, and the deadlines."""
    ongoing, in_delivery = (series.values for series in columns.series)
    live = map(sum, zip(ongoing, in_delivery, strict=True))
    rows = zip(columns.months, ongoing, in_delivery, live, columns.deadlines, strict=True)
    return Table(HEADINGS, tuple(rows), (False, True, True, True, True))


def _when(turn: Turn) -> str:
    return month_name(month_from_number(turn.month))


def _what_turns(turn: Turn) -> str:
    ended = f"{turn.ends:,} {agree(turn.ends, 'has', 'have')} ended" if turn.ends else ""
    started = f"{turn.starts:,} {agree(turn.starts, 'starts', 'start')}" if turn.starts else ""
    return listing([words for words in (ended, started) if words])


def _nothing_live(at: PlanAt, actions: np.ndarray) -> Said:
    counts = np.bincount(at.positions[actions], minlength=len(POSITIONS)).tolist()
    sizes = {position: counts[POSITIONS.index(position)] for position in _NOT_LIVE}
    rest = [
        f"{size:,} {agree(size, *_NOT_LIVE[position])}" for position, size in sizes.items() if size
    ]
    if not rest:
        return Said("nothing live")
    return Said(f"nothing live; {listing(rest)}", brief="nothing live", beneath=listing(rest))


def _spot(name: str, month: Period, tally: Tally, *, side: str) -> Spot:
    words = tally_words(name, month, live=tally.live, deadlines=tally.deadlines)
    whom = {side: name} if side else {}
    return Spot((month.name,), words, tally.action_ids, **whom)
