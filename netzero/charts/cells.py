"""Counts in cells, names down and periods or names across, on one scale of shades."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Cell, CellColumn, Cells
from netzero.charts import axis, palette, theme
from netzero.charts import key as keys
from netzero.charts.heads import GAP_OF_NAMES, add_heads, brief, heads_of, widest
from netzero.charts.key import Entry
from netzero.charts.theme import Figure, Margin, Size

NARROWEST, THINNEST = 22, 12
ROW = 25
FEW = 6  # columns, whose names stand level before those of the rows get room
GAP = 0.02


def draw(picture: Cells, month: pd.Period, size: Size) -> Figure | None:
    """Return the cells, each with its count and its deadlines, and the as-at period marked.

    None where there is nothing to draw, or more columns than a narrow screen has room for.
    """
    if not picture.rows or not picture.columns:
        return None
    text = size.text if size.height else size.small + 1 - size.narrow
    room = _room_for_names(picture, size, text=text)
    each = (size.whole - room - 2 * size.small) / len(picture.columns)
    if each < (NARROWEST if size.narrow else THINNEST):
        return None
    heads = heads_of(picture.columns, each, size)
    dated = any(column.first is not None for column in picture.columns)
    tag = axis.tag_height(size) if dated else 0
    top = tag + heads.high + round(size.text * 1.4 * bool(heads.groups))
    figure = theme.figure(
        height=len(picture.rows) * min(ROW, size.row + 1) + top + size.small,
        margin=Margin(room + size.small, size.small, top),
        size=size,
        bargap=0,
        barmode="overlay",
    )
    axis.add_names(figure, picture.rows, room=room, size=text)
    add_heads(figure, heads, size, lift=tag)
    figure["layout"]["shapes"] += [
        axis.across(row - 0.5, colour=palette.RULE) for row in range(len(picture.rows) + 1)
    ]
    figure["data"].append(_cells(picture, month, text=text, room=each - size.small))
    figure["layout"]["shapes"] += [_round_mine(row, *run) for row, run in _runs_of_mine(picture)]
    keys.add(figure, _key(picture), room=room, size=size)
    if dated:
        _mark_as_at(figure, picture.columns, month, size, each=each)
    return figure


def _key(picture: Cells) -> list[Entry]:
    """Return what the words in the cells mean, where they do not say it themselves."""
    banded = len(picture.columns) > 1 and _follow(picture.columns)
    return [Entry("counts where they change")] if banded else []


def _room_for_names(picture: Cells, size: Size, *, text: int) -> int:
    """Return the pixels that names get: on a narrow screen, what the columns leave."""
    share = 0.6 if size.narrow else 0.35
    each = _level_width(picture.columns, size) if len(picture.columns) <= FEW else NARROWEST
    left = size.whole - 2 * size.small - each * len(picture.columns) - 1
    return theme.widest(picture.rows, size=text, most=min(size.whole * share, max(left, text)))


def _level_width(columns: Sequence[CellColumn], size: Size) -> float:
    """Return how wide columns are whose names, as short as they can be, stand level."""
    return max(NARROWEST, widest([brief(column.name) for column in columns], size) + GAP_OF_NAMES)


def _cells(picture: Cells, month: pd.Period, *, text: int, room: float) -> dict[str, Any]:
    """Return the cells as bars: of all marks they answer a click, and fill their place.

    Periods that follow each other with the same count are one band, numbered where it begins. What
    a cell counts stands in it by name where its names fit ``room``.
    """
    cells = picture.cells
    banded = cells if _follow(picture.columns) else ()
    counts = {(cell.row, cell.column): cell.value for cell in banded}
    begins = [counts.get((cell.row, cell.column - 1)) != cell.value for cell in cells]
    ends = [counts.get((cell.row, cell.column + 1)) != cell.value for cell in cells]
    left = [cell.column - 0.5 + GAP * begin for cell, begin in zip(cells, begins, strict=True)]
    right = [cell.column + 0.5 - GAP * end for cell, end in zip(cells, ends, strict=True)]
    return theme.bars(
        y=[cell.row for cell in cells],
        base=[round(edge, 2) for edge in left],
        x=[round(end - begin, 2) for begin, end in zip(left, right, strict=True)],
        width=0.94,
        text=[
            _names(cell, room=room, text=text)
            or (f"{cell.value:,}" if cell.value and (begin or _holds(picture, cell, month)) else "")
            for cell, begin in zip(cells, begins, strict=True)
        ],
        textposition="inside",
        insidetextanchor="middle",
        textfont=theme.font(text, palette.SHADE_INK),
        **theme.pointed([cell.spot for cell in cells]),
        marker={"color": [palette.shade(cell.value) for cell in cells], "line": {"width": 0}},
    )


def _follow(columns: Sequence[CellColumn]) -> bool:
    """Return whether the columns are periods of which each follows on the one before."""
    return all(
        one.last is not None and other.first is not None and one.last + 1 == other.first
        for one, other in pairwise(columns)
    )


def _holds(picture: Cells, cell: Cell, month: pd.Period) -> bool:
    """Return whether the period of a cell holds the month."""
    column = picture.columns[cell.column]
    return column.first is not None and column.first <= month <= column.last


def _names(cell: Cell, *, room: float, text: int) -> str:
    words = "  ".join(cell.names)
    return theme.plain(words) if words and theme.width_of(words, text) <= room else ""


def _runs_of_mine(picture: Cells) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield each row with the first and last column of a run of cells that are mine."""
    mine = sorted((cell.row, cell.column) for cell in picture.cells if cell.mine)
    for _, own in groupby(enumerate(mine), key=lambda each: (each[1][0], each[1][1] - each[0])):
        run = [cell for _, cell in own]
        yield run[0][0], (run[0][1], run[-1][1])


def _round_mine(row: int, first: int, last: int) -> dict[str, Any]:
    return {
        "type": "rect", "x0": first - 0.5 + GAP, "x1": last + 0.5 - GAP, "y0": row - 0.46,
        "y1": row + 0.46, "line": {"color": palette.INK, "width": 2},
    }  # fmt: skip


# --- The as-at month


def _mark_as_at(
    figure: Figure, columns: Sequence[CellColumn], month: pd.Period, size: Size, *, each: float
) -> None:
    """Outline the period that holds the month, or draw a line between those it lies between."""
    ahead = (
        place
        for place, column in enumerate(columns)
        if column.last is not None and column.last >= month
    )
    place = next(ahead, len(columns))
    words, at = axis.as_at_words(month, room=2 * each, size=size), place - 0.5
    shapes = figure["layout"]["shapes"]
    if place < len(columns) and columns[place].first <= month:
        shapes.append(_outline(place))
        at = float(place)
    elif place == 0:
        words = f"◄ {words}"
    elif place == len(columns):
        words = f"{words} ►"
    else:
        shapes.append(axis.upright(at, colour=palette.AS_AT, width=2, over=True))
    share = (at + 0.5) / len(columns)
    axis.add_tag(figure, words, share=share, plot=each * len(columns), size=size)


def _outline(place: int) -> dict[str, Any]:
    return {
        "type": "rect", "x0": place - 0.5, "x1": place + 0.5, "y0": 0, "y1": 1, "xref": "x",
        "yref": "paper", "line": {"color": palette.AS_AT, "width": 2},
    }  # fmt: skip
