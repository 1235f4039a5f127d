"""Teams on the left, partners on the right, a line for each pair that shares an action."""

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Link, Links, Node
from netzero.charts import palette, theme
from netzero.charts.theme import Figure, Margin, Size

ROW = 24
FEWEST = 4
BEND = tuple(step / 10 for step in range(11))
HEADS = {"team": "Lead teams", "partner": "Partners"}
Heights = Mapping[tuple[str, str], float]


def draw(picture: Links, _: pd.Period, size: Size) -> Figure | None:
    """Return the links; thicker lines are more shared actions, whose number stands at each name.

    None where there is no link, and on narrow screens, which have no room for names on both sides.
    """
    if not picture.nodes or size.narrow:
        return None
    sides = {side: [node for node in picture.nodes if node.side == side] for side in HEADS}
    rows = max(FEWEST, *(node.place + 1 for node in picture.nodes))
    heights = _heights(sides, rows)
    rooms = [_room(sides[side], size) for side in HEADS]
    margin = Margin(rooms[0], rooms[1], round(size.text * 1.6))
    figure = theme.figure(height=rows * ROW + size.text * 2, margin=margin, size=size)
    figure["layout"]["xaxis"] = theme.axis(range=[-0.02, 1.02])
    figure["layout"]["yaxis"] = theme.axis(range=[rows - 0.5, -0.5])
    ordered = sorted(picture.links, key=lambda link: link.actions)
    for actions, links in groupby(ordered, key=lambda link: link.actions):
        figure["data"].append(_lines(list(links), heights, width=actions, size=size))
    for side, nodes in sides.items():
        figure["data"].append(_nodes(nodes, heights, size, left=side == "team"))
        _head(figure, HEADS[side], size, left=side == "team")
    return figure


def _heights(sides: Mapping[str, Sequence[Node]], rows: int) -> Heights:
    """Return heights that spread each side evenly over the same drawing."""
    heights = {}
    for side, nodes in sides.items():
        length = max((node.place + 1 for node in nodes), default=1)
        for node in nodes:
            heights[side, node.name] = round((node.place + 0.5) * rows / length - 0.5, 3)
    return heights


def _room(nodes: Sequence[Node], size: Size) -> int:
    names = [f"{node.name}  {node.actions:,}   " for node in nodes]
    head = f"{max(HEADS.values(), key=len)} and their shared actions"
    room = theme.widest([*names, head], size=size.text, most=size.whole * 0.35)
    return room + size.text


def _lines(links: Sequence[Link], heights: Heights, *, width: int, size: Size) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for link in links:
        begin, end = heights["team", link.team], heights["partner", link.partner]
        x += [*BEND, None]
        y += [*(round(begin + (end - begin) * _eased(share), 3) for share in BEND), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {
            "color": palette.LINK,
            "shape": "spline",
            "width": round(min(12, 1 + (width - 1) * 1.2) * size.text / 14, 1),
        },
    }


def _eased(share: float) -> float:
    return (1 - math.cos(math.pi * share)) / 2


def _nodes(nodes: Sequence[Node], heights: Heights, size: Size, *, left: bool) -> dict[str, Any]:
    room = size.whole * 0.35 - 4 * size.text
    words = [
        f"{theme.short(node.name, room=room, size=size.text)} <b>{node.actions:,}</b>"
        for node in nodes
    ]
    largest = size.text * 1.5
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [0 if left else 1] * len(nodes),
        "y": [heights[node.side, node.name] for node in nodes],
        "text": [f"{said}  " if left else f"  {said}" for said in words],
        "textposition": "middle left" if left else "middle right",
        "textfont": theme.font(size.text),
        "cliponaxis": False,
        **theme.pointed([node.spot for node in nodes]),
        "marker": {
            "symbol": "square" if left else "circle",
            "size": [
                round(min(largest, size.text * (0.55 + 0.12 * math.sqrt(node.actions))), 1)
                for node in nodes
            ],
            "color": palette.INK if left else palette.GROUND,
            "opacity": 1,
            "line": {"color": palette.INK, "width": 2},
        },
    }


def _head(figure: Figure, name: str, size: Size, *, left: bool) -> None:
    theme.note(
        figure, f"<b>{name}</b> and their shared actions", size=size.small, x=0 if left else 1,
        xref="x", y=1, yanchor="bottom", xanchor="right" if left else "left",
        xshift=-size.text if left else size.text,
    )  # fmt: skip
