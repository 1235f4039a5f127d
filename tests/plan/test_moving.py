"""Moves as a text, what of them a plan can take, and the plan under them."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.plan.columns import FRAMES
from netzero.plan.model import DROP, END, LEAD, START, Move
from netzero.plan.months import month_from_number, month_number
from netzero.plan.moving import (
    KINDS,
    LONGEST_TEXT,
    MOST_MOVES,
    accepted,
    fits_link,
    moved,
    parsed,
    read_moves,
    teams_of,
    with_moves,
    written,
)
from tests.builders import left_alone, month, real_plan, records, small_plan

ROWS = (
    "A1 | Red Team | Schools | Apr-25 | Mar-27",
    "A2 | Red Team; Blue Team | | Ongoing | Ongoing",
    "A3 | Blue Team | Red Team | TBC | ",
    "A4 | Green Team | | Apr-26 | Sep-26",
)


@pytest.fixture
def plan():
    return small_plan(*ROWS)


def row_of(plan, action_id, *columns):
    actions = plan.actions
    return records(actions[actions["action_id"].eq(action_id)], *columns)[0]


def leads_of(plan, action_id):
    named = plan.assignments
    return records(named[named["action_id"].eq(action_id)], "action", "lead", "published", "joint")


def same(one, other):
    """Say in which frames and words two plans differ."""
    frames = [name for name in FRAMES if not getattr(one, name).equals(getattr(other, name))]
    rest = ("delivery_years", "digest", "gaps", "readings", "scenario")
    return [*frames, *(name for name in rest if getattr(one, name) != getattr(other, name))]


# --- The text


def test_moves_are_read_as_they_are_written(plan):
    text = "A1:end:2027-06,A2:lead:Red Team; Green Team,A4:drop"
    moves, sentences = read_moves(text, plan)
    assert moves == (
        Move("A1", END, "2027-06"),
        Move("A2", LEAD, "Red Team; Green Team"),
        Move("A4", DROP),
    )
    assert (written(moves), sentences) == (text, ())


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("Roads, paths", "Roads~, paths:drop"),
        ("A:1", "A~:1:drop"),
        ("50% ~ half~", "50% ~~ half~~:drop"),
        ("a~,b", "a~~~,b:drop"),
    ],
)
def test_signs_within_an_id_are_kept_apart(action, text):
    assert written([Move(action, DROP)]) == text
    assert parsed(text) == ((Move(action, DROP),), ())


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Move,
            st.text(min_size=1).map(str.strip).filter(bool),
            st.sampled_from(KINDS),
            st.text().map(str.strip),
        ),
        max_size=6,
    )
)
def test_any_text_comes_back_from_a_link(moves):
    if fits_link(moves):
        assert parsed(written(moves)) == (tuple(moves), ())


@settings(deadline=None)
@given(st.text(alphabet="A1:,~;endraltop2027-06 Team", max_size=80))
def test_whatever_stands_in_a_link_is_taken_or_left_out_with_a_sentence(text):
    plan = small_plan(*ROWS)
    moves, sentences = read_moves(text, plan)
    assert read_moves(written(moves), plan) == (moves, ())
    assert all(each.startswith("Left out of the scenario, ") for each in sentences)
    assert moved(plan, moves).scenario == moves


# --- What makes no sense of a plan


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A9:end:2027-06", "this plan has no action “A9”"),
        ("a1:end:2027-06", "this plan has no action “a1”"),
        ("A1:finish:2027-06", "“finish” is none of start, end, lead, drop"),
        ("A1:end:2027-13", "“2027-13” is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:end:2061-01", "“2061-01” is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:start:2014-12", "“2014-12” is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:end:Jun 2027", "“Jun 2027” is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:end", "a blank is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:end:٢٠٢٧-٠٦", "“٢٠٢٧-٠٦” is not a month such as 2027-06, from 2015 to 2060"),
        ("A1:end:2027-03", "that is what the plan says"),
        ("A1:start:2025-04", "that is what the plan says"),
        ("A1:lead:Red Team", "that is what the plan says"),
        ("A2:lead:Blue Team;Red Team", "that is what the plan says"),
        ("A1:end:2025-03", "A1 would end before it starts"),
        ("A1:start:2027-04", "A1 would end before it starts"),
        ("A1:lead:Nobody", "this plan has no team “Nobody”"),
        ("A1:lead:Schools", "this plan has no team “Schools”"),
        ("A1:lead:;", "a lead is a team of the plan"),
        ("A1:drop:now", "a drop takes nothing after it"),
        ("A1", "a move reads as E4:end:2027-06 does"),
        ("A1:end:2027-06:x", "a move reads as E4:end:2027-06 does"),
    ],
)
def test_a_move_without_sense_is_left_out_and_says_why(text, why, plan):
    moves, [sentence] = read_moves(f"{text},A4:drop", plan)
    assert moves == (Move("A4", DROP),)
    assert sentence == f"Left out of the scenario, “{text}”: {why}."


def test_a_move_that_makes_sense_by_itself_stays_beside_one_that_does_not(plan):
    moves, [sentence] = read_moves("A1:start:2027-04,A1:end:2026-06", plan)
    assert moves == (Move("A1", END, "2026-06"),)
    assert "“A1:start:2027-04”" in sentence


def test_an_end_printed_as_a_year_can_be_given_its_last_month():
    year = small_plan("A1 | Red Team | | Apr-25 | 2027")
    moves, sentences = read_moves("A1:end:2027-12", year)
    assert (moves, sentences) == ((Move("A1", END, "2027-12"),), ())


def test_of_two_moves_of_one_thing_the_later_counts(plan):
    moves, sentences = read_moves("A1:end:2027-06,A1:end:2027-09,A1:end:2027-09", plan)
    assert moves == (Move("A1", END, "2027-09"),)
    assert sentences == (
        "Left out of the scenario, “A1:end:2027-06”: a later move has the end again.",
        "Left out of the scenario, “A1:end:2027-09”: a later move has the same again.",
    )


def test_what_is_dropped_is_not_moved_too(plan):
    moves, sentences = read_moves("A1:end:2027-06,A1:drop", plan)
    assert moves == (Move("A1", DROP),)
    assert sentences == ("Left out of the scenario, “A1:end:2027-06”: another move drops A1.",)


def test_the_last_action_of_a_plan_stays(plan):
    moves, [sentence] = read_moves("A1:drop,A2:drop,A3:drop,A4:drop", plan)
    assert len(moves) == 3
    assert sentence == (
        "Left out of the scenario, “A4:drop”: a scenario keeps at least one action."
    )


def test_start_and_end_are_looked_at_together(plan):
    both = "A1:start:2028-06,A1:end:2029-03"
    assert read_moves(both, plan)[1] == ()
    assert written(read_moves("A1:end:2029-03,A1:start:2029-04", plan)[0]) == "A1:end:2029-03"
    assert read_moves("A1:end:2029-03,A1:start:2029-03", plan)[1] == ()


def test_what_is_too_long_or_too_much_is_not_read(plan):
    longest = "A4:drop".ljust(LONGEST_TEXT)
    assert read_moves(longest, plan) == ((Move("A4", DROP),), ())
    assert read_moves(longest + " ", plan) == (
        (),
        ("The scenario in the link is longer than 4,000 characters: left out.",),
    )
    many = ",".join(["A1:end:2027-06"] * MOST_MOVES + ["A4:drop", "A3:drop"])
    moves, sentences = read_moves(many, plan)
    assert moves == (Move("A1", END, "2027-06"),)
    assert sentences[0] == "A scenario holds at most 100 moves: 2 more left out."
    assert len(sentences) == MOST_MOVES
    assert fits_link([Move("A1", DROP)] * MOST_MOVES)
    assert not fits_link([Move("A1", DROP)] * (MOST_MOVES + 1))


def test_an_alias_of_a_team_is_taken_for_it():
    [move], sentences = read_moves("LCC.5:lead:Environment Branch", real_plan())
    assert (move.to, sentences) == ("Environment Branch", ())
    assert "Planning" in teams_of(real_plan())
    assert "Schools" not in teams_of(real_plan())


# --- The plan under moves


def test_an_end_that_is_moved_says_what_was_printed(plan):
    after = moved(plan, [Move("A1", END, "2027-06")])
    columns = ("end", "end_kind", "last", "end_published", "start_published", "row")
    assert row_of(after, "A1", *columns) == (
        month("2027-06"), "dated", 24330.0, "Jun 2027 (Mar-27 in the plan)", "Apr-25", 2,
    )  # fmt: skip
    assert same(after, plan) == ["actions", "delivery_years", "digest", "scenario"]
    assert after.delivery_years == ("2025-26", "2026-27", "2027-28")
    assert after.before is plan
    assert after.printed is plan
    assert plan.printed is plan


@pytest.mark.parametrize(
    ("action_id", "what", "kept", "said"),
    [
        ("A2", END, "last", "Mar 2028 (Ongoing in the plan)"),
        ("A2", START, "first", "Mar 2028 (Ongoing in the plan)"),
        ("A3", START, "first", "Mar 2028 (TBC in the plan)"),
        ("A3", END, "last", "Mar 2028 (not given in the plan)"),
    ],
)
def test_what_has_no_date_can_be_given_one(action_id, what, kept, said, plan):
    after = moved(plan, [Move(action_id, what, "2028-03")])
    found = row_of(after, action_id, what, f"{what}_kind", kept, f"{what}_published")
    assert found == (month("2028-03"), "dated", 24339.0, said)


def test_a_blank_end_that_is_given_is_noted_no_more(plan):
    noted = records(plan.notes, "action_id", "column", "note")
    after = records(moved(plan, [Move("A3", END, "2028-03")]).notes, "action_id", "column", "note")
    assert [note for note in noted if note not in after] == [
        ("A3", "end", "Left blank in the plan.")
    ]
    assert [note for note in after if note not in noted] == []


def test_a_note_on_a_date_past_the_printed_years_goes_with_the_date():
    plan = real_plan()
    late = "Ends in December 2031, after the last delivery year printed."
    assert late in plan.notes["note"].tolist()
    earlier = moved(plan, [Move("E4", END, "2029-03")])
    assert late not in earlier.notes["note"].tolist()
    assert len(earlier.notes) == len(plan.notes) - 1
    later = moved(plan, [Move("LCC.5", END, "2030-04")])
    assert (
        "Ends in April 2030, after the last delivery year printed."
        in later.notes[later.notes["action_id"].eq("LCC.5")]["note"].tolist()
    )
    assert later.delivery_years == plan.delivery_years


def test_a_lead_that_is_changed_leads_and_says_who_did(plan):
    after = moved(plan, [Move("A2", LEAD, "Green Team")])
    assert leads_of(after, "A2") == [(1, "Green Team", "Green Team", False)]
    assert leads_of(after, "A1") == leads_of(plan, "A1")
    assert row_of(after, "A2", "leads") == ("Green Team (Red Team; Blue Team in the plan)",)
    joint = moved(plan, [Move("A1", LEAD, "Green Team; Red Team")])
    assert leads_of(joint, "A1") == [
        (0, "Green Team", "Green Team", True),
        (0, "Red Team", "Red Team", True),
    ]
    assert joint.assignments["action"].is_monotonic_increasing


def test_an_action_that_is_dropped_is_gone_and_the_others_are_counted_anew(plan):
    after = moved(plan, [Move("A1", DROP)])
    assert after.actions["action_id"].tolist() == ["A2", "A3", "A4"]
    assert records(after.assignments, "action", "action_id", "lead") == [
        (0, "A2", "Red Team"),
        (0, "A2", "Blue Team"),
        (1, "A3", "Blue Team"),
        (2, "A4", "Green Team"),
    ]
    assert records(after.partnerships, "action", "action_id", "partner") == [(1, "A3", "Red Team")]
    assert set(after.notes["action_id"]) <= {"A2", "A3", "A4"}
    assert after.delivery_years == ("2026-27",)


def test_a_plan_is_left_alone_and_another_is_the_same_to_all_who_ask(plan):
    moves = [Move("A1", END, "2027-06"), Move("A2", LEAD, "Green Team"), Move("A4", DROP)]
    with left_alone(*(getattr(plan, name) for name in FRAMES)):
        after = moved(plan, moves)
    assert plan.scenario == ()
    assert moved(plan, tuple(moves)) is after
    assert moved(small_plan(*ROWS), moves) is not after


def test_each_scenario_has_a_fingerprint_of_its_own(plan):
    digests = {
        moved(plan, moves).digest
        for moves in ([], [Move("A1", END, "2027-06")], [Move("A1", END, "2027-07")])
    }
    assert len(digests) == 3


def test_without_moves_that_make_sense_the_plan_itself_comes_back(plan):
    assert moved(plan, ()) is plan
    assert moved(plan, [Move("A9", DROP), Move("A1", END, "soon")]) is plan


def test_moves_on_a_scenario_go_on_from_it(plan):
    once = moved(plan, [Move("A1", END, "2027-06")])
    twice = moved(once, [Move("A1", END, "2027-09"), Move("A4", DROP)])
    assert twice.scenario == (Move("A1", END, "2027-09"), Move("A4", DROP))
    assert twice is moved(plan, twice.scenario)
    assert row_of(twice, "A1", "end_published") == ("Sep 2027 (Mar-27 in the plan)",)


def test_a_later_move_stands_in_for_the_one_of_the_same_thing():
    end, later, lead = Move("A1", END, "2027-06"), Move("A1", END, "2027-09"), Move("A1", LEAD, "B")
    drop, other = Move("A1", DROP), Move("A2", DROP)
    assert with_moves((end, other), [later]) == (other, later)
    assert with_moves((end, lead, other), [drop]) == (other, drop)
    assert with_moves((drop, other), [end]) == (other, end)
    assert with_moves((end,), [lead]) == (end, lead)


NUMBERS = st.integers(month_number(month("2024-01")), month_number(month("2034-12")))
MONTHS = NUMBERS.map(lambda number: str(month_from_number(number)))
IDS = st.sampled_from(real_plan().actions["action_id"].tolist())
SOME = st.lists(
    st.one_of(
        st.builds(Move, IDS, st.sampled_from((START, END)), MONTHS),
        st.builds(Move, IDS, st.just(LEAD), st.sampled_from(teams_of(real_plan()))),
        st.builds(Move, IDS, st.just(DROP)),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=60)
@given(SOME)
def test_what_was_moved_and_moved_back_is_the_plan_itself(moves):
    plan = real_plan()
    after = moved(plan, moves)
    assert moved(after.printed, ()) is plan
    back = [
        Move(move.action, move.what, str(row_of(plan, move.action, move.what)[0]))
        for move in after.scenario
        if move.what in (START, END) and not pd.isna(row_of(plan, move.action, move.what)[0])
    ]
    rest = [move for move in after.scenario if move not in accepted_of(after, back)]
    assert moved(after, back) is moved(plan, rest)


def accepted_of(scenario, back):
    """Return the moves of a scenario that moving back undoes."""
    undone = {(move.action, move.what) for move in back}
    return [move for move in scenario.scenario if (move.action, move.what) in undone]


@settings(deadline=None, max_examples=60)
@given(SOME)
def test_only_what_is_moved_differs(moves):
    plan = real_plan()
    after = moved(plan, moves)
    kept = after.scenario
    assert kept == accepted(kept, plan)[0]
    ids = {move.action for move in kept}
    untouched = ~plan.actions["action_id"].isin(ids)
    others = after.actions[~after.actions["action_id"].isin(ids)]
    assert others.reset_index(drop=True).equals(plan.actions[untouched].reset_index(drop=True))
    dropped = {move.action for move in kept if move.what == DROP}
    assert len(after.actions) == len(plan.actions) - len(dropped)
    assert after.actions["action_id"].array[after.assignments["action"]].tolist() == (
        after.assignments["action_id"].tolist()
    )
    for move in kept:
        if move.what in (START, END):
            number = row_of(after, move.action, "first" if move.what == START else "last")[0]
            assert number == month_number(move.month)
    spans = after.actions[["first", "last"]].itertuples(index=False)
    assert not any(last < first for first, last in spans if not math.isnan(first + last))
