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
            address.remove(address.ACTION)
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
    month = _month(at, chosen, END)
    st.button(
        "Try this", key="try-deadline", type="primary", on_click=_try, args=(at, chosen, END, month)
    )


def _is_tried(at: PlanAt, action_id: str) -> bool:
    """Offer what can be tried of an action, and return whether that was asked for just now."""
    with st.form(f"what-if-{action_id}", border=False):
        months = {what: _month(at, action_id, what) for what in (END, START)}
        named = at.plan.assignments
        leads = st.multiselect(
            "Led by",
            teams_of(at.plan.printed),
            named.loc[named["action_id"].eq(action_id), "lead"].tolist(),
        )
        with st.container(horizontal=True):
            tried = st.form_submit_button("Try this", type="primary")
            dropped = st.form_submit_button("Try without it")
    if dropped:
        add_moves(Move(action_id, DROP))
    elif tried:
        for what, month in months.items():
            _try(at, action_id, what, month)
        _try_leads(at.plan.printed, action_id, leads)
    return tried or dropped


def _month(at: PlanAt, action_id: str, what: str) -> Month:
    """Return the month that is chosen for a start or an end; None stands for what has no month."""
    printed, now = (_date(plan, action_id, what) for plan in (at.plan.printed, at.plan))
    options: list[Month] = list(_offered(at.plan.printed, *filter(None, (printed, now))))
    if printed is None:
        options.insert(0, None)
    place = places_of(at.plan.printed)[action_id]
    words = at.plan.printed.actions[f"{what}_published"].array[place] or "not given"

    def label(month: Month) -> str:
        said = words if month is None else month_label(month)
        return f"{said} (in the plan)" if month == printed else said

    chosen: Month = st.selectbox(
        _LABELS[what], options, options.index(now), format_func=label, width=240
    )
    return chosen


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


def _try_leads(plan: Plan, action_id: str, leads: Sequence[str]) -> None:
    named = plan.assignments
    printed = named.loc[named["action_id"].eq(action_id), "lead"].tolist()
    undo(*(each for each in moves_now() if (each.action, each.what) == (action_id, LEAD)))
    if leads and set(leads) != set(printed):
        add_moves(Move(action_id, LEAD, BETWEEN_NAMES.join(leads)))
