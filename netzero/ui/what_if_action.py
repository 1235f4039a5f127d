"""What if an action, or one of a team's deadlines, were otherwise? The moves that are offered."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import pandas as pd
import streamlit as st

from netzero.analysis.plan_at import PlanAt
from netzero.plan import Plan
from netzero.plan.model import DROP, END, LEAD, START, Move
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    month_from_number,
    month_label,
    months_between,
)
from netzero.plan.moving import BETWEEN_NAMES, places_of, teams_of
from netzero.ui import address
from netzero.ui.scenario import add_moves, moves_now, undo

YEARS_ON = 5  # offered after the last deadline of the plan
_LABELS = {START: "Starts in", END: "Ends in"}
_FIRST, _LAST = pd.Period(f"{EARLIEST_YEAR}-01", "M"), pd.Period(f"{LATEST_YEAR}-12", "M")
Month: TypeAlias = pd.Period | None


def offer_what_if(at: PlanAt, action_id: str) -> None:
    """Offer, folded, to try an action with other dates or leads, or the plan without it."""
    with st.expander("What if …", key="what-if", type="compact", on_change="rerun") as opened:
        if opened.open and _is_tried(at, action_id):
            st.rerun()  # a press in a drawer runs only the drawer again


def offer_deadlines(at: PlanAt) -> None:
    """Offer to try another month for a deadline that lies ahead; nothing where there is none."""
    if not at.ahead.any():
        return
    with st.popover("What if …", key="what-if-deadline", on_change="rerun") as opened:
        if opened.open:
            _offer_deadline(at)


def _offer_deadline(at: PlanAt) -> None:
    places = np.flatnonzero(at.ahead)
    titles = dict(zip(at.ids(places), at.cells("title", places), strict=True))
    chosen = st.selectbox(
        "Deadline", list(titles), format_func=lambda each: f"{each} {titles[each]}", width=420
    )
    key = _offer_month(at, chosen, END)
    st.button(
        "Try this",
        key="try-deadline",
        type="primary",
        on_click=lambda: _try(at, chosen, END, st.session_state[key]),
    )


def _is_tried(at: PlanAt, action_id: str) -> bool:
    """Offer what can be tried of an action, and return whether that was asked for just now."""
    with st.container(horizontal=True):
        keys = {what: _offer_month(at, action_id, what) for what in (START, END)}
    leads = _key(at, action_id, LEAD)
    st.multiselect("Led by", teams_of(at.plan.printed), _leads(at.plan, action_id), key=leads)

    def take() -> None:
        for what, key in keys.items():
            _try(at, action_id, what, st.session_state[key])
        _try_leads(at, action_id, st.session_state[leads])
        address.remove(address.ACTION)

    def drop() -> None:
        add_moves(Move(action_id, DROP))
        address.remove(address.ACTION)

    with st.container(horizontal=True):
        tried = st.button("Try this", key="try-this", type="primary", on_click=take)
        dropped = st.button("Try without it", key="try-without", on_click=drop)
    return tried or dropped


def _offer_month(at: PlanAt, action_id: str, what: str) -> str:
    """Offer months for a start or an end, and return under which key the session holds it.

    None stands for what has no month.
    """
    printed, now = (_date(plan, action_id, what) for plan in (at.plan.printed, at.plan))
    options: list[Month] = list(_offered(at.plan.printed, *filter(None, (printed, now))))
    if printed is None:
        options.insert(0, None)
    place = places_of(at.plan.printed)[action_id]
    words = at.plan.printed.actions[f"{what}_published"].array[place] or "not given"

    def label(month: Month) -> str:
        said = words if month is None else month_label(month)
        return f"{said} (in the plan)" if month == printed else said

    key = _key(at, action_id, what)
    st.selectbox(_LABELS[what], options, options.index(now), format_func=label, key=key, width=220)
    return key


def _key(at: PlanAt, action_id: str, what: str) -> str:
    """Return the key of a choice, another for each scenario: what stands is chosen at first."""
    return f"what-if-{what}-{action_id}-{at.plan.digest[:8]}"


def _leads(plan: Plan, action_id: str) -> list[str]:
    named = plan.assignments
    found: list[str] = named.loc[named["action_id"].eq(action_id), "lead"].tolist()
    return found


def _date(plan: Plan, action_id: str, what: str) -> Month:
    month = plan.actions[what].array[places_of(plan)[action_id]]
    return None if pd.isna(month) else month


def _offered(plan: Plan, *held: pd.Period) -> pd.PeriodIndex:
    """Return the months to choose from: from the first of the plan to some years after its last."""
    numbers = pd.concat([plan.actions["first"], plan.actions["last"]])
    dated = numbers[np.isfinite(numbers)]
    known = [*held, *(month_from_number(each) for each in dated.agg(["min", "max"]).dropna())]
    if not known:
        return months_between(_FIRST, _LAST)
    return months_between(max(min(known), _FIRST), min(max(known) + 12 * YEARS_ON, _LAST))


def _try(at: PlanAt, action_id: str, what: str, month: Month) -> None:
    """Try a month: that of the plan undoes what was tried, and one that stands changes nothing."""
    if month == _date(at.plan, action_id, what):
        return
    if month == _date(at.plan.printed, action_id, what):
        undo(*(each for each in moves_now() if (each.action, each.what) == (action_id, what)))
    else:
        add_moves(Move(action_id, what, str(month)))


def _try_leads(at: PlanAt, action_id: str, leads: Sequence[str]) -> None:
    """Try other leads, as ``_try`` does a month; an action always has one."""
    if not leads or set(leads) == set(_leads(at.plan, action_id)):
        return
    if set(leads) == set(_leads(at.plan.printed, action_id)):
        undo(*(each for each in moves_now() if (each.action, each.what) == (action_id, LEAD)))
    else:
        add_moves(Move(action_id, LEAD, BETWEEN_NAMES.join(leads)))
