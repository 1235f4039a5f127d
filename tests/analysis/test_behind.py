"""What a slide shows beneath a picture that would leave half of it empty."""

from dataclasses import replace

import pytest

from netzero.analysis.behind import with_few_behind
from netzero.analysis.briefing import slide
from netzero.analysis.coming import ending
from netzero.analysis.leads import leads
from netzero.analysis.slide_part import fewer_and_fewer
from tests.at import plan_at, published

FIRST, LAST = "A1 | Red Team | Schools | Apr-25 | Mar-27", "A2 | Blue Team | | Ongoing | Mar-27"


def test_one_event_stands_with_all_that_is_printed_and_with_what_else_falls_in_its_month():
    at = plan_at(FIRST, LAST, "A3 | Blue Team | | Apr-25 | Apr-27", q="A1")
    found = slide("ending", at).behind
    [action] = found.in_full
    assert action.heading == "A1 Do A1 ends in March 2027"
    assert action.text == at.plan.actions.loc[0, "action"]
    assert action.facts == {
        "Lead": "Red Team", "Partners": "Schools", "As published": "Apr-25 to Mar-27",
    }  # fmt: skip
    assert [lane.label for lane in found.lanes.lanes] == ["A1"]
    assert found.also == ("1 more action of the whole plan ends in March 2027: Do A2.",)
    assert found.told


def test_what_is_not_printed_is_said_to_be_none():
    [action] = slide("ending", plan_at("A1 | Red Team | | | Mar-27")).behind.in_full
    assert action.facts == {
        "Lead": "Red Team", "Partners": "none named", "As published": "not given to Mar-27",
    }  # fmt: skip


def test_an_action_that_starts_and_ends_stands_once():
    at = plan_at("A1 | Red Team | | Dec-26 | Mar-27")
    [action] = slide("coming", at).behind.in_full
    assert action.heading == "A1 Do A1 starts in December 2026 and ends in March 2027"


def test_bars_of_one_team_have_its_few_actions_beneath_them_and_three_teams_have_none():
    rows = [f"A{place} | Red Team | | Apr-25 | Mar-3{3 - place}" for place in range(1, 4)]
    found = slide("leads", plan_at(*rows)).behind
    assert [lane.label for lane in found.lanes.lanes] == ["A3", "A2", "A1"]
    assert (found.in_full, found.also, found.told) == ((), (), False)
    names = ("Red", "Blue", "Green")
    several = [f"{name[0]}1 | {name} Team | | Apr-25 | Mar-28" for name in names]
    assert slide("leads", plan_at(*several)).behind is None


@pytest.mark.parametrize(("number", "lanes"), [(12, [12, 1]), (13, [1, 1])])
def test_more_than_twelve_actions_are_a_lane_an_end_which_counts_them(number, lanes):
    rows = [f"A{place} | Red Team | | Apr-25 | Mar-28" for place in range(number)]
    drawn = list(fewer_and_fewer(slide("leads", plan_at(*rows)).behind.lanes))
    assert [len(each.lanes) for each in drawn] == lanes
    assert drawn[1].lanes[0].words == f"{number} actions"


def test_where_nothing_is_drawn_the_actions_in_scope_show_why_and_the_undated_are_counted():
    dated = [f"A{place} | Red Team | | Apr-25 | Mar-28" for place in range(12)]
    found = slide("starting", plan_at(*dated, "B1 | Red Team | | TBC | TBC"))
    assert found.finding == "No actions start by October 2027"
    assert len(found.behind.lanes.lanes) == 13
    assert found.behind.also == ("1 more action not drawn.",)
    ended = slide("then-and-now", plan_at("A1 | Red Team | | Apr-24 | Mar-25"))
    assert [action.heading for action in ended.behind.in_full] == ["A1 Do A1"]
    assert slide("words", plan_at(FIRST), words="One line").behind is None


def test_a_row_that_counts_nothing_has_what_is_in_scope_beneath_it():
    at = plan_at("A1 | Red Team | | Apr-24 | Mar-25")
    found = slide("teams-since", at, earlier="2026-08")
    assert (len(found.table), [each.heading for each in found.behind.in_full]) == (1, ["A1 Do A1"])


def test_lanes_are_not_drawn_twice():
    found = slide("timeline", plan_at(FIRST)).behind
    assert (len(found.lanes.lanes), len(found.in_full)) == (0, 1)


def test_nothing_but_what_stands_behind_it_is_added():
    at = published(theme=("Transport",))
    before, after = ending(at), with_few_behind(at, ending(at))
    assert vars(replace(after, behind=None))["finding"] == before.finding
    assert with_few_behind(published(), leads(published())).behind is None
    assert after.behind.also[0].startswith("4 more actions of the whole plan end in March 2027: ")
