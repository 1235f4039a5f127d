"""One team's sheet: what ends in its months, who else asks its partners, who else leads."""

import pytest

from netzero.analysis.team_sheet import same_months, shared_leads, shared_partners, team_lanes
from tests.at import plan_at, published
from tests.builders import month

GROWTH = "Growth Service"
# As at Nov 2026, seen by Red: its own deadlines now, before, later and joint, and those of others.
ROWS = (
    "A1 | Red Team | Shire; Parish | Apr-25 | Nov-26",
    "A2 | Red Team | Shire | Apr-25 | Oct-26",
    "A3 | Red Team; Blue Team | Parish | Apr-25 | Mar-27",
    "A4 | Blue Team | Shire | Apr-25 | Nov-26",
    "A5 | Green Team | Shire | Apr-25 | Oct-26",
    "A6 | Green Team | Parish | Apr-27 | Ongoing",
    "A7 | Blue Team | Shire | Ongoing | Mar-27",
)
RED = {"team": ("Red Team",)}


def test_only_months_ahead_stand_there_and_a_joint_action_is_ours():
    found = same_months(plan_at(*ROWS, **RED))
    assert found.table.rows == (
        (month("2026-11"), ("A1 Do A1",), ("A4 (Blue Team)",)),
        (month("2027-03"), ("A3 Do A3",), ("A7 (Blue Team)",)),
    )
    assert found.finding == "Red Team: 1 deadline in November 2026, 1 of others"
    assert found.counted == "Deadlines ahead: 2; 2 of other teams in the same months, whole plan"
    assert found.spot(("Mar 2027",)).action_ids == ("A3", "A7")


def test_another_filter_narrows_what_is_ours_and_not_whom_we_meet():
    found = same_months(plan_at(*ROWS, **RED, partner=("Parish",)))
    assert [row[1:] for row in found.table.rows] == [
        (("A1 Do A1",), ("A4 (Blue Team)",)),
        (("A3 Do A3",), ("A7 (Blue Team)",)),
    ]


def test_a_partner_is_asked_by_other_teams_with_live_work_alone():
    found = shared_partners(plan_at(*ROWS, **RED))
    # Green asked Shire until October and asks Parish from April; A2 has ended.
    assert found.table.columns[3:] == ("2026-27", "2027-28")
    assert found.table.rows == (
        ("Shire", 1, ("Blue Team",), 3, 0),
        ("Parish", 2, ("Blue Team",), 2, 1),
    )
    assert found.finding == "Red Team: others ask both partners"
    cells = [(cell.row, cell.column, cell.value, cell.mine) for cell in found.picture.cells]
    assert cells == [
        (0, 0, 3, True), (1, 0, 2, True), (1, 1, 1, False)
    ]  # fmt: skip
    later = shared_partners(plan_at(*ROWS, as_at="2027-04", **RED))
    assert (later.table.rows, later.finding) == ((), "Red Team asks no partner")


def test_partners_that_nobody_else_asks_are_said_so():
    found = shared_partners(plan_at("A1 | Red Team | Shire | Apr-25 | Nov-26", **RED))
    assert found.finding == "Red Team: no partner is asked by others"


def test_a_shared_action_counts_once_and_stands_under_each_other_lead():
    rows = ("A1 | Red Team; Blue Team; Green Team | | Apr-25 | Mar-27", *ROWS[1:3])
    found = shared_leads(plan_at(*rows, **RED))
    assert found.table.rows == (
        ("Blue Team", 2, ("A1", "A3"), ("A1 Do A1", "A3 Do A3")),
        ("Green Team", 1, ("A1",), ("A1 Do A1",)),
    )
    assert found.finding == "Red Team shares both actions with 2 teams"
    assert found.counted == "Of 2 actions that have not ended, those with another lead team"
    assert found.spot(("Green Team",)).team == "Green Team"


def test_lanes_are_what_has_not_ended_by_deadline_over_what_is_live_by_month():
    rows = (*ROWS[:3], "A8 | Red Team; Blue Team; Green Team | | Ongoing | Ongoing")
    found = team_lanes(plan_at(*rows, **RED))
    assert [(lane.label, lane.leads) for lane in found.picture.lanes] == [
        ("A1", ("alone",)), ("A3", ("with Blue Team",)), ("A8", ("with 2 others",))
    ]  # fmt: skip
    assert found.finding == "Red Team: 3 live, 2 from December 2026"
    assert (
        found.counted == "3 actions by deadline, and how many are live by month; 1 more has ended"
    )
    load = found.picture.load
    layers = [series.values for series in load.series]
    held = dict(zip(load.months, zip(*layers, strict=True), strict=True))
    assert len(held) == 24
    assert [held[month(name)] for name in ("2026-10", "2026-11", "2026-12")] == [
        (1, 3), (1, 2), (1, 1)
    ]  # fmt: skip
    assert found.spot(("Nov 2026",)).action_ids == ("A1", "A3", "A8")


@pytest.mark.parametrize(
    ("question", "finding"),
    [
        (team_lanes, f"{GROWTH}: 3 live, 4 from April 2027"),
        (same_months, f"{GROWTH}: 1 deadline in March 2027, 4 of others"),
        (shared_partners, f"{GROWTH}: others ask 5 of 10 partners"),
        (shared_leads, f"{GROWTH} shares 1 of 5 actions with 1 team"),
    ],
)
def test_the_published_sheet_of_a_team_in_november_2026(question, finding):
    assert question(published(team=(GROWTH,))).finding == finding


@pytest.mark.parametrize(
    ("question", "finding"),
    [
        (team_lanes, "Red Team: nothing live; 1 has ended"),
        (same_months, "Red Team: no deadline lies ahead"),
        (shared_partners, "Red Team asks no partner"),
        (shared_leads, "Red Team shares no action"),
    ],
)
def test_a_team_whose_work_has_ended_shares_nothing(question, finding):
    found = question(plan_at("A1 | Red Team; Blue Team | Shire | Apr-25 | Oct-26", **RED))
    assert (found.finding, found.table.rows) == (finding, ())
