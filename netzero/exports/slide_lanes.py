"""A timeline as shapes that can be moved and edited, on the delivery years that it covers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from netzero.analysis.pictures import BEFORE, MOVED, Lane, Lanes
from netzero.analysis.positions import DATES_NOT_GIVEN
from netzero.analysis.slide_part import lanes_in_room, left_out_of_room
from netzero.charts import palette
from netzero.exports.pptx_parts import decorate, describe
from netzero.exports.slide_marks import (
    AS_AT_HIGH,
    Entry,
    add_as_at,
    add_key,
    colour,
    key_height,
)
from netzero.exports.slide_page import (
    BODY,
    LABEL,
    LINE,
    Box,
    Drawing,
    Page,
    fill,
    fitting,
    line_count,
    set_words,
    text_height,
    text_width,
    without_margins,
    write,
)
from netzero.exports.values import one_line
from netzero.plan.months import first_month, months_of

YEARS_HIGH = 0.45
HIGHEST_LANE, LOW_LANE = 0.9, 0.6
HIGHEST_BAR = 0.6
MARK = 0.2
ARROW = 0.18
GAP = 0.08
THIN = 0.4  # of the height of a bar, where a date names no month and may mean all of that time
MAY_RUN = "May run"
_SIZES = range(BODY, LABEL - 1, -1)


@dataclass(frozen=True)
class Axis:
    """The delivery years of a timeline, and the box that they and the lanes below take."""

    years: tuple[str, ...]
    box: Box

    def at(self, moment: pd.Timestamp) -> float:
        """Return where a moment is, in inches from the left of the page."""
        months = months_of(self.years)
        first, last = months[0].start_time, (months[-1] + 1).start_time
        return self.box.left + self.box.width * float((moment - first) / (last - first))


@dataclass(frozen=True)
class Layout:
    """Where the lanes stand: how high each is, and how large and wide their labels are."""

    axis: Axis
    lanes: tuple[Lane, ...]
    high: float
    size: int
    labels: Box

    def row(self, place: int) -> Box:
        """Return the place of a lane from the left of the axis."""
        top = self.axis.box.top + YEARS_HIGH + place * self.high
        return Box(self.axis.box.left, top, self.axis.box.width, self.high)


def fit_lanes(
    box: Box,
    picture: Lanes,
    *,
    month: pd.Period,
    alt: str,
    keyed: Collection[str] = (),
    each: float = HIGHEST_LANE,
) -> Drawing:
    """Return a lane a row: its label, its bar, and its words at the end of the bar.

    More than ``MOST_LANES`` are folded, and actions that no lane stands for are left out. The key
    leaves out the positions ``keyed``, which another has. A lane is ``each`` inches high at most.
    """
    part, words = lanes_in_room(picture), left_out_of_room(picture)
    key = _key(part, keyed)
    high = min(box.height, _overhead(box, key) + each * len(part.lanes))
    place = replace(box, height=high)
    return Drawing(
        lambda page: _add_lanes(page, place, part, key, month=month, alt=alt), words, high
    )


def height_of(picture: Lanes, box: Box, *, each: float, keyed: Collection[str] = ()) -> float:
    """Return how many inches lanes take, ``each`` of them so high, with years and key."""
    if not picture.lanes:
        return 0
    return _overhead(box, _key(picture, keyed)) + each * len(picture.lanes)


def _key(picture: Lanes, keyed: Collection[str]) -> list[Entry]:
    return [Entry(*each) for each in picture.key(told=keyed)]


def _overhead(box: Box, key: Sequence[Entry]) -> float:
    return key_height(box, key) + YEARS_HIGH + AS_AT_HIGH


def _add_lanes(
    page: Page, box: Box, picture: Lanes, key: Sequence[Entry], *, month: pd.Period, alt: str
) -> None:
    add_key(page, box, key)
    layout = _layout(box.below(key_height(box, key)), picture)
    _add_years(page, layout.axis, alt)
    line = _line_at(layout.axis, month)
    for place, lane in enumerate(layout.lanes):
        row = layout.row(place)
        label = Box(layout.labels.left, row.top, layout.labels.width, row.height)
        name = f"Label {place + 1}"
        write(page, label, [_label(lane)], size=layout.size, name=name, anchor="MIDDLE")
        _add_lane(page, layout, lane, row, line=line)
    if line is not None:
        years = layout.axis.box
        below = Box(years.left, years.top + YEARS_HIGH, years.width, years.height - YEARS_HIGH)
        add_as_at(page, below, line, month=month)


def _label(lane: Lane) -> str:
    return one_line(f"{lane.label} {lane.title}" if lane.title else lane.label)


def _words(lane: Lane) -> str:
    """Return what stands at the end of a bar: what its edges do not tell, or when it ends."""
    return one_line(lane.said)


def _layout(box: Box, picture: Lanes) -> Layout:
    room = box.height - YEARS_HIGH - AS_AT_HIGH
    high = min(HIGHEST_LANE, room / len(picture.lanes))
    size, label_width = _label_room(list(map(_label, picture.lanes)), Box(0, 0, box.width, high))
    left = box.left + label_width + GAP + MARK
    place = Box(left, box.top, box.left + box.width - left, YEARS_HIGH + high * len(picture.lanes))
    labels = Box(box.left, box.top, label_width, place.height)
    return Layout(Axis(picture.years, place), picture.lanes, high, size, labels)


def _label_room(labels: Sequence[str], lane: Box) -> tuple[int, float]:
    """Return the type size and the width of the labels, so that none is cut."""
    for share, most in ((0.3, 1), (0.42, 1), (0.5, 1), (0.58, 1), (0.3, 9), (0.5, 9)):
        for size in _SIZES:
            width = min(lane.width * share, max(text_width(x, size) for x in labels) * 1.04 + 0.05)
            if any(line_count(x, size, width) > most for x in labels):
                continue
            # In the lowest lanes there is room for letters alone, not for what parts two lines.
            high = lane.height * (LINE if size == LABEL else 1)
            if all(text_height(x, size, width) <= high for x in labels):
                return size, width
    return LABEL, lane.width * 0.5


def _line_at(axis: Axis, month: pd.Period) -> float | None:
    """Return where the middle of a month is, or None where the years do not hold it."""
    at = axis.at(month.start_time + (month.end_time - month.start_time) / 2)
    return at if axis.box.left <= at <= axis.box.left + axis.box.width else None


# --- The years


def _add_years(page: Page, axis: Axis, alt: str) -> None:
    """Draw the ground, which carries the alt text of the timeline, and the years over it."""
    from pptx.enum.shapes import MSO_SHAPE

    ground = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(axis.box))
    ground.name = "Timeline"
    fill(ground, palette.GROUND)
    describe(ground, alt)
    year_width = axis.box.width / len(axis.years)
    size = fitting(axis.years[0], Box(0, 0, year_width - 0.1, 0.5), _SIZES)
    step = 1 + int(text_width(axis.years[0], size) // year_width)
    for place, year in enumerate(axis.years):
        band = _add_band(page, axis, year, ground=palette.GROUND if place % 2 else palette.BAND)
        words = Box(band.left + 0.06, band.top, band.width * step - 0.06, YEARS_HIGH)
        if place % step == 0:
            write(
                page, words, [year], size=size, colour=palette.INK, name=f"Year {year}",
                anchor="MIDDLE",
            )  # fmt: skip


def _add_band(page: Page, axis: Axis, year: str, *, ground: str) -> Box:
    """Draw the ground of a year and return its place."""
    from pptx.enum.shapes import MSO_SHAPE

    start = first_month(year)
    left, right = axis.at(start.start_time), axis.at((start + 12).start_time)
    band = Box(left, axis.box.top, right - left, axis.box.height)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(band))
    shape.name = f"Band {year}"
    fill(shape, ground)
    decorate(shape)
    return band


# --- A lane


def _add_lane(page: Page, layout: Layout, lane: Lane, row: Box, *, line: float | None) -> None:
    words = _words(lane)
    ghost = _add_ghost(page, layout, lane, row) if lane.was else None
    if lane.left is None or lane.right is None:
        _write_beside(page, _right_of(row, ghost), words, layout.size)
        return
    own = row if ghost is None else _beneath(ghost, row)
    bar = _box_of(layout.axis, own, lane.left, lane.right)
    shape = _add_bars(page, layout, lane, own)
    if lane.enters:
        _add_mark(page, bar, lane)
    if ghost is not None:
        _add_moves(page, layout, lane, bar)
        bar = replace(bar, width=max(bar.left + bar.width, ghost.left + ghost.width) - bar.left)
    if words:
        _place_words(page, layout, lane, (row, bar, shape), words=words, line=line)


def _beneath(ghost: Box, row: Box) -> Box:
    """Return the part of a row beneath the bar before, for the bar after."""
    high = row.height * 0.525  # of which a bar takes four fifths
    return replace(row, top=ghost.top + ghost.height + 0.02 - high * 0.1, height=high)


def _right_of(row: Box, ghost: Box | None) -> Box:
    """Return what is left of a row for words: beside the bar before, or all of it."""
    if ghost is None:
        return row
    left = ghost.left + ghost.width + GAP
    room = row.left + row.width - left
    return replace(row, left=left, width=room) if room > row.width / 4 else row


def _add_ghost(page: Page, layout: Layout, lane: Lane, row: Box) -> Box:
    """Draw the outline of the bar before, dashed, at the top of its row, and return its place."""
    from pptx.enum.shapes import MSO_SHAPE

    left, right = map(layout.axis.at, lane.was or ())
    box = Box(left, row.top + row.height * 0.06, right - left, row.height * 0.26)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(box))
    shape.name = "Before"
    colour(shape, BEFORE, dashed=True)
    describe(shape, f"{_label(lane)}: before")
    return box


def _add_moves(page: Page, layout: Layout, lane: Lane, bar: Box) -> None:
    """Draw an arrow beneath the bar from each edge before to the edge after that it moved to."""
    from pptx.enum.shapes import MSO_SHAPE

    for before, after in lane.moves():
        old, new = layout.axis.at(before), layout.axis.at(after)
        high = min(ARROW, bar.height / 2)
        place = Box(min(old, new), bar.top + bar.height, abs(new - old), high)
        form = MSO_SHAPE.RIGHT_ARROW if new > old else MSO_SHAPE.LEFT_ARROW
        shape = page.slide.shapes.add_shape(form, *page.place(place))
        shape.name = "Move"
        colour(shape, MOVED)
        describe(shape, f"{_label(lane)}: moved, {_words(lane)}")


def _box_of(axis: Axis, row: Box, begin: pd.Timestamp, end: pd.Timestamp, share: float = 1) -> Box:
    left, right = axis.at(begin), axis.at(end)
    high = min(HIGHEST_BAR, row.height * 0.8) * share
    return Box(left, row.top + (row.height - high) / 2, right - left, high)


def _place_words(
    page: Page,
    layout: Layout,
    lane: Lane,
    places: tuple[Box, Box, Any],
    *,
    words: str,
    line: float | None,
) -> None:
    """Write words after the bar and clear of the line, or else in the bar, or before it."""
    row, bar, shape = places
    end, right = row.left + row.width, bar.left + bar.width
    size, start, needed = _clear_of(line, words, Box(right, 0, end - right, 0), layout.size)
    after = Box(start, row.top, max(end - start, 0), row.height)
    held = 0 if shape.name == MAY_RUN else shape.width / page.unit
    room_in = held - (bar.height / 2 if lane.leaves else 0)
    if start + needed <= end:
        after = Box(start, row.top, needed, row.height)
        _write_beside(page, after, words, size)
    elif room_in >= needed + GAP and not _crosses(line, right - needed - GAP, right):
        _write_in(page, shape, words, layout.size, lane.position)
    elif after.width >= bar.left - row.left:
        _write_beside(page, after, words, layout.size)
    else:
        before = Box(row.left, row.top, bar.left - row.left - GAP, row.height)
        _write_beside(page, before, words, layout.size, align="RIGHT")


def _clear_of(line: float | None, words: str, room: Box, largest: int) -> tuple[int, float, float]:
    """Return type size, start and width of words after a bar: past a line that would cross them.

    Where there is no room for them past it, they are smaller.
    """
    start = room.left + GAP
    for size in range(largest, LABEL - 1, -1):
        needed = text_width(words, size) * 1.06 + GAP
        if line is None or not room.left < line < start + needed:
            return size, start, needed
        if line + GAP + needed <= room.left + room.width:
            return size, line + GAP, needed
    return largest, start, text_width(words, largest) * 1.06 + GAP


def _crosses(line: float | None, left: float, right: float) -> bool:
    return line is not None and left - GAP < line < right + GAP


def _write_beside(page: Page, box: Box, words: str, size: int, *, align: str = "LEFT") -> None:
    write(
        page, box, [words], size=size, colour=palette.INK, name="Words",
        anchor="MIDDLE", align=align,
    )  # fmt: skip


def _write_in(page: Page, shape: Any, words: str, size: int, position: str) -> None:
    from pptx.enum.text import MSO_ANCHOR

    frame = shape.text_frame
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    without_margins(frame)
    frame.margin_right = page.length(GAP)
    size = max(LABEL, min(size, int(shape.height / page.unit * 72 / LINE)))
    ink = palette.ink(position)
    set_words(page, frame.paragraphs[0], words, size=size, colour=ink, align="RIGHT")


def _add_bars(page: Page, layout: Layout, lane: Lane, row: Box) -> Any:
    """Draw the bar, thin where only a date that names no month may mean it; return the thick one.

    Where nothing is sure that is the thin one.
    """
    shapes = {
        surely: _add_bar(
            page,
            _box_of(layout.axis, row, left, right, share=1 if surely else THIN),
            lane,
            name="Bar" if surely else MAY_RUN,
            points_on=lane.leaves and right == lane.right,
        )
        for left, right, surely in lane.sections
    }
    return shapes.get(True) or shapes[False]


def _add_bar(page: Page, bar: Box, lane: Lane, *, name: str, points_on: bool) -> Any:
    """Draw a rectangle, or one that points on where the action runs past the last year."""
    from pptx.enum.shapes import MSO_SHAPE

    form = MSO_SHAPE.PENTAGON if points_on else MSO_SHAPE.RECTANGLE
    shape = page.slide.shapes.add_shape(form, *page.place(bar))
    shape.name = name
    colour(shape, lane.position, dashed=lane.position == DATES_NOT_GIVEN)
    about = f"{lane.position}, as its date names no month" if name == MAY_RUN else lane.position
    describe(shape, ", ".join(filter(None, (_label(lane), _words(lane), about))))
    return shape


def _add_mark(page: Page, bar: Box, lane: Lane) -> None:
    """Point back, left of the bar: the action began before the first year."""
    from pptx.enum.shapes import MSO_SHAPE

    width, height = bar.height * 0.8, MARK - 0.04
    middle = bar.left - MARK / 2
    upright = Box(middle - width / 2, bar.top + (bar.height - height) / 2, width, height)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.ISOSCELES_TRIANGLE, *page.place(upright))
    shape.rotation = 270
    shape.name = "Began before"
    colour(shape, lane.position, dashed=lane.position == DATES_NOT_GIVEN)
    describe(shape, f"{_label(lane)}: began before the years shown")
