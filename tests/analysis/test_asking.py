"""How many teams ask each partner in each quarter, and how that changes."""

import pytest

from netzero.analysis.asking import asking
from tests.at import plan_at, published

# As at Nov 2026, on the years 2026-27 and 2027-28.
ROWS = (
    "A1 | Red Team; Blue Team | Shire | Apr-26 | Mar-27",
    "A2 | Red Team | Shire; Parish | Jul-26 | Mar-28",
    "A3 | Green Team | Parish | Apr-27 | Mar-28",
    "A4 | Green Team | Abbey | Apr-26 | Jun-26",
)


def teams(found, name):
    row = next(row for row in found.table.rows if row[0] == name)
    return dict(zip(found.table.columns[1:], row[1:], strict=True))


def test_a_team_that_asks_twice_counts_once_and_a_joint_action_under_each_lead():
    asked = teams(asking(plan_at(*ROWS)), "Shire")
    assert (asked["Teams asking"], asked["Q1 2026-27"], asked["Q2 2026-27"]) == (2, 2, 2)
    assert (asked["Q4 2026-27"], asked["Q1 2027-28"]) == (2, 1)


def test_the_most_asked_come_first_and_one_named_once_is_in_the_table_alone():
    found = asking(plan_at(*ROWS))
    assert [row[0] for row in found.table.rows] == ["Shire", "Parish", "Abbey"]
    assert found.picture.rows == ("Shire", "Parish")
    assert found.counted == (
        "Lead teams asking, by quarter, whole plan: 3 partners; "
        "1 of them, named in one action, is in the table alone"
    )
    assert asking(plan_at(*ROWS), once=True).picture.rows == ("Shire", "Parish", "Abbey")


def test_a_cell_says_who_asks_and_leads_to_what_is_live_in_its_quarter():
    spot = asking(plan_at(*ROWS)).spot(("Parish", "Q1 2027-28"))
    assert (spot.words, spot.action_ids) == ("Parish, Q1 2027-28: asked by 2 teams", ("A2", "A3"))
    assert spot.partner == "Parish"


def test_a_chosen_team_is_outlined_and_hides_nobody():
    found = asking(plan_at(*ROWS, team=("Green Team",)))
    parish = [cell for cell in found.picture.cells if found.picture.rows[cell.row] == "Parish"]
    assert [(cell.value, cell.mine) for cell in parish] == [(1, False)] * 3 + [(2, True)] * 4
    assert found.counted.endswith("; outlined where Green Team asks")


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (ROWS, "Shire: asked by 2 teams, 1 from April 2027"),
        (["A1 | Red Team | Shire | Apr-26 | Ongoing"], "Shire: asked by 1 team, no change ahead"),
        (["A1 | Red Team | Shire; Abbey | Apr-26 | Mar-28"], "2 partners are asked by 1 team each"),
        (["A1 | Red Team | Shire | Apr-26 | Oct-26"], "No team asks a partner"),
        (["A1 | Red Team | | Apr-26 | Mar-28"], "No action here names a partner"),
        (
            ["A1 | Red Team | Shire | Apr-26 | Mar-27"],
            "Shire: asked by 1 team, none from April 2027",
        ),
    ],
)
def test_the_finding_names_who_is_asked_most_and_the_next_change(rows, finding):
    assert asking(plan_at(*rows)).finding == finding


def test_the_published_partners_in_november_2026():
    found = asking(published())
    assert found.finding == "District councils: asked by 12 teams, 13 from April 2027"
    assert teams(found, "Health partners")["Q1 2027-28"] == 5
    assert len(found.picture.rows) == 19
