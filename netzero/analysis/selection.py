"""Which part of the plan the reader asked for."""

from dataclasses import dataclass, fields, replace

import pandas as pd

from netzero.analysis.positions import with_position
from netzero.plan import Plan
from netzero.plan.months import delivery_year


@dataclass(frozen=True)
class Filters:
    """What is chosen: values of one filter are alternatives, different filters all apply."""

    plan: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    q: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def select(plan: Plan, *, filters: Filters, as_at: pd.Period) -> Plan:
    """Return the part of ``plan`` that passes, its actions with ``position`` as at a month.

    Where teams are chosen, only their assignments remain, so that no team's count is a partial
    one; likewise partners.
    """
    plan = on_years(plan, as_at=as_at)
    actions = with_position(plan.actions, as_at=as_at)
    kept = actions[_passing(plan, actions, filters)].reset_index(drop=True)
    return replace(
        plan,
        actions=kept,
        assignments=_rows_of(plan.assignments, kept, "lead", filters.team),
        partnerships=_rows_of(plan.partnerships, kept, "partner", filters.partner),
        notes=plan.notes[plan.notes["action_id"].isin(kept["action_id"])],
    )


def on_years(plan: Plan, *, as_at: pd.Period) -> Plan:
    """Return the plan; where it gives no date at all, on the delivery year of the as-at month."""
    if plan.delivery_years:
        return plan
    return replace(plan, delivery_years=(delivery_year(as_at),))


def _passing(plan: Plan, actions: pd.DataFrame, filters: Filters) -> pd.Series:
    passing = pd.Series(True, index=actions.index)
    for column in ("plan", "theme", "position"):
        if chosen := getattr(filters, column):
            passing &= actions[column].isin(chosen)
    if filters.team:
        leads = plan.assignments["lead"].isin(filters.team)
        passing &= actions["action_id"].isin(plan.assignments.loc[leads, "action_id"])
    if filters.partner:
        named = plan.partnerships["partner"].isin(filters.partner)
        passing &= actions["action_id"].isin(plan.partnerships.loc[named, "action_id"])
    return passing & _matching(plan, actions, filters.q)


def _matching(plan: Plan, actions: pd.DataFrame, query: str) -> pd.Series:
    """Return which actions hold every word of ``query``; an exact id finds that action alone."""
    words = query.casefold().split()
    exact = actions["action_id"].str.casefold().eq(" ".join(words))
    if not words or exact.any():
        return exact if words else pd.Series(True, index=actions.index)
    text = _searched_text(plan, actions)
    return pd.concat([text.str.contains(word, regex=False) for word in words], axis=1).all(axis=1)


def _searched_text(plan: Plan, actions: pd.DataFrame) -> pd.Series:
    columns = ("action_id", "title", "action", "leads", "partners")
    text = actions[columns[0]].str.cat([actions[column] for column in columns[1:]], sep=" ")
    for frame, column in ((plan.assignments, "lead"), (plan.partnerships, "partner")):
        names = frame.groupby("action_id")[column].agg(" ".join)
        text = text + " " + actions["action_id"].map(names).fillna("")
    return text.str.casefold()


def _rows_of(
    frame: pd.DataFrame, actions: pd.DataFrame, column: str, chosen: tuple[str, ...]
) -> pd.DataFrame:
    kept = frame["action_id"].isin(actions["action_id"])
    if chosen:
        kept &= frame[column].isin(chosen)
    return frame[kept].reset_index(drop=True)
