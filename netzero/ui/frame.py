"""The frame around every page: navigation, filters, what is shown, and the detail drawer."""

from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.analysis.selection import on_years, select
from netzero.analysis.wording import count_of
from netzero.plan import Plan, PlanError
from netzero.ui import filters, jumps, places
from netzero.ui.detail import show_detail
from netzero.ui.loading import last_good_plan, load_plan, settle
from netzero.ui.presenting import is_presenting
from netzero.ui.text import finding, paragraph
from netzero.ui.view import View

VIEW = "_view"
SHOWN_FAULTS = 50
STYLES = ("style.css", "room.css", "print.css")


def show() -> None:
    """Draw the frame with the page that the address names inside it."""
    presenting = is_presenting()
    st.set_page_config(page_title="Net Zero delivery", layout="wide")
    page = st.navigation(places.pages(), position="hidden" if presenting else "top")
    jumps.go_on()
    if presenting and page.url_path != "briefing":
        asked = {key: st.query_params.get_all(key) for key in st.query_params}
        st.switch_page("pages/briefing.py", query_params=asked)
    for name in (*STYLES, *(["presenting.css"] if presenting else [])):
        st.html(Path(__file__).with_name(name))
    settle()
    try:
        plan: Plan | None = load_plan()
    except (PlanError, OSError) as error:
        plan = last_good_plan()
        _show_problems(error, kept=plan is not None)
    if plan is not None:
        _show_plan(plan, page, presenting)


def _show_plan(plan: Plan, page: StreamlitPage, presenting: bool) -> None:
    """Ask the filters and run the page with what they leave.

    The filters are drawn while presenting too, out of sight: only a widget keeps its value in the
    address.
    """
    with st.container(key="out-of-sight") if presenting else st.sidebar:
        chosen, as_at, unknown = filters.ask(plan, this_month=pd.Period(date.today(), freq="M"))
    shown = select(plan, filters=chosen, as_at=as_at)
    view = View(plan=on_years(plan, as_at=as_at), shown=shown, filters=chosen, as_at=as_at)
    if presenting:
        _run(page, view)
        return
    filters.show_unknown(unknown)
    filters.show_chips(view)
    if shown.actions.empty and page.url_path not in places.WHATEVER_IS_SHOWN:
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


def _show_problems(error: PlanError | OSError, *, kept: bool) -> None:
    finding("The plan cannot be read", level=2 if kept else 1)
    if isinstance(error, PlanError):
        paragraph(f"{count_of(len(error.problems), 'fault')} in {error.file or 'the plan'}:")
        for problem in error.problems[:SHOWN_FAULTS]:
            paragraph(str(problem))
        if len(error.problems) > SHOWN_FAULTS:
            paragraph(f"And {len(error.problems) - SHOWN_FAULTS} more.")
    else:
        paragraph(
            f"{Path(error.filename or '').name}: {error.strerror}. Accepted: a readable file."
        )
    if kept:
        paragraph("Below stands the last plan that could be read.")
