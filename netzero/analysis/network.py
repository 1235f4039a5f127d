"""Who stands around one name: the teams that ask a partner, or the partners that a team asks."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import asks, counts_of, gathered, most_live_first
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import course_of
from netzero.analysis.named import PARTNER, TEAM
from netzero.analysis.pictures import Link, Links, Node, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import ENDED, NOT_STARTED
from netzero.analysis.wording import Said, agree, count_of, number_of

RULE = (
    "A line is a team that leads actions in which the partner is named, live or to come, in the "
    "whole plan. A joint action counts under each of its leads, and once for the name that they "
    "stand around. Names with most such actions come first."
)
HEADINGS = ("Lead team", "Partner", "Live", "To come", "Ids")


class Neighbourhood(NamedTuple):
    """A name on one side, and its actions with the other side, as places: live or to come.

    ``others`` are the names of the other side that those actions lead to, most actions first, each
    with its own actions.
    """

    name: str
    side: str
    actions: np.ndarray
    others: tuple[tuple[str, tuple[int, ...]], ...]


def network(at: PlanAt, *, focus: str = "", side: str = "") -> Exhibit:
    """Return the links of one name in the whole plan, whatever the scope: live and to come.

    ``focus`` is a partner or a team: unless given the partner chosen, else the team chosen, else
    the partner named in most live actions in scope. ``side`` tells ``team`` from ``partner`` where
    a name is both; it counts as a partner, unless it is a team that is chosen.
    """
    name = focus or _default(at)
    found = _neighbourhood_of(at.whole, name, side or _side(at, name))
    return exhibit(
        at.whole if name else at,
        question="network",
        title="Around one name",
        finding=_finding(at.whole, found),
        counted=_counted(at.whole, found),
        table=_table(at.whole, found),
        rule=RULE,
        picture=_links(at.whole, found),
        notes=tuple(_notes(at.whole, found)),
    )


def _default(at: PlanAt) -> str:
    if at.scope.team and not at.scope.partner:
        order, named = most_live_first(counts_of(at, at.leads)), at.leads
    else:
        order, named = most_live_first(counts_of(at, at.partners)), at.partners
    return named.names[order[0]] if order else ""


def _side(at: PlanAt, name: str) -> str:
    chosen = name in at.scope.team and name not in at.scope.partner
    return PARTNER if name in at.partners.names and not chosen else TEAM


def _neighbourhood_of(at: PlanAt, name: str, side: str) -> Neighbourhood:
    among = at.live | at.standing_at(NOT_STARTED)
    own = _shared(at, name, side)
    if side == PARTNER:
        found = asks(at.partners.only((name,)).of(among), at.leads)
        other, names = found.team, at.leads.names
    else:
        found = asks(at.partners.of(among), at.leads.only((name,)))
        other, names = found.partner, at.partners.names
    groups = sorted(
        gathered(other, found.action.tolist()).items(), key=lambda item: (-len(item[1]), item[0])
    )
    others = tuple((names[place], actions) for place, actions in groups)
    return Neighbourhood(name, side, own[among[own]], others)


def _shared(at: PlanAt, name: str, side: str) -> np.ndarray:
    """Return the actions that name a partner, or that a team leads and that name any partner."""
    if side == PARTNER:
        return at.partners.actions_of(name)
    led = at.leads.actions_of(name)
    shared: np.ndarray = led[at.partners.per_action(len(at.kept))[led] > 0]
    return shared


def _finding(at: PlanAt, found: Neighbourhood) -> str:
    if not found.name:
        return "No action here names a partner"
    live = int(at.live[found.actions].sum())
    noun = TEAM if found.side == PARTNER else PARTNER
    if not len(found.actions):
        return _nothing(at, found).after(f"{found.name}: ")
    if not live:
        to_come = f"{len(found.actions):,} to come"
        brief = f"{found.name}: none live"
        return Said(f"{brief}, {to_come}", brief=brief, beneath=to_come)
    met = sum(bool(at.live[list(actions)].any()) for _, actions in found.others)
    others = count_of(met, noun)
    if found.side == PARTNER:
        brief = f"{found.name}: {live:,} live"
        return Said(f"{brief} with {others}", brief=brief, beneath=f"with {others}")
    return f"{found.name}: {others} in {count_of(live, 'live action')}"


def _nothing(at: PlanAt, found: Neighbourhood) -> Said:
    if found.side == PARTNER:
        return course_of(at, _shared(at, found.name, found.side))
    brief, beneath = "nothing with partners", "live or to come"
    return Said(f"{brief} {beneath}", brief=brief, beneath=beneath)


def _counted(at: PlanAt, found: Neighbourhood) -> str:
    """Return how many actions are counted, which are left out, and the other side of the name."""
    live = int(at.live[found.actions].sum())
    words = (
        f"Shared actions: {number_of(live)} live, {number_of(len(found.actions) - live)} to come"
    )
    shared = _shared(at, found.name, found.side)
    ended = int(at.standing_at(ENDED)[shared].sum())
    if ended:
        words += f"; {ended:,} {agree(ended, 'has ended and is', 'have ended and are')} left out"
    if undated := len(shared) - len(found.actions) - ended:
        words += (
            f"; {undated:,} {agree(undated, 'lacks a date and is', 'lack a date and are')} left out"
        )
    other, role = (TEAM, "lead team") if found.side == PARTNER else (PARTNER, "partner")
    if also := len(_neighbourhood_of(at, found.name, other).actions):
        words += f"; as a {role} it shares {count_of(also, 'action')}"
    return words


def _links(at: PlanAt, found: Neighbourhood) -> Links:
    """Return the name on its side and those it is linked to on the other, most actions first."""
    if not found.others:
        return Links((), ())
    other = TEAM if found.side == PARTNER else PARTNER
    centre = _node(at, found.side, found.name, found.actions, place=0)
    nodes = (
        _node(at, other, name, np.array(actions), place=place)
        for place, (name, actions) in enumerate(found.others)
    )
    links = (Link(*_pair(found, name), len(actions)) for name, actions in found.others)
    return Links((centre, *nodes), tuple(links))


def _node(at: PlanAt, side: str, name: str, actions: np.ndarray, *, place: int) -> Node:
    live = int(at.live[actions].sum())
    words = f"{name}: {_live_and_to_come(live, len(actions) - live)}"
    team, partner = (name, "") if side == TEAM else ("", name)
    spot = Spot((side, name), words, at.ids(actions), team, partner)
    return Node(side, name, len(actions), place, spot)


def _live_and_to_come(live: int, to_come: int) -> str:
    said = [count_of(live, "live shared action")] if live else []
    return ", ".join([*said, f"{to_come:,} to come"] if to_come else said)


def _pair(found: Neighbourhood, other: str) -> tuple[str, str]:
    """Return the team and the partner of a link."""
    return (other, found.name) if found.side == PARTNER else (found.name, other)


def _table(at: PlanAt, found: Neighbourhood) -> Table:
    rows = tuple(
        (*_pair(found, name), *_sizes(at, actions), at.ids(np.array(actions)))
        for name, actions in found.others
    )
    return Table(HEADINGS, rows, (False, False, True, True, False))


def _sizes(at: PlanAt, actions: tuple[int, ...]) -> tuple[int, int]:
    live = int(at.live[list(actions)].sum())
    return live, len(actions) - live


def _notes(at: PlanAt, found: Neighbourhood) -> Iterator[str]:
    """Yield a sentence for each name that stands around the one name."""
    for name, actions in found.others:
        yield f"{name}: {_live_and_to_come(*_sizes(at, actions))}."
