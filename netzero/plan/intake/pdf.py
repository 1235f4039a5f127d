"""Ruled tables in a PDF. Lines of a cell are told apart from lines that the width has wrapped."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from netzero.plan.faults import PlanError, refuse_file
from netzero.plan.intake.grids import SOFT, Grid, Row, Source

SLACK = 6  # points that a line may leave free before its end is taken for one that was meant
MOST_PAGES = 500
FEWEST_HEADS = 3  # pages on which a line stands before it is taken for the head of all
LEVEL = 3  # points between the tops of words of one line
Word = dict[str, Any]
Box = tuple[float, float, float, float]


class OpenRow(NamedTuple):
    """The cells of a row that is not closed, as pdfplumber gives those of others."""

    cells: Sequence[Box | None]


def read_pdf(content: bytes, *, file: str, on_part: Callable[[float], object]) -> Source:
    """Return the ruled tables of a PDF, those of a page in their order.

    Pages that are pictures of text are told in a note. Raises ``PlanError`` where it cannot be
    opened, has more than ``MOST_PAGES``, holds pictures of text alone, or has no ruled table.
    """
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                fault = f"has {len(document.pages):,} pages"
                refuse_file(fault, f"a plan of at most {MOST_PAGES} pages", file=file)
            grids, scanned, read = _read_pages(document.pages, on_part)
    except PlanError:
        raise
    except Exception as error:  # whatever the parsers beneath it raise
        if "password" in repr(error).lower():
            refuse_file("is protected with a password", "a PDF saved without one", file=file)
        refuse_file("is no PDF that can be read", "a whole PDF with text in it", file=file)
    if not read:
        fault = "was scanned: this PDF holds pictures of text"
        refuse_file(fault, "a PDF with text in it, or the file it was made from", file=file)
    if not grids:
        refuse_file("holds no ruled table", "a table with lines around its cells", file=file)
    return Source("PDF", grids, [_of_scans(scanned)] if scanned else [])


def _read_pages(
    pages: Sequence[Any], on_part: Callable[[float], object]
) -> tuple[list[Grid], list[int], int]:
    """Return the tables of pages, which of them are pictures alone, and how many hold text."""
    grids: list[Grid] = []
    scanned, read = [], 0
    for number, page in enumerate(pages, start=1):
        if page.chars:
            read += 1
            grids += _grids(page)
        elif page.images:
            scanned.append(number)
        page.close()  # what it parsed is kept else until the last page
        on_part(number / len(pages))
    return list(_without_running_heads(grids)), scanned, read


def _without_running_heads(grids: Sequence[Grid]) -> Iterator[Grid]:
    """Yield tables without the lines that stand over the first of every page, but for numbers."""
    first = [grid for grid in grids if grid.goes_on]
    seen = Counter(line for grid in first for line in {_numberless(each) for each in grid.before})
    running = {line for line, pages in seen.items() if pages == len(first) >= FEWEST_HEADS}
    for grid in grids:
        before = [line for line in grid.before if _numberless(line) not in running]
        yield replace(grid, before=before)


def _numberless(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _of_scans(scanned: Sequence[int]) -> str:
    if len(scanned) == 1:
        return f"page {scanned[0]} holds a picture of text, which was not read"
    named = ", ".join(map(str, scanned[:-1]))
    return f"pages {named} and {scanned[-1]} hold pictures of text, which were not read"


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
