"""Tables in text: CSV in the encodings and with the separators that offices use, pasted tables."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from netzero.plan.faults import refuse_file
from netzero.plan.intake.grids import Grid, Row, Source, cleaned
from netzero.plan.tables import NEVER_CLOSED

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_SAMPLE_ROWS = 50
_RULE = re.compile(r"\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*")  # under the headings of a Markdown table
_BETWEEN = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_MARKED = re.compile(r"(\*\*|__|`)(.+?)\1")


def read_texts(content: bytes, *, file: str) -> Source:
    """Return the rows of a text as one table; blank rows are kept, as they may end a heading.

    Raises ``PlanError`` where it is no text, or is cut off inside quotation marks.
    """
    text, notes = _decoded(content, file=file)
    if any(map(_RULE.fullmatch, text.splitlines())):
        return Source("Markdown", list(_markdown(text.splitlines())), notes)
    lines = text.splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        lines = lines[1:]
    separator = _separator_of(lines)
    rows = [
        Row(f"row {number}", tuple(map(cleaned, record)))
        for number, record in enumerate(_records(lines, separator, file=file), start=1)
    ]
    return Source(f"text with {SEPARATORS[separator]}", [Grid(rows)], notes)


def _markdown(lines: Sequence[str]) -> Iterator[Grid]:
    """Yield the tables of a Markdown text, each with the headings that stand before it."""
    headings: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate([*lines, ""], start=1):
        bare = line.strip()
        if bare.startswith("|"):
            cells = tuple(map(_rendered, _BETWEEN.split(bare[1:].removesuffix("|"))))
            rows += [] if _RULE.fullmatch(line) else [Row(f"line {number}", cells)]
            continue
        if rows:
            yield Grid(rows, headings)
            headings, rows = [], []
        if bare.startswith("#"):
            headings.append(_rendered(bare.lstrip("#")))


def _rendered(text: str) -> str:
    """Return Markdown without what marks words as bold, as code or as links, and with its breaks.

    >>> _rendered(" **Publish** on [the site](https://example.org)<br>each year ")
    'Publish on the site\\neach year'
    """
    broken = _BREAK.sub("\n", _LINK.sub(r"\1", text))
    return cleaned(_MARKED.sub(r"\2", broken).replace("\\|", "|"))


def _decoded(content: bytes, *, file: str) -> tuple[str, list[str]]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _strictly(content, "utf-16", file=file), []
    if content.startswith(BOM_UTF8):
        return _strictly(content, "utf-8-sig", file=file), []
    if b"\x00" in content:
        for encoding, nul_at in (("utf-16-le", 1), ("utf-16-be", 0)):
            if content[nul_at::2].count(0) > len(content) // 4:
                return _strictly(content, encoding, file=file), []
        refuse_file("is no text", "a table as CSV, Excel, Word or PDF", file=file)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return _strictly(content, "cp1252", file=file), ["read as Windows-1252, not as UTF-8"]


def _strictly(content: bytes, encoding: str, *, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        refuse_file("is no text that can be read", "UTF-8, UTF-16 or Windows-1252", file=file)


def _separator_of(lines: list[str]) -> str:
    """Return the sign that parts most rows into equally many cells, and into most of them."""

    def parted(separator: str) -> tuple[int, int]:
        records = islice(csv.reader(lines, delimiter=separator), _SAMPLE_ROWS)
        try:
            widths = Counter(map(len, records))
        except csv.Error:
            return 0, 0
        width, rows = max(
            ((width, rows) for width, rows in widths.items() if width > 1),
            key=lambda found: found[0] * found[1],
            default=(0, 0),
        )
        return width * rows, rows

    return max(SEPARATORS, key=parted)


def _records(lines: list[str], separator: str, *, file: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(lines, delimiter=separator, strict=True):
            records.append(record)
    except csv.Error as error:
        if separator == "\t":  # what is pasted quotes nothing
            return [line.rstrip("\r\n").split("\t") for line in lines]
        row = len(records) + 1
        fault = f"cannot be split into cells in row {row:,} ({error})"
        if str(error) == NEVER_CLOSED:
            fault = f"opens a quotation mark in row {row:,} and never closes it, as if cut off"
        refuse_file(fault, "a whole CSV file", file=file)
    return records
