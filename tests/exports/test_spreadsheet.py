"""Workbooks and CSV files, read again by openpyxl and by the csv module."""

import csv
import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.exhibit import Table
from netzero.exports.cover import BLANK, cover_of
from netzero.exports.sheet_words import headings, inert, sheet_names
from netzero.exports.spreadsheet import csv_file, workbook
from netzero.exports.values import printable
from tests.at import plan_at, published
from tests.builders import month
from tests.exports.hand_made import exhibit

COVER = {"Title": "Net zero delivery", "As at": "Nov 2026", "Filters": "=none"}
HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://e.example")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\x00=1+1",
    "=cmd|' /C calc'!A0",
    "https://e.example",
    "mailto:a@e.example",
]
TEAMS = Table(
    ("Team", "Actions", "Next", "Ids"),
    (("Red", 2, month("2027-03"), ("A1", "A2")), ("Blue", 0, None, ())),
    (False, True, False, False),
)


def of(table, **given):
    return exhibit(table=table, **given)


def words(*texts, heading="T"):
    return Table((heading,), tuple((text,) for text in texts), (False,))


def book_of(*exhibits, cover=COVER):
    return openpyxl.load_workbook(io.BytesIO(workbook(exhibits, cover=cover)))


def values(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.rows]


def csv_rows(content):
    return [tuple(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


# --- Excel


def test_a_workbook_holds_exactly_the_tables_of_its_exhibits():
    book = book_of(
        of(TEAMS, title="Who carries it"),
        of(words("007", "NA", "1e5"), title="Numbers as text"),
        of(Table(("A", "B"), (), (False, True)), title="Nothing"),
    )
    assert book.sheetnames == ["Cover", "Who carries it", "Numbers as text", "Nothing"]
    assert values(book["Who carries it"]) == [
        ("Team", "Actions", "Next", "Ids"),
        ("Red", 2, datetime(2027, 3, 1), "A1; A2"),
        ("Blue", 0, None, None),
    ]
    assert values(book["Numbers as text"]) == [("T",), ("007",), ("NA",), ("1e5",)]
    assert values(book["Nothing"]) == [("A", "B")]


def test_numbers_are_numbers_text_is_text_and_months_are_dates_that_read_as_on_the_screen():
    sheet = book_of(of(TEAMS))["Who carries it"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "d", "s"]
    assert sheet["C2"].number_format == "mmm yyyy"


def test_the_cover_holds_what_was_given_then_each_sheet_with_its_finding_and_what_was_counted():
    book = book_of(of(TEAMS), of(TEAMS, title="Load", finding="Blue peaks at 3"))
    assert values(book["Cover"]) == [
        ("About this file", "What it says"),
        ("Title", "Net zero delivery"),
        ("As at", "Nov 2026"),
        ("Filters", "=none"),
        (
            "Who carries it",
            "Red leads. Live actions by lead team: 3. Whole plan, as at Nov 2026",
        ),
        ("Load", "Blue peaks at 3. Live actions by lead team: 3. Whole plan, as at Nov 2026"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_heading_or_cover_line_is_a_formula_or_a_link(text):
    hostile = of(words(text, heading=text), title="T", finding=text)
    content = workbook([hostile], cover={text: text})
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.rows:
            assert [(cell.data_type, cell.hyperlink) for cell in row] == [("s", None)] * len(row)
    # The file format writes a carriage return as _x000D_.
    [shown] = values(openpyxl.load_workbook(io.BytesIO(content))["T"])[1]
    assert shown.replace("_x000D_", "\r") == printable(text)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        sheets = b"".join(parts.read(name) for name in names if "/worksheets/" in name)
    assert b"<f>" not in sheets
    assert b"<hyperlink" not in sheets
    assert not [name for name in names if "vba" in name or "externalLink" in name]


def test_a_sheet_is_a_table_whose_heading_stays_in_view():
    sheet = book_of(of(TEAMS))["Who carries it"]
    [table] = sheet.tables.values()
    assert (table.ref, sheet.freeze_panes) == ("A1:D3", "A2")


def test_a_sheet_prints_across_as_wide_as_the_paper_with_its_headings_again():
    book = book_of(of(TEAMS))
    sheet = book["Who carries it"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.print_title_rows == "$1:$1"
    assert book.properties.creator == "Net zero delivery dashboard"


def test_headings_that_differ_in_case_alone_and_empty_ones_are_kept_apart():
    assert headings(["Red team", "Red Team", "", "a\nb"]) == [
        "Red team", "Red Team (2)", "Column 3", "a b",
    ]  # fmt: skip


def test_a_heading_longer_than_excel_takes_ends_in_dots():
    [heading] = headings(["x" * 300])
    assert heading == "x" * 254 + "…"


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["a/b:c", "[a]*?\\"], ["a b c", "a"]),
        (["Load", "load", "LOAD"], ["Load", "load (2)", "LOAD (3)"]),
        (["x" * 31], ["x" * 31]),
        (["x" * 32, "x" * 33], ["x" * 30 + "…", "x" * 26 + "… (2)"]),
        (["History", "'quoted'", " "], ["History of the plan", "quoted", "Sheet"]),
    ],
)
def test_sheets_bear_the_titles_as_far_as_excel_allows(titles, names):
    assert sheet_names(titles) == names
    book = book_of(*(of(TEAMS, title=title) for title in titles))
    assert book.sheetnames == ["Cover", *names]


def test_a_sheet_called_cover_leaves_the_cover_alone():
    assert book_of(of(TEAMS, title="cover")).sheetnames == ["Cover", "cover (2)"]


@pytest.mark.parametrize(
    ("text", "kept", "note"),
    [
        ("x" * 32_767, 32_767, ""),
        ("x" * 32_768, 32_720, "… (48 more characters do not fit this cell)"),
        ("🌳" * 20_000, 16_360, "… (3,640 more characters do not fit this cell)"),
    ],
)
def test_a_cell_that_excel_would_cut_says_so_at_its_end(text, kept, note):
    [shown] = values(book_of(of(words(text)))["Who carries it"])[1]
    assert shown.removesuffix(note) == text[:kept]
    assert len(shown.encode("utf-16-le")) <= 2 * 32_767
    assert shown.endswith(note)


def test_half_a_character_and_control_characters_are_marked():
    sheet = book_of(of(words("a\ud800b", "c\x1bd")))["Who carries it"]
    assert values(sheet)[1:] == [("a\ufffdb",), ("c\ufffdd",)]


# --- CSV


def test_a_csv_file_holds_the_table_its_months_as_data():
    content = csv_file(of(TEAMS), cover={})
    assert content == (b"\xef\xbb\xbfTeam,Actions,next,Ids\r\nRed,2,2027-03,A1; A2\r\nBlue,0,,\r\n")


def test_what_the_cover_says_of_the_view_stands_in_the_last_columns_of_every_row():
    cover = {
        "Title": "Net zero delivery: leads",
        "Holds": "2 of 52 actions",
        "As at": "Nov 2026",
        "Filters": "=none",
        "Within": "3 months",
        "Source": "The plan",
        "Counting rule": "Long.",
        "Made on": "2026-11-25",
    }
    assert csv_rows(csv_file(of(words("a", "b")), cover=cover)) == [
        ("T", "As at", "Filters", "Within", "Source"),
        ("a", "Nov 2026", "'=none", "3 months", "The plan"),
        ("b", "Nov 2026", "'=none", "3 months", "The plan"),
    ]


def test_the_cover_never_takes_the_place_of_a_column():
    content = csv_file(of(words("kept", heading="Filters")), cover={"Filters": "none"})
    assert csv_rows(content) == [("Filters", "Filters (2)"), ("kept", "none")]


@pytest.mark.parametrize("text", [*HOSTILE[:9], "\n=1+1", "\uff1d1+1"])
def test_text_that_a_spreadsheet_would_run_is_given_an_apostrophe(text):
    content = csv_file(of(words(text)), cover={"Filters": text})
    assert [cell[0] for cell in csv_rows(content)[1]] == ["'", "'"]


@pytest.mark.parametrize(
    "text",
    ["", "plain", "1-1", "a=b", "'quoted", "Canal & River Trust", "ü", " 5", "700,000 trees"],
)
def test_harmless_text_is_left_as_it_is(text):
    assert inert(text) == text


def test_a_table_without_rows_is_a_header():
    assert csv_rows(csv_file(of(Table(("A", "B"), (), (False, True))), cover={})) == [("A", "B")]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12),
            st.integers(-9999, 9999),
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None, max_examples=15)
def test_any_text_and_number_is_read_again(rows):
    given_rows = of(Table(("Text", "Number"), tuple(rows), (False, True)), title="T")
    assert [(text or "", number) for text, number in values(book_of(given_rows)["T"])[1:]] == rows
    assert csv_rows(csv_file(given_rows, cover={}))[1:] == [
        (inert(text), str(number)) for text, number in rows
    ]


# --- The cover of a view


MADE_ON = date(2026, 11, 25)


def test_the_cover_says_scope_month_choices_source_rules_and_date():
    at = published(team=("Special Projects", "Growth Service"), q="pilot")
    rules = [exhibit(rule="First rule."), exhibit(rule="Second rule."), exhibit(rule="First rule.")]
    cover = cover_of(
        at,
        title="Net zero delivery: deadlines",
        choices={"Within": "3 months"},
        made_on=MADE_ON,
        link="https://plan.example/?as_at=2026-11",
        exhibits=rules,
    )
    assert list(cover.items()) == [
        ("Title", "Net zero delivery: deadlines"),
        ("Holds", "2 of 52 actions"),  # T7, and E7 by its pilots
        ("Counted", "2 actions, 1 of them joint with other teams"),
        ("As at", "Nov 2026"),
        ("Filters", "Special Projects or Growth Service, “pilot”"),
        ("Within", "3 months"),
        ("Source", "2035 Net Zero Council Action Plan; 2050 Net Zero Leicestershire Action Plan"),
        ("Live view", "https://plan.example/?as_at=2026-11"),
        ("Counting rule", "First rule.\nSecond rule."),
        ("Blank cells", BLANK),
        ("Fingerprint of the plan file (SHA-256)", at.plan.digest),
        ("Made on", "2026-11-25"),
    ]


def test_the_cover_of_the_whole_plan_says_so_and_names_no_filter():
    at = plan_at("A1 | Red Team | | Apr-25 | Mar-27", "A2 | Red Team | | Apr-25 | Mar-27")
    cover = cover_of(at, title="T", choices={}, made_on=MADE_ON)
    assert (cover["Holds"], cover["Filters"]) == ("Both actions", "none")
    assert "Counting rule" not in cover
