"""The Briefing page while nobody presents: the running order to change, and every way out."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from netzero.analysis.briefing import KINDS, OWN_WORDS
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.running_order import (
    LONGEST,
    LONGEST_NOTE,
    Entry,
    RunningOrderError,
    changed,
    duplicated,
)
from netzero.analysis.wording import capital, count_of
from netzero.exports.cover import cover_of
from netzero.exports.handout import handout
from netzero.exports.order_text import from_file, pack, to_file
from netzero.ui import address
from netzero.ui.component import packed, redrawn, show_component
from netzero.ui.downloads import file_name
from netzero.ui.drawings import drawing_of
from netzero.ui.keys import NOT_PRINTED, key
from netzero.ui.order_address import Order, Slide, keep_order
from netzero.ui.powerpoint import offer_powerpoint
from netzero.ui.room_bar import start_presenting
from netzero.ui.text import heading, paragraph

LONGEST_LINK = 2000
HANDOUT = "Net zero delivery: handout to the briefing"
LARGEST_UPLOAD = 1  # MB, the least that Streamlit can be told
_order = redrawn(
    "order",
    html='<ol class="nz-order" data-redrawn></ol><p class="nz-said" role="status"></p>',
)
KEYS = (
    "Keys: arrows, page keys, space, N and P; a number and Enter; S finds an action; B blanks the "
    "screen, F fills it, Esc leaves. The speaker's view in a second window keeps step."
)
SPEAKERS_VIEW = {address.PRESENT: 1, address.SPEAKER: 1, address.SLIDE: 1}


def show_editor(at: PlanAt, slides: Sequence[Slide], *, notice: str = "") -> None:
    """Draw the running order with what can be done with it."""
    order = tuple(slide.entry for slide in slides)
    presented = [slide.exhibit for slide in slides if slide.is_presented]
    if notice:
        paragraph(notice)
    counted = count_of(len(presented), "slide")
    heading(
        f"{capital(counted)} to present" if presented else "Nothing to present",
        f"{at.said}, {at.when}. A slide that is kept has filters and a month of its own",
        level=1,
    )
    _show_ways_out(at, order, presented)
    _show_order(at, order, slides)
    _show_adding(order)
    if len(address.link(at.month)) > LONGEST_LINK:
        paragraph("The link of this order is too long for some mail programs: save it as a file.")


def _show_ways_out(at: PlanAt, order: Order, presented: Sequence[Exhibit]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=key("ways", NOT_PRINTED)):
        st.button("Present", type="primary", on_click=start_presenting, disabled=not presented)
        if presented:
            st.link_button("Speaker's view", address.link(at.month, also=SPEAKERS_VIEW))
            with st.popover("PowerPoint", key="powerpoint", on_change="rerun") as powerpoint:
                if powerpoint.open:
                    offer_powerpoint(at, presented)
            _offer_handout(at, presented)
        with st.popover("Save or load the order"):
            _show_files(at, order)
    paragraph(KEYS)


def _offer_handout(at: PlanAt, presented: Sequence[Exhibit]) -> None:
    """Offer the slides as one page to take away, which opens without the dashboard."""
    cover = partial(
        cover_of, at, title=HANDOUT, choices={}, link=address.link(at.month), exhibits=presented
    )
    st.download_button(
        "Handout",
        data=lambda: handout(presented, cover=cover(made_on=date.today()), slides=True),
        file_name=file_name(at, "handout", "html"),
        mime="text/html",
        key="handout",
        on_click="ignore",
    )


def _show_files(at: PlanAt, order: Order) -> None:
    st.download_button(
        "Save the order",
        data=to_file(order, as_at=str(at.month)),
        file_name=file_name(at, "briefing", "json"),
        mime="application/json",
        on_click="ignore",
    )
    loaded = st.file_uploader(
        "Load an order", type="json", key="order-file", max_upload_size=LARGEST_UPLOAD
    )
    if loaded is not None and st.button("Use this order"):
        try:
            order = from_file(loaded.getvalue())
        except RunningOrderError as error:
            paragraph(str(error))
            return
        keep_order(order)
        st.rerun()


def _show_order(at: PlanAt, order: Order, slides: Sequence[Slide]) -> None:
    """List the slides as they look, each with what can be done with it, to be moved about.

    What is asked of an order that is gone, as by a second press, is not done.
    """
    digest = hashlib.sha256(pack(order).encode()).hexdigest()[:16]
    content = {
        "slides": [_shown(slide) for slide in slides],
        "most": LONGEST,
        "longest": LONGEST_NOTE,
        "order": digest,
    }

    def take(picked: Sequence[str]) -> None:
        of_order, done = picked
        if of_order == digest:
            keep_order(_done(at, order, json.loads(done)))

    show_component(_order, packed(content), key="order", on_pick=take)


def _shown(slide: Slide) -> dict[str, object]:
    """Return a slide as the list shows it: its look, its message, what it covers, its own words."""
    entry, exhibit = slide.entry, slide.exhibit
    title, own = KINDS[entry.kind].title, _own_of(slide)
    texts = [{"name": "note", "label": "Your note", "text": entry.note, "rows": 2}]
    if entry.kind == OWN_WORDS:
        label = "Your words: the message, then a line for each point"
        texts.insert(0, {"name": "words", "label": label, "text": entry.words, "rows": 5})
    steps = {
        "duplicate": "Duplicate",
        "pin": "Follow the page" if entry.is_kept else "Keep filters",
        "out": "Put back" if entry.left_out else "Leave out",
        "remove": "Remove",
    }
    return {
        "finding": exhibit.finding,
        "about": f"{title}. {exhibit.where}",
        "own": own,
        "drawing": drawing_of(exhibit),
        "steps": list(steps.items()),
        "texts": texts,
    }


def _own_of(slide: Slide) -> str:
    """Return what sets a slide apart: filters of its own, left out, nothing in it."""
    if slide.entry.left_out:
        return "Left out"
    if not slide.is_presented:
        own = slide.entry.kind == OWN_WORDS
        return f"Not presented: {'no words yet' if own else 'no action in its scope'}"
    return "Kept" if slide.entry.is_kept else ""


def _done(at: PlanAt, order: Order, done: Sequence[Sequence[Any]]) -> Order:
    """Return the order that comes of what was done, all of it in places of ``order``.

    First come the words, then the last arrangement, then what changes one slide.
    """
    found, arranged = order, list(range(len(order)))
    for step, given, *words in done:
        if step in ("words", "note"):
            found = changed(found, given, **{step: str(words[0])[:LONGEST_NOTE]})
        elif step == "arrange" and sorted(given) == sorted(arranged):
            arranged = given
    found = tuple(found[place] for place in arranged)
    for step, place, *_ in done:
        if step in _CHANGES:
            found = _CHANGES[step](at, found, arranged.index(place))
    return found


def _pinned(at: PlanAt, order: Order, place: int) -> Order:
    """Return the order with a slide kept at the scope and month of the page, or let go."""
    if order[place].is_kept:
        return changed(order, place, pinned=None, month="")
    return changed(order, place, pinned=at.scope, month=str(at.month))


_CHANGES: Mapping[str, Callable[[PlanAt, Order, int], Order]] = {
    "duplicate": lambda at, order, place: duplicated(order, place),
    "pin": _pinned,
    "out": lambda at, order, place: changed(order, place, left_out=not order[place].left_out),
    "remove": lambda at, order, place: (*order[:place], *order[place + 1 :]),
}


def _show_adding(order: Order) -> None:
    if len(order) >= LONGEST:
        paragraph(f"A running order holds at most {LONGEST} slides.")
        return
    adding = key("adding", NOT_PRINTED)
    with st.container(horizontal=True, vertical_alignment="bottom", key=adding):
        titles = {kind: known.title for kind, known in KINDS.items()}
        kind = st.selectbox("Another slide", titles, format_func=titles.__getitem__, width=320)
        st.button("Add it", on_click=lambda: keep_order((*order, Entry(kind))))
        st.button("Propose the order again", on_click=lambda: keep_order(()), type="tertiary")
