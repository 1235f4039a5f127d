import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.deadlines import (
    caught_together,
    cluster_sentence,
    clusters_sentence,
    clusters_table,
    deadline_clusters,
    deadline_grid,
    grid_sentence,
    lanes,
    next_sentence,
    partner_deadlines,
    shared_in,
    side_by_side,
    side_by_side_sentence,
    soonest,
    team_deadlines,
)
from netzero.analysis.selection import Filters, select
from tests.builders import left_alone, month, months, positioned, real_plan, records, small_plan

CARBON = "Carbon Reduction Team"
CARBON_MARCH_2026 = ("LCC.2", "B3", "B4", "B5", "E3", "C1", "C2", "C3", "EA1")


def ends_of(folder, *ends, owner="Red Team"):
    """Return the deadlines of actions A1, A2 and so on of one team."""
    rows = [f"A{place} | {owner} | | Ongoing | {end}" for place, end in enumerate(ends, start=1)]
    return team_deadlines(small_plan(folder, *rows))


def ids(clusters):
    return clusters["action_ids"].tolist()


def cluster(owner, first, last, *action_ids):
    row = (owner, month(first), month(last), len(action_ids), action_ids)
    return pd.Series(row, index=["owner", "first", "last", "actions", "action_ids"])


def frame(*clusters):
    return pd.DataFrame(list(clusters)).reset_index(drop=True)


# --- What a deadline is


def test_only_a_planned_end_is_a_deadline_and_a_joint_one_is_each_leads(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | | Apr-25 | Mar-26",
        "A2 | Red Team | | Apr-25 | Ongoing",
        "A3 | Red Team | | Apr-25 | TBC",
        "A4 | Red Team | | Apr-25 | ",
        "A5 | Red Team | | TBC | May-25",
    )
    assert records(team_deadlines(plan)) == [
        ("Red Team", "A5", month("2025-05")),
        ("Red Team", "A1", month("2026-03")),
        ("Blue Team", "A1", month("2026-03")),
    ]


def test_a_partners_deadlines_are_those_of_the_actions_that_name_it(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | Schools; Farms | Apr-25 | Mar-26",
        "A2 | Red Team | Schools | Apr-25 | Ongoing",
        "A3 | Red Team | TBC | Apr-25 | Mar-26",
        "A4 | Red Team | | Apr-25 | Mar-26",
    )
    assert records(partner_deadlines(plan), "owner", "action_id") == [
        ("Schools", "A1"),
        ("Farms", "A1"),
    ]


# --- The cluster rule


@pytest.mark.parametrize(
    ("within", "ends", "sets"),
    [
        # One month means the same month.
        (1, ["Mar-26", "Mar-26"], [("A1", "A2")]),
        (1, ["Mar-26", "Apr-26"], []),
        (1, ["Mar-26", "Mar-27"], []),
        # First and last lie less than N months apart.
        (2, ["Mar-26", "Apr-26"], [("A1", "A2")]),
        (2, ["Mar-26", "May-26"], []),
        (3, ["Jan-26", "Mar-26"], [("A1", "A2")]),
        (3, ["Jan-26", "Apr-26"], []),
        (12, ["Jan-26", "Dec-26"], [("A1", "A2")]),
        (12, ["Jan-26", "Jan-27"], []),
        # December to January is one month.
        (1, ["Dec-26", "Jan-27"], []),
        (2, ["Dec-26", "Jan-27"], [("A1", "A2")]),
        (3, ["Nov-26", "Jan-27"], [("A1", "A2")]),
        (2, ["Nov-26", "Jan-27"], []),
        # Ties.
        (1, ["Mar-26", "Mar-26", "Mar-26"], [("A1", "A2", "A3")]),
        (1, ["Apr-26", "Mar-26", "Apr-26", "Mar-26"], [("A2", "A4"), ("A1", "A3")]),
        (2, ["Apr-26", "Mar-26", "Apr-26", "Mar-26"], [("A2", "A4", "A1", "A3")]),
        # A set inside another is dropped: February and March of January to March.
        (3, ["Jan-26", "Feb-26", "Mar-26"], [("A1", "A2", "A3")]),
        (3, ["Jan-26", "Mar-26", "Mar-26"], [("A1", "A2", "A3")]),
        (12, ["Jan-26", "Mar-26", "Mar-26", "Dec-26"], [("A1", "A2", "A3", "A4")]),
        # Sets that overlap and do not hold one another are both kept.
        (3, ["Jan-26", "Mar-26", "May-26"], [("A1", "A2"), ("A2", "A3")]),
        (
            3,
            ["Jan-26", "Feb-26", "Mar-26", "Apr-26"],
            [("A1", "A2", "A3"), ("A2", "A3", "A4")],
        ),
        (2, ["Jan-26", "Feb-26", "Feb-26", "Mar-26"], [("A1", "A2", "A3"), ("A2", "A3", "A4")]),
        # Nothing to cluster.
        (12, ["Mar-26"], []),
        (12, ["Ongoing", "Ongoing"], []),
        (12, ["TBC", "Mar-26"], []),
        (12, ["", "TBC", "Ongoing"], []),
        (1, ["TBC", "Mar-26", "Ongoing", "Mar-26"], [("A2", "A4")]),
    ],
)
def test_the_cluster_rule(tmp_path, within, ends, sets):
    assert ids(deadline_clusters(ends_of(tmp_path, *ends), within=within)) == sets


@pytest.mark.parametrize("within", [0, 13, -1])
def test_another_window_is_refused(tmp_path, within):
    deadlines = ends_of(tmp_path, "Mar-26", "Mar-26")
    with pytest.raises(ValueError, match=f"1 to 12 months, not {within}"):
        deadline_clusters(deadlines, within=within)


def test_a_cluster_says_whose_it_is_from_when_to_when_and_of_what(tmp_path):
    deadlines = ends_of(tmp_path, "Mar-26", "Jan-26", "Feb-26")
    assert records(deadline_clusters(deadlines, within=3)) == [
        ("Red Team", month("2026-01"), month("2026-03"), 3, ("A2", "A3", "A1")),
    ]


def test_a_joint_action_counts_under_each_of_its_leads(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | | Apr-25 | Mar-26",
        "A2 | Blue Team; Red Team | | Apr-25 | Mar-26",
        "A3 | Blue Team; Green Team | | Apr-25 | Mar-26",
    )
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    assert records(clusters, "owner", "actions", "action_ids") == [
        ("Blue Team", 3, ("A1", "A2", "A3")),
        ("Red Team", 2, ("A1", "A2")),
    ]


def test_deadlines_of_different_teams_make_no_cluster(tmp_path):
    plan = small_plan(
        tmp_path, "A1 | Red Team | | Apr-25 | Mar-26", "A2 | Blue Team | | Apr-25 | Mar-26"
    )
    assert deadline_clusters(team_deadlines(plan), within=12).empty


def test_clusters_come_soonest_first_then_largest_then_by_name(tmp_path):
    plan = small_plan(
        tmp_path,
        *[f"A{n} | Red Team; Blue Team | | Apr-25 | Mar-26" for n in (1, 2)],
        *[f"B{n} | Green Team | | Apr-25 | Mar-26" for n in (1, 2, 3)],
        *[f"C{n} | Yellow Team | | Apr-25 | Feb-26" for n in (1, 2)],
    )
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    assert clusters["owner"].tolist() == ["Yellow Team", "Green Team", "Blue Team", "Red Team"]


def test_one_name_that_an_action_gives_twice_makes_no_cluster_of_one_action(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | Schools; Schools | Apr-25 | Mar-26")
    assert deadline_clusters(partner_deadlines(plan), within=12).empty


def test_the_rule_leaves_its_input_alone(tmp_path):
    deadlines = ends_of(tmp_path, "Mar-26", "Jan-26", "Feb-26")
    with left_alone(deadlines):
        deadline_clusters(deadlines, within=3)


DEADLINES = st.lists(st.tuples(st.sampled_from(["Red", "Blue"]), st.integers(0, 30)), max_size=14)
WINDOW = st.integers(1, 12)
START = month("2025-04")


def deadlines_of(pairs):
    return pd.DataFrame(
        {
            "owner": [owner for owner, _ in pairs],
            "action_id": [f"A{place}" for place in range(len(pairs))],
            "end": pd.PeriodIndex([START + later for _, later in pairs], freq="M"),
        }
    )


@settings(deadline=None, max_examples=60)
@given(DEADLINES, WINDOW)
def test_a_cluster_holds_two_or_more_of_one_owner_and_never_spans_its_window(pairs, within):
    deadlines = deadlines_of(pairs).set_index("action_id")
    for found in deadline_clusters(deadlines.reset_index(), within=within).itertuples():
        own = deadlines.loc[list(found.action_ids)]
        assert found.actions == len(set(found.action_ids)) >= 2
        assert set(own["owner"]) == {found.owner}
        assert (own["end"].min(), own["end"].max()) == (found.first, found.last)
        assert (found.last - found.first).n < within


@settings(deadline=None, max_examples=60)
@given(DEADLINES, WINDOW)
def test_every_pair_within_the_window_is_in_a_cluster_and_no_other_pair_is(pairs, within):
    named = [(f"A{place}", owner, later) for place, (owner, later) in enumerate(pairs)]
    near = {
        (one[0], other[0])
        for one, other in itertools.combinations(named, 2)
        if one[1] == other[1] and abs(one[2] - other[2]) < within
    }
    caught = {
        tuple(sorted(pair, key=lambda name: int(name[1:])))
        for together in ids(deadline_clusters(deadlines_of(pairs), within=within))
        for pair in itertools.combinations(together, 2)
    }
    assert caught == near


@settings(deadline=None, max_examples=60)
@given(DEADLINES, WINDOW)
def test_no_cluster_lies_inside_another_of_the_same_owner(pairs, within):
    found = deadline_clusters(deadlines_of(pairs), within=within)
    for _, own in found.groupby("owner"):
        for one, other in itertools.permutations(map(set, own["action_ids"]), 2):
            assert not one <= other


@settings(deadline=None, max_examples=60)
@given(DEADLINES, WINDOW, st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_the_rows(pairs, within, chance):
    deadlines = deadlines_of(pairs)
    places = list(range(len(pairs)))
    chance.shuffle(places)
    shuffled = deadline_clusters(deadlines.iloc[places], within=within)
    straight = deadline_clusters(deadlines, within=within)
    pd.testing.assert_frame_equal(
        shuffled.assign(action_ids=shuffled["action_ids"].map(sorted)),
        straight.assign(action_ids=straight["action_ids"].map(sorted)),
    )


# --- The published plan


def test_the_seven_clusters_of_the_published_plan():
    clusters = deadline_clusters(team_deadlines(real_plan()), within=1)
    assert records(clusters, "owner", "first", "last", "action_ids") == [
        (CARBON, month("2026-03"), month("2026-03"), CARBON_MARCH_2026),
        ("Special Projects", month("2026-03"), month("2026-03"), ("T7", "T8")),
        ("Transport Projects and Programmes", month("2026-03"), month("2026-03"), ("T7", "T8")),
        (CARBON, month("2027-03"), month("2027-03"), ("LCC.5", "E5")),
        ("Commissioning Support Unit", month("2027-09"), month("2027-09"), ("LCC.7", "LCC.9")),
        (CARBON, month("2029-03"), month("2029-03"), ("LCC.8", "LCC.10")),
        ("Growth Service", month("2030-03"), month("2030-03"), ("E1", "E2")),
    ]


def test_the_published_clusters_within_twelve_months():
    # By hand: LCC.3 (May 2025) joins LCC.2, and LCC.9 (September 2027) joins LCC.5 and E5. Twelve
    # months apart is too far: LCC.2 and LCC.1, B4 and R2, C4 and LCC.6, March 2029 and T9.
    clusters = deadline_clusters(team_deadlines(real_plan()), within=12)
    assert records(clusters, "owner", "first", "last", "actions") == [
        ("Strategic Property Team", month("2025-05"), month("2026-03"), 2),
        (CARBON, month("2026-03"), month("2026-03"), 9),
        ("Special Projects", month("2026-03"), month("2026-03"), 2),
        ("Transport Projects and Programmes", month("2026-03"), month("2026-03"), 2),
        (CARBON, month("2027-03"), month("2027-09"), 3),
        ("Commissioning Support Unit", month("2027-09"), month("2027-09"), 2),
        (CARBON, month("2029-03"), month("2029-03"), 2),
        ("Growth Service", month("2030-03"), month("2030-03"), 2),
    ]
    assert ids(clusters)[0] == ("LCC.3", "LCC.2")
    assert ids(clusters)[4] == ("LCC.5", "E5", "LCC.9")


@pytest.mark.parametrize(
    ("within", "carbon"), [(6, ("LCC.5", "E5")), (7, ("LCC.5", "E5", "LCC.9"))]
)
def test_seven_months_hold_march_to_september_2027(within, carbon):
    assert carbon in ids(deadline_clusters(team_deadlines(real_plan()), within=within))


def test_the_partner_clusters_of_the_published_plan():
    # “Business” of T1 and “Businesses” of R2 are one, by the reviewed list of names.
    clusters = deadline_clusters(partner_deadlines(real_plan()), within=1)
    assert records(clusters, "owner", "first", "action_ids") == [
        ("District councils", month("2026-03"), ("T7", "T8", "B3", "B5", "C1", "C2", "C3")),
        ("LCAN partners", month("2026-03"), ("B3", "E3", "C1", "C2", "C3", "EA1")),
        ("Leicester City Council", month("2026-03"), ("B3", "C1", "C2", "C3")),
        ("Midlands Net Zero Hub", month("2026-03"), ("T8", "B4", "B5", "E3")),
        ("Business and Skills Partnership", month("2026-03"), ("T8", "B5")),
        ("Businesses", month("2027-03"), ("T1", "R2")),
        ("District councils", month("2030-03"), ("T9", "N3")),
    ]


def test_where_a_team_is_chosen_only_its_own_clusters_stand():
    shown = select(real_plan(), filters=Filters(team=("Special Projects",)), as_at=month("2026-11"))
    clusters = deadline_clusters(team_deadlines(shown), within=12)
    assert records(clusters, "owner", "action_ids") == [("Special Projects", ("T7", "T8"))]


# --- With whom


def test_a_published_cluster_is_shared_with_three_teams_and_four_partners():
    # LCC.2 has two more leads, B4 one. EA1 and LCC.2 ask none of the last three partners.
    others, several = shared_in(
        real_plan(), cluster(CARBON, "2026-03", "2026-03", *CARBON_MARCH_2026)
    )
    assert records(others) == [
        ("Highways Operations", 1),
        ("Public Health Team", 1),
        ("Strategic Property Team", 1),
    ]
    assert records(several) == [
        ("LCAN partners", 6),
        ("District councils", 5),
        ("Leicester City Council", 4),
        ("Midlands Net Zero Hub", 3),
    ]


def test_a_partners_cluster_names_its_leads_and_not_the_partner_itself(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | Schools; Farms | Apr-25 | Mar-26",
        "A2 | Red Team; Blue Team | Schools; Farms; Shops | Apr-25 | Mar-26",
    )
    others, several = shared_in(plan, cluster("Schools", "2026-03", "2026-03", "A1", "A2"))
    assert records(others) == [("Red Team", 2), ("Blue Team", 1)]
    assert records(several) == [("Farms", 2)]


def test_pairs_caught_together(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-26",
        "A2 | Red Team | Schools; Farms | Apr-25 | Apr-26",
        "A3 | Blue Team | Farms | Apr-25 | Mar-27",
    )
    clusters = deadline_clusters(team_deadlines(plan), within=2)
    assert records(caught_together(plan, clusters)) == [
        ("Red Team", "Blue Team", "lead", month("2026-03"), month("2026-04"), 1),
        ("Red Team", "Schools", "partner", month("2026-03"), month("2026-04"), 2),
    ]


def test_without_clusters_there_are_no_pairs(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | Schools | Apr-25 | Mar-26")
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    pairs = caught_together(plan, clusters)
    assert (len(pairs), list(pairs.columns)) == (
        0, ["team", "with", "as", "first", "last", "actions"],
    )  # fmt: skip


# --- Sentences


@pytest.mark.parametrize(
    ("first", "last", "as_at", "sentence"),
    [
        ("2026-03", "2026-03", "2026-04", "Red Team: 2 actions ended in March 2026"),
        ("2026-03", "2026-03", "2026-03", "Red Team: 2 actions end in March 2026"),
        ("2026-03", "2026-03", "2026-02", "Red Team: 2 actions end in March 2026"),
        (
            "2025-12", "2026-01", "2026-01",
            "Red Team: 2 actions end between December 2025 and January 2026",
        ),
        (
            "2025-12", "2026-01", "2026-02",
            "Red Team: 2 actions ended between December 2025 and January 2026",
        ),
    ],
)  # fmt: skip
def test_a_cluster_in_words_ended_only_when_its_last_month_is_over(first, last, as_at, sentence):
    found = cluster_sentence(cluster("Red Team", first, last, "A1", "A2"), as_at=month(as_at))
    assert found == sentence


@pytest.mark.parametrize(
    ("as_at", "sentence"),
    [
        ("2026-03", f"Next, {CARBON}: 9 actions end in March 2026"),
        ("2026-04", f"Next, {CARBON}: 2 actions end in March 2027"),
        ("2027-09", "Next, Commissioning Support Unit: 2 actions end in September 2027"),
        ("2030-04", "Growth Service: 2 actions ended in March 2030"),
    ],
)
def test_the_finding_is_the_soonest_cluster_ahead_or_else_the_last_behind(as_at, sentence):
    clusters = deadline_clusters(team_deadlines(real_plan()), within=1)
    assert clusters_sentence(clusters, as_at=month(as_at)) == sentence


@pytest.mark.parametrize(
    ("as_at", "sentence"),
    [
        ("2026-02", "2 actions end next, in March 2026; 2 clusters lie ahead"),
        ("2026-03", "2 actions end next, in March 2026; 2 clusters lie ahead"),
        ("2026-04", "1 action ends next, in June 2026; 1 cluster lies ahead"),
        ("2026-07", "1 action ends next, in July 2026; 1 cluster lies ahead"),
        ("2026-08", "Red Team: 2 actions ended between June 2026 and July 2026"),
    ],
)
def test_the_finding_says_what_ends_next_and_how_many_clusters_lie_ahead(tmp_path, as_at, sentence):
    # The cluster of June and July lies ahead until July is over.
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Mar-26",
        "A2 | Red Team; Blue Team | | Apr-25 | Mar-26",
        "A3 | Red Team | | Apr-25 | Jun-26",
        "A4 | Red Team | | Apr-25 | Jul-26",
        "A5 | Red Team | | Apr-25 | Ongoing",
    )
    clusters = deadline_clusters(team_deadlines(plan), within=2)
    assert next_sentence(plan.actions, clusters, as_at=month(as_at)) == sentence


def test_the_finding_where_nothing_falls_together(tmp_path):
    clusters = deadline_clusters(ends_of(tmp_path, "Ongoing"), within=12)
    assert clusters_sentence(clusters, as_at=month("2026-11")) == (
        "No two deadlines of one team fall together"
    )


@pytest.mark.parametrize(
    ("as_at", "owner"),
    [("2026-11", CARBON), ("2027-04", "Commissioning Support Unit"), ("2031-01", CARBON)],
)
def test_the_lanes_open_on_the_owner_of_the_soonest_cluster_or_of_the_largest(as_at, owner):
    clusters = deadline_clusters(team_deadlines(real_plan()), within=1)
    assert soonest(clusters, as_at=month(as_at)) == owner


def test_the_table_of_clusters_has_the_headings_that_readers_see():
    table = clusters_table(frame(cluster("Red Team", "2026-03", "2026-04", "A1", "A2")))
    assert list(table.columns) == ["Owner", "First", "Last", "Actions", "Ids"]
    assert records(table) == [
        ("Red Team", month("2026-03"), month("2026-04"), 2, ("A1", "A2")),
    ]


# --- The grid


def test_the_grid_counts_each_team_and_month_with_most_deadlines_first(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Blue Team | | Apr-25 | May-26",
        "A2 | Red Team; Blue Team | | Apr-25 | Mar-26",
        "A3 | Red Team | | Apr-25 | Mar-26",
        "A4 | Red Team | | Apr-25 | Dec-25",
        "A5 | Green Team | | Apr-25 | Ongoing",
        "A6 | Amber Team | | Apr-25 | Jan-26",
    )
    assert records(deadline_grid(team_deadlines(plan))) == [
        ("Red Team", month("2025-12"), 1, ("A4",)),
        ("Red Team", month("2026-03"), 2, ("A2", "A3")),
        ("Blue Team", month("2026-03"), 1, ("A2",)),
        ("Blue Team", month("2026-05"), 1, ("A1",)),
        ("Amber Team", month("2026-01"), 1, ("A6",)),
    ]


def test_the_published_grid_counts_every_deadline_once_under_each_lead():
    # By hand: of 29 deadlines T7, T8, T9, B4, E5, R2, LCC.1 and LCC.9 have one more lead, and LCC.2
    # has two more.
    grid = deadline_grid(team_deadlines(real_plan()))
    assert grid["deadlines"].sum() == 29 + 8 + 2
    assert records(grid)[0] == (CARBON, month("2026-03"), 9, CARBON_MARCH_2026)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            [("Red", "2026-03", 2), ("Blue", "2026-04", 1)],
            "Most in a month: Red, 2 deadlines in March 2026",
        ),
        ([("Red", "2026-03", 1)], "Most in a month: Red, 1 deadline in March 2026"),
        (
            [("Red", "2026-03", 2), ("Blue", "2026-03", 2)],
            "At most 2 deadlines of one team in a month",
        ),
        (
            [("Red", "2026-03", 1), ("Red", "2026-04", 1)],
            "At most 1 deadline of one team in a month",
        ),
    ],
)
def test_the_finding_of_the_grid_names_its_peak_if_there_is_one(counts, sentence):
    grid = pd.DataFrame(counts, columns=["team", "month", "deadlines"])
    assert grid_sentence(grid.assign(month=months(*grid["month"]))) == sentence


# --- Side by side

LANES = (
    "A1 | Red Team | | Apr-25 | Mar-26",
    "A2 | Red Team | | Jan-26 | Mar-26",
    "A3 | Red Team | | Ongoing | Mar-26",
    "A4 | Red Team | | Apr-25 | Ongoing",
    "A5 | Blue Team | | Apr-25 | Mar-26",
)
YEARS = ("2025-26",)


def test_the_actions_of_a_cluster_are_counted_in_each_month_to_its_last(tmp_path):
    plan = small_plan(tmp_path, *LANES, as_at="2026-01")
    running = side_by_side(
        plan.actions, cluster("Red Team", "2026-03", "2026-03", "A1", "A2", "A3"), years=YEARS
    )
    assert running["running"].tolist() == [2] * 9 + [3] * 3
    assert (running["month"].iloc[0], running["month"].iloc[-1]) == (
        month("2025-04"), month("2026-03"),
    )  # fmt: skip


def test_a_cluster_before_the_years_begins_with_its_own_first_month(tmp_path):
    plan = small_plan(tmp_path, *LANES, as_at="2026-01")
    early = cluster("Red Team", "2026-03", "2026-03", "A1", "A2", "A3")
    running = side_by_side(plan.actions, early, years=("2026-27",))
    assert records(running) == [(month("2026-03"), 3)]


def test_the_peak_of_the_largest_cluster_is_named(tmp_path):
    plan = small_plan(tmp_path, *LANES, as_at="2026-01")
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    assert side_by_side_sentence(plan.actions, clusters, years=YEARS) == (
        "Red Team: at most 3 run side by side, Jan 2026 to Mar 2026"
    )


def test_nine_published_windows_run_side_by_side_until_march_2026():
    plan = real_plan()
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    own = clusters[clusters["owner"].eq(CARBON)]
    assert side_by_side_sentence(plan.actions, own, years=plan.delivery_years) == (
        f"{CARBON}: at most 9 run side by side, Apr 2025 to Mar 2026"
    )


def test_where_no_start_is_given_nothing_is_said_to_run_0_at_a_time(tmp_path):
    plan = small_plan(
        tmp_path, "A1 | Red Team | | TBC | Mar-26", "A2 | Red Team | | | Mar-26", as_at="2026-01"
    )
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    assert "at most 0" not in side_by_side_sentence(plan.actions, clusters, years=YEARS)


def test_each_cluster_has_a_lane_for_each_of_its_actions(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Jan-26",
        "A2 | Red Team | | Jan-26 | Feb-26",
        "A3 | Red Team | | Feb-26 | Mar-26",
        as_at="2026-01",
    )
    clusters = deadline_clusters(team_deadlines(plan), within=2)
    assert records(lanes(plan.actions, clusters, years=YEARS), "group", "action_id") == [
        ("January 2026 to February 2026: at most 2 run side by side, January 2026", "A1"),
        ("January 2026 to February 2026: at most 2 run side by side, January 2026", "A2"),
        ("February 2026 to March 2026: at most 2 run side by side, February 2026", "A2"),
        ("February 2026 to March 2026: at most 2 run side by side, February 2026", "A3"),
    ]


def test_the_lanes_of_the_published_carbon_reduction_team():
    plan = positioned(real_plan(), "2026-11")
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    drawn = lanes(plan.actions, clusters[clusters["owner"].eq(CARBON)], years=plan.delivery_years)
    by_group = drawn.groupby("group", sort=False)["action_id"].agg(set).to_dict()
    assert by_group == {
        "March 2026: at most 9 run side by side, Apr 2025 to Mar 2026": set(CARBON_MARCH_2026),
        "March 2027: at most 2 run side by side, Apr 2025 to Mar 2027": {"LCC.5", "E5"},
        "March 2029: at most 2 run side by side, Apr 2027 to Mar 2029": {"LCC.8", "LCC.10"},
    }


def test_lanes_come_with_the_soonest_deadline_first_wherever_it_stands_in_the_plan(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Mar-27",
        "A2 | Red Team | | Apr-25 | Mar-27",
        "A3 | Red Team | | Apr-25 | Mar-26",
        "A4 | Red Team | | Apr-25 | Mar-26",
        as_at="2026-01",
    )
    clusters = deadline_clusters(team_deadlines(plan), within=1)
    drawn = lanes(plan.actions, clusters, years=("2025-26", "2026-27"))
    assert drawn["action_id"].tolist() == ["A3", "A4", "A1", "A2"]
