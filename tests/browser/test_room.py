"""The room: words that the back row can read, and presenters who do not disturb each other."""

import pytest
from playwright.sync_api import expect

from netzero.analysis.briefing import KINDS
from netzero.analysis.running_order import LONGEST, Entry
from netzero.exports.order_text import pack
from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn
from tests.browser.contrast import contrasts

NOVEMBER = "as_at=2026-11"
# Whether a slide is neither too high nor too wide, and reaches well down to its foot.
FITS = """() => {
    const main = document.querySelector('[data-testid="stMain"]')
    const foot = document.querySelector('.nz-room-foot').getBoundingClientRect().top
    const parts = ['rows', 'table', 'full', 'words', 'counted'].map(name => `.nz-room-${name}`)
    const end = Math.max(...[...document.querySelectorAll(['.nz-chart', ...parts].join())]
        .map(each => each.getBoundingClientRect().bottom))
    const over = [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth]
    return Math.max(...over, Math.round(end - foot), 0) === 0 && end / foot > 0.65
}"""


def test_words_have_a_contrast_of_7_on_the_ground_of_a_slide_and_of_6_on_a_mark(page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1")
    for slide in range(1, 7):
        expect(page.locator(".nz-room-foot").first).to_contain_text(f"{slide} of 6")
        wait_until_drawn(page)
        found = contrasts(page)
        assert len(found) > 3
        # No ink reaches 7 on the colour of ongoing work or of the as-at month.
        assert [text for text in found if text[0] < (7 if text[1] else 6)] == []
        page.keyboard.press("ArrowRight")


def test_what_is_found_is_chosen_by_arrows_and_digits_belong_to_the_search(page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1")
    page.keyboard.press("s")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("carbon 1")
    found = page.locator(".nz-room-found button")
    expect(found.nth(1)).to_be_visible()
    expect(search).to_have_value("carbon 1")
    second = found.nth(1).inner_text()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-chosen]")).to_have_text(second)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1).first).to_have_text(second)
    page.keyboard.press("Escape")
    expect(page.locator(".nz-room-foot").first).to_contain_text("1 of 6")


def test_a_second_machine_opens_at_the_same_slide_and_month_by_link(page, browser, server):
    open_page(page, "/briefing?as_at=2027-06&present=1&theme=Transport")
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    foot = page.locator(".nz-room-foot").first
    expect(foot).to_contain_text("4 of 6")
    wait_until_drawn(page)
    elsewhere = browser.new_page()
    open_page(elsewhere, page.url)
    said = "Transport, as at Jun 2027"
    for window in (page, elsewhere):
        expect(window.locator(".nz-room-foot").first).to_contain_text("4 of 6")
        expect(window.locator(".nz-room-foot").first).to_contain_text(said)
    message = page.get_by_role("heading", level=1).first.inner_text()
    expect(elsewhere.get_by_role("heading", level=1).first).to_have_text(message)
    elsewhere.close()


@pytest.mark.parametrize("viewport", [(1280, 720)])
@pytest.mark.parametrize("scope", ["", "&team=Growth+Service"])
def test_every_kind_of_slide_fits_the_screen_and_fills_it(scope, viewport, page):
    kinds = list(KINDS)[:LONGEST]
    open_page(
        page,
        f"/briefing?{NOVEMBER}{scope}&present=1&slides={pack([Entry(kind) for kind in kinds])}",
    )
    for place in range(1, len(kinds) + 1):
        # while slides change, the foot of the one before may stand there, too
        foot = page.locator(".nz-room-foot", has_text=f"{place} of {len(kinds)}")
        expect(foot).to_have_count(1)
        wait_until_drawn(page)
        page.wait_for_function(FITS)  # Plotly draws in the next turn
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("viewport", [(390, 844), (320, 256)])
def test_a_slide_of_one_action_can_be_read_on_a_telephone_and_at_400_per_cent(viewport, page):
    open_page(page, f"/briefing?{NOVEMBER}&theme=Transport&present=1&slide=2")
    expect(page.get_by_role("heading", level=2)).to_contain_text("T1 Develop a decarbonised")
    expect(page.get_by_text("Transport Partners; Business; Residents")).to_be_attached()
    sizes = page.locator(".nz-room-full *").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 15
    assert max(sizes) <= 30
    main = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert main == 0
    assert violations(page) == []


def test_two_presenters_do_not_disturb_each_other(page, context):
    other = context.new_page()
    open_page(page, f"/briefing?{NOVEMBER}&present=1&theme=Transport")
    open_page(other, "/briefing?as_at=2027-06&present=1&slide=4")
    for window in (page, other):
        window.keyboard.press("ArrowRight")
        wait_until_drawn(window)
    foot, other_foot = (window.locator(".nz-room-foot").first for window in (page, other))
    expect(foot).to_contain_text("2 of 6")
    expect(foot).to_contain_text("Transport, as at Nov 2026")
    expect(other_foot).to_contain_text("5 of 6")
    expect(other_foot).to_contain_text("Whole plan, as at Jun 2027")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_visible()
    other.keyboard.press("Home")
    wait_until_drawn(other)
    expect(other_foot).to_contain_text("1 of 6")
    other.close()
