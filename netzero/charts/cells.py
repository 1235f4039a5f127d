"""Counts in cells, names down and periods or names across, on one scale of shades."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Cell, CellColumn, Cells
from netzero.charts import axis, palette, theme
from netzero.charts import key as keys
from netzero.charts.key import Entry
from netzero.charts.theme import DIAMOND, Figure, Margin, Size
from netzero.plan.months import month_label

NARROWEST, THINNEST = 22, 12
ROW, TALL_ROW = 25, 33
FEW = 6  # columns, whose names stand level before those of the rows get room
GAP = 0.02
GAP_OF_NAMES = 4
_YEAR = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True)
class Heads:
    """The names over the columns, how they are turned and how high they are.

    ``groups`` are the names over several of them, each with its first and last column.
    """

    words: tuple[str, ...]
    angle: int
    high: int
    groups: tuple[tuple[str, int, int], ...]


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
    heads = _heads(picture.columns, each, size)
    dated = any(column.first is not None for column in picture.columns)
    tag = axis.tag_height(size) if dated else 0
    both = any(cell.value and cell.deadlines for cell in picture.cells)
    top = tag + heads.high + round(size.text * 1.4 * bool(heads.groups))
    figure = theme.figure(
        height=len(picture.rows) * (TALL_ROW if both else min(ROW, size.row + 1))
        + top
        + size.small,
        margin=Margin(room + size.small, size.small, top),
        size=size,
        bargap=0,
        barmode="overlay",
    )
    axis.add_names(figure, picture.rows, room=room, size=text)
    _add_heads(figure, heads, size, lift=tag)
    figure["layout"]["shapes"] += [
        axis.across(row - 0.5, colour=palette.RULE) for row in range(len(picture.rows) + 1)
    ]
    figure["data"].append(
        _cells(picture, month, text=size.small if both else text, room=each - size.small)
    )
    figure["layout"]["shapes"] += [_round_mine(row, *run) for row, run in _runs_of_mine(picture)]
    keys.add(figure, _key(picture), room=room, size=size)
    if dated:
        _mark_as_at(figure, picture.columns, month, size, each=each)
    return figure


def _key(picture: Cells) -> list[Entry]:
    """Return what the words in the cells mean."""
    key = [Entry(f"{DIAMOND} deadlines")] if any(cell.deadlines for cell in picture.cells) else []
    banded = len(picture.columns) > 1 and _follow(picture.columns)
    return [*key, Entry("counts where they change")] if banded else key


def _room_for_names(picture: Cells, size: Size, *, text: int) -> int:
    """Return the pixels that names get: on a narrow screen, what the columns leave."""
    share = 0.6 if size.narrow else 0.35
    each = _level_width(picture.columns, size) if len(picture.columns) <= FEW else NARROWEST
    left = size.whole - 2 * size.small - each * len(picture.columns) - 1
    return theme.widest(picture.rows, size=text, most=min(size.whole * share, max(left, text)))


def _level_width(columns: Sequence[CellColumn], size: Size) -> float:
    """Return how wide columns are whose names, as short as they can be, stand level."""
    return max(NARROWEST, _widest([_brief(column.name) for column in columns], size) + GAP_OF_NAMES)


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
            or _words(cell, counted=begin or _holds(picture, cell, month))
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


def _words(cell: Cell, *, counted: bool) -> str:
    count = f"{cell.value:,}" if cell.value and (counted or cell.deadlines) else ""
    deadlines = f"<b>{DIAMOND}{cell.deadlines:,}</b>" if cell.deadlines else ""
    return "<br>".join(filter(None, (count, deadlines)))


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


# --- Names over the columns


def _heads(columns: Sequence[CellColumn], each: float, size: Size) -> Heads:
    """Return the names of columns: level if they fit, else a word a line, else upright.

    Delivery years go without their century before they stand upright.
    """
    groups = _groups(columns, each, size)
    names = [column.short if groups else column.name for column in columns]
    words = [word for name in names for word in name.split()]
    line = size.small * 1.35
    for level in (names, [_brief(name) for name in names]):
        if _widest(level, size) + GAP_OF_NAMES <= each:
            return Heads(tuple(map(theme.plain, level)), 0, round(line + 4), groups)
    if (
        _widest(words, size) + GAP_OF_NAMES <= each
        and max(len(name.split()) for name in names) == 2
    ):
        broken = ("<br>".join(map(theme.plain, name.split())) for name in names)
        return Heads(tuple(broken), 0, round(2 * line + 4), groups)
    most = size.whole * 0.25
    kept = [theme.clipped(name, room=most, size=size.small) for name in names]
    return Heads(tuple(map(theme.plain, kept)), -90, round(_widest(kept, size) + 8), groups)


def _brief(name: str) -> str:
    """Return the name of a column, a delivery year without its century."""
    return name[2:] if _YEAR.fullmatch(name) else name


def _groups(
    columns: Sequence[CellColumn], each: float, size: Size
) -> tuple[tuple[str, int, int], ...]:
    """Return the groups of columns; none where they tell nothing more, or have no room."""
    held = [
        (group, [place for place, _ in own])
        for group, own in groupby(enumerate(columns), key=lambda pair: pair[1].group)
    ]
    roomy = all(theme.width_of(group, size.text) + 6 <= each * len(own) for group, own in held)
    told = all(column.group and column.group != column.short for column in columns)
    return tuple((group, own[0], own[-1]) for group, own in held) if roomy and told else ()


def _widest(names: Sequence[str], size: Size) -> float:
    return max((theme.width_of(name, size.small) for name in names), default=0)


def _add_heads(figure: Figure, heads: Heads, size: Size, *, lift: int) -> None:
    """Write the names, and over them the groups, with a line between two of those."""
    figure["layout"]["xaxis"] = theme.axis(
        side="top",
        range=[-0.5, len(heads.words) - 0.5],
        tickvals=list(range(len(heads.words))),
        ticktext=list(heads.words),
        tickangle=heads.angle,
        tickfont=theme.font(size.small),
        ticklabelstandoff=lift,
    )
    for group, first, last in heads.groups:
        theme.note(
            figure, theme.bold(group), size=size.text, xref="x", x=(first + last) / 2, y=1,
            yanchor="bottom", yshift=lift + heads.high,
        )  # fmt: skip
        if first:
            figure["layout"]["shapes"].append(axis.upright(first - 0.5, colour=palette.RULE))


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
    words, at = f"as at {month_label(month)}", place - 0.5
    if size.narrow and theme.width_of(words, size.small) > 2 * each:
        words = month_label(month)
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
