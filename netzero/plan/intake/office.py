"""Tables in the packed files of Excel and Word, after a look at what they would unpack to."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from netzero.plan.faults import PlanError, refuse_file
from netzero.plan.intake.grids import Grid, Row, Source, cleaned
from netzero.plan.months import MONTH_NAMES

_MB = 1_000_000
LARGEST, MOST_TIMES, SMALL, MOST_PARTS = 200 * _MB, 200, 10 * _MB, 10_000
PEEKED = 4096
_NO_RESULT = re.compile(rb"(?:</f>|<f\b[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 1_000, 4_000_000
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
# An XML part that declares a type may name things that unfold without end, or lie outside.
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_parts(content: bytes, *, file: str) -> set[str]:
    """Return the names of the parts of a packed file.

    Raises ``PlanError`` where it is damaged, would unpack to more than any plan holds, or has XML
    that declares types of its own.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            held = parts.infolist()
            _check_sizes(held, file=file)
            declaring = [part for part in held if _declares(parts, part)]
    except PlanError:
        raise
    except Exception:  # whatever the decompressors beneath it raise
        refuse_file("is damaged or not whole", "a file that Office opens", file=file)
    if declaring:
        refuse_file("holds XML with declarations", "a file as Office saves it", file=file)
    return {part.filename for part in held}


def _declares(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with parts.open(part) as opened:
        return bool(_DECLARES.search(opened.read(PEEKED)))


def read_workbook(content: bytes, *, file: str) -> Source:
    """Return each sheet that is shown as a table. Raises ``PlanError`` for what Excel cannot open.

    A cell merged over rows stands in each of them. A date stands as it is printed: one shown as
    ``Apr-25`` is a month, whatever day lies behind it.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
    except Exception as error:  # whatever the parsers beneath it raise
        refuse_file(
            f"is no workbook that can be read ({type(error).__name__})", "an .xlsx file", file=file
        )
    for sheet in book.worksheets:
        _check_reach(sheet, file=file)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet not in shown]
    notes = [f"the hidden sheet {title} was left out" for title in hidden]
    notes += (words for sheet in shown if (words := _hidden_in(sheet)))
    if number := _formulas_without_result(content):
        said = "1 formula has" if number == 1 else f"{number:,} formulas have"
        notes.append(f"{said} no result in the file, as if never opened in Excel: read as blank")
    return Source("Excel workbook", [_sheet(sheet) for sheet in shown], notes)


def read_document(content: bytes, *, file: str) -> Source:
    """Return each table of a Word document, and the headings that stand before it.

    Where a document has none, its paragraphs may be meant as such.
    """
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(content))
        inner = list(document.iter_inner_content())
    except Exception as error:  # whatever the parsers beneath it raise
        refuse_file(
            f"is no document that can be read ({type(error).__name__})", "a .docx file", file=file
        )
    grids: list[Grid] = []
    before: list[str] = []
    notes: list[str] = []
    headed = any(_is_heading(block) for block in inner if not isinstance(block, Table))
    for block in inner:
        if isinstance(block, Table):
            notes += _tables_within(block, len(grids) + 1)
            grids.append(Grid(list(_table_rows(block, len(grids) + 1)), before, goes_on=not before))
            before = []
        elif (words := cleaned(block.text)) and (_is_heading(block) or not headed):
            before.append(words)
    return Source("Word document", grids, notes)


def _check_sizes(held: list[zipfile.ZipInfo], *, file: str) -> None:
    total = sum(part.file_size for part in held)
    packed = sum(part.compress_size for part in held)
    if len(held) > MOST_PARTS:
        refuse_file(f"has more than {MOST_PARTS:,} parts", "a plan", file=file)
    if total > LARGEST or (total > SMALL and total > MOST_TIMES * packed):
        fault = f"unpacks to {total / _MB:,.0f} MB, {total / max(packed, 1):,.0f} times its size"
        refuse_file(fault, f"at most {LARGEST // _MB} MB and {MOST_TIMES} times", file=file)
    if any(part.flag_bits & 1 for part in held):
        refuse_file("is protected with a password", "a file saved without one", file=file)


# --- Excel


def _check_reach(sheet: Any, *, file: str) -> None:
    """Raise where a sheet reaches further than any plan does: its cells would fill the memory."""
    rows, columns = sheet.max_row, sheet.max_column
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        refuse_file(
            f"has a sheet {sheet.title} that reaches to row {rows:,} and column {columns:,}",
            f"sheets of at most {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns in use", file=file,
        )  # fmt: skip


def _sheet(sheet: Any) -> Grid:
    merged = _merged(sheet)
    rows = []
    for cells in sheet.iter_rows():
        number = cells[0].row
        texts = tuple(
            merged.get((number, place), "") or _printed(cell)
            for place, cell in enumerate(cells, start=1)
        )
        rows.append(Row(f"sheet {sheet.title}, row {number}", texts))
    return Grid(rows)


def _hidden_in(sheet: Any) -> str:
    """Return that rows or columns are read though they are hidden; blank where none is."""
    dimensions = (("row", sheet.row_dimensions), ("column", sheet.column_dimensions))
    hidden = [(name, sum(each.hidden for each in held.values())) for name, held in dimensions]
    said = [f"{number:,} {name}{'s' * (number > 1)}" for name, number in hidden if number]
    return f"sheet {sheet.title}: {' and '.join(said)} read though hidden" if said else ""


def _formulas_without_result(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(len(_NO_RESULT.findall(parts.read(name))) for name in sheets)


def _merged(sheet: Any) -> dict[tuple[int, int], str]:
    """Return what stands in rows beneath the first of cells that are merged downwards."""
    found = {}
    for merged in sheet.merged_cells.ranges:
        text = _printed(sheet.cell(merged.min_row, merged.min_col))
        for row in range(merged.min_row + 1, merged.max_row + 1):
            found[row, merged.min_col] = text
    return found


def _printed(cell: Any) -> str:
    """Return a cell as it is printed, as far as it matters to a plan."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _printed_date(value, _QUOTED.sub("", str(cell.number_format).lower()))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return cleaned(str(value))


def _printed_date(value: date, shown_as: str) -> str:
    if "d" not in shown_as and "y" in shown_as:
        if "m" not in shown_as:
            return str(value.year)
        name = MONTH_NAMES[value.month - 1][: None if "mmmm" in shown_as else 3]
        return f"{name} {value.year}" if "yyyy" in shown_as else f"{name}-{value.year % 100:02d}"
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"


# --- Word


def _is_heading(paragraph: Any) -> bool:
    return str(paragraph.style.name if paragraph.style else "").startswith(("Heading", "Title"))


def _tables_within(table: Any, number: int) -> Iterator[str]:
    """Yield which rows hold a table in a cell, whose words are in no cell of the row."""
    for place, row in enumerate(table.rows, start=1):
        if any(cell.tables for cell in row.cells):
            yield f"table {number}, row {place} holds a table in a cell, which was not read"


def _table_rows(table: Any, number: int) -> Iterator[Row]:
    for place, row in enumerate(table.rows, start=1):
        texts: list[str] = [""] * row.grid_cols_before
        last = None
        for cell in row.cells:
            # A cell that spans columns is given once for each of them.
            texts.append("" if cell._tc is last else cleaned(cell.text))
            last = cell._tc
        yield Row(f"table {number}, row {place}", tuple(texts))
