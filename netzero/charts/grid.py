"""Counts in cells: teams against periods, and partners against teams."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from netzero.charts import theme
from netzero.charts.axis import HEAD, add_as_at, add_years
from netzero.plan.months import month_label

LABELS = 232
NARROW_LABELS = 190
ROW = 27
TALL_ROW = 33
LONGEST = 48


def workload_figure(
    grid: pd.DataFrame, *, periods: pd.DataFrame, as_at: pd.Period, narrow: bool = False
) -> go.Figure:
    """Return ``workload_grid`` as cells: live work as shade and number, deadlines as ◆ and number.

    Every cell carries its team and period as customdata; a cell of 0 is blank and still a cell.
    ``narrow`` gives team and year names less room.
    """
    teams = list(dict.fromkeys(grid["team"]))
    columns = {period: place for place, period in enumerate(periods["period"])}
    rows = {team: place for place, team in enumerate(teams)}
    placed = grid.assign(x=grid["period"].map(columns), y=grid["team"].map(rows))
    figure = _cells_frame(
        teams, width=len(columns), labels=NARROW_LABELS if narrow else LABELS, row=TALL_ROW
    )
    figure.add_trace(
        _cells(placed, "live", customdata=placed[["team", "period"]].to_numpy().tolist())
    )
    figure.add_trace(_counts(placed[placed["live"].gt(0)], "live", lift=0.18))
    figure.add_trace(_deadlines(placed[placed["deadlines"].gt(0)], most=grid["live"].max()))
    _name_periods(figure, periods, narrow=narrow)
    if narrow:
        figure.update_yaxes(tickfont_size=theme.SMALL_SIZE)
        figure.update_xaxes(tickfont_size=theme.SMALL_SIZE, tickangle=-90)
    _mark_as_at(figure, periods, as_at)
    return figure


def deadline_grid_figure(
    grid: pd.DataFrame, *, years: Sequence[str], as_at: pd.Period
) -> go.Figure:
    """Return ``deadline_grid`` on the delivery years: a cell for each month with deadlines.

    Several deadlines fill their cell, a single one outlines it.

    Every cell carries its team and month as customdata; months without deadlines stay empty.
    """
    teams = list(dict.fromkeys(grid["team"]))
    figure = theme.figure(
        height=ROW * len(teams) + HEAD + 26, margin={"l": LABELS, "t": HEAD, "b": 26}, bargap=0
    )
    add_years(figure, years)
    place = grid["team"].map({team: place for place, team in enumerate(teams)})
    start = grid["month"].dt.to_timestamp()
    length = (grid["month"] + 1).dt.to_timestamp() - start
    several = grid["deadlines"].gt(1)
    figure.add_trace(
        go.Bar(
            orientation="h",
            y=place,
            base=start,
            x=length / pd.Timedelta(milliseconds=1),
            width=0.8,
            text=grid["deadlines"].astype(str),
            textposition="inside",
            insidetextanchor="middle",
            constraintext="none",
            textangle=0,
            textfont={
                "size": theme.SMALL_SIZE,
                "color": several.map({True: theme.GROUND, False: theme.DEADLINE}),
            },
            customdata=[
                [team, str(month)] for team, month in zip(grid["team"], grid["month"], strict=True)
            ],
            hovertext=[
                theme.plain(f"{row.team}, {month_label(row.month)}: {row.deadlines}")
                for row in grid.itertuples()
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": several.map({True: theme.DEADLINE, False: theme.GROUND}),
                "line": {"color": theme.DEADLINE, "width": 1},
            },
        )
    )
    for line in range(len(teams) + 1):
        figure.add_hline(y=line - 0.5, line={"color": theme.RULE, "width": 1}, layer="below")
    figure.update_yaxes(
        range=[len(teams) - 0.5, -0.5],
        tickvals=list(range(len(teams))),
        ticktext=[theme.clipped(team, longest=LONGEST) for team in teams],
    )
    add_as_at(figure, as_at, years)
    return figure


def matrix_figure(
    links: pd.DataFrame, *, partners: Sequence[str], teams: Sequence[str]
) -> go.Figure:
    """Return the links of ``partner_links`` as cells: partners down, teams across.

    Every cell carries its partner and team as customdata.
    """
    whole = pd.MultiIndex.from_product([partners, teams], names=["partner", "team"])
    counts = links.set_index(["partner", "team"])["actions"].reindex(whole, fill_value=0)
    table = counts.reset_index()
    placed = table.assign(
        x=table["team"].map({team: place for place, team in enumerate(teams)}),
        y=table["partner"].map({partner: place for place, partner in enumerate(partners)}),
    )
    figure = _cells_frame(partners, width=len(teams), labels=LABELS + 30, head=226)
    figure.add_trace(
        _cells(placed, "actions", customdata=placed[["partner", "team"]].to_numpy().tolist())
    )
    figure.add_trace(_counts(placed[placed["actions"].gt(0)], "actions"))
    figure.update_xaxes(
        tickvals=list(range(len(teams))),
        ticktext=[theme.clipped(team, longest=LONGEST) for team in teams],
        tickangle=-90,
    )
    return figure


def _cells_frame(
    names: Sequence[str], *, width: int, labels: int, head: int = 48, row: int = ROW
) -> go.Figure:
    figure = theme.figure(
        height=row * len(names) + head + 26,
        margin={"l": labels, "r": 8, "t": head, "b": 26},
        bargap=0,
        barmode="overlay",
    )
    figure.update_xaxes(side="top", range=[-0.5, width - 0.5])
    figure.update_yaxes(
        range=[len(names) - 0.5, -0.5],
        tickvals=list(range(len(names))),
        ticktext=[theme.clipped(name, longest=LONGEST) for name in names],
    )
    return figure


def _cells(placed: pd.DataFrame, column: str, *, customdata: list) -> go.Bar:
    """Return the cells as bars: of all marks only they answer a click and fill their place."""
    most = placed[column].max()
    return go.Bar(
        orientation="h",
        y=placed["y"],
        base=placed["x"] - 0.49,
        x=[0.98] * len(placed),
        width=0.94,
        customdata=customdata,
        hovertext=[
            theme.plain(f"{first}, {second}: {count}")
            for (first, second), count in zip(customdata, placed[column], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": [theme.shade(count, most=most) for count in placed[column]],
            "line": {"width": 0},
        },
    )


def _counts(placed: pd.DataFrame, column: str, *, lift: float = 0) -> go.Scatter:
    most = placed[column].max() if len(placed) else 0
    return go.Scatter(
        x=placed["x"],
        y=placed["y"] - (lift * placed["deadlines"].gt(0) if lift else 0),
        mode="text",
        text=placed[column].astype(str),
        textfont={
            "size": theme.TEXT_SIZE - 1,
            "color": [theme.ink_on(theme.shade(count, most=most)) for count in placed[column]],
        },
        hoverinfo="skip",
    )


def _deadlines(placed: pd.DataFrame, *, most: int) -> go.Scatter:
    fills = [theme.shade(count, most=most) for count in placed["live"]]
    return go.Scatter(
        x=placed["x"],
        y=placed["y"] + 0.24,
        mode="text",
        text=[f"<b>◆{count}</b>" for count in placed["deadlines"]],
        textfont={
            "size": theme.SMALL_SIZE,
            "color": [
                theme.DEADLINE if fill in theme.SEQUENTIAL[:4] else theme.ink_on(fill)
                for fill in fills
            ],
        },
        hoverinfo="skip",
    )


def _name_periods(figure: go.Figure, periods: pd.DataFrame, *, narrow: bool) -> None:
    single = periods["year"].is_unique
    names = periods["short"].str[2:] if narrow else periods["short"]
    figure.update_xaxes(
        tickvals=list(range(len(periods))),
        ticktext=[f"<b>{name}</b>" if single else name for name in names],
        tickangle=0,
    )
    if single:
        return
    places = pd.Series(range(len(periods)), index=periods["year"])
    for year, own in places.groupby(level=0, sort=False):
        figure.add_annotation(
            x=own.mean(), y=1, yref="paper", yanchor="bottom", yshift=22,
            text=f"<b>{year}</b>", showarrow=False, font={"size": theme.TEXT_SIZE},
        )  # fmt: skip
        if own.min():
            figure.add_vline(x=own.min() - 0.5, line={"color": theme.QUIET_INK, "width": 1})


def _mark_as_at(figure: go.Figure, periods: pd.DataFrame, as_at: pd.Period) -> None:
    """Outline the period that holds the as-at month; a line would cross the counts."""
    holding = periods[periods["first"].le(as_at) & periods["last"].ge(as_at)]
    for place in holding.index:
        figure.add_shape(
            type="rect", x0=place - 0.5, x1=place + 0.5, y0=0, y1=1, yref="paper",
            line={"color": theme.AS_AT, "width": 3},
        )  # fmt: skip
        figure.add_annotation(
            x=place, y=0, yref="paper", yanchor="top", yshift=-3, showarrow=False,
            text=f"<b>as at {month_label(as_at)}</b>", font={"size": theme.SMALL_SIZE},
        )  # fmt: skip
