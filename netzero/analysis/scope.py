"""Which part of the plan the reader asked for, and how that is said."""

import re
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from netzero.analysis.named import leads_of, partners_of
from netzero.analysis.positions import POSITIONS
from netzero.analysis.wording import capital, count_of, listing
from netzero.plan import Plan

WHOLE_PLAN = "Whole plan"
SCENARIO = "Scenario, not the plan"
LONGEST_QUERY = 200


@dataclass(frozen=True)
class Scope:
    """What is chosen: values of one filter are alternatives, different filters all apply."""

    plan: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    q: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def __str__(self) -> str:
        """Return the scope in words.

        >>> str(Scope(team=("Growth Service",), plan=("2050 Net Zero Plan",)))
        'Growth Service, 2050 plan'
        >>> str(Scope(partner=("Schools",))), str(Scope())
        ('With Schools', 'Whole plan')
        """
        said = (
            _either(self.theme),
            _either(self.team),
            f"with {_either(self.partner)}" if self.partner else "",
            _either(tuple(map(_short_plan, self.plan))),
            _either(self.position),
            f"“{self.q}”" if self.q else "",
        )
        return capital(", ".join(filter(None, said))) or WHOLE_PLAN


def scenario_words(plan: Plan) -> str:
    """Return that a plan is a scenario of so many moves; blank for a plan as published."""
    return f"{SCENARIO}: {count_of(len(plan.scenario), 'move')}" if plan.scenario else ""


def scope_words(plan: Plan, scope: Scope) -> str:
    """Return the scope in words, which of a scenario or an old edition say first that it is one."""
    told = list(filter(None, (scenario_words(plan), capital(plan.edition))))
    return "; ".join([*told, str(scope)] if scope else told) or str(scope)


def passing(plan: Plan, positions: np.ndarray, scope: Scope) -> np.ndarray:
    """Return which actions of ``plan`` pass every filter of ``scope``, a truth an action.

    ``positions`` are the places of their positions in ``POSITIONS``.
    """
    kept = np.ones(len(plan.actions), dtype=bool)
    if scope.position:
        wanted = [place for place, name in enumerate(POSITIONS) if name in scope.position]
        kept &= np.isin(positions, wanted)
    for column in ("plan", "theme"):
        if chosen := getattr(scope, column):
            kept &= plan.actions[column].isin(chosen).to_numpy()
    for named, chosen in ((leads_of(plan), scope.team), (partners_of(plan), scope.partner)):
        if chosen:
            kept &= named.only(chosen).per_action(len(kept)) > 0
    return kept & _holding(plan, scope.q) if scope.q else kept


def _holding(plan: Plan, query: str) -> np.ndarray:
    """Return which actions hold every word of ``query``; an exact id finds that action alone."""
    words = query[:LONGEST_QUERY].casefold().split()
    exact = plan.actions["action_id"].str.casefold().eq(" ".join(words)).to_numpy()
    if exact.any() or not words:
        return exact if words else np.ones(len(plan.actions), dtype=bool)
    text = _searched_text(plan)
    held = [text.str.contains(word, regex=False).to_numpy() for word in dict.fromkeys(words)]
    return np.asarray(np.logical_and.reduce(held))


def _searched_text(plan: Plan) -> pd.Series:
    columns = ("title", "action", "leads", "partners")
    text = plan.actions["action_id"].str.cat([plan.actions[name] for name in columns], sep=" ")
    for frame, column in ((plan.assignments, "lead"), (plan.partnerships, "partner")):
        names = frame.groupby("action")[column].agg(" ".join)
        text = text + " " + names.reindex(text.index).fillna("")
    return text.str.casefold()


def _either(names: tuple[str, ...]) -> str:
    return listing(names, joined_by="or") if names else ""


def _short_plan(name: str) -> str:
    """Return "2050 plan" for a plan whose name opens with a year, else the name."""
    year = re.match(r"(20\d\d)\b", name)
    return f"{year[1]} plan" if year else name
