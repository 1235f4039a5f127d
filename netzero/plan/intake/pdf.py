"""Ruled tables in a PDF. Lines of a cell are told apart from lines that the width has wrapped."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from netzero.plan.faults import refuse_file
from netzero.plan.intake.grids import SOFT, Grid, Row, Source

SLACK = 6  # points that a line may leave free before its end is taken for one that was meant
LEVEL = 3  # points between the tops of words of one line
Word = dict[str, Any]
Box = tuple[float, float, float, float]


class OpenRow(NamedTuple):
    """The cells of a row that is not closed, as pdfplumber gives those of others."""

    cells: Sequence[Box | None]


def read_pdf(content: bytes, *, file: str) -> Source:
    """Return the ruled tables of a PDF, those of a page in their order.

    Raises ``PlanError`` where it cannot be opened, holds pictures of text, or has no ruled table.
    """
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            grids = [grid for page in document.pages for grid in _grids(page)]
            is_text = any(page.chars for page in document.pages)
    except Exception as error:  # whatever the parsers beneath it raise
        if "password" in repr(error).lower():
            refuse_file("is protected with a password", "a PDF saved without one", file=file)
        refuse_file("is no PDF that can be read", "a whole PDF with text in it", file=file)
    if not is_text:
        fault = "holds pictures of text: this PDF was scanned"
        refuse_file(fault, "a PDF with text in it, or the file it was made from", file=file)
    if not grids:
        refuse_file("holds no ruled table", "a table with lines around its cells", file=file)
    return Source("PDF", grids)


def _grids(page: Any) -> Iterator[Grid]:
    words = page.extract_words(keep_blank_chars=False, use_text_flow=False)
    above = 0.0
    for number, table in enumerate(sorted(page.find_tables(), key=lambda found: found.bbox[1])):
        top, bottom = table.bbox[1], table.bbox[3]
        before = [w for w in words if above <= w["top"] and w["bottom"] <= top]
        lines = [" ".join(w["text"] for w in line) for line in _lines(before)]
        rows = [
            Row(f"page {page.page_number}, row {place}", _cells(row.cells, words))
            for place, row in enumerate((*table.rows, *_open_row(table, page)), start=1)
        ]
        yield Grid(rows, lines, goes_on=number == 0)
        above = bottom


def _open_row(table: Any, page: Any) -> Iterator[Any]:
    """Yield the row at the foot of a page that no line closes, as a page break may leave it."""
    left, _, right, bottom = table.bbox
    feet = [
        edge["bottom"]
        for edge in page.edges
        if edge["orientation"] == "v"
        and left - SLACK <= edge["x0"] <= right + SLACK
        and edge["top"] <= bottom + SLACK
    ]
    foot = max(feet, default=bottom)
    columns = max((row.cells for row in table.rows), key=lambda boxes: sum(map(bool, boxes)))
    if foot > bottom + SLACK:
        yield OpenRow([box and (box[0], bottom, box[2], foot) for box in columns])


def _cells(boxes: Sequence[Any], words: list[Word]) -> tuple[str, ...]:
    return tuple(_text(box, words) if box else "" for box in boxes)


def _text(box: Box, words: list[Word]) -> str:
    """Return the text of a cell: a new line where the next word would still have fitted.

    Where it would not, the width may have parted the line: that is ``SOFT``.
    """
    left, top, right, bottom = box
    inside = [
        word
        for word in words
        if left <= (word["x0"] + word["x1"]) / 2 <= right
        and top <= (word["top"] + word["bottom"]) / 2 <= bottom
    ]
    lines = list(_lines(inside))
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None:
            free = right - before[-1]["x1"] - (line[0]["x0"] - left)
            text += "\n" if free > line[0]["x1"] - line[0]["x0"] + SLACK else SOFT
        text += " ".join(word["text"] for word in line)
    return text


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    """Yield the words of each line, from left to right."""
    ordered = sorted(words, key=lambda word: word["top"])
    level = 0.0
    numbered: list[tuple[float, Word]] = []
    for word in ordered:
        if not numbered or word["top"] - level > LEVEL:
            level = word["top"]
        numbered.append((level, word))
    for _, line in groupby(numbered, key=lambda pair: pair[0]):
        yield sorted((word for _, word in line), key=lambda word: word["x0"])
