"""Exhibits as an Excel workbook or a CSV file, with nothing in them that can run."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from netzero.analysis.exhibit import Exhibit, Table
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import capital, of_total
from netzero.exports.sheet_words import cell_words, headings, inert, sheet_names
from netzero.exports.values import file_value, printable
from netzero.plan.months import month_label

Cover = Mapping[str, str]
COVER = "Cover"
COVER_COLUMNS = ("About this file", "What it says")
TITLE, AS_AT, FILTERS, SOURCE = "Title", "As at", "Filters", "Source"
_OF_THE_FILE = (HOLDS, COUNTED, RULE, FINGERPRINT, MADE_ON) = (
    "Holds",
    "Counted",
    "Counting rule",
    "Fingerprint of the plan file (SHA-256)",
    "Made on",
)
_WIDEST = 60


def cover_of(
    at: PlanAt,
    *,
    title: str,
    choices: Mapping[str, str],
    made_on: date,
    exhibits: Sequence[Exhibit] = (),
) -> dict[str, str]:
    """Return what the cover of a file says, a line each, in order; empty lines are left out.

    ``choices`` are what was chosen on the page besides the filters, ``made_on`` is the day of the
    export. The counting rules are those of ``exhibits``, each once.
    """
    lines = {
        TITLE: title,
        HOLDS: capital(of_total(at.size, len(at.plan.actions), "action")),
        COUNTED: at.total,
        AS_AT: month_label(at.month),
        FILTERS: str(at.scope) if at.scope else "none",
        **choices,
        SOURCE: at.source,
        RULE: "\n".join(dict.fromkeys(exhibit.rule for exhibit in exhibits)),
        FINGERPRINT: at.plan.digest,
        MADE_ON: made_on.isoformat(),
    }
    return {line: words for line, words in lines.items() if words}


def workbook(exhibits: Sequence[Exhibit], *, cover: Cover) -> bytes:
    """Return an Excel file: a cover sheet, then a sheet for the table of each exhibit, from A1.

    Sheets bear the titles of the exhibits, as far as Excel allows. The cover says what ``cover``
    holds, then for each sheet its finding and what was counted, for which scope, as at when.

    Text is written as text, so that a cell beginning with ``=`` is shown and never calculated;
    numbers stay numbers. A cell that Excel would cut says so at its end.
    """
    import xlsxwriter

    names = sheet_names([COVER, *(exhibit.title for exhibit in exhibits)])
    said = (f"{exhibit.finding}. {exhibit.about}" for exhibit in exhibits)
    rows = (*cover.items(), *zip(names[1:], said, strict=True))
    tables = (Table(COVER_COLUMNS, rows, (False, False)), *(each.table for each in exhibits))
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties(
            {"title": printable(cover.get(TITLE, "")), "subject": "Net zero delivery"}
        )
        for number, (name, table) in enumerate(zip(names, tables, strict=True)):
            _write_sheet(book, name, table, number=number)
    return buffer.getvalue()


def csv_file(exhibit: Exhibit, *, cover: Cover) -> bytes:
    """Return a CSV file in UTF-8 with the byte order mark that Excel looks for.

    Text that a spreadsheet would run is given an apostrophe. What ``cover`` says of the view (not
    what it says of the file) stands in the last columns of every row.
    """
    view = {line: words for line, words in cover.items() if line not in (TITLE, *_OF_THE_FILE)}
    text = io.StringIO(newline="")
    written = csv.writer(text, lineterminator="\r\n")
    written.writerow(map(inert, headings([*exhibit.table.columns, *view])))
    last = tuple(map(inert, view.values()))
    for row in exhibit.table.rows:
        written.writerow((*(inert(file_value(cell)) for cell in row), *last))
    return text.getvalue().encode("utf-8-sig")


def _write_sheet(book: Any, name: str, table: Table, *, number: int) -> None:
    sheet = book.add_worksheet(name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    whole = book.add_format({"valign": "top", "num_format": "0"})
    named = headings(table.columns)
    _write_headings(sheet, named, rows=len(table), number=number)
    cells = [[file_value(cell) for cell in row] for row in table.rows]
    for row, values in enumerate(cells, start=1):
        for place, value in enumerate(values):
            if isinstance(value, str) and value:
                sheet.write_string(row, place, cell_words(printable(value)), wrapped)
            elif isinstance(value, int):
                sheet.write_number(row, place, value, whole)
    for place, heading in enumerate(named):
        longest = max([len(heading) + 4, *(len(str(values[place])) for values in cells)])
        sheet.set_column(place, place, min(longest, _WIDEST) + 1)
    sheet.freeze_panes(1, 0)


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
