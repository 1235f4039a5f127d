"""The Deadlines page by its words and numbers, its window, its filters and its empty states."""

import pytest

from tests.pages.test_pages import open_page, spec, words

NEXT = "5 actions end next, in March 2027; 4 clusters lie ahead"
CARBON_MARCH_2026 = ["LCC.2", "B3", "B4", "B5", "E3", "C1", "C2", "C3", "EA1"]


def expanders(app):
    return [expander.label for expander in app.expander]


def keys(app, start):
    return [button.key.removeprefix(start) for button in app.button if button.key.startswith(start)]


def drawn_ids(app):
    """Return the ids of the bars of the lanes, which are drawn after the grid."""
    for place in range(len(app.get("plotly_chart"))):
        for trace in spec(app, place)["data"]:
            if trace["type"] == "bar" and trace["customdata"][:1] == ["LCC.2"]:
                return trace["customdata"]
    return []


def test_the_page_says_what_falls_together_next_and_with_whom():
    app = open_page("deadlines")
    assert not app.exception
    found = words(app)
    for sentence in (
        NEXT,
        "7 clusters: deadlines of one team within 3 months of each other. 52 actions, 69 lead "
        "assignments, as at Nov 2026",
        "Carbon Reduction Team: 2 actions end in March 2027",
        "Commissioning Support Unit: 2 actions end in September 2027",
        "Growth Service: 2 actions end in March 2030",
        "Carbon Reduction Team: 9 actions ended in March 2026",
        "Also led by Highways Operations (1), Public Health Team (1) and Strategic Property Team "
        "(1). Partners in common: LCAN partners (6), District councils (5), Leicester City "
        "Council (4) and Midlands Net Zero Hub (3).",
        "Also led by Transport Projects and Programmes (2). Partners in common: District "
        "councils (2).",
        # LCC.1, LCC.5, T1, E5 and R2 in March, LCC.7 and LCC.9 in September.
        "7 deadlines in the next twelve months",
        "Nov 2026 to Oct 2027",
        "Most in a month: Carbon Reduction Team, 9 deadlines in March 2026",
        "Carbon Reduction Team: at most 9 run side by side, Apr 2025 to Mar 2026",
        "6 partners asked more than once for the same time",
        "District councils: 7 actions ended in March 2026",
        "District councils: 2 actions end in March 2030",
        "A cluster is a largest possible set of two or more deadlines",
    ):
        assert sentence in found


def test_clusters_ahead_stand_open_and_those_behind_are_folded_but_kept():
    app = open_page("deadlines")
    assert "3 clusters before November 2026" in expanders(app)
    assert keys(app, "cluster-") == [
        "Carbon Reduction Team-2027-03",
        "Commissioning Support Unit-2027-09",
        "Carbon Reduction Team-2029-03",
        "Growth Service-2030-03",
        "Transport Projects and Programmes-2026-03",
        "Special Projects-2026-03",
        "Carbon Reduction Team-2026-03",
    ]


def test_the_next_twelve_months_are_listed_soonest_first():
    assert keys(open_page("deadlines"), "ahead-open-") == [
        "LCC.1", "LCC.5", "T1", "E5", "R2", "LCC.7", "LCC.9",
    ]  # fmt: skip


def test_the_grid_has_a_cell_for_each_team_and_month_with_a_deadline():
    # By hand, leads of a deadline and their different months: Carbon Reduction 5, Growth Service 3,
    # two each: Highways Operations, Strategic Property, Public Health, Environment Branch and
    # Commissioning Support Unit; one each: Waste Management, Street Lighting, Transport Strategy,
    # Special Projects, Transport Projects, Traded Services and Forestry.
    bars = spec(open_page("deadlines"))["data"][0]
    assert len(bars["customdata"]) == 5 + 3 + 5 * 2 + 7
    assert bars["customdata"][0] == ["Carbon Reduction Team", "2026-03"]
    assert bars["text"][0] == "9"


def test_the_lanes_draw_every_action_of_the_teams_clusters():
    assert sorted(drawn_ids(open_page("deadlines"))) == sorted(
        [*CARBON_MARCH_2026, "LCC.5", "E5", "LCC.8", "LCC.10"]
    )


def test_another_as_at_month_turns_the_tense_and_the_order():
    found = words(open_page("deadlines", as_at="2026-03"))
    assert "11 actions end next, in March 2026; 7 clusters lie ahead" in found
    assert "Carbon Reduction Team: 9 actions end in March 2026" in found
    assert "ended" not in found


# --- The window


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("1", ["7 clusters: deadlines of one team within 1 month of each other.", NEXT]),
        (
            "12",
            [
                "8 clusters: deadlines of one team within 12 months of each other.",
                "Carbon Reduction Team: 3 actions end between March 2027 and September 2027",
                "Strategic Property Team: 2 actions ended between May 2025 and March 2026",
            ],
        ),
    ],
)
def test_the_window_stands_in_the_address(within, said):
    app = open_page("deadlines", within=within)
    assert app.select_slider(key="within").value == int(within)
    found = words(app)
    assert [sentence for sentence in said if sentence not in found] == []
    assert "Left out of the link" not in found


@pytest.mark.parametrize("within", ["99", "0", "13", "-1", "soon", "3.5", "<b>3</b>"])
def test_a_window_that_does_not_exist_is_named_and_the_default_taken(within):
    app = open_page("deadlines", within=within)
    assert not app.exception
    named = within.replace("<", "&lt;").replace(">", "&gt;")
    assert f"Left out of the link: within “{named}”, which is not 1 to 12." in words(app)
    assert "7 clusters: deadlines of one team within 3 months of each other." in words(app)
    assert app.select_slider(key="within").value == 3


def test_a_turn_of_the_slider_counts_again():
    app = open_page("deadlines")
    app.select_slider(key="within").set_value(12).run()
    assert "8 clusters: deadlines of one team within 12 months of each other." in words(app)
    assert app.select_slider(key="within").value == 12


# --- Filters


def test_a_team_lead_finds_the_answer_of_special_projects():
    app = open_page("deadlines", team="Special Projects")
    found = words(app)
    for sentence in (
        "Special Projects: 2 actions ended in March 2026",
        "1 cluster: deadlines of one team within 3 months of each other. 2 actions, 2 lead "
        "assignments",
        "0 deadlines in the next twelve months",
        "Most in a month: Special Projects, 2 deadlines in March 2026",
        "Special Projects: at most 2 run side by side, Apr 2025 to Mar 2026",
        "1 partner asked more than once for the same time",
        "2 deadlines of what is shown now, each on the last day of its month.",
    ):
        assert sentence in found
    folded = [one for one in app.expander if one.label == "1 cluster before November 2026"]
    assert [one.proto.expanded for one in folded] == [True, True]  # the team's, and a partner's


def test_the_actions_of_a_cluster_open_in_the_drawer():
    app = open_page("deadlines")
    app.button(key="cluster-Carbon Reduction Team-2026-03").click().run()
    assert keys(app, "behind-open-") == CARBON_MARCH_2026
    assert app.query_params["mark"] in (
        "cluster|Carbon Reduction Team|2026-03",
        ["cluster|Carbon Reduction Team|2026-03"],
    )


@pytest.mark.parametrize(
    ("mark", "ids"),
    [
        ("cluster|Special Projects|2026-03", ["T7", "T8"]),
        ("partner-cluster|Midlands Net Zero Hub|2026-03", ["T8", "B4", "B5", "E3"]),
        ("grid|Growth Service|2031-12", ["E4"]),
        ("cluster|Nobody|2026-03", []),
        ("cluster|Special Projects|soon", []),
        ("cluster", []),
        ("grid|", []),
        ("|||", []),
    ],
)
def test_a_link_to_a_mark_opens_its_actions_and_a_false_one_opens_nothing(mark, ids):
    app = open_page("deadlines", mark=mark)
    assert not app.exception
    assert keys(app, "behind-open-") == ids


@pytest.mark.parametrize(
    "query",
    [{"team": "Warm Homes Team"}, {"position": "ongoing"}, {"q": "EA4"}],
)
def test_ongoing_work_alone_has_no_deadline_and_no_chart(query):
    app = open_page("deadlines", **query)
    assert not app.exception
    found = words(app)
    assert "No two deadlines of one team fall together" in found
    assert "0 deadlines in the next twelve months" in found
    assert "of what is shown now" not in found
    assert len(app.get("plotly_chart")) == 0


def test_one_deadline_alone_is_in_the_grid_and_in_no_cluster():
    found = words(open_page("deadlines", team="Forestry Team"))
    assert "1 action ends next, in March 2030; no cluster lies ahead" in found
    assert "No cluster: deadlines of one team" in found
    assert "Most in a month: Forestry Team, 1 deadline in March 2030" in found


def test_a_filter_that_leaves_nothing_offers_the_way_back():
    app = open_page("deadlines", q="no such words anywhere")
    assert "No action passes these filters together." in words(app)
    app.button(key="clear-nothing").click().run()
    assert NEXT in words(app)


@pytest.mark.parametrize("as_at", ["2015-01", "2040-01"])
def test_a_month_outside_the_plan_works(as_at):
    app = open_page("deadlines", as_at=as_at)
    assert not app.exception
    assert ("ended in" in words(app)) == (as_at == "2040-01")


# --- Between pages


def test_a_detail_leads_to_the_deadlines_of_each_lead():
    app = open_page("timeline", action="T7")
    assert keys(app, "jump-deadlines-") == ["Special Projects", "Transport Projects and Programmes"]
    app.button(key="jump-deadlines-Special Projects").click().run()
    assert app.multiselect(key="team").value == ["Special Projects"]
    assert "Special Projects: 2 actions ended in March 2026" in words(app)


def test_ongoing_work_offers_no_deadlines():
    assert keys(open_page("timeline", action="T6"), "jump-deadlines-") == []
