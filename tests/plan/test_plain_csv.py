"""The quick reader gives what the slow one gives, or leaves the file to it."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netzero.plan import PlanFiles
from netzero.plan.files import DATA
from netzero.plan.plain_csv import read_plain

HEADER = b"name,kind,note\n"


def read(rest):
    table = read_plain(HEADER + rest, width=3)
    return None if table is None else dict(zip(table.index, table.to_numpy().tolist(), strict=True))


def test_cells_are_texts_whatever_they_look_like_and_keep_their_space():
    assert read(b"007,1.50,NA\n2025-01-01, true ,null\n") == {
        2: ["007", "1.50", "NA"],
        3: ["2025-01-01", " true ", "null"],
    }


def test_quoted_cells_hold_commas_lines_and_marks_of_quotation():
    rest = b'"a, b","c\r\nd","e ""f"""\r\n"""",,""\r\ng,"",h'
    assert read(rest) == {2: ["a, b", "c\r\nd", 'e "f"'], 3: ['"', "", ""], 4: ["g", "", "h"]}


def test_rows_in_which_nothing_stands_are_left_out_and_counted():
    assert read(b'a,b,c\n,,\n"", ,\t\n,,d\n') == {2: ["a", "b", "c"], 5: ["", "", "d"]}


@pytest.mark.parametrize(
    "rest",
    [
        b"a,b,c\n\nd,e,f\n",
        b"a,b,c\r\n\r\n",
        b"a,b,c\rd,e,f\r",
        b"a,b\n",
        b"a,b,c,d\n",
        b'a"b,c,d\n',
        b'"a"b,c,d\n',
        b' "a",b,c\n',
        b'"a,b,c\n',
        b'a,b,"',
        b"a,b\0,c\n",
        b"a,b," + b"x" * 3_000_000 + b"\n",
    ],
)
def test_whatever_is_odd_is_left_to_the_slow_reader(rest):
    assert read(rest) is None


def test_the_published_plan_is_read_the_quick_way():
    assert len(read_plain(PlanFiles.of(DATA).actions, width=9)) == 52


@given(st.text(st.sampled_from('ab,"\n\r \té')))
@example('"a"",b\n')
@example('""a,"",b\n')
@example("\n")
@settings(deadline=None, max_examples=500)
def test_what_it_reads_is_what_the_strict_reader_of_python_reads(rest):
    found = read(rest.encode())
    if found is not None:
        strict = csv.reader(io.StringIO(rest, newline=""), strict=True)
        rows = {
            row: cells for row, cells in enumerate(strict, start=2) if any(map(str.strip, cells))
        }
        assert found == rows


@given(st.lists(st.tuples(*[st.text(st.sampled_from('ab," \té;'))] * 3), min_size=1))
@settings(deadline=None, max_examples=100)
def test_what_a_writer_of_csv_writes_is_read_the_quick_way(rows):
    written = io.StringIO()
    csv.writer(written).writerows([["x", *row[1:]] for row in rows])
    expected = {place: ["x", *row[1:]] for place, row in enumerate(rows, start=2)}
    assert read(written.getvalue().encode()) == expected
