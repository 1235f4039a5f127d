"""How much is live, when, and on which team. Counts only: the plan holds no effort."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import (
    LIVE,
    Tally,
    counts_of,
    ids_by_name,
    most_live_first,
    tallies,
)
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.leads import counted_live, said_alone
from netzero.analysis.levels import (
    LEVELS_RULE,
    columns_of,
    course_of,
    no_columns,
    table_of_columns,
    tally_words,
    turn_notes,
    undated,
)
from netzero.analysis.live_bars import live_spot
from netzero.analysis.named import TEAM, Named, all_under
from netzero.analysis.periods import MONTH, QUARTER, Period, periods, span_of_periods
from netzero.analysis.pictures import Cell, CellColumn, Cells, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import Said, agree, capital, count_of, number_of, of_total
from netzero.plan.months import delivery_year, first_month

LOAD_RULE = (
    "A cell counts the actions that a team leads and that are live in any month of the period, "
    "from the first day of the start month to the last day of the end month. "
    "A joint action counts once under each of its leads, and once in the row of all actions. "
    "Ongoing work has no planned end and counts in every period from its start. "
    "A deadline counts in the period that holds the planned end. "
    "Counts say nothing of effort: the plan gives none."
)
CONCENTRATION_RULE = (
    "Teams come with most live actions first. A joint action counts once under each of its leads; "
    "the running total counts each live action once, under the first team that leads it. "
    "Counts say nothing of effort: the plan gives none."
)
ALONE_RULE = (
    "A live action counts here where the whole plan names one lead team for it. "
    "Counts say nothing of effort: the plan gives none."
)
WHOLE = "All actions, each once"
CONCENTRATION_HEADINGS = ("Lead team", "Live", "Alone", "Joint", "Running total")
ALONE_HEADINGS = ("Lead team", "Id", "Title (ours)", "Position", "End", "Theme")


class Loads(NamedTuple):
    """What each team has live in each period. Teams and periods are given as places.

    ``live`` and ``deadlines`` hold a row a team of the plan and a column a period; ``teams`` are
    those in scope, in the order of the picture; ``whole`` has all their actions, each once, where
    there is more than one team; ``ahead`` is the first period that is not past, or
    0 where all are, and then ``past`` is true.
    """

    periods: tuple[Period, ...]
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
    time-bound work counts. All actions, each once, come before the teams; of these those with most
    live work first, in the periods that are not past.
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
        picture=_cells(at, found, busy),
        notes=tuple(_peak_notes(at, found)),
    )


def profile(at: PlanAt, *, team: str = "") -> Exhibit:
    """Return what one team has live month by month, ongoing work below, and its deadlines.

    The team is the one with most live work in scope unless it is named.
    """
    order = most_live_first(counts_of(at, at.leads))
    name = team or (at.leads.names[order[0]] if order else "")
    own = at.all_leads.only((name,))
    columns = columns_of(at, own, name, side="team") if name else no_columns()
    return exhibit(
        at,
        question="profile",
        title="One team, month by month",
        finding=profile_finding(at, name, own.action),
        counted=_counted_profile(at, own.action),
        table=table_of_columns(columns),
        rule=LEVELS_RULE,
        picture=columns,
        notes=turn_notes(at, own.action),
    )


def concentration(at: PlanAt) -> Exhibit:
    """Return how few teams lead half of the live work: a row a team, most live work first."""
    counts = counts_of(at, at.leads)
    order = most_live_first(counts)
    live = [team for team in order if counts[LIVE][team]]
    alone = at.leads.of(at.live & ~at.joint).counts()
    running = _running_total(at, live)
    sizes = [(int(counts[LIVE][team]), int(alone[team])) for team in live]
    rows = tuple(
        (at.leads.names[team], size, own, size - own, total)
        for team, (size, own), total in zip(live, sizes, running, strict=True)
    )
    return exhibit(
        at,
        question="concentration",
        title="How much rests on how few",
        finding=_concentration_finding(at, rows),
        counted=counted_live(at, counts, idle=len(order) - len(live)),
        table=Table(CONCENTRATION_HEADINGS, rows, (False, True, True, True, True)),
        rule=CONCENTRATION_RULE,
        picture=Rows("team", _team_spots(at, live)),
    )


def alone(at: PlanAt) -> Exhibit:
    """Return the live actions that have one lead team, by team, those with most of them first.

    Of a team those that end come first, the soonest before the others.
    """
    leads_each = at.all_leads.per_action(len(at.kept))
    sole, unled = at.live & (leads_each == 1), int((at.live & (leads_each == 0)).sum())
    rows = _sole_rows(at, at.leads.of(sole))
    return exhibit(
        at,
        question="alone",
        title="What rests on one team alone",
        finding=_alone_finding(at, len(rows)),
        counted=_counted_alone(at, len(rows), unled),
        table=Table(ALONE_HEADINGS, rows, (False,) * len(ALONE_HEADINGS)),
        rule=ALONE_RULE,
        picture=Rows(
            "action",
            tuple(
                Spot((each,), f"{each} {title}: {team} alone", (each,), team)
                for team, each, title, *_ in rows
            ),
        ),
    )


# --- Load


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
    order = np.lexsort((-live[teams].sum(axis=1), -live[teams, ahead:].sum(axis=1)))
    return Loads(
        periods=shown,
        tallies=found,
        whole=_whole(at, shown, ongoing=ongoing) if len(teams) > 1 else [],
        live=live,
        deadlines=deadlines,
        teams=teams[order].tolist(),
        ahead=ahead,
        past=not not_past,
        kind="live" if ongoing else "time-bound",
    )


def _whole(at: PlanAt, shown: Sequence[Period], *, ongoing: bool) -> list[Tally]:
    """Return what is live in each period of all actions in scope, each once."""
    counted = at.kept if ongoing else at.time_bound
    return tallies(at, all_under(WHOLE, np.flatnonzero(counted)), shown)


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


def _cells(at: PlanAt, found: Loads, teams: Sequence[int]) -> Cells:
    names, first = at.leads.names, int(bool(found.whole))
    row = {team: place for place, team in enumerate(teams, start=first)}
    return Cells(
        noun="team",
        rows=(*[WHOLE] * first, *(names[team] for team in teams)),
        columns=tuple(CellColumn(*period) for period in found.periods),
        cells=(
            *(_cell(found, tally, 0, WHOLE) for tally in found.whole),
            *(
                _cell(found, tally, row[tally.name], names[tally.name], team=names[tally.name])
                for tally in found.tallies
            ),
        ),
    )


def _cell(found: Loads, tally: Tally, row: int, name: str, *, team: str = "") -> Cell:
    live, deadlines, period = tally.live, tally.deadlines, found.periods[tally.period]
    words = tally_words(name, period, live=live, deadlines=deadlines, kind=found.kind)
    spot = Spot((name, period.name), words, tally.action_ids, team)
    return Cell(row, tally.period, live, deadlines, spot)


# --- Profile


def profile_finding(at: PlanAt, team: str, actions: np.ndarray) -> str:
    """Return how many of a team's actions, at places, are live, and what the next change makes."""
    if not team:
        return "No team leads an action here"
    if not len(actions):
        return f"{team} leads no action here"
    return course_of(at, actions).after(f"{team}: ")


def _counted_profile(at: PlanAt, actions: np.ndarray) -> str:
    led, joint = len(actions), int(at.joint[actions].sum())
    team = "the team" if led else "a team"
    words = f"Live actions by month, and deadlines, of {count_of(led, 'action')} that {team} leads"
    if joint:
        share = "all" if joint == led else f"{joint:,}"
        words += f", {share} of them joint" if led > 1 else ", a joint one"
    return words + undated(at, actions)


# --- Concentration


def _running_total(at: PlanAt, order: Sequence[int]) -> list[int]:
    """Return how many live actions the teams lead together, down to each of ``order``."""
    live = at.leads.of(at.live)
    rank = np.zeros(len(at.leads.names), dtype=int)
    rank[order] = np.arange(len(order))
    first = np.full(len(at.kept), len(order))
    np.minimum.at(first, live.action, rank[live.name])
    total: list[int] = np.bincount(first, minlength=len(order))[: len(order)].cumsum().tolist()
    return total


def _concentration_finding(at: PlanAt, rows: Sequence[tuple]) -> str:
    if not rows:
        return "No team leads a live action"
    team, most, own, *_ = rows[0]
    if len(rows) == 1 and most == at.live_size:  # it leads all of that by construction
        return said_alone(team, own, most)
    needed = next(
        (place for place, row in enumerate(rows, start=1) if row[-1] * 2 >= at.live_size), len(rows)
    )
    led = of_total(rows[needed - 1][-1], at.live_size, "live action")
    if needed > 1:
        return f"{needed:,} teams lead {led}"
    equal = sum(row[1] == most for row in rows)
    return f"{equal:,} teams each lead {led}" if equal > 1 else f"{team} leads {led}"


def _team_spots(at: PlanAt, teams: Sequence[int]) -> tuple[Spot, ...]:
    ids = ids_by_name(at, at.leads.of(at.live))
    return tuple(live_spot(at.leads.names[team], ids[team], side=TEAM) for team in teams)


# --- Alone


def _sole_rows(at: PlanAt, sole: Named) -> tuple[tuple[str, ...], ...]:
    order = np.lexsort((sole.action, at.last[sole.action], sole.name, -sole.counts()[sole.name]))
    places = sole.action[order]
    teams = [sole.names[name] for name in sole.name[order].tolist()]
    cells = (at.cells(column, places) for column in ("action_id", "title"))
    rest = (at.cells(column, places) for column in ("end_published", "theme"))
    return tuple(zip(teams, *cells, at.position_names(places), *rest, strict=True))


def _alone_finding(at: PlanAt, sole: int) -> str:
    live = at.live_size
    if not live:
        return "No action is live"
    if len(at.scope.team) != 1:
        if live == 1 and not sole:
            teams = len(at.all_leads.of(at.live))
            return f"The only live action has {count_of(teams, 'lead team')}"
        words = of_total(sole, live, "live action")
        return capital(f"{words} {agree(sole, 'has', 'have')} one lead team")
    return _alone_of(at.scope.team[0], sole, live)


def _alone_of(team: str, sole: int, live: int) -> str:
    if live == 1:
        return said_alone(team, sole, live)
    brief = said_alone(team, sole, live)
    return Said(f"{team} alone leads {of_total(sole, live, 'live action')}", brief=brief)


def _counted_alone(at: PlanAt, sole: int, unled: int) -> str:
    joint = at.live_size - sole - unled
    words = f"Live actions that one team leads without another: {number_of(sole)}"
    if joint:
        words += f"; {joint:,} {agree(joint, 'is', 'are')} joint"
    if unled:
        words += f"; {unled:,} {agree(unled, 'has', 'have')} no lead team"
    return words
