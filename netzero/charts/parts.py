"""A whole and its parts, a row each; a tile is an action while tiles are large enough to count."""

import pandas as pd

from netzero.analysis.pictures import Parts
from netzero.charts import axis, bars, palette, theme
from netzero.charts.theme import Figure, Margin, Size

SMALLEST_TILE = 7
FEWEST = 3


def draw(picture: Parts, _: pd.Period, size: Size) -> Figure | None:
    """Return a row a part, with its name and its count; None where there is no part."""
    if not picture.parts:
        return None
    counts = [part.value for part in picture.parts]
    names = [part.name for part in picture.parts]
    room = theme.widest(names, size=size.text, most=size.half * 0.5)
    margin = Margin(room + size.text, bars.count_room(counts, size), 0, 0)
    figure = theme.figure(
        height=len(names) * size.row * 1.25, margin=margin, size=size, bargap=0.25
    )
    axis.add_names(figure, names, room=room, size=size.text, least=size.at_least(FEWEST))
    figure["layout"]["xaxis"] = theme.axis(range=[-0.004 * max(*counts, 1), max(*counts, 1)])
    plot = size.half - margin.left - margin.right
    figure["data"] += [
        _tiles(picture, size, each=plot / max(*counts, 1)),
        bars.counts_after(counts, size),
    ]
    return figure


def _tiles(picture: Parts, size: Size, *, each: float) -> dict:
    """Return the bars of all parts: one an action, or one a part where tiles would be too small."""
    tiled = each >= SMALLEST_TILE
    tiles = [
        (place, part, at, 1 if tiled else part.value)
        for place, part in enumerate(picture.parts)
        for at in range(part.value if tiled else 1)
    ]
    gap = min(0.3, 2 / each) if tiled else 0
    return theme.bars(
        y=[place for place, *_ in tiles],
        base=[at for *_, at, _ in tiles],
        x=[round(length - gap, 3) for *_, length in tiles],
        **theme.pointed([part.spot for _, part, *_ in tiles]),
        marker={
            "color": [palette.fill(part.meaning) for _, part, *_ in tiles],
            "line": {
                "color": [palette.outline(part.meaning) for _, part, *_ in tiles],
                "width": size.line,
            },
        },
    )
