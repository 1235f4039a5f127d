"""The filters of the frame: in the sidebar, in the address, and as chips over the page."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from netzero.analysis.positions import POSITIONS
from netzero.analysis.selection import Filters
from netzero.analysis.wording import listing
from netzero.plan import Plan
from netzero.plan.months import EARLIEST_YEAR, LATEST_YEAR, delivery_year, read_month
from netzero.ui.text import literal, paragraph
from netzero.ui.view import View

LABELS = {
    "plan": "Plan",
    "theme": "Theme",
    "team": "Lead team",
    "partner": "Partner",
    "position": "Position",
}
MONTHS = [
    f"{year}-{month:02d}"
    for year in range(EARLIEST_YEAR, LATEST_YEAR + 1)
    for month in range(1, 13)
]


def ask(plan: Plan, *, this_month: pd.Period) -> tuple[Filters, pd.Period, list[str]]:
    """Draw the filters; return what is chosen, the as-at month, and what the address asks in vain.

    Each is a query parameter of its own name. A value that does not exist is dropped.
    """
    options = filter_options(plan)
    unknown = _unknown_values(options)
    st.html('<p class="nz-name"><strong>Net zero delivery</strong><br>Leicestershire</p>')
    query = st.text_input(
        "Search",
        key="q",
        type="search",
        placeholder="id, words, team or partner",
        bind="query-params",
    )
    chosen = {
        key: tuple(st.multiselect(label, options[key], key=key, bind="query-params"))
        for key, label in LABELS.items()
    }
    default = MONTHS.index(str(this_month))
    month = st.selectbox("As at", MONTHS, index=default, key="as_at", bind="query-params")
    filters = Filters(**chosen, q=(query or "").strip())
    return filters, read_month(month or str(this_month)), unknown


def show_unknown(unknown: Sequence[str]) -> None:
    """Name what the address asked for and the plan does not have."""
    if unknown:
        named = listing(unknown, most=len(unknown))
        paragraph(f"Left out of the link, because this plan has none of it: {named}.")


def filter_options(plan: Plan) -> Mapping[str, list[str]]:
    """Return the values that each filter accepts: plans and themes as printed, names by letter."""
    return {
        "plan": list(dict.fromkeys(plan.actions["plan"])),
        "theme": list(dict.fromkeys(plan.actions["theme"])),
        "team": sorted(set(plan.assignments["lead"])),
        "partner": sorted(set(plan.partnerships["partner"])),
        "position": list(POSITIONS),
    }


def show_chips(view: View) -> None:
    """Say how much is shown, and offer every active filter for removal."""
    shown, total = len(view.shown.actions), len(view.plan.actions)
    with st.container(horizontal=True, vertical_alignment="center", key="chips"):
        st.html(
            f'<p class="nz-count" role="status"><strong>{shown:,} of {total:,} actions</strong>, '
            f"{view.when}{_outside(view)}</p>",
            width="content",
        )
        for key, value in _active(view.filters):
            label = LABELS.get(key, "Search")
            st.button(
                f"{label}: {literal(value)} ✕",
                key=f"chip-{key}-{value}",
                help=f"Remove this filter: {label}",
                on_click=_remove,
                args=(key, value),
            )
        if view.filters:
            st.button("Clear all filters", key="clear", type="tertiary", on_click=clear)
        with st.popover("Link to this view", type="tertiary"):
            paragraph("Opens the same view, as at the same month, whenever it is opened.")
            st.code(link(view.as_at), language=None, wrap_lines=True)


def chosen_words(filters: Filters) -> str:
    """Return the active filters as a file says them."""
    chosen = [f"{LABELS.get(key, 'Search')}: {value}" for key, value in _active(filters)]
    return "; ".join(chosen) or "none"


def link(as_at: pd.Period) -> str:
    """Return the address of this view, with the as-at month written out."""
    query = [
        (key, value)
        for key in st.query_params
        if key != "as_at"
        for value in st.query_params.get_all(key)
    ]
    return f"{st.context.url or ''}?{urlencode([*query, ('as_at', str(as_at))])}"


def clear() -> None:
    """Clear every filter; the as-at month stays. For use as a callback."""
    st.session_state.update({key: [] for key in LABELS} | {"q": ""})


def show_nothing_found() -> None:
    """Say that the filters leave nothing, and offer the way back."""
    paragraph("No action passes these filters together.", style="nz-lede")
    st.button("Show every action", key="clear-nothing", type="primary", on_click=clear)


def _remove(key: str, value: str) -> None:
    if key == "q":
        st.session_state[key] = ""
    else:
        st.session_state[key] = [kept for kept in st.session_state[key] if kept != value]


def _active(filters: Filters) -> list[tuple[str, str]]:
    chosen = [(key, value) for key in LABELS for value in getattr(filters, key)]
    return [*chosen, ("q", filters.q)] if filters.q else chosen


def _unknown_values(options: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what the address asks for and the plan does not have.

    Read before the widgets are drawn, which drop such values from the address.
    """
    accepted = {**options, "as_at": MONTHS}
    return [
        f"{key} “{value}”"
        for key, values in accepted.items()
        for value in st.query_params.get_all(key)
        if value not in values
    ]


def _outside(view: View) -> str:
    years = view.plan.delivery_years
    if not years or years[0] <= delivery_year(view.as_at) <= years[-1]:
        return ""
    side = "before" if delivery_year(view.as_at) < years[0] else "after"
    return f", which lies {side} the delivery years of the plan, {years[0]} to {years[-1]}"
