"""The running order of the briefing, as the address and the session keep it."""

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from netzero.analysis.briefing import EARLIER, KINDS, OWN_WORDS, Choice, slide
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.running_order import Entry, RunningOrderError, proposed
from netzero.exports.order_text import fits_link, pack, unpack
from netzero.ui import address
from netzero.ui.address import AGAINST
from netzero.ui.answers import answer, view
from netzero.ui.editions import against_named

Order = tuple[Entry, ...]
_KEPT, _REFUSED, _PUT = "_running_order", "_order_refused", "_order_put"
TOO_LONG = (
    "The last change is left out: with it the order is too long for a link. Shorten words or "
    "notes, or take slides out."
)
# Answers are kept by the function that gives them: one for each kind of slide.
SLIDES = {kind: partial(slide, kind) for kind in KINDS}


class _Put(NamedTuple):
    """A change of the address: the order before and after, and whether a run has seen it since."""

    before: str
    after: str
    seen: bool = False


@dataclass(frozen=True)
class Slide:
    """A place in the order, and the exhibit that it shows of the plan ``at`` a month and scope."""

    entry: Entry
    at: PlanAt
    exhibit: Exhibit

    @property
    def is_presented(self) -> bool:
        """Whether it is neither left out nor without an action or a word."""
        held = self.entry.words.strip() if self.entry.kind == OWN_WORDS else self.at.size
        return not self.entry.left_out and bool(held)


def asked_order() -> tuple[Order, str]:
    """Return the order that the address holds, else the session's, else the proposed one.

    With it comes a sentence where the address holds a damaged one, which is left out, or where the
    last change was too long to keep.
    """
    refused = st.session_state.pop(_REFUSED, "")
    packed = _packed_now()
    if not packed:
        keep_order(order_so_far())
        return order_so_far(), refused
    try:
        order = unpack(packed)
    except RunningOrderError as error:
        return proposed(), f"{error} The proposed order is shown instead."
    st.session_state[_KEPT] = order
    return order, refused


def order_so_far() -> Order:
    """Return the order of the session, else the proposed one; the address stays as it is."""
    kept: Order = st.session_state.get(_KEPT, ())
    return kept or proposed()


def keep_order(order: Order) -> None:
    """Put an order into the address and the session; the proposed one, or none, leaves both.

    One that no link can hold is refused with a sentence, and the one before stays.
    """
    before = address.text_of(address.ORDER)
    if order in ((), proposed()):
        st.session_state[_PUT] = _Put(before, "")
        address.remove(address.ORDER)
        st.session_state.pop(_KEPT, None)
    elif fits_link(order):
        packed = pack(order)
        st.session_state[_PUT] = _Put(before, packed)
        address.put(address.ORDER, packed)
        st.session_state[_KEPT] = order
    else:
        st.session_state[_REFUSED] = TOO_LONG


def _packed_now() -> str:
    """Return the order of the address; where that is the one before the last change, the last.

    What is pressed at once after a change comes with the address as it was: the browser has not
    heard of the new one yet. Once it has, an address from before is what the reader went back to.
    """
    packed = address.text_of(address.ORDER)
    put: _Put | None = st.session_state.get(_PUT)
    if put is None:
        return packed
    if packed == put.after:
        st.session_state[_PUT] = None if put.seen else put._replace(seen=True)
    elif packed == put.before:
        address.put(address.ORDER, put.after)
        return put.after
    return packed


def remember(order: Order) -> None:
    """Keep an order in the session for the Briefing page; an address there with one goes first."""
    address.remove(address.ORDER)
    st.session_state[_KEPT] = order


def slides_of(at: PlanAt, order: Order) -> list[Slide]:
    """Return the slides of an order, each with its own scope if pinned, else with the page's."""
    return [_slide(at, entry) for entry in order]


def _slide(at: PlanAt, entry: Entry) -> Slide:
    month = pd.Period(entry.month, freq="M") if entry.month else at.month
    scope = at.scope if entry.pinned is None else entry.pinned
    own = at if (month, scope) == (at.month, at.scope) else view(at.plan, month, scope)
    choices: dict[str, Any] = _since(entry) | dict(entry.choices)
    choices |= {"words": entry.words} if entry.words else {}
    if name := choices.pop(AGAINST.name, ""):
        choices[AGAINST.name] = against_named(own, str(name))
    found = answer(SLIDES[entry.kind], own, **choices)
    return Slide(entry, own, _noted(found, entry.note) if entry.note else found)


def _since(entry: Entry) -> dict[str, Choice]:
    """Return the month of the page since when a slide asks what changed, if both have one."""
    asked = "" if entry.is_kept else address.text_of(address.SINCE)
    return {EARLIER: asked} if asked and EARLIER in KINDS[entry.kind].choices else {}


@lru_cache(maxsize=256)
def _noted(exhibit: Exhibit, note: str) -> Exhibit:
    """Return an exhibit with a note before its own, the same one each time: pictures are kept."""
    return replace(exhibit, notes=(note, *exhibit.notes))
