"""Reading a CSV file as text, strictly: no cell is moved, dropped or guessed."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import pandas as pd

from netzero.plan.faults import Cell, Fault, PlanError, Problem, raise_any, refuse_file
from netzero.plan.plain_csv import read_plain

Record = list[str]
# Without it a mark of quotation that is never closed is said to be a cell that is too long.
csv.field_size_limit(2**31 - 1)
NEVER_CLOSED = "unexpected end of data"
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def read_text_table(
    content: bytes, *, file: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> pd.DataFrame:
    """Return the texts of ``columns`` without outer space, indexed by row; the header is row 1.

    Blank rows are passed over; other columns are left out, but for the ``optional``, which are
    blank where the file has none. Raises ``PlanError`` naming ``file``
    where it is not UTF-8, is separated by something other than commas, has no header, lacks or
    repeats one of ``columns``, or has rows of another length.
    """
    text = read_text(content, file=file)
    _refuse_other_separators(text, columns, file=file)
    header = _header(content, file=file)
    _check_header(header, columns, file=file)
    table = read_plain(content.removeprefix(BOM_UTF8), width=len(header))
    if table is None:
        table = _read_strictly(content, width=len(header), file=file)
    held = (*columns, *(name for name in optional if name in header))
    kept = {name: table[header.index(name)].str.strip() for name in held}
    missing = dict.fromkeys((name for name in optional if name not in header), "")
    return pd.DataFrame(kept).assign(**missing)


def distinct(texts: pd.Series) -> list[str]:
    """Return each text once: a long plan has many cells and, in most columns, few texts."""
    found: list[str] = texts.unique().tolist()
    return found


def cells(texts: pd.Series) -> list[Cell]:
    """Return the cells of a column, or of a part of it."""
    return list(zip(texts.index.tolist(), texts.tolist(), strict=True))


def blank_cells(texts: pd.Series) -> list[Cell]:
    """Return the cells of a column in which nothing stands."""
    return cells(texts[texts.eq("")])


def cells_with(texts: pd.Series, wanted: Iterable[str]) -> list[Cell]:
    """Return the cells of a column in which one of the ``wanted`` texts stands."""
    chosen = set(wanted)
    return [(row, text) for row, text in cells(texts) if text in chosen] if chosen else []


def read_text(content: bytes, *, file: str) -> str:
    """Return the text of a file in UTF-8, or raise ``PlanError``."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse_file("is not UTF-8 text", "a file saved as UTF-8", file=file)


def _refuse_other_separators(text: str, columns: Sequence[str], *, file: str) -> None:
    """Raise where another sign than the comma finds more of the columns in the first line."""
    first_line = text.partition("\n")[0]

    def found(separator: str) -> int:
        cells = {cell.strip().strip('"') for cell in first_line.split(separator)}
        return len(cells & set(columns))

    if first_line.lower().startswith("sep="):
        fault = f"begins with a line for Excel (“{first_line.strip()}”)"
        refuse_file(fault, "a first row of column names", file=file)
    separator = max((",", *_OTHER_SEPARATORS), key=found)
    if separator != ",":
        fault = f"separates its columns with {_OTHER_SEPARATORS[separator]}"
        refuse_file(fault, "a CSV file with a comma between columns", file=file)


def _header(content: bytes, *, file: str) -> Record:
    first = _records(content, most=1, file=file)
    header = [name.strip() for name in first[0]] if first else []
    if not any(header):
        refuse_file("has no header row", "a first row of column names", file=file)
    return header


def _read_strictly(content: bytes, *, width: int, file: str) -> pd.DataFrame:
    """Return the cells of a table as ``read_plain`` does, or say what is wrong and where."""
    rows = {
        row: record
        for row, record in enumerate(_records(content, file=file), start=1)
        if row > 1 and any(map(str.strip, record))
    }
    _check_lengths(rows, width=width, file=file)
    index = pd.Index(rows, dtype="int64", name="row")
    return pd.DataFrame(list(rows.values()), columns=range(width), dtype="str", index=index)


def _records(content: bytes, *, most: int | None = None, file: str) -> list[Record]:
    """Return the rows of a file, the header first, or as many as are wanted at most."""
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline="")
    records: list[Record] = []
    try:
        records.extend(islice(csv.reader(lines, strict=True), most))
    except csv.Error as error:
        row = len(records) + 1  # those before it were taken
        fault = f"cannot be split into cells in row {row:,} ({error})"
        if str(error) == NEVER_CLOSED:
            fault = f"opens a quotation mark in row {row:,} and never closes it, as if cut off"
        refuse_file(fault, "a whole CSV file", file=file)
    return records


def _check_header(header: Record, columns: Sequence[str], *, file: str) -> None:
    every = f"the columns {', '.join(columns)}"
    problems = [
        Problem(1, name, name, "is missing from the header", every)
        for name in columns
        if name not in header
    ]
    problems += [
        Problem(1, name, name, "stands twice in the header", "each column once")
        for name in columns
        if header.count(name) > 1
    ]
    if problems:
        raise PlanError(problems, file=file)


def _check_lengths(rows: Mapping[int, Record], *, width: int, file: str) -> None:
    odd: dict[int, list[Cell]] = {}
    for number, record in rows.items():
        if len(record) != width:
            odd.setdefault(len(record), []).append((number, ", ".join(record)))
    accepted = f"{width} cells, as the header"
    faults = (Fault("", cells, f"has {count} cells", accepted) for count, cells in odd.items())
    raise_any(faults, file=file)
