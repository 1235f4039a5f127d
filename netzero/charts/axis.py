"""The time axis that every figure shares: April to March bands, quarters and the as-at line."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from netzero.charts import theme
from netzero.plan.months import first_month, month_label

HEAD = 44
MOST_QUARTERED, MOST_NAMED = 8, 16


def add_years(
    figure: go.Figure, years: Sequence[str], *, quarters: bool = True, size: int = theme.SMALL_SIZE
) -> None:
    """Draw the delivery years along the top of a figure whose x axis holds dates.

    Every second year is a band; with ``quarters`` each quarter has a line and its name.
    """
    quarters = quarters and len(years) <= MOST_QUARTERED
    figure.update_xaxes(
        type="date",
        range=[start_of(years[0]), end_of(years[-1])],
        side="top",
        tickvals=[middle(start) for start in _quarter_starts(years)] if quarters else [],
        ticktext=["Q1", "Q2", "Q3", "Q4"] * len(years) if quarters else [],
        tickfont={"color": theme.INK, "size": size},
        tickangle=0,
        ticklabelstandoff=2,
    )
    shapes = [_band(year) for year in years[::2]]
    shapes += [_line(start) for start in _quarter_starts(years)] if quarters else []
    names = [
        {
            "x": start_of(year) + (end_of(year) - start_of(year)) / 2,
            "y": 1,
            "xref": "x",
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": size + 8 if quarters else 2,
            "text": f"<b>{year if quarters else year[2:]}</b>",
            "font": {"size": size + 2, "color": theme.INK},
            "showarrow": False,
        }
        for year in years[:: 1 + (len(years) - 1) // MOST_NAMED]
    ]
    figure.update_layout(shapes=[*figure.layout.shapes, *shapes])
    figure.update_layout(annotations=[*figure.layout.annotations, *names])


def add_as_at(
    figure: go.Figure,
    as_at: pd.Period,
    years: Sequence[str],
    *,
    size: int = theme.SMALL_SIZE,
    over: bool = True,
) -> None:
    """Draw the as-at line in the middle of its month, or say on which side it lies outside.

    It runs over the marks, or behind them where ``over`` is false.
    """
    words = f"as at {month_label(as_at)}"
    at = middle(as_at)
    if at < start_of(years[0]):
        at, anchor, words = start_of(years[0]), "left", f"◄ {words}"
    elif at > end_of(years[-1]):
        at, anchor, words = end_of(years[-1]), "right", f"{words} ►"
    else:
        anchor = "center"
        figure.add_shape(
            type="line", x0=at, x1=at, y0=0, y1=1, xref="x", yref="paper",
            line={"color": theme.AS_AT, "width": 2}, layer="above" if over else "between",
        )  # fmt: skip
    figure.add_annotation(
        x=at, y=0, xref="x", yref="paper", yanchor="top", yshift=-2, xanchor=anchor,
        text=f"<b>{words}</b>", showarrow=False, font={"size": size, "color": theme.INK},
    )  # fmt: skip


def start_of(year: str) -> pd.Timestamp:
    """Return 1 April of a delivery year."""
    return first_month(year).start_time


def end_of(year: str) -> pd.Timestamp:
    """Return the moment after 31 March of a delivery year."""
    return (first_month(year) + 12).start_time


def middle(period: pd.Period) -> pd.Timestamp:
    """Return the middle of a month or quarter."""
    return period.start_time + ((period + 1).start_time - period.start_time) / 2


def _quarter_starts(years: Sequence[str]) -> list[pd.Period]:
    first = pd.Period(first_month(years[0]).start_time, freq="Q")
    return list(pd.period_range(first, periods=4 * len(years), freq="Q"))


def _band(year: str) -> dict:
    return {
        "type": "rect", "x0": start_of(year), "x1": end_of(year), "y0": 0, "y1": 1,
        "xref": "x", "yref": "paper", "fillcolor": theme.BAND, "line": {"width": 0},
        "layer": "below",
    }  # fmt: skip


def _line(start: pd.Period) -> dict:
    return {
        "type": "line", "x0": start.start_time, "x1": start.start_time, "y0": 0, "y1": 1,
        "xref": "x", "yref": "paper", "line": {"color": theme.RULE, "width": 1}, "layer": "below",
    }  # fmt: skip
