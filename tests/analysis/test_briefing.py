"""A slide is the exhibit of its page, and its message at most ten words."""

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
        "since": "1 action started and none ended since May 2026",
        "load": "2026-27 to 2029-30: Carbon Reduction Team peaks at 11",
        "profile": "Carbon Reduction Team: 11 live, 10 from October 2027",
    }


def test_the_proposed_order_asks_six_questions():
    assert PROPOSED == ("standing", "timeline", "leads", "together", "partners", "coming")


def test_a_slide_is_the_exhibit_of_the_page():
    assert vars(slide("leads", published())) == vars(leads(published()))


def test_bars_that_are_drawn_by_end_on_a_slide_are_said_to_be():
    assert slide("timeline", published()).counted == "52 actions by planned end and position"
    few = published(theme=("Transport",))
    assert slide("timeline", few).counted == "10 actions by theme, then deadline"


def test_a_message_fits_a_slide_at_every_month_of_the_plan():
    longest = max(
        (len(slide(kind, published(f"{year}-{month:02d}")).finding.split()), kind, year, month)
        for kind in KINDS
        for year in range(2025, 2031)
        for month in (3, 4, 11)
    )
    assert longest[0] <= 10
