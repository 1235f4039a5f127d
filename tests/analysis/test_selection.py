import pytest

from netzero.analysis.actions import actions_table
from netzero.analysis.selection import Filters, select
from tests.builders import left_alone, month, real_plan, records, small_plan

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26 | Homes | First",
    "A2 | Red Team | Residents | Apr-25 | Ongoing | Roads | First",
    "A3 | Blue Team | | Apr-27 | Mar-28 | Roads | Second",
)


def selected(folder, **filters):
    return select(small_plan(folder, *ROWS), filters=Filters(**filters), as_at=month("2026-11"))


def ids(plan):
    return plan.actions["action_id"].tolist()


def test_without_a_filter_the_whole_plan_passes_with_positions(tmp_path):
    assert records(selected(tmp_path).actions, "action_id", "position") == [
        ("A1", "window ended"),
        ("A2", "ongoing"),
        ("A3", "not started"),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"plan": ("First",)}, ["A1", "A2"]),
        ({"theme": ("Roads",)}, ["A2", "A3"]),
        ({"team": ("Blue Team",)}, ["A1", "A3"]),
        ({"partner": ("Residents",)}, ["A1", "A2"]),
        ({"position": ("not started",)}, ["A3"]),
        ({"position": ("not started", "ongoing")}, ["A2", "A3"]),
        ({"team": ("Red Team", "Blue Team")}, ["A1", "A2", "A3"]),
        ({"plan": ("First",), "theme": ("Roads",)}, ["A2"]),
        ({"team": ("Blue Team",), "partner": ("Residents",)}, ["A1"]),
        ({"team": ("Nobody",)}, []),
        ({"theme": ("Homes",), "position": ("ongoing",)}, []),
    ],
)
def test_values_of_one_filter_are_alternatives_and_different_filters_all_apply(
    tmp_path, filters, expected
):
    assert ids(selected(tmp_path, **filters)) == expected


def test_where_teams_are_chosen_only_their_assignments_remain(tmp_path):
    plan = selected(tmp_path, team=("Blue Team",))
    assert records(plan.assignments, "action_id", "lead", "joint") == [
        ("A1", "Blue Team", True),
        ("A3", "Blue Team", False),
    ]


def test_where_partners_are_chosen_only_their_partnerships_remain(tmp_path):
    plan = selected(tmp_path, partner=("Residents",))
    assert records(plan.partnerships, "action_id", "partner") == [
        ("A1", "Residents"),
        ("A2", "Residents"),
    ]
    assert len(plan.assignments) == 3


def test_a_filter_that_leaves_nothing_leaves_empty_frames_with_their_columns(tmp_path):
    plan = selected(tmp_path, team=("Nobody",))
    assert (len(plan.actions), len(plan.assignments), len(plan.partnerships)) == (0, 0, 0)
    assert "position" in plan.actions
    assert len(plan.organisations) == 4


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["A1", "A2", "A3"]),
        ("   ", ["A1", "A2", "A3"]),
        ("a2", ["A2"]),
        (" A3 ", ["A3"]),
        ("red", ["A1", "A2"]),
        ("RESIDENTS schools", ["A1"]),
        ("schools blue", ["A1"]),
        ("do", ["A1", "A2", "A3"]),
        ("nothing", []),
        (".*", []),
        ("(", []),
    ],
)
def test_the_text_finds_every_word_anywhere_whatever_its_case(tmp_path, query, expected):
    assert ids(selected(tmp_path, q=query)) == expected


def test_an_exact_id_finds_that_action_alone():
    plan = select(real_plan(), filters=Filters(q="t1"), as_at=month("2026-11"))
    assert ids(plan) == ["T1"]


def test_the_text_finds_an_organisation_by_the_name_it_is_counted_under():
    plan = select(
        real_plan(), filters=Filters(q="environment action volunteers"), as_at=month("2026-11")
    )
    assert "C4" in ids(plan)


def test_a_search_and_a_filter_both_apply(tmp_path):
    assert ids(selected(tmp_path, q="a1", theme=("Roads",))) == []


def test_the_notes_that_remain_are_those_of_the_actions_that_remain():
    plan = select(real_plan(), filters=Filters(q="B4"), as_at=month("2026-11"))
    assert records(plan.notes, "action_id", "column") == [("B4", "action")]


def test_selecting_leaves_its_input_alone():
    plan = real_plan()
    frames = (plan.actions, plan.assignments, plan.partnerships, plan.notes)
    with left_alone(*frames):
        select(plan, filters=Filters(team=("Growth Service",), q="low"), as_at=month("2026-11"))


@pytest.mark.parametrize(
    ("filters", "chosen"), [({}, False), ({"q": "x"}, True), ({"team": ("Red Team",)}, True)]
)
def test_filters_are_true_where_something_is_chosen(filters, chosen):
    assert bool(Filters(**filters)) is chosen


def test_the_carbon_reduction_team_leads_22_of_the_published_actions():
    filters = Filters(team=("Carbon Reduction Team",))
    plan = select(real_plan(), filters=filters, as_at=month("2026-11"))
    assert (len(plan.actions), len(plan.assignments)) == (22, 22)


def test_the_table_that_people_read_keeps_the_published_words(tmp_path):
    table = actions_table(selected(tmp_path, q="A1").actions)
    assert records(table) == [
        ("A1", "Do A1", "window ended", "Apr-25", "Mar-26", "Red Team; Blue Team",
         "Schools; Residents", "Homes", "First", "Do A1"),
    ]  # fmt: skip
