"""What if, on Changes: a limit is chosen, the fewest moves are suggested, tried and taken back."""

from netzero.plan.model import Move
from netzero.plan.moving import written
from tests.pages.screens import AppTest, chart, headings, missing, open_page

WHAT_IF = {"ask": "What if"}
MOVES = "LCC.5:end:2027-06,LCC.7:end:2027-12,LCC.8:end:2029-06,E1:end:2030-06"


def buttons(app: AppTest) -> dict[str, str]:
    return {str(button.key): button.label for button in app.button}


def press(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.key == key).click().run()


def moves_in(app: AppTest) -> str:
    held = app.query_params.get("moves", "")
    return held if isinstance(held, str) else "".join(held)


def test_it_says_what_it_takes_and_why():
    app = open_page("changes", **WHAT_IF)
    assert headings(app)[:2] == [
        "Four moves: no team has two deadlines in a quarter",
        "Three teams have over one deadline a quarter; none after",
    ]
    assert missing(
        app,
        "Quarters with over one deadline of one team, from Nov 2026: 4; 12 months of moving in "
        "all; proven fewest; 15 other answers are as short.",
        "Falls with E5 in Q4 2026-27 of Carbon Reduction Team; E5 has two lead teams.",
        "Mar 2027 Jun 2027 3 months later",
        "As short: LCC.9 from Sep 2027 to Dec 2027, 3 months later, instead of LCC.7.",
        "It suggests, it does not recommend; the plan holds no effort, so it knows none.",
    ) == []  # fmt: skip


def test_one_move_is_tried_and_the_rest_are_suggested_on_top_of_it():
    app = press(open_page("changes", **WHAT_IF), "try-LCC.5")
    assert moves_in(app) == "LCC.5:end:2027-06"
    assert headings(app)[:3] == [
        "Three more: no team has two deadlines in a quarter",
        "Your moves: 1",
        "Quarters with over one deadline: four in the plan, three now",
    ]


def test_all_are_tried_at_once_and_keep_the_limit():
    app = press(open_page("changes", **WHAT_IF), "try-all")
    assert moves_in(app) == MOVES
    assert headings(app)[:3] == [
        "Ahead, no team has two deadlines in a quarter",
        "Your moves: 4",
        "Quarters with over one deadline: four in the plan, none now",
    ]
    assert missing(app, "Scenario, not the plan: 4 moves") == []


def test_a_move_of_ones_own_goes_on_by_a_quarter_back_to_the_plan_and_away():
    tried = {**WHAT_IF, "moves": "LCC.5:end:2027-06"}
    on = press(open_page("changes", **tried), "step-+-LCC.5-end")
    assert moves_in(on) == "LCC.5:end:2027-09"
    assert moves_in(press(open_page("changes", **tried), "step-−-LCC.5-end")) == ""
    taken = f"take-back-{written([Move('LCC.5', 'end', '2027-06')])}"
    assert moves_in(press(open_page("changes", **tried), taken)) == ""


def test_a_lead_that_is_tried_has_no_months_to_go_on_by():
    app = open_page("changes", **WHAT_IF, moves="E5:lead:Growth Service")
    assert [key for key in buttons(app) if key.startswith("step-")] == []
    assert "take-back-E5:lead:Growth Service" in buttons(app)


def test_the_limit_stands_in_the_address():
    app = open_page(
        "changes", **WHAT_IF, per="month", move_by="3", hold=["LCC.5", "Growth Service"]
    )
    assert headings(app)[0] == "No moves keep every team to one deadline a month"
    assert (
        missing(
            app,
            "Carbon Reduction Team has two deadlines that can fall only in Mar 2027, and one a "
            "month leaves room for one; two are held still. So it is with one more team.",
        )
        == []
    )


def test_what_the_address_asks_in_vain_is_said_and_left_out():
    app = open_page("changes", **WHAT_IF, hold="X9", most="9", per="week")
    assert (
        missing(
            app,
            "Left out of the link: hold “X9”.",
            "Left out of the link: most “9”, which is not a choice here.",
            "Left out of the link: per “week”, which is not a choice here.",
        )
        == []
    )
    assert headings(app)[0] == "Four moves: no team has two deadlines in a quarter"


def test_the_picture_has_the_plan_and_what_is_after_for_each_team():
    sent = chart(open_page("changes", **WHAT_IF), "levelled-teams")
    assert "Growth Service, Q4 2029-30, in the plan: 2 deadlines" in str(sent)
    assert "Growth Service, Q4 2029-30, after: 1 deadline" in str(sent)
