"""The frame around every page: navigation, filters, what is shown, and the detail drawer."""

from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.analysis.selection import select
from netzero.plan import PlanError
from netzero.ui import filters, jumps, places
from netzero.ui.detail import show_detail
from netzero.ui.loading import load_plan
from netzero.ui.text import finding, paragraph
from netzero.ui.view import View

VIEW = "_view"
STYLE = Path(__file__).with_name("style.css")


def show() -> None:
    """Draw the frame with the page that the address names inside it."""
    st.set_page_config(page_title="Net Zero delivery", layout="wide")
    page = st.navigation(places.pages(), position="top")
    jumps.go_on()
    st.html(STYLE)
    try:
        plan = load_plan()
    except (PlanError, OSError) as error:
        _show_problems(error)
        return
    chosen, as_at = filters.ask(plan, this_month=pd.Period(date.today(), freq="M"))
    shown = select(plan, filters=chosen, as_at=as_at)
    view = View(plan=plan, shown=shown, filters=chosen, as_at=as_at)
    filters.show_chips(view)
    if shown.actions.empty and page.url_path not in places.ABOUT_THE_WHOLE_PLAN:
        filters.show_nothing_found()
    else:
        _run(page, view)
    show_detail(view)


def current() -> View:
    """Return what the page is to show. Every page calls this first.

    While no session has drawn the frame, Streamlit runs a page file on its own when its address
    is opened. There is no view then: the frame is set up and the page runs again inside it.
    """
    if VIEW not in st.session_state:
        st.navigation(places.pages(), position="top")
        st.rerun()
    view: View = st.session_state[VIEW]
    return view


def _run(page: StreamlitPage, view: View) -> None:
    st.session_state[VIEW] = view
    try:
        page.run()
    finally:
        del st.session_state[VIEW]


def _show_problems(error: PlanError | OSError) -> None:
    finding("The plan cannot be read", level=1)
    if isinstance(error, PlanError):
        for problem in error.problems:
            paragraph(str(problem))
    else:
        paragraph(f"{error.strerror}: {error.filename}")
