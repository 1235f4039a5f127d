"""What a scenario moves, in words and as a list."""

from netzero.analysis.deadlines import deadline_grid
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import moves, moves_in_words
from netzero.analysis.scope import Scope
from netzero.analysis.standing import standing
from netzero.analysis.timeline import FOLDED, timeline
from netzero.plan.moving import moved, read_moves
from tests.at import published
from tests.builders import month, real_plan, small_plan

EVERY_KIND = (
    "LCC.5:end:2027-06,E5:lead:Growth Service,T9:drop,LCC.6:start:2028-03,E6:end:2028-03,"
    "LCC.11:start:2026-12"
)


def scenario_of(text, plan=None, **scope):
    plan = plan or real_plan()
    kept, faults = read_moves(text, plan)
    assert faults == ()
    return PlanAt(moved(plan, kept), month("2026-11"), Scope(**scope))


def test_each_move_is_told_with_what_stands_in_the_plan():
    at = scenario_of(EVERY_KIND)
    crt, csu = "Carbon Reduction Team", "Commissioning Support Unit"
    titles = dict(zip(*(real_plan().actions[name] for name in ("action_id", "title")), strict=True))
    assert moves(at).table.rows == (
        ("LCC.5", titles["LCC.5"], (crt,), "End", month("2027-03"), month("2027-06"), 3),
        (
            "E5", titles["E5"], (crt, "Growth Service"), "Lead", (crt, "Growth Service"),
            ("Growth Service",), None,
        ),
        ("T9", titles["T9"], (crt, csu), "Dropped", None, None, None),
        (
            "LCC.6", titles["LCC.6"], ("Environment Branch",), "Start", month("2028-04"),
            month("2028-03"), -1,
        ),
        ("E6", titles["E6"], ("Pensions Team",), "End", "Ongoing", month("2028-03"), None),
        ("LCC.11", titles["LCC.11"], (crt,), "Start", "Ongoing", month("2026-12"), None),
    )  # fmt: skip
    assert moves_in_words(at.plan) == [
        "LCC.5 ends Jun 2027, 3 months later",
        "E5 led by Growth Service",
        "T9 dropped",
        "LCC.6 starts Mar 2028, 1 month earlier",
        "E6 ends Mar 2028, no planned end in the plan",
        "LCC.11 starts Dec 2026, under way in the plan",
    ]


def test_the_list_counts_actions_and_says_how_many_are_as_published():
    listed = moves(scenario_of(EVERY_KIND))
    assert listed.finding == "5 actions are moved and 1 dropped"
    assert listed.counted == "6 moves; 46 other actions are as published"
    assert moves(scenario_of("T9:drop")).finding == "1 action is dropped"
    both = moves(scenario_of("LCC.5:start:2026-01,LCC.5:end:2027-06"))
    assert (both.finding, both.counted) == (
        "1 action is moved",
        "2 moves; 51 other actions are as published",
    )
    alone = small_plan("A1 | Red Team | | TBC | ")
    assert moves(scenario_of("A1:end:2027-06", alone)).counted == (
        "1 move; no other actions are as published"
    )
    assert moves_in_words(scenario_of("A1:end:2027-06,A1:start:2027-05", alone).plan) == [
        "A1 ends Jun 2027, not given in the plan",
        "A1 starts May 2027, to be confirmed in the plan",
    ]


def test_every_exhibit_says_before_its_scope_that_it_is_of_a_scenario():
    text = "LCC.5:end:2027-06,T9:drop"
    said = "Scenario, not the plan: 2 moves"
    assert standing(scenario_of(text)).where == f"{said}, as at Nov 2026"
    team = scenario_of(text, team=("Growth Service",))
    assert deadline_grid(team).where == f"{said}; Growth Service, as at Nov 2026"
    assert standing(published()).where == "Whole plan, as at Nov 2026"
    assert moves_in_words(real_plan()) == []


def test_the_timeline_draws_the_bar_of_the_plan_beside_one_that_is_moved():
    at = scenario_of("LCC.5:end:2027-06,LCC.6:start:2028-03,E6:end:2028-03,E5:lead:Planning")
    shown = timeline(at, ongoing=FOLDED)
    found = {
        lane.label: (str(lane.right)[:7], [str(each)[:7] for each in lane.was], lane.words)
        for lane in shown.picture.lanes
        if lane.was
    }
    assert found == {
        "LCC.5": ("2027-07", ["2025-04", "2027-04"], "Jun 2027 (was Mar-27)"),
        "LCC.6": ("2030-04", ["2028-04", "2030-04"], "from Mar 2028 (was Apr-28)"),
        "E6": ("2028-04", ["2025-04", "2030-04"], "Mar 2028 (was Ongoing)"),
    }
    assert shown.rule.endswith(
        "A dashed outline is the bar in the plan, where the scenario moves it."
    )
    assert [lane for lane in timeline(published()).picture.lanes if lane.was] == []
