import pytest

from netzero.analysis.leads import leads
from tests.at import plan_at, published

ROWS = (
    "A1 | Red Team; Blue Team | | Apr-25 | Mar-27",
    "A2 | Red Team | | Nov-26 | Ongoing",
    "A3 | Red Team | | Dec-26 | Mar-28",
    "A4 | Blue Team | | Apr-25 | Oct-26",
    "A5 | Green Team | | TBC | Mar-27",
    "A6 | Green Team | | Ongoing | Nov-26",
)


def test_a_row_a_team_counts_its_actions_by_position_most_live_first():
    found = leads(plan_at(*ROWS))
    assert found.table.columns == (
        "Lead team", "In delivery", "Ongoing", "Live", "Live, alone",
        "Not started", "Ended", "Dates not given", "Actions",
    )  # fmt: skip
    assert found.table.rows == (
        ("Red Team", 1, 1, 2, 1, 1, 0, 0, 3),
        ("Blue Team", 1, 0, 1, 0, 0, 1, 0, 2),
        ("Green Team", 1, 0, 1, 1, 0, 0, 1, 2),
    )


def test_the_bars_are_the_live_work_and_lead_to_it():
    found = leads(plan_at(*ROWS[:4], as_at="2027-04"))
    assert found.picture.names == ("Red Team",)
    assert [(each.name, each.values) for each in found.picture.series] == [
        ("ongoing", (1,)), ("in delivery", (1,)),
    ]  # fmt: skip
    assert found.spot(("Red Team",)) == (
        ("Red Team",), "Red Team: 2 live actions", ("A2", "A3"), "Red Team", "",
    )  # fmt: skip
    assert found.counted == "Live actions by lead team: 2; 1 more team leads none live"


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (ROWS, "Red Team leads 2 of 3 live actions"),
        (ROWS[:1], "2 teams lead 1 live action each"),
        (ROWS[3:5], "No team leads a live action"),
    ],
)
def test_the_finding_names_who_leads_most_live_work(rows, finding):
    assert leads(plan_at(*rows)).finding == finding


@pytest.mark.parametrize(
    ("team", "finding"),
    [
        ("Red Team", "Red Team alone leads 1 of 2 live"),
        ("Blue Team", "Blue Team shares the only live action"),
        ("Green Team", "Green Team alone leads the only live action"),
    ],
)
def test_of_one_chosen_team_the_finding_says_what_it_leads_alone(team, finding):
    assert leads(plan_at(*ROWS, team=(team,))).finding == finding


def test_the_published_leads_in_november_2026():
    found = leads(published())
    assert found.finding == "Carbon Reduction Team leads 11 of 34 live actions"
    assert found.table.rows[0] == ("Carbon Reduction Team", 4, 7, 11, 8, 2, 9, 0, 22)
    assert (len(found.table), len(found.picture.names)) == (22, 20)
    assert sum(found.picture.totals) == 45
    own = leads(published(team=("Growth Service",)))
    assert own.finding == "Growth Service alone leads 2 of 3 live"


def test_every_published_bar_is_as_long_as_what_it_leads_to():
    picture = leads(published()).picture
    assert [len(spot.action_ids) for spot in picture.bar_spots] == list(picture.totals)
