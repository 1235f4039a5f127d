"""Long pictures and long lists, a part at a time."""

from collections.abc import Sequence

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Lanes, Picture, Profiles
from netzero.analysis.slide_part import left_out
from netzero.ui.screen import current_screen
from netzero.ui.text import paragraph

MOST_LANES = 120
MOST_NAMES = 60


def chosen_page(length: int, *, size: int, key: str) -> slice:
    """Return which of so many rows stand on the page that the reader chose; all where they fit.

    The first of several on one screen has a way from page to page, the others a menu: ways cannot
    be named, and whoever listens could not tell them apart.
    """
    pages = -(-length // size)
    if pages <= 1:
        return slice(0, length)
    screen = current_screen()
    first = screen.paged.setdefault("first", key) if screen else key
    if first != key:
        return _chosen_in_menu([_rows_of(n, size, length) for n in range(pages)], length, key=key)
    rows = _rows_of(min(st.pagination(pages, key=key), pages) - 1, size, length)
    st.caption(_said_of(rows, length))
    return rows


def _chosen_in_menu(every: Sequence[slice], length: int, *, key: str) -> slice:
    said = {_said_of(rows, length): rows for rows in every}
    chosen = st.selectbox("Shown", list(said), key=f"{key}-menu", width=240)
    return said[chosen]


def _rows_of(page: int, size: int, length: int) -> slice:
    return slice(page * size, min((page + 1) * size, length))


def _said_of(rows: slice, length: int) -> str:
    return f"Rows {rows.start + 1:,} to {rows.stop:,} of {length:,}"


def drawn_rows(exhibit: Exhibit) -> slice:
    """Return which lanes, bars or rows of cells are drawn at once: a page of lanes, or the first.

    Names that are not drawn are counted on the page; the table has them all.
    """
    picture = exhibit.picture
    if isinstance(picture, Lanes):
        key = f"{exhibit.question}-lanes-page"
        return chosen_page(len(picture.lanes), size=MOST_LANES, key=key)
    if isinstance(picture, Bars | Cells | Profiles) and (rest := left_out(picture, MOST_NAMES)):
        paragraph(f"{rest}; the table has them all.", style="nz-counted")
    return slice(0, MOST_NAMES)


def drawn_part(picture: Picture, rows: slice) -> Picture:
    """Return the part of a picture that is drawn when ``rows`` of it are; other kinds are whole."""
    if isinstance(picture, Lanes):
        return picture.between(rows.start, rows.stop)
    if isinstance(picture, Bars | Cells | Profiles):
        return picture.first(rows.stop)
    return picture
