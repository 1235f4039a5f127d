"""The room: words that the back row can read, and presenters who do not disturb each other."""

from playwright.sync_api import expect

from tests.browser.conftest import open_page, wait_until_drawn
from tests.browser.contrast import contrasts

NOVEMBER = "as_at=2026-11"


def test_words_have_a_contrast_of_7_on_the_ground_of_a_slide_and_of_6_on_a_mark(page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1")
    for slide in range(1, 7):
        expect(page.locator(".nz-room-foot")).to_contain_text(f"{slide} of 6")
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
    expect(page.get_by_role("heading", level=1)).to_have_text(second)
    page.keyboard.press("Escape")
    expect(page.locator(".nz-room-foot")).to_contain_text("1 of 6")


def test_a_second_machine_opens_at_the_same_slide_and_month_by_link(page, browser, server):
    open_page(page, "/briefing?as_at=2027-06&present=1&theme=Transport")
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    foot = page.locator(".nz-room-foot")
    expect(foot).to_contain_text("4 of 6")
    wait_until_drawn(page)
    elsewhere = browser.new_page()
    open_page(elsewhere, page.url)
    said = "Transport, as at Jun 2027"
    for window in (page, elsewhere):
        expect(window.locator(".nz-room-foot")).to_contain_text("4 of 6")
        expect(window.locator(".nz-room-foot")).to_contain_text(said)
    message = page.get_by_role("heading", level=1).inner_text()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text(message)
    elsewhere.close()


def test_two_presenters_do_not_disturb_each_other(page, context):
    other = context.new_page()
    open_page(page, f"/briefing?{NOVEMBER}&present=1&theme=Transport")
    open_page(other, "/briefing?as_at=2027-06&present=1&slide=4")
    for window in (page, other):
        window.keyboard.press("ArrowRight")
        wait_until_drawn(window)
    foot, other_foot = (window.locator(".nz-room-foot") for window in (page, other))
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
