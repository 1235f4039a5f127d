"""Signs that a plan is not whole, found in one reading of its files."""

from dataclasses import replace

import pytest

from netzero.plan import PlanFiles, read_plan
from netzero.plan.columns import NOTES_FILE, ORGANISATIONS_FILE, PLANS_FILE, names_of
from netzero.plan.files import DATA
from tests.builders import as_csv, plan_files, real_plan, written

GOOD = "A1 | Red Team | Schools | Apr-25 | Mar-26"
FILES = replace(
    plan_files(GOOD),
    notes=as_csv(names_of(NOTES_FILE), [["A1", "action", "Do", "As printed."]]),
    plans=as_csv(names_of(PLANS_FILE), [["The plan", "Us", "2025-26", "2026-27", "text", ""]]),
)


def gaps(**files):
    return read_plan(replace(FILES, **files)).gaps


def test_a_plan_whose_files_fit_together_has_no_gaps():
    assert gaps() == real_plan().gaps == ()


def test_the_published_plan_cut_at_a_row_is_found_out_by_the_other_files():
    files = PlanFiles.of(DATA)
    lines = files.actions.splitlines(keepends=True)
    cut = read_plan(replace(files, actions=b"".join(lines[:20])))
    assert len(cut.actions) == 19
    names, remarks = cut.gaps
    assert names.startswith("Names that organisations.csv lists and no action names: ")
    assert remarks.startswith("Actions that notes.csv has remarks on and actions.csv does not hold")


def test_tables_names_and_remarks_without_an_action_are_named():
    tables = [[name, "Us", "2025-26", "2026-27", "", ""] for name in ("The plan", "Another")]
    people = [["Red Team", "council team", "", ""], ["Schools", "public", "", ""]]
    remark = ["A9", "action", "x", "y"]
    found = gaps(
        plans=as_csv(names_of(PLANS_FILE), tables),
        organisations=as_csv(names_of(ORGANISATIONS_FILE), [*people, ["Hub", "energy", "", ""]]),
        notes=as_csv(names_of(NOTES_FILE), [remark, remark]),
    )
    assert found == (
        "Tables that plans.csv lists and actions.csv holds no action of: Another.",
        "Names that organisations.csv lists and no action names: Hub.",
        "Actions that notes.csv has remarks on and actions.csv does not hold: A9.",
    )


def test_files_that_are_missing_are_named():
    assert gaps(notes=None, plans=None) == ("There is no notes.csv.", "There is no plans.csv.")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_file_that_does_not_end_with_a_line_break_may_be_cut_off(end):
    content = FILES.actions.rstrip()
    assert gaps(actions=content + end) == ()
    assert gaps(actions=content) == (
        "actions.csv does not end with a line break: its last row may be cut off.",
    )


@pytest.mark.parametrize(
    ("text", "cut"),
    [("x" * 32_766, 0), ("x" * 32_767, 1), ("x" * 32_768, 0), ("🌳" * 16_383 + "x", 1)],
)
def test_a_text_of_just_the_length_that_excel_keeps_may_be_cut_off(text, cut):
    row = written(GOOD) | {"action": text}
    found = gaps(actions=as_csv(list(row), [list(row.values())]))
    sign = (
        "Row 2, action holds 32,767 characters, the most that Excel keeps: its end may be cut off."
    )
    assert found == (sign,) * cut
