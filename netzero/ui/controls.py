"""Choices that belong to one page. Each stands in the address under its key."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.ui.text import paragraph


def choice(label: str, options: Sequence[str], *, key: str) -> str:
    """Return the option chosen; the first is the default."""
    _name_unknown(key, options)
    chosen = st.segmented_control(
        label, options, default=options[0], key=key, required=True, bind="query-params"
    )
    return str(chosen or options[0])


def one_of(label: str, options: Sequence[str], *, key: str, default: str) -> str:
    """Return the option chosen from a long list; the first stands in for a default not in it."""
    _name_unknown(key, options)
    index = options.index(default) if default in options else 0
    return str(st.selectbox(label, options, index=index, key=key, bind="query-params"))


def _name_unknown(key: str, options: Sequence[str]) -> None:
    """Name what the address asks for and the choice does not have; Streamlit then drops it."""
    asked = st.query_params.get(key)
    if asked is not None and asked not in options:
        paragraph(f"Left out of the link: {key} “{asked}”, which is not a choice here.")


def number(label: str, least: int, most: int, *, default: int, key: str) -> int:
    """Return the whole number chosen between two limits."""
    options = list(range(least, most + 1))
    return int(st.select_slider(label, options, default, key=key, width=420, bind="query-params"))


def kept_number(key: str, least: int, most: int, *, default: int) -> int:
    """Return the number that ``number`` has under ``key``, for what stands above it on the page.

    A number in the address that it would not take is named and left out.
    """
    if key in st.session_state:
        return int(st.session_state[key])
    asked = st.query_params.get(key, str(default))
    if asked not in map(str, range(least, most + 1)):
        paragraph(f"Left out of the link: {key} “{asked}”, which is not {least} to {most}.")
        return default
    return int(asked)


def side_by_side() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return two places beside each other, or below each other where both would be cramped."""
    grid = st.grid(2, min_column_width=560, gap=("small", "large"), key="pair")
    return grid.cell(), grid.cell()


def page_of(table: pd.DataFrame, *, size: int, key: str) -> pd.DataFrame:
    """Return the rows on the page the reader stands on; a table that fits has no pages."""
    pages = -(-len(table) // size)
    if pages <= 1:
        return table
    page = st.pagination(pages, key=key)
    first = (page - 1) * size
    shown = table.iloc[first : first + size]
    st.caption(f"Rows {first + 1:,} to {first + len(shown):,} of {len(table):,}")
    return shown
