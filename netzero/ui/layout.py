"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.charts.theme import Form
from netzero.ui.keys import NOT_PRINTED, PAIR, UPRIGHT, key
from netzero.ui.window import Window

# In pixels: beside a page (28 on each side as frame.css has it, 16 in a narrow window), and between
# two places beside each other, which are never narrower than this.
GUTTERS, NARROW_GUTTERS, GAP, LEAST = 56, 32, 64, 560


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places beside each other, or below each other where both would be cramped."""
    grid = st.grid(2, min_column_width=LEAST, gap=("small", "large"), key=PAIR)
    return grid.cell(), grid.cell()


def width_of_place(window: Window, *, half: bool) -> int:
    """Return how wide about a place of ``side_by_side`` is, or one over the page; 0 if unknown."""
    if not window.width:
        return 0
    whole = window.width - (NARROW_GUTTERS if window.form is Form.NARROW else GUTTERS)
    return (whole - GAP) // 2 if half and whole >= 2 * LEAST + GAP else whole


def in_a_row() -> DeltaGenerator:
    """Return a place for what is chosen and offered over a page, all in one line."""
    return st.container(
        horizontal=True, vertical_alignment="center", key=key("choices", NOT_PRINTED)
    )


def upright_sheet() -> DeltaGenerator:
    """Return the place of what is printed on one upright sheet."""
    return st.container(key=UPRIGHT)
