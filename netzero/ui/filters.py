"""The filters of the frame: in the sidebar, in the address, and as chips over the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import streamlit as st

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import POSITIONS
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.analysis.wording import listing
from netzero.plan import Plan
from netzero.plan.months import EARLIEST_YEAR, LATEST_YEAR, delivery_year, read_month
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.text import literal, paragraph, quoted

LABELS: Mapping[Parameter, str] = {
    address.PLAN: "Plan",
    address.THEME: "Theme",
    address.TEAM: "Lead team",
    address.PARTNER: "Partner",
    address.POSITION: "Position",
}
SEARCH_LABEL = "Search"
MOST_NAMED = 10
MONTHS = [
    f"{year}-{month:02d}"
    for year in range(EARLIEST_YEAR, LATEST_YEAR + 1)
    for month in range(1, 13)
]


@dataclass(frozen=True)
class Asked:
    """What the reader asks for, and a sentence for each part of it that cannot be had."""

    scope: Scope
    month: pd.Period
    in_vain: tuple[str, ...]


def ask(plan: Plan, *, this_month: pd.Period) -> Asked:
    """Draw the filters and return what is chosen.

    Each is a query parameter of its own name. A value that does not exist is dropped.
    """
    options = filter_options(plan)
    unknown = _unknown_values(options)
    st.html('<p class="nz-name"><strong>Net zero delivery</strong><br>Leicestershire</p>')
    typed = st.text_input(
        SEARCH_LABEL,
        key=address.SEARCH.name,
        type="search",
        placeholder="id, words, team or partner",
        bind="query-params",
    )
    query = (typed or "").strip()
    chosen = {
        parameter.name: tuple(
            st.multiselect(label, options[parameter], key=parameter.name, bind="query-params")
        )
        for parameter, label in LABELS.items()
    }
    default = MONTHS.index(str(this_month))
    month = st.selectbox(
        "As at", MONTHS, index=default, key=address.AS_AT.name, bind="query-params"
    )
    scope = Scope(**chosen, q=query[:LONGEST_QUERY].rstrip())
    return Asked(scope, read_month(month or str(this_month)), tuple(_in_vain(unknown, query)))


@lru_cache(maxsize=8)
def filter_options(plan: Plan) -> Mapping[Parameter, list[str]]:
    """Return the values that each filter accepts: plans and themes as printed, names by letter."""
    return {
        address.PLAN: list(dict.fromkeys(plan.actions["plan"])),
        address.THEME: list(dict.fromkeys(plan.actions["theme"])),
        address.TEAM: sorted(set(plan.assignments["lead"])),
        address.PARTNER: sorted(set(plan.partnerships["partner"])),
        address.POSITION: list(POSITIONS),
    }


def show_chips(at: PlanAt) -> None:
    """Say how much is in scope, and offer every active filter for removal."""
    with st.container(horizontal=True, vertical_alignment="center", key="chips"):
        counted = f"{at.size:,} of {len(at.plan.actions):,} actions"
        st.html(
            f'<p class="nz-count" role="status"><strong>{counted}</strong>, '
            f"{at.when}{_outside(at)}</p>",
            width="content",
        )
        for parameter, value in _active(at.scope):
            label = LABELS.get(parameter, SEARCH_LABEL)
            st.button(
                f"{label}: {literal(value)} ✕",
                key=f"chip-{parameter.name}-{value}",
                help=f"Remove this filter: {label}",
                on_click=_remove,
                args=(parameter, value),
            )
        if at.scope:
            st.button("Clear all filters", key="clear", type="tertiary", on_click=clear)
        with st.popover("Link to this view", type="tertiary"):
            paragraph("Opens the same view, as at the same month, whenever it is opened.")
            st.code(address.link(at.month), language=None, wrap_lines=True)


def show_nothing_found() -> None:
    """Say that the filters leave nothing, and offer the way back."""
    paragraph("No action passes these filters together.", style="nz-lede")
    st.button("Show every action", key="clear-nothing", type="primary", on_click=clear)


def clear() -> None:
    """Clear every filter; the as-at month stays. For use as a callback."""
    st.session_state.update({parameter.name: [] for parameter in LABELS})
    st.session_state[address.SEARCH.name] = ""


def _remove(parameter: Parameter, value: str) -> None:
    if parameter == address.SEARCH:
        st.session_state[parameter.name] = ""
    else:
        chosen = st.session_state[parameter.name]
        st.session_state[parameter.name] = [kept for kept in chosen if kept != value]


def _active(scope: Scope) -> list[tuple[Parameter, str]]:
    chosen = [(each, value) for each in LABELS for value in getattr(scope, each.name)]
    return [*chosen, (address.SEARCH, scope.q)] if scope.q else chosen


def _unknown_values(options: Mapping[Parameter, Sequence[str]]) -> list[str]:
    """Return what the address asks for and the plan does not have.

    Read before the widgets are drawn, which drop such values from the address.
    """
    accepted = {**options, address.AS_AT: MONTHS}
    return [
        f"{parameter.name} {quoted(value)}"
        for parameter, values in accepted.items()
        for value in address.texts_of(parameter)
        if value not in values
    ]


def _in_vain(unknown: Sequence[str], query: str) -> list[str]:
    """Return what the plan has none of, and whether the search is longer than is read."""
    sentences = []
    if unknown:
        named = listing(unknown, most=MOST_NAMED)
        sentences.append(f"Left out of the link, because this plan has none of it: {named}.")
    if len(query) > LONGEST_QUERY:
        sentences.append(f"The search is cut to its first {LONGEST_QUERY} characters.")
    return sentences


def _outside(at: PlanAt) -> str:
    years = at.plan.delivery_years
    year = delivery_year(at.month)
    if not years or years[0] <= year <= years[-1]:
        return ""
    side = "before" if year < years[0] else "after"
    return f", which lies {side} the delivery years of the plan, {years[0]} to {years[-1]}"
