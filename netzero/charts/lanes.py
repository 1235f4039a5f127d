"""Bars on the delivery years, a lane each, under the headings of their groups."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Lane, Lanes
from netzero.charts import axis, lane_ghosts, lane_load, lane_words, palette, theme
from netzero.charts import key as keys
from netzero.charts.key import Entry
from netzero.charts.lane_ghosts import NANOSECONDS
from netzero.charts.lane_layout import FEWEST, Layout, layout_of
from netzero.charts.lane_words import After
from netzero.charts.theme import Figure, Margin, Size

AFTER = 6  # how much room words after the last year are given at first, in sizes of their text


def draw(picture: Lanes, month: pd.Period, size: Size) -> Figure | None:
    """Return the lanes on their years, with ids, titles and leads; None where there is none.

    At the end of a bar stands what its edges do not tell, or else the month in which it ends.
    Lanes without dates are words alone. On narrow screens words stand over the bars.
    """
    if not picture.lanes or not picture.years:
        return None
    layout = layout_of(picture, size)
    plot = size.whole - layout.left - AFTER * layout.text
    afters = lane_words.words_after(layout, month, plot=plot)
    load = None if size.height else picture.load
    lines: float = max(layout.rows[-1] + 1, size.at_least(FEWEST))
    lines += lane_load.rows_for(load, layout.row, size)
    margin, key, room = _margin(layout, afters, plot=plot)
    if picture.has_ghosts:  # what is said of moves is long: the years get what it leaves them
        plot = size.whole - margin.left - margin.right
        afters = lane_words.words_after(layout, month, plot=plot)
    figure = theme.figure(
        height=lines * layout.row + margin.top + margin.bottom, margin=margin, size=size, bargap=0
    )
    keys.add(figure, key, room=room, size=size)
    axis.add_years(figure, picture.years, plot=plot, size=size)
    figure["layout"]["yaxis"] = theme.axis(range=[lines - 0.5, -0.5])
    if picture.has_ghosts:
        figure["data"] += [lane_ghosts.ghost_bars(layout)]
        figure["layout"]["shapes"] += lane_ghosts.outlines(layout)
    figure["data"] += [_bars(layout), _arrows(layout), lane_words.after_trace(layout, afters)]
    if picture.has_ghosts:
        figure["data"] += lane_ghosts.moves(layout)
    if layout.stacked:
        figure["data"] += [lane_words.over_trace(layout), _as_at_ticks(layout, month)]
    else:
        lane_words.write_columns(figure, layout)
    if load and load.months:
        lane_load.add_load(figure, load, month, lines=lines, layout=layout, plot=plot)
    foot = float(layout.stacked)
    axis.add_as_at(figure, month, picture.years, plot=plot, size=size, foot=foot)
    return figure


def _margin(
    layout: Layout, afters: Sequence[After], *, plot: float
) -> tuple[Margin, list[Entry], float]:
    """Return the room around the bars, and the key with the room that it has.

    The key stands in the corner over the columns, or over the years where there is no corner.
    """
    size, key = layout.size, [Entry(*each) for each in layout.picture.key()]
    head = axis.head_height(size)
    beside = not layout.stacked and not size.height
    room = layout.left if beside else size.half
    high = keys.height(key, room=room, size=size)
    ends = [after.left + theme.width_of(after.words, layout.text) for after in afters]
    beyond = max(ends, default=0) - plot + layout.text / 2
    right = max(layout.text, min(beyond, size.whole * lane_words.MOST_AFTER))
    return Margin(layout.left, round(right), max(head, high) if beside else head + high), key, room


def _bars(layout: Layout) -> dict[str, Any]:
    drawn = [
        (lane, left, right, height, surely)
        for lane, height in layout.lanes
        for left, right, surely in lane.sections
    ]
    thick = [layout.thick if surely else layout.thin for *_, surely in drawn]
    return theme.bars(
        y=[height for *_, height, _ in drawn],
        base=[left.date().isoformat() for _, left, *_ in drawn],
        x=[(right.value - left.value) // NANOSECONDS for _, left, right, *_ in drawn],
        width=thick if layout.thin in thick else layout.thick,
        **theme.pointed([lane.spot for lane, *_ in drawn]),
        marker={
            "color": [palette.fill(lane.position) for lane, *_ in drawn],
            "line": {
                "color": [palette.outline(lane.position) for lane, *_ in drawn],
                "width": layout.size.line,
            },
        },
    )


def _arrows(layout: Layout) -> dict[str, Any]:
    """Return an arrow at each end that runs on past an edge."""
    edges = ((axis.day(layout.first), "triangle-left"), (axis.day(layout.last), "triangle-right"))
    ends = [
        (lane, height, edge, symbol)
        for lane, height in layout.lanes
        for runs, (edge, symbol) in zip((lane.enters, lane.leaves), edges, strict=True)
        if runs
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [edge for *_, edge, _ in ends],
        "y": [height for _, height, *_ in ends],
        "cliponaxis": False,
        **theme.pointed([lane.spot for lane, *_ in ends]),
        "marker": {
            "symbol": [symbol for *_, symbol in ends],
            "size": layout.arrow,
            "color": [palette.tone(lane.position).mark for lane, *_ in ends],
            "opacity": 1,
            "line": {"width": 0},
        },
    }


def _as_at_ticks(layout: Layout, month: pd.Period) -> dict[str, Any]:
    """Return the as-at line as a tick over each bar that it meets.

    A whole line would cross the words, and a tick beside a bar those that stand after it.
    """
    heights = [height for lane, height in layout.lanes if _meets(lane, month)]
    at, half = axis.middle(month.ordinal), layout.thick * 0.75
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [at, at, None] * len(heights),
        "y": [y for height in heights for y in (height - half, height + half, None)],
        "line": {"color": palette.AS_AT, "width": 2},
    }


def _meets(lane: Lane, month: pd.Period) -> bool:
    """Return whether the middle of a month lies on the bar of a lane."""
    middle = month.start_time + (month.end_time - month.start_time) / 2
    return lane.left is not None and lane.right is not None and lane.left <= middle < lane.right
