import csv
import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.plan import PlanError, read_plan
from netzero.plan.reading import COLUMNS
from netzero.plan.tables import read_text_table
from tests.builders import month, real_plan, records, small_plan, write_csv, written

NAMES = (
    ["Red Team", "council team", "Reds", ""],
    ["Blue Team", "council team", "", ""],
    ["NA", "council team", "", ""],
    ["Schools", "education", "School; School and Hub", ""],
    ["Hub", "energy", "School and Hub", ""],
)
GOOD = "A1 | Red Team | Schools | Apr-25 | Mar-26"


def read_rows(folder, *rows):
    """Read rows written in short with the reviewed names above."""
    cells = [list(written(row).values()) for row in rows]
    return read_bytes(folder, as_bytes([COLUMNS, *cells]))


def read_bytes(folder, content):
    (folder / "actions.csv").write_bytes(content)
    return read_plan(
        folder / "actions.csv",
        organisations_csv=write_csv(
            folder / "organisations.csv", ("name", "kind", "aliases", "note"), NAMES
        ),
        notes_csv=None,
        plans_csv=None,
    )


def as_bytes(rows, encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def problems(folder, *rows):
    with pytest.raises(PlanError) as caught:
        read_rows(folder, *rows)
    return str(caught.value).splitlines()


def faults(folder, content):
    with pytest.raises(PlanError) as caught:
        read_bytes(folder, content)
    return [(p.row, p.column, p.fault, p.accepted) for p in caught.value.problems]


# --- What a good file gives


def test_the_published_words_stand_beside_what_they_mean(tmp_path):
    plan = read_rows(
        tmp_path,
        "A1 | Red Team | Schools | Sept-25 | Ongoing",
        "A2 | Red Team | TBC | TBC | 31/12/2026",
        "A3 | Red Team |  | Ongoing | ",
    )
    assert records(plan.actions, "action_id", "start_published", "start_kind", "end_kind") == [
        ("A1", "Sept-25", "dated", "ongoing"),
        ("A2", "TBC", "to be confirmed", "dated"),
        ("A3", "Ongoing", "ongoing", "not given"),
    ]
    assert plan.actions["partners_kind"].tolist() == ["named", "to be confirmed", "not given"]
    assert plan.actions["start"].dropna().tolist() == [month("2025-09")]
    assert plan.actions["end"].dropna().tolist() == [month("2026-12")]


def test_rows_count_as_a_spreadsheet_does_and_blank_rows_are_passed_over(tmp_path):
    cells = list(written(GOOD).values())
    content = as_bytes([COLUMNS, cells, [""] * 9, ["A2", *cells[1:]]])
    assert records(read_bytes(tmp_path, content).actions, "row", "action_id") == [
        (2, "A1"),
        (4, "A2"),
    ]


def test_a_joint_action_is_one_action_and_an_assignment_for_each_lead(tmp_path):
    plan = read_rows(
        tmp_path, "A1 | Red Team; Blue Team | | Apr-25 | Mar-26", GOOD.replace("1", "2")
    )
    assert len(plan.actions) == 2
    assert records(plan.assignments, "action_id", "lead", "joint") == [
        ("A1", "Red Team", True),
        ("A1", "Blue Team", True),
        ("A2", "Red Team", False),
    ]


def test_two_spellings_of_one_lead_are_one_assignment_and_not_joint(tmp_path):
    plan = read_rows(tmp_path, "A1 | Red Team; Reds | | Apr-25 | Mar-26")
    assert records(plan.assignments, "lead", "published", "joint") == [
        ("Red Team", "Red Team", False)
    ]


def test_a_spelling_that_stands_for_two_makes_two_partners(tmp_path):
    plan = read_rows(tmp_path, "A1 | Red Team | School and Hub | Apr-25 | Mar-26")
    assert records(plan.partnerships, "partner", "published", "kind") == [
        ("Schools", "School and Hub", "education"),
        ("Hub", "School and Hub", "energy"),
    ]


def test_a_partner_that_is_a_council_team_is_internal(tmp_path):
    plan = read_rows(tmp_path, "A1 | Red Team | Blue Team; Schools | Apr-25 | Mar-26")
    assert records(plan.partnerships, "partner", "internal") == [
        ("Blue Team", True),
        ("Schools", False),
    ]


@pytest.mark.parametrize("partners", ["TBC", "tbc", ""])
def test_partners_to_be_confirmed_or_blank_name_nobody(tmp_path, partners):
    plan = read_rows(tmp_path, f"A1 | Red Team | {partners} | Apr-25 | Mar-26")
    assert plan.partnerships.empty


def test_a_team_called_na_is_a_team(tmp_path):
    plan = read_rows(tmp_path, "NA | NA | NA | Apr-25 | Mar-26 | NA | NA")
    assert records(plan.actions, "action_id", "plan", "theme", "leads") == [
        ("NA", "NA", "NA", "NA")
    ]
    assert records(plan.assignments, "action_id", "lead") == [("NA", "NA")]
    assert records(plan.partnerships, "action_id", "partner") == [("NA", "NA")]


def test_an_action_under_no_heading_says_so(tmp_path):
    plan = read_rows(tmp_path, "A1 | Red Team | | Apr-25 | Mar-26 | ")
    assert plan.actions["theme"].tolist() == ["No heading printed"]


@pytest.mark.parametrize(("length", "title"), [(48, "x" * 48), (49, "x" * 47 + "…")])
def test_without_a_title_the_action_itself_is_shortened_to_48_characters(tmp_path, length, title):
    cells = written(GOOD) | {"title": "", "action": "x" * length}
    plan = read_bytes(tmp_path, as_bytes([COLUMNS, list(cells.values())]))
    assert plan.actions["title"].tolist() == [title]


def test_an_end_in_the_month_of_the_start_is_accepted(tmp_path):
    plan = read_rows(tmp_path, "A1 | Red Team | | 30/04/2025 | 01/04/2025")
    assert records(plan.actions, "start", "end") == [(month("2025-04"), month("2025-04"))]


def test_the_delivery_years_span_the_dates_where_none_are_printed(tmp_path):
    plan = read_rows(
        tmp_path, "A1 | Red Team | | Mar-26 | Ongoing", "A2 | Red Team | | Ongoing | Apr-27"
    )
    assert plan.delivery_years == ("2025-26", "2026-27", "2027-28")


def test_a_plan_without_any_date_has_no_delivery_years(tmp_path):
    assert read_rows(tmp_path, "A1 | Red Team | | Ongoing | TBC").delivery_years == ()


def test_the_digest_is_that_of_the_file(tmp_path):
    before = read_rows(tmp_path, GOOD).digest
    assert read_rows(tmp_path, GOOD).digest == before
    assert read_rows(tmp_path, GOOD.replace("26", "27")).digest != before


def test_columns_may_stand_in_any_order_and_others_are_left_out(tmp_path):
    cells = written(GOOD) | {"remark": "ours"}
    content = as_bytes([list(reversed(cells)), list(reversed(list(cells.values())))])
    plan = read_bytes(tmp_path, content)
    assert plan.actions["leads"].tolist() == ["Red Team"]
    assert "remark" not in plan.actions


# --- Whole files that cannot be read


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path):
    content = as_bytes([COLUMNS, list(written(GOOD).values())], encoding="utf-8-sig")
    assert read_bytes(tmp_path, content).actions["action_id"].tolist() == ["A1"]


def test_a_file_in_the_windows_code_page_is_refused(tmp_path):
    content = as_bytes([COLUMNS, list((written(GOOD) | {"title": "Café"}).values())], "cp1252")
    assert faults(tmp_path, content) == [(0, "", "is not UTF-8 text", "a file saved as UTF-8")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,,\r\n", b"\xef\xbb\xbf"])
def test_a_blank_file_is_refused(tmp_path, content):
    assert faults(tmp_path, content) == [
        (0, "", "has no header row", "a first row of column names")
    ]


@pytest.mark.parametrize("rows", [[COLUMNS], [COLUMNS, [""] * 9]])
def test_a_header_alone_is_refused(tmp_path, rows):
    assert faults(tmp_path, as_bytes(rows)) == [(0, "", "holds no actions", "one row an action")]


def test_an_open_quotation_mark_is_refused(tmp_path):
    found = faults(tmp_path, as_bytes([COLUMNS]) + b'"A1,never closed')
    assert [(row, accepted) for row, _, _, accepted in found] == [(0, "a CSV file")]


def test_a_fault_of_the_whole_file_reads_as_a_sentence(tmp_path):
    with pytest.raises(PlanError) as caught:
        read_bytes(tmp_path, b"")
    assert "“it”" not in str(caught.value)
    assert str(caught.value).startswith("The file")


def test_a_missing_column_is_named(tmp_path):
    content = as_bytes([COLUMNS[:-1], list(written(GOOD).values())[:-1]])
    with pytest.raises(PlanError) as caught:
        read_bytes(tmp_path, content)
    assert str(caught.value) == (
        "Row 1, end: “end” is missing from the header. Accepted: the columns action_id, plan, "
        "theme, title, action, leads, partners, start, end."
    )


def test_a_column_that_stands_twice_is_named(tmp_path):
    cells = list(written(GOOD).values())
    content = as_bytes([[*COLUMNS, "start"], [*cells, "Apr-26"]])
    with pytest.raises(PlanError) as caught:
        read_bytes(tmp_path, content)
    assert str(caught.value) == (
        "Row 1, start: “start” stands twice in the header. Accepted: each column once."
    )


@pytest.mark.parametrize(
    ("change", "count"), [(lambda cells: [*cells, "more"], 10), (lambda cells: cells[:-1], 8)]
)
def test_a_row_of_another_length_is_refused_and_never_shifted(tmp_path, change, count):
    cells = list(written(GOOD).values())
    assert faults(tmp_path, as_bytes([COLUMNS, change(cells)])) == [
        (2, "", f"has {count} cells", "9 cells, as the header")
    ]


def test_a_file_that_is_missing_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_plan(tmp_path / "nowhere.csv")


# --- Faults in cells


@pytest.mark.parametrize("column", ["action_id", "plan", "action", "leads"])
def test_a_cell_that_must_be_given_is_named(tmp_path, column):
    content = as_bytes([COLUMNS, list((written(GOOD) | {column: " "}).values())])
    with pytest.raises(PlanError) as caught:
        read_bytes(tmp_path, content)
    assert str(caught.value) == f"Row 2, {column}: a blank is given. Accepted: some text."


@pytest.mark.parametrize("leads", [";", " ; ;"])
def test_a_leads_cell_that_names_nobody_is_a_fault(tmp_path, leads):
    [sentence] = problems(tmp_path, f"A1 | {leads} | | Apr-25 | Mar-26")
    assert sentence.startswith("Row 2, leads: ")


def test_an_id_that_stands_twice_is_named_where_it_stands_again(tmp_path):
    assert problems(tmp_path, GOOD, GOOD) == [
        "Row 3, action_id: “A1” stands twice. Accepted: each id once."
    ]


def test_an_end_before_the_start_is_refused(tmp_path):
    assert problems(tmp_path, "A1 | Red Team | | Apr-26 | Mar-26") == [
        "Row 2, end: “Mar-26” is before the start. Accepted: an end in or after the start month."
    ]


def test_a_date_that_is_none_is_refused_with_the_forms_accepted(tmp_path):
    assert problems(tmp_path, "A1 | Red Team | | 31/02/2025 | Mar-26") == [
        "Row 2, start: “31/02/2025” is not a date that a plan may hold. Accepted: Apr-25, "
        "Apr 2025, April 2025, 2025-04, 2025-04-01, 01/04/2025 (day first), Ongoing, TBC or "
        "blank, with a year from 2015 to 2060."
    ]


def test_an_unknown_name_is_refused_and_the_nearest_is_offered(tmp_path):
    assert problems(tmp_path, "A1 | Red Teem | Dragons | Apr-25 | Mar-26") == [
        "Row 2, leads: “Red Teem” is not in the reviewed list of names. Accepted: names and "
        "aliases in organisations.csv, separated by semicolons; the nearest is “Red Team”.",
        "Row 2, partners: “Dragons” is not in the reviewed list of names. Accepted: names and "
        "aliases in organisations.csv, separated by semicolons.",
    ]


@pytest.mark.parametrize(("length", "accepted"), [(48, True), (49, False)])
def test_a_title_has_at_most_48_characters(tmp_path, length, accepted):
    content = as_bytes([COLUMNS, list((written(GOOD) | {"title": "t" * length}).values())])
    if accepted:
        assert read_bytes(tmp_path, content).actions["title"].tolist() == ["t" * 48]
    else:
        assert faults(tmp_path, content) == [(2, "title", "is too long", "at most 48 characters")]


def test_a_file_with_several_faults_lists_them_all_in_the_order_of_the_rows(tmp_path):
    sentences = problems(
        tmp_path,
        "A1 | Red Team | | 26-Mar | Dec-61",
        "A1 | Nobody | | Apr-26 | Mar-26",
        " | Red Team | | Apr-25 | Mar-26",
    )
    assert [sentence.split(":")[0] for sentence in sentences] == [
        "Row 2, start",
        "Row 2, end",
        "Row 3, action_id",
        "Row 3, end",
        "Row 3, leads",
        "Row 4, action_id",
    ]


def test_a_long_value_is_shown_in_80_characters(tmp_path):
    [sentence] = problems(tmp_path, f"A1 | Red Team | | {'x' * 200} | Mar-26")
    assert f"“{'x' * 79}…” is not a date" in sentence


# --- The published plan


def test_the_published_plan_holds_52_actions_of_two_tables():
    plan = real_plan()
    assert plan.actions["plan"].value_counts().to_dict() == {
        "2050 Net Zero Leicestershire Action Plan": 38,
        "2035 Net Zero Council Action Plan": 14,
    }


def test_the_published_plan_holds_22_lead_teams_and_69_assignments():
    assignments = real_plan().assignments
    assert (assignments["lead"].nunique(), len(assignments)) == (22, 69)


def test_14_of_the_published_actions_are_joint():
    joint = real_plan().assignments.query("joint")
    assert joint["action_id"].nunique() == 14
    assert joint["action_id"].value_counts().value_counts().to_dict() == {2: 11, 3: 3}


@pytest.mark.parametrize(
    ("partner", "count"),
    [
        ("District councils", 22),
        ("Leicester City Council", 12),
        ("Businesses", 7),
        ("Residents", 7),
        ("Midlands Net Zero Hub", 7),
        ("LCAN partners", 6),
        ("Department for Transport", 3),
        ("Community groups", 3),
        ("OZEV", 1),
    ],
)
def test_the_published_partners_are_counted_under_one_name(partner, count):
    assert real_plan().partnerships["partner"].eq(partner).sum() == count


def test_the_published_kinds_of_date():
    actions = real_plan().actions
    assert actions["end_kind"].value_counts().to_dict() == {"dated": 29, "ongoing": 23}
    assert actions["start_kind"].value_counts().to_dict() == {"dated": 28, "ongoing": 24}


def test_only_e1_has_partners_to_be_confirmed():
    actions = real_plan().actions
    to_confirm = actions[actions["partners_kind"].eq("to be confirmed")]
    assert to_confirm["action_id"].tolist() == ["E1"]


def test_only_n4_has_council_teams_as_partners():
    internal = real_plan().partnerships.query("internal")
    assert records(internal, "action_id", "partner") == [
        ("N4", "Ecology and Biodiversity Team"),
        ("N4", "Country Parks Team"),
        ("N4", "Highways Team"),
        ("N4", "Property Team"),
    ]


def test_eight_published_actions_stand_under_no_heading():
    actions = real_plan().actions
    assert actions.loc[actions["theme"].eq("No heading printed"), "action_id"].tolist() == [
        "LCC.1", "LCC.2", "LCC.3", "LCC.4", "LCC.5", "LCC.6", "LCC.13", "LCC.14",
    ]  # fmt: skip


def test_the_published_delivery_years_are_the_five_printed():
    assert real_plan().delivery_years == ("2025-26", "2026-27", "2027-28", "2028-29", "2029-30")


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(exclude_categories=["Cs"]), max_size=8)] * 2),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None, max_examples=40)
def test_a_table_gives_back_each_cell_as_text_without_its_outer_space(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("table") / "table.csv"
    write_csv(path, ("a", "b"), rows)
    given_back = read_text_table(path, columns=("a", "b"))
    kept = [(a.strip(), b.strip()) for a, b in rows if a.strip() or b.strip()]
    assert records(given_back, "a", "b") == kept


def test_small_plans_are_read_like_any_other(tmp_path):
    plan = small_plan(tmp_path, GOOD, "A2 | Blue Team | Red Team | Ongoing | Ongoing")
    assert records(plan.assignments, "action_id", "lead") == [
        ("A1", "Red Team"),
        ("A2", "Blue Team"),
    ]
    assert plan.partnerships["internal"].tolist() == [False, True]
    assert isinstance(plan.actions["start"].dtype, pd.PeriodDtype)
