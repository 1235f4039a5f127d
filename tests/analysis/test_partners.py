import pytest

from netzero.analysis.partners import demand, kinds, matrix, partners
from tests.at import plan_at, published
from tests.builders import month

ROWS = (
    "A1 | Red Team; Blue Team | Schools; Residents | Apr-25 | Mar-27 | Homes",
    "A2 | Red Team | Residents | Nov-26 | Ongoing | Roads",
    "A3 | Green Team | Blue Team | Apr-25 | Oct-26 | Roads",
    "A4 | Green Team | TBC | Apr-25 | Ongoing | Roads",
    "A5 | Blue Team | Residents | TBC | Dec-26 | Homes",
    "A6 | Green Team | Residents | Dec-26 | Mar-28 | Food",
)


def of_one(found, name):
    """Return the row of one partner, by heading."""
    [row] = [row for row in found.table.rows if row[0] == name]
    return dict(zip(found.table.columns, row, strict=True))


def cells_of(found):
    """Return the count and the ids of each cell, by the names of its row and column."""
    picture = found.picture
    return {
        (picture.rows[cell.row], picture.columns[cell.column].name): (
            cell.value,
            cell.spot.action_ids,
        )
        for cell in picture.cells
    }


# --- Partners


def test_a_partner_is_counted_by_position_in_teams_and_in_themes():
    found = partners(plan_at(*ROWS))
    assert of_one(found, "Residents") == {
        "Partner": "Residents", "Kind": "public", "In delivery": 1, "Ongoing": 1, "Live": 2,
        "Teams asking, whole plan": 2, "Next deadline": month("2026-12"),
        "Not started": 1, "Ended": 0,
        "Dates not given": 1, "Actions": 4, "Themes": 3,
    }  # fmt: skip
    assert [row[0] for row in found.table.rows] == ["Residents", "Schools", "Blue Team"]
    assert of_one(found, "Blue Team")["Kind"] == "council team (internal)"
    assert of_one(found, "Blue Team")["Next deadline"] is None


def test_the_bars_are_the_live_actions_and_lead_to_them():
    found = partners(plan_at(*ROWS))
    assert found.picture.names == ("Residents", "Schools")
    assert [(each.name, each.values) for each in found.picture.series] == [
        ("ongoing", (1, 0)), ("in delivery", (1, 1)),
    ]  # fmt: skip
    assert found.spot(("Residents",)) == (
        ("Residents",), "Residents: 2 live actions", ("A1", "A2"), "", "Residents",
    )  # fmt: skip
    assert found.counted == (
        "2 of 3 live actions name a partner; 1 more has partners to be confirmed; "
        "1 more partner is named in none live"
    )
    assert found.notes == (
        "Residents: 2 live actions, led by Red Team and Blue Team.",
        "Schools: 1 live action, led by Blue Team and Red Team.",
    )


@pytest.mark.parametrize(
    ("as_at", "next_deadline"), [("2026-12", "2026-12"), ("2027-01", "2027-03")]
)
def test_the_next_deadline_may_be_this_month_and_is_never_past(as_at, next_deadline):
    found = partners(plan_at(*ROWS, as_at=as_at))
    assert of_one(found, "Residents")["Next deadline"] == month(next_deadline)


def test_teams_asking_are_those_of_the_whole_plan_whatever_is_chosen():
    found = partners(plan_at(*ROWS, team=("Blue Team",)))
    assert (
        of_one(found, "Residents")["Live"],
        of_one(found, "Residents")["Teams asking, whole plan"],
    ) == (
        1,
        2,
    )
    found = partners(plan_at(*ROWS, theme=("Food",)))
    assert (
        of_one(found, "Residents")["Live"],
        of_one(found, "Residents")["Teams asking, whole plan"],
    ) == (
        0,
        2,
    )


@pytest.mark.parametrize(
    ("rows", "scope", "finding"),
    [
        (ROWS, {}, "Residents: 2 live actions with 2 teams"),
        (ROWS[:1], {}, "2 partners: 1 live action each"),
        (ROWS[1:2], {}, "Residents: 1 live action with 1 team"),
        (ROWS[2:3], {}, "No live action names a partner"),
        (ROWS[3:4], {}, "No action here names a partner"),
        (ROWS, {"partner": ("Residents",)}, "Named in 2 live actions with 2 teams"),
        (ROWS, {"partner": ("Blue Team",)}, "No live action names Blue Team"),
        (
            ROWS,
            {"partner": ("Schools", "Residents")},
            "Residents: 2 live actions with 2 teams",
        ),
        (("A1 | TBC | Schools | Apr-25 | Mar-27",), {}, "Schools: 1 live action"),
        (
            (*ROWS, "A7 | Red Team | Schools | Apr-25 | Mar-27"),
            {},
            "2 partners: 2 live actions each",
        ),
        (
            (*ROWS, "A7 | Red Team | Hub | Apr-25 | Mar-27"),
            {},
            "Residents: 2 live actions with 2 teams",
        ),
    ],
)
def test_the_finding_names_the_partner_named_in_most_live_actions(rows, scope, finding):
    assert partners(plan_at(*rows, **scope)).finding == finding


def test_under_a_filter_on_partners_the_counted_line_does_not_say_that_all_name_one():
    found = partners(plan_at(*ROWS, partner=("Schools", "Residents")))
    assert found.counted == "2 live actions with Schools or Residents"


def test_the_published_partners_in_november_2026():
    found = partners(published())
    assert found.finding == "District councils: 14 live actions with 12 teams"
    # By hand: T3-T6, T10, B1, B2, E4, R3, N1-N3, C5 and EA2 are live; N3 and T9 end next.
    own = of_one(found, "District councils")
    assert (own["Live"], own["Teams asking, whole plan"], own["Actions"]) == (14, 12, 22)
    assert own["Next deadline"] == month("2030-03")
    assert (of_one(found, "LCAN partners")["Live"], of_one(found, "LCAN partners")["Ended"]) == (
        0,
        6,
    )
    assert found.counted.startswith("25 of 34 live actions name a partner; ")
    assert [len(spot.action_ids) for spot in found.picture.bar_spots] == list(found.picture.totals)
    one = partners(published(partner=("District councils",)))
    assert one.finding == "Named in 14 live actions with 12 teams"


# --- Matrix


def test_a_cell_counts_the_live_actions_of_a_team_with_a_partner():
    found = matrix(plan_at(*ROWS))
    assert cells_of(found) == {
        ("Residents", "Red Team"): (2, ("A1", "A2")),
        ("Residents", "Blue Team"): (1, ("A1",)),
        ("Schools", "Red Team"): (1, ("A1",)),
        ("Schools", "Blue Team"): (1, ("A1",)),
    }
    assert found.table.columns == ("Partner", "Live", "Teams", "Red Team", "Blue Team")
    assert found.table.rows == (("Residents", 2, 2, 2, 1), ("Schools", 1, 2, 1, 1))
    assert found.spot(("Residents", "Red Team")) == (
        ("Residents", "Red Team"), "Red Team with Residents: 2 live actions", ("A1", "A2"),
        "Red Team", "Residents",
    )  # fmt: skip


def test_partners_named_in_one_live_action_are_left_to_the_table_unless_asked_for():
    rows = (
        *ROWS,
        "A7 | Red Team | Hub | Apr-25 | Mar-27",
        "A8 | Red Team | Mill | Apr-25 | Mar-27",
    )
    found = matrix(plan_at(*rows))
    # Schools too are named in one only, but no partner is asked by more teams.
    assert found.picture.rows == ("Residents", "Schools")
    assert [row[0] for row in found.table.rows] == ["Residents", "Schools", "Hub", "Mill"]
    assert found.counted == (
        "Live actions by partner and lead team: 4 of 5 live actions name a partner; "
        "2 more partners, named in one live action each, are in the table"
    )
    every = matrix(plan_at(*rows), once=True)
    assert every.picture.rows == ("Residents", "Schools", "Hub", "Mill")
    assert every.counted.endswith("4 of 5 live actions name a partner")
    assert "1 more partner, named in one live action, is in the table" in (
        matrix(plan_at(*rows[:-1])).counted
    )


def test_every_lead_of_a_joint_action_is_met_under_a_filter_on_one_team():
    found = matrix(plan_at(*ROWS, team=("Blue Team",)))
    assert cells_of(found).keys() == {
        ("Residents", "Blue Team"), ("Residents", "Red Team"),
        ("Schools", "Blue Team"), ("Schools", "Red Team"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "scope", "finding"),
    [
        (ROWS, {}, "2 partners are asked by 2 teams each"),
        (
            (*ROWS, "A7 | Red Team | Hub | Apr-25 | Mar-27"),
            {},
            "2 partners are asked by 2 teams each, the most",
        ),
        (
            (*ROWS, "A7 | Green Team | Residents | Apr-25 | Mar-27"),
            {},
            "Residents: asked by 3 teams, the most",
        ),
        (ROWS, {"partner": ("Schools",)}, "Schools: asked by 2 teams"),
        (ROWS, {"partner": ("Blue Team",)}, "No live action names Blue Team"),
        (("A1 | Red Team | Hub; Mill | Apr-25 | Mar-27",), {}, "Red Team asks 2 partners"),
        (ROWS[1:2], {}, "Residents: asked by 1 team"),
        (ROWS[2:3], {}, "No live action names a partner"),
        (ROWS[3:4], {}, "No action here names a partner"),
        (("A1 | TBC | Hub | Apr-25 | Mar-27",), {}, "No team leads a live action with a partner"),
    ],
)
def test_the_finding_names_the_partner_that_most_teams_ask(rows, scope, finding):
    assert matrix(plan_at(*rows, **scope)).finding == finding


def test_the_published_matrix():
    found = matrix(published())
    assert found.finding == "District councils: asked by 12 teams, the most"
    assert found.picture.rows[0] == found.table.rows[0][0] == "District councils"
    assert found.table.rows[0][1:3] == (14, 12)
    live = {row[0]: row[1] for row in found.table.rows}
    assert all(live[partner] > 1 for partner in found.picture.rows)
    # T6, T10, T5 and T3; C5 and EA2.
    assert cells_of(found)["District councils", "Transport Strategy and Policy"][0] == 4
    assert cells_of(found)["District councils", "Carbon Reduction Team"] == (2, ("C5", "EA2"))


# --- Kinds


def test_an_action_counts_once_under_each_kind_that_it_names():
    found = kinds(plan_at(*ROWS))
    assert found.table.columns == ("Kind", "Partners", "Live", "Actions")
    assert found.table.rows == (
        ("Public", 2, 2, 4),
        ("Council team (internal)", 1, 0, 1),
    )
    assert found.finding == "Public: named in 2 live actions"
    assert found.spot(("Public",)).action_ids == ("A1", "A2")
    assert found.spot(("Council team (internal)",)).words == (
        "Council team (internal): no live actions"
    )


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        (
            (*ROWS, "A7 | Red Team | Blue Team | Apr-25 | Mar-27"),
            "Public: named in 2 of 3 live actions with partners",
        ),
        (
            (ROWS[0], "A7 | Red Team | Blue Team | Apr-25 | Mar-27"),
            "2 kinds of partner: 1 live action each",
        ),
        (ROWS[2:3], "No live action names a partner"),
        (ROWS[3:4], "No action here names a partner"),
    ],
)
def test_the_finding_names_the_kind_named_in_most_live_actions(rows, finding):
    assert kinds(plan_at(*rows)).finding == finding


def test_the_published_kinds():
    found = kinds(published())
    assert found.finding == "Local authority: named in 15 of 25 live actions with partners"
    assert sum(row[1] for row in found.table.rows) == len(partners(published()).table)


# --- Demand


def test_demand_counts_live_actions_deadlines_and_the_teams_that_ask():
    found = demand(plan_at(*ROWS))
    assert found.table.columns == (
        "Month", "Ongoing", "In delivery", "Live", "Deadlines", "Teams asking, whole plan",
    )  # fmt: skip
    # The start of A5 is to be confirmed: its deadline counts, but it is not live in any month.
    assert found.table.rows[18:21] == (
        (month("2026-10"), 0, 1, 1, 0, 2),
        (month("2026-11"), 1, 1, 2, 0, 2),
        (month("2026-12"), 1, 2, 3, 1, 3),
    )
    assert found.finding == "Residents: 2 live, 3 from December 2026"
    assert found.counted == (
        "Live actions by month, and deadlines, of 4 actions that name the partner; "
        "1 lacks a date and is never counted as live"
    )
    assert found.spot(("Dec 2026",)) == (
        ("Dec 2026",), "Residents, Dec 2026: 3 live, 1 deadline", ("A1", "A2", "A5", "A6"), "",
        "Residents",
    )  # fmt: skip


def test_under_a_filter_demand_counts_in_scope_and_teams_asking_in_the_whole_plan():
    found = demand(plan_at(*ROWS, theme=("Food",)))
    assert found.finding == "Residents: none live, 1 from December 2026"
    assert found.table.rows[19:21] == (
        (month("2026-11"), 0, 0, 0, 0, 2),
        (month("2026-12"), 0, 1, 1, 0, 3),
    )


@pytest.mark.parametrize(
    ("partner", "finding"),
    [
        ("Schools", "Schools: 1 live, none from April 2027"),
        ("Blue Team", "Blue Team: nothing live; 1 has ended"),
        ("Nobody", "No action here names Nobody"),
    ],
)
def test_another_partner_can_be_named(partner, finding):
    assert demand(plan_at(*ROWS), partner=partner).finding == finding


def test_a_plan_that_names_no_partner_has_none_to_draw():
    found = demand(plan_at(ROWS[3]))
    assert (found.finding, found.picture.months) == ("No action here names a partner", ())
    assert (
        found.counted == "Live actions by month, and deadlines, of no actions that name a partner"
    )
    assert (matrix(plan_at(ROWS[3])).picture.rows, kinds(plan_at(ROWS[3])).table.rows) == ((), ())


def test_the_published_demand():
    found = demand(published())
    assert found.finding == "District councils: 14 live, 15 from April 2027"
    ended = demand(published(), partner="LCAN partners")
    assert ended.finding == "LCAN partners: nothing live; 6 have ended"
    rows = {str(row[0]): row[1:] for row in ended.table.rows}
    assert (rows["2026-03"], rows["2026-04"]) == ((0, 6, 6, 6, 1), (0, 0, 0, 0, 0))
