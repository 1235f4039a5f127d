"""Actions as a list in which each opens its detail."""

from typing import Any

import pandas as pd
import streamlit as st

from netzero.plan.dates import DATED, NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.months import month_label
from netzero.ui.text import literal, paragraph

PAGE = 25
_UNDATED_START = {
    ONGOING: "already under way",
    TO_BE_CONFIRMED: "start TBC",
    NOT_GIVEN: "no start given",
}
_UNDATED_END = {ONGOING: "no planned end", TO_BE_CONFIRMED: "end TBC", NOT_GIVEN: "no end given"}


def open_action(action_id: str) -> None:
    """Put an action into the address, which opens its detail. For use as a callback."""
    st.query_params["action"] = action_id


def action_list(actions: pd.DataFrame, *, key: str, in_drawer: bool = False) -> None:
    """List actions, ``PAGE`` at a time: id and title open the detail, leads and dates beside it.

    Inside a drawer a press runs only the drawer again, so the page is run again as well.
    """
    pages = -(-len(actions) // PAGE)
    page = st.pagination(pages, key=f"{key}-page") if pages > 1 else 1
    with st.container(gap="xxsmall", key=f"{key}-nzlinks"):
        for action in actions.iloc[(page - 1) * PAGE : page * PAGE].itertuples():
            if _row(action, key=key) and in_drawer:
                st.rerun()


def _row(action: Any, *, key: str) -> bool:
    title, about = st.columns([5, 6], gap="small", vertical_alignment="center")
    with title:
        pressed = st.button(
            f"**{literal(action.action_id)}** {literal(action.title)}",
            key=f"{key}-open-{action.action_id}",
            type="tertiary",
            on_click=open_action,
            args=(action.action_id,),
        )
    with about:
        paragraph(f"{action.leads} · {_dates(action)}", style="nz-counted")
    return pressed


def _dates(action: Any) -> str:
    """Return when an action runs, in words that readers know."""
    start = (
        month_label(action.start)
        if action.start_kind == DATED
        else _UNDATED_START[action.start_kind]
    )
    end = month_label(action.end) if action.end_kind == DATED else _UNDATED_END[action.end_kind]
    return f"{start} to {end}"
