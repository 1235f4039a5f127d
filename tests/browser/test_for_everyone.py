"""What everyone needs: the way back, focus, forced colours, large text, targets for fingers."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

OCTOBER = "as_at=2026-10"


def test_back_undoes_the_last_filter_and_focus_comes_back_to_what_opened_a_drawer(page):
    open_page(page, f"/?{OCTOBER}")
    said = page.locator(".nz-said")
    kept = said.element_handle()
    expect(said).to_have_text("Overview: all 52 actions. Whole plan, as at Oct 2026")
    page.get_by_role("button", name=re.compile("^Transport: ")).first.click()
    expect(said).to_have_text("Overview: 10 of 52 actions. Transport, as at Oct 2026")
    wait_until_drawn(page)
    page.go_back()
    expect(said).to_have_text("Overview: all 52 actions. Whole plan, as at Oct 2026")
    assert kept.is_visible()  # the very region that spoke before
    open_page(page, f"/workload?{OCTOBER}")
    for name in ("Growth Service, Q4 2026-27: 3 live, 1 deadline", "LCC.5 Work with services"):
        opener = page.get_by_role("button", name=name).first
        opener.scroll_into_view_if_needed()
        opener.focus()
        main = page.get_by_test_id("stMain")
        before = main.evaluate("main => main.scrollTop")
        page.keyboard.press("Enter")
        wait_until_drawn(page)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        wait_until_drawn(page)
        expect(opener).to_be_focused()
        assert main.evaluate("main => main.scrollTop") == before


def test_with_forced_colours_and_text_twice_as_large_nothing_is_lost(page):
    page.emulate_media(forced_colors="active")
    open_page(page, f"/workload?{OCTOBER}")
    edges = page.locator(".nz-masthead nav a").evaluate_all(
        "links => links.map(link => getComputedStyle(link).borderBottomColor)"
    )
    assert [edges.count(edge) for edge in edges].count(1) == 1  # that of the page one is on
    keys = page.locator(".nz-chart svg .shapelayer path, .nz-chart svg .bars path").evaluate_all(
        "parts => new Set(parts.map(part => getComputedStyle(part).fill)).size"
    )
    assert keys > 3
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 1366, "height": 768})
    page.add_style_tag(content="html { font-size: 200% !important; }")
    wait_until_drawn(page)
    main = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert main == 0
    controls = page.locator(".st-key-bar").get_by_role("button")
    for place in range(controls.count()):
        box = controls.nth(place).bounding_box()
        assert 0 <= box["x"] <= 1366 - box["width"]
    assert violations(page) == []
