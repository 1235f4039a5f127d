"""A bar a name, of parts that add up, each bar with its total."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Bars, Series
from netzero.charts import axis, palette, theme
from netzero.charts import key as keys
from netzero.charts.key import Entry
from netzero.charts.theme import Figure, Margin, Size

FEWEST = 3
PADDING = 6


def draw(picture: Bars, _: pd.Period, size: Size) -> Figure | None:
    """Return the bars in their order from the top; None where there is none.

    Each bar ends with its total, and a part is numbered where it has room for its number.
    """
    if not picture.names:
        return None
    key = [Entry(each.name, each.meaning) for each in picture.series]
    room = theme.widest(
        picture.names, size=size.text, most=size.half * (0.6 if size.narrow else 0.5)
    )
    right = count_room(picture.totals, size)
    left = room + size.text
    top = keys.height(key, room=size.half, size=size)
    figure = theme.figure(
        height=top + len(picture.names) * size.row,
        margin=Margin(left, right, top, 0),
        size=size,
        barmode="stack",
        bargap=0.25,
    )
    keys.add(figure, key, room=size.half, size=size)
    axis.add_names(figure, picture.names, room=room, size=size.text, least=size.at_least(FEWEST))
    most = max(*picture.totals, 1)
    figure["layout"]["xaxis"] = theme.axis(range=[0, most])
    each = (size.half - left - right) / most
    figure["data"] += [_layer(picture, series, size, each=each) for series in picture.series]
    figure["data"].append(counts_after(picture.totals, size))
    return figure


def _layer(picture: Bars, series: Series, size: Size, *, each: float) -> dict[str, Any]:
    """Return one colour of the bars; ``each`` is how long an action is, in pixels."""
    numbers = [
        f"{value:,}" if total > value and _fits(value, each, size) else ""
        for value, total in zip(series.values, picture.totals, strict=True)
    ]
    return theme.bars(
        y=list(range(len(series.values))),
        x=list(series.values),
        name=series.name,
        text=numbers,
        textposition="inside",
        insidetextanchor="middle",
        textfont=theme.font(size.small, palette.ink(series.meaning)),
        **theme.pointed(picture.bar_spots),
        marker={
            "color": palette.fill(series.meaning),
            "line": {"color": palette.outline(series.meaning), "width": size.line},
        },
    )


def _fits(value: int, each: float, size: Size) -> bool:
    return bool(value) and theme.width_of(f"{value:,}", size.small) + PADDING <= value * each


def count_room(counts: Sequence[int], size: Size) -> int:
    """Return the room that counts need after the longest bar, in pixels."""
    return theme.widest((f"  {count:,}" for count in counts), size=size.text * 1.1, most=200) + 4


def counts_after(counts: Sequence[int], size: Size) -> dict[str, Any]:
    """Return the counts at the ends of bars, a row each."""
    return theme.texts(
        counts,
        range(len(counts)),
        [f" <b>{count:,}</b>" for count in counts],
        textposition="middle right",
        textfont=theme.font(size.text),
    )
