"""How much is live before and after, month by month, and for each team year by year?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.analysis.comparing import (
    Against,
    Compared,
    compared,
    live_in_years,
    nothing_compared,
)
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Columns, Rows, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import IN_DELIVERY, ONGOING, live_counts
from netzero.analysis.wording import agree, count_of, number_of, span_of
from netzero.plan.months import month_label, month_name, month_number, months_of

MONTHS_TITLE, TEAMS_TITLE = "Live work before and after", "Teams before and after"
RULE = (
    "A column counts what is live in a month after; a dashed outline is what is lost against "
    "before, an orange one what is gained. Ongoing work stands below, and is left out where it is "
    "the same in both. Each action counts once. Counts say nothing of effort: the plan gives none."
)
TEAMS_RULE = (
    "An action counts in a delivery year if it is live in any month of it, a joint one under each "
    "of its leads. Years run from that of the as-at month to that of the last date. Teams with the "
    "same work in every year are left out and counted."
)
MONTHS_HEADINGS = ("Month", "Before", "After", "Difference", "Deadlines before", "Deadlines after")
TEAMS_HEADINGS = ("Lead team", "Year", "Before", "After", "Difference")


class _Team(NamedTuple):
    """A team in one delivery year: what it has live before and after, and the actions of either."""

    name: str
    year: str
    before: int
    after: int
    action_ids: tuple[str, ...]

    @property
    def by(self) -> int:
        return abs(self.after - self.before)

    @property
    def words(self) -> str:
        now = f"{number_of(self.after)} live in {self.year}"
        return f"{self.name}: {now}, {number_of(self.before)} before"


class _Stretch(NamedTuple):
    """Months from place ``first`` to ``last`` with so many more live than before, or fewer."""

    first: int
    last: int
    by: int

    @property
    def way(self) -> str:
        return "more" if self.by > 0 else "fewer"

    @property
    def words(self) -> str:
        return f"{abs(self.by):,} {self.way} live"


def live_changes(at: PlanAt, *, against: Against | None = None) -> Exhibit:
    """Return what is live after, month by month, against what was before: a column a month.

    They run from the month of ``at`` to the last of the delivery year of the last date.
    See ``what_changed`` for the other edition.
    """
    both = compared(at, against)
    if both is None:
        return nothing_compared(at, question="live-changes", title=MONTHS_TITLE, rule=RULE)
    columns, left_out = _columns(both)
    return exhibit(
        at,
        question="live-changes",
        title=MONTHS_TITLE,
        finding=_finding(columns),
        counted=_counted(both, left_out),
        table=_table(both, columns, left_out),
        rule=RULE,
        picture=columns,
        notes=tuple(f"{_stretch_words(columns, each)}." for each in _stretches(columns)),
    )


def team_changes(at: PlanAt, *, against: Against | None = None) -> Exhibit:
    """Return which team has more or fewer live in which delivery year: a row each, year by year.

    Teams with the greatest difference in any year come first.
    See ``what_changed`` for the other edition.
    """
    both = compared(at, against)
    if both is None:
        return nothing_compared(at, question="team-changes", title=TEAMS_TITLE, rule=TEAMS_RULE)
    rows = _furthest_first(list(_teams(both)))
    return exhibit(
        at,
        question="team-changes",
        title=TEAMS_TITLE,
        finding=_most(rows).words if rows else "Each team has as much live as before",
        counted=_teams_counted(both, rows),
        table=Table(
            TEAMS_HEADINGS,
            tuple(
                (row.name, row.year, row.before, row.after, row.after - row.before) for row in rows
            ),
            (False, False, True, True, True),
        ),
        rule=TEAMS_RULE,
        picture=Rows(
            "row",
            tuple(Spot((row.name, row.year), row.words, row.action_ids, row.name) for row in rows),
        ),
        notes=tuple(f"{row.words}." for row in rows),
    )


# --- By month


def _columns(both: Compared) -> tuple[Columns, int]:
    """Return the columns, and how many ongoing actions are left out, alike in every month."""
    months = months_of(both.years)
    months = months[months >= both.shown.month]
    numbers = np.array([month_number(month) for month in months])
    floors = [_live(side, numbers, ongoing=True) for side in (both.before, both.after)]
    above = [_live(side, numbers, ongoing=False) for side in (both.before, both.after)]
    same = bool((floors[0] == floors[1]).all() and len(set(floors[0].tolist())) == 1)
    series = [Series(IN_DELIVERY, IN_DELIVERY, tuple(above[1].tolist()))]
    if not same:
        series.insert(0, Series(ONGOING, ONGOING, tuple(floors[1].tolist())))
    was = above[0] if same else above[0] + floors[0]
    columns = Columns(
        months=tuple(months),
        series=tuple(series),
        deadlines=tuple(_ends(both.after, numbers).tolist()),
        column_spots=tuple(_spots(both, months, numbers, series)),
        was=tuple(was.tolist()),
    )
    return columns, int(floors[0][0]) if same else 0


def _live(side: PlanAt, numbers: np.ndarray, *, ongoing: bool) -> np.ndarray:
    among = side.kept & (np.isposinf(side.last) if ongoing else np.isfinite(side.last))
    return live_counts(side.first[among], side.last[among], numbers)


def _ends(side: PlanAt, numbers: np.ndarray) -> np.ndarray:
    ends = side.last[side.time_bound]
    return np.array([int((ends == number).sum()) for number in numbers.tolist()], dtype=int)


def _spots(
    both: Compared, months: pd.PeriodIndex, numbers: np.ndarray, series: Sequence[Series]
) -> Iterator[Spot]:
    """Yield of each month what is live in it before or after, of what the columns count."""
    whole = len(series) > 1
    for place, (month, number) in enumerate(zip(months, numbers.tolist(), strict=True)):
        ids: dict[str, None] = {}
        for side in (both.after, both.before):
            live = side.kept & (side.first <= number) & (side.last >= number)
            ids |= dict.fromkeys(side.ids(live if whole else live & np.isfinite(side.last)))
        total = sum(each.values[place] for each in series)
        words = f"{month_label(month)}: {number_of(total)} {'live' if whole else IN_DELIVERY}"
        yield Spot((month_label(month),), words, tuple(ids))


def _stretches(columns: Columns) -> list[_Stretch]:
    """Return the stretches of months with as many more or fewer than before, one after another."""
    found: list[_Stretch] = []
    for run in columns.differing():
        by = run.now - run.was
        if found and found[-1].last == run.first - 1 and found[-1].by == by:
            found[-1] = found[-1]._replace(last=run.last)
        else:
            found.append(_Stretch(run.first, run.last, by))
    return found


def _stretch_words(columns: Columns, each: _Stretch) -> str:
    """Return "1 fewer live, Nov 2026 to Mar 2027"."""
    return f"{each.words}, {span_of(columns.months[each.first], columns.months[each.last])}"


def _finding(columns: Columns) -> str:
    """Return the first stretch that differs and how it goes on: "…, then more, twice"."""
    found = _stretches(columns)
    if not found:
        return "Live work is the same in every month"
    first, *rest = found
    if first.first or not rest:
        words = _stretch_words(columns, first)
    else:
        words = f"{first.words} until {month_name(columns.months[first.last])}"
    return f"{words}{_then(rest)}"


def _then(rest: Sequence[_Stretch]) -> str:
    ways = {each.way for each in rest}
    times = {1: "", 2: ", twice"}.get(len(rest), f", {len(rest):,} times")
    if len(ways) == 1:
        return f", then {ways.pop()}{times}"
    return f", then more or fewer{times}" if ways else ""


def _counted(both: Compared, left_out: int) -> str:
    words = f"Live actions by month, {both.from_to}"
    if left_out:
        words += f"; {left_out:,} ongoing {agree(left_out, 'is', 'are')} the same and left out"
    return words


def _table(both: Compared, columns: Columns, left_out: int) -> Table:
    """Return a row a month; ongoing work counts here, too."""
    numbers = np.array([month_number(month) for month in columns.months])
    ends = _ends(both.before, numbers).tolist()
    rows = (
        (month, was + left_out, now + left_out, now - was, *deadlines)
        for month, was, now, *deadlines in zip(
            columns.months, columns.was, columns.totals, ends, columns.deadlines, strict=True
        )
    )
    return Table(MONTHS_HEADINGS, tuple(rows), (False, True, True, True, True, True))


# --- By team and year


def _teams(both: Compared) -> Iterator[_Team]:
    """Yield each team and year that differ in what is live, teams by letter."""
    sides = (both.before, both.after)
    live = [live_in_years(side, both.years) for side in sides]
    names = sorted({name for side in sides for name in side.leads.names})
    for place, year in enumerate(both.years):
        counted = [_by_team(side, own[place]) for side, own in zip(sides, live, strict=True)]
        for name in names:
            before, after = (own.get(name, ()) for own in counted)
            if len(before) != len(after):
                ids = tuple(dict.fromkeys((*after, *before)))
                yield _Team(name, year, len(before), len(after), ids)


def _furthest_first(rows: Sequence[_Team]) -> list[_Team]:
    """Return the rows team by team, those first that differ most in any year."""
    most: dict[str, int] = {}
    for row in rows:
        most[row.name] = max(most.get(row.name, 0), row.by)
    return sorted(rows, key=lambda row: (-most[row.name], row.name, row.year))


def _most(rows: Sequence[_Team]) -> _Team:
    return max(rows, key=lambda row: row.by)


def _by_team(side: PlanAt, live: np.ndarray) -> dict[str, tuple[str, ...]]:
    named = side.leads.of(live)
    found: dict[str, list[str]] = {}
    ids = side.cells("action_id", named.action)
    for place, action_id in zip(named.name.tolist(), ids, strict=True):
        found.setdefault(named.names[place], []).append(action_id)
    return {name: tuple(own) for name, own in found.items()}


def _teams_counted(both: Compared, rows: Sequence[_Team]) -> str:
    teams = len({row.name for row in rows})
    every = len(
        {side.leads.names[place] for side in (both.before, both.after) for place in side.leads.name}
    )
    words = f"Live actions by lead team and delivery year, {both.from_to}"
    if teams:
        words += f"; {count_of(teams, 'team')} {agree(teams, 'differs', 'differ')}"
    if rest := every - teams:
        others = count_of(rest, "other team" if teams else "team")
        words += f"; {others} {agree(rest, 'has', 'have')} the same in each year"
    return words
