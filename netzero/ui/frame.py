"""The frame around every page: navigation, filters, what is in scope, and the drawer."""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.analysis.plan_at import PlanAt
from netzero.plan import Plan
from netzero.plan.losses import Loss
from netzero.ui import address, filters, places
from netzero.ui.answers import view
from netzero.ui.drawer import open_drawer
from netzero.ui.exhibit import show_rules
from netzero.ui.jumps import switch_page_if_asked
from netzero.ui.keys import OUT_OF_SIGHT
from netzero.ui.loading import Reading, read_served_plan
from netzero.ui.losses import notice_of
from netzero.ui.process import spare_what_is_loaded, turns
from netzero.ui.room_keys import is_presenting
from netzero.ui.screen import current_screen, screen_of
from netzero.ui.sign_in import is_let_in, show_reader
from netzero.ui.style import apply_style
from netzero.ui.text import heading, paragraph
from netzero.ui.window import is_run_for_window, told_window

NOTICES = "_notices"


def show() -> None:
    """Draw the frame with the page that the address names inside it."""
    presenting = is_presenting()
    st.set_page_config(page_title="Net Zero delivery", layout="wide")
    page = st.navigation(places.pages(), position="hidden" if presenting else "top")
    switch_page_if_asked()
    if presenting and page.url_path != "briefing":
        st.switch_page(places.file_of("briefing"), query_params=address.whole())
    apply_style(presenting=presenting)
    if not is_let_in():
        return
    spare_what_is_loaded()
    reading = read_served_plan()
    if reading.faults and not (presenting and reading.plan):  # nothing but slides in the room
        _show_faults(reading)
    if reading.plan is None:
        return
    with turns:  # a reader who asks anew while waiting gets the newer page alone
        if presenting:
            _show_room(reading.plan, page)
        else:
            _show_page(reading.plan, page, losses=reading.losses)


def current() -> PlanAt:
    """Return the plan at the month and in the scope that the page is to show.

    Every page calls this first. While no session has drawn the frame, Streamlit runs a page file
    on its own when its address is opened. Then the frame is set up, and the page runs again inside.
    """
    screen = current_screen()
    if screen is None:
        st.navigation(places.pages(), position="top")
        st.rerun()
    return screen.at


def _show_page(plan: Plan, page: StreamlitPage, *, losses: tuple[Loss, ...]) -> None:
    with st.sidebar:
        asked = filters.ask(plan, this_month=this_month())
        show_reader()
    at = view(plan, asked.month, asked.scope)
    notices = st.container()
    filters.show_chips(at)
    with screen_of(at, told_window()) as screen:
        screen.losses = losses
        if at.size or page.url_path in places.WHATEVER_IS_IN_SCOPE:
            page.run()
        else:
            filters.show_nothing_found()
        exhibits = tuple(screen.exhibits)
    show_rules(exhibits)
    in_vain = (*notice_of(losses), *asked.in_vain, *screen.notices, *open_drawer(at, exhibits))
    with notices:
        for sentence in _kept(in_vain):
            paragraph(sentence)


def _kept(notices: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to say over the page: in a run for the window also what the one before said.

    That one took what is said from the address, so that it would be gone in a moment.
    """
    earlier = st.session_state.get(NOTICES, ()) if is_run_for_window() else ()
    st.session_state[NOTICES] = kept = tuple(dict.fromkeys((*earlier, *notices)))
    return kept


def _show_room(plan: Plan, page: StreamlitPage) -> None:
    """Run the page alone. The filters are out of sight: without them the address loses them."""
    with st.container(key=OUT_OF_SIGHT):
        asked = filters.ask(plan, this_month=this_month())
        window = told_window()
    with screen_of(view(plan, asked.month, asked.scope), window):
        page.run()


def this_month() -> pd.Period:
    """Return the month that the clock shows: nothing else in the house reads it."""
    return pd.Period(date.today(), freq="M")


def _show_faults(reading: Reading) -> None:
    kept = reading.plan is not None
    heading("The plan cannot be read", level=2 if kept else 1)
    for fault in reading.faults:
        paragraph(fault)
    if kept:
        paragraph("Below stands the last plan that could be read.")
