"""From the bytes of a file to its tables, by what the file is and not by what it is called."""

import re
from collections.abc import Callable
from pathlib import Path

from netzero.plan.faults import refuse_file
from netzero.plan.intake.grids import Source
from netzero.plan.intake.office import check_parts, read_document, read_workbook
from netzero.plan.intake.pdf import read_pdf
from netzero.plan.intake.texts import read_texts

_MB = 1_000_000
LARGEST_MB = 25
LARGEST = LARGEST_MB * _MB
OnPart = Callable[[float], object]
_ACCEPTED = "a table as CSV, Excel (.xlsx), Word (.docx) or PDF"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table)\b", re.IGNORECASE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def untold(_: float) -> None:
    """Tell nobody."""


def content_of(path: Path) -> bytes:
    """Return what stands in a file; one larger than ``LARGEST`` is never read.

    Raises ``PlanError`` for such a file, and ``OSError`` for one that cannot be read.
    """
    _check_size(path.stat().st_size, file=path.name)
    with path.open("rb") as opened:
        content = opened.read(LARGEST + 1)  # it may have grown since
    _check_size(len(content), file=path.name)
    return content


def read_source(content: bytes, *, file: str, on_part: OnPart = untold) -> Source:
    """Return the tables of a file; ``on_part`` is told what share of it has been read.

    Raises ``PlanError`` naming ``file`` where it is of no kind that can be read, is damaged,
    protected, or larger than ``LARGEST``.
    """
    _check_size(len(content), file=file)
    if not content.strip():
        refuse_file("is empty", _ACCEPTED, file=file)
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            refuse_file("is protected with a password", "a file saved without one", file=file)
        refuse_file("is of an old Office (.xls, .doc)", "one saved as .xlsx or .docx", file=file)
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        return read_pdf(content, file=file, on_part=on_part)
    if _MARKUP.match(content):
        refuse_file("is a web page or XML, whatever it is called", _ACCEPTED, file=file)
    if content.startswith(b"PK"):
        return _read_packed(content, file=file)
    return read_texts(content, file=file)


def _check_size(size: int, *, file: str) -> None:
    if size > LARGEST:
        refuse_file(
            f"is {size / _MB:,.0f} MB large", f"a file of at most {LARGEST_MB} MB", file=file
        )


def _read_packed(content: bytes, *, file: str) -> Source:
    parts = check_parts(content, file=file)
    if any(part.startswith("xl/") for part in parts):
        return read_workbook(content, file=file)
    if any(part.startswith("word/") for part in parts):
        return read_document(content, file=file)
    refuse_file("is packed, and neither Excel nor Word", _ACCEPTED, file=file)
