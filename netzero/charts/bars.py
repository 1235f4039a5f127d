"""Who leads how much, a bar a team."""

import pandas as pd
import plotly.graph_objects as go

from netzero.charts import theme

ROW = 24


def leads_figure(counts: pd.DataFrame, *, labels: int = 232) -> go.Figure:
    """Return the counts of ``leads_by_team``: live work, then the rest, then the total in words.

    ``labels`` is the room for team names, in pixels.
    """
    figure = theme.figure(
        height=ROW * len(counts) + 12,
        margin={"l": labels, "r": 84, "t": 4},
        barmode="stack",
        bargap=0.25,
    )
    layers = (("live", theme.COUNT, "live"), ("other", theme.ENDED, "not live"))
    for column, colour, name in layers:
        figure.add_trace(
            go.Bar(
                orientation="h",
                y=list(range(len(counts))),
                x=counts[column],
                name=name,
                customdata=counts["team"],
                hovertemplate="%{x} " + name + "<extra></extra>",
                marker={"color": colour, "line": {"color": theme.GROUND, "width": 2}},
            )
        )
    figure.add_trace(_totals(counts))
    figure.update_xaxes(visible=False, range=[0, max(counts["actions"].max(), 1)])
    figure.update_yaxes(
        range=[len(counts) - 0.5, -0.5],
        tickvals=list(range(len(counts))),
        ticktext=[theme.plain(team) for team in counts["team"]],
    )
    return figure


def _totals(counts: pd.DataFrame) -> go.Scatter:
    words = [
        f" <b>{row.actions}</b>" + (f", {row.live} live" if row.live != row.actions else " live")
        for row in counts.itertuples()
    ]
    return go.Scatter(
        x=counts["actions"],
        y=list(range(len(counts))),
        mode="text",
        text=words,
        textposition="middle right",
        textfont={"size": theme.TEXT_SIZE - 1, "color": theme.INK},
        cliponaxis=False,
        hoverinfo="skip",
    )
