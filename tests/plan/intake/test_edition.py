import csv
import io

import pytest

from netzero.plan.faults import PlanError
from netzero.plan.intake.edition import Choices, read_edition, summary
from netzero.plan.intake.grids import SOFT
from netzero.plan.intake.separators import settled
from tests.plan.intake import made_files
from tests.plan.intake.made_files import published

COUNTS = {
    "rows_read": 52, "kept": 52, "set_aside": 0, "leads": 22, "assignments": 69,
    "dated_starts": 28, "dated_ends": 29, "ongoing_starts": 24, "ongoing_ends": 23, "faults": 0,
}  # fmt: skip
TEXTS = {
    "utf-8.csv": made_files.as_csv(),
    "with a mark.csv": made_files.as_csv(encoding="utf-8-sig"),
    "utf-16.txt": made_files.as_csv("\t", "utf-16"),
    "windows.csv": made_files.as_csv(";", "cp1252"),
    "strokes.csv": made_files.as_csv("|"),
}
PACKED = {"plan.xlsx": made_files.as_workbook, "plan.docx": made_files.as_document}


def edition_of(text: str, *, choices: Choices | None = None):
    rows = io.StringIO()
    csv.writer(rows).writerows(line.split("|") for line in text.strip().splitlines())
    options = {"choices": choices} if choices else {}
    return read_edition(rows.getvalue().encode(), file="made.csv", **options)


def as_printed(edition):
    return [
        (
            a.action_id,
            a.plan,
            a.theme,
            a.action,
            "; ".join(a.leads),
            "; ".join(a.partners),
            a.start_text,
            a.end_text,
        )
        for a in edition.actions
    ]


def as_committed():
    return [
        (
            row["action_id"], row["plan"], row["theme"], " ".join(row["action"].split()),
            row["leads"], row["partners"].replace("TBC", ""), row["start"], row["end"],
        )
        for row in published()
    ]  # fmt: skip


@pytest.mark.parametrize("file", [*TEXTS, *PACKED])
def test_the_published_tables_are_the_same_52_actions_cell_by_cell_in_any_file(file):
    edition = read_edition(TEXTS.get(file) or PACKED[file](), file=file)
    assert as_printed(edition) == as_committed()
    found = summary(edition)
    assert {name: found[name] for name in COUNTS} == COUNTS
    starts = [action.start.edtf or action.start.kind for action in edition.actions]
    assert starts[:4] == ["2025-04", "2025-04", "2024-04", "ongoing"]
    assert found["separators"] == {"leads": "new line", "partners": "new line"}


def test_a_pdf_is_the_same_with_its_torn_row_joined_and_what_was_decided_said():
    edition = read_edition(made_files.as_pdf(), file="plan.pdf")
    assert as_printed(edition) == as_committed()
    found = summary(edition)
    assert {name: found[name] for name in COUNTS} == COUNTS
    assert "page 3, row 1 was joined to page 2, row 6: a page parts them" in found["notes"]
    assert (
        "page 6, row 6: “Ecology and Biodiversity Team” and “Country Parks Team” were taken apart, "
        "as lines part them"
    ) in found["notes"]
    doubts = [note for note in found["notes"] if "may be two names" in note]
    assert len(doubts) == 4
    assert doubts[0].startswith("page 3, row 4: “Department for Energy Security and Net Zero")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Land owners~Bus Operators", "Land owners|Bus Operators"),
        ("Parks Team~Roads Team", "Parks Team|Roads Team"),
        ("Parks Team~Leader", "Parks Team Leader"),
        ("Rutland Wildlife~Trust", "Rutland Wildlife Trust"),
        ("Energy Security and~Net Zero", "Energy Security and Net Zero"),
        ("Local~Government~Pension Scheme", "Local Government Pension Scheme"),
        ("Head of Property and~estates", "Head of Property and estates"),
    ],
)
def test_a_line_that_may_be_wrapped_ends_a_name_only_where_its_words_say_so(cell, names):
    assert settled([cell.replace("~", SOFT)], "new line") == [names.replace("|", "\n")]


def test_columns_are_found_by_what_they_are_usually_called_and_say_why():
    edition = edition_of(
        """Ref|Measure|Who is responsible|Supported by|By when|Cost
        1|Insulate schools|Estates|Governors|Mar-27|£5m"""
    )
    (action,) = edition.actions
    assert (action.action_id, action.action, action.leads) == (
        "1",
        "Insulate schools",
        ("Estates",),
    )
    assert (action.partners, action.end.edtf) == (("Governors",), "2027-03")
    assert edition.left_out == ["Cost"]
    assert summary(edition)["evidence"]["leads"] == "“Who is responsible” holds “responsible”"


def test_one_column_of_timescales_gives_both_ends_and_an_id_is_made_of_the_words():
    text = """Theme|Action|Lead|Timescale
        Energy|Buy solar|Estates|2022–2025
        Energy|Plan heat|Estates|by 2030
        Travel|Run buses|Fleet|Short term"""
    actions = edition_of(text).actions
    ends = [(a.start.edtf or a.start.kind, a.end.edtf or a.end.kind) for a in actions]
    assert ends == [("2022", "2025"), ("not given", "2030"), ("in words", "in words")]
    ids = [a.action_id for a in actions]
    assert len(set(ids)) == 3
    moved = text.replace("Short term", "2027").replace("Run buses", "Run  BUSES")
    assert [a.action_id for a in edition_of(moved).actions] == ids


def test_rows_read_are_rows_kept_and_rows_set_aside_and_each_fault_is_a_sentence():
    found = summary(
        edition_of(
            """ID|Action|Lead|Start|End
            A1|Plant trees|Parks|Apr-25|soon
            A2||Parks|Apr-25|Mar-26
            A1|Mow less|Parks|Apr-27|Mar-26
            A3|Dig ponds||Apr-25|"""
        )
    )
    assert (found["rows_read"], found["kept"], found["set_aside"]) == (4, 3, 1)
    assert found["states"]["end"] == {"unreadable": 1, "dated": 1, "not given": 1}
    codes = [(each["code"], each["place"], each["severity"]) for each in found["listed_faults"]]
    assert codes == [
        ("no action", "row 3", "row set aside"),
        ("date", "row 2", "note"),
        ("end before start", "row 4", "note"),
        ("no lead", "row 5", "note"),
        ("id twice", "row 4", "note"),
    ]
    said = found["listed_faults"][1]["sentence"]
    assert said.startswith("Row 2, end: “soon” is not a date. Accepted: a day, month,")


def test_headings_over_rows_are_themes_and_ids_that_two_plans_share_are_no_fault():
    edition = edition_of(
        """Council Climate Plan
        ID|Action|Lead|End
        Energy
        1|Buy solar|Estates|2027
        ID|Action|Lead|End
        Travel
        2|Run buses|Fleet|2028
        County Climate Plan
        ID|Action|Lead|End
        1|Plant trees|Parks|2029"""
    )
    assert [(a.plan, a.theme) for a in edition.actions] == [
        ("Council Climate Plan", "Energy"),
        ("Council Climate Plan", "Travel"),
        ("County Climate Plan", ""),
    ]
    assert edition.findings == []


def test_what_is_chosen_goes_before_what_is_guessed():
    choices = Choices({"leads": "Team", "partners": ""}, {"leads": "slash"}, False, "Our plan")
    (action,) = edition_of(
        "Action|Team|Partner|Due\nBuy solar|Estates/Fleet|Governors|03/04/2027", choices=choices
    ).actions
    assert (action.leads, action.partners, action.plan) == (("Estates", "Fleet"), (), "Our plan")
    assert action.end.edtf == "2027-03-04"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", "has no row that names its columns"),
        (b"ID,Action,Lead\n", "holds no actions"),
        (b"\x00\x01\x02\x03binary", "is no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "is of an old Office"),
        (b"PK\x03\x04 not whole", "is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is protected with a password",
        ),
        (b"%PDF-1.7 not whole", "is no PDF that can be read"),
        (b"x" * 25_000_001, "is 25 MB large"),
    ],
)
def test_a_file_that_no_plan_comes_of_says_why(content, fault):
    with pytest.raises(PlanError, match=fault):
        read_edition(content, file="bad")
