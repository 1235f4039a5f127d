"""How much is live, when, and on which team. Counts only: the plan holds no effort."""

from collections.abc import Sequence

import numpy as np

from netzero.analysis.counting import (
    LIVE,
    counts_of,
    ids_by_name,
    most_live_first,
)
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.leads import counted_live, said_alone
from netzero.analysis.levels import (
    LEVELS_RULE,
    columns_of,
    course_of,
    no_columns,
    table_of_columns,
    turn_notes,
    undated,
)
from netzero.analysis.live_bars import live_spot
from netzero.analysis.named import TEAM, Named
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import Said, agree, capital, count_of, number_of, of_total

CONCENTRATION_RULE = (
    "Teams come with most live actions first. A joint action counts once under each of its leads; "
    "the running total counts each live action once, under the first team that leads it. "
    "Counts say nothing of effort: the plan gives none."
)
ALONE_RULE = (
    "A live action counts here where the whole plan names one lead team for it. "
    "Counts say nothing of effort: the plan gives none."
)
CONCENTRATION_HEADINGS = ("Lead team", "Live", "Alone", "Joint", "Running total")
ALONE_HEADINGS = ("Lead team", "Id", "Title (ours)", "Position", "End", "Theme")


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
