"""One action in full, inside a drawer."""

from collections.abc import Sequence

import streamlit as st

from netzero.analysis.neighbours import Neighbour, neighbours
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import count_of
from netzero.exports.markup import escaped, facts_html
from netzero.ui import address
from netzero.ui.facts import (
    LEAD,
    PARTNERS,
    TITLE_IS_OURS,
    facts,
    full_text,
    has_deadline,
    leads_in,
    notes_on,
)
from netzero.ui.jumps import jump
from netzero.ui.listing import list_actions, listed
from netzero.ui.names import html_of, linked, ways_in
from netzero.ui.text import heading, literal, paragraph
from netzero.ui.what_if_action import offer_what_if

FEW = 4
BUT_FOR_MOVES = ", but for what the scenario moves."
NAMING = (LEAD, PARTNERS)


def show_detail(at: PlanAt, action_id: str, *, here: bool = True) -> None:
    """Show an action: its text, what the plan says of it, its neighbours, the notes on it.

    One that is not ``here`` stands in another edition than the one that is shown.
    """
    if not here:
        paragraph("Not in the plan that is shown: it stands in the one compared with.")
    paragraph(full_text(at, action_id))
    ways = ways_in(at)
    told = {
        name: html_of(linked(fact, ways, column=name)) if name in NAMING else escaped(fact)
        for name, fact in facts(at, action_id).items()
    }
    st.html(facts_html(told, style="nz-facts"))
    _show_jumps(at, action_id)
    _show_neighbours(at, action_id)
    for note in notes_on(at, action_id):
        paragraph(f"Note on the data: {note}")
    paragraph(TITLE_IS_OURS if not at.plan.scenario else f"{TITLE_IS_OURS[:-1]}{BUT_FOR_MOVES}")
    if here:
        offer_what_if(at, action_id)


def _show_jumps(at: PlanAt, action_id: str) -> None:
    """Offer the deadlines of each lead team of an action that ends."""
    if has_deadline(at, action_id):
        for lead in leads_in(at, action_id):
            label, own = f"Deadlines of {literal(lead)}", {address.TEAM: lead}
            jump(label, "deadlines", name=f"deadlines-{lead}", filters=own)


def _show_neighbours(at: PlanAt, action_id: str) -> None:
    near = neighbours(at, action_id)
    if near.same_deadline:
        heading("Same team, same deadline", level=3)
        _list_near(at, near.same_deadline, name="near-deadline")
    shared = near.same_partners
    if shared:
        heading(f"{count_of(len(shared), 'action')} with a partner in common", level=3)
        _list_near(at, shared[:FEW], name="near-partner")
    if len(shared) > FEW:
        with st.expander(f"{len(shared) - FEW} more"):
            _list_near(at, shared[FEW:], name="near-partners")


def _list_near(at: PlanAt, near: Sequence[Neighbour], *, name: str) -> None:
    ways = ways_in(at)
    items = [
        listed(other.action_id, other.title, [*linked(other.shared, ways), f" · {other.position}"])
        for other in near
    ]
    list_actions(items, name=name)
