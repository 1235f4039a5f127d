"""The running order in the address and in the session, and the slides that it gives."""

import streamlit as st

from netzero.analysis.briefing import Slide, build_slide
from netzero.analysis.running_order import Entry, RunningOrderError, pack, proposed, unpack
from netzero.analysis.selection import select
from netzero.ui.text import paragraph
from netzero.ui.view import View

PARAMETER = "slides"


def running_order() -> tuple[Entry, ...]:
    """Return the order that the address holds, else the session's, else the proposed one.

    A damaged order in the address is named and left out.
    """
    if packed := st.query_params.get(PARAMETER):
        try:
            st.session_state[PARAMETER] = packed
            return unpack(packed)
        except RunningOrderError as error:
            paragraph(f"{error} The proposed order is shown instead.")
            st.session_state.pop(PARAMETER)
            return proposed()
    if kept := st.session_state.get(PARAMETER):
        st.query_params[PARAMETER] = kept
        return unpack(kept)
    return proposed()


def keep_order(order: tuple[Entry, ...]) -> None:
    """Put an order into the address; the proposed one leaves it. For use in a callback."""
    if order in ((), proposed()):
        st.query_params.pop(PARAMETER, None)
        st.session_state.pop(PARAMETER, None)
    else:
        st.query_params[PARAMETER] = st.session_state[PARAMETER] = pack(order)


def slide_of(view: View, entry: Entry) -> Slide:
    """Return the slide of one place: with its own filters if pinned, else with the page's."""
    shown = view.shown
    if entry.pinned is not None:
        shown = select(view.plan, filters=entry.pinned, as_at=view.as_at)
    return build_slide(entry.kind, shown, as_at=view.as_at)


def presented(order: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the places that are not left out."""
    return tuple(entry for entry in order if not entry.left_out)
