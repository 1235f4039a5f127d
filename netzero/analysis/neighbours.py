"""What stands near one action: its team's deadlines, and those who share its partners."""

from dataclasses import dataclass

import pandas as pd

from netzero.plan import Plan


@dataclass(frozen=True)
class Neighbours:
    """``same_deadline``: action_id, title and shared leads of actions that end in the same month.

    ``same_partners``: action_id, title and the shared partners, those that share most first.
    """

    same_deadline: pd.DataFrame
    same_partners: pd.DataFrame


def neighbours(plan: Plan, *, action_id: str) -> Neighbours:
    """Return the neighbours of an action in the whole plan."""
    ends = plan.actions.set_index("action_id")["end"]
    same_month = ends.index[ends.eq(ends[action_id])]
    leads = _shared(plan.assignments, "lead", action_id)
    return Neighbours(
        same_deadline=_titled(plan, leads[leads["action_id"].isin(same_month)]),
        same_partners=_titled(plan, _shared(plan.partnerships, "partner", action_id)),
    )


def _shared(frame: pd.DataFrame, column: str, action_id: str) -> pd.DataFrame:
    """Return action_id, shared (names in common) and size, most in common first."""
    own = frame.loc[frame["action_id"].eq(action_id), column]
    others = frame[frame[column].isin(own) & frame["action_id"].ne(action_id)]
    shared = others.groupby("action_id", sort=False)[column].agg(tuple).reset_index(name="shared")
    size = shared["shared"].map(len)
    return shared.assign(size=size).sort_values("size", ascending=False, kind="stable")


def _titled(plan: Plan, shared: pd.DataFrame) -> pd.DataFrame:
    titles = plan.actions.set_index("action_id")["title"]
    return shared.assign(title=shared["action_id"].map(titles)).reset_index(drop=True)[
        ["action_id", "title", "shared"]
    ]
