"""Exhibits whose picture is their rows, as a list of buttons."""

from collections.abc import Sequence

import streamlit as st

from netzero.analysis.exhibit import Exhibit, Table, Value
from netzero.analysis.pictures import Spot
from netzero.exports.values import value_text
from netzero.ui.item_list import Item, show_items
from netzero.ui.marks import open_named
from netzero.ui.names import Part, Ways, linked, ways_here
from netzero.ui.paging import chosen_page

LIST_PAGE = 25


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
    page, ways = chosen_page(len(rows), size=LIST_PAGE, key=f"{name}-page"), ways_here()
    items = [
        Item(
            spot.names,
            spot.words,
            about=_about(exhibit.table, cells, beside, ways),
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


def _about(
    table: Table, cells: tuple[Value, ...], beside: Sequence[str], ways: Ways | None
) -> list[Part]:
    """Return what stands beside a row: the cell alone, or several, each under its heading."""
    held = {name: cells[table.columns.index(name)] for name in beside}
    about: list[Part] = []
    for name, cell in held.items():
        if value_text(cell):
            about += [f"{'. ' if about else ''}{name}: "] if len(held) > 1 else []
            about += linked(cell, ways, column=name)
    return about
