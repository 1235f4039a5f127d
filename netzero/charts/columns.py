"""Counts month by month, as columns on the delivery years."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from netzero.charts import theme
from netzero.charts.axis import HEAD, add_as_at, add_years, middle
from netzero.plan.months import month_label, years_between

MONTH = pd.Timedelta(days=30)
NEAR = 6


def deadline_profile_figure(
    profile: pd.DataFrame, *, as_at: pd.Period, height: int = 270, quarters: bool = True
) -> go.Figure:
    """Return the deadlines of ``deadlines_by_month`` as columns, each with its count and month.

    Without ``quarters`` only the years are named, for narrow screens.
    """
    years = years_between(profile["month"].min(), profile["month"].max())
    figure = _frame(years, height=height, most=int(profile["deadlines"].max()), quarters=quarters)
    given = profile[profile["deadlines"].gt(0)]
    past = given["month"].lt(as_at)
    figure.add_trace(
        go.Bar(
            x=given["month"].map(middle),
            y=given["deadlines"],
            width=MONTH / pd.Timedelta(milliseconds=1),
            text=_month_words(given),
            constraintext="none",
            textposition="outside",
            textangle=0,
            textfont={"size": theme.SMALL_SIZE, "color": theme.INK},
            cliponaxis=False,
            customdata=given["month"].astype(str),
            hovertemplate="%{text}<extra></extra>",
            marker={
                "color": past.map({True: theme.ENDED, False: theme.COUNT}),
                "line": {
                    "color": past.map({True: theme.ENDED_EDGE, False: theme.COUNT}),
                    "width": 1,
                },
            },
        )
    )
    add_as_at(figure, as_at, years)
    return figure


def _month_words(given: pd.DataFrame) -> list[str]:
    """Return count and month for each column, lifted where the one before stands too near."""
    words, before, lifted = [], None, False
    for month, count in zip(given["month"], given["deadlines"], strict=True):
        lifted = before is not None and (month - before).n < NEAR and not lifted
        below = "<br> <br> " if lifted else ""
        words.append(f"<b>{count}</b><br>{month_label(month)}{below}")
        before = month
    return words


def team_profile_figure(
    profile: pd.DataFrame, *, as_at: pd.Period, height: int = 320, quarters: bool = True
) -> go.Figure:
    """Return ``team_profile``: time-bound work on the floor of ongoing work, a column a month.

    The deadlines of a month stand over its column.
    """
    years = years_between(profile["month"].iloc[0], profile["month"].iloc[-1])
    figure = _frame(years, height=height, most=int(profile["live"].max()), quarters=quarters)
    figure.update_layout(margin_r=96)
    layers = (("ongoing", theme.ONGOING, "ongoing"), ("time_bound", theme.DELIVERY, "time-bound"))
    floor = 0
    for column, colour, name in layers:
        figure.add_trace(_column_trace(profile, column, colour, name))
        floor += _name_layer(figure, profile, column, name, floor=floor)
    ending = profile[profile["deadlines"].gt(0)]
    figure.add_trace(
        go.Scatter(
            x=ending["month"].map(middle),
            y=ending["live"],
            mode="text",
            text=[f"<b>◆{count}</b>" for count in ending["deadlines"]],
            textposition="top center",
            textfont={"size": theme.SMALL_SIZE, "color": theme.DEADLINE},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    add_as_at(figure, as_at, years)
    return figure


def _name_layer(
    figure: go.Figure, profile: pd.DataFrame, column: str, name: str, *, floor: int
) -> int:
    """Write a layer's name beside its last column; return the height of that column."""
    height = int(profile[column].iloc[-1])
    if height:
        figure.add_annotation(
            x=1, y=floor + height / 2, xref="paper", xanchor="left", xshift=6, showarrow=False,
            text=f"{height} {name}", font={"size": theme.TEXT_SIZE - 1},
        )  # fmt: skip
    return height


def partner_demand_figure(
    demand: pd.DataFrame, *, as_at: pd.Period, height: int = 240, quarters: bool = True
) -> go.Figure:
    """Return ``partner_demand``: the live actions that name a partner, a column a month."""
    years = years_between(demand["month"].iloc[0], demand["month"].iloc[-1])
    figure = _frame(years, height=height, most=int(demand["live"].max()), quarters=quarters)
    figure.add_trace(_column_trace(demand, "live", theme.COUNT, "live"))
    add_as_at(figure, as_at, years)
    return figure


def _frame(years: Sequence[str], *, height: int, most: int, quarters: bool = True) -> go.Figure:
    figure = theme.figure(
        height=height, margin={"l": 34, "r": 12, "t": HEAD, "b": 24}, barmode="stack", bargap=0
    )
    add_years(figure, years, quarters=quarters)
    figure.update_yaxes(range=[0, most * 1.3 or 1], nticks=5, tickformat="d", showgrid=False)
    return figure


def _column_trace(table: pd.DataFrame, column: str, colour: str, name: str) -> go.Bar:
    return go.Bar(
        x=table["month"].map(middle),
        y=table[column],
        width=MONTH / pd.Timedelta(milliseconds=1),
        name=name,
        customdata=table["month"].astype(str),
        hovertext=[
            f"{month_label(month)}: {count} {name}"
            for month, count in zip(table["month"], table[column], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": colour, "line": {"color": theme.GROUND, "width": 1}},
    )
