"""Which deadlines stand in which period of which team, and where else each of them could fall."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netzero.analysis.named import leads_of
from netzero.analysis.periods import GRAINS, MONTHS_IN, QUARTER, Period, period_holding
from netzero.analysis.plan_at import PlanAt
from netzero.plan import Plan
from netzero.plan.model import END
from netzero.plan.months import LATEST_YEAR, month_from_number

FURTHEST = 60  # months by which a deadline may be moved at most: the years of a plan
MOST = 50
PAST, HELD, TRIED = "past", "held", "tried"
STILL = {PAST: "has passed", HELD: "is held still", TRIED: "is a move of yours"}
_APRIL, _LAST_MONTH = 4, LATEST_YEAR * 12 + 12

Slot = tuple[int, int]
"""A team and a period, as places: a limit holds for each."""


class LimitError(ValueError):
    """A limit that makes no sense, or not of this plan; the message is a sentence."""


@dataclass(frozen=True)
class Limit:
    """What is asked for: no team has more than ``most`` deadlines in a period of length ``per``.

    A deadline moves by at most ``within`` months, later only unless ``either_way``. ``hold`` are
    ids of actions and names of teams whose deadlines stay. ``any_month`` says that deadlines need
    not keep the rhythm of the plan. Raises ``LimitError`` for what makes no sense.
    """

    most: int = 1
    per: str = QUARTER
    within: int = 12
    either_way: bool = False
    hold: tuple[str, ...] = ()
    any_month: bool = False

    def __post_init__(self) -> None:
        if self.per not in GRAINS:
            raise LimitError(f"A limit counts by {', '.join(GRAINS)}, not by “{self.per}”.")
        if not 1 <= self.most <= MOST:
            raise LimitError(f"A team may have 1 to {MOST} deadlines at most, not {self.most:,}.")
        if not 1 <= self.within <= FURTHEST:
            raise LimitError(f"A deadline moves by 1 to {FURTHEST} months, not {self.within:,}.")


class Deadline(NamedTuple):
    """A planned end in the as-at period or after it: its action, its month, who leads the action.

    ``options`` are the months in which it could fall, one a period, by that period: its own first,
    then the nearest. ``still`` says why it has no other: ``PAST``, ``HELD``, ``TRIED`` or blank.
    """

    place: int
    month: int
    teams: tuple[int, ...]
    options: Mapping[int, int]
    still: str

    @property
    def period(self) -> int:
        """The period in which it falls in the plan."""
        return next(iter(self.options))


class Group(NamedTuple):
    """Deadlines that can be told apart from all others: no slot is too full with both.

    ``members`` are places among the deadlines; ``slots`` are those that might be too full, and
    whose deadlines could fall in each.
    """

    members: tuple[int, ...]
    slots: Mapping[Slot, tuple[int, ...]]


@dataclass(frozen=True, eq=False)
class Problem:
    """A limit on a plan as at a month: the names of the teams, and every deadline in play.

    Deadlines in periods that are wholly past are not: nothing can mend those. ``rhythm`` says that
    deadlines stay at ends of quarters, as all that lie ahead are.
    """

    limit: Limit
    teams: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    rhythm: bool

    def slots_of(self, chosen: Mapping[int, int]) -> dict[Slot, list[int]]:
        """Return the deadlines that fall in each slot once those ``chosen`` fall in others.

        ``chosen`` gives the period of each deadline that is moved.
        """
        found = defaultdict(list)
        for place, each in enumerate(self.deadlines):
            for team in each.teams:
                found[team, chosen.get(place, each.period)].append(place)
        return found

    @cached_property
    def over(self) -> dict[Slot, list[int]]:
        """The slots that are over the limit in the plan, soonest first, and their deadlines."""
        held = self.slots_of({})
        full = (slot for slot, own in held.items() if len(own) > self.limit.most)
        return {slot: held[slot] for slot in sorted(full, key=lambda slot: (slot[1], slot[0]))}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of deadlines in which a slot is over the limit, in the order of the plan."""
        could = defaultdict(list)
        for place, each in enumerate(self.deadlines):
            for slot in each_slot(each):
                could[slot].append(place)
        tight = {slot: tuple(own) for slot, own in could.items() if len(own) > self.limit.most}
        heads = _joined(len(self.deadlines), tight.values())
        wanted = sorted({heads[own[0]] for own in self.over.values()})
        members: dict[int, list[int]] = defaultdict(list)
        slots: dict[int, dict[Slot, tuple[int, ...]]] = defaultdict(dict)
        for place in sorted({place for own in tight.values() for place in own}):
            members[heads[place]].append(place)
        for slot, own in tight.items():
            slots[heads[own[0]]][slot] = own
        return tuple(Group(tuple(members[head]), slots[head]) for head in wanted)

    def period(self, place: int) -> Period:
        """Return the period at a place, as readers see it."""
        first = place * MONTHS_IN[self.limit.per] + _APRIL
        return period_holding(month_from_number(first), grain=self.limit.per)


def problem_of(at: PlanAt, limit: Limit) -> Problem:
    """Return what is in play of the whole plan, whatever the scope.

    Raises ``LimitError`` for a name in ``limit.hold`` that the plan does not have.
    """
    plan, now, ends = at.plan, at.now, at.last
    rhythm = not limit.any_month and keeps_quarters(plan.printed, now)
    named, still = leads_of(plan), _still(plan, limit.hold)
    begins = period_place(now, limit.per) * MONTHS_IN[limit.per] + _APRIL
    in_play = np.flatnonzero(np.isfinite(ends) & (ends >= begins)).tolist()
    teams: dict[int, list[int]] = {place: [] for place in in_play}
    for team, place in zip(named.name.tolist(), named.action.tolist(), strict=True):
        if place in teams:
            teams[place].append(team)
    found = []
    for place in in_play:
        month = int(ends[place])
        why = PAST if month < now else still.get(place, "")
        earliest = max(now, at.first[place]) if at.first[place] == at.first[place] else now
        others = () if why else _months(month, limit, earliest=earliest, rhythm=rhythm)
        options = _options((month, *others), limit.per)
        found.append(Deadline(place, month, tuple(teams[place]), options, why))
    return Problem(limit, named.names, tuple(found), rhythm)


def keeps_quarters(plan: Plan, now: int) -> bool:
    """Return whether every deadline of a plan from month ``now`` on ends a quarter.

    Such a plan has a rhythm. One whose deadlines all end delivery years has the same: a step of
    twelve months would leave hardly any room.
    """
    ends = plan.actions["last"].to_numpy()
    ahead = ends[np.isfinite(ends) & (ends >= now)]
    return bool(len(ahead)) and not (ahead % 3).any()


def holdable(plan: Plan) -> tuple[str, ...]:
    """Return what can be held still: the ids of the actions that end, and the lead teams.

    One with a semicolon is left out: it parts the names of a list.
    """
    ending = plan.actions["action_id"][np.isfinite(plan.actions["last"])]
    return tuple(name for name in (*ending, *leads_of(plan).names) if ";" not in name)


def period_place(month: int, per: str) -> int:
    """Return the place of the period that holds a month, given by its number."""
    return (month - _APRIL) // MONTHS_IN[per]


def each_slot(deadline: Deadline) -> Iterator[Slot]:
    """Yield every slot in which a deadline could fall."""
    return ((team, period) for team in deadline.teams for period in deadline.options)


def _still(plan: Plan, hold: Sequence[str]) -> dict[int, str]:
    """Return which actions stay, by place, and why: those held, and those a scenario has moved."""
    named = leads_of(plan)
    ids = {each: place for place, each in enumerate(plan.actions["action_id"].tolist())}
    moved = [each.action for each in plan.scenario if each.what == END]
    still = {ids[action]: TRIED for action in moved if action in ids}
    for name in hold:
        places = [ids[name]] if name in ids else []
        if name in named.names:
            places += named.actions_of(name).tolist()
        elif not places:
            raise LimitError(f"“{name}” is no action and no lead team of this plan.")
        still |= dict.fromkeys(places, HELD)
    return still


def _months(month: int, limit: Limit, *, earliest: float, rhythm: bool) -> Iterator[int]:
    """Yield the months to which a deadline could move, the nearest first."""
    for by in range(1, limit.within + 1):
        for to in (month + by, month - by) if limit.either_way else (month + by,):
            if earliest <= to <= _LAST_MONTH and not (rhythm and to % 3):
                yield to


def _options(months: Sequence[int], per: str) -> dict[int, int]:
    """Return the first of ``months`` in each period. To move within a period mends nothing."""
    found: dict[int, int] = {}
    for month in months:
        found.setdefault(period_place(month, per), month)
    return found


def _joined(size: int, sets: Iterable[Sequence[int]]) -> list[int]:
    """Return for each of ``size`` places the least of those that sets of places join it with."""
    head = list(range(size))

    def head_of(place: int) -> int:
        while head[place] != place:
            head[place] = head[head[place]]
            place = head[place]
        return place

    for own in sets:
        for place in own[1:]:
            one, other = sorted((head_of(own[0]), head_of(place)))
            head[other] = one
    return [head_of(place) for place in range(size)]
