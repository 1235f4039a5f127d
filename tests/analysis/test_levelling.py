"""The fewest moves that keep a limit: counted by hand, and against trying everything."""

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.levelling import Answer, fewest_moves
from netzero.analysis.levelling_problem import Limit
from netzero.analysis.periods import MONTH, QUARTER, YEAR
from netzero.plan.months import month_from_number, month_number
from netzero.plan.moving import Move, moved
from tests.at import PlanAt, plan_at, published
from tests.builders import month

NOW = month_number(month("2026-11"))
LENGTHS = {MONTH: 1, QUARTER: 3, YEAR: 12}


def due(*rows: str) -> list[str]:
    """Return the rows of a plan from an id, leads and an end each."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return [f"{action} | {leads} | | Apr-25 | {end}" for action, leads, end in cells]


def asked(*rows: str, as_at: str = "2026-11", **limit: object) -> Answer:
    return fewest_moves(plan_at(*due(*rows), as_at=as_at), Limit(**limit))


def told(answer: Answer) -> list[tuple[str, str, str]]:
    return [(move.action_id, str(move.before), str(move.after)) for move in answer.moves]


def why(answer: Answer) -> list[str]:
    return [move.why for move in answer.moves]


def applied(at: PlanAt, answer: Answer) -> PlanAt:
    moves = [Move(move.action_id, "end", str(move.after)) for move in answer.moves]
    return PlanAt(moved(at.plan, moves), at.month)


def fullest(at: PlanAt, *, per: str = QUARTER) -> int:
    """Return the most deadlines of a team in a period that is not wholly past."""
    plan, length = at.plan, LENGTHS[per]
    last = dict(enumerate(plan.actions["last"]))
    periods = Counter(
        (lead, (last[action] - 4) // length)
        for action, lead in zip(plan.assignments["action"], plan.assignments["lead"], strict=True)
        if last[action] < float("inf")
    )
    ahead = (count for (_, period), count in periods.items() if period >= (at.now - 4) // length)
    return max(ahead, default=0)


# --- The published plan


def test_the_published_plan_takes_four_moves_of_three_months_each():
    answer = fewest_moves(published(), Limit())
    assert told(answer) == [
        ("LCC.5", "2027-03", "2027-06"),
        ("LCC.7", "2027-09", "2027-12"),
        ("LCC.8", "2029-03", "2029-06"),
        ("E1", "2030-03", "2030-06"),
    ]
    assert (answer.months, answer.optimal, answer.least, answer.over) == (12, True, 4, 4)
    assert fullest(published()) == 2
    assert fullest(applied(published(), answer)) == 1


def test_each_move_says_what_of_the_plan_makes_it_so():
    assert why(fewest_moves(published(), Limit())) == [
        "Falls with E5 in Q4 2026-27 of Carbon Reduction Team; E5 has two lead teams",
        "Falls with LCC.9 in Q2 2027-28 of Commissioning Support Unit; LCC.9 has two lead teams",
        "Falls with LCC.10 in Q4 2028-29 of Carbon Reduction Team; LCC.10 would do as well",
        "Falls with E2 in Q4 2029-30 of Growth Service; E2 names two partners, E1 none",
    ]


def test_each_of_four_pairs_may_move_the_one_or_the_other():
    answer = fewest_moves(published(), Limit())
    assert answer.others == 2**4 - 1
    first = [move.action_id for move in answer.another]
    assert first == ["LCC.5", "LCC.8", "LCC.9", "E1"]


def test_either_way_ends_inside_the_years_of_the_plan_and_else_later():
    assert told(fewest_moves(published(), Limit(either_way=True))) == [
        ("LCC.5", "2027-03", "2027-06"),
        ("LCC.7", "2027-09", "2027-12"),
        ("LCC.8", "2029-03", "2029-06"),
        ("E1", "2030-03", "2029-12"),
    ]


def test_any_month_crosses_the_end_of_a_quarter_by_one():
    answer = fewest_moves(published(), Limit(any_month=True))
    assert {move.months for move in answer.moves} == {1}
    assert len(answer.moves) == 4


def test_a_scope_narrows_nothing():
    scoped = fewest_moves(published(theme=("Transport",)), Limit())
    assert told(scoped) == told(fewest_moves(published(), Limit()))


# --- What counts


def test_nothing_moves_where_the_limit_holds():
    answer = asked("A | Red Team | Mar-27", "B | Red Team | Jun-27", "C | Blue Team | Mar-27")
    assert answer == Answer(Limit(), rhythm=True)


def test_a_limit_of_two_lets_two_stay():
    rows = ["A | Red Team | Mar-27", "B | Red Team | Mar-27", "C | Red Team | Mar-27"]
    assert told(asked(*rows, most=2)) == [("A", "2027-03", "2027-06")]


def test_quarters_are_financial_and_delivery_years_run_from_april():
    rows = ["A | Red Team | Mar-27", "B | Red Team | Apr-27"]
    assert told(asked(*rows, per=QUARTER)) == []
    assert told(asked("A | Red Team | Apr-27", "B | Red Team | Jun-27")) == [
        ("B", "2027-06", "2027-07")
    ]
    year = asked("A | Red Team | Apr-27", "B | Red Team | Mar-28", per=YEAR)
    assert told(year) == [("B", "2028-03", "2028-04")]


def test_fewest_moved_comes_before_fewest_months():
    # A to Q1 alone would push on B and C by three months each; A may go over them, by nine
    rows = ["A | Red Team | Mar-27", "Z | Red Team; Blue Team | Mar-27", "B | Red Team | Jun-27"]
    answer = asked(*rows, "C | Red Team | Sep-27")
    assert told(answer) == [("A", "2027-03", "2027-12")]


def test_what_a_month_holds_makes_room_where_none_can_go_further():
    rows = ["A | Red Team | Mar-27", "Z | Red Team; Blue Team | Mar-27", "B | Red Team | Jun-27"]
    answer = asked(*rows, within=3)
    assert told(answer) == [("A", "2027-03", "2027-06"), ("B", "2027-06", "2027-09")]
    assert why(answer) == [
        "Falls with Z in Q4 2026-27 of Red Team; Z has two lead teams",
        "Makes room for A in Q1 2027-28 of Red Team",
    ]


def test_a_joint_deadline_counts_under_every_lead_at_once():
    # A moves for Red; where it goes first, Blue has one already
    rows = ["A | Red Team; Blue Team | Mar-27", "B | Red Team | Mar-27", "C | Blue Team | Jun-27"]
    answer = asked(*rows, hold=("B",))
    assert told(answer) == [("A", "2027-03", "2027-09")]
    assert why(answer) == ["Falls with B in Q4 2026-27 of Red Team; B is held still"]


def test_one_joint_move_mends_two_teams():
    rows = ["A | Red Team | Mar-27", "B | Red Team; Blue Team | Mar-27", "C | Blue Team | Mar-27"]
    answer = asked(*rows)
    assert told(answer) == [("B", "2027-03", "2027-06")]
    assert why(answer) == [
        "Falls with A in Q4 2026-27 of Red Team and with C in Q4 2026-27 of Blue Team"
    ]


# --- What stays


def test_what_is_held_stays_by_id_and_by_team():
    rows = ["A | Red Team | Mar-27", "B | Red Team | Mar-27"]
    assert told(asked(*rows, hold=("A",))) == [("B", "2027-03", "2027-06")]
    joint = ["A | Red Team | Mar-27", "B | Red Team; Blue Team | Mar-27"]
    assert told(asked(*joint, hold=("Blue Team",))) == [("A", "2027-03", "2027-06")]


def test_a_name_that_the_plan_does_not_have_is_refused():
    with pytest.raises(ValueError, match="“X9” is no action and no lead team of this plan"):
        asked("A | Red Team | Mar-27", hold=("X9",))


def test_what_is_past_stays_and_counts_in_the_quarter_that_runs():
    rows = ["A | Red Team | Oct-26", "B | Red Team | Dec-26"]
    answer = asked(*rows)
    assert told(answer) == [("B", "2026-12", "2027-03")]
    assert why(answer) == ["Falls with A in Q3 2026-27 of Red Team; A has passed"]


def test_periods_that_are_wholly_past_are_left_as_they_are():
    assert told(asked("A | Red Team | Sep-26", "B | Red Team | Sep-26")) == []


def test_the_as_at_month_itself_is_not_past():
    rows = ["A | Red Team | Nov-26", "B | Red Team | Nov-26"]
    assert told(asked(*rows, per=MONTH)) == [("A", "2026-11", "2026-12")]


def test_nothing_moves_before_the_as_at_month_nor_before_its_start():
    rows = ["A | Red Team | Jan-27", "B | Red Team | Jan-27"]
    early = asked(*rows, per=MONTH, either_way=True, within=2, as_at="2027-01")
    assert told(early) == [("A", "2027-01", "2027-02")]
    starts = plan_at("A | Red Team | | Jan-27 | Jan-27", "B | Red Team | | Jan-27 | Jan-27")
    answer = fewest_moves(starts, Limit(per=MONTH, either_way=True))
    assert told(answer) == [("A", "2027-01", "2027-02")]


def test_a_move_of_the_readers_own_stays():
    plan = moved(plan_at(*due("A | Red Team | Mar-27", "B | Red Team | Jun-27")).plan, ())
    tried = PlanAt(moved(plan, [Move("A", "end", "2027-06")]), month("2026-11"))
    answer = fewest_moves(tried, Limit())
    assert told(answer) == [("B", "2027-06", "2027-09")]
    assert why(answer) == ["Falls with A in Q1 2027-28 of Red Team; A is a move of yours"]


# --- Rhythm


def test_deadlines_that_all_end_a_quarter_keep_doing_so():
    answer = asked("A | Red Team | Mar-27", "B | Red Team | Mar-27", "C | Red Team | May-25")
    assert (told(answer), answer.rhythm) == ([("A", "2027-03", "2027-06")], True)


def test_one_deadline_ahead_out_of_rhythm_frees_all():
    answer = asked("A | Red Team | Mar-27", "B | Red Team | Mar-27", "C | Blue Team | May-27")
    assert (told(answer), answer.rhythm) == ([("A", "2027-03", "2027-04")], False)


# --- Where there is no answer


def test_none_says_which_team_and_period_make_it_so():
    rows = ["A | Red Team | Mar-27", "B | Red Team | Mar-27", "C | Red Team | Jun-27"]
    answer = asked(*rows, within=3, hold=("C", "B"))
    assert answer.none_because == (
        "Red Team has three deadlines that can fall only in Q4 2026-27 to Q1 2027-28, and one a "
        "quarter leaves room for two; two are held still."
    )
    assert (answer.moves, answer.optimal) == ((), True)


def test_none_counts_the_other_teams_that_have_none():
    rows = [f"{team}{number} | {team} Team | Mar-27" for team in "RB" for number in (1, 2)]
    assert asked(*rows, hold=("R Team", "B Team")).none_because == (
        "R Team has two deadlines that can fall only in Q4 2026-27, and one a quarter leaves room "
        "for one; two are held still. So it is with one more team."
    )


def test_what_has_passed_can_make_it_so():
    rows = ["A | Red Team | Oct-26", "B | Red Team | Oct-26"]
    assert asked(*rows).none_because == (
        "Red Team has two deadlines that can fall only in Q3 2026-27, and one a quarter leaves "
        "room for one; two have passed."
    )


def test_teams_that_each_could_may_have_none_together():
    # A and B part in one of two quarters, B and C, and C and A: two quarters do not do for three
    rows = [
        "A | R Team; S Team | Mar-27",
        "B | S Team; T Team | Mar-27",
        "C | T Team; R Team | Mar-27",
    ]
    assert asked(*rows, within=3).none_because == (
        "R Team in Q4 2026-27 to Q1 2027-28, S Team in Q4 2026-27 to Q1 2027-28 and T Team in Q4 "
        "2026-27 to Q1 2027-28 cannot all keep to one a quarter: a joint deadline counts under "
        "each of its leads."
    )
    assert len(asked(*rows, within=6).moves) == 2


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ({"most": 0}, "1 to 50 deadlines at most, not 0"),
        ({"within": 61}, "1 to 60 months, not 61"),
        ({"per": "week"}, "not by “week”"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(limit, words):
    with pytest.raises(ValueError, match=words):
        Limit(**limit)


# --- Found in time or not


def test_a_search_without_time_says_that_it_proved_nothing():
    at = plan_at(*due("A | Red Team | Mar-27", "B | Red Team | Mar-27"))
    answer = fewest_moves(at, Limit(), seconds=0.0)
    assert not answer.optimal
    assert answer.moves or answer.none_because == (
        "No answer was found in the time allowed; there may be one."
    )


def test_a_search_tells_how_far_it_is_to_the_end():
    heard: list[float] = []
    fewest_moves(
        plan_at(*due("A | Red Team | Mar-27", "B | Red Team | Mar-27")), Limit(), told=heard.append
    )
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


# --- Against trying everything


@st.composite
def asked_plans(draw) -> tuple[list[str], Limit]:
    """Return rows of a plan of up to eight deadlines, and a limit to keep."""
    number = draw(st.integers(1, 8))
    quarters = draw(st.booleans())
    months = [NOW - 1, *range(NOW, NOW + 8)]
    if quarters:
        months = [each for each in range(NOW - 3, NOW + 14) if each % 3 == 0]
    within = draw(st.sampled_from([3, 6] if quarters else [1, 2, 3]))
    either_way = draw(st.booleans()) if number <= 5 else False
    rows = []
    for place in range(number):
        leads = draw(
            st.lists(
                st.sampled_from(["R Team", "S Team", "T Team"]), min_size=1, max_size=2, unique=True
            )
        )
        end = month_from_number(draw(st.sampled_from(months)))
        start = draw(st.sampled_from(["Ongoing", str(end - 1), "2025-04"]))
        rows.append(f"A{place} | {'; '.join(leads)} | | {start} | {end}")
    hold = tuple(draw(st.lists(st.sampled_from([f"A{n}" for n in range(number)]), max_size=2)))
    return rows, Limit(
        most=draw(st.integers(1, 2)),
        per=draw(st.sampled_from([MONTH, QUARTER, YEAR])),
        within=within,
        either_way=either_way,
        hold=hold,
    )


def tried_out(at: PlanAt, limit: Limit) -> tuple[int, int, int] | None:
    """Return fewest moves, fewest months and how many answers, by trying every set of moves.

    The answers are counted by the periods in which they leave the deadlines.
    """
    actions, length = at.plan.actions, LENGTHS[limit.per]
    leads = at.plan.assignments.groupby("action")["lead"].agg(list).to_dict()
    dated = enumerate(actions["last"])
    ends = {place: int(end) for place, end in dated if end < float("inf")}
    ahead = [end for end in ends.values() if end >= NOW]
    step = 3 if ahead and all(end % 3 == 0 for end in ahead) else 1
    could = {}
    for place, end in ends.items():
        if end >= NOW and actions["action_id"][place] not in limit.hold:
            first = end - limit.within if limit.either_way else end
            could[place] = [
                to
                for to in range(first, end + limit.within + 1)
                if to != end and to % step == 0 and to >= max(NOW, actions["first"][place])
            ]
    for number in range(len(could) + 1):
        found: dict[tuple, int] = {}
        for places in itertools.combinations(could, number):
            for months in itertools.product(*(could[place] for place in places)):
                after = ends | dict(zip(places, months, strict=True))
                if keeps(after, leads, limit, length):
                    by = sum(abs(after[place] - ends[place]) for place in places)
                    key = tuple((end - 4) // length for end in after.values())
                    found[key] = min(by, found.get(key, by))
        if found:
            least = min(found.values())
            return number, least, list(found.values()).count(least)
    return None


def keeps(ends: dict[int, int], leads: dict[int, list[str]], limit: Limit, length: int) -> bool:
    held = Counter(
        (lead, (end - 4) // length)
        for place, end in ends.items()
        if (end - 4) // length >= (NOW - 4) // length
        for lead in leads[place]
    )
    return all(count <= limit.most for count in held.values())


@settings(deadline=None, max_examples=150)
@given(asked_plans())
def test_nothing_smaller_is_found_by_trying_everything(drawn):
    rows, limit = drawn
    at = plan_at(*rows)
    answer, oracle = fewest_moves(at, limit), tried_out(at, limit)
    assert answer.optimal
    if oracle is None:
        assert answer.none_because
        return
    assert (len(answer.moves), answer.months, answer.others) == (*oracle[:2], oracle[2] - 1)
    assert fullest(applied(at, answer), per=limit.per) <= limit.most
    assert not {move.action_id for move in answer.moves} & set(limit.hold)
    if answer.another:
        assert len(answer.another) == len(answer.moves)
        assert told(answer) != [(m.action_id, str(m.before), str(m.after)) for m in answer.another]


@pytest.mark.parametrize("limit", [Limit(within=3), Limit(within=3, either_way=True)], ids=str)
def test_nothing_smaller_is_found_for_the_published_plan(limit):
    answer = fewest_moves(published(), limit)
    others = answer.others or 0
    assert tried_out(published(), limit) == (len(answer.moves), answer.months, others + 1)
