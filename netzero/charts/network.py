"""Teams on the left, partners on the right, a line for each pair that shares an action."""

import math

import pandas as pd
import plotly.graph_objects as go

from netzero.analysis.partners import Network
from netzero.charts import theme

ROW = 24
BEND = [step / 14 for step in range(15)]


def network_figure(network: Network) -> go.Figure:
    """Return the network of ``partner_network``; thicker lines are more shared actions.

    Every node carries its side and name as customdata.
    """
    size = network.nodes.groupby("side")["place"].max().max() + 1
    nodes = network.nodes.assign(
        x=network.nodes["side"].map({"team": 0.0, "partner": 1.0}),
        y=_spread(network.nodes, size),
    )
    figure = theme.figure(
        height=int(max(size, 4) * ROW) + 40, margin={"l": 250, "r": 330, "t": 30, "b": 10}
    )
    figure.update_xaxes(visible=False, range=[-0.02, 1.02])
    figure.update_yaxes(visible=False, range=[size - 0.4, -0.6])
    for actions, links in network.links.groupby("actions"):
        figure.add_trace(_lines(links, nodes.set_index(["side", "name"])["y"], width=actions))
    for side, name in (("team", "Lead teams"), ("partner", "Partners")):
        figure.add_trace(_nodes(nodes[nodes["side"].eq(side)], left=side == "team"))
        _head(figure, name, left=side == "team")
    return figure


def _spread(nodes: pd.DataFrame, size: int) -> pd.Series:
    """Return heights that spread each side evenly over the same drawing."""
    length = nodes.groupby("side")["place"].transform("max") + 1
    return (nodes["place"] + 0.5) * size / length - 0.5


def _lines(links: pd.DataFrame, heights: pd.Series, *, width: int) -> go.Scatter:
    x, y = [], []
    for link in links.itertuples():
        from_y, to_y = heights["team", link.team], heights["partner", link.partner]
        x += [*BEND, None]
        y += [*(from_y + (to_y - from_y) * (1 - math.cos(math.pi * t)) / 2 for t in BEND), None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": theme.LINK, "width": 1 + (width - 1) * 1.2},
        hoverinfo="skip",
    )


def _nodes(nodes: pd.DataFrame, *, left: bool) -> go.Scatter:
    gap = "  "
    words = [
        f"{theme.plain(row.name_)} <b>{row.actions}</b>"
        for row in nodes.rename(columns={"name": "name_"}).itertuples()
    ]
    return go.Scatter(
        x=nodes["x"],
        y=nodes["y"],
        mode="markers+text",
        text=[word + gap if left else gap + word for word in words],
        textposition="middle left" if left else "middle right",
        textfont={"size": theme.TEXT_SIZE - 1, "color": theme.INK},
        cliponaxis=False,
        customdata=nodes[["side", "name"]].to_numpy().tolist(),
        hovertext=[theme.plain(name) for name in nodes["name"]],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "symbol": "square" if left else "circle",
            "size": [8 + 2.2 * math.sqrt(actions) for actions in nodes["actions"]],
            "color": theme.COUNT if left else theme.GROUND,
            "opacity": 1,
            "line": {"color": theme.COUNT, "width": 2},
        },
    )


def _head(figure: go.Figure, name: str, *, left: bool) -> None:
    figure.add_annotation(
        x=0 if left else 1, y=1, xref="x", yref="paper", yanchor="bottom", showarrow=False,
        xanchor="right" if left else "left", text=f"<b>{name}</b> and their shared actions",
        font={"size": theme.SMALL_SIZE},
    )  # fmt: skip
