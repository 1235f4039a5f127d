"""What changed between two editions: the section of the page that compares them."""

import streamlit as st

from netzero.analysis.change_list import what_changed
from netzero.analysis.comparing import Against
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.ghosts import ghosts
from netzero.analysis.live_changes import live_changes, team_changes
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.set_changes import set_changes
from netzero.analysis.wording import count_of
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side
from netzero.ui.text import heading


def show_changes(at: PlanAt, against: Against) -> list[Exhibit]:
    """Show what changed from one edition to the other, and return the exhibits."""
    listed, bars, live, sets, teams = (
        answer(question, at, against=against)
        for question in (what_changed, ghosts, live_changes, set_changes, team_changes)
    )
    head = st.container()
    show(bars)
    left, right = side_by_side()
    with left:
        show(live, placed=Placed.HALF)
        show_list(teams)
    with right:
        show_list(sets, beside=["Actions"])
        heading(
            "Each change", f"{count_of(len(listed.table), 'line')}, by kind, the furthest first"
        )
        show_list(listed, head=head, level=1)
    return [listed, bars, live, sets, teams]
