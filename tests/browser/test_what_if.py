"""The whole of What if in a real browser: asked, tried, read, put on a slide, shared by link."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

ASKED = "/changes?as_at=2026-11&ask=What+if"


def finding(page):
    return page.get_by_role("heading", level=1).first


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_a_clash_is_cleared_in_three_clicks_put_on_a_slide_and_shared(page, browser, server):
    open_page(page, "/?as_at=2026-11")
    page.locator(".nz-masthead").get_by_role("link", name="Changes", exact=True).click()
    wait_until_drawn(page)
    page.get_by_text("What if", exact=True).click()
    wait_until_drawn(page)
    expect(finding(page)).to_have_text("Four moves: no team has two deadlines in a quarter")
    page.get_by_role("button", name="Try all four").click()
    wait_until_drawn(page)
    expect(finding(page)).to_have_text("Ahead, no team has two deadlines in a quarter")
    expect(page.locator(".nz-scenario strong")).to_have_text("Scenario, not the plan: 4 moves")
    expect(page.get_by_text("Quarters with over one deadline: four in the plan")).to_be_visible()
    expect(page.get_by_role("heading", name="1 more live, Apr to Jun 2027")).to_be_visible()

    page.get_by_role("button", name="Add to briefing: Quarters with over one deadline").click()
    expect(page.get_by_text("Added to the briefing as slide")).to_be_visible()
    page.locator(".nz-masthead").get_by_role("link", name="Briefing", exact=True).click()
    wait_until_drawn(page)
    expect(finding(page)).to_have_text("7 slides to present")
    expect(
        page.get_by_text("Quarters with over one deadline: four in the plan").first
    ).to_be_visible()

    link = page.url.replace("/briefing", "/changes") + "&ask=What+if"
    other = browser.new_context(base_url=server.url).new_page()
    open_page(other, link)
    expect(other.locator(".nz-scenario strong")).to_have_text("Scenario, not the plan: 4 moves")
    expect(finding(other)).to_have_text("Ahead, no team has two deadlines in a quarter")
    other.context.close()


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_it_is_all_done_by_keyboard(page):
    open_page(page, ASKED)
    page.get_by_role("button", name="Try", exact=True).first.focus()
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    expect(finding(page)).to_have_text("Three more: no team has two deadlines in a quarter")
    page.get_by_role("button", name="+", exact=True).focus()
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    expect(page.locator(".nz-move").filter(has_text="Sep 2027").first).to_contain_text(
        "6 months later"
    )
    page.get_by_role("button", name="×", exact=True).focus()
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    expect(finding(page)).to_have_text("Four moves: no team has two deadlines in a quarter")
    page.get_by_role("link", name="Develop Digital Strategy; consider net zero role").focus()
    page.keyboard.press("Enter")
    wait_until_drawn(page)
    expect(page.get_by_role("dialog")).to_contain_text("E1")


@pytest.mark.parametrize("viewport", [(1366, 768), (390, 844)])
@pytest.mark.parametrize(
    "asked", ["", "&moves=LCC.5:end:2027-06", "&hold=Carbon+Reduction+Team", "&most=2"]
)
def test_what_is_shown_is_in_order(page, viewport, asked):
    open_page(page, f"{ASKED}{asked}")
    assert violations(page) == []
    page.get_by_role("button", name="Rules").click()
    expect(page.get_by_text("Earlier as well as later")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_paper_has_the_moves_without_what_is_pressed(page):
    open_page(page, f"{ASKED}&moves=LCC.5:end:2027-06")
    page.emulate_media(media="print")
    for words in ("Work with services to cut carbon from mileage", "Falls with LCC.9"):
        expect(page.locator(".nz-move").filter(has_text=words)).to_be_visible()
    for name in ("Try", "+"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
