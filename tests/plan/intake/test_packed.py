"""Packed files that would harm, and what offices do to a table: merged, hidden, shifted."""

import io
import zipfile

import pytest

from netzero.plan.faults import PlanError
from netzero.plan.intake.edition import read_edition, summary
from tests.plan.intake import made_files


def packed(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def torn(content: bytes) -> bytes:
    """A packed file in which some bytes of a part are others."""
    at = content.index(b"word/document.xml") + 200
    return content[:at] + bytes(range(64)) + content[at + 64 :]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (packed(**{"xl__big.xml": b" " * 30_000_000}), "unpacks to 30 MB"),
        (
            packed(**{"xl__workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}),
            "holds XML with declarations",
        ),
        (packed(**{"xl__workbook.xml": b"<workbook/>"}), "is no workbook that can be read"),
        (packed(**{"word__document.xml": b"<document/>"}), "is no document that can be read"),
        (packed(readme=b"hello"), "is packed, and neither Excel nor Word"),
        (torn(made_files.as_document()), "is damaged or not whole"),
    ],
)
def test_a_packed_file_that_is_no_plan_says_why_before_it_is_unpacked(content, fault):
    with pytest.raises(PlanError, match=fault):
        read_edition(content, file="bad.xlsx")


def test_a_workbook_is_read_where_its_headings_stand_with_merged_cells_and_hidden_sheets():
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Actions"
    for row in (
        ["Anytown climate plan"], [], ["Theme", "Action", "Owner", "Deadline"],
        ["Energy", "Buy solar", "Estates", 46112], [None, "Plan heat", "Estates", 2030.0],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    book.create_sheet("Workings").sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    edition = read_edition(written.getvalue(), file="plan.xlsx")
    assert [(a.place, a.plan, a.theme, a.end.edtf) for a in edition.actions] == [
        ("sheet Actions, row 4", "Anytown climate plan", "Energy", "2026-03-31"),
        ("sheet Actions, row 5", "Anytown climate plan", "Energy", "2030"),
    ]
    assert summary(edition)["notes"] == [
        "the hidden sheet Workings was left out",
        "sheet Actions, row 4, end: “46112” was read as the number that spreadsheets have for "
        "31 March 2026",
    ]


def test_a_pdf_of_pictures_and_one_with_a_password_are_each_told_so():
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    scanned, locked = io.BytesIO(), io.BytesIO()
    canvas = Canvas(scanned)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    canvas = Canvas(locked, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "words")
    canvas.save()
    for content, fault in (
        (scanned, "holds pictures of text"),
        (locked, "protected with a password"),
    ):
        with pytest.raises(PlanError, match=fault):
            read_edition(content.getvalue(), file="bad.pdf")
