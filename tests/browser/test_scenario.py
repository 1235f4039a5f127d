"""A scenario's link in a real browser: it goes along, says so, and reaches nobody else."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

MOVES = "LCC.5:end:2027-06,T9:drop"
SAID = "Scenario, not the plan: 2 moves"
PAGES = (
    "Timeline",
    "Workload",
    "Team",
    "Deadlines",
    "Partners",
    "Actions",
    "Plan data",
    "Briefing",
)


def banner(page):
    return page.locator(".nz-scenario strong")


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_a_scenario_goes_along_to_every_page_and_to_nobody_else(page, browser, server):
    open_page(page, f"/?as_at=2026-11&moves={MOVES}")
    for title in PAGES:
        page.locator(".nz-masthead").get_by_role("link", name=title, exact=True).click()
        wait_until_drawn(page)
        expect(banner(page)).to_have_text(SAID)
    page.reload()
    wait_until_drawn(page)
    expect(banner(page)).to_have_text(SAID)
    page.get_by_role("button", name="Present", exact=True).click()
    wait_until_drawn(page)
    expect(page.locator(".nz-room-scenario")).to_contain_text(SAID)
    page.keyboard.press("ArrowRight")
    wait_until_drawn(page)
    expect(page.locator(".nz-room-foot").first).to_contain_text("2 of")
    expect(page.locator(".nz-room-scenario")).to_contain_text(SAID)

    other = browser.new_context(base_url=server.url).new_page()
    open_page(other, "/?as_at=2026-11")
    expect(other.locator(".nz-count")).to_contain_text("52 of 52")
    expect(banner(other)).to_have_count(0)
    other.context.close()


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_what_is_pressed_and_gone_leaves_the_focus_at_the_heading(page):
    open_page(page, f"/?as_at=2026-11&moves={MOVES}")
    heading = page.get_by_role("heading", level=1).first
    page.get_by_role("button", name="T9 dropped ✕").press("Enter")
    expect(banner(page)).to_have_text("Scenario, not the plan: 1 move")
    expect(heading).to_be_focused()
    page.get_by_role("button", name="Back to the plan").press("Enter")
    expect(banner(page)).to_have_count(0)
    expect(heading).to_be_focused()
    open_page(page, "/?as_at=2026-11&theme=Transport")
    page.get_by_role("button", name="Theme: Transport ✕").press("Enter")
    expect(page.locator(".nz-count")).to_contain_text("52 of 52")
    expect(heading).to_be_focused()


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_a_detail_offers_another_end_and_the_page_shows_it(page):
    open_page(page, "/actions?as_at=2026-11&action=LCC.5")
    drawer = page.get_by_role("dialog")
    drawer.get_by_text("What if …").click()
    wait_until_drawn(page)
    drawer.get_by_role("combobox", name="Ends in").click()
    page.keyboard.type("Jun 2027")
    page.get_by_role("option", name="Jun 2027").last.click()
    wait_until_drawn(page)
    assert violations(page) == []
    drawer.get_by_role("button", name="Try this").click()
    expect(banner(page)).to_have_text("Scenario, not the plan: 1 move")
    expect(drawer).to_have_count(0)
    assert "moves=LCC.5%3Aend%3A2027-06" in page.url
    page.get_by_role("button", name="LCC.5 ends Jun 2027, 3 months later").click()
    expect(banner(page)).to_have_count(0)


@pytest.mark.parametrize("viewport", [(1366, 768)])
def test_the_changes_are_taken_away_as_a_sheet(page):
    open_page(page, f"/?as_at=2026-11&moves={MOVES}")
    page.get_by_role("button", name="Download the moves").click()
    wait_until_drawn(page)
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Excel").last.click()
    assert download.value.suggested_filename == "net-zero-scenario-moves-whole-plan-2026-11.xlsx"


@pytest.mark.parametrize("viewport", [(1366, 768), (390, 844)])
def test_the_banner_is_in_order(page, viewport):
    open_page(page, f"/?as_at=2026-11&moves={MOVES},E5:lead:Growth Service,E1:end:2029-12")
    expect(banner(page)).to_have_text("Scenario, not the plan: 4 moves")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    page.get_by_role("button", name="Back to the plan").click()
    wait_until_drawn(page)
    expect(banner(page)).to_have_count(0)
    assert "moves" not in page.url
