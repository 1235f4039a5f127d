"""What of the bench can be wrong without a clock: its plans, its statistics, its tables."""

import math

import pytest

from netzero.plan import read_plan
from tools.bench.plans import made_plan
from tools.bench.samples import median, number, percentile
from tools.bench.table import goal_at_most, markdown, put_between_markers, write_between_markers


def test_a_made_plan_is_read_whole_and_holds_every_kind_of_cell():
    plan = read_plan(made_plan(2_000))
    assert len(plan.actions) == 2_000
    kinds = {"dated", "ongoing", "to be confirmed", "not given"}
    assert set(plan.actions["start_kind"]) == set(plan.actions["end_kind"]) == kinds
    assert set(plan.actions["partners_kind"]) == {"named", "to be confirmed", "not given"}
    assert set(plan.assignments["joint"]) == {True, False}
    assert plan.assignments["lead"].nunique() == 25  # every council team of the published list
    assert plan.delivery_years == ("2025-26", "2026-27", "2027-28", "2028-29", "2029-30")


@pytest.mark.parametrize("count", [1, 52])
def test_a_made_plan_has_as_many_actions_as_asked(count):
    assert len(read_plan(made_plan(count)).actions) == count


def test_the_same_seed_makes_the_same_plan_and_another_one_another():
    assert made_plan(60).digest == made_plan(60).digest
    assert made_plan(60, seed=1).digest != made_plan(60).digest


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([7], 0.95, 7),
        ([2, 1], 0.5, 1),
        ([2, 1], 0.51, 2),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 21)), 0.95, 19),
        ([3, 1, 2], 1, 3),
        ([3, 1, 2], 0, 1),
    ],
)
def test_a_percentile_is_a_value_that_was_measured(values, share, expected):
    assert percentile(values, share) == expected


def test_of_nothing_there_is_neither_a_middle_nor_a_share_and_a_cell_shows_a_dash():
    assert math.isnan(median([]))
    assert math.isnan(percentile([], 0.95))
    assert number(math.nan) == "–"


@pytest.mark.parametrize(
    ("found", "met", "words"),
    [
        ({"A": 1.0, "B": 0.5}, True, "1.00 s (A)"),
        ({"A": 0.2, "B": 1.01}, False, "1.01 s (B)"),
        ({"A": math.nan, "B": 9.0}, False, "nan s (A)"),
    ],
)
def test_a_goal_is_held_against_the_worst_and_never_met_by_what_was_not_measured(found, met, words):
    goal = goal_at_most("p95", 1, found, unit=" s")
    assert (goal.met, goal.found) == (met, words)


def test_a_table_has_words_first_and_numbers_after():
    rows = [("a", "1"), ("b", "2")]
    assert markdown(("page", "s"), rows) == "| page | s |\n| --- | --: |\n| a | 1 |\n| b | 2 |"


def test_what_is_written_takes_the_place_of_what_stood_there_and_the_prose_stays(tmp_path):
    document = tmp_path / "speed.md"
    document.write_text(
        "Before.\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nAfter – all.\n", "utf-8"
    )
    for text in ("first \\1", "second \\1\n"):
        write_between_markers(document, text)
    assert document.read_text("utf-8") == (
        "Before.\n\n<!-- bench -->\n\nsecond \\1\n\n<!-- /bench -->\n\nAfter – all.\n"
    )


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<!-- bench -->",
        "<!-- /bench --> <!-- bench -->",
        "<!-- bench --><!-- bench --><!-- /bench -->",
    ],
)
def test_a_document_without_its_two_markers_is_refused(document):
    with pytest.raises(ValueError, match="<!-- bench -->"):
        put_between_markers(document, "text")
