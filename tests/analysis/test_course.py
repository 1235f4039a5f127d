import pytest

from netzero.analysis.course import course
from tests.at import plan_at, published
from tests.builders import month

# As at Nov 2026: live for good, to this month, to the month before, and from the next on.
ROWS = (
    "A1 | Red Team; Blue Team | | Ongoing | Ongoing",
    "A2 | Red Team | | Apr-26 | Nov-26",
    "A3 | Red Team | | Apr-26 | Oct-26",
    "A4 | Blue Team | | Dec-26 | Mar-27",
)
ALWAYS = "| Red Team | | Ongoing | Ongoing"


def test_an_action_counts_once_in_each_month_in_which_it_is_live():
    found = course(plan_at(*ROWS))
    rows = {str(row[0]): row[1:] for row in found.table.rows}
    assert rows["2026-10"] == (1, 2, 3, 1)
    assert rows["2026-11"] == (1, 1, 2, 1)
    assert rows["2026-12"] == (1, 1, 2, 0)
    assert (found.month, found.scope) == (month("2026-11"), "Whole plan")


def test_a_column_says_what_it_counts_for_which_scope_and_leads_to_it():
    spot = course(plan_at(*ROWS, team=("Red Team",))).spot(("Nov 2026",))
    assert (spot.words, spot.action_ids) == ("Red Team, Nov 2026: 2 live, 1 deadline", ("A1", "A2"))
    assert (spot.team, spot.partner) == ("", "")


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (ROWS, "Live work drops from 2 to 1 in April 2027"),
        (["A1 | Red Team | | Apr-26 | Nov-26"], "Live work drops from 1 to none in December 2026"),
        (["A1 | Red Team | | Jan-27 | Mar-27"], "Live work begins in January 2027: 1 action"),
        ([f"A1 {ALWAYS}", "A2 | Red Team | | Jan-27 | Ongoing"], "1 live, 2 from January 2027"),
        ([f"A1 {ALWAYS}"], "1 live, no change ahead"),
        (["A1 | Red Team | | Apr-25 | Oct-26"], "Nothing live; 1 has ended"),
        (["A1 | Red Team | | TBC | Mar-27"], "Nothing live; 1 lacks a date"),
    ],
)
def test_the_finding_names_the_next_drop_or_what_there_is_instead(rows, finding):
    assert course(plan_at(*rows)).finding == finding


def test_the_published_course_in_november_2026():
    found = course(published())
    assert found.finding == "Live work drops from 34 to 33 in April 2027"
    assert found.counted == (
        "Live actions by month, each once, and deadlines, of 52 actions; 23 have no planned end"
    )
    assert found.notes[0] == "From April 2027, 33 live: 5 have ended and 4 start."
