"""The Briefing page while nobody presents: the running order to change, and every way out."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from netzero.analysis.briefing import KINDS
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.running_order import (
    LONGEST,
    Entry,
    RunningOrderError,
    changed,
    duplicated,
    moved,
)
from netzero.analysis.wording import capital, count_of
from netzero.exports.cover import cover_of
from netzero.exports.handout import handout
from netzero.exports.markup import list_html
from netzero.exports.order_text import from_file, to_file
from netzero.ui import address
from netzero.ui.downloads import file_name
from netzero.ui.item_list import Item, show_items
from netzero.ui.keys import NOT_PRINTED, key
from netzero.ui.order_address import Order, Slide, keep_order
from netzero.ui.powerpoint import offer_powerpoint
from netzero.ui.room_keys import start_presenting
from netzero.ui.text import heading, paragraph

LONGEST_LINK = 2000
HANDOUT = "Net zero delivery: handout to the briefing"
LARGEST_UPLOAD = 1  # MB, the least that Streamlit can be told
SPEAKERS_VIEW = {address.PRESENT: 1, address.SPEAKER: 1, address.SLIDE: 1}


def show_editor(at: PlanAt, slides: Sequence[Slide], *, notice: str = "") -> None:
    """Draw the running order with what can be done with it, and the handout below."""
    order = tuple(slide.entry for slide in slides)
    presented = [slide.exhibit for slide in slides if slide.is_presented]
    if notice:
        paragraph(notice)
    counted = count_of(len(presented), "slide")
    heading(
        f"{capital(counted)} to present" if presented else "Nothing to present",
        f"{at.scope}, {at.when}. A pinned slide keeps filters of its own",
        level=1,
    )
    _show_ways_out(at, order, presented)
    _show_order(at, order, slides)
    _show_adding(order)
    if len(address.link(at.month)) > LONGEST_LINK:
        paragraph("The link of this order is too long for some mail programs: save it as a file.")
    if presented:
        _show_handout(presented)


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
    paragraph("Keys: arrows, Home, End, a number and Enter; S finds an action; Esc leaves.")


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
    """List the slides, each with the steps that change the order."""
    items = [
        Item(
            (str(place),),
            slide.exhibit.finding,
            about=[". ".join((KINDS[slide.entry.kind].title, *_said_of(slide)))],
            strong=f"{place + 1}.",
            opens=False,
            steps=tuple(_steps(at, order, place)),
        )
        for place, slide in enumerate(slides)
    ]

    def take(names: Sequence[str]) -> None:
        place, step = names
        keep_order(_steps(at, order, int(place))[step])

    show_items(items, name="order", on_choose=take)


def _said_of(slide: Slide) -> list[str]:
    """Return what sets a slide apart: filters of its own, left out, nothing in it."""
    own = [] if slide.entry.pinned is None else [f"Pinned: {slide.exhibit.scope}"]
    if slide.entry.left_out:
        own.append("Left out")
    if not slide.at.size:
        own.append("Not presented: no action in its scope")
    return own


def _steps(at: PlanAt, order: Order, place: int) -> dict[str, Order]:
    """Return what can be done with a slide, and the order that comes of it."""
    entry = order[place]
    pinned = entry.pinned is not None
    return {
        "Up": moved(order, place, -1),
        "Down": moved(order, place, 1),
        "Duplicate": duplicated(order, place),
        "Unpin" if pinned else "Pin filters": changed(
            order, place, pinned=None if pinned else at.scope
        ),
        "Put back" if entry.left_out else "Leave out": changed(
            order, place, left_out=not entry.left_out
        ),
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


def _show_handout(presented: Sequence[Exhibit]) -> None:
    heading("Handout and speaker's notes", "What each slide says, and the figures behind it")
    for number, slide in enumerate(presented, start=1):
        heading(f"{number}. {slide.finding}", slide.about, level=3)
        st.html(list_html(slide.notes, style="nz-notes"))
