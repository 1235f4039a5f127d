"""What is said of one action, wherever it is shown in full."""

import numpy as np
import pandas as pd

from netzero.analysis.plan_at import PlanAt
from netzero.plan.dates import TO_BE_CONFIRMED
from netzero.plan.months import delivery_year, month_from_number

LEAD, PARTNERS = "Lead", "Partners"
INTERNAL = " (internal)"  # after a partner that is the council's own
NO_PARTNER = "none named in this table"
TITLE_IS_OURS = "The title is ours, for charts and slides; all else is as published."


def is_known(at: PlanAt, action_id: str) -> bool:
    """Return whether the plan has an action of this id; a blank is none."""
    return bool(action_id) and bool(at.plan.actions["action_id"].eq(action_id).any())


def full_title(at: PlanAt, action_id: str) -> str:
    """Return the id and title of an action."""
    return f"{action_id} {_action(at, action_id)['title']}"


def full_text(at: PlanAt, action_id: str) -> str:
    """Return the text of an action as published."""
    return str(_action(at, action_id)["action"])


def facts(at: PlanAt, action_id: str) -> dict[str, str]:
    """Return what the plan says of an action, each fact under its name."""
    action = _action(at, action_id)
    return {
        "Plan": action["plan"],
        "Theme": action["theme"],
        LEAD: action["leads"],
        PARTNERS: _partners(at, action),
        "Start": action["start_published"] or "not given",
        "End": action["end_published"] or "not given",
        position_fact(at): at.position_names(np.array([action.name]))[0],
        "Live in": _live_in(action["first"], action["last"]),
        **_place(at, action_id),
    }


def _place(at: PlanAt, action_id: str) -> dict[str, str]:
    """Return where an action of a file from elsewhere stood in it; nothing of other plans."""
    place = at.plan.places.get(action_id)
    return {"Read from": place} if place else {}


def position_fact(at: PlanAt) -> str:
    """Return under which name ``facts`` gives the position."""
    return f"Position {at.when}"


def has_deadline(at: PlanAt, action_id: str) -> bool:
    """Return whether an action has a planned end."""
    return bool(np.isfinite(_action(at, action_id)["last"]))


def leads_in(at: PlanAt, action_id: str) -> list[str]:
    """Return the lead teams of an action."""
    named = at.plan.assignments
    found: list[str] = named.loc[named["action_id"].eq(action_id), "lead"].tolist()
    return found


def notes_on(at: PlanAt, action_id: str) -> list[str]:
    """Return the notes on the data that touch an action."""
    notes = at.plan.notes
    found: list[str] = notes.loc[notes["action_id"].eq(action_id), "note"].tolist()
    return found


def _action(at: PlanAt, action_id: str) -> pd.Series:
    actions = at.plan.actions
    return actions[actions["action_id"].eq(action_id)].iloc[0]


def _partners(at: PlanAt, action: pd.Series) -> str:
    """Return the partners as published; teams of the publishing council are marked internal."""
    if action["partners_kind"] == TO_BE_CONFIRMED:
        return TO_BE_CONFIRMED
    named = at.plan.partnerships
    own = named[named["action_id"].eq(action["action_id"])].drop_duplicates("published")
    marked = [f"{each.published}{INTERNAL if each.internal else ''}" for each in own.itertuples()]
    return "; ".join(marked) or NO_PARTNER


def _live_in(first: float, last: float) -> str:
    """Return the delivery years in which an action is live, those that were not printed too.

    >>> _live_in(24292, 24305), _live_in(24304, np.inf)
    ('2024-25 and 2025-26', '2025-26 on, no planned end')
    """
    if np.isnan(first) or np.isnan(last):
        return "not known: dates are not given"
    begins, ends = (_year(number) for number in (first, last))
    if not ends:
        return f"{begins} on, no planned end" if begins else "every year, no planned end"
    if not begins:
        return f"every year up to {ends}"
    return _from_to(begins, ends)


def _year(number: float) -> str:
    return delivery_year(month_from_number(number)) if np.isfinite(number) else ""


def _from_to(begins: str, ends: str) -> str:
    apart = int(ends[:4]) - int(begins[:4])
    between = {0: begins, 1: f"{begins} and {ends}"}
    return between.get(apart, f"{begins} to {ends}")
