"""How much has each lead team live in each period, and what changes next?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import LIVE, Tally, tallies
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import Turn, tally_words, turns, undated
from netzero.analysis.named import WHOLE, Named, all_under, leads_of
from netzero.analysis.periods import MONTH, QUARTER, Period, edges_of, periods, span_of_periods
from netzero.analysis.pictures import Ahead, CellColumn, Level, Profile, Profiles, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import Said, agree, count_of
from netzero.plan.months import delivery_year, first_month, month_from_number, month_label

LOAD_RULE = (
    "A step counts the actions that a team leads and that are live in any month of the period, "
    "from the first day of the start month to the last day of the end month. "
    "A joint action counts once under each of its leads, and once in the row of all actions. "
    "Ongoing work has no planned end and counts in every period from its start. "
    "A deadline counts in the period that holds the planned end. "
    "Counts say nothing of effort: the plan gives none."
)


class Loads(NamedTuple):
    """What each team has live in each period. Teams and periods are given as places.

    ``live`` and ``deadlines`` hold a row a team of the plan and a column a period; ``teams`` are
    those in scope, in the order of the picture; ``held`` is what they lead of what counts, and
    ``every`` all of that under one name, each action once, where there is more than one team;
    ``ahead`` is the first period that is not past, or 0 where all are, and then ``past`` is true.
    """

    periods: tuple[Period, ...]
    held: Named
    every: Named
    tallies: list[Tally]
    whole: list[Tally]
    live: np.ndarray
    deadlines: np.ndarray
    teams: list[int]
    ahead: int
    past: bool
    kind: str


def load(
    at: PlanAt, *, grain: str = QUARTER, first_year: str | None = None, ongoing: bool = True
) -> Exhibit:
    """Return how much each lead team has live in each period, and its deadlines.

    Years and quarters are the printed ones; months those of two delivery years from
    ``first_year``, which is that of the as-at month unless given. With ``ongoing=False`` only
    time-bound work counts. All actions, each once, come before the teams where there are several;
    of these those come last where nothing starts or ends any more, and before them those with most
    live work in the periods that are not past.
    """
    found = _loads(at, _periods(at, grain, first_year), ongoing=ongoing)
    busy = [team for team in found.teams if found.live[team].any() or found.deadlines[team].any()]
    return exhibit(
        at,
        question="load",
        title="How much is live, and on whom",
        finding=_peak(at, found),
        counted=_counted_load(
            at, grain, ongoing=ongoing, idle=len(found.teams) - len(busy) if busy else 0
        )
        + _peak_of_all(found, grain),
        table=_load_table(at, found),
        rule=LOAD_RULE,
        picture=_profiles(at, found, busy),
        notes=tuple(_peak_notes(at, found)),
    )


def _periods(at: PlanAt, grain: str, first_year: str | None) -> tuple[Period, ...]:
    if grain != MONTH:
        return periods(at.years, grain=grain)
    first = first_year or delivery_year(at.month)
    return periods((first, delivery_year(first_month(first) + 12)), grain=MONTH)


def _loads(at: PlanAt, shown: tuple[Period, ...], *, ongoing: bool) -> Loads:
    held = at.leads if ongoing else at.leads.of(np.isfinite(at.last))
    found = tallies(at, held, shown)
    live, deadlines = _counted_tallies(found, rows=len(at.leads.names), columns=len(shown))
    not_past = [place for place, period in enumerate(shown) if period.last >= at.month]
    ahead = not_past[0] if not_past else 0
    teams = np.flatnonzero(at.leads.counts())
    still = held.of(_turning(at)).counts()[teams] == 0
    order = np.lexsort((-live[teams].sum(axis=1), -live[teams, ahead:].sum(axis=1), still))
    counted = at.kept if ongoing else at.time_bound
    every = all_under(WHOLE, np.flatnonzero(counted & (len(teams) > 1)))
    return Loads(
        periods=shown,
        held=held,
        every=every,
        tallies=found,
        whole=tallies(at, every, shown),
        live=live,
        deadlines=deadlines,
        teams=teams[order].tolist(),
        ahead=ahead,
        past=not not_past,
        kind=LIVE if ongoing else "time-bound",
    )


def _turning(at: PlanAt) -> np.ndarray:
    """Return whether each action of the plan starts or ends in a month ahead, both dates known."""
    known = ~(np.isnan(at.first) | np.isnan(at.last))
    starts, ends = at.first > at.now, np.isfinite(at.last) & (at.last >= at.now)
    turning: np.ndarray = known & (starts | ends)
    return turning


def _counted_tallies(
    found: Sequence[Tally], *, rows: int, columns: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return what is live, and how many deadlines there are: a row a name, a column a period."""
    live, deadlines = np.zeros((2, rows, columns), dtype=int)
    for tally in found:
        live[tally.name, tally.period] = tally.live
        deadlines[tally.name, tally.period] = tally.deadlines
    return live, deadlines


def _peak(at: PlanAt, found: Loads) -> str:
    first, last = found.periods[found.ahead], found.periods[-1]
    span = span_of_periods(first, last)
    peaks = found.live[:, found.ahead :].max(axis=1, initial=0)
    most = int(peaks.max(initial=0))
    if not most:
        return f"{span}: {_nothing(at, found)}"
    teams = np.flatnonzero(peaks == most).tolist()
    who = at.leads.names[teams[0]] if len(teams) == 1 else count_of(len(teams), "team")
    verb = "peaked" if found.past else agree(len(teams), "peaks", "peak")
    peak = f"{who} {verb} at {most:,}{'' if found.kind == LIVE else f' {found.kind}'}"
    return Said(f"{span}: {peak}", brief=peak, beneath=span)


def _nothing(at: PlanAt, found: Loads) -> str:
    """Return that nothing is live, or only that no team leads it where actions have no lead."""
    unled = at.kept & (at.all_leads.per_action(len(at.kept)) == 0)
    if unled.any():
        return f"no team {'led' if found.past else 'leads'} anything {found.kind}"
    kind = "" if found.kind == LIVE else f" {found.kind}"
    return f"nothing{kind} {'was' if found.past else 'is'} live"


def _peak_notes(at: PlanAt, found: Loads) -> Iterator[str]:
    """Yield when each team has most live first, of the periods that are not past."""
    live = found.live[found.teams, found.ahead :]
    verb = "peaked" if found.past else "peaks"
    kind = "" if found.kind == LIVE else f" {found.kind}"
    most, first = live.max(axis=1, initial=0).tolist(), live.argmax(axis=1).tolist()
    for team, peak, place in zip(found.teams, most, first, strict=True):
        if peak:
            when = found.periods[found.ahead + place].name
            yield f"{at.leads.names[team]} {verb} at {peak:,}{kind}, first in {when}."


def _counted_load(at: PlanAt, grain: str, *, ongoing: bool, idle: int) -> str:
    words = f"Actions live in each {grain} by lead team, and deadlines, of {at.total}"
    without = int((at.kept & np.isposinf(at.last)).sum())
    if without and not ongoing:
        words += f"; {without:,} without a planned end {agree(without, 'is', 'are')} left out"
    words += undated(at, np.flatnonzero(at.kept))
    if idle:
        words += f"; {count_of(idle, 'more team')} {agree(idle, 'has', 'have')} nothing here"
    return words


def _peak_of_all(found: Loads, grain: str) -> str:
    """Return the clause on when most of all actions are live, in the periods of the finding."""
    live, _ = _counted_tallies(found.whole, rows=1, columns=len(found.periods))
    ahead = live[0, found.ahead :]
    most = int(ahead.max(initial=0))
    if not most:
        return ""
    start, period = found.periods[found.ahead], found.periods[found.ahead + int(ahead.argmax())]
    since = "" if found.past else f"from {start.name} on "
    first = "first " if np.count_nonzero(ahead == most) > 1 else ""
    kind = "" if found.kind == LIVE else f" {found.kind}"
    return f"; {since}at most {most:,}{kind} in one {grain}, {first}{period.name}"


def _load_table(at: PlanAt, found: Loads) -> Table:
    """Return a row a team: what is live in each period, and the deadlines of periods with any.

    The first row is that of all actions, each once, where there is more than one team.
    """
    names = [*[WHOLE] * bool(found.whole), *(at.leads.names[team] for team in found.teams)]
    headings, columns = ["Lead team"], [names]
    whole = _counted_tallies(found.whole, rows=int(bool(found.whole)), columns=len(found.periods))
    teams = found.live[found.teams], found.deadlines[found.teams]
    live, ending = (np.vstack(pair).T.tolist() for pair in zip(whole, teams, strict=True))
    for period, levels, ends in zip(found.periods, live, ending, strict=True):
        headings.append(period.name)
        columns.append(levels)
        if any(ends):
            headings.append(f"{period.name}, deadlines")
            columns.append(ends)
    rows = tuple(zip(*columns, strict=True))
    return Table(tuple(headings), rows, (False, *[True] * (len(columns) - 1)))


def _profiles(at: PlanAt, found: Loads, teams: Sequence[int]) -> Profiles:
    names, first = at.leads.names, int(bool(found.whole))
    row = {team: place for place, team in enumerate(teams, start=first)}
    whole = [_profile(at, WHOLE, found.every.action, whole=True)] if found.whole else []
    own = {team: found.held.action[found.held.name == team] for team in teams}
    every, floors = (_floors(at, named, found.periods) for named in (found.every, found.held))
    return Profiles(
        noun="team",
        profiles=(*whole, *(_profile(at, names[team], own[team]) for team in teams)),
        columns=tuple(CellColumn(*period) for period in found.periods),
        levels=(
            *(_level(found, tally, 0, WHOLE, floors=every) for tally in found.whole),
            *(
                _level(found, each, row[each.name], names[each.name], floors=floors, is_team=True)
                for each in found.tallies
            ),
        ),
        most=int(leads_of(at.plan).counts().max(initial=1)),
        most_of_all=max(len(at.kept), 1),
    )


def _profile(at: PlanAt, name: str, actions: np.ndarray, *, whole: bool = False) -> Profile:
    """Return a row: what is live of the actions at places, and each change of that ahead."""
    live = int(at.live[actions].sum())
    ahead, before = [], live
    for turn in turns(at, actions):
        ahead.append(_ahead(turn, before))
        before = turn.live
    return Profile(name, live, tuple(ahead), whole)


def _ahead(turn: Turn, before: int) -> Ahead:
    course = f"{before:,} → {turn.live:,}" if turn.live != before else f"stays {before:,}"
    ended = f"{turn.ends:,} {agree(turn.ends, 'ends', 'end')}" if turn.ends else ""
    started = f"{turn.starts:,} {agree(turn.starts, 'starts', 'start')}" if turn.starts else ""
    when = month_label(month_from_number(turn.month))
    return Ahead(when, course, ", ".join(filter(None, (ended, started))))


def _floors(at: PlanAt, named: Named, shown: Sequence[Period]) -> np.ndarray:
    """Return how much ongoing work each name has in each period: a row a name."""
    endless = named.of(np.isposinf(at.last))
    _, last = edges_of(shown)
    begun = at.first[endless.action, None] <= last
    floors = np.zeros((len(named.names), len(shown)), dtype=int)
    np.add.at(floors, endless.name, begun)
    return floors


def _level(
    found: Loads, tally: Tally, row: int, name: str, *, floors: np.ndarray, is_team: bool = False
) -> Level:
    live, deadlines, period = tally.live, tally.deadlines, found.periods[tally.period]
    words = tally_words(name, period, live=live, deadlines=deadlines, kind=found.kind)
    spot = Spot((name, period.name), words, tally.action_ids, name if is_team else "")
    ongoing = int(floors[tally.name, tally.period])
    return Level(row, tally.period, live, ongoing, deadlines, spot)
