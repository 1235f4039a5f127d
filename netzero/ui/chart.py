"""A chart as every page shows it: the finding, the picture, and its data as a table."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from netzero.ui.tables import table
from netzero.ui.text import paragraph

STILL = {"staticPlot": True, "displayModeBar": False}
LIVE = {"displayModeBar": False, "scrollZoom": False}
Pick = Callable[[Any], None]


def show_chart(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    data: pd.DataFrame,
    middle: go.Figure | None = None,
    narrow: go.Figure | str = "",
    on_pick: Pick | None = None,
) -> None:
    """Show a figure with ``data`` behind "Show as table"; ``alt`` is the sentence it tells.

    ``middle`` stands in for it on screens up to 1500 pixels, and ``narrow`` up to 640: words, or a
    still picture, so that a finger scrolls the page. ``on_pick`` is called with the customdata of
    a clicked mark.
    """
    with st.container(key=f"{key}-nzbroad" if middle else f"{key}-nzwide"):
        _picture(figure, key=key, alt=alt, on_pick=on_pick)
    if middle:
        with st.container(key=f"{key}-nzmiddle"):
            _picture(middle, key=f"{key}-middle", alt=alt, on_pick=on_pick)
    with st.container(key=f"{key}-nznarrow"):
        _stand_in(narrow or figure, key=key, alt=alt)
    show_as_table(data, key=key, caption=alt)


def _stand_in(narrow: go.Figure | str, *, key: str, alt: str) -> None:
    if isinstance(narrow, str):
        paragraph(narrow)
    else:
        st.plotly_chart(narrow, key=f"{key}-narrow", alt=alt, config=STILL, theme=None)


def show_as_table(data: pd.DataFrame, *, key: str, caption: str) -> None:
    """Offer the exact data of a chart, drawn only when it is asked for."""
    with st.expander("Show as table", key=f"{key}-table", on_change="rerun") as behind:
        if behind.open:
            table(data, caption=caption)


def _picture(figure: go.Figure, *, key: str, alt: str, on_pick: Pick | None) -> None:
    if on_pick is None:
        st.plotly_chart(figure, key=key, alt=alt, config=LIVE, theme=None)
        return
    # A mark stays selected after a click, and a second click would only deselect it. Another key
    # makes a chart with nothing selected.
    fresh = f"{key}-{st.session_state.get(f'{key}-picks', 0)}"
    st.plotly_chart(
        figure,
        key=fresh,
        alt=alt,
        config=LIVE,
        theme=None,
        on_select=lambda: _picked(key, fresh, on_pick),
        selection_mode="points",
    )


def _picked(key: str, fresh: str, on_pick: Pick) -> None:
    for point in st.session_state[fresh]["selection"]["points"][:1]:
        st.session_state[f"{key}-picks"] = st.session_state.get(f"{key}-picks", 0) + 1
        on_pick(point["customdata"])
