"""Tables as an Excel workbook or a CSV file, with nothing in them that can run."""

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from netzero.plan.months import month_label

Cover = Mapping[str, str]
_LIVE = ("=", "+", "-", "@", "\t", "\r")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDEST = 60


def workbook(tables: Mapping[str, pd.DataFrame], *, cover: Cover) -> bytes:
    """Return an Excel file: a cover sheet, then each table on a sheet of its own from A1.

    Text is written as text, so that a cell beginning with ``=`` is shown and never calculated;
    numbers stay numbers. ``cover`` says what the file holds, a row each.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": cover.get("Title", ""), "subject": "Net zero delivery"})
        rows = pd.DataFrame({"About this file": list(cover), "What it says": list(cover.values())})
        for name, table in {"Cover": rows, **tables}.items():
            _write_sheet(book, name, table)
    return buffer.getvalue()


def csv_file(table: pd.DataFrame, *, cover: Cover) -> bytes:
    """Return a CSV file in UTF-8 with the byte order mark that Excel looks for.

    Text that a spreadsheet would run is given an apostrophe. What ``cover`` says of the view
    stands in the last columns of every row.
    """
    cells = table.map(cell_value).map(inert)
    about = pd.DataFrame(
        {name: [inert(str(value))] * len(cells) for name, value in cover.items()}, index=cells.index
    )
    whole = pd.concat([cells, about], axis=1).rename(columns=lambda name: inert(str(name)))
    text: str = whole.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def inert(value: object) -> object:
    """Return a value that no spreadsheet runs; anything but text is returned as it is."""
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if value.startswith((*_LIVE, "\x00")) else text


def printable(text: str) -> str:
    """Return text with a mark in place of each character that a file may not hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _write_sheet(book: Any, name: str, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet(name)
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    number = book.add_format({"valign": "top", "num_format": "0"})
    headings = [{"header": heading} for heading in _unique(table.columns)]
    if len(table):
        sheet.add_table(
            0, 0, len(table), len(headings) - 1,
            {"columns": headings, "name": name.replace(" ", "_"), "style": "Table Style Light 1"},
        )  # fmt: skip
    else:
        sheet.write_row(0, 0, [heading["header"] for heading in headings])
    for place, column in enumerate(table.columns):
        cells = [cell_value(cell) for cell in table[column]]
        longest = max([len(str(column)) + 4, *(len(str(cell)) for cell in cells)])
        sheet.set_column(place, place, min(longest, _WIDEST) + 1)
        for row, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                sheet.write_string(row, place, printable(cell), wrapped)
            elif cell is not None:
                sheet.write_number(row, place, cell, number)
    sheet.freeze_panes(1, 0)


def _unique(names: Iterable[object]) -> list[str]:
    """Return headings that Excel takes: it refuses two that differ in case alone."""
    taken: dict[str, int] = {}
    headings = []
    for name in map(printable, map(str, names)):
        taken[name.casefold()] = taken.get(name.casefold(), 0) + 1
        again = taken[name.casefold()]
        headings.append(name if again == 1 else f"{name} ({again})")
    return headings


def cell_value(value: object) -> object:
    """Return a value as a file holds it: numbers as they are, months and lists as words."""
    if isinstance(value, pd.Period):
        return month_label(value)
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return None if pd.isna(value) else value
