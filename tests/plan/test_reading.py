import hashlib
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from netzero.plan import PlanError, PlanFiles, read_plan
from netzero.plan.columns import ACTIONS_FILE, PLANS_FILE, names_of
from tests.builders import as_csv, month, plan_files, real_plan, records, small_plan, written

COLUMNS = names_of(ACTIONS_FILE)
GOOD = "A1 | Red Team | Schools | Apr-25 | Mar-26"
NAMES = as_csv(
    ("name", "kind", "aliases", "note"),
    [
        ["Red Team", "council team", "Reds", ""],
        ["The Council", "publishing council", "", ""],
        ["Schools", "education", "School; School and Hub", ""],
        ["Hub", "energy", "School and Hub", ""],
    ],
)


def read(*rows):
    """Return the plan of rows in short, read with the reviewed names above."""
    return read_plan(replace(plan_files(*rows), organisations=NAMES))


def read_cells(**cells):
    """Return the plan of one good row with some of its cells changed."""
    row = written(GOOD) | cells
    return read_plan(replace(plan_files(GOOD), actions=as_csv(list(row), [list(row.values())])))


def test_the_published_words_stand_beside_what_they_mean():
    actions = small_plan(
        "A1 | Red Team | Schools | Sept-25 | Ongoing",
        "A2 | Red Team | TBC | TBC | 31/12/2026",
        "A3 | Red Team |  | Ongoing | ",
    ).actions
    assert records(actions, "action_id", "start_published", "start_kind", "end_kind") == [
        ("A1", "Sept-25", "dated", "ongoing"),
        ("A2", "TBC", "to be confirmed", "dated"),
        ("A3", "Ongoing", "ongoing", "not given"),
    ]
    assert actions["partners_kind"].tolist() == ["named", "to be confirmed", "not given"]
    assert actions["start"].tolist() == [month("2025-09"), pd.NaT, pd.NaT]
    assert actions["end"].tolist() == [pd.NaT, month("2026-12"), pd.NaT]


def test_first_and_last_are_month_numbers_without_bound_where_ongoing():
    actions = small_plan(
        "A1 | Red Team | | Mar-26 | Apr-26",
        "A2 | Red Team | | Ongoing | Ongoing",
        "A3 | Red Team | | TBC | ",
    ).actions
    assert actions["first"].tolist()[:2] == [24315, -np.inf]
    assert actions["last"].tolist()[:2] == [24316, np.inf]
    assert actions.loc[2, ["first", "last"]].isna().all()


def test_rows_count_as_a_spreadsheet_does_and_blank_rows_are_passed_over():
    cells = list(written(GOOD).values())
    rows = [cells, ["", " "], [""] * 9, ["A2", *cells[1:]]]
    plan = read_plan(replace(plan_files(GOOD), actions=as_csv(COLUMNS, rows)))
    assert records(plan.actions.reset_index(), "index", "row", "action_id") == [
        (0, 2, "A1"),
        (1, 5, "A2"),
    ]


def test_a_joint_action_is_one_action_and_an_assignment_for_each_lead():
    plan = small_plan(GOOD, "A2 | Red Team; Blue Team | | Apr-25 | Mar-26")
    assert records(plan.assignments, "action", "action_id", "lead", "joint") == [
        (0, "A1", "Red Team", False),
        (1, "A2", "Red Team", True),
        (1, "A2", "Blue Team", True),
    ]


def test_two_spellings_of_one_lead_are_one_assignment_and_not_joint():
    plan = read("A1 | Reds; Red Team | | Apr-25 | Mar-26")
    assert records(plan.assignments, "lead", "published", "joint") == [("Red Team", "Reds", False)]


def test_a_spelling_that_stands_for_two_makes_two_partners():
    plan = read(GOOD, "A2 | Red Team | School and Hub | Apr-25 | Mar-26")
    assert records(plan.partnerships, "action", "partner", "published", "kind") == [
        (0, "Schools", "Schools", "education"),
        (1, "Schools", "School and Hub", "education"),
        (1, "Hub", "School and Hub", "energy"),
    ]


def test_a_council_team_and_the_publishing_council_are_internal_partners():
    plan = read("A1 | Red Team | Red Team; The Council; Schools | Apr-25 | Mar-26")
    assert records(plan.partnerships, "partner", "internal") == [
        ("Red Team", True),
        ("The Council", True),
        ("Schools", False),
    ]


@pytest.mark.parametrize("cell", ["TBC", "tbc"])
def test_leads_and_partners_to_be_confirmed_name_nobody(cell):
    plan = read(f"A1 | {cell} | {cell} | Apr-25 | Mar-26")
    assert plan.assignments.empty
    assert plan.partnerships.empty


def test_a_team_called_na_is_a_team():
    plan = small_plan("NA | NA | NA | Apr-25 | Mar-26 | NA | NA")
    assert records(plan.actions, "action_id", "plan", "theme", "leads") == [("NA",) * 4]
    assert records(plan.assignments, "action_id", "lead") == [("NA", "NA")]
    assert records(plan.partnerships, "action_id", "partner") == [("NA", "NA")]


def test_an_action_under_no_heading_says_so():
    assert read_cells(theme="").actions["theme"].tolist() == ["No heading printed"]


@pytest.mark.parametrize(("length", "title"), [(48, "x" * 48), (49, "x" * 47 + "…")])
def test_without_a_title_the_action_itself_is_shortened_to_48_characters(length, title):
    assert read_cells(title="", action="x" * length).actions["title"].tolist() == [title]


@pytest.mark.parametrize("column", ["row", "index", "remark", "first"])
def test_a_column_that_is_not_declared_is_left_out(column):
    actions = read_cells(**{column: "7"}).actions
    assert records(actions, "row", "action_id", "leads", "first") == [(2, "A1", "Red Team", 24304)]


def test_columns_may_stand_in_any_order():
    row = written(GOOD)
    content = as_csv(list(reversed(row)), [list(reversed(list(row.values())))])
    plan = read_plan(replace(plan_files(GOOD), actions=content))
    pd.testing.assert_frame_equal(plan.actions, small_plan(GOOD).actions)


def test_the_delivery_years_span_the_dates_where_none_are_printed():
    plan = small_plan("A1 | Red Team | | Mar-26 | Ongoing", "A2 | Red Team | | Ongoing | Apr-27")
    assert plan.delivery_years == ("2025-26", "2026-27", "2027-28")
    assert plan.provenance.empty


def test_a_plan_without_any_date_has_no_delivery_years():
    assert small_plan("A1 | Red Team | | Ongoing | TBC").delivery_years == ()


def test_the_delivery_years_are_those_printed_where_they_are_known():
    printed = as_csv(names_of(PLANS_FILE), [["The plan", "Us", "2025-26", "2026-27", "text", ""]])
    plan = read_plan(replace(plan_files(GOOD), plans=printed))
    assert plan.delivery_years == ("2025-26", "2026-27")
    assert records(plan.provenance) == [("The plan", "Us", "2025-26", "2026-27", "text", "")]


def test_the_digest_is_the_sha_256_of_actions_csv_alone():
    content = plan_files(GOOD).actions
    assert small_plan(GOOD).digest == read(GOOD).digest == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["actions", "organisations", "notes", "plans"])
def test_a_fault_names_the_file_that_it_is_in(name):
    files = PlanFiles(**{"actions": plan_files(GOOD).actions, "organisations": NAMES, name: b"x"})
    with pytest.raises(PlanError) as caught:
        read_plan(files)
    assert caught.value.file == f"{name}.csv"


# --- The published plan


def test_the_published_plan_holds_52_actions_of_two_tables():
    assert real_plan().actions["plan"].value_counts().to_dict() == {
        "2050 Net Zero Leicestershire Action Plan": 38,
        "2035 Net Zero Council Action Plan": 14,
    }


def test_the_published_plan_holds_22_lead_teams_69_assignments_and_14_joint_actions():
    assignments = real_plan().assignments
    assert (assignments["lead"].nunique(), len(assignments)) == (22, 69)
    joint = assignments.query("joint")["action_id"]
    assert joint.value_counts().value_counts().to_dict() == {2: 11, 3: 3}


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


def test_the_published_dates_are_months_or_ongoing_and_nothing_else():
    actions = real_plan().actions
    assert actions["end_kind"].value_counts().to_dict() == {"dated": 29, "ongoing": 23}
    assert actions["start_kind"].value_counts().to_dict() == {"dated": 28, "ongoing": 24}


def test_only_e1_has_partners_to_be_confirmed():
    actions = real_plan().actions
    assert actions.query("partners_kind == 'to be confirmed'")["action_id"].tolist() == ["E1"]


def test_only_e2_and_n4_name_the_council_and_its_teams_as_partners():
    internal = real_plan().partnerships.query("internal")
    assert records(internal, "action_id", "partner") == [
        ("E2", "Leicestershire County Council"),
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
