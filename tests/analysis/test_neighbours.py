import pytest

from netzero.analysis.neighbours import neighbours
from tests.builders import left_alone, real_plan, records, small_plan

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26",
    "A2 | Blue Team | Residents | Ongoing | 31/03/2026",
    "A3 | Red Team; Blue Team | Residents; Schools; Hub | Apr-25 | Mar-26",
    "A4 | Red Team | | Apr-25 | Apr-26",
    "A5 | Green Team | Hub | Apr-25 | Mar-26",
    "A6 | Red Team | TBC | Apr-25 | Ongoing",
)


def near(folder, action_id):
    return neighbours(small_plan(folder, *ROWS), action_id=action_id)


def test_the_same_deadline_is_one_team_and_one_month_most_teams_in_common_first(tmp_path):
    assert records(near(tmp_path, "A1").same_deadline) == [
        ("A3", "Do A3", ("Red Team", "Blue Team")),
        ("A2", "Do A2", ("Blue Team",)),
    ]


def test_the_same_partners_are_listed_most_in_common_first(tmp_path):
    assert records(near(tmp_path, "A1").same_partners) == [
        ("A3", "Do A3", ("Residents", "Schools")),
        ("A2", "Do A2", ("Residents",)),
    ]


@pytest.mark.parametrize("action_id", ["A4", "A5", "A6"])
def test_an_action_alone_in_its_month_or_without_an_end_shares_no_deadline(tmp_path, action_id):
    assert near(tmp_path, action_id).same_deadline.empty


@pytest.mark.parametrize("action_id", ["A4", "A6"])
def test_an_action_that_names_no_partner_shares_none(tmp_path, action_id):
    assert near(tmp_path, action_id).same_partners.empty


def test_actions_without_an_end_do_not_share_a_deadline(tmp_path):
    plan = small_plan(
        tmp_path, "A1 | Red Team | | Ongoing | Ongoing", "A2 | Red Team | | Ongoing | TBC"
    )
    assert neighbours(plan, action_id="A1").same_deadline.empty
    assert neighbours(plan, action_id="A2").same_deadline.empty


def test_neighbours_leave_the_plan_alone():
    plan = real_plan()
    with left_alone(plan.actions, plan.assignments, plan.partnerships):
        neighbours(plan, action_id="B4")


def test_the_published_b4_ends_with_eight_others_of_the_carbon_reduction_team():
    found = neighbours(real_plan(), action_id="B4").same_deadline
    assert found["action_id"].tolist() == [
        "LCC.2", "B3", "B5", "E3", "C1", "C2", "C3", "EA1",
    ]  # fmt: skip


def test_the_published_t7_ends_with_t8_and_shares_both_its_teams():
    assert records(
        neighbours(real_plan(), action_id="T7").same_deadline, "action_id", "shared"
    ) == [("T8", ("Special Projects", "Transport Projects and Programmes"))]
