"""What runs when?"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, starmap
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.counting import leads_by_action
from netzero.analysis.deadlines import ending_next, have_ended
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.named import PARTNER, TEAM
from netzero.analysis.pictures import Lane, Lanes, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import DATES_NOT_GIVEN, ONGOING
from netzero.analysis.precision import as_printed, printed_coarsely
from netzero.analysis.wording import agree_part, capital, count_of, of_total
from netzero.plan.dates import is_to_be_confirmed
from netzero.plan.model import END, START
from netzero.plan.months import (
    delivery_year,
    first_month,
    month_from_number,
    month_label,
    month_name,
    month_number,
)
from netzero.plan.moving import briefly, places_of

THEME, PLAN = "theme", "plan"
GROUPS = (THEME, TEAM, PLAN, PARTNER)
DEADLINE, ID = "deadline", "id"
SORTS = (DEADLINE, START, ID)
EACH, FOLDED = "each", "folded"
ONGOING_SHOWN = (FOLDED, EACH)
NO_PARTNER = "No partner named"
LEAD_TBC, NO_LEAD = "Lead to be confirmed", "No lead named"
NO_END = "No planned end"
RULE = (
    "A bar runs from the first day of the start month to the last day of the end month. An arrow "
    "says that it runs on past the printed delivery years. Ongoing is neither a date nor replaced "
    "by one."
)
RULE_OF_SCENARIO = "A dashed outline is the bar in the plan, where the scenario moves it."
_HEADS = {END: "", START: "from "}
THIN_RULE = (
    " A bar is thin over the time that a date may mean where it is printed as a quarter, season or "
    "year."
)
HEADINGS = ("Group", "Id", "Title (ours)", "Leads", "Position", "Start", "End")


def timeline(
    at: PlanAt, *, group: str = THEME, sort: str = DEADLINE, ongoing: str = EACH
) -> Exhibit:
    """Return every action on the delivery years, in groups: a lane and a row of the table each.

    By team or partner an action stands under each of its names, so there can be more lanes than
    actions. With ``ongoing=FOLDED`` all ongoing work of a group is one lane, its first.
    """
    placed = _placed(at, group=group, sort=sort)
    each = lane_rows(at, placed)
    lanes = tuple(_ongoing_folded(each)) if ongoing == FOLDED else each
    return exhibit(
        at,
        question="timeline",
        title="What runs when",
        finding=_finding(at),
        counted=_counted(at, each, lanes, group=group, sort=sort),
        table=_table(at, placed),
        rule=with_thin_bars(f"{RULE} {RULE_OF_SCENARIO}" if at.plan.scenario else RULE, lanes),
        picture=Lanes(years=at.years, lanes=lanes),
        notes=tuple(_notes(at)),
    )


def delivery_years(at: PlanAt) -> Exhibit:
    """Return in which delivery years each action is live: a row an action, a column a year.

    A cell says ``live`` or is empty; the year of the deadline adds its month.
    """
    year = delivery_year(at.month)
    live = int(_live_during(at, year).sum())
    words = of_total(live, at.size, "action")
    return exhibit(
        at,
        question="years",
        title="Delivery years",
        finding=capital(f"{words} {agree_part(live, at.size, 'is', 'are')} live during {year}"),
        counted=_years_counted(at),
        table=_years_table(at),
        rule=RULE,
        picture=Rows("action", _action_spots(at)),
    )


def _years_counted(at: PlanAt) -> str:
    words = "Delivery years derived from the dates"
    lost = at.plan.provenance["note"].str.contains("shading", regex=False).any()
    return f"{words}: the shading of the published grid was lost" if lost else words


def lane_rows(
    at: PlanAt, placed: Sequence[tuple[str, int]], *, years: Sequence[str] = ()
) -> tuple[Lane, ...]:
    """Return a lane for each pair of a group and the place of an action in ``at.plan.actions``.

    They are drawn on ``years``, or else on those of the plan. Where a scenario moves an action, its
    lane holds the bar of the plan too.
    """
    shown = years or at.years
    begin = month_number(first_month(shown[0]))
    edges = (begin, begin + 12 * len(shown) - 1)
    places = np.array([place for _, place in placed], dtype="int64")
    leads = leads_by_action(at.plan)
    columns = (
        [group for group, _ in placed],
        at.ids(places),
        at.cells("title", places),
        [leads.get(place) or (_nobody(at, [place]),) for place in places.tolist()],
        at.position_names(places),
        _ends(at, places),
    )
    lanes = tuple(_lane(*row, edges=edges) for row in zip(*columns, strict=True))
    return tuple(_with_plan(at, lanes, shown)) if at.plan.scenario else lanes


def _with_plan(at: PlanAt, lanes: Sequence[Lane], years: Sequence[str]) -> Iterator[Lane]:
    """Yield the lanes of a scenario; beside a bar that is moved stands what the plan has."""
    before, printed = PlanAt(at.plan.printed, at.month), places_of(at.plan.printed)
    tried = places_of(at.plan)
    moved: dict[str, list[str]] = {}
    for move in at.plan.scenario:
        if move.what in _HEADS:
            moved.setdefault(move.action, []).append(move.what)
    for lane in lanes:
        if lane.label not in moved:
            yield lane
            continue
        [plan] = lane_rows(before, [("", printed[lane.label])], years=years)
        drawn = plan.left is not None and plan.right is not None
        cells = {
            what: at.cells(f"{what}_published", np.array([tried[lane.label]]))[0]
            for what in sorted(moved[lane.label])
        }
        words = "; ".join(f"{_HEADS[what]}{briefly(text)}" for what, text in cells.items())
        yield lane._replace(
            was=(plan.left, plan.right) if drawn else None, was_open=plan.leaves, words=words
        )


def with_thin_bars(rule: str, lanes: Iterable[Lane]) -> str:
    """Return the rule of a picture of lanes, which says why some are thin where any are."""
    thin = any(lane.begun or lane.sure for lane in lanes)
    return rule + THIN_RULE if thin else rule


def folded(lanes: Lanes, *, most: int = 12) -> Lanes:
    """Return one lane for all of one position that end in one month, or in one year if too many.

    What is not drawn, for want of dates, is left out.
    """
    drawn = [lane for lane in lanes.lanes if lane.left is not None]
    for name in (month_label, delivery_year):
        sets = _sets(drawn, name)
        if len(sets) <= most:
            break
    labels = [label for (label, _), _ in sets]
    return Lanes(
        lanes.years,
        tuple(_fold(*key, own, several=labels.count(key[0]) > 1) for key, own in sets),
    )


def _finding(at: PlanAt) -> str:
    ends = at.last[at.time_bound]
    if not len(ends):
        return "Nothing here has a planned end"
    ahead, past = ends[ends >= at.now], int((ends < at.now).sum())
    words = ending_next(at) if len(ahead) else "No planned end lies ahead"
    return f"{words}; {have_ended(past)}" if past else words


def _counted(
    at: PlanAt, each: Sequence[Lane], lanes: Sequence[Lane], *, group: str, sort: str
) -> str:
    words = f"{count_of(at.size, 'action')} by {group}, then {sort}"
    held = sum(lane.holds for lane in lanes)
    if len(each) > at.size:
        stands = "times" if held else "bars"
        words += f"; an action stands under each {group}, {len(each):,} {stands} in all"
    if held:
        words += f"; {held:,} ongoing, in one bar for each {group}"
    undrawn = sum(lane.left is None for lane in lanes)
    words += f"; {undrawn:,} in words, for want of dates in these years" if undrawn else ""
    return words + printed_coarsely(at, at.kept)


def _notes(at: PlanAt) -> Iterator[str]:
    """Yield what ends in each month ahead, by title."""
    for month in np.unique(at.last[at.ahead]):
        titles = "; ".join(_ending_titles(at, at.ahead & (at.last == month)))
        yield f"{month_name(month_from_number(int(month)))}: {titles}."


def _ending_titles(at: PlanAt, ending: np.ndarray) -> Iterator[str]:
    ends = as_printed(at, "end", np.flatnonzero(ending))
    return map("".join, zip(at.cells("title", ending), ends, strict=True))


def _placed(at: PlanAt, *, group: str, sort: str) -> list[tuple[str, int]]:
    """Return group and place of each lane, in the order of drawing; what is not known comes last.

    Themes and plans come as printed, teams and partners with most actions first.
    """
    places, groups, order = _grouped(at, group)
    first, last = at.first[places], at.last[places]
    keys = {DEADLINE: (first, last), START: (last, first), ID: ()}[sort]
    drawn = np.lexsort((places, *keys, order))
    return [(groups[place], int(places[place])) for place in drawn.tolist()]


def _nobody(at: PlanAt, places: Sequence[int]) -> str:
    """Return what stands for the lead of actions that have none: it may be to be confirmed."""
    cells = at.cells("leads", np.array(places, dtype="int64"))
    return LEAD_TBC if all(map(is_to_be_confirmed, cells)) else NO_LEAD


def _grouped(at: PlanAt, group: str) -> tuple[np.ndarray, list[str], np.ndarray]:
    """Return the place, the group and the group's order of each lane.

    An action without a lead or partner has a group that says so, the last.
    """
    if group in (THEME, PLAN):
        places = np.flatnonzero(at.kept)
        groups = at.cells(group, places)
        seen = {name: place for place, name in enumerate(dict.fromkeys(groups))}
        return places, groups, np.array([seen[name] for name in groups], dtype="int64")
    named = {TEAM: at.leads, PARTNER: at.partners}[group]
    nameless = np.flatnonzero(at.kept & (named.per_action(len(at.kept)) == 0))
    nobody = _nobody(at, nameless.tolist()) if group == TEAM else NO_PARTNER
    places = np.concatenate([named.action, nameless])
    groups = [*(named.names[name] for name in named.name), *[nobody] * len(nameless)]
    ranks = np.empty(len(named.names), dtype="int64")
    ranks[np.argsort(-named.counts(), kind="stable")] = np.arange(len(ranks))
    order = np.concatenate([ranks[named.name], np.full(len(nameless), len(ranks))])
    return places, groups, order


class _Ends(NamedTuple):
    """The start and the end of an action: as month numbers that count, their kinds, in words.

    ``inner`` are the last month that the start may mean, and the first that the end may.
    """

    span: tuple[float, float]
    kinds: tuple[str, str]
    dates: tuple[str, str]
    inner: tuple[float, float]


def _ends(at: PlanAt, places: np.ndarray) -> Iterator[_Ends]:
    pairs = (
        (at.first[places].tolist(), at.last[places].tolist()),
        (at.cells("start_kind", places), at.cells("end_kind", places)),
        (at.dates("start", places), at.dates("end", places)),
        (at.cells("start_latest", places), at.cells("end_earliest", places)),
    )
    return starmap(_Ends, zip(*(zip(*pair, strict=True) for pair in pairs), strict=True))


def _lane(
    group: str,
    action_id: str,
    title: str,
    leads: tuple[str, ...],
    position: str,
    ends: _Ends,
    *,
    edges: tuple[int, int],
) -> Lane:
    span, kinds, dates, inner = ends
    (first, last), (begin, end), (begun, sure) = span, edges, inner
    drawn = position != DATES_NOT_GIVEN and first <= end and last >= begin
    return Lane(
        group=group,
        label=action_id,
        title=title,
        leads=leads,
        position=position,
        left=_moment(max(first, begin)) if drawn else None,
        right=_moment(min(last, end) + 1) if drawn else None,
        enters=drawn and first < begin,
        leaves=drawn and last > end,
        words=_words_beside(span, dates, edges) if drawn else _words_instead(dates, kinds),
        spot=Spot((action_id,), f"{action_id} {title}: {position}", (action_id,)),
        end=month_from_number(int(last)) if math.isfinite(last) else None,
        until=dates[1] if math.isfinite(last) and dates[1] != _label(last) else "",
        begun=_moment(min(max(begun, begin), end + 1)) if drawn and begun != first else None,
        sure=_moment(min(max(sure, begin), end + 1)) if drawn and sure != last else None,
    )


@lru_cache(maxsize=2048)
def _moment(month: float) -> pd.Timestamp:
    return month_from_number(int(month)).start_time


def _words_beside(span: tuple[float, float], dates: tuple[str, str], edges: tuple[int, int]) -> str:
    """Return what the drawn edges of a bar do not tell."""
    (first, last), (begin, end) = span, edges
    until = dates[1] or "Ongoing"
    if -math.inf < first < begin:
        return f"{until}, from {dates[0]}"
    return until if last > end else ""


def _words_instead(dates: tuple[str, str], kinds: tuple[str, str]) -> str:
    """Return the dates of what is not drawn, or why there are none."""
    start, end = (date or kind for date, kind in zip(dates, kinds, strict=True))
    return f"Start {start}, end {end}"


def _label(month: float) -> str:
    return month_label(month_from_number(int(month)))


def _ongoing_folded(lanes: Sequence[Lane]) -> Iterator[Lane]:
    """Yield for each group one lane for all that is ongoing in it, if anything is, and the rest."""
    for _, own in groupby(lanes, key=lambda lane: lane.group):
        group = list(own)
        if held := [lane for lane in group if _is_folded(lane)]:
            yield _held(held)
        yield from (lane for lane in group if not _is_folded(lane))


def _is_folded(lane: Lane) -> bool:
    return lane.position == ONGOING and lane.left is not None


def _held(own: Sequence[Lane]) -> Lane:
    ids = tuple(lane.label for lane in own)
    words = f"{own[0].group}: {count_of(len(ids), 'ongoing action')}"
    return own[0]._replace(
        label="",
        title="",
        leads=(),
        left=min(lane.left for lane in own if lane.left is not None),
        enters=any(lane.enters for lane in own),
        words="Ongoing",
        spot=Spot((own[0].group, ONGOING), words, ids),
        holds=len(ids),
        begun=None,
    )


def _sets(
    lanes: Sequence[Lane], name: Callable[[pd.Period], str]
) -> list[tuple[tuple[str, str], list[Lane]]]:
    """Return the lanes that share an end, as ``name`` says it, and a position; soonest first."""

    def key(lane: Lane) -> tuple[str, str]:
        return (NO_END if lane.end is None else _end_of(lane, name), lane.position)

    def when(lane: Lane) -> tuple[pd.Timestamp, pd.Timestamp]:
        return (pd.Timestamp.max if lane.end is None else lane.end.start_time, lane.left)

    ordered = sorted(lanes, key=when)
    first_seen = {each: place for place, each in reversed(list(enumerate(map(key, ordered))))}
    ordered.sort(key=lambda lane: first_seen[key(lane)])
    return [(each, list(own)) for each, own in groupby(ordered, key=key)]


def _end_of(lane: Lane, name: Callable[[pd.Period], str]) -> str:
    return lane.until if lane.until and name is month_label else name(lane.end)


def _fold(label: str, position: str, own: Sequence[Lane], *, several: bool) -> Lane:
    ids = tuple(dict.fromkeys(lane.label for lane in own))
    words = count_of(len(ids), "action") + (f" {position}" if several else "")
    return Lane(
        group="",
        label=label,
        title="",
        leads=(),
        position=position,
        left=min(lane.left for lane in own if lane.left is not None),
        right=max(lane.right for lane in own if lane.right is not None),
        enters=any(lane.enters for lane in own),
        leaves=any(lane.leaves for lane in own),
        words=words,
        spot=Spot((label, position), f"{label}: {words}", ids),
        end=own[0].end,
    )


def _table(at: PlanAt, placed: Sequence[tuple[str, int]]) -> Table:
    places = np.array([place for _, place in placed], dtype="int64")
    published = (at.cells(f"{column}_published", places) for column in ("start", "end"))
    columns = (
        [group for group, _ in placed],
        *(at.cells(column, places) for column in ("action_id", "title", "leads")),
        at.position_names(places),
        *published,
    )
    return Table(HEADINGS, tuple(zip(*columns, strict=True)), (False,) * len(HEADINGS))


def _live_during(at: PlanAt, year: str) -> np.ndarray:
    first = first_month(year)
    return at.live_during(first, first + 11)


def _years_table(at: PlanAt) -> Table:
    columns = [at.cells(column, at.kept) for column in ("action_id", "title")]
    columns += [at.cells(f"{column}_published", at.kept) for column in ("start", "end")]
    columns += [_year_cells(at, year) for year in at.years]
    headings = ("Id", "Title (ours)", "Start", "End", *at.years)
    return Table(headings, tuple(zip(*columns, strict=True)), (False,) * len(headings))


def _year_cells(at: PlanAt, year: str) -> list[str]:
    live, last = _live_during(at, year)[at.kept], at.last[at.kept]
    words = np.where(live, "live", "").astype(object)
    first = month_number(first_month(year))
    ending = np.flatnonzero((last >= first) & (last < first + 12))
    dates = at.dates("end", np.flatnonzero(at.kept)[ending])
    for place, date in zip(ending.tolist(), dates, strict=True):
        words[place] = f"live, ends {date}" if live[place] else f"ends {date}"
    cells: list[str] = words.tolist()
    return cells


def _action_spots(at: PlanAt) -> tuple[Spot, ...]:
    cells = zip(at.ids(at.kept), at.cells("title", at.kept), strict=True)
    return tuple(Spot((each,), f"{each} {title}", (each,)) for each, title in cells)
