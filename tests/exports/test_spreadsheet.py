import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.actions import actions_table
from netzero.exports.spreadsheet import csv_file, inert, printable, workbook
from tests.builders import left_alone, positioned, real_plan

COVER = {"Title": "Net zero delivery", "As at": "Nov 2026", "Filters": "=none"}
HOSTILE_CELLS = [
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


def sheet_of(content, name):
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def values(sheet):
    return [tuple(cell.value for cell in row) for row in sheet.rows]


def frame(**columns):
    return pd.DataFrame(columns)


def csv_text(table, cover=None):
    return csv_file(table, cover=cover or {}).decode("utf-8-sig")


def csv_frame(content):
    return pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)


# --- Excel


def test_a_workbook_read_again_equals_its_table():
    table = frame(
        team=["Red", "Blue"],
        actions=[2, 0],
        month=pd.PeriodIndex(["2026-03", "NaT"], freq="M"),
        ids=[("A1", "A2"), ()],
        joint=[True, False],
    )
    sheet = sheet_of(workbook({"Leads": table}, cover=COVER), "Leads")
    assert [tuple(cell or None for cell in row) for row in values(sheet)] == [
        ("team", "actions", "month", "ids", "joint"),
        ("Red", 2, "Mar 2026", "A1, A2", "yes"),
        ("Blue", None, None, None, "no"),
    ]


def test_numbers_stay_numbers_and_0_is_one_of_them():
    sheet = sheet_of(workbook({"T": frame(count=[3, 0])}, cover=COVER), "T")
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [(3, "n"), (0, "n")]


def test_text_that_looks_like_a_number_stays_text():
    sheet = sheet_of(workbook({"T": frame(id=["007", "1e5", "NA"])}, cover=COVER), "T")
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [
        ("007", "s"),
        ("1e5", "s"),
        ("NA", "s"),
    ]


@pytest.mark.parametrize("text", HOSTILE_CELLS)
def test_no_cell_heading_or_cover_line_is_a_formula_or_a_link(text):
    content = workbook({"T": pd.DataFrame({text: [text]})}, cover={text: text})
    for name in ("Cover", "T"):
        for row in sheet_of(content, name).rows:
            for cell in row:
                assert cell.data_type == "s"
                assert cell.hyperlink is None
    # The file format writes a carriage return as _x000D_, and a reader makes it a line's end.
    [shown] = values(sheet_of(content, "T"))[1]
    assert shown.replace("_x000D_", "\r") == printable(text)


@pytest.mark.parametrize("text", HOSTILE_CELLS)
def test_the_file_holds_no_formula_link_or_macro(text):
    content = workbook({"T": pd.DataFrame({"a": [text]})}, cover={"b": text})
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in parts.namelist() if "vba" in name or "externalLink" in name]
        assert not [name for name in sheets if b"<f>" in parts.read(name)]
        assert not [name for name in sheets if b"<hyperlink" in parts.read(name)]


def test_the_cover_comes_first_and_holds_what_was_given():
    content = workbook({"Leads": frame(a=[1])}, cover=COVER)
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["Cover", "Leads"]
    assert values(sheet_of(content, "Cover")) == [
        ("About this file", "What it says"),
        ("Title", "Net zero delivery"),
        ("As at", "Nov 2026"),
        ("Filters", "=none"),
    ]


def test_a_table_without_rows_keeps_its_headings():
    sheet = sheet_of(workbook({"T": frame(a=[], b=[])}, cover=COVER), "T")
    assert values(sheet) == [("a", "b")]


def test_headings_that_differ_in_case_alone_are_both_kept():
    table = pd.DataFrame([[1, 2]], columns=["Red team", "Red Team"])
    headings = values(sheet_of(workbook({"T": table}, cover=COVER), "T"))[0]
    assert [str(heading).casefold()[:8] for heading in headings] == ["red team", "red team"]


def test_the_heading_stays_in_view():
    assert sheet_of(workbook({"T": frame(a=[1])}, cover=COVER), "T").freeze_panes == "A2"


def test_the_published_actions_survive_excel():
    table = actions_table(positioned(real_plan(), "2026-11").actions)
    sheet = values(sheet_of(workbook({"Actions": table}, cover=COVER), "Actions"))
    assert sheet[0] == tuple(table.columns)
    read_again = [tuple(cell or "" for cell in row) for row in sheet[1:]]
    assert read_again == list(table.itertuples(index=False, name=None))
    assert len(read_again) == 52


# --- CSV


@pytest.mark.parametrize("text", HOSTILE_CELLS[:9])
def test_text_that_a_spreadsheet_would_run_is_given_an_apostrophe(text):
    table = pd.DataFrame({text: [text]})
    content = csv_file(table, cover={"Filters": text})
    read_again = csv_frame(content)
    for words in (*read_again.columns[:1], *read_again.iloc[0]):
        assert words.startswith("'")


@pytest.mark.parametrize(
    "text",
    ["", "plain", "1-1", "a=b", "'quoted", "Canal & River Trust", "ü", " 5", "700,000 trees"],
)
def test_harmless_text_is_left_as_it_is(text):
    assert inert(text) == text


@pytest.mark.parametrize("value", [-1, 0, 2.5, None, True])
def test_anything_but_text_is_left_as_it_is(value):
    assert inert(value) is value


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b", "a\ufffdb"), ("\x1b[0m", "\ufffd[0m"), ("a\tb\nc\r", "a\tb\nc\r")],
)
def test_a_character_that_a_file_may_not_hold_is_marked(text, shown):
    assert printable(text) == shown


def test_a_csv_file_read_again_equals_its_table():
    table = frame(
        team=["Red", 'Blue, "new"'],
        actions=[2, -1],
        month=pd.PeriodIndex(["2026-03", "NaT"], freq="M"),
        ids=[("A1", "A2"), ()],
        joint=[True, False],
        note=["two\nlines", ""],
    )
    read_again = csv_frame(csv_file(table, cover={}))
    assert list(read_again.itertuples(index=False, name=None)) == [
        ("Red", "2", "Mar 2026", "A1, A2", "yes", "two\nlines"),
        ('Blue, "new"', "-1", "", "", "no", ""),
    ]


def test_what_the_cover_says_stands_in_the_last_columns_of_every_row():
    text = csv_text(frame(a=[1, 2]), {"As at": "Nov 2026", "Filters": "=none"})
    assert text.splitlines() == ["a,As at,Filters", "1,Nov 2026,'=none", "2,Nov 2026,'=none"]


def test_the_cover_never_takes_the_place_of_a_column():
    read_again = csv_text(frame(Filters=["kept"]), {"Filters": "none"})
    assert "kept" in read_again
    assert "none" in read_again


def test_a_csv_file_has_the_mark_that_excel_looks_for():
    assert csv_file(frame(a=["ü"]), cover={}) == b"\xef\xbb\xbfa\r\n\xc3\xbc\r\n"


def test_a_table_without_rows_is_a_header():
    assert csv_text(frame(a=[], b=[])) == "a,b\r\n"


def test_the_published_actions_survive_csv():
    table = actions_table(positioned(real_plan(), "2026-11").actions)
    pd.testing.assert_frame_equal(csv_frame(csv_file(table, cover={})), table)


def test_exports_leave_their_table_alone():
    table = actions_table(positioned(real_plan(), "2026-11").actions)
    with left_alone(table):
        csv_file(table, cover=COVER)
        workbook({"Actions": table}, cover=COVER)


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
    table = pd.DataFrame(rows, columns=["text", "number"])
    sheet = values(sheet_of(workbook({"T": table}, cover={}), "T"))
    assert [(text or "", number) for text, number in sheet[1:]] == rows
    read_again = csv_frame(csv_file(table, cover={}))
    assert list(read_again.itertuples(index=False, name=None)) == [
        (inert(text), str(number)) for text, number in rows
    ]
