"""A scenario on the pages: what says that it is one, what it changes, what is left out of it."""

import pytest

from tests.pages.screens import PAGES, drawers, grid, headings, missing, open_page, words

LATER = "LCC.5:end:2027-06"
SAID = "Scenario, not the plan: 1 move"
TWO = f"{LATER},T9:drop"


def buttons(app):
    return [each.label for each in app.button]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_it_shows_a_scenario_and_offers_to_undo_each_move(page):
    app = open_page(page, moves=TWO)
    assert not app.exception
    assert missing(app, "Scenario, not the plan: 2 moves") == []
    assert {
        "LCC\\.5 ends Jun 2027\\, 3 months later ✕", "T9 dropped ✕", "Back to the plan"
    } <= set(buttons(app))  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_plan_speaks_of_a_scenario(page):
    app = open_page(page)
    assert "cenario" not in words(app)
    assert "Back to the plan" not in buttons(app)


def test_every_exhibit_of_a_page_says_it_beneath_its_finding():
    app = open_page("overview", moves=LATER, team="Carbon Reduction Team")
    said = words(app)
    assert f"{SAID}; Carbon Reduction Team, as at Nov 2026" in said
    assert said.count(f"{SAID}; Carbon Reduction Team, as at Nov 2026") >= 4


def test_what_one_end_three_months_later_changes_on_the_overview():
    plan, tried = (open_page("overview", **given) for given in ({}, {"moves": LATER}))
    assert missing(plan, "34 of 52 actions are live, 23 of them ongoing") == []
    assert missing(tried, "34 of 52 actions are live, 23 of them ongoing") == []
    # In March 2027 end LCC.1, LCC.5, T1, E5 and R2, and in April start LCC.10, T9, E1 and E2. With
    # LCC.5 live until June as many start as end, and the drop comes when it ends.
    drop = "Live work drops from 34 to 33 in"
    assert missing(plan, f"{drop} April 2027", "5 actions end and 4 start by April 2027") == []
    assert missing(tried, f"{drop} July 2027", "4 actions end and 4 start by April 2027") == []


def test_what_it_changes_on_the_workload():
    plan, tried = (open_page("workload", **given) for given in ({}, {"moves": LATER}))
    # From April to June 2027 it is live beside LCC.10 and T9, which start in April.
    assert headings(plan)[0] == "Q3 2026-27 to 2029-30: Carbon Reduction Team peaks at 11"
    assert headings(tried)[0] == "Q3 2026-27 to 2029-30: Carbon Reduction Team peaks at 12"


def test_what_it_changes_among_the_deadlines():
    plan, tried = (open_page("deadlines", within="1", **given) for given in ({}, {"moves": LATER}))
    # Four sets of two lie ahead. LCC.5 leaves E5 alone in March 2027 and meets nothing in June.
    assert (
        missing(
            plan,
            "Carbon Reduction Team: 2 deadlines together in March 2027",
            "The first of 4 sets ahead;",
            "8 deadlines ahead are in none.",
        )
        == []
    )
    assert (
        missing(
            tried,
            "Commissioning Support Unit: 2 deadlines together in September 2027",
            "The first of 3 sets ahead;",
            "10 deadlines ahead are in none.",
            "16 actions end by December 2031",
        )
        == []
    )
    assert "Carbon Reduction Team: 2 deadlines together in March 2027" not in words(tried)


def test_an_end_that_is_moved_says_what_is_printed():
    app = open_page("actions", moves=LATER, action="LCC.5")
    assert missing(app, "Jun 2027 (Mar-27 in the plan)", "but for what the scenario moves") == []
    rows = grid(app, "actions")["rows"]
    assert "Jun 2027 (Mar-27 in the plan)" in str(rows)


def test_leads_that_are_changed_lead_to_their_sheets_and_say_who_led():
    app = open_page("actions", moves="E5:lead:Growth Service; Planning", action="E5")
    facts = next(each.proto.body for each in app.get("html") if "<dl" in each.proto.body)
    assert ">Growth Service</a>; <a " in facts
    assert ">Planning</a> (Carbon Reduction Team; Growth Service in the plan)</dd>" in facts


def test_a_move_that_makes_no_sense_is_said_and_taken_out_of_the_address():
    app = open_page("overview", moves=f"{LATER},ZZ:drop,<b>T9</b>:end:soon")
    assert app.query_params["moves"] == LATER
    assert (
        missing(
            app,
            SAID,
            "Left out of the scenario, “ZZ:drop”: this plan has no action “ZZ”.",
            "this plan has no action “&lt;b&gt;T9&lt;/b&gt;”",
        )
        == []
    )


def test_moves_that_make_no_sense_at_all_leave_the_plan():
    app = open_page("overview", moves="x" * 5000)
    assert missing(app, "The scenario in the link is longer than 4,000 characters: left out.") == []
    assert "not the plan" not in words(app)
    assert "moves" not in app.query_params


def test_moves_are_undone_one_by_one_and_all_at_once():
    app = open_page("overview", moves=TWO)
    app.button(key="undo-T9:drop").click().run()
    assert app.query_params["moves"] == LATER
    assert missing(app, SAID) == []
    app.button(key="scenario-back").click().run()
    assert "moves" not in app.query_params
    assert "cenario" not in words(app)


def test_many_moves_are_counted_and_the_rest_is_folded():
    ends = ("LCC.1", "LCC.5", "T1", "R2", "E5")
    app = open_page("overview", moves=",".join(f"{each}:end:2027-06" for each in ends))
    assert missing(app, "Scenario, not the plan: 5 moves") == []
    popovers = [each.proto.popover.label for each in app.get("popover")]
    assert "3 more" in popovers


def test_another_reader_sees_the_plan():
    tried = open_page("overview", moves=TWO)
    other = open_page("overview")
    assert missing(tried, "51 of 51 actions") == []
    assert missing(other, "52 of 52 actions") == []
    tried.query_params.clear()
    tried.query_params["as_at"] = "2026-11"
    assert missing(tried.run(), "52 of 52 actions") == []
    assert "cenario" not in words(tried)


def test_the_presenting_view_says_it_over_every_slide():
    for slide in ("1", "2", "5"):
        app = open_page("briefing", moves=TWO, present="1", slide=slide)
        assert (
            missing(
                app,
                "Scenario, not the plan: 2 moves.",
                "LCC.5 ends Jun 2027, 3 months later; T9 dropped",
            )
            == []
        )
    shown = open_page("briefing", moves=LATER, present="1", action="LCC.5")
    assert missing(shown, f"{SAID}.", "Jun 2027 (Mar-27 in the plan)") == []


def test_a_detail_offers_other_dates_leads_and_the_plan_without_it():
    app = open_page("actions", action="LCC.5")
    assert [each.label for each in app.get("expander") if each.label == "What if …"] == [
        "What if …"
    ]
    app.session_state["what-if"] = True
    app.run()
    [end] = [each for each in app.selectbox if each.label == "Ends in"]
    assert "Mar 2027 (in the plan)" in end.options
    end.set_value(end.options[end.options.index("Mar 2027 (in the plan)") + 3])
    next(each for each in app.button if each.label == "Try this").click().run()
    assert app.query_params["moves"] == LATER
    assert drawers(app) == []
    assert missing(app, SAID) == []


def test_the_sheet_of_a_team_offers_its_deadlines():
    app = open_page("team", team="Growth Service")
    app.session_state["what-if-deadline"] = True
    app.run()
    [deadline] = [each for each in app.selectbox if each.label == "Deadline"]
    assert [each.split()[0] for each in deadline.options] == ["E1", "E2", "E4", "E5"]


@pytest.mark.parametrize(
    ("page", "query", "moves", "plan", "tried"),
    [
        # LCC.5 stays live beside LCC.8, LCC.9, LCC.10, T9 and seven ongoing; E5 alone ends.
        (
            "team",
            {"team": "Carbon Reduction Team"},
            LATER,
            "Carbon Reduction Team: 11 live, 10 from October 2027",
            "Carbon Reduction Team: 11 live, 12 from April 2027",
        ),
        (
            "timeline",
            {},
            LATER,
            "5 actions end next, in March 2027; 13 have ended",
            "4 actions end next, in March 2027; 13 have ended",
        ),
        # Of what names District councils, T9 alone starts in April 2027.
        (
            "partners",
            {},
            "T9:drop",
            "District councils: asked by 12 teams, 13 from April 2027",
            "District councils: asked by 12 teams",
        ),
        ("actions", {}, "T9:drop", "52 actions, 34 of them live", "51 actions, 34 of them live"),
        (
            "plan_data",
            {},
            "T9:drop",
            "52 actions from 2 published tables",
            "51 actions from 2 published tables",
        ),
    ],
)
def test_what_is_moved_changes_the_first_sentence_of_a_page(page, query, moves, plan, tried):
    assert headings(open_page(page, **query))[0] == plan
    assert headings(open_page(page, moves=moves, **query))[0].startswith(tried)
    assert not headings(open_page(page, moves=moves, **query))[0].startswith(plan)


@pytest.mark.parametrize(
    "text",
    [
        "\x00:drop",
        "\x1b[0m:end:\x07",
        ":::,,,~",
        "~",
        "<script>alert(1)</script>:drop",
        "LCC.5:lead:=1+1",
        "LCC.5:lead:" + "; ".join(["Nobody"] * 300),
        "\u202eLCC.5:end:2027-06",
        "LCC.5:end:2027-06\n2027-07",
        "LCC.5~:end~:2027-06",
        "," * 3999,
        "LCC.5:end:9" * 300,
    ],
)
def test_whatever_stands_for_moves_leaves_the_plan_on_the_page(text):
    app = open_page("overview", moves=text)
    assert not app.exception
    assert missing(app, "52 of 52 actions", "34 of 52 actions are live, 23 of them ongoing") == []
    assert "<script>" not in words(app)
    assert "moves" not in app.query_params


def test_a_calendar_of_a_scenario_stands_beside_that_of_the_plan():
    app = open_page("team", moves=LATER, team="Carbon Reduction Team")
    app.session_state["calendar"] = True
    app.run()
    assert (
        missing(
            app,
            "Each says that it is of a scenario, and stands beside those of the plan.",
            "it follows the plan, not the scenario:",
        )
        == []
    )
    assert "moves" not in next(each.value for each in app.code if ".ics" in each.value)
