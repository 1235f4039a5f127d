"""Who leads how much, a bar a team."""

import pandas as pd
import plotly.graph_objects as go

from netzero.analysis.positions import IN_DELIVERY, NOT_STARTED, WINDOW_ENDED
from netzero.charts import theme

ROW = 24
NARROW = 200


def leads_figure(counts: pd.DataFrame, *, labels: int = 232) -> go.Figure:
    """Return the counts of ``leads_by_team``: live, not started and ended, then the total.

    ``labels`` is the room for team names, in pixels.
    """
    figure = theme.figure(
        height=ROW * len(counts) + 12,
        margin={"l": labels, "r": 84, "t": 4},
        barmode="stack",
        bargap=0.25,
    )
    layers = (("live", IN_DELIVERY), ("not_started", NOT_STARTED), ("ended", WINDOW_ENDED))
    for column, position in layers:
        figure.add_trace(
            go.Bar(
                orientation="h",
                y=list(range(len(counts))),
                x=counts[column],
                name=column,
                customdata=counts["team"],
                hovertemplate="%{x} " + column.replace("_", " ") + "<extra></extra>",
                marker={
                    "color": theme.POSITION_FILL[position],
                    "line": {"color": theme.POSITION_OUTLINE[position], "width": 1},
                },
            )
        )
    figure.add_trace(_totals(counts))
    figure.update_xaxes(visible=False, range=[0, max(counts["actions"].max(), 1)])
    figure.update_yaxes(
        range=[len(counts) - 0.5, -0.5],
        tickvals=list(range(len(counts))),
        ticktext=[theme.plain(team) for team in counts["team"]],
        tickfont_size=theme.TEXT_SIZE if labels > NARROW else theme.SMALL_SIZE,
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
