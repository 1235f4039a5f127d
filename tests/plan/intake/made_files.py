"""The published tables as files of other kinds, as an office would have made them.

The texts are those of ``data/actions.csv``; what differs is the file around them.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from netzero.plan.files import ACTIONS_CSV, DATA
from netzero.plan.months import MONTH_NAMES

HEADINGS = ("Action ID", "Action", "LCC team leads", "Partners", "Start", "End")
FIELDS = ("action_id", "action", "leads", "partners", "start", "end")
Record = dict[str, str]


@cache
def published() -> tuple[Record, ...]:
    """The rows of the committed plan file."""
    return tuple(csv.DictReader(io.StringIO((DATA / ACTIONS_CSV).read_text("utf-8"))))


def tables() -> Iterator[tuple[str, list[tuple[str, list[Record]]]]]:
    """Yield each plan with its themes in their order, each with its rows."""
    for plan, of_plan in groupby(published(), key=lambda row: row["plan"]):
        yield (
            plan,
            [(theme, list(rows)) for theme, rows in groupby(of_plan, key=lambda r: r["theme"])],
        )


def cells(row: Record, between: str = "\n") -> list[str]:
    """The cells of a row as printed, a name a line."""
    parted = {"leads", "partners"}
    return [row[f].replace("; ", between) if f in parted else row[f] for f in FIELDS]


def as_csv(separator: str = ",", encoding: str = "utf-8") -> bytes:
    rows = io.StringIO()
    writer = csv.writer(rows, delimiter=separator)
    for plan, themes in tables():
        writer.writerow([plan])
        writer.writerow(HEADINGS)
        for theme, of_theme in themes:
            writer.writerow([theme])
            writer.writerows(cells(row) for row in of_theme)
    return rows.getvalue().encode(encoding)


def as_workbook() -> bytes:
    """A sheet a plan, the headings in row 3, themes merged across, months as dates."""
    import datetime

    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, (plan, themes) in enumerate(tables(), start=1):
        sheet = book.create_sheet(f"Table {number}")
        sheet.append([plan])
        sheet.append([])
        sheet.append(list(HEADINGS))
        for theme, of_theme in themes:
            sheet.append([theme])
            if theme:
                at = sheet.max_row
                sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=6)
            for row in of_theme:
                sheet.append(cells(row))
                for place in (5, 6):
                    cell = sheet.cell(sheet.max_row, place)
                    if "-" in str(cell.value):
                        name, year = str(cell.value).split("-")
                        month = [each[:3] for each in MONTH_NAMES].index(name) + 1
                        cell.value = datetime.date(2000 + int(year), month, 1)
                        cell.number_format = "mmm-yy"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_document() -> bytes:
    """A heading and a table a plan, a row of two headings over the dates, themes over the row."""
    from docx import Document

    document = Document()
    for plan, themes in tables():
        document.add_heading(plan, level=1)
        table = document.add_table(rows=2, cols=6)
        for place, words in enumerate((*HEADINGS[:4], "Timescale")):
            table.cell(0, place).text = words
        table.cell(0, 4).merge(table.cell(0, 5))
        for place in range(4):
            table.cell(0, place).merge(table.cell(1, place))
        table.cell(1, 4).text, table.cell(1, 5).text = HEADINGS[4:]
        for theme, of_theme in themes:
            added = table.add_row().cells
            added[0].merge(added[-1]).text = theme
            for row in of_theme:
                for cell, text in zip(table.add_row().cells, cells(row), strict=True):
                    cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def as_pdf() -> bytes:
    """Pages across with ruled tables, whose headings stand on each page; rows may be torn."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    small = styles["BodyText"].clone("small", fontSize=8, leading=10)
    story: list[object] = []
    for plan, themes in tables():
        rows: list[Sequence[object]] = [HEADINGS]
        spans = []
        for theme, of_theme in themes:
            if theme:
                spans.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([theme, "", "", "", "", ""])
            for row in of_theme:
                rows.append([_paragraph(text, small) for text in cells(row)])
        ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        widths = (55, 300, 150, 150, 50, 50)
        table = LongTable(
            rows, colWidths=widths, repeatRows=1, splitInRow=1, style=[*ruled, *spans]
        )
        story += [Paragraph(plan, styles["Heading1"]), table]
    written = io.BytesIO()
    SimpleDocTemplate(written, pagesize=landscape(A4)).build(story)
    return written.getvalue()


def _paragraph(text: str, style: object) -> object:
    from html import escape

    from reportlab.platypus import Paragraph

    return Paragraph(escape(text).replace("\n", "<br/>"), style)
