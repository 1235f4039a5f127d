"""What only a browser shows: one load a page and width, cold links, clicks, keys, what leaves."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page
from tests.browser.contrast import contrasts

NOVEMBER = "as_at=2026-11"
MOVES = "moves=T9:end:2031-03,LCC.5:end:2027-09,LCC.7:end:2027-06,R2:drop"
PAGES = {
    "/": "34 of 52 actions are live, 23 of them ongoing",
    "/timeline": "5 actions end next, in March 2027; 13 have ended",
    "/workload": "2026-27 to 2029-30: Carbon Reduction Team peaks at 11",
    "/deadlines": "Ahead, no team has over 2 deadlines in a month",
    "/partners": "District councils: asked by 12 teams, 13 from April 2027",
    "/team": "Carbon Reduction Team: 11 live, 10 from October 2027",
    "/actions": "52 actions, 34 of them live",
    "/briefing": "6 slides to present",
    "/changes": "1 action started and none ended since May 2026",
    f"/changes?{MOVES}": "1 dropped, 2 moved later by 6 to 12 months, 1 earlier",
    "/plan_data": "52 actions from 2 published tables",
}
# How many charts a page draws in a wide and in a narrow window.
CHARTS = {"/": (3, 3), "/timeline": (2, 2), "/workload": (2, 2), "/deadlines": (2, 2)}
CHARTS |= {"/partners": (4, 2), "/team": (2, 2), "/changes": (2, 2), f"/changes?{MOVES}": (4, 4)}
SIDEWAYS = """() => [
    document.documentElement.scrollWidth - innerWidth,
    ...[...document.querySelectorAll('[data-testid="stMain"]')]
        .map(main => main.scrollWidth - main.clientWidth),
]"""
SIZES = """() => [...document.querySelectorAll('.nz-chart svg text')]
    .filter(text => text.textContent.trim())
    .map(text => parseFloat(getComputedStyle(text).fontSize))"""


def as_at_november(address):
    return f"{address}{'&' if '?' in address else '?'}{NOVEMBER}"


SMALL = """() => [...document.querySelectorAll('main button, main a, main select, main summary')]
    .filter(part => part.checkVisibility() && !part.closest('p'))
    .map(part => [part.textContent, part.getBoundingClientRect()])
    .filter(([, box]) => box.width && Math.min(box.width, box.height) < 23.5)
    .map(([words, box]) => `${words} ${box.width} by ${box.height}`)"""


@pytest.mark.parametrize("viewport", [(1366, 768), (390, 844), (320, 640)])
@pytest.mark.parametrize(("address", "finding"), PAGES.items())
def test_a_page_is_whole_at_a_width(address, finding, viewport, page, recording):
    open_page(page, as_at_november(address))
    expect(page.get_by_role("heading", level=1).first).to_contain_text(finding)
    wide, narrow = CHARTS.get(address, (0, 0))
    expect(page.locator(".nz-chart")).to_have_count(narrow if viewport[0] < 640 else wide)
    assert recording.outside_requests == []
    assert recording.console_errors == []
    assert violations(page) == []
    assert set(page.evaluate(SIDEWAYS)) == {0}
    assert min(page.evaluate(SIZES), default=12) >= 12
    assert page.evaluate(SMALL) == []
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("viewport", [(1366, 4500), (390, 9500)])
@pytest.mark.parametrize("address", CHARTS)
def test_every_word_of_a_picture_stands_out_from_what_it_stands_on(address, viewport, page):
    open_page(page, as_at_november(address))
    found = contrasts(page)
    assert len(found) > 30
    assert [text for text in found if text.ratio < 4.5] == []
