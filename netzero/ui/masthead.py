"""The head of every page: whose plan it is, and the way to the other pages."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.charts.theme import Form
from netzero.plan import Plan
from netzero.ui import address
from netzero.ui.keys import MASTHEAD
from netzero.ui.places import TITLES, file_of
from netzero.ui.text import escaped

NAME = "Net zero delivery"


def show_masthead(plan: Plan, page: StreamlitPage, *, form: Form) -> None:
    """Name the plan, its publisher and years, and link to every page, which keep the filters."""
    with st.container(
        key=MASTHEAD,
        horizontal=True,
        vertical_alignment="bottom",
        horizontal_alignment="distribute",
    ):
        st.html(
            f'<p class="nz-name"><strong>{NAME}</strong> {escaped(_about(plan))}</p>',
            width="content",
        )
        if form is Form.NARROW:
            with st.popover(page.title, key="pages"):
                _link_pages()
        else:
            with st.container(horizontal=True, width="content", gap="xxsmall"):
                _link_pages()


def _link_pages() -> None:
    held = address.of_every_page()
    for name, title in TITLES.items():
        st.page_link(file_of(name), label=title, query_params=held)


def _about(plan: Plan) -> str:
    publishers = "; ".join(dict.fromkeys(plan.provenance["publisher"]))
    years = plan.delivery_years
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)
    return ", ".join(part for part in (publishers, span) if part)
