"""The names over columns of periods or names, and over them the years that they are in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from netzero.analysis.pictures import CellColumn
from netzero.charts import axis, palette, theme
from netzero.charts.theme import Figure, Size

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


def heads_of(columns: Sequence[CellColumn], each: float, size: Size) -> Heads:
    """Return the names of columns: level if they fit, else a word a line, else upright.

    Delivery years go without their century before they stand upright.
    """
    groups = _groups(columns, each, size)
    names = [column.short if groups else column.name for column in columns]
    words = [word for name in names for word in name.split()]
    line = size.small * 1.35
    for level in (names, [brief(name) for name in names]):
        if widest(level, size) + GAP_OF_NAMES <= each:
            return Heads(tuple(map(theme.plain, level)), 0, round(line + 4), groups)
    if widest(words, size) + GAP_OF_NAMES <= each and max(len(name.split()) for name in names) == 2:
        broken = ("<br>".join(map(theme.plain, name.split())) for name in names)
        return Heads(tuple(broken), 0, round(2 * line + 4), groups)
    most = size.whole * 0.25
    kept = [theme.clipped(name, room=most, size=size.small) for name in names]
    return Heads(tuple(map(theme.plain, kept)), -90, round(widest(kept, size) + 8), groups)


def brief(name: str) -> str:
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


def widest(names: Sequence[str], size: Size) -> float:
    """Return how wide the widest of the names of columns is, in pixels."""
    return max((theme.width_of(name, size.small) for name in names), default=0)


def add_heads(figure: Figure, heads: Heads, size: Size, *, lift: int) -> None:
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
