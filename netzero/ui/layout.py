"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.ui.keys import NOT_PRINTED, PAIR, UPRIGHT, key


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places beside each other, or below each other where both would be cramped."""
    grid = st.grid(2, min_column_width=560, gap=("small", "large"), key=PAIR)
    return grid.cell(), grid.cell()


def in_a_row() -> DeltaGenerator:
    """Return a place for what is chosen and offered over a page, all in one line."""
    return st.container(
        horizontal=True, vertical_alignment="center", key=key("choices", NOT_PRINTED)
    )


def upright_sheet() -> DeltaGenerator:
    """Return the place of what is printed on one upright sheet."""
    return st.container(key=UPRIGHT)
