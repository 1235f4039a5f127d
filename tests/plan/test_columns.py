import pytest

from netzero.__main__ import main
from netzero.plan.columns import FILES, FRAMES, Column, check_frame, markdown_table
from tests.builders import small_plan

GOOD = "A1 | Red Team | Schools | Apr-25 | Mar-26"


def test_a_frame_of_other_names_is_a_programming_error():
    assignments = small_plan(GOOD).assignments
    with pytest.raises(AssertionError, match="assignments"):
        check_frame(assignments.rename(columns={"lead": "team"}), name="assignments")


def test_a_frame_of_another_dtype_is_a_programming_error():
    assignments = small_plan(GOOD).assignments.astype({"joint": "object"})
    with pytest.raises(AssertionError, match="joint"):
        check_frame(assignments, name="assignments")


def test_every_column_says_what_it_means():
    declared = [column for columns in (FILES | FRAMES).values() for column in columns]
    assert [column.name for column in declared if not (column.kind and column.meaning)] == []


def test_a_table_of_columns_is_markdown():
    assert markdown_table([Column("end", "month or blank", "When it ends", "Mar-27")]) == (
        "| column | type | meaning | example |\n"
        "|---|---|---|---|\n"
        "| `end` | month or blank | When it ends | `Mar-27` |"
    )


def test_the_command_prints_the_table_of_each_file(capsys):
    assert main(["columns"]) == 0
    printed = capsys.readouterr().out
    assert [file for file, columns in FILES.items() if markdown_table(columns) in printed] == [
        "actions.csv",
        "organisations.csv",
        "notes.csv",
        "plans.csv",
    ]
