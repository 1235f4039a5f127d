"""The words of lanes: ids, titles and leads before the bars or over them, and what stands after."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from netzero.analysis.pictures import Lane
from netzero.charts import axis, palette, theme
from netzero.charts.lane_layout import Layout, leads_words
from netzero.charts.theme import Figure

BOLD = 1.05
GAP = "  "
MOST_AFTER = 0.3  # of the whole width, for what is said after the last year


class After(NamedTuple):
    """Words after a bar: the day at which they begin, the same in pixels, and their height."""

    day: str
    left: float
    words: str
    height: float


def words_after(layout: Layout, month: pd.Period, *, plot: float) -> list[After]:
    """Return the words after the bars, right of the as-at line where it would cross them."""
    each = plot / (layout.last - layout.first)
    line = (month.ordinal + 0.5 - layout.first) * each
    afters = []
    for lane, height in layout.lanes:
        said = lane.said
        if not said or _is_over(layout, lane):
            continue
        ends = [lane.right] if lane.right is not None else []
        ends += [lane.was[1]] if lane.was else []
        edge = axis.place_of(max(ends)) if ends else layout.first
        words = (layout.arrow_gap if lane.leaves else "") + GAP + said
        left = (edge - layout.first) * each
        room = plot + layout.size.whole * MOST_AFTER - left
        words = theme.clipped(words, room=room, size=layout.text)
        if not layout.stacked and _crosses(line, left, words, layout, plot=plot):
            afters.append(After(axis.middle(month.ordinal), line, GAP + said, height))
        else:
            afters.append(After(axis.day(round(edge)), left, words, height))
    return afters


def _crosses(line: float, left: float, words: str, layout: Layout, *, plot: float) -> bool:
    """Return whether the as-at line would go through words; of stacked lanes it has bars alone."""
    return left - 2 <= line <= left + theme.width_of(words, layout.text) and line <= plot


def after_trace(layout: Layout, afters: Sequence[After]) -> dict[str, Any]:
    """Return the words after the bars as a trace."""
    return theme.texts(
        [after.day for after in afters],
        [after.height for after in afters],
        [theme.plain(after.words) for after in afters],
        textposition="middle right",
        textfont=theme.font(layout.text, palette.QUIET_INK),
    )


def over_trace(layout: Layout) -> dict[str, Any]:
    """Return headings, ids and titles over the bars, and how a bar moved where it stands beside it.

    What is said of a move is longer than the room that is left after a bar.
    """
    text, room = layout.text, layout.size.whole - layout.size.small
    lanes = list(zip(layout.picture.lanes, layout.rows, strict=True))
    held = {row: f": {lane.holds:,} {lane.position}" for lane, row in lanes if lane.holds}
    lines = [
        (row - 0.1 - 0.1 * (row in held), _bold(f"{name}{held.get(row, '')}", room=room, text=text))
        for row, name in layout.headings
    ]
    leads = [
        (row - 0.02, theme.plain(leads_words(lane, room, text)))
        for lane, row in lanes
        if layout.led and not lane.holds
    ]
    for lane, row in lanes:
        if not lane.holds:
            left = room - theme.width_of(f"{lane.label} ", text * BOLD)
            title = theme.short(lane.title, room=left, size=text)
            lines.append((row - layout.over, f"{theme.bold(lane.label)} {title}"))
        if _is_over(layout, lane):
            lines.append((row - 0.15, theme.short(lane.said, room=room, size=text)))
    inks = [palette.INK] * len(lines) + [palette.QUIET_INK] * len(leads)
    return theme.texts(
        [axis.day(layout.first)] * len(inks),
        [row for row, _ in lines + leads],
        [words for _, words in lines + leads],
        textposition="middle right",
        textfont=theme.font(text, inks),
    )


def _is_over(layout: Layout, lane: Lane) -> bool:
    """Return whether the words of a lane stand over its bar: there are two, one above the other."""
    return layout.stacked and lane.was is not None


def write_columns(figure: Figure, layout: Layout) -> None:
    """Write ids, titles and leads, each column from its left edge, and headings over the ids."""
    shift, text = layout.left, layout.text
    for number, (words, room) in enumerate(layout.columns, start=1):
        given = [pair for pair in zip(layout.rows, words, strict=True) if pair[1]]
        places = [row for row, _ in given]
        if number == 1:
            shown = [_bold(each, room=room, text=text) for _, each in given]
            places += [row for row, _ in layout.headings]
            wide = sum(room for _, room in layout.columns[:2])
            shown += [_bold(name, room=wide, text=text) for _, name in layout.headings]
        else:
            shown = [theme.short(each, room=room - text / 2, size=text) for _, each in given]
        if number == 1:
            figure["layout"]["yaxis"] = axis.words_down(
                places, shown, shift=-shift, reach=figure["layout"]["yaxis"]["range"], size=text
            )
        else:
            axis.add_words_down(figure, number, places, shown, shift=-shift, size=text)
        shift -= room


def _bold(words: str, *, room: float, text: int) -> str:
    return f"<b>{theme.short(words, room=room - text / 2, size=text * BOLD)}</b>"
