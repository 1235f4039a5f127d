"""Two editions side by side as at one month, in one scope: what the questions on changes share."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from netzero.analysis.changes import ADDED, DROPPED, Change, changes
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.matching import Match, matched
from netzero.analysis.pictures import Rows
from netzero.analysis.plan_at import PlanAt
from netzero.plan import Plan
from netzero.plan.months import month_from_number, years_between

THE_PLAN, THE_SCENARIO = "the plan", "the scenario"
NOTHING_TO_COMPARE = "There is no other edition to compare with"
MOST_YEARS = 12


class Against(NamedTuple):
    """The other edition that a plan is compared with.

    ``name`` is what a link calls it, ``said`` what a sentence does, and ``shown`` what a sentence
    calls the plan on the screen; ``earlier`` says whether the other is the one before.
    """

    name: str
    said: str
    plan: Plan
    shown: str = THE_PLAN
    earlier: bool = True


@dataclass(frozen=True, eq=False)
class Compared:
    """An edition and the one after it, as at one month and in one scope, and what each is called.

    ``shown`` is that of the two which is on the screen.
    """

    shown: PlanAt
    before: PlanAt
    after: PlanAt
    from_what: str
    to_what: str

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs of the actions that are in scope before or after."""
        found = changes(self.before.plan, self.after.plan)
        return tuple(change for change in found if self._holds(change))

    @cached_property
    def pairs(self) -> tuple[Match, ...]:
        """The actions of both editions that are in scope before or after."""
        then, now = self.before.kept, self.after.kept
        every = matched(self.before.plan, self.after.plan).pairs
        return tuple(pair for pair in every if then[pair.before] or now[pair.after])

    @cached_property
    def size(self) -> int:
        """How many actions are in scope before or after, each once."""
        alone = sum(change.kind in (ADDED, DROPPED) for change in self.changes)
        return len(self.pairs) + alone

    @cached_property
    def differ(self) -> int:
        """How many of them differ."""
        return len({(change.kind == DROPPED, change.place) for change in self.changes})

    @property
    def from_to(self) -> str:
        """Which edition is compared with which: "from the edition of 1 March 2025 to the plan"."""
        return f"from {self.from_what} to {self.to_what}"

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The delivery years from that of the month to that of the last date of either."""
        ends = np.concatenate(
            [self.before.last[self.before.kept], self.after.last[self.after.kept]]
        )
        starts = np.concatenate([self.before.first, self.after.first])
        dates = np.concatenate([ends, starts])
        dates = dates[np.isfinite(dates) & (dates >= self.shown.now)]
        last = month_from_number(dates.max()) if len(dates) else self.shown.month
        return years_between(self.shown.month, last)[:MOST_YEARS]

    def _holds(self, change: Change) -> bool:
        if change.match:
            match = change.match
            return bool(self.before.kept[match.before] or self.after.kept[match.after])
        side = self.before if change.kind == DROPPED else self.after
        return bool(side.kept[change.place])


def compared(at: PlanAt, against: Against | None) -> Compared | None:
    """Return a plan at a month beside the other edition, each in the same scope.

    Where none is given a scenario is compared with its plan; any other plan with nothing: None.
    """
    if against is None:
        if at.plan.before is None:
            return None
        against = Against("", THE_PLAN, at.plan.before, THE_SCENARIO)
    other = PlanAt(against.plan, at.month, at.scope)
    if against.earlier:
        return Compared(at, other, at, against.said, against.shown)
    return Compared(at, at, other, against.shown, against.said)


def nothing_compared(at: PlanAt, *, question: str, title: str, rule: str) -> Exhibit:
    """Return what a question on changes answers where there is no other edition."""
    return exhibit(
        at,
        question=question,
        title=title,
        finding=NOTHING_TO_COMPARE,
        counted="No edition is kept beside the plan, and none was brought",
        table=Table((title,), (), (False,)),
        rule=rule,
        picture=Rows("change"),
    )


def live_in_years(side: PlanAt, years: tuple[str, ...]) -> np.ndarray:
    """Return whether each action of one side is in scope and live in each year, a row a year."""
    begin = np.array([int(year[:4]) * 12 + 4 for year in years])[:, None]
    live: np.ndarray = side.kept & (side.first <= begin + 11) & (side.last >= begin)
    return live
