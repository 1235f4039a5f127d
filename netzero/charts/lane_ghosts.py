"""Where a bar was before: its outline, dashed, over the bar after, and the move beneath both."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Lane
from netzero.charts import palette, theme
from netzero.charts.lane_layout import Layout

NANOSECONDS = 1_000_000  # in a millisecond, which is how a figure gives the length of a bar
DASH = "4px,3px"
TIP = 9  # pixels that the head of a move takes
BENEATH = 0.09  # of a row between a bar and its move


def ghost_bars(layout: Layout) -> dict[str, Any]:
    """Return the ground of each bar before, which can be pointed at as the bar after can."""
    drawn = list(_ghosts(layout))
    return theme.bars(
        y=[(top + foot) / 2 for *_, top, foot in drawn],
        base=[was[0].date().isoformat() for _, was, *_ in drawn],
        x=[(was[1].value - was[0].value) // NANOSECONDS for _, was, *_ in drawn],
        width=layout.ghost,
        **theme.pointed([lane.spot for lane, *_ in drawn]),
        marker={"color": palette.GROUND, "line": {"color": palette.GROUND, "width": 0}},
    )


def outlines(layout: Layout) -> list[dict[str, Any]]:
    """Return the dashed outline of each bar before, as shapes."""
    return [
        {
            "type": "rect",
            "xref": "x", "yref": "y",
            "x0": was[0].date().isoformat(), "x1": was[1].date().isoformat(),
            "y0": round(top, 3), "y1": round(foot, 3),
            "line": {"color": palette.QUIET_INK, "width": layout.size.line * 1.5, "dash": DASH},
            "layer": "above",
        }
        for _, was, top, foot in _ghosts(layout)
    ]  # fmt: skip


def moves(layout: Layout) -> list[dict[str, Any]]:
    """Return each move as a line from the edge before to that after, and its head, as traces."""
    x: list[str | None] = []
    y: list[float | None] = []
    heads: list[tuple[str, float, str]] = []
    for lane, height in layout.lanes:
        low, top = height + layout.thick / 2 + BENEATH, height - layout.thick / 2
        for before, after in lane.moves():
            old, new = (each.date().isoformat() for each in (before, after))
            x += [old, new, new, None]
            y += [low, low, top, None]
            heads.append((new, low, "triangle-right" if after > before else "triangle-left"))
    line = {
        "type": "scatter", "mode": "lines", "x": x, "y": y,
        "line": {"color": palette.AS_AT, "width": 2}, "cliponaxis": False,
    }  # fmt: skip
    head = {
        "type": "scatter",
        "mode": "markers",
        "x": [each for each, *_ in heads],
        "y": [each for _, each, _ in heads],
        "cliponaxis": False,
        "marker": {
            "symbol": [symbol for *_, symbol in heads],
            "size": TIP, "color": palette.AS_AT, "opacity": 1, "line": {"width": 0},
        },
    }  # fmt: skip
    return [line, head]


def _ghosts(
    layout: Layout,
) -> Iterator[tuple[Lane, tuple[pd.Timestamp, pd.Timestamp], float, float]]:
    """Yield each lane that was somewhere: where, and the top and the foot of its outline."""
    for lane, height in layout.lanes:
        if lane.was is not None:
            foot = height - layout.thick / 2 - 0.02
            yield lane, lane.was, foot - layout.ghost, foot
