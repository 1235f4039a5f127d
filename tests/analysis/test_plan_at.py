"""The plan at a month: which part passes, what is mine, and what is found in the whole plan."""

import pytest

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from tests.at import plan_at, published
from tests.builders import left_alone, month, real_plan

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26 | Homes | First",
    "A2 | Red Team | Residents | Apr-25 | Ongoing | Roads | First",
    "A3 | Blue Team | | Apr-27 | Mar-28 | Roads | Second",
)


def ids(at):
    return list(at.ids(at.kept))


def pairs(at, named):
    names = [named.names[name] for name in named.name]
    return list(zip(at.ids(named.action), names, strict=True))


def test_without_a_filter_the_plan_is_itself_with_positions():
    at = plan_at(*ROWS)
    assert at.position_names(at.kept) == ["ended", "ongoing", "not started"]
    assert at.live.tolist() == [False, True, False]
    assert at.whole is at
    assert (at.size, at.live_size) == (3, 1)


@pytest.mark.parametrize(
    ("scope", "expected"),
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
        ({"q": "a1", "theme": ("Roads",)}, []),
    ],
)
def test_values_of_one_filter_are_alternatives_and_different_filters_all_apply(scope, expected):
    assert ids(plan_at(*ROWS, **scope)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("   ", ["A1", "A2", "A3"]),
        ("a2", ["A2"]),
        (" A3 ", ["A3"]),
        ("red", ["A1", "A2"]),
        ("RESIDENTS schools", ["A1"]),
        ("do", ["A1", "A2", "A3"]),
        ("nothing", []),
        (".*", []),
        ("(", []),
    ],
)
def test_the_text_finds_every_word_anywhere_whatever_its_case(query, expected):
    assert ids(plan_at(*ROWS, q=query)) == expected


def test_the_text_finds_an_organisation_by_the_name_it_is_counted_under():
    assert "C4" in ids(published(q="environment action volunteers"))


def test_a_chosen_team_narrows_what_is_mine_and_never_whom_i_meet():
    at = plan_at(*ROWS, team=("Blue Team",))
    assert pairs(at, at.leads) == [("A1", "Blue Team"), ("A3", "Blue Team")]
    assert pairs(at, at.all_leads) == [
        ("A1", "Red Team"), ("A1", "Blue Team"), ("A3", "Blue Team"),
    ]  # fmt: skip
    assert ids(at.whole) == ["A1", "A2", "A3"]


def test_a_chosen_partner_narrows_the_partners_that_are_mine_alone():
    at = plan_at(*ROWS, partner=("Schools",))
    assert pairs(at, at.partners) == [("A1", "Schools")]
    assert pairs(at, at.all_partners) == [("A1", "Schools"), ("A1", "Residents")]
    assert len(at.leads) == 2


def test_names_count_the_actions_that_name_them():
    at = plan_at(*ROWS)
    assert at.leads.names == ("Blue Team", "Red Team")
    assert at.leads.counts().tolist() == [2, 2]
    assert at.leads.of(at.live).counts().tolist() == [0, 1]
    assert at.ids(at.leads.actions_of("Blue Team")) == ("A1", "A3")
    assert at.joint.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("scope", "total"),
    [
        ({}, "3 actions; a joint one counts under each of its leads, 4 in all"),
        ({"team": ("Blue Team",)}, "2 actions, 1 of them joint with other teams"),
        ({"theme": ("Roads",)}, "2 actions"),
        ({"position": ("ongoing",)}, "1 action"),
        ({"team": ("Blue Team",), "q": "A1"}, "1 action, joint with another team"),
    ],
)
def test_the_total_says_how_a_joint_action_counts_where_that_can_be_seen(scope, total):
    assert plan_at(*ROWS, **scope).total == total


def test_where_every_action_is_joint_none_is_told_from_the_rest():
    shared = "Red Team; Blue Team | | Apr-25 | Ongoing"
    for number, share in ((2, "both"), (3, "all")):
        at = plan_at(*(f"A{place} | {shared}" for place in range(number)), team=("Red Team",))
        assert at.total == f"{number} actions, {share} of them joint with other teams"
    both = plan_at(*ROWS, team=("Red Team", "Blue Team"))
    assert both.total.endswith("; a joint one counts under each chosen team, 4 in all")


def test_a_plan_without_dates_stands_on_the_year_of_the_month():
    assert plan_at("A1 | Red Team | | TBC | TBC", as_at="2026-03").years == ("2025-26",)
    assert published("2033-03").years == ("2025-26", "2026-27", "2027-28", "2028-29", "2029-30")


def test_reading_a_plan_at_a_month_leaves_the_plan_alone():
    plan = real_plan()
    with left_alone(plan.actions, plan.assignments, plan.partnerships):
        at = PlanAt(plan, month("2026-11"), Scope(team=("Growth Service",), q="low"))
        assert at.size + len(at.leads) + len(at.partners) == 2 + 2 + 4


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ({}, "Whole plan"),
        ({"theme": ("Transport",)}, "Transport"),
        ({"team": ("A", "B")}, "A or B"),
        ({"theme": ("Transport",), "team": ("A",), "partner": ("B",)}, "Transport, A, with B"),
        ({"plan": ("2050 Net Zero Plan",), "position": ("ended",)}, "2050 plan, ended"),
        ({"plan": ("The plan",), "q": "heat <b>"}, "The plan, “heat <b>”"),
    ],
)
def test_a_scope_is_said_in_words(scope, words):
    assert (str(Scope(**scope)), bool(Scope(**scope))) == (words, bool(scope))


def test_the_carbon_reduction_team_leads_22_of_the_published_actions():
    at = published(team=("Carbon Reduction Team",))
    assert (at.size, len(at.leads)) == (22, 22)
    assert at.total == "22 actions, 6 of them joint with other teams"
