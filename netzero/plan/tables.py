"""Reading a CSV file as text, strictly: no cell is moved, dropped or guessed."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from netzero.plan.checking import PlanError, Problem


def read_text_table(path: str | Path, *, columns: Sequence[str]) -> pd.DataFrame:
    """Return the file's rows as text, with ``row`` (the header is row 1) and ``columns``.

    Blank rows are passed over; other columns are left out. Raises ``PlanError`` for a file that
    is not UTF-8, has no header, lacks or repeats a column, or has rows of another length.
    """
    try:
        header, *records = _records(Path(path))
        _check_header(header, columns)
        rows = [(number, cells) for number, cells in enumerate(records, start=2) if any(cells)]
        _check_lengths(rows, width=len(header))
    except PlanError as error:
        raise PlanError(error.problems, file=Path(path).name) from error
    table = pd.DataFrame([cells for _, cells in rows], columns=header, dtype="str")
    table.insert(0, "row", [number for number, _ in rows])
    return table[["row", *columns]]


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8, or raise ``PlanError``."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanError([_file_problem("is not UTF-8 text", "a file saved as UTF-8")]) from error


def _records(path: Path) -> list[list[str]]:
    text = read_text(path)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise PlanError([_file_problem(f"is not a CSV table ({error})", "a CSV file")]) from error
    if not records or not any(records[0]):
        raise PlanError([_file_problem("has no header row", "a first row of column names")])
    return [[cell.strip() for cell in record] for record in records]


def _check_header(header: Sequence[str], columns: Sequence[str]) -> None:
    every = ", ".join(columns)
    problems = [
        Problem(1, name, name, "is missing from the header", f"the columns {every}")
        for name in columns
        if name not in header
    ]
    problems += [
        Problem(1, name, name, "stands twice in the header", "each column once")
        for name in dict.fromkeys(header)
        if header.count(name) > 1
    ]
    if problems:
        raise PlanError(problems)


def _check_lengths(rows: Sequence[tuple[int, list[str]]], *, width: int) -> None:
    problems = [
        Problem(
            number, "", ", ".join(cells), f"has {len(cells)} cells", f"{width} cells, as the header"
        )
        for number, cells in rows
        if len(cells) != width
    ]
    if problems:
        raise PlanError(problems)


def _file_problem(fault: str, accepted: str) -> Problem:
    return Problem(0, "", "", fault, accepted)
