"""How much is live before and after: month by month, and team by team."""

from netzero.analysis.live_changes import live_changes, team_changes
from netzero.analysis.pictures import Run
from tests.builders import month
from tests.editions import against, at, edition

FLOOR = "A0 | Red Team | | Apr-25 | Ongoing"
THEN = (FLOOR, "A1 | Red Team | | Apr-26 | Jan-27", "A2 | Blue Team | | Apr-26 | Mar-27")
NOW = (FLOOR, "A1 | Red Team | | Apr-26 | Feb-27", "A2 | Blue Team | | Apr-26 | Dec-26")


def compared(question, before=THEN, after=NOW, **scope):
    return question(at(edition(*after), **scope), against=against(edition(*before)))


def test_columns_run_from_the_month_with_what_was_beside_what_is():
    columns = compared(live_changes).picture
    assert (columns.months[0], columns.months[-1]) == (month("2026-11"), month("2027-03"))
    assert columns.totals == (2, 2, 1, 1, 0)
    assert columns.was == (2, 2, 2, 1, 1)
    assert list(columns.differing()) == [Run(2, 2, 2, 1), Run(4, 4, 1, 0)]
    assert columns.deadlines == (0, 1, 0, 1, 0)


def test_ongoing_work_that_is_the_same_is_left_out_and_counted():
    found = compared(live_changes)
    assert [series.name for series in found.picture.series] == ["in delivery"]
    assert found.counted.endswith("; 1 ongoing is the same and left out")
    assert found.table.rows[0] == (month("2026-11"), 3, 3, 0, 0, 0)
    assert found.table.rows[2] == (month("2027-01"), 3, 2, -1, 1, 0)


def test_ongoing_work_that_differs_stands_below():
    found = compared(live_changes, after=NOW[1:])
    assert [series.name for series in found.picture.series] == ["ongoing", "in delivery"]
    assert found.picture.was == (3, 3, 3, 2, 2)


def test_the_finding_tells_the_first_stretch_and_how_it_goes_on():
    assert compared(live_changes).finding == "1 fewer live, January 2027, then fewer"
    assert compared(live_changes, after=THEN).finding == "Live work is the same in every month"
    dropped = compared(live_changes, after=NOW[:2])
    assert dropped.finding == "1 fewer live until January 2027, then fewer"
    assert dropped.notes == ("1 fewer live, Nov 2026 to Jan 2027.", "1 fewer live, March 2027.")


def test_a_column_leads_to_what_is_live_before_or_after():
    found = compared(live_changes)
    assert found.spot(("Jan 2027",)).action_ids == ("A1", "A2")
    assert found.spot(("Jan 2027",)).words == "Jan 2027: 1 in delivery"


def test_teams_that_differ_come_with_the_greatest_difference_first():
    after = (FLOOR, "A1 | Red Team; Blue Team | | Apr-26 | Jun-27")
    found = compared(team_changes, after=after)
    assert found.table.rows == (
        ("Blue Team", "2027-28", 0, 1, 1),
        ("Red Team", "2027-28", 1, 2, 1),
    )
    assert found.finding == "Blue Team: 1 live in 2027-28, none before"
    assert found.counted == (
        "Live actions by lead team and delivery year, from the edition of 1 March 2025 to the "
        "plan; 2 teams differ"
    )
    assert found.spot(("Red Team", "2027-28")).action_ids == ("A0", "A1")


def test_teams_with_the_same_work_are_counted():
    found = compared(team_changes, after=(FLOOR, THEN[1]))
    assert found.table.rows == (("Blue Team", "2026-27", 1, 0, -1),)
    assert found.counted.endswith("; 1 team differs; 1 other team has the same in each year")
    assert compared(team_changes, after=THEN).finding == "Each team has as much live as before"
