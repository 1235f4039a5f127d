"""One action in full, inside a drawer."""

from collections.abc import Sequence

import streamlit as st

from netzero.analysis.neighbours import Neighbour, neighbours
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import count_of, listing
from netzero.ui import address
from netzero.ui.facts import TITLE_IS_OURS, facts, full_text, has_deadline, notes_on
from netzero.ui.jumps import jump
from netzero.ui.listing import list_actions, listed
from netzero.ui.text import facts_html, heading, literal, paragraph

FEW = 4


def show_detail(at: PlanAt, action_id: str) -> None:
    """Show an action: its text, what the plan says of it, its neighbours, the notes on it."""
    paragraph(full_text(at, action_id))
    st.html(facts_html(facts(at, action_id), style="nz-facts"))
    _show_jumps(at, action_id)
    _show_neighbours(at, action_id)
    for note in notes_on(at, action_id):
        paragraph(f"Note on the data: {note}")
    paragraph(TITLE_IS_OURS)


def _show_jumps(at: PlanAt, action_id: str) -> None:
    """Offer the sheet of each lead team of an action, and where it ends, the team's deadlines."""
    leads = at.plan.assignments
    for lead in leads.loc[leads["action_id"].eq(action_id), "lead"]:
        own = {address.TEAM: lead}
        jump(f"Sheet of {literal(lead)}", "team", name=f"sheet-{lead}", filters=own)
        if has_deadline(at, action_id):
            label = f"Deadlines of {literal(lead)}"
            jump(label, "deadlines", name=f"deadlines-{lead}", filters=own)


def _show_neighbours(at: PlanAt, action_id: str) -> None:
    near = neighbours(at, action_id)
    if near.same_deadline:
        heading("Same team, same deadline", level=3)
        _list_near(near.same_deadline, name="near-deadline")
    shared = near.same_partners
    if shared:
        heading(f"{count_of(len(shared), 'action')} with a partner in common", level=3)
        _list_near(shared[:FEW], name="near-partner")
    if len(shared) > FEW:
        with st.expander(f"{len(shared) - FEW} more"):
            _list_near(shared[FEW:], name="near-partners")


def _list_near(near: Sequence[Neighbour], *, name: str) -> None:
    items = [
        listed(other.action_id, other.title, f"{listing(other.shared)} · {other.position}")
        for other in near
    ]
    list_actions(items, name=name)
