"""The fewest moves as exhibits: a row a move, and the deadlines of each team before and after."""

import pytest

from netzero.analysis.levelled import held_as_text, held_in, levelled, levelled_teams
from netzero.analysis.levelling import Answer, Suggestion
from netzero.analysis.levelling_problem import Limit
from netzero.analysis.levelling_words import counted_of, finding_of
from netzero.analysis.plan_at import PlanAt
from netzero.plan.model import Move
from netzero.plan.moving import moved
from tests.at import plan_at, published
from tests.builders import month

PAIR = ("A | Red Team | | Apr-25 | Mar-27", "B | Red Team; Blue Team | | Apr-25 | Mar-27")
SUGGESTED = Suggestion(0, "A", month("2027-03"), month("2027-06"), "Falls with B")


def test_a_row_has_the_move_and_why():
    found = levelled(plan_at(*PAIR))
    assert found.table.columns == (
        "Id", "Title (ours)", "Leads", "From", "To", "Months later", "Why"
    )  # fmt: skip
    assert found.table.rows == (
        (
            "A", "Do A", "Red Team", month("2027-03"), month("2027-06"), 3,
            "Falls with B in Q4 2026-27 of Red Team; B has two lead teams",
        ),
    )  # fmt: skip
    assert found.finding == "One move: no team has two deadlines in a quarter"
    assert found.counted == (
        "Quarters with over one deadline of one team, from Nov 2026: 1; 3 months of moving in "
        "all; proven fewest; 1 other answer is as short"
    )
    [spot] = found.picture.spots()
    assert (spot.action_ids, spot.words) == (
        ("A",),
        "Do A: from Mar 2027 to Jun 2027, 3 months later",
    )


def test_whoever_speaks_is_told_titles_and_leads_and_what_else_would_do():
    assert levelled(plan_at(*PAIR)).notes == (
        "Do A, Red Team (A), from Mar 2027 to Jun 2027, 3 months later. Falls with B in Q4 "
        "2026-27 of Red Team; B has two lead teams.",
        "As short: B from Mar 2027 to Jun 2027, 3 months later, instead of A.",
    )


def test_a_scope_is_not_that_of_an_answer_for_the_whole_plan():
    assert levelled(published(team=("Growth Service",))).scope == "Whole plan"


def test_the_rule_says_how_deadlines_may_move():
    rule = levelled(plan_at(*PAIR), either_way=True, within=6, hold="B").rule
    for words in (
        "The limit is one a quarter for each team.",
        "A deadline moves earlier or later, by at most 6 months,",
        "Deadlines stay at ends of quarters, as all that lie ahead are.",
        "Held still: B.",
        "It suggests, it does not recommend; the plan holds no effort, so it knows none.",
    ):
        assert words in rule


def test_each_team_that_a_move_touches_stands_before_and_after():
    found = levelled_teams(plan_at(*PAIR, "C | Green Team | | Apr-25 | Mar-27"))
    assert found.finding == "One team has over one deadline a quarter; none after"
    assert found.table.rows == (
        ("Red Team", "Q4 2026-27", 2, 1, ("A", "B"), ("B",)),
        ("Red Team", "Q1 2027-28", 0, 1, (), ("A",)),
    )
    assert found.picture.rows == ("Red Team", "after the moves")
    assert [(cell.row, cell.column, cell.value) for cell in found.picture.cells] == [
        (0, 0, 2),
        (1, 0, 1),
        (1, 1, 1),
    ]


def test_under_a_scenario_the_plan_as_published_stands_before():
    tried = PlanAt(moved(plan_at(*PAIR).plan, [Move("B", "end", "2027-06")]), month("2026-11"))
    found = levelled_teams(tried)
    assert found.finding == "Quarters with over one deadline: one in the plan, none now"
    assert found.table.rows == (
        ("Red Team", "Q4 2026-27", 2, 1, ("A", "B"), ("A",)),
        ("Red Team", "Q1 2027-28", 0, 1, (), ("B",)),
        ("Blue Team", "Q4 2026-27", 1, 0, ("B",), ()),
        ("Blue Team", "Q1 2027-28", 0, 1, (), ("B",)),
    )
    assert levelled(tried).counted.endswith(": none; 1 in the plan")


def test_without_an_answer_the_plan_stands_alone():
    found = levelled_teams(plan_at(*PAIR), hold="Red Team")
    assert found.finding == "One team has over one deadline a quarter"
    assert found.picture.rows == ("Red Team",)
    assert levelled(plan_at(*PAIR), hold="Red Team").finding == (
        "No moves keep every team to one deadline a quarter"
    )


@pytest.mark.parametrize(
    ("limit", "answer", "words"),
    [
        ({}, {}, "Ahead, no team has two deadlines in a quarter"),
        ({"most": 2}, {}, "Ahead, no team has over two deadlines in a quarter"),
        ({}, {"moves": (SUGGESTED,)}, "One move: no team has two deadlines in a quarter"),
        (
            {"most": 2, "per": "delivery year"},
            {"moves": (SUGGESTED,)},
            "One move: no team over two deadlines in a year",
        ),
        (
            {"per": "month"},
            {"moves": (SUGGESTED,) * 11, "optimal": False, "least": 7},
            "11 moves found: no team has two in a month",
        ),
        ({}, {"none_because": "So."}, "No moves keep every team to one deadline a quarter"),
        (
            {"most": 3},
            {"none_because": "Perhaps.", "optimal": False},
            "No moves found for three deadlines a team and quarter",
        ),
    ],
)
def test_a_finding_has_ten_words_at_most(limit, answer, words):
    found = finding_of(Answer(Limit(**limit), **answer))
    assert found == words
    assert len(found.split()) <= 10


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            {"moves": (SUGGESTED,) * 9, "optimal": False, "least": 7},
            "27 months of moving in all; not proven fewest; at least 7 must move",
        ),
        (
            {"optimal": False, "least": 1},
            "3 months of moving in all; proven fewest, though fewer months may do",
        ),
        (
            {"others": None},
            "3 months of moving in all; proven fewest; others as short are not counted",
        ),
        ({"others": 0}, "3 months of moving in all; proven fewest, and the only answer as short"),
    ],
)
def test_what_is_proven_is_said(answer, words):
    given = {"moves": (SUGGESTED,), "over": 1, **answer}
    said = counted_of(Answer(Limit(), **given), since="Nov 2026")
    assert said == f"Quarters with over one deadline of one team, from Nov 2026: 1; {words}"


def test_names_that_are_held_go_through_one_text():
    names = ("LCC.5", "Growth Service")
    assert held_in(held_as_text(names)) == names
    assert held_in("") == ()
