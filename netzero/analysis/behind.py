"""Which actions stand behind a small picture, so that a slide of it is not half empty?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from netzero.analysis.events import HEADINGS as EVENTS
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Behind, Cells, InFull, Lanes, Links, Parts, Rows
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.slide_part import is_blank, left_out_of_room
from netzero.analysis.timeline import lane_rows
from netzero.analysis.wording import agree, count_of
from netzero.plan.months import month_name, month_number

FEW_ROWS, FEW_BARS = 3, 2  # of a picture that leaves half of a slide empty
FEW_IN_FULL = 2
MOST_NAMED = 4
NO_PARTNER, NO_DATE = "none named", "not given"


def with_few_behind(at: PlanAt, exhibit: Exhibit) -> Exhibit:
    """Return an exhibit with the actions behind its picture, where that is small.

    Where there is nothing to draw or nothing behind it, those in scope show why.
    """
    if not (is_blank(exhibit) or _is_small(exhibit)):
        return exhibit
    ids = {each for spot in exhibit.picture.spots() for each in spot.action_ids}
    drawn = at.plan.actions["action_id"].isin(ids).to_numpy() & ~is_blank(exhibit)
    places = np.flatnonzero(drawn if drawn.any() else at.kept)
    if not len(places):
        return exhibit
    order = places[np.lexsort((places, at.first[places], at.last[places]))]
    return replace(exhibit, behind=_behind(at, exhibit, order))


def _is_small(exhibit: Exhibit) -> bool:
    match exhibit.picture:
        case Rows() | Links():
            return len(exhibit.table) <= FEW_ROWS
        case Bars(names=few) | Parts(parts=few) | Cells(rows=few) | Lanes(lanes=few):
            return len(few) <= FEW_BARS
    return False


def _behind(at: PlanAt, exhibit: Exhibit, places: np.ndarray) -> Behind:
    told = exhibit.table.columns == EVENTS and not is_blank(exhibit)
    drawn = isinstance(exhibit.picture, Lanes)
    every = Lanes(at.years, lane_rows(at, [("", place) for place in places.tolist()]))
    return Behind(
        lanes=replace(every, lanes=()) if drawn else every,
        in_full=tuple(_in_full(at, exhibit, places)) if len(places) <= FEW_IN_FULL else (),
        also=(*_also(at, exhibit), *_left_out(every)) if told else _left_out(every),
        told=told,
    )


def _left_out(lanes: Lanes) -> tuple[str, ...]:
    words = left_out_of_room(lanes)
    return (f"{words}.",) if words else ()


def _in_full(at: PlanAt, exhibit: Exhibit, places: np.ndarray) -> Iterator[InFull]:
    columns = ("action_id", "title", "action", "leads", "partners")
    dates = (f"{side}_published" for side in ("start", "end"))
    cells = zip(*(at.cells(column, places) for column in (*columns, *dates)), strict=True)
    for action_id, title, text, leads, partners, start, end in cells:
        yield InFull(
            heading=f"{action_id} {title}{_when(exhibit, action_id)}",
            text=text,
            leads=leads,
            partners=partners or NO_PARTNER,
            dates=f"{start or NO_DATE} to {end or NO_DATE}",
        )


def _when(exhibit: Exhibit, action_id: str) -> str:
    """Return what events say of an action, to follow its title; nothing where there are none."""
    if exhibit.table.columns != EVENTS:
        return ""
    own = [(what, when) for when, what, each, *_ in _rows(exhibit) if each == action_id]
    said = " and ".join(f"{what} in {month_name(when)}" for what, when in own)
    return f" {said}" if said else ""


def _rows(exhibit: Exhibit) -> Sequence[tuple[pd.Period, str, str, str, str]]:
    return exhibit.table.rows  # type: ignore[return-value]


def _also(at: PlanAt, exhibit: Exhibit) -> Iterator[str]:
    """Yield what else of the whole plan ends or starts in the months of events."""
    for when, what in dict.fromkeys((when, what) for when, what, *_ in _rows(exhibit)):
        months = at.first if what.startswith("start") else at.last
        others = ~at.kept & (months == month_number(when))
        if number := int(others.sum()):
            titles = at.cells("title", others)
            named = "; ".join(titles[:MOST_NAMED])
            rest = f" and {number - MOST_NAMED:,} more" if number > MOST_NAMED else ""
            verb = agree(number, what, what.removesuffix("s"))
            more = count_of(number, "more action")
            yield f"{more} of the whole plan {verb} in {month_name(when)}: {named}{rest}."
