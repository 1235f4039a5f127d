"""Tables of a slide as native charts and tables, each with its data inside."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

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
    line_count,
    rgb,
    set_words,
    text_width,
    write,
)

KEY_HIGH = 0.55
BAR_HIGH = 2.2
THINNEST_LABEL = 12
MARGIN = 0.08
# The last two are for tables on pages narrower than 16:9, where less would be cut.
SIZES = (*range(BODY, LABEL - 1, -1), 16, 14)
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_OVER_ZERO = "0;;;"


@dataclass(frozen=True)
class Series:
    """What one colour of a chart stands for, and its value in each category."""

    name: str
    values: tuple[int, ...]
    colour: str


def add_parts(page: Page, box: Box, table: pd.DataFrame, *, alt: str) -> None:
    """Draw a whole as one bar of parts, a series each, and name the parts beneath."""
    series = [
        Series(clean(row.label), (int(row.value),), theme.POSITION_FILL[row.label])
        for row in table.itertuples()
    ]
    bar = Box(box.left, box.top + 0.1, box.width, BAR_HIGH)
    chart = _add_chart(page, bar, "BAR_STACKED_100", ["actions"], series, alt=alt, size=BODY)
    chart.plots[0].gap_width = 0
    chart.category_axis.visible = False
    _set_plot_area(chart, Box(0, 0.02, 1, 0.96))
    names = [(f"{part.values[0]:,} {part.name}", part.colour) for part in series]
    below = box.below(BAR_HIGH + 0.4)
    _add_key(page, below, names, stacked=len(names) * KEY_HIGH <= below.height)


def add_bars(
    page: Page, box: Box, table: pd.DataFrame, names: tuple[str, str], *, alt: str
) -> None:
    """Draw value and rest as stacked bars, from the top in the order of the table."""
    labels = [clean(label) for label in table["label"]]
    series = [
        Series(names[0], _numbers(table["value"]), theme.DELIVERY),
        Series(names[1], _numbers(table["rest"]), theme.ENDED),
    ]
    used = _add_key(page, box, [(s.name, s.colour) for s in series if any(s.values)])
    room = box.below(used)
    each = room.height / len(labels)
    size, width = _label_room(labels, each, room.width)
    place = Box(room.left, room.top, room.width, min(room.height, len(labels) * 0.9))
    chart = _add_chart(page, place, "BAR_STACKED", labels, series, alt=alt, size=size)
    chart.plots[0].gap_width = 45
    chart.category_axis.reverse_order = True
    _skip_labels(chart, 1)  # a program would leave out names that it takes to be too long
    _set_plot_area(chart, Box(width / room.width, 0, 1 - width / room.width, 1))


def add_columns(page: Page, box: Box, table: pd.DataFrame, *, alt: str) -> None:
    """Draw time-bound work on the floor of ongoing work, a column a label."""
    labels = [clean(label) for label in table["label"]]
    series = [
        Series("Ongoing", _numbers(table["ongoing"]), theme.ONGOING),
        Series("Time-bound", _numbers(table["time_bound"]), theme.DELIVERY),
    ]
    used = _add_key(page, box, [(s.name, s.colour) for s in reversed(series)])
    room = box.below(used)
    chart = _add_chart(page, room, "COLUMN_STACKED", labels, series, alt=alt, size=LABEL)
    chart.plots[0].gap_width = 25
    # A level label takes one line where every few are named, and two where a program wraps all.
    marks = 1 - 2.4 * LABEL * LINE / 72 / room.height
    _set_plot_area(chart, Box(0, 0.01, 1, marks))
    tallest = max(sum(values) for values in zip(*(s.values for s in series), strict=True))
    each = marks * room.height * 72 / max(tallest * 1.15, 1)
    for drawn, given in zip(chart.plots[0].series, series, strict=True):
        _shrink_thin_labels(page, drawn, given, each)
    widest = max(text_width(f"{label}  ", LABEL) for label in labels)
    _skip_labels(chart, 1 + int(widest // (box.width / len(labels))))


def add_rows(page: Page, box: Box, table: pd.DataFrame, *, alt: str) -> None:
    """Draw a table as it is, with its headings."""
    cells = [[clean(name) for name in table.columns]]
    cells += [[clean(cell) for cell in row] for row in table.itertuples(index=False)]
    size, widths = _column_widths(cells, box)
    grid = _add_table(page, box, cells, widths, size=size, alt=alt)
    for line, row in enumerate(cells):
        for place, words in enumerate(row):
            ground = theme.BAND if line == 0 else theme.GROUND
            _set_cell(page, grid.cell(line, place), words, size=size, bold=line == 0, ground=ground)


def add_cells(page: Page, box: Box, table: pd.DataFrame, *, alt: str) -> None:
    """Draw team by period as a table; a cell says what is live, then ◆ and its deadlines."""
    teams, periods = (list(dict.fromkeys(table[name])) for name in ("team", "period"))
    found = {(row.team, row.period): row for row in table.itertuples()}
    most = max(int(table["live"].max()), 1)
    cells = [["Team", *map(clean, periods)]]
    cells += [[clean(t), *(_cell_words(found.get((t, p))) for p in periods)] for t in teams]
    size, widths = _column_widths(cells, box, even=True)
    grid = _add_table(page, box, cells, widths, size=size, alt=alt)
    for line, row in enumerate(cells):
        for place, words in enumerate(row):
            ground = theme.BAND if line == 0 else theme.GROUND
            if line and place:
                cell = found.get((teams[line - 1], periods[place - 1]))
                ground = palette.light_shade(cell.live if cell else 0, most=most)
            _set_cell(
                page, grid.cell(line, place), words, size=size, bold=line == 0, ground=ground,
                align="CENTER" if place else "LEFT",
            )  # fmt: skip


def _cell_words(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell.live} ◆{cell.deadlines}" if cell.deadlines else f"{cell.live}"


def _numbers(column: pd.Series) -> tuple[int, ...]:
    return tuple(int(value) for value in column)


# --- Charts


def _add_chart(
    page: Page,
    box: Box,
    form: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    alt: str,
    size: int,
) -> Any:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.enum.dml import MSO_THEME_COLOR

    data = CategoryChartData(number_format="0")
    data.categories = labels
    for each in series:
        data.add_series(each.name, each.values)
    frame = page.slide.shapes.add_chart(XL_CHART_TYPE[form], *page.place(box), data)
    frame.name = "Chart"
    describe(frame, alt)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook_of(labels, series))
    chart.has_legend = chart.has_title = False
    chart.font.size = page.points(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.plots[0].overlap = 100
    _quieten(chart)
    for drawn, each in zip(chart.plots[0].series, series, strict=True):
        _colour_series(page, drawn, each.colour, size)
    return chart


def _workbook_of(labels: Sequence[str], series: Sequence[Series]) -> bytes:
    """Return the data behind a chart; the workbook of python-pptx would run ``=1+1``."""
    import xlsxwriter

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 1, [each.name for each in series])
        sheet.write_column(1, 0, labels)
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


def _colour_series(page: Page, series: Any, colour: str, size: int) -> None:
    fill_of, edge = series.format.fill, series.format.line
    fill_of.solid()
    fill_of.fore_color.rgb = rgb(colour)
    edge.color.rgb = rgb(palette.edge_of(colour))
    edge.width = page.points(1)
    series.invert_if_negative = False
    labels = series.data_labels
    labels.show_value = True
    labels.number_format = _OVER_ZERO
    labels.number_format_is_linked = False
    labels.font.size = page.points(size)
    labels.font.bold = True
    labels.font.color.rgb = rgb(palette.ink_on(colour))


def _shrink_thin_labels(page: Page, drawn: Any, given: Series, each: float) -> None:
    """Set a number smaller where its part of a column, ``each`` points an action, is thin."""
    for place, value in enumerate(given.values):
        fits = int(value * each * 1.25)
        if value and fits < LABEL:
            font = drawn.points[place].data_label.font
            font.size = page.points(max(THINNEST_LABEL, fits))
            font.bold = True
            font.color.rgb = rgb(palette.ink_on(given.colour))


def _set_plot_area(chart: Any, share: Box) -> None:
    """Give the marks a share of the chart; what is left of them is for the labels."""
    from pptx.oxml import parse_xml

    namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    area = chart._chartSpace.chart.plotArea
    for layout in area.xpath("c:layout"):
        area.remove(layout)
    sides = {"x": share.left, "y": share.top, "w": share.width, "h": share.height}
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    values = "".join(f'<c:{side} val="{value:.4f}"/>' for side, value in sides.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout xmlns:c="{namespace}"><c:manualLayout>{modes}{values}'
            "</c:manualLayout></c:layout>"
        ),
    )


def _skip_labels(chart: Any, step: int) -> None:
    """Name every ``step``th category, level, so that none is cut or turned."""
    from pptx.oxml import parse_xml

    namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    axis = chart.category_axis
    chart.category_axis.tick_labels.font.size = chart.font.size
    axis._element.xpath("c:txPr/a:bodyPr")[0].set("rot", "0")
    skip = parse_xml(f'<c:tickLblSkip xmlns:c="{namespace}" val="{step}"/>')
    axis._element.xpath("c:lblOffset")[0].addnext(skip)


def _label_room(labels: Sequence[str], high: float, wide: float) -> tuple[int, float]:
    """Return type size and width for the names of bars: one line if that leaves half."""
    for share, lines in ((0.6, 1), (0.5, 2), (0.6, 2)):
        for size in range(22, LABEL - 1, -1):
            width = min(wide * share, max(text_width(x, size) for x in labels) * 1.06 + 0.2)
            fits = all(line_count(x, size, width - 0.15) <= lines for x in labels)
            if fits and lines * size * LINE / 72 <= high * 1.05:
                return size, width
    return LABEL, wide * 0.6


# --- The key


def _add_key(
    page: Page, box: Box, names: Sequence[tuple[str, str]], *, stacked: bool = False
) -> float:
    """Write what each colour stands for, a swatch before its name; return the inches used."""
    from pptx.enum.shapes import MSO_SHAPE

    swatch, gap = 0.28, 0.12
    left, top = box.left, box.top
    for name, colour in names:
        width = text_width(name, BODY) * 1.08 + 0.1
        over = left + swatch + gap + width > box.left + box.width
        if left > box.left and (stacked or over):
            left, top = box.left, top + KEY_HIGH
        square = Box(left, top + (KEY_HIGH - swatch) / 2 - 0.05, swatch, swatch)
        shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(square))
        shape.name = "Swatch"
        fill(shape, colour, edge=palette.edge_of(colour))
        decorate(shape)
        words = Box(left + swatch + gap, top - 0.05, width, KEY_HIGH)
        write(page, words, [name], name="Key", anchor="MIDDLE")
        left += swatch + gap + width + 0.3
    return top + KEY_HIGH - box.top


# --- Tables


def _column_widths(
    cells: Sequence[Sequence[str]], box: Box, *, even: bool = False
) -> tuple[int, list[float]]:
    """Return the largest type at which the table fits its box, and the widths of its columns."""
    size, widths = LABEL, [box.width / len(cells[0])] * len(cells[0])
    for size in SIZES:
        needed = [
            max(text_width(x, size) for x in column) * 1.1 + 0.25
            for column in zip(*cells, strict=True)
        ]
        widths = _shared(needed, box.width, even=even)
        if sum(_row_high(row, widths, size) for row in cells) <= box.height:
            break
    return size, widths


def _shared(needed: Sequence[float], wide: float, *, even: bool) -> list[float]:
    """Share a width: to the first as it needs and the same to the rest, or the last the rest."""
    if even and len(needed) > 1:
        first = min(needed[0], max(wide - max(needed[1:]) * (len(needed) - 1), wide * 0.25))
        return [first, *[(wide - first) / (len(needed) - 1)] * (len(needed) - 1)]
    leading = [min(width, wide / len(needed)) for width in needed[:-1]]
    return [*leading, wide - sum(leading)]


def _row_high(row: Sequence[str], widths: Sequence[float], size: int) -> float:
    lines = max(
        line_count(words, size, width - 0.2) for words, width in zip(row, widths, strict=True)
    )
    return lines * size * LINE / 72 + MARGIN


def _add_table(
    page: Page,
    box: Box,
    cells: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    size: int,
    alt: str,
) -> Any:
    highs = [_row_high(row, widths, size) for row in cells]
    # Rows spread over the room that there is, but no wider than reads as one table.
    spread = max(1.0, min(1.5, box.height / sum(highs)))
    place = Box(box.left, box.top, box.width, sum(highs) * spread)
    frame = page.slide.shapes.add_table(len(cells), len(cells[0]), *page.place(place))
    frame.name = "Table"
    describe(frame, alt)
    table = frame.table
    table.horz_banding = False
    frame._element.xpath(".//a:tableStyleId")[0].text = _PLAIN_STYLE
    for column, width in zip(table.columns, widths, strict=True):
        column.width = page.length(width)
    for row, high in zip(table.rows, highs, strict=True):
        row.height = page.length(high * spread)
    return table


def _set_cell(page: Page, cell: Any, words: str, *, ground: str, **look: Any) -> None:
    from pptx.enum.text import MSO_ANCHOR

    cell.margin_left = cell.margin_right = page.length(0.1)
    cell.margin_top = cell.margin_bottom = page.length(MARGIN / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(ground)
    set_words(page, cell.text_frame.paragraphs[0], words, colour=theme.INK, **look)
    _rule_under(cell)


def _rule_under(cell: Any) -> None:
    from pptx.oxml import parse_xml

    namespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colour = theme.RULE.removeprefix("#").upper()
    rule = parse_xml(
        f'<a:lnB xmlns:a="{namespace}" w="9525"><a:solidFill><a:srgbClr val="{colour}"/>'
        "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, rule)
