"""The exact search: which deadlines of a group move where, so that the fewest move.

An answer is measured by how many deadlines move, then by how many months in all. HiGHS proves it
smallest; where few need to move, every other answer as small is listed as well.
"""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Thread
from time import monotonic
from typing import Any, NamedTuple

import numpy as np

from netzero.analysis.levelling_problem import Deadline, Group, Problem, Slot

MOST_STEPS = 100_000  # of the lists of equals: a look at a slot is one
POLL = 0.2  # seconds between two reports of progress

Chosen = Mapping[int, int]
"""The period of each deadline that moves, by its place among the deadlines."""
Heard = Callable[[float], None]
"""Hears, from time to time, which part of the time allowed has gone."""


class Found(NamedTuple):
    """The best answer that was found for a group; None where none was.

    ``least`` deadlines must move at least. ``optimal`` says that the answer is proven smallest, or
    that there is proven to be none.
    """

    chosen: Chosen | None
    least: int
    optimal: bool


def fewest(problem: Problem, group: Group, *, seconds: float, told: Heard | None = None) -> Found:
    """Return the smallest answer for a group, or the best one found within so many seconds."""
    columns = [
        (place, period) for place in group.members for period in problem.deadlines[place].options
    ]
    # one move weighs more than all months that the moves of the group could have
    weight = problem.limit.within * len(group.members) + 1
    costs = [cost_of(problem.deadlines[place], period, weight) for place, period in columns]
    solved = _solved(problem, group, columns, costs, seconds=seconds, told=told)
    if solved.infeasible:
        return Found(None, 0, optimal=True)
    # each move costs at most its weight and the months it may have
    least = max(0, int(np.ceil(solved.bound / (weight + problem.limit.within) - 1e-6)))
    if solved.values is None:
        return Found(None, least, optimal=False)
    taken = [column for column, value in zip(columns, solved.values, strict=True) if value > 0.5]
    chosen = {place: period for place, period in taken if period != problem.deadlines[place].period}
    return Found(chosen, len(chosen) if solved.optimal else least, solved.optimal)


def can_be_met(problem: Problem, slots: Mapping[Slot, tuple[int, ...]]) -> bool:
    """Return whether the limit can be met in these slots, whatever becomes of all others."""
    members = sorted({place for own in slots.values() for place in own})
    columns = [(place, to) for place in members for to in problem.deadlines[place].options]
    group = Group(tuple(members), slots)
    return not _solved(problem, group, columns, [0.0] * len(columns), seconds=60.0).infeasible


def cost_of(deadline: Deadline, period: int, weight: int) -> float:
    """Return what it costs that a deadline falls in a period: nothing where it does already."""
    months = abs(deadline.options[period] - deadline.month)
    return float(weight + months) if months else 0.0


# --- By linear programming


class _Solved(NamedTuple):
    values: np.ndarray | None
    bound: float
    optimal: bool
    infeasible: bool


def _solved(
    problem: Problem,
    group: Group,
    columns: Sequence[tuple[int, int]],
    costs: Sequence[float],
    *,
    seconds: float,
    told: Heard | None = None,
) -> _Solved:
    """Return what HiGHS says: a 1 for each column, a deadline in a period, that is taken."""
    import highspy  # slow to load, and few ask

    model = highspy.HighsLp()
    _fill(model, problem, group, columns, costs)
    highs = _quiet_solver()
    highs.setOptionValue("threads", 1)  # the others of the machine serve other readers
    highs.setOptionValue("time_limit", float(seconds))
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.5)  # costs are whole numbers
    highs.passModel(model)
    _run(highs, seconds=seconds, told=told)
    status, info, kind = highs.getModelStatus(), highs.getInfo(), highspy.HighsModelStatus
    known = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return _Solved(
        values=np.array(highs.getSolution().col_value) if known else None,
        bound=max(float(info.mip_dual_bound), 0.0) if columns else 0.0,
        optimal=status == kind.kOptimal,
        infeasible=status in (kind.kInfeasible, kind.kUnboundedOrInfeasible),
    )


def _quiet_solver() -> Any:
    """Return a solver that prints nothing: by itself it prints a line as it is made."""
    import highspy

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - what a new solver does first
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()

    return Quiet()


def _fill(
    model: Any,
    problem: Problem,
    group: Group,
    columns: Sequence[tuple[int, int]],
    costs: Sequence[float],
) -> None:
    """Fill a model: each deadline falls in one period, and no slot holds more than the limit."""
    import highspy

    column_of = {column: number for number, column in enumerate(columns)}
    each_once = [
        [column_of[place, period] for period in problem.deadlines[place].options]
        for place in group.members
    ]
    each_slot = [
        [column_of[place, period] for place in own] for (_, period), own in group.slots.items()
    ]
    rows = [*each_once, *each_slot]
    model.num_col_, model.num_row_ = len(columns), len(rows)
    model.col_cost_ = np.array(costs)
    model.col_lower_, model.col_upper_ = np.zeros(len(columns)), np.ones(len(columns))
    model.row_lower_ = np.repeat([1.0, 0.0], [len(each_once), len(each_slot)])
    model.row_upper_ = np.repeat([1.0, problem.limit.most], [len(each_once), len(each_slot)])
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *map(len, rows)])
    matrix.index_ = np.array([number for row in rows for number in row])
    matrix.value_ = np.ones(len(matrix.index_))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)


def _run(highs: Any, *, seconds: float, told: Heard | None) -> None:
    """Run a solver; whoever is told of it is told from this thread, and may end it by raising."""
    if told is None:
        highs.run()
        return
    highs.HandleUserInterrupt = True
    begun = monotonic()
    running = Thread(target=highs.run, daemon=True)
    running.start()
    try:
        while running.is_alive():
            running.join(POLL)
            told(min(1.0, (monotonic() - begun) / seconds))
    finally:
        highs.cancelSolve()
        running.join()


# --- Every answer as small


def as_small(
    problem: Problem, group: Group, found: Chosen, *, steps: int = MOST_STEPS
) -> list[Chosen] | None:
    """Return every answer for a group that is as small as ``found``, the smallest, itself included.

    None where the list takes more than so many ``steps`` to make.
    """
    return _Listing(problem, group, found, steps).all()


@dataclass
class _Listing:
    """A walk through all answers of one size.

    A slot that is too full has a deadline that moves. One after the other of those not yet decided
    is taken for the first that does, and those before it stay: so every answer is met, and once.
    """

    problem: Problem
    group: Group
    found: Chosen
    steps: int
    stays: set[int] = field(default_factory=set)
    moves: dict[int, int] = field(default_factory=dict)
    answers: list[Chosen] = field(default_factory=list)

    def all(self) -> list[Chosen] | None:
        months = sum(self._months(place, period) for place, period in self.found.items())
        try:
            self._walk(len(self.found), months)
        except _TooMany:
            return None
        return self.answers

    def _walk(self, moves: int, months: int) -> None:
        """List what mends all with so many moves and months at most."""
        self.steps -= len(self.group.slots)
        if self.steps < 0:
            raise _TooMany
        full = self._full()
        if not full:
            self.answers.append(dict(self.moves))
            return
        if _moves_needed(full) > moves:
            return
        _, undecided = min(full, key=lambda slot: len(slot[1]))
        for place in undecided:
            for period in self._others(place):
                by = self._months(place, period)
                if by <= months:
                    self.moves[place] = period
                    self._walk(moves - 1, months - by)
                    del self.moves[place]
            self.stays.add(place)
        self.stays.difference_update(undecided)

    def _full(self) -> list[tuple[int, list[int]]]:
        """Return of each slot that is too full by how many, and who of it may yet move."""
        found = []
        for slot, own in self.group.slots.items():
            here = [place for place in own if self._period(place) == slot[1]]
            if (over := len(here) - self.problem.limit.most) > 0:
                decided = self.stays | self.moves.keys()
                found.append((over, [place for place in here if place not in decided]))
        return found

    def _period(self, place: int) -> int:
        return self.moves.get(place, self.problem.deadlines[place].period)

    def _others(self, place: int) -> list[int]:
        return list(self.problem.deadlines[place].options)[1:]

    def _months(self, place: int, period: int) -> int:
        deadline = self.problem.deadlines[place]
        return abs(deadline.options[period] - deadline.month)


class _TooMany(Exception):  # noqa: N818 - an end of the walk, no fault
    """There are more steps than are taken."""


def _moves_needed(full: Sequence[tuple[int, Collection[int]]]) -> int:
    """Return how many moves slots need at least: those that share no deadline add up."""
    needed, seen = 0, set[int]()
    for over, undecided in sorted(full, key=lambda slot: -slot[0]):
        if over > len(undecided):
            return sys.maxsize
        if seen.isdisjoint(undecided):
            needed += over
            seen.update(undecided)
    return needed
