"""How many of the lanes are live month by month, on the same axis beneath them."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Columns, Series
from netzero.charts import axis, palette, steps, theme
from netzero.charts.lane_layout import Layout
from netzero.charts.steps import Drawn
from netzero.charts.theme import Figure, Size

HEADING = "Live at once"
HIGH, LABEL = 5, 1.5  # in sizes of small text: of the steps, and of the counts over them


def rows_for(load: Columns | None, row: float, size: Size) -> float:
    """Return how many rows of lanes, ``row`` pixels each, the load takes beneath them."""
    return (HIGH + LABEL) * size.small / row if load and load.months else 0.0


def add_load(
    figure: Figure, load: Columns, month: pd.Period, *, lines: float, layout: Layout, plot: float
) -> None:
    """Draw the load at the foot of ``lines`` rows, with its totals where they change."""
    drawn = Drawn(load, month.ordinal, layout.size, layout.picture.years, plot)
    foot, each = lines - 0.5, HIGH * layout.size.small / layout.row / max(*drawn.totals, 1)
    floors = [0] * len(drawn.totals)
    for series in load.series:
        bases = [foot - floor * each for floor in floors]
        figure["data"].append(_layer(drawn, series, bases=bases, each=each))
        floors = [floor + value for floor, value in zip(floors, series.values, strict=True)]
    figure["data"].append(steps.totals(drawn, height=lambda count: foot - count * each))
    if not layout.stacked:
        middle = foot - HIGH * layout.size.small / layout.row / 2
        words = f"<b>{HEADING}</b>, now {drawn.now_total:,}, most {max(drawn.totals):,}"
        theme.note(
            figure, words, size=layout.text, x=0, xref="paper", xanchor="left", xshift=-layout.left,
            y=round(middle, 3), yref="y", yanchor="middle",
        )  # fmt: skip
    figure["layout"]["shapes"].append(axis.across(foot, colour=palette.QUIET_INK))


def _layer(drawn: Drawn, series: Series, *, bases: Sequence[float], each: float) -> dict[str, Any]:
    heights = [-value * each for value in series.values]
    return steps.layer(drawn, series, heights, line={"width": 0}, base=list(bases))
