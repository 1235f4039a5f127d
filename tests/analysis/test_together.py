import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.together import deadline_sets, involved, lanes, together
from tests.at import plan_at, published
from tests.builders import left_alone, month

CARBON, GROWTH = "Carbon Reduction Team", "Growth Service"
SUPPORT, PROJECTS = "Commissioning Support Unit", "Special Projects"
TRANSPORT = "Transport Projects and Programmes"
CARBON_MARCH_2026 = ("LCC.2", "B3", "B4", "B5", "E3", "C1", "C2", "C3", "EA1")


def ends(*months_of_ends, team="Red Team", prefix="A"):
    """Return the rows of actions A1, A2 and so on of one team, under way when published."""
    return [
        f"{prefix}{n} | {team} | | Ongoing | {end}" for n, end in enumerate(months_of_ends, start=1)
    ]


def sets_in(found):
    """Return whose set each row is, and of which actions."""
    rows = zip(found.table.rows, found.picture.spots(), strict=True)
    return [(row[1], spot.action_ids) for row, spot in rows]


def ids(found):
    return [each for _, each in sets_in(found)]


# --- What a set is


@pytest.mark.parametrize(
    ("within", "given", "sets"),
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
        (2, ["Nov-26", "Jan-27"], []),
        # Ties.
        (1, ["Mar-26", "Mar-26", "Mar-26"], [("A1", "A2", "A3")]),
        (1, ["Apr-26", "Mar-26", "Apr-26", "Mar-26"], [("A2", "A4"), ("A1", "A3")]),
        (2, ["Apr-26", "Mar-26", "Apr-26", "Mar-26"], [("A2", "A4", "A1", "A3")]),
        # A set inside another is dropped: February and March of January to March.
        (3, ["Jan-26", "Feb-26", "Mar-26"], [("A1", "A2", "A3")]),
        (12, ["Jan-26", "Mar-26", "Mar-26", "Dec-26"], [("A1", "A2", "A3", "A4")]),
        # Sets that overlap and do not hold one another are both kept.
        (3, ["Jan-26", "Mar-26", "May-26"], [("A1", "A2"), ("A2", "A3")]),
        (2, ["Jan-26", "Feb-26", "Feb-26", "Mar-26"], [("A1", "A2", "A3"), ("A2", "A3", "A4")]),
        # A lone deadline before a set.
        (2, ["Jan-26", "Mar-26", "Apr-26"], [("A2", "A3")]),
        # No two deadlines.
        (12, ["Mar-26"], []),
        (12, ["Ongoing", "Ongoing"], []),
        (12, ["TBC", "Mar-26"], []),
        (12, ["", "TBC", "Ongoing"], []),
        (1, ["TBC", "Mar-26", "Ongoing", "Mar-26"], [("A2", "A4")]),
    ],
)
def test_what_a_set_is(within, given, sets):
    assert ids(together(plan_at(*ends(*given), as_at="2025-04"), within=within)) == sets


@pytest.mark.parametrize("question", [together, lanes, involved])
@pytest.mark.parametrize("within", [0, 13, -1])
def test_another_number_of_months_is_refused(question, within):
    with pytest.raises(ValueError, match=f"1 to 12 months, not {within}"):
        question(plan_at(*ends("Mar-26", "Mar-26")), within=within)


@pytest.mark.parametrize(
    ("as_at", "sets"),
    [
        ("2026-03", [("ahead", ("A1", "A2", "A3"))]),
        # The as-at month parts what has passed from what lies ahead.
        ("2026-04", [("ahead", ("A2", "A3"))]),
        ("2026-05", [("past", ("A1", "A2"))]),
        ("2026-06", [("past", ("A1", "A2", "A3"))]),
    ],
)
def test_no_set_straddles_the_as_at_month(as_at, sets):
    found = together(plan_at(*ends("Mar-26", "Apr-26", "May-26"), as_at=as_at), within=3)
    assert list(zip([row[0] for row in found.table.rows], ids(found), strict=True)) == sets
    assert "Deadlines in or after the as-at month and those before it" in found.rule


def test_a_joint_action_stands_under_each_lead():
    found = together(
        plan_at(
            "A1 | Red Team; Blue Team | | Apr-25 | Mar-27",
            "A2 | Blue Team; Red Team | | Apr-25 | Mar-27",
            "A3 | Blue Team; Green Team | | Apr-25 | Mar-27",
        ),
        within=1,
    )
    assert sets_in(found) == [("Blue Team", ("A1", "A2", "A3")), ("Red Team", ("A1", "A2"))]


def test_deadlines_of_two_teams_are_no_set():
    rows = [*ends("Mar-27"), *ends("Mar-27", team="Blue Team", prefix="B")]
    assert together(plan_at(*rows), within=12).finding == "No team has deadlines together"


def test_a_partner_that_an_action_names_twice_has_one_deadline():
    found = together(plan_at("A1 | Red Team | Schools; Schools | | Mar-27"), whose="partner")
    assert found.table.rows == ()


def test_sets_ahead_come_soonest_first_then_largest_then_by_name():
    found = together(
        plan_at(
            *[f"A{n} | Red Team; Blue Team | | Apr-25 | Mar-27" for n in (1, 2)],
            *ends("Mar-27", "Mar-27", "Mar-27", team="Green Team", prefix="B"),
            *ends("Feb-27", "Feb-27", team="Yellow Team", prefix="C"),
        ),
        within=1,
    )
    assert [name for name, _ in sets_in(found)] == [
        "Yellow Team", "Green Team", "Blue Team", "Red Team",
    ]  # fmt: skip


def test_past_sets_come_after_those_ahead_the_last_first_then_the_largest():
    found = together(
        plan_at(
            *ends("Feb-26", "Feb-26", "Mar-26", "Mar-26", "Mar-27", "Mar-27"),
            *ends("Mar-26", "Mar-26", "Mar-26", team="Blue Team", prefix="B"),
        ),
        within=1,
    )
    assert sets_in(found) == [
        ("Red Team", ("A5", "A6")),
        ("Blue Team", ("B1", "B2", "B3")),
        ("Red Team", ("A3", "A4")),
        ("Red Team", ("A1", "A2")),
    ]


DEADLINES = st.lists(st.tuples(st.sampled_from("RB"), st.integers(0, 30)), max_size=12)


@settings(deadline=None, max_examples=40)
@given(DEADLINES, st.integers(1, 12))
def test_two_deadlines_share_a_set_if_and_only_if_they_lie_near(pairs, within):
    start = month("2025-10")
    rows = [
        f"A{place} | {team} | | Ongoing | {(start + later).strftime('%b-%y')}"
        for place, (team, later) in enumerate(pairs)
    ]
    at = plan_at("Z | Z | | Ongoing | Ongoing", *rows)
    sets = deadline_sets(at, at.leads, within=within)
    held = {tuple(sorted(pair)) for each in sets for pair in itertools.combinations(each.places, 2)}
    side = [later < 13 for _, later in pairs]
    near = {
        (one + 1, other + 1)
        for one, other in itertools.combinations(range(len(pairs)), 2)
        if pairs[one][0] == pairs[other][0]
        and side[one] == side[other]
        and abs(pairs[one][1] - pairs[other][1]) < within
    }
    assert held == near
    for one, other in itertools.permutations([set(each.places.tolist()) for each in sets], 2):
        assert not one < other


# --- What is said of the sets


@pytest.mark.parametrize(
    ("given", "finding", "counted"),
    [
        (
            ["Nov-26", "Nov-26"],
            "Red Team: 2 deadlines together in November 2026",
            "The only set ahead; a set is one team’s deadlines within 3 months",
        ),
        (
            ["Mar-27", "May-27", "May-27"],
            "Red Team: 3 deadlines together, Mar to May 2027",
            "The only set ahead; a set is one team’s deadlines within 3 months",
        ),
        (
            ["Dec-26", "Jan-27", "Mar-27", "Mar-29"],
            "Red Team: 2 deadlines together, Dec 2026 to Jan 2027",
            "The first of 2 sets ahead; a set is one team’s deadlines within 3 months; "
            "1 deadline ahead is in none",
        ),
        (
            ["Oct-26", "Sep-26", "Mar-27", "Mar-27", "Mar-29", "Mar-30"],
            "Red Team: 2 deadlines together in March 2027",
            "The only set ahead; 1 has passed; a set is one team’s deadlines within 3 months; "
            "2 deadlines ahead are in none",
        ),
        (
            ["Oct-26", "Oct-26", "Mar-26", "Mar-26", "Mar-27", "Mar-27", "Mar-28", "Mar-28"],
            "Red Team: 2 deadlines together in March 2027",
            "The first of 2 sets ahead; 2 have passed; "
            "a set is one team’s deadlines within 3 months",
        ),
        (
            ["Oct-26", "Oct-26", "Sep-26"],
            "Red Team: 3 ended together, Sep to Oct 2026",
            "The only set, now past; a set is one team’s deadlines within 3 months",
        ),
        (
            ["Jan-26", "Jan-26", "Jan-26", "Oct-26", "Oct-26", "Mar-27"],
            "Red Team: 2 ended together in October 2026",
            "The last of 2 sets, all past; a set is one team’s deadlines within 3 months; "
            "1 deadline ahead is in none",
        ),
        (
            ["Mar-27", "Mar-28", "Mar-26"],
            "No team has deadlines together",
            "3 deadlines here, in no set; a set is one team’s deadlines within 3 months",
        ),
        (
            ["Mar-27"],
            "No team has deadlines together",
            "1 deadline here, in no set; a set is one team’s deadlines within 3 months",
        ),
        (
            ["Ongoing", "TBC"],
            "No team has deadlines together",
            "No deadlines here; a set is one team’s deadlines within 3 months",
        ),
    ],
)
def test_the_finding_is_the_first_set_ahead_or_else_the_last_past(given, finding, counted):
    found = together(plan_at(*ends(*given)))
    assert (found.finding, found.counted) == (finding, counted)
    assert len(finding.split()) <= 12


def test_one_month_is_said_as_such():
    found = together(plan_at(*ends("Mar-27", "Mar-27")), within=1)
    assert found.counted == "The only set ahead; a set is one team’s deadlines in one month"


def test_a_row_says_whose_when_what_and_with_whom():
    found = together(
        plan_at(
            "A1 | Red Team; Blue Team | Schools; Farms | Apr-25 | Jan-27",
            "A2 | Red Team | Schools; Farms | Apr-25 | Jan-27",
            "A3 | Red Team; Blue Team; Green Team | Schools; Shops | Apr-25 | Feb-27",
        ),
        within=2,
    )
    assert found.table.columns == (
        "When", "Team", "First", "Last", "Deadlines", "Actions", "Also led by",
        "Partners in common",
    )  # fmt: skip
    assert found.table.rows[0] == (
        "ahead", "Red Team", month("2027-01"), month("2027-02"), 3,
        ("A1 Do A1", "A2 Do A2", "A3 Do A3"), ("Blue Team", "Green Team"), ("Schools", "Farms"),
    )  # fmt: skip


def test_a_row_leads_to_its_actions_and_says_its_set():
    found = together(plan_at(*ends("Jan-27", "Feb-27", "Mar-26", "Mar-26")), within=2)
    assert list(found.picture.spots()) == [
        (
            ("Red Team", "Jan 2027"), "Red Team: 2 deadlines together, Jan to Feb 2027",
            ("A1", "A2"), "Red Team", "",
        ),
        (
            ("Red Team", "Mar 2026"), "Red Team: 2 ended together in March 2026",
            ("A3", "A4"), "Red Team", "",
        ),
    ]  # fmt: skip


def test_a_partners_set_names_who_leads_it_and_not_the_partner_itself():
    found = together(
        plan_at(
            "A1 | Red Team | Schools; Farms | Apr-25 | Mar-27",
            "A2 | Red Team; Blue Team | Schools; Farms; Shops | Apr-25 | Mar-27",
        ),
        whose="partner",
    )
    assert found.question == "partner-together"
    assert found.finding == "Farms: 2 deadlines together in March 2027"
    assert found.counted == (
        "The first of 2 sets ahead; a set is one partner’s deadlines within 3 months"
    )
    assert found.table.columns[1] == "Partner"
    assert found.table.rows[1][1:] == (
        "Schools", month("2027-03"), month("2027-03"), 2, ("A1 Do A1", "A2 Do A2"),
        ("Red Team", "Blue Team"), ("Farms",),
    )  # fmt: skip
    assert found.spot(("Schools", "Mar 2027")).partner == "Schools"


def test_notes_name_the_actions_of_the_sets_ahead_and_with_whom():
    found = together(
        plan_at(
            "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-27",
            "A2 | Red Team | Schools | Apr-25 | Mar-27",
            *ends("Mar-26", "Mar-26", prefix="B"),
        )
    )
    assert found.notes == (
        "Red Team, March 2027: Do A1; Do A2. Also led by Blue Team. Partners in common: Schools.",
    )


def test_notes_of_a_dozen_sets_count_the_rest():
    rows = [
        row for n in range(13) for row in ends("Mar-27", "Mar-27", team=f"T{n}", prefix=f"{n}.")
    ]
    notes = together(plan_at(*rows)).notes
    assert (len(notes), notes[-1]) == (13, "And 1 more set.")


# --- The focus: a chosen team narrows what is mine, never whom I meet


FOCUS = (
    "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-27",
    "A2 | Red Team; Blue Team | Schools | Apr-25 | Mar-27",
    "A3 | Blue Team | Farms | Apr-25 | Mar-27",
)


def test_a_chosen_team_has_its_own_sets_and_still_meets_the_others():
    at = plan_at(*FOCUS, team=("Red Team",))
    found = together(at)
    assert sets_in(found) == [("Red Team", ("A1", "A2"))]
    assert found.table.rows[0][-2:] == (("Blue Team",), ("Schools",))
    assert involved(at).finding == "1 team and 1 partner are also involved ahead"


def test_a_chosen_partner_has_its_own_sets_and_still_meets_the_others():
    at = plan_at(
        "A1 | Red Team | Schools; Farms | Apr-25 | Mar-27",
        "A2 | Blue Team | Schools; Farms | Apr-25 | Mar-27",
        partner=("Farms",),
    )
    found = together(at, whose="partner")
    assert sets_in(found) == [("Farms", ("A1", "A2"))]
    assert found.table.rows[0][-2:] == (("Blue Team", "Red Team"), ("Schools",))


# --- Who else is involved


def test_a_pair_is_another_lead_or_a_partner_of_two_actions_of_one_set():
    found = involved(
        plan_at(
            "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-27",
            "A2 | Red Team | Schools; Farms | Apr-25 | Apr-27",
            "A3 | Blue Team | Farms | Apr-25 | Mar-28",
        ),
        within=2,
    )
    first, last = month("2027-03"), month("2027-04")
    assert found.table.columns == ("Team", "With", "As", "When", "First", "Last", "Actions")
    assert tuple(found.table.rows) == (
        ("Red Team", "Blue Team", "lead", "ahead", first, last, 1),
        ("Red Team", "Schools", "partner", "ahead", first, last, 2),
    )
    assert list(found.picture.spots()) == [
        (
            ("Red Team", "Mar 2027", "lead", "Blue Team"),
            "Red Team, Mar to Apr 2027: 1 deadline with Blue Team", ("A1",), "Red Team", "",
        ),
        (
            ("Red Team", "Mar 2027", "partner", "Schools"),
            "Red Team, Mar to Apr 2027: 2 deadlines with Schools", ("A1", "A2"), "Red Team",
            "Schools",
        ),
    ]  # fmt: skip


def joint(end, *others, partners="", prefix="A"):
    """Return two actions of one team that end in a month, the first with other leads."""
    leads = "; ".join(["Red Team", *others])
    return (
        f"{prefix}1 | {leads} | {partners} | Ongoing | {end}",
        f"{prefix}2 | Red Team | {partners} | Ongoing | {end}",
    )


@pytest.mark.parametrize(
    ("rows", "finding", "pairs"),
    [
        (joint("Mar-27", "X"), "1 team is also involved ahead", "1 pair ahead"),
        (joint("Mar-27", "X", "Y"), "2 teams are also involved ahead", "2 pairs ahead"),
        (joint("Mar-27", partners="P"), "1 partner is also involved ahead", "1 pair ahead"),
        (
            joint("Mar-27", "X", partners="P; Q"),
            "1 team and 2 partners are also involved ahead",
            "3 pairs ahead",
        ),
        # Of a set past and one ahead, the one ahead is spoken of.
        (
            (*joint("Mar-27", "X"), *joint("Mar-26", "Y", "Z", prefix="B")),
            "1 team is also involved ahead",
            "1 pair ahead and 2 past",
        ),
        # A name beside two sets is one name.
        (
            (*joint("Mar-27", "X"), *joint("Mar-28", "X", prefix="B")),
            "1 team is also involved ahead",
            "2 pairs ahead",
        ),
        (
            (*joint("Mar-27"), *joint("Mar-26", "Y", prefix="B")),
            "No other team or partner is involved ahead",
            "1 pair, past",
        ),
        (joint("Mar-26", "X"), "1 team was also involved", "1 pair, past"),
        (joint("Mar-26", "X", "Y"), "2 teams were also involved", "2 pairs, all past"),
        (joint("Mar-27"), "No other team or partner is involved ahead", "No pairs"),
        (joint("Mar-26"), "No other team or partner was involved", "No pairs"),
        (ends("Mar-27"), "No other team or partner is involved", "No pairs"),
        (ends("TBC", "Ongoing"), "No other team or partner is involved", "No pairs"),
    ],
)
def test_those_beside_the_sets_ahead_are_spoken_of_or_else_those_beside_the_past(
    rows, finding, pairs
):
    found = involved(plan_at(*rows))
    assert found.finding == finding
    assert found.counted == (
        f"{pairs}: other leads of a set, and partners that two or more of its actions name; "
        "a set is one team’s deadlines within 3 months"
    )


def test_past_pairs_stay_in_the_table_and_are_marked():
    rows = (*joint("Mar-27", "X"), *joint("Mar-26", "Y", prefix="B"))
    found = involved(plan_at(*rows))
    assert [row[1:4] for row in found.table.rows] == [("X", "lead", "ahead"), ("Y", "lead", "past")]


# --- Side by side


def starts(*spans, team="Red Team"):
    """Return the rows of actions that run from one month to another."""
    return [f"A{n} | {team} | | {first} | {last}" for n, (first, last) in enumerate(spans, start=1)]


@pytest.mark.parametrize(
    ("spans", "finding"),
    [
        ([("Apr-25", "Mar-27"), ("Apr-26", "Mar-27")], "at most 2 run side by side ahead"),
        # The last month of one is the first of the other.
        ([("Apr-25", "Mar-27"), ("Mar-27", "Apr-27")], "at most 2 run side by side ahead"),
        ([("Apr-25", "Mar-27"), ("Apr-27", "May-27")], "no two run side by side ahead"),
        ([("Ongoing", "Nov-26"), ("Ongoing", "Nov-26")], "at most 2 run side by side ahead"),
        # Three run at once, but not in the month that a fourth starts.
        (
            [("Ongoing", "Nov-26")] * 3 + [("Dec-26", "Dec-26")],
            "at most 3 run side by side ahead",
        ),
        ([("Apr-25", "Oct-26"), ("Apr-25", "Oct-26")], "at most 2 ran side by side"),
        ([("Ongoing", "Oct-26"), ("Ongoing", "Sep-26")], "at most 2 ran side by side"),
        ([("Sep-26", "Sep-26"), ("Oct-26", "Oct-26")], "no two ran side by side"),
        ([("TBC", "Mar-27"), ("TBC", "Mar-27")], "no two known to run side by side ahead"),
        ([("TBC", "Oct-26"), ("Apr-25", "Oct-26")], "no two known to have run side by side"),
        ([("Apr-25", "Mar-27"), ("Apr-25", "Mar-28")], None),
    ],
)
def test_at_most_so_many_of_a_set_run_side_by_side(spans, finding):
    found = lanes(plan_at(*starts(*spans)), team="Red Team").finding
    assert found == (f"Red Team: {finding}" if finding else "Red Team has no deadlines together")


def test_lanes_stand_under_their_set_soonest_deadline_first():
    found = lanes(plan_at(*starts(("Apr-26", "Apr-27"), ("Apr-25", "Mar-27"))), within=2)
    heading = "Mar to Apr 2027: at most 2 run side by side"
    assert [(lane.group, lane.label) for lane in found.picture.lanes] == [
        (heading, "A2"), (heading, "A1"),
    ]  # fmt: skip
    assert found.table.columns == (
        "Set", "Id", "Title (ours)", "Leads", "Position", "Start", "End",
    )  # fmt: skip
    assert found.table.rows[0] == (
        heading, "A2", "Do A2", "Red Team", "in delivery", "Apr-25", "Mar-27",
    )  # fmt: skip
    assert found.notes == (f"{heading}.",)


def test_past_sets_are_left_out_and_counted_where_one_lies_ahead():
    rows = starts(("Apr-25", "Mar-26"), ("Apr-25", "Mar-26"), ("TBC", "Mar-27"), ("", "Mar-27"))
    found = lanes(plan_at(*rows), within=1)
    assert [lane.label for lane in found.picture.lanes] == ["A3", "A4"]
    assert found.counted == (
        "2 actions of 1 set ahead; a set is one team’s deadlines in one month; "
        "1 past set is left out; the start of 2 is not given"
    )


def test_an_action_in_two_sets_has_a_lane_in_each():
    rows = starts(("Apr-25", "Jan-26"), ("Apr-25", "Mar-26"), ("Apr-25", "May-26"))
    found = lanes(plan_at(*rows))
    assert [(lane.group.split(":")[0], lane.label) for lane in found.picture.lanes] == [
        ("Mar to May 2026", "A2"), ("Mar to May 2026", "A3"),
        ("Jan to Mar 2026", "A1"), ("Jan to Mar 2026", "A2"),
    ]  # fmt: skip
    assert found.counted == (
        "3 actions of 2 past sets; a set is one team’s deadlines within 3 months; "
        "an action stands in each of its sets, 4 lanes in all"
    )


def test_the_team_is_that_of_the_first_set_unless_one_is_named():
    rows = [*ends("Mar-28", "Mar-28"), *ends("Mar-27", "Mar-27", team="Blue Team", prefix="B")]
    at = plan_at(*rows)
    assert lanes(at).finding == "Blue Team: at most 2 run side by side ahead"
    assert lanes(at, team="Red Team").finding == "Red Team: at most 2 run side by side ahead"


def test_without_a_set_there_is_no_lane():
    found = lanes(plan_at(*ends("Mar-27", "TBC")))
    assert found.finding == "No team has deadlines together"
    assert found.counted == "A set is one team’s deadlines within 3 months"
    assert (found.picture.lanes, found.table.rows) == ((), ())


# --- The published plan


def test_the_seven_published_sets_in_one_month_four_of_them_ahead():
    found = together(published(), within=1)
    assert [
        (row[0], row[1], str(row[2]), each)
        for row, each in zip(found.table.rows, ids(found), strict=True)
    ] == [
        ("ahead", CARBON, "2027-03", ("LCC.5", "E5")),
        ("ahead", SUPPORT, "2027-09", ("LCC.7", "LCC.9")),
        ("ahead", CARBON, "2029-03", ("LCC.8", "LCC.10")),
        ("ahead", GROWTH, "2030-03", ("E1", "E2")),
        ("past", CARBON, "2026-03", CARBON_MARCH_2026),
        ("past", PROJECTS, "2026-03", ("T7", "T8")),
        ("past", TRANSPORT, "2026-03", ("T7", "T8")),
    ]
    assert found.finding == f"{CARBON}: 2 deadlines together in March 2027"
    assert found.about == (
        "The first of 4 sets ahead; 3 have passed; a set is one team’s deadlines in one month; "
        "8 deadlines ahead are in none. Whole plan, as at Nov 2026"
    )


@pytest.mark.parametrize(
    ("as_at", "finding"),
    [
        ("2026-03", f"{CARBON}: 9 deadlines together in March 2026"),
        ("2026-04", f"{CARBON}: 2 deadlines together in March 2027"),
        ("2027-09", f"{SUPPORT}: 2 deadlines together in September 2027"),
        ("2030-03", f"{GROWTH}: 2 deadlines together in March 2030"),
        ("2030-04", f"{GROWTH}: 2 ended together in March 2030"),
        ("2032-01", f"{GROWTH}: 2 ended together in March 2030"),
    ],
)
def test_the_first_published_set_month_by_month(as_at, finding):
    assert together(published(as_at), within=1).finding == finding


@pytest.mark.parametrize(("within", "first"), [(6, ("LCC.5", "E5")), (7, ("LCC.5", "E5", "LCC.9"))])
def test_seven_months_hold_march_to_september_2027(within, first):
    assert ids(together(published(), within=within))[0] == first


def test_nine_deadlines_of_the_carbon_reduction_team_with_three_teams_and_four_partners():
    past = together(published(), within=1).table.rows[4]
    assert past[4] == 9
    # LCC.2 has two more leads, B4 one.
    assert past[6] == ("Highways Operations", "Public Health Team", "Strategic Property Team")
    assert past[7] == (
        "LCAN partners", "District councils", "Leicester City Council", "Midlands Net Zero Hub",
    )  # fmt: skip


def test_the_published_partners_with_deadlines_together():
    # “Business” of T1 and “Businesses” of R2 are one, by the reviewed list of names.
    assert sets_in(together(published(), within=1, whose="partner")) == [
        ("Businesses", ("T1", "R2")),
        ("District councils", ("T9", "N3")),
        ("District councils", ("T7", "T8", "B3", "B5", "C1", "C2", "C3")),
        ("LCAN partners", ("B3", "E3", "C1", "C2", "C3", "EA1")),
        ("Leicester City Council", ("B3", "C1", "C2", "C3")),
        ("Midlands Net Zero Hub", ("T8", "B4", "B5", "E3")),
        ("Business and Skills Partnership", ("T8", "B5")),
    ]


def test_who_else_is_involved_in_the_published_sets():
    found = involved(published(), within=1)
    assert found.finding == "2 teams are also involved ahead"
    assert found.counted.startswith("2 pairs ahead and 11 past")
    assert involved(published("2026-03"), within=1).finding == (
        "7 teams and 4 partners are also involved ahead"
    )


@pytest.mark.parametrize(
    ("team", "finding"),
    [
        (CARBON, f"{CARBON}: at most 2 run side by side ahead"),
        (PROJECTS, f"{PROJECTS}: at most 2 ran side by side"),
        ("Planning", "Planning has no deadlines together"),
    ],
)
def test_what_runs_side_by_side_in_the_published_sets(team, finding):
    assert lanes(published(), team=team).finding == finding


@pytest.mark.parametrize("question", [together, lanes, involved])
def test_a_question_leaves_the_plan_alone(question):
    at = plan_at(*FOCUS)
    with left_alone(at.plan.actions, at.plan.assignments, at.plan.partnerships):
        question(at)
