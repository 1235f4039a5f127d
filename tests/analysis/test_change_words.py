"""Whatever changed, its sentences keep the rules: short, singular and plural, no banned word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.change_list import ON_SCREEN, ON_SLIDE, what_changed
from netzero.analysis.changes import changes
from netzero.analysis.ghosts import ghosts
from netzero.analysis.live_changes import live_changes, team_changes
from netzero.analysis.set_changes import set_changes
from netzero.plan.months import month_from_number
from netzero.plan.moving import Move, moved
from tests.builders import real_plan, small_plan
from tests.editions import against, at
from tests.recount.style import faults_of, faults_of_finding

QUESTIONS = (what_changed, ghosts, live_changes, team_changes, set_changes)
IDS = real_plan().actions["action_id"].tolist()
TEAMS = sorted(set(real_plan().assignments["lead"]))
MONTHS = st.integers(2026 * 12 + 1, 2031 * 12).map(lambda n: str(month_from_number(n)))
MOVES = st.one_of(
    st.builds(Move, st.sampled_from(IDS), st.sampled_from(["start", "end"]), MONTHS),
    st.builds(Move, st.sampled_from(IDS), st.just("lead"), st.sampled_from(TEAMS)),
    st.builds(Move, st.sampled_from(IDS), st.just("drop")),
)
DATES = st.sampled_from(["Apr-25", "Mar-27", "Apr-27", "Mar-28", "Ongoing", "TBC", ""])
STARTS, ENDS = st.sampled_from(["Apr-25", "Ongoing", "TBC", ""]), DATES
NAMES = st.sampled_from(["Red Team", "Blue Team", "Red Team; Blue Team"])
ROWS = st.lists(st.tuples(NAMES, STARTS, ENDS), min_size=1, max_size=4)


def edition_of(rows):
    cells = (f"{lead} | | {start} | {end}" for lead, start, end in rows)
    return small_plan(*(f"A{place} | {own}" for place, own in enumerate(cells)))


def faults(found):
    yield from faults_of_finding(found.finding, words=ON_SCREEN)
    yield from faults_of(found.counted)
    yield from faults_of(found.rule)


@settings(deadline=None, max_examples=15)
@given(st.lists(MOVES, max_size=6), st.sampled_from(["2026-01", "2026-11", "2029-06"]))
def test_of_a_scenario(wanted, as_at):
    plan = at(moved(real_plan(), [Move("T9", "end", "2031-03"), *wanted]), as_at)
    assert [fault for question in QUESTIONS for fault in faults(question(plan))] == []


@settings(deadline=None, max_examples=25)
@given(ROWS, ROWS)
def test_of_two_editions(before, after):
    then, now = (
        small_plan(
            *(f"A{n} | {lead} | | {start} | {end}" for n, (lead, start, end) in enumerate(rows))
        )
        for rows in (before, after)
    )
    for question in QUESTIONS:
        found = question(at(now), against=against(then))
        assert list(faults(found)) == []
        assert len({spot.names for spot in found.picture.spots()}) == len(
            list(found.picture.spots())
        )
    for change in changes(then, now):
        assert faults_of(change.sentence) == ()


@pytest.mark.parametrize("wanted", [[], [Move("R2", "drop")]])
def test_a_slide_has_ten_words_at_most(wanted):
    moves = [Move("T9", "end", "2031-03"), Move("LCC.5", "end", "2027-09"), *wanted]
    found = what_changed(at(moved(real_plan(), moves)), most=ON_SLIDE)
    assert list(faults_of_finding(found.finding, words=ON_SLIDE)) == []
