"""Rows as one table, of which each opens what lies behind it, in the order of any column."""

from collections.abc import Sequence
from functools import partial

from netzero.analysis.exhibit import Exhibit, Table, Value
from netzero.analysis.pictures import Rows, Spot
from netzero.charts.theme import Form
from netzero.exports.values import value_text
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.component import packed, redrawn, show_component
from netzero.ui.marks import open_named
from netzero.ui.names import BETWEEN, Part, Ways, linked, ways_here
from netzero.ui.paging import chosen_page
from netzero.ui.screen import current_form, give_notice
from netzero.ui.text import quoted

PAGE, WIDEST = 200, 30
FEW = 3  # columns, that share the width of a narrow screen
BREAK = "\n"
DOWN = "-"  # before the column in the address where its last comes first
_HTML = '<div class="nz-scroll" tabindex="0" role="region" data-redrawn></div>'
_grid = redrawn("grid", html=_HTML)


def show_rows(
    exhibit: Exhibit, picture: Rows, *, columns: Sequence[str], sorted_by: Parameter | None = None
) -> None:
    """Show the rows of an exhibit and its picture with ``columns`` of the table, a page at a time.

    A press on a row opens it. With a parameter ``sorted_by``, one on a heading sorts by it, and a
    second the other way round.
    """
    table, ways = exhibit.table, ways_here()
    column, down = _order_asked(sorted_by, columns) if sorted_by else ("", False)
    wide = current_form() is not Form.NARROW or len(columns) > FEW
    places = _order(table, picture, column, down=down)
    shown = places[chosen_page(len(places), size=PAGE, key=f"{exhibit.question}-page")]
    content = {
        "caption": exhibit.finding,
        "columns": columns,
        "letters": [_letters(table, shown, column) for column in columns] if wide else [],
        "by": column if sorted_by else None,
        "down": down,
        "rows": [_row(table, picture.row_spots[at], at, columns, ways) for at in shown],
    }
    show_component(
        _grid,
        packed(content),
        key=f"{exhibit.question}-grid",
        on_pick=partial(_take, exhibit, sorted_by),
    )


def _row(
    table: Table, spot: Spot, place: int, columns: Sequence[str], ways: Ways | None
) -> dict[str, object]:
    held = dict(zip(table.columns, table.rows[place], strict=True))
    return {
        "names": spot.names,
        "cells": [
            [value_text(held[columns[0]])],
            *(_cell(held[name], ways, column=name) for name in columns[1:]),
        ],
    }


def _cell(value: Value, ways: Ways | None, *, column: str) -> list[Part]:
    """Return a cell as it is read; several values that are too long for a line have one each."""
    parts = linked(value, ways, column=column)
    if isinstance(value, tuple) and len(value_text(value)) > WIDEST:
        return [BREAK if part == BETWEEN else part for part in parts]
    return parts


def _letters(table: Table, places: Sequence[int], column: str) -> int:
    """Return how many letters a column is wide at least: its longest cell, or ``WIDEST``."""
    at = table.columns.index(column)
    return min(WIDEST, max(len(value_text(table.rows[place][at])) for place in places))


def _take(exhibit: Exhibit, sorted_by: Parameter | None, picked: Sequence[str]) -> None:
    """Sort by the column that was pressed, or open the row."""
    if sorted_by is None or len(picked) == 1:
        open_named(exhibit, picked)
        return
    _, column = picked
    again = address.text_of(sorted_by) == column
    address.put(sorted_by, f"{DOWN}{column}" if again else column)


def _order_asked(sorted_by: Parameter, columns: Sequence[str]) -> tuple[str, bool]:
    """Return the column that the address sorts by, blank where it names none, and whether down."""
    asked = address.text_of(sorted_by)
    column = asked.removeprefix(DOWN)
    if asked and column not in columns:
        give_notice(f"Left out of the link: by {quoted(asked)}, which is no column here.")
        address.remove(sorted_by)
        return "", False
    return column, asked.startswith(DOWN)


def _order(table: Table, picture: Rows, column: str, *, down: bool) -> list[int]:
    """Return the places of the rows in the order of a column: as it is ranked, or by its words."""
    places = list(range(len(table)))
    if not column:
        return places
    at = table.columns.index(column)
    words = (value_text(row[at]).casefold() for row in table.rows)
    ranks: Sequence[float | str] = picture.ranks.get(column) or list(words)
    return sorted(places, key=ranks.__getitem__, reverse=down)
