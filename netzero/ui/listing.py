"""Actions as a list in a drawer, in which each opens its detail."""

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

from netzero.analysis.counting import leads_by_action
from netzero.analysis.plan_at import PlanAt
from netzero.plan.dates import NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.spans import span_words
from netzero.ui import address
from netzero.ui.item_list import Item, show_items
from netzero.ui.names import Part, linked, ways_in
from netzero.ui.paging import chosen_page

DRAWER_PAGE = 25
_UNDATED_START = {
    ONGOING: "already under way",
    TO_BE_CONFIRMED: "start TBC",
    NOT_GIVEN: "no start given",
}
_UNDATED_END = {ONGOING: "no planned end", TO_BE_CONFIRMED: "end TBC", NOT_GIVEN: "no end given"}


def listed(action_id: str, title: str, about: Sequence[Part]) -> Item:
    """Return an action as an item of a list, with what is said about it there."""
    return Item((action_id,), title, about=about, strong=action_id)


def with_leads_and_dates(at: PlanAt, action_ids: Collection[str]) -> list[Item]:
    """Return actions in the order of the plan, with who leads each and when it runs."""
    actions = at.plan.actions
    found = actions[actions["action_id"].isin(action_ids)]
    led, ways = leads_by_action(at.plan), ways_in(at)
    return [
        listed(
            action.action_id,
            action.title,
            [*linked(led.get(action.Index, action.leads), ways), f" · {_dates(action)}"],
        )
        for action in found.itertuples()
    ]


def list_actions(actions: Sequence[Item], *, name: str) -> None:
    """List actions, ``DRAWER_PAGE`` at a time; a press opens one in place of the list."""
    rows = chosen_page(len(actions), size=DRAWER_PAGE, key=f"{name}-page")
    if show_items(actions[rows], name=name, on_choose=_open):
        st.rerun()  # a press in a drawer runs only the drawer again


def _open(names: Sequence[str]) -> None:
    address.put(address.ACTION, names[0])


def _dates(action: Any) -> str:
    """Return when an action runs, in words that readers know."""
    start = span_words(action.start_span) or _UNDATED_START[action.start_kind]
    end = span_words(action.end_span) or _UNDATED_END[action.end_kind]
    return f"{start} to {end}"
