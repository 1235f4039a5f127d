import pytest

from netzero.analysis.neighbours import neighbours
from tests.at import plan_at, published

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-27",
    "A2 | Blue Team | Residents | Ongoing | 31/03/2027",
    "A3 | Red Team; Blue Team | Residents; Schools; Hub | Dec-26 | Mar-27",
    "A4 | Red Team | | Apr-25 | Apr-27",
    "A5 | Green Team | Hub | Apr-25 | Mar-27",
    "A6 | Red Team | TBC | Apr-25 | Ongoing",
    "A7 | Red Team | TBC | Apr-25 | TBC",
)


def test_the_same_deadline_is_one_team_and_one_month_most_teams_in_common_first():
    assert neighbours(plan_at(*ROWS), "A1").same_deadline == (
        ("A3", "Do A3", "not started", ("Red Team", "Blue Team")),
        ("A2", "Do A2", "in delivery", ("Blue Team",)),
    )


def test_the_same_partners_are_listed_most_in_common_first():
    assert neighbours(plan_at(*ROWS), "A1").same_partners == (
        ("A3", "Do A3", "not started", ("Residents", "Schools")),
        ("A2", "Do A2", "in delivery", ("Residents",)),
    )


def test_they_are_found_in_the_whole_plan_whatever_the_scope():
    narrow = plan_at(*ROWS, team=("Green Team",))
    assert neighbours(narrow, "A1") == neighbours(plan_at(*ROWS), "A1")


@pytest.mark.parametrize("action_id", ["A4", "A5", "A6", "A7"])
def test_an_action_alone_in_its_month_or_without_an_end_shares_no_deadline(action_id):
    assert neighbours(plan_at(*ROWS), action_id).same_deadline == ()


@pytest.mark.parametrize("action_id", ["A4", "A6"])
def test_an_action_that_names_no_partner_shares_none(action_id):
    assert neighbours(plan_at(*ROWS), action_id).same_partners == ()


def test_actions_without_an_end_do_not_share_a_deadline():
    at = plan_at("A1 | Red Team | | Ongoing | Ongoing", "A2 | Red Team | | Ongoing | Ongoing")
    assert neighbours(at, "A1").same_deadline == ()


def test_an_unknown_action_is_refused():
    with pytest.raises(KeyError, match="A9"):
        neighbours(plan_at(*ROWS), "A9")


def test_the_published_b4_ends_with_eight_others_of_the_carbon_reduction_team():
    found = neighbours(published(), "B4").same_deadline
    assert [each.action_id for each in found] == [
        "LCC.2", "B3", "B5", "E3", "C1", "C2", "C3", "EA1",
    ]  # fmt: skip


def test_the_published_t7_ends_with_t8_and_shares_both_its_teams():
    [found] = neighbours(published(), "T7").same_deadline
    assert (found.action_id, found.position) == ("T8", "ended")
    assert found.shared == ("Special Projects", "Transport Projects and Programmes")
