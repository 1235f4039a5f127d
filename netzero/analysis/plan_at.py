"""The plan at a month: what stands where, for the part of it that the reader asked for."""

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import numpy as np
import pandas as pd

from netzero.analysis.named import Named, leads_of, partners_of
from netzero.analysis.positions import LIVE_POSITIONS, POSITIONS, live_between, position_codes
from netzero.analysis.scope import Scope, passing, scope_words
from netzero.analysis.wording import count_of
from netzero.plan import Plan
from netzero.plan.months import delivery_year, month_label, month_number
from netzero.plan.spans import span_words


@dataclass(frozen=True, eq=False)
class PlanAt:
    """A ``plan`` as at a ``month``, narrowed to a ``scope``.

    Counting goes by arrays with a value for each action of the *whole* plan (``kept``, ``live``,
    ``first``, ``last``) and by the places of actions in it, so that nothing is copied to narrow
    it.
    """

    plan: Plan
    month: pd.Period
    scope: Scope = field(default_factory=Scope)

    @cached_property
    def positions(self) -> np.ndarray:
        """The place in ``POSITIONS`` of each action's position in the month."""
        return position_codes(self.first, self.last, self.now)

    @cached_property
    def kept(self) -> np.ndarray:
        """Whether each action is in scope."""
        return passing(self.plan, self.positions, self.scope)

    @cached_property
    def live(self) -> np.ndarray:
        """Whether each action is in scope and live in the month."""
        live = np.isin(self.positions, [POSITIONS.index(name) for name in LIVE_POSITIONS])
        return self.kept & live

    def live_during(self, first: pd.Period, last: pd.Period) -> np.ndarray:
        """Return whether each action is in scope and live in any month from one to the other."""
        begin, end = month_number(first), month_number(last)
        live: np.ndarray = self.kept & live_between(self.first, self.last, begin, end)
        return live

    @property
    def time_bound(self) -> np.ndarray:
        """Whether each action is in scope and has a planned end, which is its deadline."""
        ending: np.ndarray = self.kept & np.isfinite(self.last)
        return ending

    @property
    def ahead(self) -> np.ndarray:
        """Whether each action is in scope and has its deadline in or after the month."""
        return self.time_bound & (self.last >= self.now)

    def standing_at(self, position: str) -> np.ndarray:
        """Return whether each action is in scope and in ``position``."""
        standing: np.ndarray = self.kept & (self.positions == POSITIONS.index(position))
        return standing

    @property
    def first(self) -> np.ndarray:
        """The month number of each action's start, as in ``Plan.actions``."""
        return _column(self.plan, "first")

    @property
    def last(self) -> np.ndarray:
        """The month number of each action's end, as in ``Plan.actions``."""
        return _column(self.plan, "last")

    def dates(self, side: str, places: np.ndarray) -> list[str]:
        """Return the ``start`` or ``end`` of the actions at places, as exact as it is printed.

        Blank where there is no date: "Mar 2026", "31 Mar 2026", "Summer 2026", "2027".
        """
        return list(map(span_words, self.cells(f"{side}_span", places)))

    def is_coarse(self, side: str) -> np.ndarray:
        """Return whether the ``start`` or ``end`` of each action is printed less than to a month.

        It is counted by the first month of what it may mean at a start, by the last at an end.
        """
        return _is_coarse(self.plan, side)

    @cached_property
    def leads(self) -> Named:
        """Who leads the actions in scope. Where teams are chosen, they alone: what is *mine*."""
        return self.all_leads.only(self.scope.team) if self.scope.team else self.all_leads

    @cached_property
    def partners(self) -> Named:
        """Who is named as partner in scope. Where partners are chosen, they alone."""
        partners = self.all_partners
        return partners.only(self.scope.partner) if self.scope.partner else partners

    @cached_property
    def all_leads(self) -> Named:
        """Every lead of the actions in scope, whichever team is chosen: whom I meet."""
        return leads_of(self.plan).of(self.kept) if self.scope else leads_of(self.plan)

    @cached_property
    def all_partners(self) -> Named:
        """Every partner of the actions in scope, whichever partner is chosen."""
        return partners_of(self.plan).of(self.kept) if self.scope else partners_of(self.plan)

    @cached_property
    def whole(self) -> "PlanAt":
        """The whole plan as at the same month: whom the reader meets is always found there."""
        return PlanAt(self.plan, self.month) if self.scope else self

    @cached_property
    def joint(self) -> np.ndarray:
        """Whether each action of the plan has several leads."""
        return leads_of(self.plan).per_action(len(self.plan.actions)) > 1

    def cells(self, column: str, places: np.ndarray) -> list:
        """Return what a column of ``Plan.actions`` holds at places, or where an array is true."""
        held: list = _column(self.plan, column)[places].tolist()
        return held

    def ids(self, places: np.ndarray) -> tuple[str, ...]:
        """Return the ids of the actions at places, or where an array is true."""
        return tuple(self.cells("action_id", places))

    def position_names(self, places: np.ndarray) -> list[str]:
        """Return the positions of the actions at places, or where an array is true."""
        return [POSITIONS[code] for code in self.positions[places].tolist()]

    @cached_property
    def size(self) -> int:
        """How many actions are in scope."""
        return int(self.kept.sum())

    @cached_property
    def of_every_team(self) -> "PlanAt":
        """The same without a choice of teams: what is mine beside what is theirs."""
        if not self.scope.team:
            return self
        return PlanAt(self.plan, self.month, replace(self.scope, team=()))

    @cached_property
    def live_size(self) -> int:
        """How many actions in scope are live in the month."""
        return int(self.live.sum())

    @property
    def now(self) -> int:
        """The number of the month, to compare with ``first`` and ``last``."""
        return month_number(self.month)

    @property
    def years(self) -> tuple[str, ...]:
        """The delivery years of the plan; the year of the month where the plan gives no date."""
        return self.plan.delivery_years or (delivery_year(self.month),)

    @property
    def source(self) -> str:
        """The names of the published tables, whatever the scope."""
        return "; ".join(self.plan.actions["plan"].drop_duplicates())

    @property
    def said(self) -> str:
        """The scope in words, and before it that this is a scenario, where it is one."""
        return scope_words(self.plan, self.scope)

    @property
    def when(self) -> str:
        """The month as a line beneath a finding says it."""
        return f"as at {month_label(self.month)}"

    @property
    def total(self) -> str:
        """How many actions are in scope, and how a joint one counts where that can be seen."""
        counted = count_of(self.size, "action")
        if len(self.leads) > self.size:
            return f"{counted}; {self.joint_counts(len(self.leads))}"
        joint = int((self.joint & self.kept).sum()) if self.scope.team else 0
        if not joint:
            return counted
        if self.size == 1:
            return f"{counted}, joint with another team"
        share = "both" if joint == self.size == 2 else "all" if joint == self.size else f"{joint:,}"
        return f"{counted}, {share} of them joint with other teams"

    def joint_counts(self, assignments: int) -> str:
        """Return how joint actions count by team where they make so many assignments in all."""
        under = "chosen team" if self.scope.team else "of its leads"
        return f"a joint one counts under each {under}, {assignments:,} in all"


@lru_cache(maxsize=16)
def _is_coarse(plan: Plan, side: str) -> np.ndarray:
    counted, other = {"start": ("first", "start_latest"), "end": ("last", "end_earliest")}[side]
    numbers = _column(plan, counted)
    coarse: np.ndarray = np.isfinite(numbers) & (numbers != _column(plan, other))
    return coarse


@lru_cache(maxsize=256)
def _column(plan: Plan, name: str) -> np.ndarray:
    """Return a column of ``Plan.actions`` as an array of plain values."""
    column = plan.actions[name]
    plain = column.to_numpy() if column.dtype == "float64" else column.to_numpy(dtype=object)
    return np.asarray(plain)
