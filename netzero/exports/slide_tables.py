"""Rows, links and cells as native tables: as many rows and columns as can be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import pandas as pd

from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import Cell, CellColumn, Cells
from netzero.analysis.wording import count_of, listing
from netzero.charts import palette
from netzero.exports.pptx_parts import describe, rule_under, without_table_style
from netzero.exports.slide_page import (
    BODY,
    BOLD,
    LABEL,
    LINE,
    Box,
    Drawing,
    Page,
    fill_cell,
    line_count,
    set_words,
    text_width,
)
from netzero.exports.values import one_line, value_text

MOST_ROWS, MOST_CELL_ROWS, MOST_CELL_COLUMNS = 10, 8, 12
FEWEST_COLUMNS, MOST_NAMED, MOST_LINES, MOST_LINES_AT_ALL = 4, 3, 3, 8
LONGEST_CELL, SHORT_NAME = 300, 12
SIZES = (BODY, 22, 20, LABEL)
# For what does not fit at a size that a room can read, and for pages narrower than 16:9.
SMALL_SIZES = (16, 14)
MARGIN = 0.08
MOST_NAMES = 0.4
_RULE, _AS_AT_RULE = 9525, 38100
Words = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """The words of a table, the first row its headings, at a type size and in columns so wide."""

    rows: tuple[Words, ...]
    widths: tuple[float, ...]
    size: int

    @property
    def heights(self) -> list[float]:
        """How high each row is, in inches."""
        bold = [width / BOLD for width in self.widths]
        return [
            _row_high(row, self.widths if line else bold, self.size)
            for line, row in enumerate(self.rows)
        ]


def fit_table(box: Box, table: Table, *, noun: str, alt: str, low: bool = False) -> Drawing:
    """Return a table's first rows and columns, as many as a room can read.

    Columns are left out before rows, until ``FEWEST_COLUMNS`` are left; those without a single
    word are not columns here.
    """
    places, rows = _with_words(table)
    grid = next(_grids(rows, box))
    rest = [table.columns[place] for place in places[len(grid.widths) :]]
    named = rest if len(rest) <= MOST_NAMED else [count_of(len(rest), "more column")]
    more = _more((len(table) - len(grid.rows) + 1, noun))
    words = f"{listing([*more, *named])} not drawn" if more or rest else ""

    def align(line: int, place: int) -> str:
        return "RIGHT" if table.numeric[places[place]] else "LEFT"

    spread = _spread(grid, box, low=low)
    return Drawing(
        lambda page: _add_grid(page, box, grid, spread, alt=alt, align=align),
        words,
        used=sum(grid.heights) * spread,
    )


def fit_cells(
    box: Box, picture: Cells, *, month: pd.Period, alt: str, low: bool = False
) -> Drawing:
    """Return names by periods or names; a cell says its count.

    The period that holds ``month`` has a line beneath its name.
    """
    part = picture.first(MOST_CELL_ROWS)
    places = _columns_that_fit(box, part, month)
    columns = [picture.columns[place] for place in places]
    cells = {(cell.row, cell.column): cell for cell in part.cells}
    found = [[cells.get((row, place)) for place in places] for row in range(len(part.rows))]
    heads = tuple(map(_brief, (picture.noun.capitalize(), *(each.name for each in columns))))
    rows = [
        (_brief(name), *map(_cell_words, own)) for name, own in zip(part.rows, found, strict=True)
    ]
    grid = _even_grid([heads, *rows], box)
    spread = _spread(grid, box, low=low)

    def ground(line: int, place: int) -> str:
        cell = found[line - 1][place - 1] if line and place else None
        return palette.shade(cell.value) if cell else palette.GROUND

    def add(page: Page) -> None:
        now = [place for place, each in enumerate(columns, start=1) if _holds(each, month)]
        _add_grid(page, box, grid, spread, alt=alt, align=_centred, ground=ground, now=now)

    more = _more(
        (len(picture.rows) - len(part.rows), picture.noun),
        (len(picture.columns) - len(columns), "column"),
    )
    used = sum(grid.heights) * spread
    return Drawing(add, f"{listing(more)} not drawn" if more else "", used)


def _holds(column: CellColumn, month: pd.Period) -> bool:
    return bool(column.first is not None and column.first <= month <= column.last)


def _centred(line: int, place: int) -> str:
    return "CENTER" if place else "LEFT"


def _with_words(table: Table) -> tuple[list[int], list[Words]]:
    """Return the places of the columns that hold anything, and the first rows of those columns."""
    cells = [tuple(_brief(value_text(cell)) for cell in row) for row in table.rows[:MOST_ROWS]]
    filled = [any(row[place] for row in cells) for place in range(len(table.columns))]
    places = [place for place, holds in enumerate(filled) if holds] or [0]
    rows = [tuple(map(_brief, table.columns)), *cells]
    return places, [tuple(row[place] for place in places) for row in rows]


def _more(*left: tuple[int, str]) -> list[str]:
    return [count_of(number, f"more {noun}") for number, noun in left if number]


def _brief(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST_CELL else line[: LONGEST_CELL - 1] + "…"


def _cell_words(cell: Cell | None) -> str:
    return f"{cell.value:,}" if cell and cell.value else ""


# --- How much fits


def _grids(rows: Sequence[Words], box: Box) -> Iterator[Grid]:
    """Yield the tables that fit, the fullest first, and last one of a row that may not fit."""
    columns_in_all, most = len(rows[0]), len(rows) - 1
    fewest = min(columns_in_all, FEWEST_COLUMNS)
    for rows_kept, columns in product(range(most, 0, -1), range(columns_in_all, fewest - 1, -1)):
        yield from _fitting(rows, box, columns, rows_kept, SIZES)
    for rows_kept in range(most, 0, -1):
        yield from _fitting(rows, box, fewest, rows_kept, SIZES, lines=MOST_LINES_AT_ALL)
    for rows_kept in range(most, 0, -1):
        yield from _fitting(rows, box, fewest, rows_kept, SMALL_SIZES)
    yield Grid(tuple(rows[:2]), _shared(_needed(rows[:2], 14), box.width), 14)


def _fitting(
    rows: Sequence[Words],
    box: Box,
    columns: int,
    rows_kept: int,
    sizes: Sequence[int],
    *,
    lines: int = MOST_LINES,
) -> Iterator[Grid]:
    kept = tuple(row[:columns] for row in rows[: rows_kept + 1])
    for size in sizes:
        grid = Grid(kept, _shared(_needed(kept, size), box.width), size)
        tallest = lines * size * LINE / 72 + MARGIN
        if sum(grid.heights) <= box.height and max(grid.heights) <= tallest:
            yield grid


def _even_grid(rows: Sequence[Words], box: Box) -> Grid:
    """Return a table whose columns are of one width but for the first, at the largest size."""
    grid = Grid((), (), 0)
    for size in (*SIZES, *SMALL_SIZES):
        rest = max(len(rows[0]) - 1, 1)
        first = min(_needed(rows, size)[0], box.width * MOST_NAMES)
        widths = (first, *[(box.width - first) / rest] * rest)[: len(rows[0])]
        grid = Grid(tuple(rows), widths, size)
        if sum(grid.heights) <= box.height:
            break
    return grid


def _columns_that_fit(box: Box, picture: Cells, month: pd.Period) -> range:
    """Return the places of the columns that have room for their names and their cells.

    Where not all have, they begin with the first that is not past, as far as that fills the room.
    """
    names = max(text_width(one_line(name), LABEL) for name in picture.rows) * 1.04 + 0.22
    room = box.width - min(names, box.width * MOST_NAMES)
    heads = [one_line(each.name) for each in picture.columns]
    # A short name breaks badly: "2026-" and "27".
    words = [
        word for head in heads for word in ([head] if len(head) <= SHORT_NAME else head.split())
    ]
    words += map(_cell_words, picture.cells)
    widest = BOLD * max(text_width(word, LABEL) for word in words) + 0.22
    total = len(picture.columns)
    number = min(max(int(room // widest), 1), MOST_CELL_COLUMNS, total)
    ahead = (
        place
        for place, each in enumerate(picture.columns)
        if each.last is not None and each.last >= month
    )
    begin = min(next(ahead, 0), total - number)
    return range(begin, begin + number)


def _needed(rows: Sequence[Words], size: int) -> list[float]:
    """Return how wide each column would be with each of its cells on one line."""
    return [
        max(BOLD * text_width(column[0], size), *(text_width(words, size) for words in column))
        * 1.04
        + 0.22
        for column in zip(*rows, strict=True)
    ]


def _shared(needed: Sequence[float], width: float) -> tuple[float, ...]:
    """Share a width: the narrow columns as they need, the rest of it to the others alike."""
    left, given = width, {}
    for number, place in enumerate(sorted(range(len(needed)), key=lambda each: needed[each])):
        given[place] = min(needed[place], left / (len(needed) - number))
        left -= given[place]
    widest = max(given, key=lambda place: needed[place])
    given[widest] += left
    return tuple(given[place] for place in range(len(needed)))


def _row_high(row: Words, widths: Sequence[float], size: int) -> float:
    lines = max(
        line_count(words, size, width - 0.2) for words, width in zip(row, widths, strict=True)
    )
    return lines * size * LINE / 72 + MARGIN


# --- The table


def _add_grid(
    page: Page,
    box: Box,
    grid: Grid,
    spread: float,
    *,
    alt: str,
    align: Callable[[int, int], str],
    ground: Callable[[int, int], str] = lambda line, place: palette.GROUND,
    now: Sequence[int] = (),
) -> None:
    table = _add_table(page, box, grid, spread, alt=alt)
    for line, place in product(range(len(grid.rows)), range(len(grid.widths))):
        cell = table.cell(line, place)
        fill_cell(page, cell, palette.BAND if line == 0 else ground(line, place), margin=MARGIN / 2)
        set_words(
            page, cell.text_frame.paragraphs[0], grid.rows[line][place], size=grid.size,
            bold=line == 0, colour=palette.INK, align=align(line, place),
        )  # fmt: skip
        marked = line == 0 and place in now
        colour = (palette.AS_AT if marked else palette.RULE).removeprefix("#").upper()
        rule_under(cell, colour, width=_AS_AT_RULE if marked else _RULE)


def _spread(grid: Grid, box: Box, *, low: bool) -> float:
    """Return how far rows spread over the room that there is: no wider than reads as one table."""
    return max(1.0, min(1.0 if low else 1.5, box.height / sum(grid.heights)))


def _add_table(page: Page, box: Box, grid: Grid, spread: float, *, alt: str) -> Any:
    highs = grid.heights
    place = Box(box.left, box.top, box.width, sum(highs) * spread)
    frame = page.slide.shapes.add_table(len(highs), len(grid.widths), *page.place(place))
    frame.name = "Table"
    describe(frame, alt)
    table = frame.table
    table.horz_banding = False
    without_table_style(frame)
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = page.length(width)
    for row, high in zip(table.rows, highs, strict=True):
        row.height = page.length(high * spread)
    return table
