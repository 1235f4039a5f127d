"""Why no answer meets a limit: the teams and periods that make it so, in plain words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netzero.analysis.levelling_problem import (
    HELD,
    PAST,
    TRIED,
    Group,
    Limit,
    Problem,
    Slot,
)
from netzero.analysis.levelling_search import can_be_met
from netzero.analysis.periods import span_of_periods
from netzero.analysis.wording import agree, in_words, listing, worded


class Crowd(NamedTuple):
    """Deadlines of one team that can fall nowhere but from period ``first`` to ``last``.

    ``members`` are their places among the deadlines, more than the ``room`` that the limit leaves.
    """

    team: int
    first: int
    last: int
    members: tuple[int, ...]
    room: int


def crowds(problem: Problem) -> list[Crowd]:
    """Return for each team that cannot meet the limit, whatever others do, why: its least crowd.

    The periods in which a deadline could fall follow each other, so that a team alone meets the
    limit unless some stretch of periods has more deadlines that cannot leave it than it may hold.
    """
    by_team: dict[int, list[int]] = {}
    for place, deadline in enumerate(problem.deadlines):
        for team in deadline.teams:
            by_team.setdefault(team, []).append(place)
    found = (min(_crowds_of(problem, *each), key=_size, default=None) for each in by_team.items())
    return sorted(filter(None, found), key=_size)


def said_of_crowds(problem: Problem, found: Sequence[Crowd]) -> str:
    """Return why there is no answer, by the least of several crowds."""
    more, words = len(found) - 1, f"{_said(problem, found[0])}."
    return f"{words} So it is with {worded(more, 'more team')}." if more else words


def clash(problem: Problem, group: Group) -> list[Slot]:
    """Return slots of a group that cannot all keep the limit, though any of them fewer can.

    What none of the teams alone explains: a joint deadline moves under all its leads at once.
    """
    needed: Mapping[Slot, tuple[int, ...]] = group.slots
    for part in (0, 1):  # whole teams first: there are fewer of them
        for name in sorted({slot[part] for slot in needed}):
            fewer = {slot: own for slot, own in needed.items() if slot[part] != name}
            if fewer and not can_be_met(problem, fewer):
                needed = fewer
    for slot in sorted(needed):
        fewer = {each: own for each, own in needed.items() if each != slot}
        if fewer and not can_be_met(problem, fewer):
            needed = fewer
    return sorted(needed)


def said_of_clash(problem: Problem, slots: Sequence[Slot]) -> str:
    """Return which teams and periods cannot keep the limit together."""
    by_team: dict[int, list[int]] = {}
    for team, period in slots:
        by_team.setdefault(team, []).append(period)
    said = [
        f"{problem.teams[team]} in {_span(problem, min(own), max(own))}"
        for team, own in by_team.items()
    ]
    if len(by_team) == 1:
        return f"{said[0]} cannot keep to {limit_words(problem.limit)}."
    every = "both" if len(by_team) == 2 else "all"
    words = f"{listing(said)} cannot {every} keep to {limit_words(problem.limit)}"
    return f"{words}: a joint deadline counts under each of its leads."


def limit_words(limit: Limit) -> str:
    """Return a limit as a sentence says it.

    >>> limit_words(Limit(most=2)), limit_words(Limit(per="delivery year"))
    ('two a quarter', 'one a delivery year')
    """
    return f"{in_words(limit.most)} a {limit.per}"


def _size(crowd: Crowd) -> tuple[int, int, int]:
    return crowd.last - crowd.first, crowd.first, -len(crowd.members)


def _crowds_of(problem: Problem, team: int, places: Sequence[int]) -> Iterator[Crowd]:
    """Yield for each period in which a crowd of a team begins the shortest one."""
    options = {place: problem.deadlines[place].options for place in places}
    for first in sorted({min(own) for own in options.values()}):
        inside = sorted((max(own), place) for place, own in options.items() if min(own) >= first)
        open_to: set[int] = set()
        for number, (last, place) in enumerate(inside, start=1):
            open_to.update(options[place])
            room = problem.limit.most * len(open_to)
            if number > room:
                members = tuple(each for until, each in inside if until <= last)
                yield Crowd(team, first, last, members, room)
                break


def _said(problem: Problem, crowd: Crowd) -> str:
    number = worded(len(crowd.members), "deadline")
    where = _span(problem, crowd.first, crowd.last)
    room = f"{limit_words(problem.limit)} leaves room for {in_words(crowd.room)}"
    words = f"{problem.teams[crowd.team]} has {number} that can fall only in {where}"
    return f"{words}, and {room}{_why_still(problem, crowd)}"


def _why_still(problem: Problem, crowd: Crowd) -> str:
    """Return how many of a crowd may not move at all, and why."""
    why = Counter(problem.deadlines[place].still for place in crowd.members)
    verbs = {
        PAST: ("has passed", "have passed"),
        HELD: ("is held still", "are held still"),
        TRIED: ("is a move of yours", "are moves of yours"),
    }
    said = [
        f"{in_words(why[each])} {agree(why[each], *words)}"
        for each, words in verbs.items()
        if why[each]
    ]
    return f"; {listing(said)}" if said else ""


def _span(problem: Problem, first: int, last: int) -> str:
    return span_of_periods(problem.period(first), problem.period(last))
