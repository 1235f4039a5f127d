"""Files as offices and people make them: nothing in them is lost unsaid, nothing is invented."""

import csv
import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.__main__ import main
from netzero.plan.faults import PlanError
from netzero.plan.intake.edition import Choices, read_edition, summary
from netzero.plan.intake.sources import LARGEST, content_of
from tests.plan.intake.test_edition import edition_of

HEADINGS = ("Ref", "Action", "Lead", "Due")
ROW = ("1", "Plant trees", "Parks", "2027")


def text(content, *, file="odd.csv", **given):
    return read_edition(
        content.encode() if isinstance(content, str) else content, file=file, **given
    )


def workbook(*rows, **changes):
    """Return a workbook of one sheet of rows; ``changes`` are cells that are set besides."""
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell, value in changes.items():
        book.active[cell] = value
    return saved(book)


def saved(made):
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def said(edition):
    return (edition.rows_read, len(edition.actions), edition.set_aside, list(edition.notes))


# --- How large


def test_a_file_too_large_is_refused_unread_and_says_so(tmp_path, capsys):
    path = tmp_path / "plan.csv"
    with path.open("wb") as opened:
        os.truncate(opened.fileno(), 10**12)  # no memory holds it, nor has the disk to
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().err == (
        "The file is 1,000,000 MB large. Accepted: a file of at most 25 MB.\n"
    )


def test_a_file_of_the_largest_size_is_read_and_a_byte_more_is_not(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b" " * LARGEST)
    assert len(content_of(path)) == LARGEST
    path.write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(PlanError, match="is 25 MB large"):
        content_of(path)


def test_a_sheet_that_reaches_to_the_end_of_the_world_is_refused_before_it_fills_the_memory():
    with pytest.raises(PlanError, match="reaches to row 1,048,576 and column 4"):
        read_edition(workbook(HEADINGS, ROW, A1048576="x"), file="deep.xlsx")


def test_five_hundred_columns_are_named_as_left_out_and_a_cell_of_a_million_signs_is_kept():
    more = [f"Cost {number}" for number in range(500)]
    wide = text(f"{','.join((*HEADINGS, *more))}\n{','.join((*ROW, *more))}\n")
    assert list(wide.left_out) == more
    [action] = text(f"Ref,Action,Lead\n1,{'y' * 1_000_000},Parks\n").actions
    assert len(action.action) == 1_000_000


# --- What is no table


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<html><table><tr><td>Ref</td></tr></table></html>", "is a web page or XML"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "is a web page"),
        (b'{"Ref": 1}', "has no row that names its columns"),
        (b"\n\n , \n", "has no row that names its columns"),
        (b"Ref,Action,Lead\n1,Pl\x00ant,Parks\n", "is no text"),
        (b'Ref,Action,Lead\n1,"Plant,Parks\n', "opens a quotation mark in row 2 and never closes"),
    ],
)
def test_what_is_no_table_of_a_plan_says_what_it_is(content, fault):
    with pytest.raises(PlanError, match=fault):
        read_edition(content, file="plan.xls")


def test_a_workbook_without_anything_says_so():
    with pytest.raises(PlanError, match="has no row that names its columns"):
        read_edition(workbook(), file="empty.xlsx")


# --- Text


def test_a_preamble_of_several_lines_is_no_theme_and_one_line_over_the_headings_is():
    lines = "Anytown Council\nClimate Plan 2024\nVersion 3\nPrinted 3 May\n"
    [action] = text(f"{lines}Ref,Action,Lead\n1,Plant,Parks\n").actions
    assert (action.plan, action.theme) == ("Climate Plan 2024", "")
    [action] = text("Climate Plan 2024\nNature\nRef,Action,Lead\n1,Plant,Parks\n").actions
    assert (action.plan, action.theme) == ("Climate Plan 2024", "Nature")


@pytest.mark.parametrize(
    ("content", "action"),
    [
        ('Ref;Action;Lead\n1;"Plant; water; prune";Parks\n', "Plant; water; prune"),
        ('Ref\tAction\tLead\n1\tPlant "big trees\tParks\n', 'Plant "big trees'),
        ("Ref,Action,Lead\r1,Plant,Parks\r", "Plant"),
        ("Ref,Action,Lead\n1,Pl\ufeffant\u200b,Pa\ufeffrks\n", "Plant"),
        ("Ref,Action,Lead\n1,זרע עצים,Parks\n", "זרע עצים"),
        ("sep=;\nRef;Action;Lead\n1;Plant;Parks\n", "Plant"),
    ],
)
def test_texts_in_whatever_way_they_are_parted_are_the_same_row(content, action):
    [found] = text(content).actions
    assert (found.action_id, found.action, found.leads) == ("1", action, ("Parks",))


def test_cells_without_a_heading_are_counted_and_short_rows_lose_nothing():
    edition = text(
        "Ref,Action,Lead,,Due\n1,Plant,Parks\n2,Dig,Roads,why,2027,extra\n3,Mow,Parks,so,\n"
    )
    assert [each.end.edtf or each.end.kind for each in edition.actions] == [
        "not given", "2027", "not given",
    ]  # fmt: skip
    assert list(edition.notes) == [
        "column 4, which has no heading, was left out: it holds text in 2 rows",
        "column 6, which has no heading, was left out: it holds text in 1 row",
    ]


def test_words_alone_in_a_row_that_may_be_an_action_are_said_to_be_taken_for_a_heading():
    edition = text("Action,Lead\nNature,\nPlant trees,Parks\n")
    assert [(each.theme, each.action) for each in edition.actions] == [("Nature", "Plant trees")]
    assert list(edition.notes) == ["row 2: “Nature” stands alone: taken for a heading"]
    assert list(text("Ref,Action,Lead\nNature,,\n1,Plant,Parks\n").notes) == []


@pytest.mark.parametrize("nothing", ["N/A", "n/a", "TBC", "-", "None"])
def test_a_cell_that_says_that_nobody_is_named_names_nobody(nothing):
    edition = edition_of(
        f"Ref|Action|Lead|Partner\n1|Plant|Parks/Roads|{nothing}\n2|Dig|Parks|Bus/Rail"
    )
    assert [each.partners for each in edition.actions] == [(), ("Bus", "Rail")]


def test_two_tables_of_one_file_each_have_their_own_columns():
    edition = text(
        "Ref,Action,Lead,Due\n1,Plant,Parks,2027\n\nNo,Deadline,Description,Owner\n2,2028,Dig,Roads\n"
    )
    assert [(a.action_id, a.action, a.leads, a.end.edtf) for a in edition.actions] == [
        ("1", "Plant", ("Parks",), "2027"),
        ("2", "Dig", ("Roads",), "2028"),
    ]


# --- Dates


def test_a_guessed_column_of_dates_in_which_none_stands_is_left_out_and_said():
    edition = text(
        "Action,Lead,Target,Duration\nPlant,Parks,500 trees,6 weeks\nDig,Roads,3 ponds,-\n"
    )
    assert "end" not in edition.columns
    assert "Target" in edition.left_out
    assert list(edition.notes) == ["no cell under “Target” is a date: it is not taken for the end"]
    chosen = text("Action,Lead,Target\nPlant,Parks,soon\n", choices=Choices({"end": "Target"}, {}))
    assert [each.code for each in chosen.findings] == ["date"]


def test_days_and_quarters_that_can_be_read_two_ways_say_once_how_they_were():
    notes = text(
        "Action,Lead,Start,End\nPlant,Parks,03/04/2026,13/04/2027\nDig,Roads,05/06/2026,Q2 2027\n"
    ).notes
    assert list(notes) == [
        "row 2, start: “03/04/2026” was read as 3 April, and 1 more likewise",
        "row 3, end: “Q2 2027” was read as a quarter of the calendar year",
    ]


# --- Offices


def test_what_is_hidden_in_a_sheet_is_read_and_said_and_so_are_formulas_without_a_result():
    from openpyxl import Workbook

    book = Workbook()
    for row in (HEADINGS, ROW, ("2", "Dig ponds", "Parks", "=DATE(2027,3,1)")):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    assert said(read_edition(saved(book), file="plan.xlsx")) == (2, 2, 0, [
        "sheet Sheet: 1 row and 1 column read though hidden",
        "1 formula has no result in the file, as if never opened in Excel: read as blank",
    ])  # fmt: skip


def test_a_total_at_the_foot_is_set_aside_and_an_action_that_begins_alike_is_not():
    rows = (
        HEADINGS,
        ROW,
        (None, "Total", None, 3),
        ("2", "Total refit of the depot", "Fleet", None),
    )
    edition = read_edition(workbook(*rows), file="plan.xlsx")
    assert said(edition)[:3] == (3, 2, 1)
    assert str(edition.findings[0]) == (
        "Sheet Sheet, row 3: “Total | 3” is a total. "
        "Accepted: words under the heading of the action. (row set aside)"
    )


def test_a_table_in_a_cell_of_a_word_table_is_said_not_to_be_read():
    from docx import Document

    document = Document()
    table = document.add_table(rows=2, cols=4)
    for place, (heading, cell) in enumerate(zip(HEADINGS, ROW, strict=True)):
        table.cell(0, place).text, table.cell(1, place).text = heading, cell
    table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "steps"
    assert said(read_edition(saved(document), file="plan.docx")) == (
        1, 1, 0, ["table 1, row 2 holds a table in a cell, which was not read"],
    )  # fmt: skip


def test_the_prose_before_a_word_table_is_no_theme_where_the_document_has_headings():
    from docx import Document

    document = Document()
    document.add_heading("Climate Plan 2024", level=1)
    for theme in ("Energy", "Travel"):
        document.add_heading(theme, level=2)
        document.add_paragraph("For more write to the climate team")
        table = document.add_table(rows=2, cols=4)
        for place, (heading, cell) in enumerate(zip(HEADINGS, ROW, strict=True)):
            table.cell(0, place).text, table.cell(1, place).text = heading, cell
    actions = read_edition(saved(document), file="plan.docx").actions
    assert [(each.plan, each.theme) for each in actions] == [
        ("Climate Plan 2024", "Energy"), ("Climate Plan 2024", "Travel"),
    ]  # fmt: skip


def test_the_head_of_every_page_of_a_pdf_is_neither_plan_nor_theme():
    from reportlab.lib import colors
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    written, ruled = io.BytesIO(), ("GRID", (0, 0), (-1, -1), 1, colors.black)
    canvas = Canvas(written)
    for page, theme in enumerate(("Energy", "Travel", "Nature"), start=1):
        canvas.drawString(50, 780, f"Draft action plan, page {page} of 3")
        canvas.drawString(50, 700, theme)
        table = Table([HEADINGS, (f"{page}", *ROW[1:])], style=[ruled])
        table.wrapOn(canvas, 500, 500)
        table.drawOn(canvas, 50, 600)
        canvas.showPage()
    canvas.save()
    actions = read_edition(written.getvalue(), file="town.pdf").actions
    assert [(each.plan, each.theme) for each in actions] == [
        ("town", "Energy"), ("town", "Travel"), ("town", "Nature"),
    ]  # fmt: skip


def test_pages_of_a_pdf_that_are_pictures_are_named_and_the_others_read():
    from PIL import Image
    from reportlab.lib import colors
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    written, ruled = io.BytesIO(), ("GRID", (0, 0), (-1, -1), 1, colors.black)
    canvas = Canvas(written)
    for page in range(4):
        if page in (1, 3):
            canvas.drawImage(ImageReader(Image.new("L", (40, 40))), 50, 50)
        else:
            table = Table([HEADINGS, (f"{page}", *ROW[1:])], style=[ruled])
            table.wrapOn(canvas, 500, 500)
            table.drawOn(canvas, 50, 500)
        canvas.showPage()
    canvas.save()
    shares = []
    edition = read_edition(written.getvalue(), file="plan.pdf", on_part=shares.append)
    assert said(edition) == (
        2, 2, 0, ["pages 2 and 4 hold pictures of text, which were not read"],
    )  # fmt: skip
    assert shares == [0.25, 0.5, 0.75, 1]


# --- Whatever it is


CELLS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=8))
@settings(deadline=None, max_examples=60)
def test_whatever_stands_in_a_table_rows_read_are_rows_kept_and_set_aside_and_faults_are_sentences(
    rows,
):
    written = io.StringIO()
    csv.writer(written).writerows([[*HEADINGS, "Partner"], [*ROW, "Bus"], *rows])
    found = summary(text(written.getvalue().replace("\x00", "")))
    assert found["rows_read"] == found["kept"] + found["set_aside"]
    for fault in found["listed_faults"]:
        assert set(fault) == {
            "code", "severity", "place", "column", "value", "fault", "accepted", "sentence",
        }  # fmt: skip
        assert fault["severity"] in ("row set aside", "note")
        assert (
            f" {fault['fault']}. Accepted: {fault['accepted']}. ({fault['severity']})"
            in fault["sentence"]
        )
