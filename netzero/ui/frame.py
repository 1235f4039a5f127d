"""The frame around every page: navigation, filters, what is in scope, and the drawer."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.analysis.plan_at import PlanAt
from netzero.plan import Plan
from netzero.plan.losses import Loss
from netzero.ui import address, filters, places
from netzero.ui.answers import view
from netzero.ui.asked import read_asked
from netzero.ui.brought import own_plan
from netzero.ui.drawer import open_drawer
from netzero.ui.editions import show_which_edition, shown_reading
from netzero.ui.exhibit import show_rules
from netzero.ui.jumps import switch_page_if_asked
from netzero.ui.keys import BAR
from netzero.ui.loading import Reading
from netzero.ui.losses import notice_of
from netzero.ui.masthead import show_masthead
from netzero.ui.month import show_month
from netzero.ui.own_plan import show_whose_plan
from netzero.ui.pins import said_of_pins
from netzero.ui.process import spare_the_collector, turn
from netzero.ui.room_bar import is_presenting
from netzero.ui.scenario import show_banner, under_scenario
from netzero.ui.screen import Screen, current_screen, screen_of
from netzero.ui.sign_in import is_let_in, show_reader
from netzero.ui.style import apply_style
from netzero.ui.text import heading, paragraph
from netzero.ui.window import Window, is_run_for_window, told_window

NOTICES = "_notices"


def show() -> None:
    """Draw the frame with the page that the address names inside it."""
    spare_the_collector()
    with turn:  # a reader who asks anew while waiting gets the newer page alone
        _show()


def _show() -> None:
    presenting = is_presenting()
    page = st.navigation(places.pages(), position="hidden")
    st.set_page_config(page_title=f"{page.title} – Net Zero delivery", layout="wide")
    switch_page_if_asked()
    if presenting and page.url_path != "briefing":
        st.switch_page(places.file_of("briefing"), query_params=address.whole())
    apply_style(presenting=presenting)
    if not is_let_in():
        return
    reading, in_vain = shown_reading()
    if reading.faults and not (presenting and reading.plan):  # nothing but slides in the room
        _show_faults(reading)
    if reading.plan is None:
        return
    plan, left_out = under_scenario(reading.plan, mend=not presenting)
    if presenting:
        _show_room(plan, page)
    else:
        _show_page(plan, page, losses=reading.losses, left_out=(*in_vain, *left_out))


def current() -> PlanAt:
    """Return the plan at the month and in the scope that the page is to show.

    Every page begins here or with ``body``. While no session has drawn the frame, Streamlit runs a
    page file on its own when its address is opened. Then the frame is set up, and the page runs
    again inside.
    """
    return _screen().at


def body(show_page: Callable[[PlanAt], None]) -> None:
    """Show a page and how it counts. What is chosen on it runs this again alone, not the frame."""
    _body(_screen(), show_page, address.of_every_page())


@st.fragment
def _body(screen: Screen, show_page: Callable[[PlanAt], None], asked: dict[str, list[str]]) -> None:
    if current_screen():
        _show_counted(screen, show_page)
        return
    opened = address.has(address.ACTION) or address.has(address.MARK)
    own = own_plan()
    if (
        opened
        or address.of_every_page() != asked
        or (own and own.plan is not screen.at.plan.printed)
    ):
        st.rerun()  # what was picked is the frame's to show
    with turn, screen_of(screen.at, screen.window, losses=screen.losses) as alone:
        _show_counted(alone, show_page)


def _show_counted(screen: Screen, show_page: Callable[[PlanAt], None]) -> None:
    show_page(screen.at)
    show_rules(screen.exhibits)


def _screen() -> Screen:
    screen = current_screen()
    if screen is None:
        st.navigation(places.pages(), position="hidden")
        st.rerun()
    return screen


def _show_page(
    plan: Plan, page: StreamlitPage, *, losses: tuple[Loss, ...], left_out: tuple[str, ...]
) -> None:
    asked = read_asked(plan, this_month=this_month())
    at = view(plan, asked.month, asked.scope)
    with st.container(gap=None):  # what tells the window draws nothing, and takes no room so
        window = told_window()
        show_masthead(at, page, form=window.form)
        _show_bar(at, window)
        if plan.scenario:
            show_banner(at, form=window.form)
    show_whose_plan()
    show_which_edition()
    notices = st.container()
    filters.show_chips(at, this_month=this_month())
    with screen_of(at, window, losses=losses) as screen:
        if at.size or page.url_path in places.WHATEVER_IS_IN_SCOPE:
            page.run()
        else:
            filters.show_nothing_found()
        exhibits, others = tuple(screen.exhibits), tuple(screen.others)
    said = (
        *notice_of(losses),
        *left_out,
        *asked.in_vain,
        *screen.notices,
        *said_of_pins(),
        *open_drawer(at, exhibits, others=others),
    )
    with notices:
        for sentence in _kept(said):
            paragraph(sentence)


def _show_bar(at: PlanAt, window: Window) -> None:
    """Show the filters, how much they leave, the month, and who reads."""
    row = partial(st.container, horizontal=True, vertical_alignment="center", gap="xsmall")
    with row(key=BAR, horizontal_alignment="distribute"):
        with row(width="content"):
            filters.show_filters(at.plan, at.scope, form=window.form)
            filters.show_count(at)
        with row(width="content"):
            show_month(at.plan, at.month, this_month=this_month())
            filters.show_link(at)
            show_reader()


def _kept(notices: tuple[str, ...]) -> tuple[str, ...]:
    """Return what to say over the page: in a run for the window also what the one before said.

    That one took what is said from the address, so that it would be gone in a moment.
    """
    earlier = st.session_state.get(NOTICES, ()) if is_run_for_window() else ()
    st.session_state[NOTICES] = kept = tuple(dict.fromkeys((*earlier, *notices)))
    return kept


def _show_room(plan: Plan, page: StreamlitPage) -> None:
    asked = read_asked(plan, this_month=this_month())
    with screen_of(view(plan, asked.month, asked.scope), told_window()):
        page.run()


def this_month() -> pd.Period:
    """Return the month that the clock shows: nothing else takes a month from it."""
    return pd.Period(date.today(), freq="M")


def _show_faults(reading: Reading) -> None:
    kept = reading.plan is not None
    heading("The plan cannot be read", level=2 if kept else 1)
    for fault in reading.faults:
        paragraph(fault)
    if kept:
        paragraph("Below stands the last plan that could be read.")
