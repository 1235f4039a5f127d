"""A slide is the exhibit of its page, and its message at most ten words."""

import pytest

from netzero.analysis.briefing import KINDS, PROPOSED, slide
from netzero.analysis.leads import leads
from tests.at import published


def test_the_published_plan_gives_these_messages():
    assert {kind: slide(kind, published()).finding for kind in KINDS} == {
        "standing": "34 of 52 actions are live, 23 of them ongoing",
        "timeline": "5 actions end next, in March 2027; 13 have ended",
        "leads": "Carbon Reduction Team leads 11 of 34 live actions",
        "together": "Carbon Reduction Team: 2 deadlines together in March 2027",
        "partners": "District councils: 14 live actions with 12 teams",
        "coming": "5 actions end and 4 start by April 2027",
        "then-and-now": "1 action started and none ended since May 2026",
        "since": "1 action started and none ended since May 2026",
        "load": "2026-27 to 2029-30: Carbon Reduction Team peaks at 11",
        "profile": "Carbon Reduction Team: 11 live, 10 from October 2027",
        "course": "Live work drops from 34 to 33 in April 2027",
        "themes": "Transport holds the most ongoing work: 6 of 23",
        "deadlines": "5 actions end next, in March 2027; 11 end later",
        "years": "34 of 52 actions are live during 2026-27",
        "two-periods": "2027-28: 33 actions live, 1 fewer than in 2026-27",
        "teams-since": "2 teams lead 1 more than in May 2026",
        "concentration": "2 teams lead 17 of 34 live actions",
        "alone": "25 of 34 live actions have one lead team",
        "deadline-grid": "Ahead, no team has over 2 deadlines in a month",
        "ending": "7 actions end by October 2027",
        "starting": "4 actions start by October 2027",
        "side-by-side": "Carbon Reduction Team: at most 2 side by side",
        "involved": "2 teams are also involved ahead",
        "partner-together": "Businesses: 2 deadlines together in March 2027",
        "asking": "District councils: asked by 12 teams, 13 from April 2027",
        "network": "District councils: 14 live with 12 teams",
        "demand": "District councils: 14 live, 15 from April 2027",
        "matrix": "District councils: asked by 12 teams, the most",
        "since-lanes": "5 actions end next, in March 2027",
        "kinds": "Local authority: named in 15 of 25 live actions",
        "team-lanes": "Carbon Reduction Team: 11 live, 10 from October 2027",
        "same-months": "Carbon Reduction Team: 2 deadlines in March 2027",
        "shared-partners": "Carbon Reduction Team: others ask 6 of 8 partners",
        "levelled": "Four moves: no team has two deadlines in a quarter",
        "levelled-teams": "Three teams have over one deadline a quarter; none after",
        "changes": "There is no other edition to compare with",
        "moves": "There is no other edition to compare with",
        "live-changes": "There is no other edition to compare with",
        "team-changes": "There is no other edition to compare with",
        "set-changes": "There is no other edition to compare with",
        "shared-leads": "Carbon Reduction Team shares 4 of 13 actions",
        "actions": "52 actions, 34 of them live",
        "words": "What we ask of Cabinet",
    }


def test_the_proposed_order_asks_six_questions_and_leaves_room_for_own_words():
    assert PROPOSED == (
        "standing",
        "ending",
        "leads",
        "partners",
        "starting",
        "then-and-now",
        "words",
    )


def test_a_slide_is_the_exhibit_of_the_page():
    assert vars(slide("leads", published())) == vars(leads(published()))


def test_bars_that_are_drawn_by_end_on_a_slide_are_said_to_be():
    assert slide("timeline", published()).counted == "52 actions by planned end and position"
    few = published(theme=("Transport",))
    assert slide("timeline", few).counted == "10 actions by theme, then deadline"


def test_what_a_long_message_leaves_out_opens_the_line_beneath():
    at = published()
    found = slide("same-months", at)
    assert found.counted.startswith("3 of others. Deadlines ahead: 6; ")
    load = slide("load", published(team=("Transport Strategy and Policy",)), grain="month")
    assert load.finding == "Transport Strategy and Policy peaks at 6"
    assert load.counted.startswith("Nov 2026 to Mar 2028. Actions live in each month")


def _scopes(plan):
    """Yield the whole plan, each of its tables and themes, and each team and partner."""
    yield {}
    for column in ("plan", "theme"):
        yield from ({column: (name,)} for name in dict.fromkeys(plan.actions[column]))
    yield from ({"team": (name,)} for name in dict.fromkeys(plan.assignments["lead"]))
    yield from ({"partner": (name,)} for name in dict.fromkeys(plan.partnerships["partner"]))


@pytest.mark.parametrize("as_at", ["2025-06", "2026-11", "2030-03"])
def test_no_slide_of_the_published_plan_says_more_than_ten_words(as_at):
    chosen = {"load": [{"grain": "month"}, {"grain": "quarter"}], "together": [{"within": 12}]}
    long = [
        finding
        for scope in _scopes(published().plan)
        for kind in KINDS
        for choices in ({}, *chosen.get(kind, ()))
        if len((finding := slide(kind, published(as_at, **scope), **choices).finding).split()) > 10
    ]
    assert long == []


def test_a_message_that_is_proposed_fits_a_slide_at_every_month_of_the_plan():
    longest = max(
        (len(slide(kind, published(f"{year}-{month:02d}")).finding.split()), kind, year, month)
        for kind in (*PROPOSED, "timeline", "together", "load", "profile")
        for year in range(2025, 2031)
        for month in (3, 4, 11)
    )
    assert longest[0] <= 10


def test_each_kind_is_called_as_its_exhibit_names_its_question():
    assert [kind for kind in KINDS if slide(kind, published()).question != kind] == []


def test_what_was_chosen_is_shown_and_what_the_plan_has_none_of_is_not():
    at = published()
    assert slide("profile", at, team="Growth Service").finding.startswith("Growth Service: ")
    usual = slide("profile", at).finding
    assert slide("profile", at, team="Nobody", colour="red").finding == usual
    assert slide("since", at, earlier="2026-08").finding.endswith("since August 2026")
    assert slide("since", at, earlier="soon").finding.endswith("since May 2026")
    assert slide("load", at, grain="fortnight").counted == slide("load", at).counted


def test_headings_are_plain_words():
    at = published()
    headings = {each for kind in KINDS for each in slide(kind, at).table.columns}
    assert [each for each in headings if "_" in each or each != each.strip()] == []


def test_own_words_are_a_message_and_a_row_for_each_further_line():
    found = slide("words", published(), words="Name  who reports\n\n by May \nAsk once")
    assert (found.finding, found.table.rows) == ("Name who reports", (("by May",), ("Ask once",)))
