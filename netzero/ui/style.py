"""The style sheets, with the colours of the palette named in front."""

from functools import cache

import streamlit as st

from netzero.charts.palette import css_variables
from netzero.ui.assets import text_of

SHEETS = ("style.css", "room.css", "print.css")
FRAME = "frame.css"


def apply_style(*, presenting: bool) -> None:
    """Send the style sheets to the page."""
    st.html(f"<style>{_style(presenting)}</style>")


@cache
def _style(presenting: bool) -> str:
    names = SHEETS if presenting else (*SHEETS, FRAME)
    return "\n".join((css_variables(), *map(text_of, names)))
