"""The Deadlines page in a browser: the first screen, the drawer, the ways there and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn
from tests.browser.test_dashboard import bars, click, drawer

NOVEMBER = "as_at=2026-11"
OCTOBER = "as_at=2026-10"  # the address leaves out the month that the clock shows
ANSWER = "Special Projects: 2 actions ended in March 2026"
ACTION = re.compile(r"^(LCC|EA|[TBERNC])\.?\d+ ")
CARBON_MARCH_2026 = ["LCC.2", "B3", "B4", "B5", "E3", "C1", "C2", "C3", "EA1"]


def listed(page: Page) -> list[str]:
    """Return the ids that the drawer lists."""
    buttons = drawer(page).get_by_role("button", name=ACTION)
    expect(buttons.first).to_be_visible()
    return [name.split()[0] for name in buttons.all_inner_texts()]


def test_a_team_lead_finds_the_answer_on_the_first_screen(page, recording):
    open_page(page, f"/deadlines?{NOVEMBER}&team=Special+Projects")
    for place in (
        page.get_by_role("heading", level=1, name=ANSWER),
        page.get_by_role("heading", level=3, name=ANSWER),
        page.get_by_text("Also led by Transport Projects and Programmes (2).").first,
        page.get_by_role("button", name="See the 2 actions").first,
        page.get_by_role("button", name="Put these deadlines in a calendar"),
    ):
        expect(place).to_be_visible()
        box = place.bounding_box()
        assert box["y"] + box["height"] <= 1080
    assert recording.outside_requests == []
    assert recording.console_errors == []


def test_a_press_on_a_cluster_lists_exactly_its_actions(page):
    open_page(page, f"/deadlines?{NOVEMBER}")
    page.get_by_text("3 clusters before November 2026").click()
    page.get_by_role("button", name="See the 9 actions").click()
    expect(drawer(page)).to_contain_text("Carbon Reduction Team: 9 actions ended in March 2026")
    assert listed(page) == CARBON_MARCH_2026
    expect(page).to_have_url(re.compile("mark=cluster"))


def test_an_action_of_a_cluster_opens_and_closing_it_leads_back_to_the_list(page):
    open_page(page, f"/deadlines?{NOVEMBER}&team=Special+Projects")
    page.get_by_role("button", name="See the 2 actions").first.click()
    assert listed(page) == ["T7", "T8"]
    drawer(page).get_by_role("button", name=re.compile("^T8 ")).click()
    expect(drawer(page)).to_contain_text("as published")
    expect(page).to_have_url(re.compile("action=T8"))
    page.keyboard.press("Escape")
    expect(drawer(page)).to_contain_text(ANSWER)
    assert listed(page) == ["T7", "T8"]
    page.keyboard.press("Escape")
    expect(drawer(page)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("mark=|action="))


def test_a_cluster_of_a_partner_lists_its_actions(page):
    open_page(page, f"/deadlines?{NOVEMBER}&partner=Midlands+Net+Zero+Hub")
    expect(
        page.get_by_role("heading", level=3, name="Midlands Net Zero Hub: 4 actions ended")
    ).to_be_visible()
    page.get_by_role("button", name="See the 4 actions").last.click()
    assert listed(page) == ["T8", "B4", "B5", "E3"]


def test_a_click_on_a_cell_of_the_grid_lists_its_deadlines(page):
    open_page(page, f"/deadlines?{NOVEMBER}&team=Special+Projects")
    click(page, bars(page, "grid").first)
    expect(drawer(page)).to_contain_text("Special Projects: 2 deadlines, Mar 2026")
    assert listed(page) == ["T7", "T8"]


def test_a_click_on_a_lane_opens_the_detail(page):
    open_page(page, f"/deadlines?{NOVEMBER}&team=Special+Projects")
    click(page, bars(page, "lanes-chart").first)
    expect(drawer(page)).to_contain_text("Special Projects; Transport Projects and Programmes")
    expect(page).to_have_url(re.compile("action=T[78]"))


def test_the_window_goes_into_the_address_and_survives_a_reload(page):
    open_page(page, f"/deadlines?{NOVEMBER}")
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(
        page.get_by_text("8 clusters: deadlines of one team within 12 months of each other")
    ).to_be_visible()
    expect(page).to_have_url(re.compile("within=12"))
    wait_until_drawn(page)
    page.reload()
    wait_until_drawn(page)
    expect(
        page.get_by_text("8 clusters: deadlines of one team within 12 months of each other")
    ).to_be_visible()


def test_a_window_that_does_not_exist_leaves_the_link(page):
    open_page(page, f"/deadlines?{NOVEMBER}&within=99")
    expect(page.get_by_text("Left out of the link: within “99”")).to_be_visible()
    expect(page).not_to_have_url(re.compile("within=99"))


# --- From other pages and back


def test_from_a_workload_cell_to_the_deadlines_of_its_team_and_back_with_every_filter(page):
    open_page(
        page,
        f"/workload?{OCTOBER}&position=window+ended&theme=Transport"
        "&mark=workload|Special+Projects|Q4+2025-26",
    )
    expect(drawer(page)).to_contain_text("Special Projects, Q4 2025-26: 2 live actions")
    drawer(page).get_by_role("button", name="Deadlines of Special Projects").click()
    expect(page.get_by_role("heading", level=1, name=ANSWER)).to_be_visible()
    wait_until_drawn(page)
    expect(drawer(page)).to_have_count(0)
    for kept in ("team=Special", "position=window", "theme=Transport", OCTOBER):
        expect(page).to_have_url(re.compile(rf"/deadlines\?.*{kept}"))
    expect(page).not_to_have_url(re.compile("mark="))
    page.get_by_role("button", name="Workload", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Special Projects peaks at 2")
    wait_until_drawn(page)
    for kept in ("team=Special", "position=window", "theme=Transport", OCTOBER):
        expect(page).to_have_url(re.compile(rf"/workload\?.*{kept}"))


def test_from_a_row_of_the_timeline_to_the_deadlines_of_its_lead_and_back(page):
    open_page(page, f"/timeline?{NOVEMBER}&theme=Transport&action=T7")
    drawer(page).get_by_role("button", name="Deadlines of Special Projects").click()
    expect(page.get_by_role("heading", level=1, name=ANSWER)).to_be_visible()
    wait_until_drawn(page)
    expect(page).to_have_url(re.compile(r"/deadlines\?.*theme=Transport"))
    expect(page).not_to_have_url(re.compile("action="))
    page.get_by_role("button", name="Timeline", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 windows closed in March 2026")
    expect(page).to_have_url(re.compile(r"/timeline\?.*theme=Transport"))
    expect(page).to_have_url(re.compile("team=Special"))


@pytest.mark.parametrize(
    ("mark", "team", "deadlines_of"),
    [
        ("matrix|District+councils|Special+Projects", "Special Projects with", "District councils"),
        ("node|partner|LCAN+partners", "LCAN partners: ", "LCAN partners"),
        ("node|team|Special+Projects", "Special Projects: ", "Special Projects"),
    ],
)
def test_from_a_mark_of_partners_to_its_deadlines(mark, team, deadlines_of, page):
    open_page(page, f"/partners?{NOVEMBER}&theme=Transport&theme=Communities&mark={mark}")
    expect(drawer(page)).to_contain_text(team)
    drawer(page).get_by_role("button", name=f"Deadlines of {deadlines_of}").click()
    expect(page).to_have_url(re.compile(r"/deadlines\?.*theme=Transport"))
    wait_until_drawn(page)
    expect(page.get_by_role("button", name=re.compile(f": {deadlines_of} "))).to_be_visible()


# --- For everyone


@pytest.mark.parametrize("viewport", [(1920, 1080), (390, 844)])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "&team=Special+Projects",
        "&position=ongoing",
        "&within=99",
        "&mark=cluster|Special+Projects|2026-03",
    ],
)
def test_axe_finds_no_violation(query, viewport, page):
    open_page(page, f"/deadlines?{NOVEMBER}{query}")
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [(390, 844), (320, 640)])
@pytest.mark.parametrize("query", ["", "&team=Special+Projects", "&within=12"])
def test_a_phone_page_does_not_scroll_sideways(query, viewport, page):
    open_page(page, f"/deadlines?{NOVEMBER}{query}")
    room = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    main = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert (room, main) == (0, 0)
