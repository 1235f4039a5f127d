"""Tables as real HTML: a caption, header cells, numbers to the right."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from netzero.analysis.exhibit import Table, Value
from netzero.exports.markup import table_html
from netzero.ui.names import html_of, linked, ways_here
from netzero.ui.paging import chosen_page
from netzero.ui.text import paragraph

TABLE_PAGE = 200


def show_table(table: Table, *, caption: str, key: str) -> None:
    """Show a table, ``TABLE_PAGE`` rows at a time; its first column names the rows."""
    rows = chosen_page(len(table), size=TABLE_PAGE, key=f"{key}-table-page")
    shown = table.between(rows.start, rows.stop)
    st.html(_linked_html(shown, caption=caption))


def search_table(table: Table, *, label: str, columns: Sequence[str], apart: str, key: str) -> None:
    """Show the rows whose name, the first cell, holds what is searched for, with ``columns``.

    Rows whose last cell ends in the word ``apart``, in brackets, come in a table of their own.
    """
    sought = st.text_input(label, key=f"{key}-sought").strip().casefold()
    narrow = table.of(table.columns[0], *columns)
    found = [row for row in narrow.rows if sought in str(row[0]).casefold()]
    if not found:
        paragraph("No name holds these words.")
    parts: dict[bool, list[tuple[Value, ...]]] = {False: [], True: []}
    for row in found:
        parts[str(row[-1]).endswith(f"({apart})")].append(row)
    for is_apart, rows in parts.items():
        if rows:
            caption = f"{len(rows):,} {apart if is_apart else 'found' if sought else 'in all'}"
            part = replace(narrow, rows=rows)
            st.html(_linked_html(part, caption=caption, style="nz-table nz-low"))


def _linked_html(table: Table, *, caption: str, style: str = "nz-table") -> str:
    """Return a table in which the names of teams and partners lead to what is said of them."""
    ways = ways_here()

    def cell(value: Value, column: str) -> str:
        return html_of(linked(value, ways, column=column))

    return table_html(table, caption=caption, style=style, cell=cell)
