"""What only a browser shows: cold links, clicks, keys, what is visible, and what leaves."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, running_app, wait_until_drawn

PAGES = {
    "/": "34 of 52 actions are live",
    "/timeline": "11 windows closed in March 2026",
    "/workload": "Carbon Reduction Team peaks at 18 live actions",
    "/partners": "District councils: named in 22 of the 37 actions with partners",
    "/deadlines": "5 actions end next, in March 2027; 4 clusters lie ahead",
    "/briefing": "6 slides to present",
    "/actions": "52 actions, 69 lead assignments",
    "/plan_data": "52 actions from 2 published tables",
}
NOVEMBER = "as_at=2026-11"


def bars(page: Page, key: str) -> Locator:
    """Return the bars of the visible form of a chart."""
    return page.locator(f"[class*='st-key-{key}']:visible .barlayer .point path")


def click(page: Page, mark: Locator) -> None:
    """Click where a mark stands: Plotly lays a sheet over its marks that takes the clicks."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def drawer(page: Page) -> Locator:
    return page.get_by_role("dialog")


@pytest.mark.parametrize("address", PAGES)
def test_a_cold_link_shows_the_whole_frame(address, browser, tmp_path):
    with running_app(tmp_path / "app.log") as app:
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{app.url}{address}?{NOVEMBER}&team=Special+Projects")
        wait_until_drawn(page)
        expect(page.get_by_role("link", name="Plan data")).to_be_visible()
        expect(page.get_by_text("2 of 52 actions")).to_be_visible()
        expect(page.get_by_role("searchbox", name="Search")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.close()


@pytest.mark.parametrize(("address", "sentence"), PAGES.items())
def test_a_page_opens_with_its_finding_and_asks_nothing_outside(address, sentence, page, recording):
    open_page(page, f"{address}?{NOVEMBER}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(sentence)
    assert recording.outside_requests == []
    assert recording.console_errors == []


@pytest.mark.parametrize("viewport", [(1920, 1080), (390, 844)])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_no_violation(address, viewport, page):
    open_page(page, f"{address}?{NOVEMBER}")
    assert violations(page) == []


@pytest.mark.parametrize(
    "address",
    [
        "/timeline?action=T7",
        "/timeline?q=nothingholdsthis",
        "/timeline?team=Nobody",
        "/workload?mark=workload|Special+Projects|Q4+2025-26",
    ],
)
def test_axe_finds_no_violation_in_a_drawer_or_an_empty_state(address, page):
    open_page(page, address)
    assert violations(page) == []


def test_a_click_on_a_bar_opens_its_detail_every_time(page):
    open_page(page, f"/timeline?{NOVEMBER}&q=T7")
    for _ in range(2):
        click(page, bars(page, "timeline").first)
        expect(drawer(page)).to_contain_text("T7 LEVI pilot")
        expect(drawer(page)).to_contain_text("Special Projects; Transport Projects and Programmes")
        expect(page).to_have_url(re.compile("action=T7"))
        page.keyboard.press("Escape")
        expect(drawer(page)).to_have_count(0)
        expect(page).not_to_have_url(re.compile("action="))
        wait_until_drawn(page)


def test_a_neighbour_replaces_the_detail(page):
    open_page(page, "/timeline?action=T7")
    drawer(page).get_by_role("button", name="T8 FLEX-D: solar and battery charging hubs").click()
    expect(drawer(page)).to_contain_text("Support Council partners to deliver the FLEX-D project")
    expect(page).to_have_url(re.compile("action=T8"))


def test_a_click_on_a_workload_cell_lists_exactly_what_it_counts(page):
    open_page(page, f"/workload?{NOVEMBER}&team=Special+Projects&team=Commissioning+Support+Unit")
    click(page, bars(page, "workload").nth(9))
    expect(drawer(page)).to_contain_text("Commissioning Support Unit, Q2 2027-28: 3 live actions")
    listed = drawer(page).get_by_role("button", name=re.compile(r"^(LCC|T)\.?\d+ "))
    assert sorted(name.split()[0] for name in listed.all_inner_texts()) == ["LCC.7", "LCC.9", "T9"]
    listed.first.click()
    expect(drawer(page)).to_contain_text("as published")
    page.keyboard.press("Escape")
    expect(drawer(page)).to_contain_text("Commissioning Support Unit, Q2 2027-28")


def test_a_filter_survives_a_page_change_and_a_reload(page):
    open_page(page, f"/timeline?{NOVEMBER}&team=Special+Projects&position=window+ended")
    page.get_by_role("link", name="Workload").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Special Projects peaks at 2")
    wait_until_drawn(page)
    expect(page).to_have_url(re.compile(r"/workload\?.*team=Special"))
    page.reload()
    wait_until_drawn(page)
    expect(page.get_by_text("2 of 52 actions")).to_be_visible()
    page.get_by_role("button", name="Lead team: Special Projects").click()
    expect(page.get_by_text("13 of 52 actions")).to_be_visible()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.get_by_text("52 of 52 actions")).to_be_visible()


def test_a_value_that_does_not_exist_is_named_and_leaves_the_link(page):
    open_page(page, "/timeline?team=Nobody&team=Special+Projects&as_at=soon")
    expect(page.get_by_text("this plan has none of it")).to_contain_text("team “Nobody”")
    expect(page.get_by_text("this plan has none of it")).to_contain_text("as_at “soon”")
    expect(page.get_by_text("2 of 52 actions")).to_be_visible()
    expect(page).not_to_have_url(re.compile("Nobody|soon"))


def test_the_whole_plan_is_on_one_screen_at_1080p(page):
    open_page(page, f"/timeline?{NOVEMBER}")
    assert bars(page, "timeline").count() == 52
    chart = page.locator("[class*='st-key-timeline-nzbroad'] .js-plotly-plot").bounding_box()
    assert chart["y"] + chart["height"] <= 1080
    sizes = page.locator("[class*='st-key-timeline-nzbroad'] svg text").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 12


@pytest.mark.parametrize(
    ("viewport", "form"),
    [((1920, 1080), "nzbroad"), ((1280, 720), "nzmiddle"), ((390, 844), "nznarrow")],
)
def test_each_width_shows_one_form_of_the_timeline(viewport, form, page):
    open_page(page, "/timeline")
    visible = page.locator("[class*='st-key-timeline-nz']:visible")
    expect(visible).to_have_count(1)
    assert form in visible.get_attribute("class")


@pytest.mark.parametrize("viewport", [(390, 844)])
@pytest.mark.parametrize("address", PAGES)
def test_a_phone_page_does_not_scroll_sideways(address, viewport, page):
    open_page(page, address)
    room = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    main = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert (room, main) == (0, 0)
