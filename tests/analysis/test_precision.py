"""Dates that name no month: drawn as all that they may mean, counted at an edge, never hidden."""

import pytest

from netzero.analysis.actions import every_action
from netzero.analysis.coming import coming
from netzero.analysis.deadlines import deadline_grid, deadline_months
from netzero.analysis.load import load
from netzero.analysis.team_sheet import same_months
from netzero.analysis.timeline import THIN_RULE, delivery_years, folded, timeline
from netzero.analysis.together import together
from netzero.analysis.workload import profile
from tests.at import plan_at, published
from tests.builders import month

ROWS = (
    "A1 | Red Team | | Apr-25 | 2027",
    "A2 | Red Team | | 2026/27 | Summer 2028",
    "A3 | Blue Team | | Apr-26 | Dec-27",
    "A4 | Blue Team | | Ongoing | 15/03/2027",
    "A5 | Blue Team | | 2027 | 2027",
)
ENDS = "; 3 ends are printed without a month: they count to the last month they may mean"
ONE_END = "; 1 end is printed without a month: it counts to the last month it may mean"


def lanes_by_label(at):
    return {lane.label: lane for lane in timeline(at).picture.lanes}


def sections(lane):
    return [(f"{a:%Y-%m-%d}", f"{b:%Y-%m-%d}", surely) for a, b, surely in lane.sections]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("A1", [("2025-04-01", "2027-01-01", True), ("2027-01-01", "2028-01-01", False)]),
        (
            "A2",
            [
                ("2026-04-01", "2027-03-01", False),
                ("2027-03-01", "2028-06-01", True),
                ("2028-06-01", "2028-09-01", False),
            ],
        ),
        ("A3", [("2026-04-01", "2028-01-01", True)]),
        ("A5", [("2027-01-01", "2028-01-01", False)]),
    ],
)
def test_a_bar_is_unsure_over_all_that_its_dates_may_mean(label, expected):
    assert sections(lanes_by_label(plan_at(*ROWS))[label]) == expected


def test_a_bar_says_its_end_as_it_is_printed():
    lanes = lanes_by_label(plan_at(*ROWS))
    assert {label: lane.said for label, lane in lanes.items()} == {
        "A1": "2027", "A2": "Summer 2028", "A3": "Dec 2027", "A4": "15 Mar 2027", "A5": "2027",
    }  # fmt: skip


def test_bars_that_are_folded_keep_a_year_apart_from_its_last_month():
    labels = [lane.label for lane in folded(timeline(plan_at(*ROWS)).picture).lanes]
    assert labels == ["15 Mar 2027", "2027", "Dec 2027", "2027", "Summer 2028"]


def test_the_rule_says_why_bars_are_thin_where_any_are_alone():
    assert timeline(plan_at(*ROWS)).rule.endswith(THIN_RULE)
    assert THIN_RULE not in timeline(plan_at(ROWS[2])).rule
    assert THIN_RULE not in timeline(published()).rule


def test_a_deadline_counts_in_the_last_month_with_what_is_printed_beside_it():
    found = deadline_months(plan_at(*ROWS))
    rows = {row[1]: row[3] for row in found.table.rows}
    assert rows[month("2027-12")] == ("A1 Do A1 (2027)", "A3 Do A3", "A5 Do A5 (2027)")
    assert rows[month("2028-08")] == ("A2 Do A2 (Summer 2028)",)
    assert rows[month("2027-03")] == ("A4 Do A4",)
    assert found.counted.endswith(ENDS)
    assert "December 2027: Do A1 (2027); Do A3; Do A5 (2027)." in found.notes


def test_what_ends_next_ends_by_a_month_where_it_names_none():
    finding = deadline_months(plan_at(ROWS[0])).finding
    assert finding == "1 action ends next, by December 2027"
    assert deadline_months(plan_at(ROWS[2])).finding == "1 action ends next, in December 2027"


@pytest.mark.parametrize("question", [deadline_grid, together, load, timeline])
def test_whatever_counts_such_an_end_says_so(question):
    assert "printed without a month" in question(plan_at(*ROWS)).counted
    assert "without a month" not in question(published()).counted


def test_a_team_says_it_of_its_own():
    assert ONE_END in profile(plan_at(*ROWS[:1]), team="Red Team").counted
    months = same_months(plan_at(*ROWS, team=("Red Team",)))
    _, own, others = months.table.rows[0]
    assert (own, others) == (("A1 Do A1 (2027)",), ("A3 (Blue Team)", "A5 (Blue Team) (2027)"))


def test_lists_say_the_date_and_never_a_month_that_is_not_printed():
    found = coming(plan_at(*ROWS))
    assert [row[:3] for row in found.table.rows] == [
        ("2027", "starts", "A5"), ("15 Mar 2027", "ends", "A4"),
    ]  # fmt: skip
    assert found.picture.row_spots[0].words == "A5 Do A5 starts in 2027"
    assert found.picture.row_spots[1].words == "A4 Do A4 ends on 15 Mar 2027"
    assert found.notes[0] == "2027: Do A5 starts, led by Blue Team."
    cells = every_action(plan_at(*ROWS)).table
    assert cells.of("Start month", "End month").rows[0] == (month("2025-04"), "2027")
    years = delivery_years(plan_at(*ROWS)).table
    assert years.of("2027-28").rows[0] == ("live, ends 2027",)
