"""What differs between two editions, each kind at its bounds, and words that say it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.changes import KINDS, changes, counts_of, doubtful, taken_and_put
from netzero.plan.months import month_from_number
from netzero.plan.moving import Move, moved
from netzero.plan.reading import read_plan
from tests.builders import left_alone, plan_files, real_plan
from tests.editions import edition

LONG = "Replace the diesel vans of the fleet with electric ones"


def told(before, after):
    return [(change.kind, change.what, change.words) for change in changes(before, after)]


def dates(start, end):
    return edition(f"A1 | Red Team | | {start} | {end}")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("Apr-25", "Mar-27"), ("Apr-25", "Mar-27"), []),
        (("Apr-25", "Mar-27"), ("2025-04", "31/03/2027"), []),  # the same months, spelled anew
        (("Apr-25", "Mar-27"), ("Apr-25", "Apr-27"),
         [("moved later", "end", "end Mar 2027 to Apr 2027, 1 month later")]),
        (("Apr-25", "Mar-27"), ("Apr-25", "Sep-26"),
         [("moved earlier", "end", "end Mar 2027 to Sep 2026, 6 months earlier")]),
        (("Apr-25", "Mar-27"), ("Apr-26", "Mar-28"),
         [("moved later", "start", "start Apr 2025 to Apr 2026, 12 months later"),
          ("moved later", "end", "end Mar 2027 to Mar 2028, 12 months later")]),
        (("Apr-25", "Mar-27"), ("Apr-25", "Ongoing"),
         [("ongoing now", "end", "end is Ongoing now, Mar 2027 before")]),
        (("Apr-25", "Ongoing"), ("Apr-25", "Mar-27"),
         [("no longer ongoing", "end", "end is Mar 2027 now, Ongoing before")]),
        (("Ongoing", "Mar-27"), ("Apr-25", "Mar-27"),
         [("no longer ongoing", "start", "start is Apr 2025 now, Ongoing before")]),
        (("Apr-25", "TBC"), ("Apr-25", "Mar-27"),
         [("date given", "end", "end is Mar 2027 now, TBC before")]),
        (("Apr-25", "Mar-27"), ("Apr-25", ""),
         [("date gone", "end", "end is not given now, Mar 2027 before")]),
        (("Apr-25", "TBC"), ("Apr-25", ""),
         [("stated otherwise", "end", "end TBC to not given")]),
    ],
)  # fmt: skip
def test_dates(before, after, expected):
    assert told(dates(*before), dates(*after)) == expected


def test_a_date_within_what_was_printed_is_sharpened_and_not_moved():
    year, month = dates("Apr-25", "2027"), dates("Apr-25", "Mar-27")
    assert told(year, month) == [
        ("sharpened", "end", "end 2027 to Mar 2027, sharpened and not moved")
    ]
    assert told(month, year) == [
        ("less exact", "end", "end Mar 2027 to 2027, less exact and not moved")
    ]
    assert told(year, year) == []


def test_a_date_outside_what_was_printed_is_moved_by_its_last_month():
    year, later = dates("Apr-25", "2027"), dates("Apr-25", "Mar-28")
    assert told(year, later) == [("moved later", "end", "end 2027 to Mar 2028, 3 months later")]


def test_actions_of_one_edition_alone():
    before = edition("A1 | Red Team | | Apr-25 | Mar-27", "A2 | Red Team | | Apr-25 | Mar-28")
    after = edition("A1 | Red Team | | Apr-25 | Mar-27", "A3 | Red Team | | Apr-25 | Ongoing")
    assert told(before, after) == [
        ("added", "action", "new; its end is Ongoing"),
        ("dropped", "action", "dropped; its end was Mar 2028"),
    ]


def test_names():
    before = edition("A1 | Red Team; Blue Team | Schools; Police | Apr-25 | Mar-27")
    after = edition("A1 | Green Team; Red Team | Police; Farms | Apr-25 | Mar-27")
    assert told(before, after) == [
        ("lead added", "lead", "Green Team leads now"),
        ("lead gone", "lead", "Blue Team leads no more"),
        ("partner added", "partner", "Farms is a partner now"),
        ("partner gone", "partner", "Schools is a partner no more"),
    ]


def test_names_in_another_order_are_the_same():
    before = edition("A1 | Red Team; Blue Team | Schools; Police | Apr-25 | Mar-27")
    after = edition("A1 | Blue Team; Red Team | Police; Schools | Apr-25 | Mar-27")
    assert told(before, after) == []


def test_names_are_the_same_where_a_reviewed_list_reads_them_so():
    """The first edition has a list, by which "Roads Rail" is two teams; the second has none."""
    row = "A1 | {} | DfT | Apr-25 | Mar-27"
    first = plan_files(row.format("Roads; Rail"))
    listed = first.organisations.replace(b"DfT,public,", b"Department for Transport,public,DfT")
    before = read_plan(replace(first, organisations=listed))
    assert told(before, edition(row.format("Roads Rail"))) == []
    assert told(edition(row.format("Roads Rail")), before) == []
    assert told(before, edition(row.format("Roads Trams"))) == [
        ("lead added", "lead", "Roads Trams leads now"),
        ("lead gone", "lead", "Roads leads no more"),
        ("lead gone", "lead", "Rail leads no more"),
    ]


def test_words_are_compared_one_by_one():
    row = "A1 | Red Team | | Apr-25 | Mar-27"
    before = edition(row, A1=LONG)
    after = edition(row, A1=f"{LONG.replace('diesel', 'petrol')} soon")
    [change] = changes(before, after)
    assert (change.kind, change.before, change.after) == ("reworded", "diesel", "petrol … soon")
    assert change.words == "reworded, taken out “diesel” and put in “petrol … soon”"


def test_only_what_was_put_in_is_said_where_nothing_was_taken_out():
    row = "A1 | Red Team | | Apr-25 | Mar-27"
    [change] = changes(edition(row, A1=LONG), edition(row, A1=f"{LONG} soon"))
    assert change.words == "reworded, put in “soon”"


def test_another_space_between_words_is_no_change():
    row = "A1 | Red Team | | Apr-25 | Mar-27"
    assert told(edition(row, A1=LONG), edition(row, A1=LONG.replace(" ", "  "))) == []


def test_themes_ids_and_tables():
    before = edition(
        "A1 | Red Team | | Apr-25 | Mar-27 | Energy | One", "B1 | Red Team | | | | Energy | Two",
        A1=LONG, B1="Plant trees",
    )  # fmt: skip
    after = edition(
        "A9 | Red Team | | Apr-25 | Mar-27 | Transport | Two", "B1 | Red Team | | | | Energy | Two",
        A9=LONG, B1="Plant trees",
    )  # fmt: skip
    assert told(before, after) == [
        ("re-themed", "theme", "theme “Energy” to “Transport”"),
        ("renumbered", "id", "id A1 to A9"),
        ("in another table", "table", "from “One” to “Two”"),
    ]


def test_a_doubtful_match_is_said():
    row = "A1 | Red Team | | Apr-25 | Mar-27"
    before, after = edition(row, A1=LONG), edition(row, A1="Plant trees along every road")
    [change] = changes(before, after)
    assert change.sentence.endswith("Matched by id, 0 of 100 alike: doubtful.")
    assert [pair.likeness for pair in doubtful(before, after)] == [0]


def test_every_kind_is_counted_also_where_there_is_none():
    counted = counts_of(changes(dates("Apr-25", "Mar-27"), dates("Apr-25", "Mar-28")))
    assert tuple(counted) == KINDS
    assert [kind for kind, number in counted.items() if number] == ["moved later"]


def test_an_edition_against_itself_and_the_editions_left_alone():
    plan = real_plan()
    with left_alone(plan.actions, plan.assignments, plan.partnerships):
        assert changes(plan, plan) == ()


def test_what_is_taken_out_and_put_in():
    assert taken_and_put(["a", "b"], ["a", "b"]) == ("", "")
    assert taken_and_put(["a", "b", "c"], ["x", "b", "y"]) == ("a … c", "x … y")


# --- A scenario's moves come back as its changes

IDS = real_plan().actions["action_id"].tolist()
TEAMS = sorted(set(real_plan().assignments["lead"]))
MONTHS = st.integers(2025 * 12 + 1, 2032 * 12).map(lambda n: str(month_from_number(n)))
MOVES = st.one_of(
    st.builds(Move, st.sampled_from(IDS), st.sampled_from(["start", "end"]), MONTHS),
    st.builds(Move, st.sampled_from(IDS), st.just("lead"), st.sampled_from(TEAMS)),
    st.builds(Move, st.sampled_from(IDS), st.just("drop")),
)


def leads_of(plan, action_id):
    named = plan.assignments
    return set(named.loc[named["action_id"].eq(action_id), "lead"])


def moves_in(plan, found):
    """Return what changes say as the moves that make them."""
    led, moves = {}, set()
    for change in found:
        if change.kind == "dropped":
            moves.add(Move(change.action_id, "drop"))
        elif change.what == "lead":
            names = led.setdefault(change.action_id, leads_of(plan, change.action_id))
            names ^= {change.before or change.after}
        else:
            moves.add(Move(change.action_id, change.what, change.code_after))
    return moves, led


@settings(deadline=None, max_examples=60)
@given(st.lists(MOVES, max_size=8))
def test_the_changes_of_a_scenario_are_its_moves(wanted):
    plan = real_plan()
    scenario = moved(plan, wanted)
    kept = scenario.scenario
    moves, led = moves_in(plan, changes(plan, scenario))
    assert moves == {move for move in kept if move.what != "lead"}
    assert led == {move.action: set(move.leads) for move in kept if move.what == "lead"}
