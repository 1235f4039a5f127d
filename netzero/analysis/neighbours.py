"""What stands near one action: its team's deadlines, and those who share its partners."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import gathered
from netzero.analysis.named import Named
from netzero.analysis.plan_at import PlanAt


class Neighbour(NamedTuple):
    """An action, its position in the month, and the names that it has in common with another."""

    action_id: str
    title: str
    position: str
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Neighbours:
    """``same_deadline``: actions that a lead of the action leads too and that end in its month.

    ``same_partners``: actions that name a partner of it. Most names in common come first, then the
    order of the plan.
    """

    same_deadline: tuple[Neighbour, ...]
    same_partners: tuple[Neighbour, ...]


def neighbours(at: PlanAt, action_id: str) -> Neighbours:
    """Return the neighbours of an action in the whole plan, whatever the scope.

    Raises ``KeyError`` where the plan has no such action.
    """
    ids = at.cells("action_id", at.whole.kept)
    if action_id not in ids:
        raise KeyError(action_id)
    place, ends = ids.index(action_id), at.last
    same_month = np.isfinite(ends) & (ends == ends[place])
    return Neighbours(
        same_deadline=_sharing(at, at.whole.leads, place, among=same_month),
        same_partners=_sharing(at, at.whole.partners, place, among=np.ones(len(ends), dtype=bool)),
    )


def _sharing(at: PlanAt, named: Named, place: int, *, among: np.ndarray) -> tuple[Neighbour, ...]:
    """Return the other actions that have a name in common with the one at a place."""
    own = np.isin(named.name, named.name[named.action == place])
    rows = own & (named.action != place) & among[named.action]
    names = [named.names[name] for name in named.name[rows].tolist()]
    shared = gathered(named.action[rows], names)
    order = np.array(sorted(shared, key=lambda action: -len(shared[action])), dtype=int)
    cells = (at.cells("action_id", order), at.cells("title", order), at.position_names(order))
    rows_of = zip(*cells, (shared[action] for action in order.tolist()), strict=True)
    return tuple(Neighbour(*row) for row in rows_of)
