"""Every action with every column, to search, open and take away."""

import streamlit as st

from netzero.analysis.actions import RULE, actions_table
from netzero.ui import frame
from netzero.ui.downloads import offer_downloads
from netzero.ui.listing import open_action
from netzero.ui.text import finding

view = frame.current()
listed = actions_table(view.shown.actions)

finding(f"{view.counted}", f"Choose a row to open its detail. Positions {view.when}", level=1)


def open_row() -> None:
    """Open the action whose row was chosen."""
    for row in st.session_state["actions-table"]["selection"]["rows"]:
        open_action(listed["Id"].iloc[row])


st.dataframe(
    listed,
    key="actions-table",
    hide_index=True,
    height=640,
    on_select=open_row,
    selection_mode="single-row",
    alt=f"Table of {view.counted}",
)
offer_downloads(view, {"Actions": listed}, name="actions", rule=RULE)
