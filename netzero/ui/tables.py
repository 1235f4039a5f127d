"""Tables as real HTML: a caption, header cells, numbers to the right."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from netzero.analysis.exhibit import Table, Value
from netzero.ui.names import Ways, html_of, linked, ways_here
from netzero.ui.paging import chosen_page
from netzero.ui.text import escaped, paragraph

TABLE_PAGE = 200


def show_table(table: Table, *, caption: str, key: str) -> None:
    """Show a table, ``TABLE_PAGE`` rows at a time; its first column names the rows."""
    rows = chosen_page(len(table), size=TABLE_PAGE, key=f"{key}-table-page")
    shown = table.between(rows.start, rows.stop)
    st.html(table_html(shown, caption=caption, links=True))


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
            st.html(table_html(part, caption=caption, links=True, style="nz-table nz-low"))


def table_html(table: Table, *, caption: str, style: str = "nz-table", links: bool = False) -> str:
    """Return a table as HTML. Months read ``Mar 2026``; missing values are blank.

    With ``links`` the names of teams and partners lead to what is said of them.
    """
    head = "".join(
        f'<th scope="col"{_align(number)}>{escaped(name)}</th>'
        for name, number in zip(table.columns, table.numeric, strict=True)
    )
    ways = ways_here() if links else None
    rows = "".join(f"<tr>{_row(cells, table, ways)}</tr>" for cells in table.rows)
    return (
        f'<div class="nz-scroll" tabindex="0" role="region" aria-label="{escaped(caption)}">'
        f'<table class="{style}"><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(cells: tuple[Value, ...], table: Table, ways: Ways | None) -> str:
    first, *rest = (
        f"{_align(number)}>{html_of(linked(cell, ways, column=name))}"
        for cell, name, number in zip(cells, table.columns, table.numeric, strict=True)
    )
    return f'<th scope="row"{first}</th>' + "".join(f"<td{cell}</td>" for cell in rest)


def _align(number: bool) -> str:
    return ' class="nz-number"' if number else ""
