"""The frame: filters in the address and as chips, what it leaves out and says so, jumps."""

import pytest

from tests.pages.screens import NOVEMBER, missing, open_page, pick_in, words


def test_an_unknown_value_is_dropped_and_named():
    app = open_page("overview", team=["Nobody", "Special Projects"], as_at="soon")
    assert "this plan has none of it: team “Nobody” and as_at “soon”." in words(app)
    assert app.query_params["team"] == "Special Projects"


def test_very_many_unknown_values_are_named_in_part_and_counted():
    app = open_page("overview", team=[f"Nobody {n}" for n in range(900)])
    assert missing(app, "team “Nobody 0”", "team “Nobody 9” and 890 more.") == []
    assert "Nobody 10”" not in words(app)


def test_a_chip_takes_its_filter_away():
    app = open_page("overview", team=["Special Projects"], position=["ended"])
    app.button(key="chip-team-Special Projects").click().run()
    assert "13 of 52 actions" in words(app)
    app.button(key="clear").click().run()
    assert "52 of 52 actions" in words(app)


def test_a_search_takes_its_chip_away():
    app = open_page("overview", q="LEVI")
    assert "1 of 52 actions" in words(app)
    app.button(key="chip-q-LEVI").click().run()
    assert app.text_input(key="q").value == ""


def test_a_search_that_is_too_long_is_cut_and_says_so():
    app = open_page("overview", q="a" * 5000)
    assert not app.exception
    assert missing(app, "The search is cut to its first 200 characters.") == []


def test_the_link_to_this_view_keeps_the_filters_and_writes_the_month_out():
    app = open_page("timeline", team=["Special Projects", "Growth Service"])
    app.session_state["link"] = True
    app.run()
    assert app.code[0].value.endswith("?team=Special+Projects&team=Growth+Service&as_at=2026-11")


def test_a_page_that_is_chosen_in_the_head_keeps_the_filters():
    app = open_page("deadlines", team="Special Projects")
    pick_in(app, "masthead", "timeline")
    assert missing(app, "2 of 52 actions", "No planned end lies ahead; 2 have ended") == []


@pytest.mark.parametrize(
    ("page", "query", "sentence"),
    [
        ("timeline", {"group": "colour"}, "group “colour”, which is not a choice here."),
        ("deadlines", {"within": "99"}, "within “99”, which is not 1 to 12."),
        (
            "deadlines",
            {"within": "<b>3</b>"},
            "within “&lt;b&gt;3&lt;/b&gt;”, which is not 1 to 12.",
        ),
        ("deadlines", {"lanes": "Nobody"}, "lanes “Nobody”, which is not a choice here."),
        ("partners", {"focus": "Nobody"}, "focus “Nobody”, which is not a choice here."),
        ("partners", {"once": "maybe"}, "once “maybe”, which is not a choice here."),
        ("workload", {"profile": "x"}, "profile “x”, which is not a choice here."),
    ],
)
def test_a_choice_that_does_not_exist_is_named_and_the_default_stands(page, query, sentence):
    app = open_page(page, **query)
    assert not app.exception
    assert missing(app, f"Left out of the link: {sentence}") == []


@pytest.mark.parametrize(
    ("page", "query", "sentence"),
    [
        ("timeline", {"group": "team", "sort": "start"}, "52 actions by team, then start"),
        ("workload", {"period": "delivery year"}, "Actions live in each delivery year"),
        ("workload", {"period": "month", "from": "2028-29"}, "Apr 2028 to Mar 2030"),
        ("workload", {"time_bound": "true"}, "time-bound"),
        ("workload", {"profile": "Growth Service"}, "Growth Service: 3 live"),
        ("deadlines", {"within": "12"}, "within 12 months"),
        ("deadlines", {"lanes": "Growth Service"}, "Growth Service: at most 2 run side by side"),
        ("partners", {"focus": "Growth Service"}, "Growth Service: "),
        ("partners", {"focus": "Residents"}, "Residents: "),
    ],
)
def test_a_choice_in_the_address_reaches_its_exhibit(page, query, sentence):
    app = open_page(page, **query)
    assert not app.exception
    assert missing(app, sentence) == []
    assert "Left out" not in words(app)


def test_a_menu_says_how_much_is_chosen_and_what_is_chosen_in_it_reaches_the_address():
    app = open_page("overview", team=["Special Projects", "Fleet Services"])
    labels = [each.proto.popover.label for each in app.get("popover")]
    assert labels[:5] == [
        "Plan **all**",
        "Theme **all**",
        "Team **1**",
        "Partner **all**",
        "Position **all**",
    ]
    app.session_state["filter-team"] = True
    app.run()
    app.multiselect(key="team").select("Growth Service").run()
    assert app.query_params["team"] == ["Special Projects", "Growth Service"]
    assert missing(app, "7 of 52 actions") == []


def test_the_month_is_changed_and_forgotten():
    app = open_page("overview", as_at="2026-12")
    pick_in(app, "as_at", "2027-01")
    assert app.query_params["as_at"] == "2027-01"
    assert missing(app, "34 of 52 actions are live", "as at Jan 2027") == []
    app.button(key="chip-as_at").click().run()
    assert "as_at" not in app.query_params


def test_a_month_outside_the_plans_years_says_so():
    app = open_page("overview", as_at="2031-01")
    assert (
        missing(app, "Jan 2031 lies after the delivery years of the plan, 2025-26 to 2029-30.")
        == []
    )


def test_every_filter_and_the_month_are_cleared_at_once():
    app = open_page("overview", team=["Special Projects"], q="LEVI", as_at="2027-01")
    app.button(key="clear").click().run()
    assert dict(app.query_params) == {}


@pytest.mark.parametrize(
    ("page", "sentences"),
    [
        ("overview", ["1 action started and none ended since May 2026", "LCC.9"]),
        ("team", ["1 action started and none ended since May 2026"]),
        ("workload", ["2 teams lead 1 more than in May 2026", "33 in May 2026, 34 in Nov 2026"]),
    ],
)
def test_what_changed_since_an_earlier_month_is_told(page, sentences):
    app = open_page(page, since="2026-05")
    assert not app.exception
    assert missing(app, *sentences) == []


def test_the_earlier_month_is_chosen_goes_along_and_is_cleared():
    app = open_page("overview")
    app.selectbox(key="earlier-month").set_value("May 2026").run()
    assert app.query_params["since"] == "2026-05"
    assert missing(app, "1 action started and none ended since May 2026") == []
    pick_in(app, "masthead", "workload")
    assert missing(app, "2 teams lead 1 more than in May 2026") == []
    app.selectbox(key="earlier-month").set_value(None).run()
    assert "since" not in app.query_params
    assert "than in May 2026" not in words(app)


@pytest.mark.parametrize("month", ["2026-11", "2027-01", "soon", "1999-12"])
def test_a_month_that_is_not_earlier_is_named_and_nothing_is_compared(month):
    app = open_page("overview", since=month)
    assert not app.exception
    assert (
        missing(app, f"since “{month}”, which is not one of the 36 months before Nov 2026.") == []
    )
    assert "since" not in app.query_params


def test_what_depends_on_the_month_follows_it_until_it_is_chosen():
    app = open_page("workload")
    assert compared_in(app) == ["2026-27", "2027-28"]
    app.query_params["as_at"] = "2027-05"
    assert compared_in(app.run()) == ["2027-28", "2028-29"]
    app.selectbox(key="choice-before").select("2025-26").run()
    app.query_params["as_at"] = NOVEMBER
    assert compared_in(app.run()) == ["2025-26", "2027-28"]


def test_a_period_compared_with_itself_is_compared_with_the_next():
    app = open_page("workload")
    app.selectbox(key="choice-before").select("2027-28").run()
    assert compared_in(app) == ["2027-28", "2028-29"]
    app.selectbox(key="choice-after").select("2025-26").run()
    app.selectbox(key="choice-before").select("2025-26").run()
    assert compared_in(app) == ["2025-26", "2027-28"]
    assert "Left out" not in words(app)


def compared_in(app):
    return [app.selectbox(key=f"choice-{which}").value for which in ("before", "after")]
