import pytest

from netzero.analysis.network import network
from tests.at import plan_at, published

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-27",
    "A2 | Red Team | Residents | Nov-26 | Ongoing",
    "A3 | Green Team | Residents | Dec-26 | Mar-28",
    "A4 | Blue Team | Residents; Schools | Apr-25 | Oct-26",
    "A5 | Green Team | Blue Team | Apr-25 | Ongoing",
    "A6 | Grey Team | TBC | Apr-25 | Ongoing",
    "A7 | Blue Team | Residents | TBC | Dec-26",
)


def drawn(found):
    """Return side, name, actions and place of each node."""
    return [node[:4] for node in found.picture.nodes]


def test_a_partner_stands_opposite_the_teams_that_share_live_actions_or_some_to_come():
    found = network(plan_at(*ROWS), focus="Residents")
    assert drawn(found) == [
        ("partner", "Residents", 3, 0),
        ("team", "Red Team", 2, 0),
        ("team", "Blue Team", 1, 1),
        ("team", "Green Team", 1, 2),
    ]
    assert found.picture.links == (
        ("Red Team", "Residents", 2), ("Blue Team", "Residents", 1), ("Green Team", "Residents", 1),
    )  # fmt: skip
    assert found.finding == "Residents: 2 live with 2 teams"
    assert found.counted == (
        "Shared actions: 2 live, 1 to come; 1 has ended and is left out; "
        "1 lacks a date and is left out"
    )
    assert found.table.columns == ("Lead team", "Partner", "Live", "To come", "Ids")
    assert found.table.rows == (
        ("Red Team", "Residents", 2, 0, ("A1", "A2")),
        ("Blue Team", "Residents", 1, 0, ("A1",)),
        ("Green Team", "Residents", 0, 1, ("A3",)),
    )


def test_a_node_leads_to_the_actions_that_it_shares():
    found = network(plan_at(*ROWS), focus="Residents")
    assert found.spot(("partner", "Residents")) == (
        ("partner", "Residents"), "Residents: 2 live shared actions, 1 to come",
        ("A1", "A2", "A3"), "", "Residents",
    )  # fmt: skip
    assert found.spot(("team", "Green Team")) == (
        ("team", "Green Team"), "Green Team: 1 to come", ("A3",), "Green Team", "",
    )  # fmt: skip


def test_a_team_stands_opposite_the_partners_that_it_asks():
    found = network(plan_at(*ROWS), focus="Red Team")
    assert drawn(found) == [
        ("team", "Red Team", 2, 0),
        ("partner", "Residents", 2, 0),
        ("partner", "Schools", 1, 1),
    ]
    assert found.finding == "Red Team: 2 partners in 2 live actions"


def test_a_name_on_both_sides_is_a_partner_unless_told_otherwise_or_chosen_as_team():
    asked = network(plan_at(*ROWS), focus="Blue Team")
    assert drawn(asked) == [("partner", "Blue Team", 1, 0), ("team", "Green Team", 1, 0)]
    assert asked.finding == "Blue Team: 1 live with 1 team"
    assert (
        asked.counted == "Shared actions: 1 live, none to come; as a lead team it shares 1 action"
    )
    asking = network(plan_at(*ROWS), focus="Blue Team", side="team")
    assert asking.finding == "Blue Team: 2 partners in 1 live action"
    assert asking.counted.endswith("; as a partner it shares 1 action")
    chosen = network(plan_at(*ROWS, team=("Blue Team",)))
    assert chosen.finding == asking.finding


@pytest.mark.parametrize(
    ("scope", "finding"),
    [
        ({}, "Residents: 2 live with 2 teams"),
        ({"partner": ("Schools",)}, "Schools: 1 live with 2 teams"),
        ({"team": ("Green Team",)}, "Green Team: 1 partner in 1 live action"),
        ({"partner": ("Schools",), "team": ("Red Team",)}, "Schools: 1 live with 2 teams"),
        ({"q": "A5"}, "Blue Team: 1 live with 1 team"),
    ],
)
def test_the_default_is_the_partner_or_team_chosen_else_the_most_named_in_scope(scope, finding):
    found = network(plan_at(*ROWS, **scope))
    assert (found.finding, found.scope) == (finding, "Whole plan")


@pytest.mark.parametrize(
    ("focus", "as_at", "finding"),
    [
        ("Residents", "2028-04", "Residents: 1 live with 1 team"),
        ("Schools", "2027-04", "Schools: nothing live; 2 have ended"),
        ("Schools", "2025-03", "Schools: none live, 2 to come"),
        ("Green Team", "2025-03", "Green Team: none live, 2 to come"),
        ("Grey Team", "2026-11", "Grey Team: nothing with partners live or to come"),
        ("Nobody", "2026-11", "Nobody: nothing with partners live or to come"),
    ],
)
def test_what_is_not_live_is_said_to_come_or_to_have_ended(focus, as_at, finding):
    assert network(plan_at(*ROWS, as_at=as_at), focus=focus).finding == finding


def test_where_no_action_names_a_partner_nothing_is_drawn():
    found = network(plan_at(*ROWS, q="A6"))
    assert (found.finding, found.scope) == ("No action here names a partner", "“A6”")
    assert (found.picture.nodes, found.picture.links, len(found.table)) == ((), (), 0)


def test_the_published_network():
    found = network(published())
    assert found.finding == "District councils: 14 live with 12 teams"
    # T9 is to come, of the Carbon Reduction Team and the Commissioning Support Unit.
    assert found.counted == "Shared actions: 14 live, 1 to come; 7 have ended and are left out"
    assert (len(found.picture.links), found.picture.nodes[0].actions) == (13, 15)
    assert network(published(), focus="LCAN partners").finding == (
        "LCAN partners: nothing live; 6 have ended"
    )
    own = network(published(team=("Growth Service",)))
    assert own.finding == "Growth Service: 9 partners in 3 live actions"
