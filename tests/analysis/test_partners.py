import functools

import pandas as pd
import pytest

from netzero.analysis.partners import (
    around,
    as_table,
    by_kind,
    by_weight,
    demand_sentence,
    live_ids,
    network_sentence,
    partner_demand,
    partner_links,
    partner_network,
    partner_summary,
    summary_sentence,
)
from tests.builders import left_alone, month, months, positioned, real_plan, records, small_plan

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-26 | Homes",
    "A2 | Red Team | Residents | Nov-26 | Nov-26 | Roads",
    "A3 | Green Team | Blue Team | Apr-25 | Ongoing | Roads",
    "A4 | Green Team | TBC | Apr-25 | Ongoing | Roads",
    "A5 | Blue Team | Residents | TBC | Dec-26 | Homes",
)


@pytest.fixture
def plan(tmp_path):
    return small_plan(tmp_path, *ROWS, as_at="2026-11")


@functools.cache
def published():
    return positioned(real_plan(), "2026-11")


def kinds(plan):
    return plan.organisations.set_index("name")["kind"]


def summary_of(plan, partner, *columns, as_at="2026-11"):
    summary = partner_summary(plan, as_at=month(as_at))
    [row] = records(summary[summary["partner"].eq(partner)], *columns)
    return row


# --- Links


def test_each_lead_of_a_joint_action_is_linked_to_each_of_its_partners(plan):
    assert records(partner_links(plan)) == [
        ("Blue Team", "Residents", 2, ("A1", "A5")),
        ("Blue Team", "Schools", 1, ("A1",)),
        ("Green Team", "Blue Team", 1, ("A3",)),
        ("Red Team", "Residents", 2, ("A1", "A2")),
        ("Red Team", "Schools", 1, ("A1",)),
    ]


def test_teams_come_with_most_shared_actions_first(plan):
    assert by_weight(partner_links(plan)) == ["Blue Team", "Red Team", "Green Team"]


def test_around_a_name_are_its_links_on_either_side(plan):
    assert records(around(partner_links(plan), name="Blue Team"), "team", "partner") == [
        ("Blue Team", "Residents"),
        ("Blue Team", "Schools"),
        ("Green Team", "Blue Team"),
    ]


# --- Summary


def test_a_partner_is_counted_in_actions_teams_themes_and_what_is_live(plan):
    assert records(partner_summary(plan, as_at=month("2026-11"))) == [
        ("Residents", "public", False, 3, 2, 2, 1, 1, month("2026-11")),
        ("Schools", "public", False, 1, 2, 1, 0, 0, pd.NaT),
        ("Blue Team", "council team", True, 1, 1, 1, 1, 1, pd.NaT),
    ]


def test_the_next_deadline_may_be_this_month_and_is_never_past(plan):
    assert summary_of(plan, "Residents", "next_deadline", as_at="2026-11") == (month("2026-11"),)
    assert summary_of(plan, "Residents", "next_deadline", as_at="2026-12") == (month("2026-12"),)


def test_a_plan_that_names_no_partner_has_an_empty_summary(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | | Apr-25 | Mar-26", as_at="2026-11")
    summary = partner_summary(plan, as_at=month("2026-11"))
    assert summary.empty
    assert summary_sentence(summary, actions=1) == "No action here names a partner"
    assert partner_links(plan).empty


def test_the_summary_marks_internal_partners_for_readers(plan):
    table = as_table(partner_summary(plan, as_at=month("2026-11")))
    assert records(table, "Partner", "Kind") == [
        ("Residents", "public"),
        ("Schools", "public"),
        ("Blue Team", "council team (internal)"),
    ]
    assert list(table.columns)[2:] == [
        "Actions", "Teams", "Themes", "Live now", "Asking now", "Next deadline",
    ]  # fmt: skip


def test_kinds_are_counted_in_partners_and_in_actions_once_each(plan):
    assert records(by_kind(plan.partnerships)) == [("public", 2, 3), ("council team", 1, 1)]


def test_partner_functions_leave_their_input_alone():
    plan = published()
    with left_alone(plan.actions, plan.assignments, plan.partnerships):
        links = partner_links(plan)
        partner_summary(plan, as_at=month("2026-11"))
        by_kind(plan.partnerships)
    with left_alone(links):
        partner_network(links, kinds(plan))
        around(links, name="Residents")


def test_district_councils_are_partners_of_22_published_actions():
    summary = partner_summary(published(), as_at=month("2026-11"))
    assert summary_sentence(summary, actions=37) == (
        "District councils: named in 22 of the 37 actions with partners, by 14 teams"
    )
    # By hand: T3-T6, T10, B1, B2, E4, R3, N1-N3, C5 and EA2 are live; N3 and T9 end next.
    assert records(summary, "partner", "kind", "live", "themes")[0] == (
        "District councils", "local authority", 14, 7,
    )  # fmt: skip
    assert summary["next_deadline"].iloc[0] == month("2030-03")


def test_the_published_links_hold_each_pair_once():
    links = partner_links(published())
    assert not links.duplicated(["team", "partner"]).any()
    carbon = links[links["team"].eq("Carbon Reduction Team")].set_index("partner")["actions"]
    # By hand: T9, B3, B5, C1, C2, C3, C5 and EA2.
    assert carbon["District councils"] == 8
    assert carbon["LCAN partners"] == 6


# --- Network


def test_every_team_and_partner_has_a_place_on_its_side(plan):
    network = partner_network(partner_links(plan), kinds(plan))
    sides = {
        side: sorted(records(nodes, "name", "links", "actions"))
        for side, nodes in network.nodes.groupby("side")
    }
    assert sides == {
        "team": [("Blue Team", 2, 2), ("Green Team", 1, 1), ("Red Team", 2, 2)],
        "partner": [("Blue Team", 1, 1), ("Residents", 2, 3), ("Schools", 2, 1)],
    }
    for _, nodes in network.nodes.groupby("side"):
        assert sorted(nodes["place"]) == [0, 1, 2]


def test_a_name_on_both_sides_is_a_lead_team_on_one_and_of_its_kind_on_the_other(plan):
    nodes = partner_network(partner_links(plan), kinds(plan)).nodes
    blue = nodes[nodes["name"].eq("Blue Team")]
    assert records(blue, "side", "kind") == [("team", "lead team"), ("partner", "council team")]


def test_the_same_links_are_placed_the_same_whatever_their_order():
    plan = published()
    links = partner_links(plan)
    placed = partner_network(links, kinds(plan)).nodes
    shuffled = partner_network(links.sample(frac=1, random_state=1), kinds(plan)).nodes
    pd.testing.assert_frame_equal(placed, shuffled)


@pytest.mark.parametrize(
    ("focus", "sentence"),
    [
        ("", "3 teams and 3 partners make 5 pairs"),
        ("Residents", "Residents works with 2 teams"),
        ("Red Team", "Red Team works with 2 partners"),
    ],
)
def test_the_finding_of_the_network_counts_it_or_what_stands_around_a_name(plan, focus, sentence):
    links = partner_links(plan)
    shown = around(links, name=focus) if focus else links
    assert network_sentence(partner_network(shown, kinds(plan)), focus=focus) == sentence


def test_the_finding_around_a_team_that_is_also_a_partner_counts_only_its_own_partners(plan):
    network = partner_network(around(partner_links(plan), name="Blue Team"), kinds(plan))
    sentence = network_sentence(network, focus="Blue Team")
    assert sentence.startswith("Blue Team works with 2 partners")


# --- Demand over time


def test_demand_counts_live_actions_their_teams_and_deadlines_a_month(plan):
    window = pd.period_range("2026-03", "2026-04", freq="M")
    demand = partner_demand(plan, partner="Residents", months=window)
    assert records(demand) == [(month("2026-03"), 1, 2, 1), (month("2026-04"), 0, 0, 0)]
    window = pd.period_range("2026-10", "2026-12", freq="M")
    demand = partner_demand(plan, partner="Residents", months=window)
    # The start of A5 is to be confirmed: its deadline counts, but it is not live in any month.
    assert records(demand) == [
        (month("2026-10"), 0, 0, 0),
        (month("2026-11"), 1, 1, 1),
        (month("2026-12"), 0, 0, 1),
    ]


@pytest.mark.parametrize(
    ("live", "sentence"),
    [
        ([0, 0, 0], "Nothing live names Schools in these years"),
        ([0, 1, 0], "Schools: at most 1 live action by 2 teams, January 2026"),
        (
            [2, 1, 2],
            "Schools: at most 2 live actions by 3 teams, first in Dec 2025, last in Feb 2026",
        ),
    ],
)
def test_the_finding_of_demand_names_its_peak(live, sentence):
    demand = pd.DataFrame(
        {
            "month": months("2025-12", "2026-01", "2026-02"),
            "live": live,
            "teams": [1, 2, 3],
        }
    )
    assert demand_sentence(demand, partner="Schools") == sentence


def test_the_published_demand_on_lcan_partners_ends_with_march_2026():
    window = pd.period_range("2026-03", "2026-04", freq="M")
    demand = partner_demand(published(), partner="LCAN partners", months=window)
    assert records(demand) == [(month("2026-03"), 6, 1, 6), (month("2026-04"), 0, 0, 0)]


def test_live_ids_are_those_that_name_a_partner_and_are_live_in_the_month(plan):
    assert live_ids(plan, partner="Residents", month=month("2026-03")) == ["A1"]
    assert live_ids(plan, partner="Residents", month=month("2026-04")) == []
    assert live_ids(plan, partner="Blue Team", month=month("2026-04")) == ["A3"]
