"""Who is named in which action, as arrays that count quickly: leads, or partners."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from netzero.plan import Plan

TEAM, PARTNER = "team", "partner"
WHOLE = "All actions, each once"


@dataclass(frozen=True, eq=False)
class Named:
    """A row a pair of a name and an action that names it, in the order of the plan.

    ``names`` are all names of the plan: leads and partners by letter, themes as printed. ``name``
    and ``action`` give for each row the place of its name in ``names`` and of its action in
    ``Plan.actions``.
    """

    names: tuple[str, ...]
    name: np.ndarray
    action: np.ndarray

    def __len__(self) -> int:
        return len(self.name)

    def of(self, actions: np.ndarray) -> "Named":
        """Return the pairs whose action is true in ``actions``, a truth an action of the plan."""
        rows = actions[self.action]
        return replace(self, name=self.name[rows], action=self.action[rows])

    def only(self, names: tuple[str, ...]) -> "Named":
        """Return the pairs of the given names."""
        rows = np.isin(self.name, [place for place, name in enumerate(self.names) if name in names])
        return replace(self, name=self.name[rows], action=self.action[rows])

    def counts(self) -> np.ndarray:
        """Return how many actions name each of ``names``."""
        counted: np.ndarray = np.bincount(self.name, minlength=len(self.names))
        return counted

    def per_action(self, actions: int) -> np.ndarray:
        """Return how many names each of so many actions has."""
        counted: np.ndarray = np.bincount(self.action, minlength=actions)
        return counted

    def actions_of(self, name: str) -> np.ndarray:
        """Return the places of the actions that name ``name``, in the order of the plan."""
        return self.only((name,)).action


def all_under(name: str, actions: np.ndarray) -> Named:
    """Return the actions at places under one name, each once."""
    return Named((name,), np.zeros(len(actions), dtype=int), actions)


@lru_cache(maxsize=8)
def leads_of(plan: Plan) -> Named:
    """Return who leads which action of a plan."""
    return _named(plan.assignments, "lead")


@lru_cache(maxsize=8)
def partners_of(plan: Plan) -> Named:
    """Return who is named as partner in which action of a plan."""
    return _named(plan.partnerships, "partner")


@lru_cache(maxsize=8)
def themes_of(plan: Plan) -> Named:
    """Return under which theme each action of a plan is printed; themes come as printed."""
    codes, names = pd.factorize(plan.actions["theme"])
    return Named(tuple(names), codes, np.arange(len(codes)))


def _named(frame: pd.DataFrame, column: str) -> Named:
    codes, names = pd.factorize(frame[column], sort=True)
    return Named(tuple(names), codes, frame["action"].to_numpy())
