"""How a presenter moves: the place in the address, and the component that has keys change it."""

import hashlib

import streamlit as st

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.ui import address
from netzero.ui.component import packed, redrawn, show_component
from netzero.ui.facts import is_known

FOUND = 7
_QUERY = "_room_query"
_LONGEST_NUMBER = 3
_bar = redrawn("room_bar", html='<div class="nz-room-bar" data-redrawn></div>')


def is_presenting() -> bool:
    """Return whether the address asks for the presenting view."""
    return address.is_on(address.PRESENT)


def start_presenting() -> None:
    """Put the presenting view and its first slide into the address. For use as a callback."""
    address.put(address.PRESENT, "1")
    address.put(address.SLIDE, "1")


def asked_place(most: int) -> int:
    """Return the number of the slide that the address asks for, from 1 to ``most``."""
    asked = address.text_of(address.SLIDE)
    is_number = asked.isascii() and asked.isdigit()
    return max(1, min(most, int(asked[:_LONGEST_NUMBER]) if is_number else 1))


def show_bar(at: PlanAt, place: int, most: int) -> None:
    """Take the keys of whoever presents, search for an action, keep windows in step.

    What there is to press stands out of sight until it is tabbed to.
    """
    finding = address.is_on(address.FIND)
    query = str(st.session_state.get(_QUERY, "")) if finding else ""
    found, more = _found(at, query)
    content = {
        "place": place,
        "most": most,
        "away": finding or is_known(at, address.text_of(address.ACTION)),
        "finding": finding,
        "query": query,
        "found": found,
        "more": more,
        "speaker": address.is_on(address.SPEAKER),
        "order": _order_of(at),
    }
    show_component(_bar, packed(content), key="room-bar", on_pick=lambda picked: _take(at, *picked))


def _found(at: PlanAt, query: str) -> tuple[list[tuple[str, str]], str]:
    """Return ids and titles that hold the words of a query, and a sentence on the rest."""
    if not query.strip():
        return [], ""
    held = PlanAt(at.plan, at.month, Scope(q=query)).kept
    every = list(zip(at.ids(held), at.cells("title", held), strict=True))
    if not every:
        return [], "No action holds these words."
    rest = len(every) - FOUND
    return every[:FOUND], f"{rest:,} more: add a word" if rest > 0 else ""


def _order_of(at: PlanAt) -> str:
    """Return what windows must have in common to be in step: the order, the scope, the month."""
    asked = "|".join(map(address.text_of, (address.ORDER, address.SINCE)))
    told = f"{asked}|{at.scope}|{at.month}|{at.plan.digest}"
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _take(at: PlanAt, what: str, words: str = "") -> None:
    """Do what a key asked for."""
    match what:
        case "go" if words.isdigit():
            _go_back()
            address.put(address.SLIDE, words[:_LONGEST_NUMBER])
        case "find":
            address.remove(address.ACTION)
            address.put(address.FIND, "1")
            st.session_state[_QUERY] = words[:LONGEST_QUERY]
        case "open":
            found, _ = _found(at, words[:LONGEST_QUERY])
            st.session_state[_QUERY] = words[:LONGEST_QUERY]
            if found:
                _open(found[0][0])
        case "action":
            _open(words)
        case "back":
            _go_back()
        case "leave" if address.has(address.ACTION) or address.is_on(address.FIND):
            _go_back()
        case "leave":
            address.remove(address.PRESENT, address.SLIDE, address.SPEAKER)
            _go_back()


def _open(action_id: str) -> None:
    address.remove(address.FIND)
    address.put(address.ACTION, action_id)


def _go_back() -> None:
    address.remove(address.ACTION, address.FIND)
