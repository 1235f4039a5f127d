"""Parts and bars as native charts, each with its data inside."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from netzero.analysis.pictures import Bars, Parts, Series
from netzero.analysis.slide_part import MOST_ROWS, left_out_of_room
from netzero.charts import palette
from netzero.exports.pptx_parts import describe, name_every, place_marks, put_data, without_label
from netzero.exports.slide_marks import Entry, add_key, key_height
from netzero.exports.slide_page import (
    LABEL,
    LINE,
    Box,
    Drawing,
    Page,
    line_count,
    rgb,
    text_width,
)
from netzero.exports.values import one_line

MONTHS = "mmm yyyy"
TOTAL = "total"
HIGHEST_BAR, LOW_BAR = 1.8, 0.8  # inches; low where something else stands beneath
_OVER_ZERO = "0;;;"
_AFTER_BAR = '" "0;;;'  # clear of the edge


def fit_parts(box: Box, picture: Parts, *, alt: str, low: bool = False) -> Drawing:
    """Return a bar a part from the top, each a series of its own colour, with its count."""
    parts = picture.parts
    series = tuple(
        Series(part.name, part.meaning, tuple(part.value * (each is part) for each in parts))
        for part in parts
    )
    bars = Bars("part", tuple(part.name for part in parts), series, tuple(picture.spots()))
    return _fitted(box, bars, [], alt=alt, low=low)


def fit_bars(box: Box, picture: Bars, *, alt: str, low: bool = False) -> Drawing:
    """Return a bar a name from the top, of stacked series, with its total at its end."""
    part = picture.first(MOST_ROWS)
    key = [Entry(each.name, each.meaning) for each in part.series if any(each.values)]
    return _fitted(box, part, key, alt=alt, low=low, left_out=left_out_of_room(picture))


def _fitted(
    box: Box, picture: Bars, key: Sequence[Entry], *, alt: str, low: bool, left_out: str = ""
) -> Drawing:
    room = box.below(key_height(box, key))
    high = min(room.height, len(picture.names) * (LOW_BAR if low else HIGHEST_BAR))
    place = Box(room.left, room.top, room.width, high)

    def add(page: Page) -> None:
        add_key(page, box, key)
        _add_bars(page, place, picture, alt=alt)

    return Drawing(add, left_out, used=place.top + high - box.top)


def _add_bars(page: Page, place: Box, picture: Bars, *, alt: str) -> None:
    names = [one_line(name) for name in picture.names]
    given = [each for each in picture.series if any(each.values)]
    size, width = _name_room(names, place.height / len(names), place.width)
    totals = Series(TOTAL, "", picture.totals)
    chart = add_chart(page, place, "BAR_STACKED", names, [*given, totals], alt=alt, size=size)
    _label_marks(page, chart, given, size=size)
    _write_totals(page, chart, totals, size=size)
    _unlabel_whole_bars(chart, given, picture.totals)
    chart.plots[0].gap_width = 45
    chart.category_axis.reverse_order = True
    name_every(chart.category_axis, 1)  # a program would leave out names that it takes to be long
    share = width / place.width
    place_marks(chart, left=share, top=0, width=1 - share, height=1)


def add_chart(
    page: Page,
    box: Box,
    form: str,
    labels: Sequence[str] | Sequence[date],
    series: Sequence[Series],
    *,
    alt: str,
    size: int = LABEL,
) -> Any:
    """Add a native chart in the colours of its series and return it.

    Labels that are dates stand on an axis of time. There is no value axis, grid, title or legend.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.enum.dml import MSO_THEME_COLOR

    data = CategoryChartData(number_format="0")
    data.categories = labels
    if data.categories.are_dates:
        data.categories.number_format = MONTHS
    for each in series:
        data.add_series(each.name, each.values)
    frame = page.slide.shapes.add_chart(XL_CHART_TYPE[form], *page.place(box), data)
    frame.name = "Chart"
    describe(frame, alt)
    chart = frame.chart
    put_data(chart, _workbook_of(labels, series))
    chart.has_legend = chart.has_title = False
    chart.font.size = page.points(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.plots[0].overlap = 100
    _quieten(chart)
    chart.category_axis.tick_labels.font.size = page.points(size)
    for drawn, each in zip(chart.plots[0].series, series, strict=True):
        _colour_series(page, drawn, each.meaning)
    return chart


def _label_marks(page: Page, chart: Any, series: Sequence[Series], *, size: int) -> None:
    """Print the value of each mark on it, in the ink that reads there."""
    for drawn, each in zip(chart.plots[0].series, series, strict=False):
        _label_series(page, drawn, size=size, ink=palette.ink(each.meaning))


def _workbook_of(labels: Sequence[str] | Sequence[date], series: Sequence[Series]) -> bytes:
    """Return the data behind a chart; the workbook of python-pptx would run ``=1+1``."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 1, [each.name for each in series])
        sheet.write_column(1, 0, labels, book.add_format({"num_format": MONTHS}))
        for place, each in enumerate(series, start=1):
            sheet.write_column(1, place, each.values)
    return buffer.getvalue()


def _quieten(chart: Any) -> None:
    """Take what the labels on the marks make needless: gridlines, ticks and the value axis."""
    from pptx.enum.chart import XL_TICK_MARK

    values, categories = chart.value_axis, chart.category_axis
    values.has_major_gridlines = values.has_minor_gridlines = False
    values.minimum_scale = 0
    values.visible = False
    categories.has_major_gridlines = False
    categories.major_tick_mark = categories.minor_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.fill.background()


def _colour_series(page: Page, drawn: Any, meaning: str) -> None:
    """Give a series its colours; one without a meaning is there for its labels alone."""
    drawn.invert_if_negative = False
    if not meaning:
        drawn.format.fill.background()
        drawn.format.line.fill.background()
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = rgb(palette.fill(meaning))
    drawn.format.line.color.rgb = rgb(palette.outline(meaning))
    drawn.format.line.width = page.points(1)


def _label_series(page: Page, drawn: Any, *, size: int, ink: str) -> Any:
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format = _OVER_ZERO
    labels.number_format_is_linked = False
    labels.font.size = page.points(size)
    labels.font.bold = True
    labels.font.color.rgb = rgb(ink)
    return labels


def _write_totals(page: Page, chart: Any, totals: Series, *, size: int) -> None:
    """Print the totals where their bars end.

    They are the labels of a last series without colour, which the end of the axis cuts off.
    """
    from pptx.enum.chart import XL_LABEL_POSITION

    drawn = chart.plots[0].series[-1]
    labels = _label_series(page, drawn, size=size, ink=palette.INK)
    labels.number_format = _AFTER_BAR
    labels.position = XL_LABEL_POSITION.INSIDE_BASE
    chart.value_axis.maximum_scale = max(*totals.values, 1) * 1.12


def _unlabel_whole_bars(chart: Any, series: Sequence[Series], totals: Sequence[int]) -> None:
    """Take the label from a part that is all of its bar: the total says the same."""
    for drawn, each in zip(chart.plots[0].series, series, strict=False):
        for place, (value, total) in enumerate(zip(each.values, totals, strict=True)):
            if value == total:
                without_label(drawn, place)


def _name_room(names: Sequence[str], height: float, width_in_all: float) -> tuple[int, float]:
    """Return type size and width for the names of bars: one line if that leaves half."""
    for share, lines in ((0.6, 1), (0.5, 2), (0.6, 2)):
        for size in range(22, LABEL - 1, -1):
            width = min(width_in_all * share, max(text_width(x, size) for x in names) * 1.06 + 0.2)
            fits = all(line_count(x, size, width - 0.15) <= lines for x in names)
            if fits and lines * size * LINE / 72 <= height * 1.05:
                return size, width
    return LABEL, width_in_all * 0.6
