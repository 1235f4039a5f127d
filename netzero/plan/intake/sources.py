"""From the bytes of a file to its tables, by what the file is and not by what it is called."""

from netzero.plan.faults import refuse_file
from netzero.plan.intake.grids import Source
from netzero.plan.intake.office import check_parts, read_document, read_workbook
from netzero.plan.intake.pdf import read_pdf
from netzero.plan.intake.texts import read_texts

_MB = 1_000_000
LARGEST = 50 * _MB
_ACCEPTED = "a table as CSV, Excel (.xlsx), Word (.docx) or PDF"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_source(content: bytes, *, file: str) -> Source:
    """Return the tables of a file.

    Raises ``PlanError`` naming ``file`` where it is of no kind that can be read, is damaged,
    protected, or larger than ``LARGEST``.
    """
    if len(content) > LARGEST:
        fault = f"is {len(content) / _MB:,.0f} MB large"
        refuse_file(fault, f"a file of at most {LARGEST // _MB} MB", file=file)
    if not content.strip():
        refuse_file("is empty", _ACCEPTED, file=file)
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            refuse_file("is protected with a password", "a file saved without one", file=file)
        refuse_file("is of an old Office (.xls, .doc)", "one saved as .xlsx or .docx", file=file)
    if content.startswith(b"%PDF") or b"%PDF-" in content[:1024]:
        return read_pdf(content, file=file)
    if content.startswith(b"PK"):
        return _read_packed(content, file=file)
    return read_texts(content, file=file)


def _read_packed(content: bytes, *, file: str) -> Source:
    parts = check_parts(content, file=file)
    if any(part.startswith("xl/") for part in parts):
        return read_workbook(content, file=file)
    if any(part.startswith("word/") for part in parts):
        return read_document(content, file=file)
    refuse_file("is packed, and neither Excel nor Word", _ACCEPTED, file=file)
