"""The axes that figures share: April to March with the as-at month, and names down the side."""

from calendar import monthrange
from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.charts import palette, theme
from netzero.charts.theme import Figure, Size
from netzero.plan.months import month_label

EPOCH = 1970
DAY = 86_400_000  # in milliseconds, which is how a figure gives the width of a column


def head_height(size: Size) -> int:
    """Return the height of years, quarters and the as-at month over the marks, in pixels."""
    return round(size.text * 1.4 + size.quarters * size.small * 1.5 + tag_height(size))


def tag_height(size: Size) -> int:
    """Return the height of the as-at tag, in pixels."""
    return round(size.small * 1.7)


def years_of(first: pd.Period, last: pd.Period) -> tuple[str, ...]:
    """Return the delivery years that hold the months from ``first`` to ``last``."""
    begin, end = ((month.ordinal - 3) // 12 + EPOCH for month in (first, last))
    return tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(begin, end + 1))


def add_years(figure: Figure, years: Sequence[str], *, plot: float, size: Size) -> None:
    """Draw delivery years along the top of a figure whose x axis holds dates.

    Every second year is a band. Quarters have lines and names where ``plot``, the width of the
    marks in pixels, has room for them.
    """
    quarters = size.quarters and plot / (4 * len(years)) >= size.small * 1.4
    first = begin_of(years)
    starts = range(first, first + 12 * len(years), 3) if quarters else ()
    tag = tag_height(size)
    figure["layout"]["xaxis"] = theme.axis(
        type="date",
        range=[day(first), day(first + 12 * len(years))],
        side="top",
        tickvals=[middle(start + 1) for start in starts],
        ticktext=["Q1", "Q2", "Q3", "Q4"] * len(years) if quarters else [],
        tickfont=theme.font(size.small),
        tickangle=0,
        ticklabelstandoff=tag,
    )
    shapes = figure["layout"]["shapes"]
    shapes += [_band(begin) for begin in range(first, first + 12 * len(years), 24)]
    shapes += [upright(day(start), colour=palette.RULE) for start in starts]
    each = plot / len(years)
    whole = each >= theme.width_of("2025-26", size.text) + size.small
    step = 1 if whole else 1 + int(theme.width_of("25-26 ", size.text) // each)
    for place in range(0, len(years), step):
        theme.note(
            figure, f"<b>{years[place][0 if whole else 2 :]}</b>", size=size.text,
            x=day(first + 12 * place + 6), xref="x", y=1, yanchor="bottom",
            yshift=tag + (size.small * 1.5 if quarters else 0),
        )  # fmt: skip


def add_as_at(
    figure: Figure,
    month: pd.Period,
    years: Sequence[str],
    *,
    plot: float,
    size: Size,
    foot: float = 0,
) -> None:
    """Draw the as-at line in the middle of its month, with its tag between years and marks.

    It begins at the share ``foot`` of the marks' height, and is not drawn where that is 1. Where
    the month lies outside the years, the tag says on which side.
    """
    first, words = begin_of(years), f"as at {month_label(month)}"
    share = (month.ordinal + 0.5 - first) / (12 * len(years))
    if share < 0:
        share, words, foot = 0, f"◄ {words}", 1
    elif share > 1:
        share, words, foot = 1, f"{words} ►", 1
    if foot < 1:
        at = middle(month.ordinal)
        figure["layout"]["shapes"].append(
            upright(at, colour=palette.AS_AT, width=2, foot=foot, over=True)
        )
    add_tag(figure, words, share=share, plot=plot, size=size)


def as_at_words(month: pd.Period, *, room: float, size: Size) -> str:
    """Return what the as-at tag says: the month alone where a narrow screen has no ``room``."""
    words = f"as at {month_label(month)}"
    alone = size.narrow and theme.width_of(words, size.small) > room
    return month_label(month) if alone else words


def add_tag(figure: Figure, words: str, *, share: float, plot: float, size: Size) -> None:
    """Write the as-at tag just over the marks, ``share`` of their width from their left."""
    half = theme.width_of(words, size.small) / 2 + 6
    margin = figure["layout"]["margin"]
    fits_left = share * plot + margin["l"] >= half
    fits_right = (1 - share) * plot + margin["r"] >= half
    theme.note(
        figure, f"<b>{words}</b>", size=size.small, bgcolor=palette.AS_AT, borderpad=1,
        bordercolor=palette.AS_AT, x=round(share, 4), y=1, yanchor="bottom",
        xanchor="center" if fits_left and fits_right else "right" if fits_left else "left",
    )  # fmt: skip


def add_names(
    figure: Figure, names: Sequence[str], *, room: float, size: float, least: int = 0
) -> None:
    """Write names down the left of a figure, row 0 on top, in ``room`` pixels.

    ``least`` is how many rows the height is shared among at least.
    """
    figure["layout"]["yaxis"] = words_down(
        range(len(names)),
        [theme.short(name, room=room, size=size) for name in names],
        shift=-figure["layout"]["margin"]["l"],
        reach=[max(len(names), least) - 0.5, -0.5],
        size=size,
    )


def words_down(
    places: Sequence[float],
    words: Sequence[str],
    *,
    shift: float,
    reach: Sequence[float],
    size: float,
    after: bool = False,
) -> dict[str, Any]:
    """Return an axis whose words, plain already, stand under each other from one left edge.

    That is ``shift`` pixels right of where the marks begin, or of where they end if ``after``.
    """
    return theme.axis(
        range=list(reach),
        anchor="free",
        position=int(after),
        side="right",
        shift=shift,
        tickvals=list(places),
        ticktext=list(words),
        tickfont=theme.font(size),
        ticklabelstandoff=0,
    )


def add_words_down(
    figure: Figure,
    number: int,
    places: Sequence[float],
    words: Sequence[str],
    *,
    shift: float,
    size: float,
    after: bool = False,
) -> None:
    """Add a further column of words, the labels of an axis of its own, beside the marks."""
    layout = figure["layout"]
    own = words_down(
        places, words, shift=shift, reach=layout["yaxis"]["range"], size=size, after=after
    )
    layout[f"yaxis{number}"] = {**own, "overlaying": "y", "matches": "y"}
    # An axis is drawn where a trace uses it.
    figure["data"].append({"type": "scatter", "x": [None], "y": [None], "yaxis": f"y{number}"})


def begin_of(years: Sequence[str]) -> int:
    """Return the number of the month that opens the first of delivery years."""
    return (int(years[0][:4]) - EPOCH) * 12 + 3


def day(month: int) -> str:
    """Return the first day of a month, given as its ordinal, as a figure reads it."""
    return f"{EPOCH + month // 12}-{month % 12 + 1:02d}-01"


def days_in(month: int) -> int:
    """Return how many days a month has, given as its ordinal."""
    return monthrange(EPOCH + month // 12, month % 12 + 1)[1]


def middle(month: int) -> str:
    """Return the middle of a month, given as its ordinal."""
    return f"{EPOCH + month // 12}-{month % 12 + 1:02d}-16"


def place_of(moment: pd.Timestamp) -> float:
    """Return a moment in months, on the scale of ordinals."""
    return float((moment.year - EPOCH) * 12 + moment.month - 1 + (moment.day - 1) / 31)


def upright(
    x: float | str, *, colour: str, width: int = 1, foot: float = 0, over: bool = False
) -> dict[str, Any]:
    """Return a line from the share ``foot`` of the marks' height to their top, under the marks.

    Or over them.
    """
    return {
        "type": "line",
        **{"x0": x, "x1": x, "y0": round(foot, 4), "y1": 1, "xref": "x", "yref": "paper"},
        "line": {"color": colour, "width": width},
        "layer": "above" if over else "below",
    }


def across(y: float, *, colour: str) -> dict[str, Any]:
    """Return a line over the whole width of the marks, under them."""
    return {
        "type": "line",
        **{"x0": 0, "x1": 1, "y0": y, "y1": y, "xref": "paper", "yref": "y"},
        "line": {"color": colour, "width": 1},
        "layer": "below",
    }


def _band(begin: int) -> dict[str, Any]:
    return {
        "type": "rect",
        **{"x0": day(begin), "x1": day(begin + 12), "y0": 0, "y1": 1, "xref": "x", "yref": "paper"},
        "fillcolor": palette.BAND,
        "line": {"width": 0},
        "layer": "below",
    }
