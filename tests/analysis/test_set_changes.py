"""Which sets of deadlines appear and which dissolve."""

from netzero.analysis.set_changes import set_changes
from netzero.plan.moving import Move, moved
from tests.builders import real_plan
from tests.editions import against, at, edition

THEN = (
    "A1 | Red Team | | Apr-25 | Mar-27",
    "A2 | Red Team | | Apr-25 | Mar-27",
    "A3 | Red Team | | Apr-25 | Mar-28",
)


def compared(after, *, within=1, before=THEN):
    return set_changes(at(edition(*after)), against=against(edition(*before)), within=within)


def test_a_set_dissolves_and_another_appears():
    found = compared([THEN[0], THEN[1].replace("Mar-27", "Mar-28"), THEN[2]])
    assert [row[:2] for row in found.table.rows] == [
        ("apart now", "Red Team"),
        ("together now", "Red Team"),
    ]
    assert [row[5] for row in found.table.rows] == [
        ("A1 Do A1", "A2 Do A2"),
        ("A2 Do A2", "A3 Do A3"),
    ]
    assert found.finding == "Deadlines together: 1 set before, 1 after"
    assert found.counted.endswith("1 dissolves, 1 appears")


def test_a_set_that_moves_as_a_whole_is_the_same():
    later = [row.replace("Mar-27", "Jun-27") for row in THEN]
    found = compared(later)
    assert found.finding == "The same deadlines fall together as before"
    assert (len(found.table), found.counted.endswith("; 1 stays")) == (0, True)


def test_a_set_stays_where_its_actions_have_other_ids():
    renamed = ["B1 | Red Team | | Apr-25 | Mar-27", *THEN[1:]]
    before = edition(*THEN, A1="Plant trees along roads")
    after = edition(*renamed, B1="Plant trees along roads")
    assert len(set_changes(at(after), against=against(before), within=1).table) == 0


def test_what_is_past_makes_no_set():
    past = [row.replace("Mar-27", "Mar-26") for row in THEN]
    found = compared(past, before=past)
    assert found.counted.endswith("from the edition of 1 March 2025 to the plan")


def test_the_scenario_of_four_moves():
    moves = [
        Move("T9", "end", "2031-03"), Move("LCC.5", "end", "2027-09"),
        Move("LCC.7", "end", "2027-06"), Move("R2", "drop"),
    ]  # fmt: skip
    found = set_changes(at(moved(real_plan(), moves)), within=1)
    assert found.finding == "Deadlines together: 4 sets before, 3 after"
    assert [spot.words for spot in found.picture.spots()] == [
        "Apart now: Carbon Reduction Team, March 2027",
        "Apart now: Commissioning Support Unit, September 2027",
        "Together now: Carbon Reduction Team, September 2027",
    ]
