"""The filters of the frame: menus in the bar, and chips over the page."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.analysis.wording import agree
from netzero.charts.theme import Form
from netzero.plan import Plan
from netzero.plan.months import delivery_year, month_label
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.asked import FILTERS, clear, filter_options
from netzero.ui.month import forget_month
from netzero.ui.text import literal, paragraph

LABELS: Mapping[Parameter, str] = dict(
    zip(FILTERS, ("Plan", "Theme", "Team", "Partner", "Position"), strict=True)
)
SEARCH_LABEL = "Search"


def show_filters(plan: Plan, scope: Scope, *, form: Form) -> None:
    """Offer the search and a menu a filter, or one menu for all where there is little room."""
    _offer_search(scope.q)
    if form is Form.NARROW:
        held = sum(len(getattr(scope, each.name)) for each in FILTERS)
        _offer_menu(plan, scope, FILTERS, f"Filters **{held or 'none'}**", name="all")
        return
    for parameter, label in LABELS.items():
        held = len(getattr(scope, parameter.name))
        _offer_menu(plan, scope, [parameter], f"{label} **{held or 'all'}**", name=parameter.name)


def show_count(at: PlanAt) -> None:
    """Say how much is in scope."""
    every = len(at.plan.actions)
    counted = f"<strong>{at.size:,} of {every:,}</strong> {agree(every, 'action', 'actions')}"
    st.html(f'<p class="nz-count">{counted}</p>', width="content")


def show_link(at: PlanAt) -> None:
    """Offer the address of this view, as it is when the offer is opened."""
    with st.popover("Link", type="tertiary", key="link", on_change="rerun") as opened:
        if opened.open:
            paragraph("Opens the same view, as at the same month, whenever it is opened.")
            st.code(address.link(at.month), language=None, wrap_lines=True)


def show_chips(at: PlanAt, *, this_month: pd.Period) -> None:
    """Offer every active filter for removal, and a month that is not this one; else nothing."""
    moved = at.month != this_month
    if at.scope or moved:
        with st.container(horizontal=True, vertical_alignment="center", key="chips"):
            for parameter, value in _active(at.scope):
                words = f"{LABELS.get(parameter, SEARCH_LABEL)}: {literal(value)}"
                _chip(words, f"{parameter.name}-{value}", _remove, parameter, value)
            if moved:
                _chip(f"As at: {month_label(at.month)}", address.AS_AT.name, forget_month)
            st.button("Clear all", key="clear", type="tertiary", on_click=clear)
    if outside := _outside(at):
        paragraph(outside, style="nz-counted")


def show_nothing_found() -> None:
    """Say that the filters leave nothing, and offer the way back."""
    paragraph("No action passes these filters together.", style="nz-lede")
    st.button("Show every action", key="clear-nothing", type="primary", on_click=clear)


def _offer_search(query: str) -> None:
    key = address.SEARCH.name
    st.session_state[key] = query
    st.text_input(
        SEARCH_LABEL,
        key=key,
        type="search",
        placeholder="Search id, words, team",
        label_visibility="collapsed",
        on_change=lambda: address.put(address.SEARCH, st.session_state[key]),
        width=190,
    )


def _offer_menu(
    plan: Plan, scope: Scope, parameters: Sequence[Parameter], label: str, *, name: str
) -> None:
    """Offer filters in a menu, whose values are sent when it is opened."""
    with st.popover(label, key=f"filter-{name}", on_change="rerun") as menu:
        if menu.open:
            for parameter in parameters:
                _offer(parameter, filter_options(plan)[parameter], getattr(scope, parameter.name))


def _offer(parameter: Parameter, options: list[str], chosen: tuple[str, ...]) -> None:
    """Offer the values of a filter. The address holds what is chosen: a closed menu would not."""
    key = parameter.name
    st.session_state[key] = list(chosen)
    st.multiselect(
        LABELS[parameter],
        options,
        key=key,
        on_change=lambda: address.put(parameter, *st.session_state[key]),
        width=320,
    )


def _chip(words: str, name: str, remove: Callable[..., None], *values: object) -> None:
    st.button(f"{words} ✕", key=f"chip-{name}", help="Take this away", on_click=remove, args=values)


def _remove(parameter: Parameter, value: str) -> None:
    kept = () if parameter == address.SEARCH else address.texts_of(parameter)
    address.put(parameter, *(each for each in kept if each != value))


def _active(scope: Scope) -> list[tuple[Parameter, str]]:
    chosen = [(each, value) for each in FILTERS for value in getattr(scope, each.name)]
    return [*chosen, (address.SEARCH, scope.q)] if scope.q else chosen


def _outside(at: PlanAt) -> str:
    years = at.plan.delivery_years
    year = delivery_year(at.month)
    if not years or years[0] <= year <= years[-1]:
        return ""
    side = "before" if year < years[0] else "after"
    span = years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"
    noun = agree(len(years), "year", "years")
    return f"{month_label(at.month)} lies {side} the delivery {noun} of the plan, {span}."
