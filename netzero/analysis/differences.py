"""What each team has live in one stretch of time and in another, and the difference."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import gathered
from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import number_of

TEAM_HEADING, DIFFERENCE = "Lead team", "Difference"


class Difference(NamedTuple):
    """A name, how many of its actions are live before and after, and the actions of either.

    Unless it ``is_team``, the name is that of several teams together.
    """

    name: str
    before: int
    after: int
    action_ids: tuple[str, ...]
    is_team: bool = True

    @property
    def by(self) -> int:
        """How many more there are after."""
        return self.after - self.before

    @property
    def row(self) -> tuple[str, int, int, int]:
        """The difference as a row of ``table_of``."""
        return self.name, self.before, self.after, self.by


def differences_by_team(at: PlanAt, before: np.ndarray, after: np.ndarray) -> list[Difference]:
    """Return the difference of each lead team in scope, the greatest first, then most after.

    ``before`` and ``after`` say of each action of the plan whether it is live then. A joint action
    counts under each of its leads.
    """
    then, now = (at.leads.of(live).counts().tolist() for live in (before, after))
    either = at.leads.of(before | after)
    ids = gathered(either.name, at.cells("action_id", either.action))
    teams = np.flatnonzero(at.leads.counts()).tolist()
    found = [
        Difference(at.leads.names[team], then[team], now[team], ids.get(team, ())) for team in teams
    ]
    return sorted(found, key=lambda each: (-abs(each.by), -each.after))


def table_of(differences: Sequence[Difference], before: str, after: str) -> Table:
    """Return a row each: the name, both counts under the names given, and the difference."""
    headings = (TEAM_HEADING, before, after, DIFFERENCE)
    return Table(headings, tuple(each.row for each in differences), (False, True, True, True))


def spot_of(each: Difference, before: str, after: str) -> Spot:
    """Return the spot of a difference; ``before`` and ``after`` say when, after the number."""
    counts = f"{number_of(each.before)} live {before}, {number_of(each.after)} {after}"
    words = f"{each.name}: {counts}"
    return Spot((each.name,), words, each.action_ids, each.name if each.is_team else "")
