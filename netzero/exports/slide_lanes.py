"""A timeline as shapes that can be moved and edited, on the delivery years that it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from netzero.analysis.positions import DATES_NOT_GIVEN
from netzero.charts import theme
from netzero.exports import palette
from netzero.exports.slide_page import (
    BODY,
    LABEL,
    LINE,
    Box,
    Page,
    clean,
    decorate,
    describe,
    fill,
    fitting,
    rgb,
    set_words,
    text_height,
    text_width,
    without_margins,
    without_style,
    write,
)
from netzero.plan.months import first_month, month_label, months_of, years_between

YEARS_HIGH = 0.45
AS_AT_HIGH = 0.42
HIGHEST_LANE = 0.7
HIGHEST_BAR = 0.5
MARK = 0.2
GAP = 0.08
_SIZES = range(BODY, LABEL - 1, -1)


@dataclass(frozen=True)
class Axis:
    """The delivery years of a timeline and the place that they take."""

    years: tuple[str, ...]
    box: Box

    def at(self, moment: pd.Timestamp) -> float:
        """Return where a moment is, in inches from the left of the page."""
        months = months_of(self.years)
        first, last = months[0].start_time, (months[-1] + 1).start_time
        return self.box.left + self.box.width * float((moment - first) / (last - first))


def axis_years(table: pd.DataFrame) -> tuple[str, ...]:
    """Return the delivery years that cover every bar; ``right`` is the moment after its end."""
    drawn = table.dropna(subset=["left", "right"])
    if drawn.empty:
        return ()
    last = drawn["right"].max() - pd.Timedelta(days=1)
    return years_between(drawn["left"].min().to_period("M"), last.to_period("M"))


def add_lanes(page: Page, box: Box, table: pd.DataFrame, *, as_at: pd.Period, alt: str) -> None:
    """Draw a lane a row: its label, its bar, and its words at the end of the bar."""
    years = axis_years(table)
    labels = [clean(label) for label in table["label"]]
    room = box.height - YEARS_HIGH - AS_AT_HIGH
    high = min(HIGHEST_LANE, room / len(table))
    size, label_width = _label_room(labels, Box(0, 0, box.width, high))
    left = box.left + label_width + GAP + MARK
    axis = Axis(
        years, Box(left, box.top, box.left + box.width - left, YEARS_HIGH + high * len(table))
    )
    _add_years(page, axis, alt)
    line = _add_as_at(page, axis, as_at) if years else None
    for place, lane in enumerate(table.itertuples()):
        top = box.top + YEARS_HIGH + place * high
        write(
            page,
            Box(box.left, top, label_width, high),
            [str(lane.label)],
            size=size,
            name=f"Label {place + 1}",
            anchor="MIDDLE",
        )
        _add_lane(
            page, axis, lane, Box(axis.box.left, top, axis.box.width, high), size=size, line=line
        )


def _label_room(labels: Sequence[str], lane: Box) -> tuple[int, float]:
    """Return the type size and the width of the labels, so that none is cut."""
    for share in (0.3, 0.5):
        for size in _SIZES:
            width = min(lane.width * share, max(text_width(x, size) for x in labels) * 1.04 + 0.05)
            if all(text_height(x, size, width) <= lane.height for x in labels):
                return size, width
    return LABEL, lane.width * 0.5


def _add_years(page: Page, axis: Axis, alt: str) -> None:
    """Draw the ground, which carries the alt text of the timeline, and the years over it."""
    from pptx.enum.shapes import MSO_SHAPE

    ground = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(axis.box))
    ground.name = "Timeline"
    fill(ground, theme.GROUND)
    describe(ground, alt)
    if not axis.years:
        return
    widest = axis.box.width / len(axis.years)
    size = fitting(axis.years[0], Box(0, 0, widest - 0.1, 0.5), _SIZES)
    step = 1 + int(text_width(axis.years[0], size) // widest)
    for place, year in enumerate(axis.years):
        start = first_month(year)
        left = axis.at(start.start_time)
        band = Box(left, axis.box.top, axis.at((start + 12).start_time) - left, axis.box.height)
        shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(band))
        shape.name = f"Band {year}"
        fill(shape, theme.GROUND if place % 2 else theme.BAND)
        decorate(shape)
        if place % step == 0:
            write(
                page,
                Box(left + 0.06, axis.box.top, widest * step - 0.06, YEARS_HIGH),
                [year],
                size=size,
                colour=theme.INK,
                name=f"Year {year}",
                anchor="MIDDLE",
            )


def _add_as_at(page: Page, axis: Axis, as_at: pd.Period) -> float | None:
    """Draw the as-at month, where the years hold it, and return where its line stands."""
    from pptx.enum.shapes import MSO_CONNECTOR

    at = axis.at(as_at.start_time + (as_at.end_time - as_at.start_time) / 2)
    right = axis.box.left + axis.box.width
    if not axis.box.left <= at <= right:
        return None
    bottom = axis.box.top + axis.box.height
    words = f"as at {month_label(as_at)}"
    ends = page.place(Box(at, axis.box.top + YEARS_HIGH, at, bottom))
    line = page.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    without_style(line)
    line.name = "As at"
    line.line.color.rgb = rgb(theme.AS_AT)
    line.line.width = page.points(3)
    describe(line, words)
    width = text_width(words, BODY) * 1.1
    left = max(axis.box.left, min(at - width / 2, right - width))
    write(page, Box(left, bottom, width, AS_AT_HIGH), [words], name="As at label", align="CENTER")
    return at


def _add_lane(
    page: Page, axis: Axis, lane: Any, box: Box, *, size: int, line: float | None
) -> None:
    words = clean(lane.words)
    if pd.isna(lane.left) or pd.isna(lane.right):
        _write_words(page, box, words, size, "LEFT")
        return
    left, right = axis.at(lane.left), axis.at(lane.right)
    high = min(HIGHEST_BAR, box.height * 0.8)
    bar = Box(left, box.top + (box.height - high) / 2, right - left, high)
    shape = _add_bar(page, bar, lane)
    if lane.enters:
        _add_mark(page, bar, lane)
    if not words:
        return
    needed = text_width(words, size) * 1.06 + GAP
    end = box.left + box.width
    start = right + GAP
    if line is not None and start - GAP < line < start + needed <= end - (line - right):
        start = line + GAP
    if start + needed <= end:
        _write_words(page, Box(start, box.top, needed, box.height), words, size, "LEFT")
    elif bar.width - (high / 2 if lane.leaves else 0) >= needed + GAP:
        _write_in(page, shape, words, size, theme.POSITION_FILL[lane.position])
    elif end - start >= left - box.left:
        _write_words(page, Box(start, box.top, end - start, box.height), words, size, "LEFT")
    else:
        before = Box(box.left, box.top, left - box.left - GAP, box.height)
        _write_words(page, before, words, size, "RIGHT")


def _write_words(page: Page, box: Box, words: str, size: int, align: str) -> None:
    write(
        page, box, [words], size=size, colour=theme.INK, name="Words",
        anchor="MIDDLE", align=align,
    )  # fmt: skip


def _add_bar(page: Page, bar: Box, lane: Any) -> Any:
    """Draw a rectangle, or one that points on where the window runs past the last year."""
    from pptx.enum.shapes import MSO_SHAPE

    form = MSO_SHAPE.PENTAGON if lane.leaves else MSO_SHAPE.RECTANGLE
    shape = page.slide.shapes.add_shape(form, *page.place(bar))
    shape.name = "Bar"
    _colour(shape, lane)
    describe(shape, f"{lane.label}, {lane.words}" if lane.words else str(lane.label))
    return shape


def _add_mark(page: Page, bar: Box, lane: Any) -> None:
    """Point back, left of the bar: the window began before the first year."""
    from pptx.enum.shapes import MSO_SHAPE

    wide, high = bar.height * 0.8, MARK - 0.04
    middle = bar.left - MARK / 2
    upright = Box(middle - wide / 2, bar.top + (bar.height - high) / 2, wide, high)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.ISOSCELES_TRIANGLE, *page.place(upright))
    shape.rotation = 270
    shape.name = "Began before"
    _colour(shape, lane)
    describe(shape, f"{lane.label}: began before the years shown")


def _colour(shape: Any, lane: Any) -> None:
    colour = theme.POSITION_FILL[lane.position]
    fill(
        shape,
        colour,
        edge=palette.edge_of(colour),
        dashed=lane.position == DATES_NOT_GIVEN,
    )


def _write_in(page: Page, shape: Any, words: str, size: int, ground: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    frame = shape.text_frame
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    without_margins(frame)
    frame.margin_right = page.length(GAP)
    size = max(LABEL, min(size, int(shape.height / page.unit * 72 / LINE)))
    set_words(
        page, frame.paragraphs[0], words, size=size, colour=palette.ink_on(ground), align="RIGHT"
    )
