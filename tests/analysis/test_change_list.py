"""What changed, in a sentence, in what it counts, and row by row."""

import pytest

from netzero.analysis.change_list import ON_SLIDE, what_changed
from netzero.plan.moving import Move, moved
from tests.builders import real_plan
from tests.editions import against, at, edition


def rows(*dates, lead="Red Team"):
    return [f"A{place} | {lead} | | {each}" for place, each in enumerate(dates)]


def compared(before, after, **options):
    return what_changed(at(edition(*after)), against=against(edition(*before)), **options)


THEN = ("Apr-25 | Mar-27", "Apr-25 | Mar-27", "Apr-25 | Mar-28", "Apr-25 | Ongoing")


@pytest.mark.parametrize(
    ("now", "finding"),
    [
        (THEN, "Nothing differs between the two"),
        (THEN[:3], "1 action dropped"),
        ((*THEN, "TBC | TBC"), "1 action new"),
        (("Apr-25 | Apr-27", *THEN[1:]), "1 action moved later by 1 month"),
        (("Apr-25 | Jun-27", "Apr-25 | Mar-28", *THEN[2:]),
         "2 actions moved later by 3 to 12 months"),
        (("Apr-25 | Jun-27", "Apr-25 | Dec-26", *THEN[2:]),
         "1 action moved later by 3 months, 1 earlier"),
        ((*THEN[:3], "Apr-25 | Mar-27"), "1 action no longer ongoing"),
    ],
)  # fmt: skip
def test_the_finding_tells_each_kind(now, finding):
    assert compared(rows(*THEN), rows(*now)).finding == finding


def test_a_finding_of_many_kinds_ends_where_it_is_full_and_the_rest_is_counted():
    now = ["Apr-25 | Jun-27", "Apr-25 | Mar-26", "Apr-25 | Ongoing", "Apr-25 | Mar-29", "TBC | TBC"]
    then = [*THEN, "Apr-25 | Mar-30"]
    found = compared([*rows(*then), "B1 | Red Team | | Apr-25 | Mar-27"], rows(*now))
    assert found.finding == "1 action dropped, 1 moved later by 3 months, 1 earlier"
    assert found.counted.startswith(
        "All 6 actions differ, from the edition of 1 March "
        "2025 to the plan; also 1 ongoing now, 1 no longer ongoing, 1 without a date now; "
    )


def test_a_slide_says_it_in_ten_words():
    then = [*rows(*THEN), *(f"B{n} | Red Team | | Apr-25 | Mar-27" for n in range(3))]
    now = rows("Apr-25 | Jun-27", "Apr-25 | Mar-28", *THEN[2:], "TBC | TBC", "TBC | TBC")
    whole = compared(then, now)
    slide = compared(then, now, most=ON_SLIDE)
    assert whole.finding == "3 dropped, 2 moved later by 3 to 12 months, 2 new"
    assert len(whole.finding.split()) == 12
    assert slide.finding == "3 dropped, 2 moved later by 3 to 12 months"
    assert "also 2 new" in slide.counted


def test_the_year_that_differs_most_is_told():
    found = compared(rows(*THEN), rows("Apr-25 | Mar-26", "Apr-25 | Mar-26", *THEN[2:]))
    assert found.counted == (
        "2 of 4 actions differ, from the edition of 1 March 2025 to the plan; "
        "2026-27 falls from 4 live to 2"
    )
    found = compared(rows(*THEN), rows("Apr-25 | Feb-27", *THEN[1:]))
    assert found.counted.endswith("each delivery year ahead has as much live as before")


def test_rows_come_by_kind_and_lead_to_their_actions():
    now = [*rows("Apr-25 | Jun-27", "Apr-25 | Mar-29", "Apr-25 | Mar-28"), "B1 | Red Team | | |"]
    found = compared(rows(*THEN), now)
    assert [row[:7] for row in found.table.rows] == [
        ("A3", "Do A3", "dropped", "action", "Ongoing", "", None),
        ("A1", "Do A1", "moved later", "end", "Mar 2027", "Mar 2029", 24),
        ("A0", "Do A0", "moved later", "end", "Mar 2027", "Jun 2027", 3),
        ("B1", "Do B1", "added", "action", "", "not given", None),
    ]
    spots = list(found.picture.spots())
    assert [spot.action_ids for spot in spots] == [("A3",), ("A1",), ("A0",), ("B1",)]
    assert spots[1].words == "A1 Do A1: end Mar 2027 to Mar 2029, 24 months later"
    assert len({spot.names for spot in spots}) == len(spots)
    assert found.notes[0] == "A3 Do A3: dropped; its end was Ongoing."


def test_an_action_is_in_scope_where_it_is_before_or_after():
    then = edition(*rows(*THEN[:2]), "B1 | Blue Team | | Apr-25 | Mar-27")
    now = edition(
        "A0 | Blue Team | | Apr-25 | Mar-27",
        "A1 | Red Team | | Apr-25 | Mar-27",
        "B1 | Blue Team | | Apr-25 | Jun-27",
    )
    found = what_changed(at(now, team=("Red Team",)), against=against(then))
    assert [row[2:6] for row in found.table.rows] == [
        ("lead added", "lead", "", "Blue Team"),
        ("lead gone", "lead", "Red Team", ""),
    ]
    assert found.finding == "1 action with other leads"
    assert found.scope == "Red Team"


def test_a_doubtful_match_is_counted_and_told():
    row = "A1 | Red Team | | Apr-25 | Mar-27"
    then, now = edition(row, A1="Cut carbon from the fleet"), edition(row, A1="Plant many trees")
    found = what_changed(at(now), against=against(then))
    assert found.counted.endswith("; 1 match is doubtful")
    assert "doubtful" in found.table.rows[0][-1]


def test_the_other_edition_may_be_the_later_one():
    then, now = edition(*rows(*THEN)), edition(*rows("Apr-25 | Mar-28", *THEN[1:]))
    found = what_changed(at(then), against=against(now, earlier=False))
    assert found.finding == "1 action moved later by 12 months"
    assert "from the plan to the edition of 1 March 2025" in found.counted


def test_without_another_edition_there_is_nothing_to_say():
    found = what_changed(at(edition(*rows(*THEN))))
    assert found.finding == "There is no other edition to compare with"
    assert len(found.table) == 0


def test_a_scenario_is_compared_with_its_plan():
    moves = [
        Move("T9", "end", "2031-03"), Move("LCC.5", "end", "2027-09"),
        Move("LCC.7", "end", "2027-06"), Move("R2", "drop"),
    ]  # fmt: skip
    found = what_changed(at(moved(real_plan(), moves)))
    assert found.finding == "1 dropped, 2 moved later by 6 to 12 months, 1 earlier"
    assert found.counted == (
        "4 of 52 actions differ, from the plan to the scenario; 2026-27 falls from 34 live to 33"
    )
