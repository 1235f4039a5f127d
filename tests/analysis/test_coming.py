import pytest

from netzero.analysis.coming import coming, ending, starting
from tests.at import plan_at, published

ROWS = (
    "A1 | Red Team; Blue Team | | Apr-25 | Nov-26",
    "A2 | Red Team | | Apr-27 | Mar-28",
    "A3 | Red Team | | May-27 | Ongoing",
    "A4 | Blue Team | | Ongoing | Oct-26",
    "A5 | Blue Team | | TBC | Apr-27",
)


def test_this_month_is_the_first_of_six_and_the_month_before_and_the_seventh_are_left_out():
    found = coming(plan_at(*ROWS))
    assert [row[1:3] for row in found.table.rows] == [
        ("ends", "A1"), ("ends", "A5"), ("starts", "A2"),
    ]  # fmt: skip
    assert found.finding == "2 actions end and 1 starts by April 2027"
    assert found.counted.startswith("Planned ends and starts, Nov 2026 to Apr 2027, of 5 actions")


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (ROWS[0], "1 action ends and none starts by April 2027"),
        (ROWS[1], "No actions end and 1 starts by April 2027"),
        (ROWS[2], "Nothing ends or starts by April 2027"),
    ],
)
def test_one_and_none_are_said_as_such(row, finding):
    assert coming(plan_at(row)).finding == finding


@pytest.mark.parametrize(
    ("as_at", "finding"),
    [
        ("2027-03", "No actions end and 1 starts by August 2027"),
        ("2027-04", "Nothing ends or starts by September 2027"),  # it is live from its first day
    ],
)
def test_what_starts_in_the_month_is_live_already(as_at, finding):
    assert coming(plan_at(ROWS[1], as_at=as_at)).finding == finding


def test_the_next_published_ends_and_starts():
    found = coming(published())
    assert found.finding == "5 actions end and 4 start by April 2027"
    assert [row[2] for row in found.table.rows] == [
        "LCC.1", "LCC.5", "T1", "E5", "R2", "LCC.10", "T9", "E1", "E2",
    ]  # fmt: skip
    assert ending(published()).finding == "7 actions end by October 2027"
    assert ending(published(), months=0).finding == "16 actions end by December 2031"
    assert starting(published()).finding == "4 actions start by October 2027"


def test_what_ends_and_what_starts_stand_apart_too():
    at = plan_at(*ROWS)
    assert [row[2] for row in starting(at).table.rows] == ["A2", "A3"]
    assert [row[2] for row in ending(at, months=0).table.rows] == ["A1", "A5", "A2"]
    none = plan_at(ROWS[3], as_at="2027-01")
    assert ending(none, months=0).finding == "No actions end by December 2027"
    assert starting(none).finding == "No actions start by December 2027"


def test_a_row_leads_to_its_action():
    found = coming(plan_at(*ROWS))
    assert found.spot(("A2", "starts")).action_ids == ("A2",)
    assert found.spot(("A2", "starts")).words == "A2 Do A2 starts in April 2027"
