"""When do planned ends fall, and on which teams?"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.counting import gathered
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.named import WHOLE, Named, all_under
from netzero.analysis.pictures import COUNT, Cell, CellColumn, Cells, Columns, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.precision import as_printed, printed_coarsely
from netzero.analysis.wording import Said, agree, capital, count_of, of_total
from netzero.plan.months import (
    delivery_year,
    month_from_number,
    month_label,
    month_name,
)

AHEAD, PAST = "ahead", "past"
MONTHS_RULE = (
    "A deadline is the month of a planned end. Each action counts once. A deadline in the as-at "
    "month counts as ahead."
)
GRID_RULE = (
    "A deadline is the month of a planned end. A joint action counts once under each of its "
    "leads, and once in the row of all actions that a team here leads. A deadline in the as-at "
    "month counts as ahead. A chosen team is outlined, and those of the others stay: the finding "
    "counts its own."
)
HEADINGS = ("When", "Month", "Deadlines", "Actions")
MOST_TITLES = 12


class Month(NamedTuple):
    """A month, as readers see it ("Mar 2026") and as a sentence says it ("March 2026")."""

    period: pd.Period
    label: str
    name: str


class _Due(NamedTuple):
    """The deadlines of each team: who leads which, the months, and how many fall in each.

    ``sizes`` holds a row a team of the plan and a column a month of ``months``.
    """

    named: Named
    months: np.ndarray
    sizes: np.ndarray


def deadline_months(at: PlanAt) -> Exhibit:
    """Return how many actions end in each month: a column a month from first to last deadline.

    The table has a row a month in which any ends: whether that is ahead or past, the month, how
    many deadlines, and the actions by id and title.
    """
    places = np.flatnonzero(at.time_bound)
    ends = at.last[places].astype("int64")
    held = gathered(ends, places.tolist())
    return exhibit(
        at,
        question="deadlines",
        title="Deadlines by month",
        finding=_months_finding(at, ends),
        counted=_months_counted(at, ends),
        table=_months_table(at, held),
        rule=MONTHS_RULE,
        picture=_columns(at, held),
        notes=tuple(_months_notes(at, held)),
    )


def deadline_grid(at: PlanAt) -> Exhibit:
    """Return how many deadlines each lead team has in each month in which any falls.

    All of them, each action once, come before the teams where there are several. Teams with a
    deadline come with most deadlines ahead first, then with most in all; a chosen team comes before
    the others, whose rows stay. The table has a row a team and a column a month.
    """
    own = _due(at)
    every = _due(at.of_every_team) if at.scope.team else own
    teams = _teams(every.sizes, ahead=every.months >= at.now)
    teams.sort(key=lambda place: at.leads.names[place] not in at.scope.team)
    return exhibit(
        at,
        question="deadline-grid",
        title="Deadlines by team and month",
        finding=_grid_finding(at, own.sizes, own.months),
        counted=_grid_counted(at, own, rows=len(teams)),
        table=_grid_table(at, every, teams),
        rule=GRID_RULE,
        picture=_cells(at, every, teams),
    )


@lru_cache(maxsize=1024)
def month_at(number: int) -> Month:
    """Return the month of a month number: taking a ``Period`` apart anew is slow."""
    period = month_from_number(number)
    return Month(period, month_label(period), month_name(period))


def ending_next(at: PlanAt) -> str:
    """Return what in scope ends next, where anything does: "5 actions end next, in May 2027".

    It is "by" a month where not all of them name that month.
    """
    ends = at.last[at.ahead]
    soonest = at.ahead & (at.last == ends.min())
    number, when = int(soonest.sum()), month_at(int(ends.min())).name
    how = "by" if (at.is_coarse("end") & soonest).any() else "in"
    return f"{count_of(number, 'action')} {agree(number, 'ends', 'end')} next, {how} {when}"


def have_ended(number: int) -> str:
    """Return "13 have ended"."""
    return f"{number:,} {agree(number, 'has', 'have')} ended"


def labels_of(at: PlanAt, places: np.ndarray) -> tuple[str, ...]:
    """Return the id and title of each action at places, as one text."""
    cells = zip(at.cells("action_id", places), at.cells("title", places), strict=True)
    return tuple(f"{each} {title}" for each, title in cells)


def ending_labels_of(at: PlanAt, places: np.ndarray) -> tuple[str, ...]:
    """Return the same for lists by month: an end that names no month follows as printed."""
    ends = as_printed(at, "end", places)
    return tuple(map("".join, zip(labels_of(at, places), ends, strict=True)))


def titled(at: PlanAt, places: Sequence[int]) -> str:
    """Return the titles of actions that end: the first dozen, and how many more there are.

    An end that names no month follows its title as printed.
    """
    first = np.array(places[:MOST_TITLES], dtype="int64")
    ends = as_printed(at, "end", first)
    titles = list(map("".join, zip(at.cells("title", first), ends, strict=True)))
    more = len(places) - len(titles)
    return "; ".join([*titles, f"and {more:,} more"] if more else titles)


# --- By month


def _months_finding(at: PlanAt, ends: np.ndarray) -> str:
    if not len(ends):
        return "Nothing here has a planned end"
    ahead = ends[ends >= at.now]
    if not len(ahead):
        return f"No planned end lies ahead; {have_ended(len(ends))}"
    later = int((ahead > ahead.min()).sum())
    words = ending_next(at)
    return f"{words}; {later:,} {agree(later, 'ends', 'end')} later" if later else words


def _months_counted(at: PlanAt, ends: np.ndarray) -> str:
    """Return what is counted; how many have ended stands here unless the finding says it."""
    words = [f"Planned ends by month: {_of(at, len(ends))}"]
    past = int((ends < at.now).sum())
    if 0 < past < len(ends):
        words.append(have_ended(past))
    if none := int((at.kept & np.isposinf(at.last)).sum()):
        words.append(f"{none:,} {agree(none, 'has', 'have')} no planned end")
    if unknown := int((at.kept & np.isnan(at.last)).sum()):
        words.append(f"the end of {unknown:,} is not given")
    return "; ".join(words) + printed_coarsely(at, at.time_bound, "end")


def _of(at: PlanAt, number: int) -> str:
    return of_total(number, at.size, "action") if number else "none"


def _months_table(at: PlanAt, held: dict[int, tuple[int, ...]]) -> Table:
    rows = tuple(
        (
            AHEAD if month >= at.now else PAST,
            month_at(month).period,
            len(places),
            ending_labels_of(at, np.array(places)),
        )
        for month, places in held.items()
    )
    return Table(HEADINGS, rows, (False, False, True, False))


def _months_notes(at: PlanAt, held: dict[int, tuple[int, ...]]) -> Iterator[str]:
    """Yield what ends in each month ahead, by title."""
    for month, places in held.items():
        if month >= at.now:
            yield f"{month_at(month).name}: {titled(at, places)}."


def _columns(at: PlanAt, held: dict[int, tuple[int, ...]]) -> Columns:
    numbers = range(min(held), max(held) + 1) if held else range(0)
    ids = [at.ids(np.array(held[number])) if number in held else () for number in numbers]
    sizes, now = tuple(map(len, ids)), at.now
    return Columns(
        months=tuple(month_at(number).period for number in numbers),
        series=(Series("deadlines", COUNT, sizes),),
        deadlines=sizes,
        column_spots=tuple(
            _column_spot(month_at(number), own, past=number < now)
            for number, own in zip(numbers, ids, strict=True)
        ),
    )


def _column_spot(month: Month, ids: tuple[str, ...], *, past: bool) -> Spot:
    verb = "ended" if past else agree(len(ids), "ends", "end")
    words = f"{month.name}: {count_of(len(ids), 'action')} {verb}"
    return Spot((month.label,), words, ids)


# --- By team and month


def _teams(sizes: np.ndarray, *, ahead: np.ndarray) -> list[int]:
    """Return the places of the teams with a deadline: most ahead first, then most in all.

    Names come by letter, and equals keep that order.
    """
    teams = np.flatnonzero(sizes.any(axis=1))
    in_all, to_come = sizes[teams].sum(axis=1), sizes[teams][:, ahead].sum(axis=1)
    order: list[int] = teams[np.lexsort((-in_all, -to_come))].tolist()
    return order


def _due(at: PlanAt) -> _Due:
    named = at.leads.of(at.time_bound)
    ends = at.last[named.action].astype("int64")
    months = np.unique(ends)
    sizes = np.zeros((len(named.names), len(months)), dtype="int64")
    np.add.at(sizes, (named.name, np.searchsorted(months, ends)), 1)
    return _Due(named, months, sizes)


def _grid_finding(at: PlanAt, sizes: np.ndarray, months: np.ndarray) -> str:
    if not at.time_bound.any():
        return "Nothing here has a planned end"
    if not sizes.any():
        return "No team leads an action with a planned end"
    past = bool(months[-1] < at.now)
    # what is past has no peak where anything lies ahead
    counted = sizes * (past | (months >= at.now))
    most = int(counted.max())
    cells = np.argwhere(counted == most)
    if len(cells) > 1:
        return _said_of_several(at, most, past=past)
    team, month = at.leads.names[cells[0, 0]], month_at(int(months[cells[0, 1]])).name
    return _said_of_one(at, team, month, most, past=past)


def _said_of_several(at: PlanAt, most: int, *, past: bool) -> str:
    """Return how many deadlines a team has in a month at most; of those chosen, if any are."""
    words = f"{count_of(most, 'deadline')} in a month"
    if len(at.scope.team) == 1:
        team, when = at.scope.team[0], "all past" if past else "ahead"
        brief = f"{team}: at most {count_of(most, 'deadline')} a month"
        whole = f"{team}{' had' if past else ': ahead,'} at most {words}"
        return Said(whole, brief=brief, beneath=when)
    who = "no chosen team" if at.scope.team else "no team"
    if past:
        brief = f"{capital(who)} had over {words}"
        return Said(f"All past; {who} had over {words}", brief=brief, beneath="all past")
    return f"Ahead, {who} has over {words}"


def _said_of_one(at: PlanAt, team: str, month: str, most: int, *, past: bool) -> str:
    """Return that a team has most deadlines at once in a month, where no other has as many.

    Where teams are chosen, the others may have more: then it is said of the team alone.
    """
    mine = bool(at.scope.team)
    brief = f"{team}: {count_of(most, 'deadline')} in {month}"
    if past:
        only = "" if most > 1 or mine else "the only one"
        whole = f"All past; {team} had {most:,} in {month}"
        if most == 1:
            whole = f"{team} had {'1' if mine else 'the only'} deadline, in {month}"
        return Said(whole, brief=brief, beneath=", ".join(filter(None, (only, "all past"))))
    if most == 1:
        whole = f"{team}: 1 deadline ahead, in {month}"
        whole = whole if mine else f"The only deadline ahead: {team}, in {month}"
        return Said(whole, brief=brief, beneath="ahead" if mine else "the only one ahead")
    whole = f"Most at once ahead: {team}, {most:,} in {month}"
    whole = f"Ahead, {team} has most in {month}: {most:,} deadlines" if mine else whole
    return Said(whole, brief=brief, beneath="the most at once ahead")


def _grid_counted(at: PlanAt, own: _Due, *, rows: int) -> str:
    named, ending = own.named, at.time_bound
    number, teams = int(ending.sum()), int(own.sizes.any(axis=1).sum())
    words = [f"Planned ends by lead team and month: {_of(at, number)}"]
    if len(named) > number:
        words.append(at.joint_counts(len(named)))
    if unled := int((ending & (at.all_leads.per_action(len(ending)) == 0)).sum()):
        words.append(f"{unled:,} {agree(unled, 'names', 'name')} no lead team")
    idle = int((at.leads.counts() > 0).sum()) - teams
    if teams and idle:
        words.append(f"{count_of(idle, 'more team')} {agree(idle, 'has', 'have')} none")
    if others := rows - teams:
        words.append(f"{count_of(others, 'other team')} {agree(others, 'stands', 'stand')} below")
    return "; ".join(words) + printed_coarsely(at, ending, "end")


def _grid_table(at: PlanAt, found: _Due, teams: list[int]) -> Table:
    headings = ("Lead team", *(month_at(month).label for month in found.months.tolist()))
    rows = [
        (found.named.names[team], *own)
        for team, own in zip(teams, found.sizes[teams].tolist(), strict=True)
    ]
    if len(teams) > 1:
        ends = at.last[_each_once(found)]
        rows.insert(0, (WHOLE, *(int((ends == month).sum()) for month in found.months)))
    return Table(headings, tuple(rows), (False, *[True] * len(found.months)))


def _each_once(found: _Due) -> np.ndarray:
    """Return the places of the actions with a deadline, each once however many lead it."""
    return np.unique(found.named.action)


def _cells(at: PlanAt, found: _Due, teams: list[int]) -> Cells:
    columns = tuple(_column(month_at(month)) for month in found.months.tolist())
    rows = tuple(found.named.names[team] for team in teams)
    if len(teams) > 1:
        every = all_under(WHOLE, _each_once(found))
        cells = [*_cells_of(at, every, found.months, columns, rows=[0], first=0)]
        rows = (WHOLE, *rows)
    else:
        cells = []
    cells += _cells_of(at, found.named, found.months, columns, rows=teams, first=len(cells) > 0)
    return Cells(noun="team", rows=rows, columns=columns, cells=tuple(cells))


def _cells_of(
    at: PlanAt,
    named: Named,
    months: np.ndarray,
    columns: Sequence[CellColumn],
    *,
    rows: Sequence[int],
    first: int,
) -> Iterator[Cell]:
    """Yield the cells of the names at places, whose rows begin with ``first``."""
    row_of = {name: row for row, name in enumerate(rows, start=first)}
    ends = np.searchsorted(months, at.last[named.action])
    held = gathered(named.name * len(months) + ends, at.cells("action_id", named.action))
    for key, ids in held.items():
        name, place = divmod(key, len(months))
        yield _cell(at, named.names[name], columns[place], ids, row=row_of[name], place=place)


def _column(month: Month) -> CellColumn:
    year = delivery_year(month.period)
    return CellColumn(month.label, month.label.split()[0], year, month.period, month.period)


def _cell(
    at: PlanAt, name: str, column: CellColumn, ids: tuple[str, ...], *, row: int, place: int
) -> Cell:
    """Return a cell; that of all actions counts them, that of a team names them where it can."""
    words = f"{name}, {column.name}: {count_of(len(ids), 'deadline')}"
    team = "" if name == WHOLE else name
    spot = Spot((name, column.name), words, ids, team)
    return Cell(row, place, len(ids), spot, team in at.scope.team, ids if team else ())
