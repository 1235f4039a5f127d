"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.ui.keys import PAIR


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places beside each other, or below each other where both would be cramped."""
    grid = st.grid(2, min_column_width=560, gap=("small", "large"), key=PAIR)
    return grid.cell(), grid.cell()
