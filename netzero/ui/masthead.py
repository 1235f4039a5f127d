"""The head of every page: whose plan it is, and the way to the other pages."""

from collections.abc import Iterator
from textwrap import shorten
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import of_total
from netzero.charts.theme import Form
from netzero.plan import Plan
from netzero.plan.tables import distinct
from netzero.ui import address
from netzero.ui.component import packed, redrawn, show_component
from netzero.ui.names import follow
from netzero.ui.places import FIRST, TITLES

NAME = "Net zero delivery"
LONGEST_NAME = 32  # in one line with the pages, at 1366 pixels
_masthead = redrawn(
    "masthead",
    html='<div class="nz-masthead" data-redrawn></div><p class="nz-said" role="status"></p>',
)


def show_masthead(at: PlanAt, page: StreamlitPage, *, form: Form) -> None:
    """Name the plan, its publisher and years, and link to every page, which keep the filters.

    What is in scope now is said to those who listen, by one live region that stays.
    """
    content = {
        "name": NAME,
        "about": _about(at.plan),
        "said": f"{page.title}: {_said(at)}",
        "month": [address.AS_AT.name, str(at.month)],
        "pages": list(_links(page)),
        "menu": form is Form.NARROW,
    }
    show_component(_masthead, packed(content), key="masthead", on_pick=follow)
    if colour := at.plan.accent:  # six digits: it was checked
        st.html(f"<style>html:root{{--nz-accent:{colour}}}</style>")


def _links(here: StreamlitPage) -> Iterator[dict[str, object]]:
    query = urlencode(address.of_every_page(), doseq=True)
    for name, title in TITLES.items():
        href = f"{'./' if name == FIRST else name}{'?' if query else ''}{query}"
        yield {"name": name, "title": title, "href": href, "here": title == here.title}


def _said(at: PlanAt) -> str:
    words = of_total(at.size, len(at.plan.actions), "action")
    return f"{words}. {at.said}, {at.when}"


def _about(plan: Plan) -> str:
    """Return who published a plan, or what it is called where nobody says so, and its years."""
    publishers = "; ".join(dict.fromkeys(plan.provenance["publisher"])) or _called(plan)
    years = plan.delivery_years
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years)
    return ", ".join(part for part in (publishers, span) if part)


def _called(plan: Plan) -> str:
    first, *more = distinct(plan.actions["plan"])
    name = shorten(first, LONGEST_NAME, placeholder="…")
    return f"{name} and {len(more):,} more" if more else name
