"""A bar a name, of parts that add up, each bar with its total."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Bars, Series
from netzero.charts import axis, palette, theme
from netzero.charts import key as keys
from netzero.charts.key import Entry
from netzero.charts.theme import Figure, Margin, Size

FEWEST = 3
PADDING = 6
GAP = 3


def draw(picture: Bars, _: pd.Period, size: Size) -> Figure | None:
    """Return the bars in their order from the top; None where there is none.

    Each bar ends with its total, and a part is numbered where it has room for its number. Where
    there is room for the name of each thing that is counted, it is a square with that.
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
    if _units_fit(picture, size, each):
        figure["layout"]["barmode"] = "overlay"
        figure["data"] += list(_squares(picture, size))
    else:
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
        text=numbers,
        **theme.pointed(picture.bar_spots),
        **_look(series, size),
    )


def _look(series: Series, size: Size) -> dict[str, Any]:
    """Return how the bars of a series look, and the words in them."""
    return {
        "name": series.name,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textfont": theme.font(size.small, palette.ink(series.meaning)),
        "marker": {
            "color": palette.fill(series.meaning),
            "line": {"color": palette.outline(series.meaning), "width": size.line},
        },
    }


def _units_fit(picture: Bars, size: Size, each: float) -> bool:
    """Return whether each thing that is counted has room for its name."""
    names = [name for unit in picture.units for name in unit]
    return bool(names) and theme.widest(names, size=size.small, most=size.half) + GAP <= each


def _squares(picture: Bars, size: Size) -> Iterator[dict[str, Any]]:
    """Yield for each series the things that it counts, each a square with its name."""
    begun = [0] * len(picture.names)
    for series in picture.series:
        held = [
            (row, place)
            for row, (begin, value) in enumerate(zip(begun, series.values, strict=True))
            for place in range(begin, begin + value)
        ]
        begun = [begin + value for begin, value in zip(begun, series.values, strict=True)]
        yield theme.bars(
            y=[row for row, _ in held],
            base=[place for _, place in held],
            x=[1] * len(held),
            text=[theme.plain(picture.units[row][place]) for row, place in held],
            **theme.pointed([picture.bar_spots[row] for row, _ in held]),
            **_look(series, size),
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
