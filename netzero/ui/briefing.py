"""The running order as a list to change, save, load, present and take away."""

from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from netzero.analysis.briefing import TITLES, Slide
from netzero.analysis.running_order import (
    LONGEST,
    Entry,
    RunningOrderError,
    changed,
    duplicated,
    from_file,
    moved,
    to_file,
)
from netzero.analysis.wording import count_of
from netzero.exports.slides import deck
from netzero.ui.filters import chosen_words, link
from netzero.ui.presenting import PRESENT, SLIDE, SPEAKER, start_presenting
from netzero.ui.running import keep_order, slide_of
from netzero.ui.text import escaped, finding, list_html, paragraph
from netzero.ui.view import View

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LONGEST_LINK = 2000


def show_editor(view: View, order: tuple[Entry, ...]) -> None:
    """Draw the running order with what can be done with it, and the handout below."""
    slides = [slide_of(view, entry) for entry in order]
    shown = [slide for slide, entry in zip(slides, order, strict=True) if not entry.left_out]
    finding(
        f"{count_of(len(shown), 'slide')} to present",
        f"Found from what the filters show, {view.when}. A pinned slide keeps filters of its own.",
        level=1,
    )
    _show_ways_out(view, order, shown)
    for place, (entry, slide) in enumerate(zip(order, slides, strict=True)):
        _show_entry(view, order, place, entry, slide)
    _show_adding(order)
    if len(link(view.as_at)) > LONGEST_LINK:
        paragraph("The link of this order is too long for some mail programs: save it as a file.")
    _show_handout(shown)


def _show_ways_out(view: View, order: tuple[Entry, ...], shown: list[Slide]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="ways-noprint"):
        st.button("Present", type="primary", on_click=start_presenting, disabled=not shown)
        st.link_button("Speaker's view", _speaker_link(view))
        with st.popover("PowerPoint", key="powerpoint", on_change="rerun") as powerpoint:
            if powerpoint.open:
                _show_powerpoint(view, shown)
        with st.popover("Save or load the order"):
            _show_files(view, order)
    paragraph("Keys: arrows, Home, End, a number and Enter; S finds an action; Esc leaves.")


def _speaker_link(view: View) -> str:
    return f"{link(view.as_at)}&{urlencode({PRESENT: 1, SPEAKER: 1, SLIDE: 1})}"


def _show_powerpoint(view: View, shown: list[Slide]) -> None:
    template = st.file_uploader("Your own template (.pptx), if you have one", type="pptx")
    if not shown:
        return
    source = "; ".join(view.shown.actions["plan"].drop_duplicates())
    try:
        bar = st.progress(0.0, text="Making the slides")
        with TemporaryDirectory() as folder:
            content = deck(
                shown,
                as_at=view.as_at,
                source=source,
                template=_written(template, Path(folder)) if template else None,
                on_slide=lambda made: bar.progress(made / len(shown), text="Making the slides"),
            )
        bar.empty()
    except ValueError as error:
        paragraph(str(error))
        return
    st.download_button(
        "Download PowerPoint",
        data=content,
        file_name=f"net-zero-briefing-{view.as_at}.pptx",
        mime=PPTX,
        on_click="ignore",
    )


def _written(template: UploadedFile, folder: Path) -> Path:
    path = folder / Path(template.name).name
    path.write_bytes(template.getvalue())
    return path


def _show_files(view: View, order: tuple[Entry, ...]) -> None:
    st.download_button(
        "Save the order",
        data=to_file(order, as_at=str(view.as_at)),
        file_name=f"net-zero-briefing-{view.as_at}.json",
        mime="application/json",
        on_click="ignore",
    )
    loaded = st.file_uploader("Load an order", type="json", key="order-file")
    if loaded is not None and st.button("Use this order"):
        try:
            keep_order(from_file(loaded.getvalue()))
        except RunningOrderError as error:
            paragraph(str(error))
        else:
            st.rerun()


def _show_entry(
    view: View, order: tuple[Entry, ...], place: int, entry: Entry, slide: Slide
) -> None:
    own = f" Pinned: {chosen_words(entry.pinned)}." if entry.pinned is not None else ""
    out = " Left out." if entry.left_out else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"entry-{place}"):
        st.html(
            f'<p class="nz-entry"><strong>{place + 1}. {escaped(slide.message)}</strong><br>'
            f'<span class="nz-counted">{escaped(TITLES[entry.kind] + "." + own + out)}</span></p>'
        )
        pin = ("Unpin", None) if entry.pinned is not None else ("Pin filters", view.filters)
        steps = (
            ("Up", moved(order, place, -1)),
            ("Down", moved(order, place, 1)),
            ("Duplicate", duplicated(order, place)),
            (pin[0], changed(order, place, pinned=pin[1])),
            (
                "Put back" if entry.left_out else "Leave out",
                changed(order, place, left_out=not entry.left_out),
            ),
        )
        with st.container(horizontal=True, width="content", key=f"steps-{place}-nzlinks-noprint"):
            for label, result in steps:
                st.button(
                    label,
                    key=f"{label}-{place}",
                    type="tertiary",
                    on_click=keep_order,
                    args=(result,),
                )


def _show_adding(order: tuple[Entry, ...]) -> None:
    if len(order) >= LONGEST:
        paragraph(f"A running order holds at most {LONGEST} slides.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="adding-noprint"):
        kind = st.selectbox("Another slide", TITLES, format_func=TITLES.__getitem__, width=320)
        st.button("Add it", on_click=lambda: keep_order((*order, Entry(kind))))
        st.button("Propose the order again", on_click=lambda: keep_order(()), type="tertiary")


def _show_handout(shown: list[Slide]) -> None:
    finding("Handout and speaker's notes", "What each slide says, the figures behind it, the rule")
    for number, slide in enumerate(shown, start=1):
        finding(f"{number}. {slide.message}", slide.counted, level=3)
        st.html(list_html(slide.notes, style="nz-notes"))
