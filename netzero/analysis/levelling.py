"""The fewest deadlines to move so that no team has too many in a month, quarter or year.

It suggests, it does not recommend: the plan holds no effort, so this knows none. What counts as
smallest: fewest deadlines moved, then fewest months in all. Among equals: fewest lead teams to
ask, fewest partners named, most inside the years of the plan, later rather than earlier, and then
the order of the plan.
"""

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import inf, prod
from threading import Condition
from typing import NamedTuple

import pandas as pd
from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from netzero.analysis.levelling_problem import (
    STILL,
    Limit,
    Problem,
    Slot,
    problem_of,
)
from netzero.analysis.levelling_reasons import (
    clash,
    crowds,
    said_of_clash,
    said_of_crowds,
)
from netzero.analysis.levelling_search import MOST_STEPS, Chosen, Found, Heard, as_small, fewest
from netzero.analysis.named import partners_of
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import in_words, listing, worded
from netzero.plan import Plan
from netzero.plan.months import first_month, month_from_number, month_number

SECONDS = 20.0  # for a search, in all
KEPT = 64  # answers, for whoever asks again


class Suggestion(NamedTuple):
    """One deadline that moves: its action, from which month to which, and why this one.

    ``months`` is by how many, less than nought for an earlier month; ``place`` is that of the
    action in the plan.
    """

    place: int
    action_id: str
    before: pd.Period
    after: pd.Period
    why: str

    @property
    def months(self) -> int:
        """By how many months the deadline moves, less than nought for earlier."""
        by: int = self.after.ordinal - self.before.ordinal
        return by


@dataclass(frozen=True)
class Answer:
    """What it would take to keep a limit.

    ``moves`` come in the order of the plan. ``optimal`` says that they are proven fewest; at least
    ``least`` deadlines must move in any case. ``others`` is how many other answers are as small,
    None where they were not counted, and ``another`` holds the moves of one of them.
    ``none_because`` says in a sentence why there is no answer; it is blank where there is one.
    ``over`` is how many periods of a team are over the limit in the plan, and ``rhythm`` whether
    deadlines were kept to ends of quarters.
    """

    limit: Limit
    moves: tuple[Suggestion, ...] = ()
    optimal: bool = True
    least: int = 0
    others: int | None = 0
    another: tuple[Suggestion, ...] = ()
    none_because: str = ""
    over: int = 0
    rhythm: bool = False

    @property
    def months(self) -> int:
        """How many months the moves come to in all."""
        return sum(abs(move.months) for move in self.moves)


def _key(at: PlanAt, limit: Limit, *, seconds: float = SECONDS, told: object = None) -> Hashable:
    return hashkey(at.plan, at.month, limit, seconds)


@cached(LRUCache(KEPT), key=_key, condition=Condition())
def fewest_moves(
    at: PlanAt, limit: Limit, *, seconds: float = SECONDS, told: Heard | None = None
) -> Answer:
    """Return the fewest moves after which the whole plan keeps a limit, whatever the scope.

    Whoever asks the same again gets the same answer, without another search.

    A search that is not through after so many ``seconds`` returns the best it has found, and says
    so. ``told`` hears from time to time which part of the search is done, 0 to 1. Raises
    ``LimitError`` for a name in ``limit.hold`` that the plan does not have.
    """
    problem = problem_of(at, limit)
    if crowded := crowds(problem):
        return _none(problem, said_of_crowds(problem, crowded))
    found = []
    for number, group in enumerate(problem.groups):
        share = _Share(number, len(problem.groups), told)
        found.append(fewest(problem, group, seconds=seconds / share.of, told=share.hears))
        if share.hears:
            share.hears(1.0)
        if found[-1].chosen is None:
            return _none_of_group(problem, number, found[-1])
    return _answer(at.plan, problem, found)


class _Share(NamedTuple):
    """One of several searches, which are told of as one."""

    number: int
    of: int
    told: Heard | None

    @property
    def hears(self) -> Heard | None:
        told = self.told
        if told is None:
            return None
        return lambda part: told((self.number + part) / self.of)


def _none(problem: Problem, because: str, *, optimal: bool = True, least: int = 0) -> Answer:
    over, rhythm = len(problem.over), problem.rhythm
    return Answer(
        problem.limit,
        optimal=optimal,
        least=least,
        none_because=because,
        over=over,
        rhythm=rhythm,
    )


def _none_of_group(problem: Problem, number: int, found: Found) -> Answer:
    if not found.optimal:
        because = "No answer was found in the time allowed; there may be one."
        return _none(problem, because, optimal=False, least=found.least)
    because = said_of_clash(problem, clash(problem, problem.groups[number]))
    return _none(problem, because)


# --- The answer and its equals


def _answer(plan: Plan, problem: Problem, found: Sequence[Found]) -> Answer:
    ranked = _ranked(plan, problem, found)
    alike = [each for group in ranked for each in group.equals]
    tell = _Told(plan, problem, {frozenset(each) for each in alike})
    another = _another(ranked)
    counted = all(group.equals for group in ranked)
    return Answer(
        problem.limit,
        moves=tell.suggestions(_together([group.best for group in ranked])),
        optimal=all(each.optimal for each in found),
        least=sum(each.least for each in found),
        others=prod(len(group.equals) for group in ranked) - 1 if counted else None,
        another=tell.suggestions(another) if another else (),
        over=len(problem.over),
        rhythm=problem.rhythm,
    )


class _Group(NamedTuple):
    """The best answer for a group of deadlines, and all as small, or none if not listed."""

    best: Chosen
    equals: Sequence[Chosen]


def _ranked(plan: Plan, problem: Problem, found: Sequence[Found]) -> list[_Group]:
    """Return the answers for each group, the best first."""
    rank = _Rank(plan, problem)
    ranked = []
    for group, each in zip(problem.groups, found, strict=True):
        best, steps = each.chosen or {}, MOST_STEPS // len(found)
        equals = as_small(problem, group, best, steps=steps) if each.optimal else None
        equals = sorted(equals or (), key=rank)
        ranked.append(_Group(equals[0] if equals else best, equals))
    return ranked


class _Rank:
    """Says which of two answers of one size comes first."""

    def __init__(self, plan: Plan, problem: Problem) -> None:
        self.deadlines = problem.deadlines
        self.partners = partners_of(plan).per_action(len(plan.actions)).tolist()
        years = plan.delivery_years
        self.last = month_number(first_month(max(years)) + 11) if years else inf

    def __call__(self, chosen: Chosen) -> tuple[int, int, int, int, list[tuple[int, int]]]:
        moved = [(self.deadlines[place], period) for place, period in chosen.items()]
        return (
            sum(len(each.teams) for each, _ in moved),
            sum(self.partners[each.place] for each, _ in moved),
            sum(each.options[period] > self.last for each, period in moved),
            sum(period < each.period for each, period in moved),
            sorted(chosen.items()),
        )


def _together(groups: Sequence[Chosen]) -> dict[int, int]:
    return {place: period for chosen in groups for place, period in chosen.items()}


def _another(ranked: Sequence[_Group]) -> dict[int, int]:
    """Return another answer as small: the next one of the first group that has one."""
    changed = next((place for place, group in enumerate(ranked) if group.equals[1:]), None)
    if changed is None:
        return {}
    return _together(
        [group.equals[1] if place == changed else group.best for place, group in enumerate(ranked)]
    )


# --- Why this one


class _Told:
    """Tells of each deadline that moves what of the plan makes it so.

    ``alike`` are the sets of deadlines that equally small answers for a group move.
    """

    def __init__(self, plan: Plan, problem: Problem, alike: Set[frozenset[int]]) -> None:
        self.problem, self.alike = problem, alike
        self.ids = plan.actions["action_id"].tolist()
        self.partners = partners_of(plan).per_action(len(plan.actions)).tolist()

    def suggestions(self, chosen: Chosen) -> tuple[Suggestion, ...]:
        """Return the moves of an answer, in the order of the plan."""
        after = self.problem.slots_of(chosen)
        return tuple(
            Suggestion(
                deadline.place,
                self.ids[deadline.place],
                month_from_number(deadline.month),
                month_from_number(deadline.options[period]),
                self._why(place, chosen, after),
            )
            for place, period in sorted(chosen.items())
            for deadline in [self.problem.deadlines[place]]
        )

    def _why(self, place: int, chosen: Chosen, after: Mapping[Slot, Sequence[int]]) -> str:
        """Return what a deadline falls with, or for what it makes room."""
        deadline = self.problem.deadlines[place]
        own = [(team, deadline.period) for team in deadline.teams]
        if over := [slot for slot in own if slot in self.problem.over]:
            return self._falls_with(place, over, chosen)
        # it is over no limit where it stands: others that move there would be
        full = [slot for slot in own if len(after.get(slot, ())) >= self.problem.limit.most]
        coming = [each for slot in full[:1] for each in after[slot] if each in chosen]
        where = f" in {self._where(full[0])}" if full else ""
        return f"Makes room for {self._listed(coming)}{where}"

    def _falls_with(self, place: int, over: Sequence[Slot], chosen: Chosen) -> str:
        together = sorted({each for slot in over for each in self.problem.over[slot]})
        others = [each for each in together if each != place]
        staying = [each for each in others if each not in chosen]
        # of many that stay, what sets each apart is no reason
        facts = [self._apart(place, each, chosen) for each in staying] if len(staying) < 4 else []
        return "; ".join([f"Falls {self._with(place, over)}", *filter(None, facts)])

    def _with(self, place: int, over: Sequence[Slot]) -> str:
        """Return with what a deadline falls, and where: of each team its own, if they differ."""
        met = {
            slot: tuple(each for each in self.problem.over[slot] if each != place) for slot in over
        }
        if len(set(met.values())) > 1:
            return listing(
                [f"with {self._listed(own)} in {self._where(slot)}" for slot, own in met.items()]
            )
        when = self.problem.period(over[0][1]).name
        where = f"{when} {listing([f'of {self.problem.teams[team]}' for team, _ in over])}"
        return f"with {self._listed(met[over[0]])} in {where}"

    def _apart(self, place: int, other: int, chosen: Chosen) -> str:
        """Return what sets a deadline that stays apart from one that moves; blank if nothing."""
        moving, staying = self.problem.deadlines[place], self.problem.deadlines[other]
        name = self.ids[staying.place]
        if staying.still:
            return f"{name} {STILL[staying.still]}"
        if len(staying.teams) > len(moving.teams):
            return f"{name} has {in_words(len(staying.teams))} lead teams"
        if len(staying.teams) == len(moving.teams):
            ours, theirs = self.partners[moving.place], self.partners[staying.place]
            if theirs > ours:
                own = in_words(ours) if ours else "none"
                return f"{name} names {worded(theirs, 'partner')}, {self.ids[moving.place]} {own}"
        return f"{name} would do as well" if self._would_do(place, other, chosen) else ""

    def _would_do(self, place: int, other: int, chosen: Chosen) -> bool:
        """Return whether an answer as small moves the one and not the other, all else alike."""
        group = next(group for group in self.problem.groups if place in group.members)
        moved = {each for each in chosen if each in group.members}
        return frozenset(moved - {place} | {other}) in self.alike

    def _where(self, slot: Slot) -> str:
        return f"{self.problem.period(slot[1]).name} of {self.problem.teams[slot[0]]}"

    def _listed(self, places: Sequence[int]) -> str:
        return listing([self.ids[self.problem.deadlines[each].place] for each in places], most=4)
