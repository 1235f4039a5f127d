"""What of the benchmark can be wrong without a clock: its plans, its statistics, its table."""

import pytest

from netzero.plan import PlanFiles, read_plan
from tools.bench.plans import PARTNERS, TEAMS, write_plan
from tools.bench.report import Row, percentile, table, write_into


def test_a_made_plan_is_one_that_the_reader_accepts_and_always_the_same(tmp_path):
    plan = read_plan(PlanFiles.of(write_plan(tmp_path / "a", actions=2_000)))
    assert len(plan.actions) == 2_000
    assert plan.assignments["lead"].nunique() == TEAMS
    assert plan.partnerships["partner"].nunique() == PARTNERS
    assert set(plan.actions["end_kind"]) == {"dated", "ongoing"}
    again = write_plan(tmp_path / "b", actions=2_000)
    assert PlanFiles.of(again).digest == PlanFiles.of(tmp_path / "a").digest


@pytest.mark.parametrize(
    ("values", "share", "value"),
    [([1.0, 2.0, 3.0], 50, 2.0), ([5.0], 95, 5.0), ([float(n) for n in range(101)], 95, 95.0)],
)
def test_a_percentile_is_what_so_many_do_not_exceed(values, share, value):
    assert percentile(values, share) == pytest.approx(value)


def test_a_row_says_whether_a_goal_is_met_and_nothing_where_there_is_none():
    rows = (Row("a", "b", "c", "1 s", "2 s", True), Row("a", "b", "c", "3 s"))
    assert table(rows).splitlines()[2:] == [
        "| a | b | c | 1 s | 2 s | yes |",
        "| a | b | c | 3 s |  |  |",
    ]


def test_the_table_takes_the_place_of_the_one_before_and_the_prose_stays(tmp_path):
    document = tmp_path / "speed.md"
    document.write_text("Before.\n<!-- bench -->\nold \\1\n<!-- /bench -->\nAfter.\n")
    write_into(document, "new \\1")
    assert document.read_text() == ("Before.\n<!-- bench -->\nnew \\1\n<!-- /bench -->\nAfter.\n")
    document.write_text("No place.")
    with pytest.raises(ValueError, match="no place for the table"):
        write_into(document, "new")
