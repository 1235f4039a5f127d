"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.ui.jumps import jump
from netzero.ui.keys import PAIR
from netzero.ui.places import TITLES


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places beside each other, or below each other where both would be cramped."""
    grid = st.grid(2, min_column_width=560, gap=("small", "large"), key=PAIR)
    return grid.cell(), grid.cell()


def see_also(*pages: str) -> None:
    """Offer other pages, the filters kept."""
    with st.container(horizontal=True, vertical_alignment="center", key="see"):
        st.html('<p class="nz-counted">See also</p>', width="content")
        for page in pages:
            jump(TITLES[page], page, name=page)
