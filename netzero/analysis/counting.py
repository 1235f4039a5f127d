"""Counting that several questions share, on arrays alone. Nothing here makes a sentence."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from netzero.analysis.named import Named, leads_of, partners_of
from netzero.analysis.periods import Period, edges_of
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import LIVE_POSITIONS, POSITIONS
from netzero.plan import Plan

LIVE, ACTIONS = "live", "actions"
Counts = dict[str, np.ndarray]
Value = TypeVar("Value")


def counts_of(at: PlanAt, named: Named) -> Counts:
    """Return how many actions each of ``named.names`` has: in each position, live, and in all."""
    cells = named.name * len(POSITIONS) + at.positions[named.action]
    table = np.bincount(cells, minlength=len(named.names) * len(POSITIONS))
    counts: Counts = dict(zip(POSITIONS, table.reshape(-1, len(POSITIONS)).T, strict=True))
    counts[LIVE] = np.sum([counts[position] for position in LIVE_POSITIONS], axis=0)
    counts[ACTIONS] = named.counts()
    return counts


def most_live_first(counts: Counts) -> list[int]:
    """Return the places of the names that have any action: most live ones first, then most in all.

    Names come by letter, and equals keep that order.
    """
    places = np.flatnonzero(counts[ACTIONS])
    order = np.lexsort((-counts[ACTIONS][places], -counts[LIVE][places]))
    found: list[int] = places[order].tolist()
    return found


def ids_by_name(at: PlanAt, named: Named) -> dict[int, tuple[str, ...]]:
    """Return the ids of the actions under each place of a name, in the order of the plan."""
    return gathered(named.name, at.cells("action_id", named.action))


def gathered(keys: np.ndarray, values: Sequence[Value]) -> dict[int, tuple[Value, ...]]:
    """Return the values under each key, in their order.

    >>> gathered(np.array([2, 1, 2]), ["a", "b", "c"])
    {1: ('b',), 2: ('a', 'c')}
    """
    order = np.argsort(keys, kind="stable")
    found, starts = np.unique(keys[order], return_index=True)
    plain = np.empty(len(values), dtype=object)
    plain[:] = values
    return dict(zip(found.tolist(), _pieces(plain[order].tolist(), starts), strict=True))


@lru_cache(maxsize=8)
def leads_by_action(plan: Plan) -> dict[int, tuple[str, ...]]:
    """Return who leads each action of a plan that has a lead, by its place, in printed order."""
    named = leads_of(plan)
    return gathered(named.action, [named.names[place] for place in named.name.tolist()])


def _pieces(values: Sequence[Value], starts: np.ndarray) -> Iterator[tuple[Value, ...]]:
    """Yield the values from each start to before the next."""
    whole = tuple(values)
    return (whole[begin:end] for begin, end in pairwise([*starts.tolist(), len(whole)]))


class Tally(NamedTuple):
    """What one name counts in one period, both given as places.

    ``action_ids`` are the actions that are live or end in any month of it, in the order of the
    plan.
    """

    name: int
    period: int
    live: int
    deadlines: int
    action_ids: tuple[str, ...]


def tallies(at: PlanAt, named: Named, periods: Sequence[Period]) -> list[Tally]:
    """Return the tally of each name and period where anything is live or ends: by period, name."""
    by_name = np.argsort(named.name, kind="stable")
    names, actions = named.name[by_name], named.action[by_name]
    live, ending = _falling(at, actions, periods)
    period, row = np.nonzero((live | ending).T)
    starts = np.flatnonzero(np.diff(period, prepend=-1) | np.diff(names[row], prepend=-1))
    sizes = (np.add.reduceat(each[row, period], starts, dtype=int) for each in (live, ending))
    columns = (each.tolist() for each in (names[row][starts], period[starts], *sizes))
    pieces = _pieces(at.cells("action_id", actions[row]), starts)
    return list(map(Tally, *columns, pieces))


def names_live(at: PlanAt, named: Named, periods: Sequence[Period]) -> list[int]:
    """Return how many names have anything live in each period."""
    _, live = _live_of_each(at, named.name, named.action, periods)
    counted: list[int] = live.sum(axis=0).tolist()
    return counted


def _live_of_each(
    at: PlanAt, keys: np.ndarray, actions: np.ndarray, periods: Sequence[Period]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the different keys, and whether any action at a place under each is live, by period.

    ``keys`` gives for each of ``actions`` the number, from 0, that it is under.
    """
    order = np.argsort(keys, kind="stable")
    live, _ = _falling(at, actions[order], periods)
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
    each = np.logical_or.reduceat(live, starts, axis=0) if len(starts) else live
    return keys[order][starts], each


def _falling(
    at: PlanAt, actions: np.ndarray, periods: Sequence[Period]
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of the actions at places are live, and which end, in each period."""
    first, last = at.first[actions, None], at.last[actions, None]
    begins, ends = edges_of(periods)
    # the rule of positions.live_between, for every action and every period at once
    return (first <= ends) & (last >= begins), (last >= begins) & (last <= ends)


class Asks(NamedTuple):
    """Who asks whom in which action: a partner, a team that leads, the action, all as places."""

    partner: np.ndarray
    team: np.ndarray
    action: np.ndarray

    def of(self, rows: np.ndarray) -> "Asks":
        """Return the rows that are true in ``rows``."""
        return Asks(self.partner[rows], self.team[rows], self.action[rows])


def asks(partners: Named, leads: Named) -> Asks:
    """Return each partner of an action with each lead of it, in the order of the plan."""
    begin = np.searchsorted(leads.action, partners.action, side="left")
    size = np.searchsorted(leads.action, partners.action, side="right") - begin
    row = np.repeat(np.arange(len(partners)), size)
    within = np.arange(len(row)) - np.repeat(np.cumsum(size) - size, size)
    lead = np.repeat(begin, size) + within
    return Asks(partners.name[row], leads.name[lead], partners.action[row])


def teams_asking(partners: Named, leads: Named) -> np.ndarray:
    """Return how many teams lead an action with each of ``partners.names``."""
    asked = asks(partners, leads)
    pairs = np.unique(asked.partner * len(leads.names) + asked.team)
    counted: np.ndarray = np.bincount(
        pairs // max(len(leads.names), 1), minlength=len(partners.names)
    )
    return counted


def teams_live(at: PlanAt, asked: Asks, periods: Sequence[Period]) -> np.ndarray:
    """Return how many teams have live work with each partner of the plan, a column a period."""
    teams = max(len(leads_of(at.plan).names), 1)
    pairs, live = _live_of_each(at, asked.partner * teams + asked.team, asked.action, periods)
    counted = np.zeros((len(partners_of(at.plan).names), len(periods)), dtype=int)
    np.add.at(counted, pairs // teams, live.astype(int))
    return counted
