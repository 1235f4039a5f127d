"""A deck as python-pptx reads it again."""

import io

from pptx import Presentation

from netzero.exports.deck import deck
from tests.exports.hand_made import exhibit

SOURCE = "The County Council"


def show_of(*exhibits, **given):
    return Presentation(io.BytesIO(deck(exhibits, source=SOURCE, **given)))


def page_of(*given, **fields):
    """Return the only slide of a deck of one exhibit, made of a picture and maybe a table."""
    [page] = show_of(exhibit(*given, **fields)).slides
    return page


def named(page, name):
    return [shape for shape in page.shapes if shape.name == name]


def only(page, name):
    [shape] = named(page, name)
    return shape


def words(page, name):
    return only(page, name).text_frame.text


def sizes(frame):
    return [run.font.size.pt for line in frame.paragraphs for run in line.runs]


def chart_of(page):
    return only(page, "Chart").chart


def series_of(page):
    return {each.name: list(each.values) for each in chart_of(page).plots[0].series}


def cells_of(page):
    return [[cell.text for cell in row.cells] for row in only(page, "Table").table.rows]


def data_of(chart):
    """Return the Excel file behind a chart."""
    return chart.part.chart_workbook.xlsx_part.blob
