"""Counts month by month as a native chart, with totals and deadlines over the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import pandas as pd

from netzero.analysis.pictures import BEFORE, MOVED, Columns, Run
from netzero.analysis.wording import count_of
from netzero.charts import palette
from netzero.exports.pptx_parts import describe, name_every_months, place_marks
from netzero.exports.slide_charts import add_chart
from netzero.exports.slide_marks import (
    AS_AT_HIGH,
    DEADLINE,
    Entry,
    add_as_at,
    add_key,
    key_height,
)
from netzero.exports.slide_page import (
    BOLD,
    LABEL,
    LINE,
    Box,
    Drawing,
    Page,
    fill,
    rgb,
    text_width,
    write,
)
from netzero.plan.months import month_label

HIGH = LABEL * LINE / 72
GAP = 0.05
STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
INSET = 0.6  # half of the name of a month, which stands under the first column
FEW_MONTHS = 12
_HEADROOM = 2.2 * HIGH
_NAMES_HIGH = 1.6 * HIGH


@dataclass(frozen=True)
class Plot:
    """The columns of a picture and their box; ``most`` is the count at its top."""

    picture: Columns
    month: pd.Period
    totals: tuple[int, ...]
    box: Box
    most: float

    @property
    def each(self) -> float:
        """The width of a column, in inches."""
        return self.box.width / len(self.totals)

    def middle(self, place: int) -> float:
        """Return where the middle of a column is, in inches from the left of the page."""
        return self.box.left + (place + 0.5) * self.each

    def top(self, count: int) -> float:
        """Return where a column of a count ends, in inches from the top of the page."""
        return self.box.top + self.box.height * (1 - count / self.most)

    @property
    def line(self) -> float | None:
        """Where the as-at month stands; None where it is not among the columns."""
        months = self.picture.months
        return self.middle(months.index(self.month)) if self.month in months else None


class Label(NamedTuple):
    """Words over a column and where they stand."""

    name: str
    words: str
    box: Box


def fit_columns(box: Box, picture: Columns, *, month: pd.Period, alt: str) -> Drawing:
    """Return a column a month, those before ``month`` paler, and the month itself marked.

    Deadlines that find no room over the columns are left out.
    """
    plot = _plot(picture, box, month)
    labels, left_out = _placed(plot)
    words = f"deadlines of {count_of(left_out, 'more month')} not drawn" if left_out else ""

    def add(page: Page) -> None:
        add_key(page, box, _key(picture))
        _add_chart(page, plot, alt=alt)
        for run in picture.differing():
            _add_run(page, plot, run)
        if plot.line is not None:
            add_as_at(page, plot.box, plot.line, month=month, over=True)
        for label in labels:
            _write(page, label)

    return Drawing(add, words)


def _alone(picture: Columns) -> bool:
    """Return whether deadlines are all that the columns count."""
    return len(picture.series) == 1 and picture.series[0].values == picture.deadlines


def _key(picture: Columns) -> list[Entry]:
    entries = [Entry(each.name, each.meaning) for each in reversed(picture.series)]
    if any(picture.deadlines) and not _alone(picture):
        entries.append(Entry(f"{DEADLINE} deadlines"))
    ways = {run.now > run.was for run in picture.differing()}
    entries += [Entry("lost", BEFORE)] if False in ways else []
    return entries + ([Entry("gained", MOVED)] if True in ways else [])


def _plot(picture: Columns, box: Box, month: pd.Period) -> Plot:
    room = box.below(key_height(box, _key(picture)) + AS_AT_HIGH)
    room = Box(room.left + INSET, room.top, room.width - 1.5 * INSET, room.height - _NAMES_HIGH)
    share = max(1 - _HEADROOM / room.height, 0.5)
    most = max(*picture.totals, *picture.was, 1) / share
    return Plot(picture, month, picture.totals, room, most)


def _add_chart(page: Page, plot: Plot, *, alt: str) -> None:
    picture, box = plot.picture, plot.box
    days = [each.start_time.date() for each in picture.months]
    room = Box(box.left - INSET, box.top, box.width + 1.5 * INSET, box.height + _NAMES_HIGH)
    chart = add_chart(page, room, "COLUMN_STACKED", days, picture.series, alt=alt)
    # A few deadlines stand apart: each as wide as the page allows would be a wall.
    apart = _alone(picture) and len(days) <= FEW_MONTHS
    chart.plots[0].gap_width = 500 // len(days) if apart else 0
    chart.value_axis.maximum_scale = plot.most
    place_marks(
        chart,
        left=INSET / room.width,
        top=0,
        width=box.width / room.width,
        height=box.height / room.height,
    )
    name_every_months(chart.category_axis, _step(plot))
    past = [place for place, each in enumerate(picture.months) if each < plot.month]
    for drawn, series in zip(chart.plots[0].series, picture.series, strict=True):
        drawn.format.line.width = page.points(0.5)
        for place in past:
            _fill_point(drawn.points[place], palette.tone(series.meaning).past)


def _add_run(page: Page, plot: Plot, run: Run) -> None:
    """Outline what columns lost against before, dashed, or what they gained."""
    from pptx.enum.shapes import MSO_SHAPE

    left, gained = plot.middle(run.first) - plot.each / 2, run.now > run.was
    top, foot = plot.top(max(run.now, run.was)), plot.top(min(run.now, run.was))
    place = Box(left, top, plot.each * (run.last - run.first + 1), foot - top)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(place))
    shape.name = "Gained" if gained else "Lost"
    outline = palette.AS_AT if gained else palette.outline(BEFORE)
    fill(shape, palette.GROUND, edge=outline, dashed=not gained)
    shape.fill.background()
    shape.line.width = page.points(3 if gained else 1.5)
    describe(shape, f"{abs(run.now - run.was)} {'more' if gained else 'fewer'}")


def _fill_point(point: Any, colour: str) -> None:
    point.format.fill.solid()
    point.format.fill.fore_color.rgb = rgb(colour)


def _step(plot: Plot) -> int:
    """Return how many months the name of one has the room of."""
    widest = max(text_width(month_label(each), LABEL) for each in plot.picture.months) * 1.3
    return next((step for step in STEPS if step * plot.each >= widest), STEPS[-1])


# --- Words over the columns


def _write(page: Page, label: Label) -> None:
    write(
        page, label.box, [label.words], size=LABEL, bold=True, colour=palette.INK, align="CENTER",
        name=label.name,
    )  # fmt: skip


def _placed(plot: Plot) -> tuple[list[Label], int]:
    """Return totals and deadlines clear of each other; and how many deadlines have no room.

    A total gives way to what stands already, a deadline stands above it.
    """
    placed: list[Label] = []
    for place in _changes(plot):
        label = _over(plot, place, "Total", f"{plot.totals[place]:,}", begins=True)
        if not _meets(label, placed):
            placed.append(label)
    left_out = 0
    for place, count in enumerate(plot.picture.deadlines):
        label = _over(plot, place, "Deadlines", f"{DEADLINE}{count:,}")
        while _meets(label, placed):
            label = label._replace(box=replace(label.box, top=label.box.top - HIGH))
        if count and label.box.top >= plot.box.top:
            placed.append(label)
        left_out += bool(count) and label.box.top < plot.box.top
    return placed, left_out


def _changes(plot: Plot) -> Iterator[int]:
    """Yield the columns whose totals are worth printing, the most telling first."""
    totals, months = plot.totals, plot.picture.months
    if _alone(plot.picture):
        return
    changed = [
        place for place, total in enumerate(totals) if not place or total != totals[place - 1]
    ]
    yield from (place for place, each in enumerate(months) if each == plot.month)
    yield from (place for place in changed if months[place] > plot.month)
    yield from (place for place in reversed(changed) if months[place] < plot.month)


def _over(plot: Plot, place: int, name: str, words: str, *, begins: bool = False) -> Label:
    """Return words over a column and all beneath them, aside of the as-at line.

    They stand over its middle, or begin with it.
    """
    width = text_width(words, LABEL) * BOLD * 1.04 + 0.02
    left = plot.middle(place) - (plot.each if begins else width) / 2
    if plot.line is not None and left - GAP < plot.line < left + width + GAP:
        past = plot.picture.months[place] < plot.month
        left = plot.line - GAP - width if past else plot.line + GAP
    left = min(max(left, plot.box.left), plot.box.left + plot.box.width - width)
    top = plot.top(_tallest(plot, left, left + width)) - HIGH
    return Label(name, words, Box(left, top, width, HIGH))


def _tallest(plot: Plot, left: float, right: float) -> int:
    """Return the largest total of the columns beneath a stretch of the page."""
    # A hair's breadth in: what begins with a column does not stand over the one before.
    first = int((left - plot.box.left) / plot.each + 0.01)
    last = int((right - plot.box.left) / plot.each - 0.01)
    held = [*plot.totals[max(first, 0) : last + 1], *plot.picture.was[max(first, 0) : last + 1]]
    return max(held, default=0)


def _meets(label: Label, placed: Sequence[Label]) -> bool:
    return any(_touch(label.box, other.box) for other in placed)


def _touch(one: Box, other: Box) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    # Boxes that stand right on each other do not touch, however they are rounded.
    down = one.top + 0.01 < other.top + other.height and other.top + 0.01 < one.top + one.height
    return across and down
