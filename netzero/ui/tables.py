"""Tables as real HTML: a caption, header cells, numbers to the right."""

import pandas as pd
import streamlit as st

from netzero.exports.spreadsheet import cell_value
from netzero.ui.text import escaped


def table(frame: pd.DataFrame, *, caption: str) -> None:
    """Show a frame as a table; its first column names the rows."""
    st.html(table_html(frame, caption=caption))


def table_html(frame: pd.DataFrame, *, caption: str, style: str = "nz-table") -> str:
    """Return a frame as an HTML table. Months read ``Mar 2026``; missing values are blank."""
    numeric = [pd.api.types.is_numeric_dtype(kind) for kind in frame.dtypes]
    head = "".join(
        f'<th scope="col"{_align(number)}>{escaped(heading(str(name)))}</th>'
        for name, number in zip(frame.columns, numeric, strict=True)
    )
    rows = "".join(
        f"<tr>{_row(cells, numeric)}</tr>" for cells in frame.itertuples(index=False, name=None)
    )
    return (
        f'<div class="nz-scroll" tabindex="0" role="region" aria-label="{escaped(caption)}">'
        f'<table class="{style}"><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def heading(name: str) -> str:
    """Return a column's name as a heading.

    >>> heading("first_delivery_year"), heading("2026-27")
    ('First delivery year', '2026-27')
    """
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def cell_text(value: object) -> str:
    """Return a value as tables show it: as files hold it, and blank where there is none."""
    held = cell_value(value)
    return "" if held is None else str(held)


def _row(cells: tuple, numeric: list[bool]) -> str:
    first, *rest = (
        f"{_align(number)}>{escaped(cell_text(cell))}"
        for cell, number in zip(cells, numeric, strict=True)
    )
    return f'<th scope="row"{first}</th>' + "".join(f"<td{cell}</td>" for cell in rest)


def _align(number: bool) -> str:
    return ' class="nz-number"' if number else ""
