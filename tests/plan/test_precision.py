"""What starts and ends say, at the precision at which they were printed."""

from netzero.plan.intake.edition import read_edition
from netzero.plan.intake.writing import plan_files
from netzero.plan.moving import Move, moved
from netzero.plan.precision import Stated, stated
from netzero.plan.reading import read_plan
from tests.builders import small_plan

MARCH = 2027 * 12 + 3


def test_what_a_plan_file_says():
    plan = small_plan("A1 | Red Team | | Ongoing | Mar-27", "A2 | Red Team | | TBC |")
    assert stated(plan, "start") == [
        Stated("ongoing", 0, 0, "Ongoing", "ongoing"),
        Stated("to be confirmed", 0, 0, "TBC", "to be confirmed"),
    ]
    assert stated(plan, "end") == [
        Stated("dated", MARCH, MARCH, "Mar 2027", "2027-03"),
        Stated("not given", 0, 0, "not given", "not given"),
    ]


def test_a_year_from_elsewhere_is_all_its_months_and_a_state_keeps_its_words():
    table = b"Action,Lead,Start,End\nPlant trees,Red Team,2025/26,2027\nSow,Red Team,Apr-25,Done\n"
    plan = read_plan(plan_files(read_edition(table, file="plan.csv")))
    assert stated(plan, "start")[0] == Stated(
        "dated", 2025 * 12 + 4, 2026 * 12 + 3, "2025-26", "2025-04/2026-03"
    )
    assert stated(plan, "end") == [
        Stated("dated", 2027 * 12 + 1, 2027 * 12 + 12, "2027", "2027"),
        Stated("not given", 0, 0, "Done", "Done"),
    ]


def test_a_move_in_a_scenario_says_its_month():
    plan = moved(small_plan("A1 | Red Team | | Apr-25 | Mar-27"), [Move("A1", "end", "2027-06")])
    assert stated(plan, "end")[0].text == "Jun 2027"
