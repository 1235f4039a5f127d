"""Slides say what the data says: the message, the number, the picture's table, what is left out."""

import functools

import pytest

from netzero.analysis.briefing import TITLES, build_slide
from netzero.analysis.selection import Filters, select
from tests.builders import month, real_plan, records, small_plan

NOV = month("2026-11")


@functools.cache
def published(kind, **filters):
    shown = select(real_plan(), filters=Filters(**filters), as_at=NOV)
    return build_slide(kind, shown, as_at=NOV)


@pytest.mark.parametrize(
    ("kind", "message", "number"),
    [
        ("standing", "34 of 52 actions are live", "34"),
        ("timeline", "11 windows closed in March 2026; 5 more close in March 2027", ""),
        ("leads", "Carbon Reduction Team leads 22 of 52 actions", "22"),
        ("together", "Next, Carbon Reduction Team: 2 actions end in March 2027", "7"),
        (
            "partners",
            "District councils: named in 22 of the 37 actions with partners, by 14 teams",
            "22",
        ),
        ("next", "5 actions end and 4 start by Apr 2027", ""),
        ("load", "Carbon Reduction Team peaks at 18 live actions, in 2025-26", ""),
        ("profile", "Carbon Reduction Team peaked at 18 live actions, Apr 2025 to Mar 2026", ""),
    ],
)
def test_the_published_plan_gives_these_messages(kind, message, number):
    slide = published(kind)
    assert (slide.message, slide.number) == (message, number)


@pytest.mark.parametrize("kind", TITLES)
def test_a_slide_whose_filter_is_empty_says_so(kind):
    slide = published(kind, q="nothing holds this")
    assert slide.message == "No action passes the filters of this slide"
    assert (slide.picture, len(slide.table)) == ("nothing", 0)


@pytest.mark.parametrize("kind", TITLES)
def test_every_slide_says_how_it_is_counted(kind):
    assert any(word in published(kind).notes[-1] for word in ("count", "cluster"))


def test_parts_are_the_four_positions_of_the_plan():
    assert records(published("standing").table) == [
        ("in delivery", 11), ("ongoing", 23), ("not started", 5), ("window ended", 13),
    ]  # fmt: skip


def test_the_timeline_has_a_lane_for_each_end_month_and_position():
    lanes = records(published("timeline").table, "label", "words", "position")
    assert lanes == [
        ("May 2025", "1 action", "window ended"),
        ("Jun 2025", "1 action", "window ended"),
        ("Mar 2026", "11 actions", "window ended"),
        ("Mar 2027", "5 actions", "in delivery"),
        ("Sep 2027", "2 actions", "in delivery"),
        ("Mar 2029", "2 actions in delivery", "in delivery"),
        ("Mar 2029", "1 action not started", "not started"),
        ("Mar 2030", "1 action in delivery", "in delivery"),
        ("Mar 2030", "4 actions not started", "not started"),
        ("Dec 2031", "1 action", "in delivery"),
        ("No planned end", "23 actions", "ongoing"),
    ]


def test_a_few_actions_have_a_lane_each():
    slide = published("timeline", team=("Special Projects",))
    assert records(slide.table, "label", "position") == [
        ("T7 LEVI pilot: up to 80 on-street charge points", "window ended"),
        ("T8 FLEX-D: solar and battery charging hubs", "window ended"),
    ]


def test_what_is_not_drawn_is_counted():
    assert "(and 14 more teams not drawn)" in published("leads").counted
    assert "(and 44 more partners not drawn)" in published("partners").counted
    assert len(published("leads").table) == len(published("partners").table) == 8


def test_the_clusters_lie_before_or_after_the_month():
    table = published("together").table
    assert (table["rest"].sum(), table["value"].sum()) == (13, 8)


def test_what_ends_and_starts_next_is_named_with_its_month():
    assert records(published("next").table, "When", "What") == [
        ("Mar 2027", "LCC.1 ends"), ("Mar 2027", "LCC.5 ends"), ("Mar 2027", "T1 ends"),
        ("Mar 2027", "E5 ends"), ("Mar 2027", "R2 ends"), ("Apr 2027", "LCC.10 starts"),
        ("Apr 2027", "T9 starts"), ("Apr 2027", "E1 starts"), ("Apr 2027", "E2 starts"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", TITLES)
def test_a_plan_without_a_lead_still_makes_a_slide(kind, tmp_path):
    plan = small_plan(tmp_path, "A1 | TBC | | Apr-25 | Mar-27")
    assert build_slide(kind, select(plan, filters=Filters(), as_at=NOV), as_at=NOV).message


@pytest.mark.parametrize("kind", TITLES)
def test_a_plan_of_one_action_without_dates_still_makes_a_slide(kind, tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | | TBC | TBC", as_at="2026-11")
    plan = select(plan, filters=Filters(), as_at=NOV)
    slide = build_slide(kind, plan, as_at=NOV)
    assert slide.message
    assert "late" not in slide.message.split()
