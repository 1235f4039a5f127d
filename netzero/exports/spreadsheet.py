"""Exhibits as an Excel workbook or a CSV file, with nothing in them that can run."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table, Value
from netzero.exports.cover import AUTHOR, OF_THE_FILE, TITLE, Cover
from netzero.exports.sheet_words import cell_words, headings, inert, sheet_names
from netzero.exports.values import file_value, printable

COVER = "Cover"
COVER_COLUMNS = ("About this file", "What it says")
_WIDEST = 60
_MONTH = "mmm yyyy"
_A4 = 9  # as Excel numbers papers


def workbook(exhibits: Sequence[Exhibit], *, cover: Cover) -> bytes:
    """Return an Excel file: a cover sheet, then a sheet for the table of each exhibit, from A1.

    Sheets bear the titles of the exhibits, as far as Excel allows. The cover says what ``cover``
    holds, then for each sheet its finding and what was counted, for which scope, as at when.

    Text is written as text, so that a cell beginning with ``=`` is shown and never calculated;
    numbers stay numbers, and a month is the date of its first day. A cell that Excel would cut says
    so at its end. Sheets print across, as wide as the paper, each with its headings again.
    """
    import xlsxwriter

    names = sheet_names([COVER, *(exhibit.title for exhibit in exhibits)])
    said = (f"{exhibit.finding}. {exhibit.about}" for exhibit in exhibits)
    rows = (*cover.items(), *zip(names[1:], said, strict=True))
    tables = (Table(COVER_COLUMNS, rows, (False, False)), *(each.table for each in exhibits))
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": printable(cover.get(TITLE, "")),
                "subject": "Net zero delivery",
                "author": AUTHOR,
            }
        )
        for number, (name, table) in enumerate(zip(names, tables, strict=True)):
            _write_sheet(book, name, table, number=number)
    return buffer.getvalue()


def csv_file(exhibit: Exhibit, *, cover: Cover) -> bytes:
    """Return a CSV file in UTF-8 with the byte order mark that Excel looks for.

    Text that a spreadsheet would run is given an apostrophe. A column of months is named as data
    are (``start_month``) and holds them as ISO 8601 does (``2026-03``). What ``cover`` says of the
    view (not what it says of the file) stands in the last columns of every row.
    """
    view = {line: words for line, words in cover.items() if line not in (TITLE, *OF_THE_FILE)}
    text = io.StringIO(newline="")
    written = csv.writer(text, lineterminator="\r\n")
    named = [_csv_heading(exhibit.table, place) for place in range(len(exhibit.table.columns))]
    written.writerow(map(inert, headings([*named, *view])))
    last = tuple(map(inert, view.values()))
    for row in exhibit.table.rows:
        written.writerow((*(inert(_csv_value(cell)) for cell in row), *last))
    return text.getvalue().encode("utf-8-sig")


def _csv_heading(table: Table, place: int) -> str:
    """Return the heading of a column; one of months is named as data are."""
    heading = table.columns[place]
    dated = any(isinstance(row[place], pd.Period) for row in table.rows)
    return "_".join(heading.casefold().split()) if dated else heading


def _csv_value(cell: Value) -> str | int | None:
    return str(cell) if isinstance(cell, pd.Period) else file_value(cell)


def _write_sheet(book: Any, name: str, table: Table, *, number: int) -> None:
    sheet = book.add_worksheet(name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    whole = book.add_format({"valign": "top", "num_format": "0"})
    dated = book.add_format({"valign": "top", "num_format": _MONTH, "align": "left"})
    named = headings(table.columns)
    _write_headings(sheet, named, rows=len(table), number=number)
    cells = [[file_value(cell) for cell in row] for row in table.rows]
    for row, (held, values) in enumerate(zip(table.rows, cells, strict=True), start=1):
        for place, (cell, value) in enumerate(zip(held, values, strict=True)):
            if isinstance(cell, pd.Period):
                sheet.write_datetime(row, place, cell.start_time.to_pydatetime(), dated)
            elif isinstance(value, str) and value:
                sheet.write_string(row, place, cell_words(printable(value)), wrapped)
            elif isinstance(value, int):
                sheet.write_number(row, place, value, whole)
    for place, heading in enumerate(named):
        longest = max([len(heading) + 4, *(len(str(values[place])) for values in cells)])
        sheet.set_column(place, place, min(longest, _WIDEST) + 1)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_headings(sheet: Any, named: Sequence[str], *, rows: int, number: int) -> None:
    """Write the headings: as those of a marked-up table, which Excel takes with rows alone."""
    if not rows:
        sheet.write_row(0, 0, named)
        return
    sheet.add_table(
        0, 0, rows, len(named) - 1,
        {
            "columns": [{"header": heading} for heading in named],
            "name": f"Table_{number}",
            "style": "Table Style Light 1",
        },
    )  # fmt: skip
