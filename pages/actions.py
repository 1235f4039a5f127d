"""Every action with every column, to search, open and take away."""

import streamlit as st

from netzero.analysis.actions import RULE, actions_table
from netzero.ui import frame
from netzero.ui.controls import page_of
from netzero.ui.downloads import offer_downloads
from netzero.ui.listing import action_list, open_action
from netzero.ui.text import finding

ROWS, PICKS = 1000, "actions-picks"

view = frame.current()
table = actions_table(view.shown.actions)

finding(f"{view.counted}", f"Choose a row to open its detail. Positions {view.when}", level=1)


listed = page_of(table, size=ROWS, key="actions-page")
# A row stays chosen after its detail closes, and also when the filters change what is under it.
# Another key makes a table with nothing chosen.
key = f"actions-{st.session_state.get(PICKS, 0)}-{hash(tuple(listed['Id']))}"


def open_row() -> None:
    """Open the action whose row was chosen."""
    for row in st.session_state[key]["selection"]["rows"]:
        st.session_state[PICKS] = st.session_state.get(PICKS, 0) + 1
        open_action(listed["Id"].iloc[row])


st.dataframe(
    listed,
    key=key,
    hide_index=True,
    height=640,
    on_select=open_row,
    selection_mode="single-row",
    alt=f"Table of {view.counted}",
    column_config={
        "Leads": st.column_config.Column(width=260),
        "Partners": st.column_config.Column(width=260),
        "Plan": st.column_config.Column(width=120),
        "Action": st.column_config.Column(width=600),
    },
)
with st.expander("Open an action from a list", on_change="rerun", key="open-list") as opened:
    if opened.open:
        action_list(view.shown.actions, key="every")
offer_downloads(view, {"Actions": table}, name="actions", rule=RULE)
