import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.plan import PlanError
from netzero.plan.tables import blank_cells, cells, cells_with, distinct, read_text_table
from tests.builders import as_csv, records


def table(content):
    return read_text_table(content, file="plan.csv", columns=("name", "kind", "note"))


def read(content):
    """Return the rows of a file as tuples of text."""
    return records(table(content))


def sentence(content):
    with pytest.raises(PlanError) as caught:
        read(content)
    assert caught.value.file == "plan.csv"
    return str(caught.value)


def test_a_byte_order_mark_is_no_part_of_the_first_heading():
    assert read("\ufeffname,kind,note\na,b,c\n".encode()) == [("a", "b", "c")]


def test_a_header_alone_holds_no_rows():
    assert read(b"name,kind,note\n") == []


def test_each_text_knows_the_row_that_it_stands_in():
    names = table(b"name,kind,note\na,b,c\n\n , ,\nd,e,f\na,,\n")["name"]
    assert cells(names) == [(2, "a"), (5, "d"), (6, "a")]
    assert cells_with(names, ["a", "x"]) == [(2, "a"), (6, "a")]
    assert cells_with(names, []) == blank_cells(names) == []
    assert distinct(names) == ["a", "d"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("name,kind,note\nCafé,b,c\n".encode("cp1252"), "is not UTF-8 text"),
        (b"", "has no header row"),
        (b"\n\n", "has no header row"),
        (b" ,,\r\n", "has no header row"),
        (b"\xef\xbb\xbf", "has no header row"),
        (b"sep=;\nname;kind;note\n", "begins with a line for Excel (“sep=;”)"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(content, fault):
    assert sentence(content).startswith(f"The file {fault}")
    assert sentence(content).count("\n") == 0


@pytest.mark.parametrize("rest", [b'd,"never closed', b'd,e,"', b'd,"e\n' + b"x,y,z\n" * 30_000])
def test_a_file_that_ends_within_a_quoted_cell_names_the_row_in_which_it_opens(rest):
    assert sentence(b'name,kind,note\n"a,\nb",b,c\n' + rest) == (
        "The file opens a quotation mark in row 3 and never closes it, as if cut off. "
        "Accepted: a whole CSV file."
    )


def test_a_quotation_mark_in_the_middle_of_a_quoted_cell_is_named_by_its_row():
    assert sentence(b'name,kind,note\na,b,c\n"d"e,f,g\n').startswith(
        "The file cannot be split into cells in row 3"
    )


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_row_that_is_cut_off_is_refused(end):
    assert sentence(b"name,kind,note\na,b,c\nd,e" + end).startswith("Row 3: “d, e” has 2 cells.")


def test_a_cell_may_be_as_long_as_any():
    [row] = read(b"name,kind,note\na,b," + b"c" * 200_000)
    assert row == ("a", "b", "c" * 200_000)


@pytest.mark.parametrize(
    ("header", "separator"),
    [
        (b"name;kind;note", "semicolons"),
        (b'"name";"kind";"note"', "semicolons"),
        (b"name\tkind\tnote", "tabs"),
        (b"name; kind ;note; last, first", "semicolons"),
    ],
)
def test_another_separator_is_named_in_one_sentence(header, separator):
    assert sentence(header + b"\r\na;b;c\r\n") == (
        f"The file separates its columns with {separator}. "
        "Accepted: a CSV file with a comma between columns."
    )


def test_semicolons_and_tabs_within_cells_are_text():
    assert read(b"name,kind,note\na;b,c\td,e\n") == [("a;b", "c\td", "e")]


def test_missing_columns_are_named():
    assert sentence(b"name,sort,note\na,b,c\n") == (
        "Row 1, kind: “kind” is missing from the header. Accepted: the columns name, kind, note."
    )


def test_a_column_that_stands_twice_is_named():
    assert sentence(b"name,kind,note,kind\na,b,c,d\n") == (
        "Row 1, kind: “kind” stands twice in the header. Accepted: each column once."
    )


def test_columns_without_a_heading_are_left_out():
    assert read(b"name,kind,note,,\na,b,c,,d\n") == [("a", "b", "c")]


@pytest.mark.parametrize(("row", "count"), [(b"a,b", 2), (b"a,b,c,d", 4)])
def test_a_row_of_another_length_is_refused_and_never_shifted(row, count):
    shown = row.decode().replace(",", ", ")
    assert sentence(b"name,kind,note\nd,e,f\n" + row + b"\n") == (
        f"Row 3: “{shown}” has {count} cells. Accepted: 3 cells, as the header."
    )


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs"]), max_size=8)] * 3),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None, max_examples=60)
def test_a_table_gives_back_each_cell_as_text_without_its_outer_space(rows):
    given_back = read(as_csv(("name", "kind", "note"), rows))
    cells = [tuple(cell.strip() for cell in row) for row in rows]
    assert given_back == [row for row in cells if any(row)]
