"""Exhibits whose picture is their rows: as a list of buttons, or as a grid to scroll and sort."""

from collections.abc import Sequence
from itertools import islice

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from netzero.analysis.exhibit import Exhibit, Table, Value
from netzero.analysis.pictures import Spot
from netzero.analysis.wording import agree, count_of
from netzero.exports.values import value_text
from netzero.ui.item_list import Item, show_items
from netzero.ui.marks import open_named, open_spot
from netzero.ui.names import Part, linked
from netzero.ui.paging import chosen_page
from netzero.ui.tables import TABLE_PAGE, table_html

LIST_PAGE = 25
GRID_PAGE = 1000
GRID_HEIGHT, GRID_ROW = 640, 35  # pixels; the height of a row is Streamlit's own
PAPER_COLUMNS = 7
LETTER_WIDE, MOST_WIDE = 7, 600


def list_rows(exhibit: Exhibit, *, beside: Sequence[str] = (), folded: str = "") -> None:
    """List rows as buttons that open what lies behind them, with the columns ``beside`` them.

    Rows that begin with the word ``folded`` stand folded under it, where any other row is shown.
    """
    rows = list(zip(exhibit.table.rows, exhibit.picture.spots(), strict=True))
    open_rows = [row for row in rows if not folded or row[0][0] != folded]
    _list_page(exhibit, open_rows, beside, name=exhibit.question)
    if rest := [row for row in rows if folded and row[0][0] == folded]:
        name = f"{exhibit.question}-{folded}"
        label, opened = f"{len(rest):,} {folded}", not open_rows
        with st.expander(label, expanded=opened, key=f"{name}-fold", on_change="rerun") as fold:
            if fold.open:
                _list_page(exhibit, rest, beside, name=name)


def _list_page(
    exhibit: Exhibit,
    rows: list[tuple[tuple[Value, ...], Spot]],
    beside: Sequence[str],
    *,
    name: str,
) -> None:
    if not rows:
        return
    page = chosen_page(len(rows), size=LIST_PAGE, key=f"{name}-page")
    items = [
        Item(
            spot.names,
            spot.words,
            about=_about(exhibit.table, cells, beside),
            opens=bool(spot.action_ids),
        )
        for cells, spot in rows[page]
    ]
    show_items(
        items,
        name=name,
        on_choose=lambda names: open_named(exhibit, names),
        beside=len(beside) == 1,
    )


def _about(table: Table, cells: tuple[Value, ...], beside: Sequence[str]) -> list[Part]:
    """Return what stands beside a row: the cell alone, or several, each under its heading."""
    held = {name: cells[table.columns.index(name)] for name in beside}
    about: list[Part] = []
    for name, cell in held.items():
        if value_text(cell):
            about += [f"{'. ' if about else ''}{name}: "] if len(held) > 1 else []
            about += linked(cell, column=name)
    return about


def grid_of_rows(exhibit: Exhibit) -> None:
    """Show rows as a grid in which a click on a row opens what lies behind it."""
    page = chosen_page(len(exhibit.table), size=GRID_PAGE, key=f"{exhibit.question}-grid-page")
    spots = tuple(islice(exhibit.picture.spots(), page.start, page.stop))
    # A row stays chosen after its detail closes, and also when the filters change what is under
    # it. Another key makes a grid with nothing chosen.
    picks = f"{exhibit.question}-picks"
    grid = f"{exhibit.question}-{st.session_state.get(picks, 0)}-{hash(spots)}"

    def take() -> None:
        chosen = st.session_state[grid]["selection"]
        for row in [*chosen["rows"], *(row for row, _ in chosen["cells"])][:1]:
            st.session_state[picks] = st.session_state.get(picks, 0) + 1
            open_spot(exhibit, spots[row])

    shown = exhibit.table.between(page.start, page.stop)
    columns = _columns(shown)
    st.dataframe(
        columns,
        key=grid,
        hide_index=True,
        row_height=GRID_ROW,
        height=min(GRID_HEIGHT, GRID_ROW * (len(shown) + 1) + 2),
        on_select=take,
        selection_mode=["single-row", "single-cell"],
        alt=exhibit.finding,
        column_config={name: _width(texts) for name, texts in columns.items()},
    )
    _for_paper(shown, caption=exhibit.finding)


def _for_paper(table: Table, *, caption: str) -> None:
    """Write the first columns of a grid as a table that is seen on paper alone.

    On paper a grid would show the rows that its window shows, and no more.
    """
    narrow = Table(
        table.columns[:PAPER_COLUMNS],
        tuple(row[:PAPER_COLUMNS] for row in table.rows[:TABLE_PAGE]),
        table.numeric[:PAPER_COLUMNS],
    )
    more = len(table) - len(narrow)
    rest = (
        f"<p>{count_of(more, 'more row')} {agree(more, 'is', 'are')} in the Excel file.</p>"
        if more
        else ""
    )
    st.html(f'<div class="nz-paper">{table_html(narrow, caption=caption)}{rest}</div>')


def _columns(table: Table) -> dict[str, list[Value]]:
    return {
        name: [row[place] if table.numeric[place] else value_text(row[place]) for row in table.rows]
        for place, name in enumerate(table.columns)
    }


def _width(cells: Sequence[Value]) -> ColumnConfig:
    longest = max((len(str(cell)) for cell in cells), default=0)
    return st.column_config.Column(width=min(MOST_WIDE, LETTER_WIDE * (longest + 4)))
