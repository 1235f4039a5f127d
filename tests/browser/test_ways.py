"""Ways from one thing to the next, and the files of a page: what only a browser shows of them."""

import io
import re

import openpyxl
import pandas as pd
import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from netzero.analysis.between import two_periods, usual_pair
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.load import load
from netzero.analysis.workload import alone, concentration, profile
from netzero.exports.sheet_words import sheet_names
from netzero.exports.values import file_value, value_text
from tests.at import published
from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

NOVEMBER = "as_at=2026-11"
OCTOBER = "as_at=2026-10"  # the address leaves out the month that the clock shows
KEPT = ("team=Special", "position=ended", "theme=Transport", OCTOBER)


def drawer(page: Page):
    return page.get_by_role("dialog")


def run(sent: bytes):
    message = BackMsg()
    message.ParseFromString(sent)
    return message.rerun_script


def test_a_neighbour_replaces_the_detail(page):
    open_page(page, "/timeline?action=T7")
    assert violations(page) == []
    drawer(page).get_by_role("button", name=re.compile("^T8 ")).click()
    expect(drawer(page)).to_contain_text("Support Council partners to deliver the FLEX-D project")
    expect(page).to_have_url(re.compile("action=T8"))


def test_from_a_cell_to_the_deadlines_of_its_team_and_back_with_every_filter(page):
    mark = "load|Special+Projects|Q4+2025-26"
    open_page(page, f"/workload?{OCTOBER}&position=ended&theme=Transport&mark={mark}")
    expect(drawer(page)).to_contain_text("Special Projects, Q4 2025-26: 2 live")
    drawer(page).get_by_role("button", name="Deadlines of Special Projects").click()
    finding = page.get_by_role("heading", level=1).first
    expect(finding).to_have_text("All past; Special Projects had 2 in March 2026")
    wait_until_drawn(page)
    expect(drawer(page)).to_have_count(0)
    for kept in KEPT:
        expect(page).to_have_url(re.compile(rf"/deadlines\?.*{kept}"))
    expect(page).not_to_have_url(re.compile("mark="))
    page.get_by_role("link", name="Workload").click()
    expect(finding).to_contain_text("nothing is live")
    wait_until_drawn(page)
    for kept in KEPT:
        expect(page).to_have_url(re.compile(rf"/workload\?.*{kept}"))


def test_every_name_leads_to_what_is_said_of_it(page):
    finding = page.get_by_role("heading", level=1).first
    open_page(page, f"/workload?{OCTOBER}&theme=Business+and+Economy")
    page.get_by_role("link", name="Growth Service", exact=True).first.click()  # beside its row
    expect(finding).to_contain_text("Growth Service: ")
    for kept in ("theme=Business", "team=Growth", OCTOBER):
        expect(page).to_have_url(re.compile(rf"/team\?.*{kept}"))
    wait_until_drawn(page)
    open_page(page, f"/timeline?{OCTOBER}&action=E5")
    link = drawer(page).get_by_role("link", name="Universities").first
    expect(link).to_have_attribute("href", f"partners?{OCTOBER}&focus=Universities")
    link.click()
    expect(drawer(page)).to_have_count(0)
    expect(page.get_by_role("heading", name=re.compile("^Universities: "))).to_have_count(2)


def test_a_partner_is_looked_up_by_a_part_of_its_name_and_drives_the_page(page):
    open_page(page, f"/partners?{OCTOBER}")
    page.get_by_role("textbox", name="Find a partner").fill("enterprise groups")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 found")).to_be_visible()
    page.get_by_role("link", name="Voluntary Community & Social Enterprise groups").click()
    name = "Voluntary Community & Social Enterprise groups: 1 live with 1 team"
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    wait_until_drawn(page)
    expect(page).to_have_url(re.compile("focus=Voluntary"))
    page.get_by_role("textbox", name="Find a partner").fill("team")
    page.keyboard.press("Enter")
    expect(page.get_by_text("4 internal")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [(390, 844)])
def test_on_a_phone_a_tap_on_a_quarter_and_on_what_is_listed_opens_what_lies_behind(viewport, page):
    open_page(page, f"/workload?{OCTOBER}")
    page.get_by_role("button", name="Growth Service, Q4 2026-27: 3 live, 1 deadline").click()
    expect(drawer(page)).to_contain_text("Growth Service, Q4 2026-27: 3 live, 1 deadline")
    open_page(page, f"/partners?{OCTOBER}")
    page.get_by_role("button", name="Growth Service: 1 live shared action").click()
    expect(drawer(page)).to_contain_text("E4 Develop")


def test_a_search_that_finds_nothing_offers_the_way_back(page):
    open_page(page, f"/timeline?{NOVEMBER}")
    page.get_by_role("searchbox", name="Search").fill("nothingholdsthis")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No action passes these filters together.")).to_be_visible()
    wait_until_drawn(page)
    assert violations(page) == []
    page.get_by_role("button", name="Show every action").click()
    expect(page.get_by_text("52 of 52 actions", exact=True)).to_be_visible()


@pytest.mark.parametrize("viewport", [(320, 640)])
def test_a_choice_goes_into_the_address_and_survives_a_reload_on_the_smallest_screen(
    viewport, page
):
    open_page(page, f"/deadlines?{NOVEMBER}")
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    said = page.get_by_text(re.compile("^The first of .* deadlines within 12 months")).first
    expect(said).to_be_visible()
    expect(page).to_have_url(re.compile("within=12"))
    wait_until_drawn(page)
    page.reload()
    wait_until_drawn(page)
    expect(said).to_be_visible()
    main = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert main == 0


def test_the_running_order_is_changed_jumped_in_and_kept_in_the_link(page):
    open_page(page, f"/briefing?{NOVEMBER}&theme=Transport")
    finding = page.get_by_role("heading", level=1).first
    page.get_by_role("button", name="Keep filters: slide 3").click()
    wait_until_drawn(page)
    page.get_by_role("button", name="Move slide 3 down").press("Enter")
    # Focus goes with the slide, and what happened is said.
    expect(page.get_by_role("button", name="Move slide 4 down")).to_be_focused()
    said = page.locator(".nz-order + .nz-said")
    expect(said).to_contain_text("Slide 3 is now slide 4: Transport")
    page.get_by_role("button", name="Theme: Transport").click()
    wait_until_drawn(page)
    page.reload()
    wait_until_drawn(page)
    expect(page.get_by_text("Who carries it. Transport, as at Nov 2026 Kept")).to_be_visible()
    slides = page.locator(".nz-slide")
    slides.nth(4).locator(".nz-thumb").drag_to(slides.nth(0).locator(".nz-thumb"))
    expect(said).to_contain_text("Slide 5 is now slide 1: ")
    wait_until_drawn(page)
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.locator(".nz-room-foot").first).to_contain_text("1 of 6")
    wait_until_drawn(page)
    page.get_by_role("button", name="Previous slide").focus()
    for key in ("5", "Enter"):
        page.keyboard.press(key)
    expect(finding).to_have_text("Transport Strategy and Policy leads 6 of 7 live actions")
    foot = page.locator(".nz-room-foot").first
    expect(foot).to_contain_text("5 of 6")
    expect(foot).to_contain_text("Transport, as at Nov 2026")


def test_a_file_holds_every_table_of_the_page_as_it_is_filtered_now(page):
    open_page(page, f"/workload?{NOVEMBER}&theme=Transport&team=Special+Projects")
    page.get_by_role("button", name="Team: Special Projects").click()
    expect(page.get_by_text("10 of 52 actions", exact=True)).to_be_visible()
    wait_until_drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    at = published(theme=("Transport",))
    both = dict(zip(("before", "after"), usual_pair(at), strict=True))
    exhibits = load(at), profile(at), concentration(at), two_periods(at, **both), alone(at)
    names = sheet_names(["Cover", *(exhibit.title for exhibit in exhibits)])
    assert book.sheetnames == names
    for name, exhibit in zip(names[1:], exhibits, strict=True):
        assert list(book[name].iter_rows(min_row=2, values_only=True)) == _in_a_file(exhibit)
    shown = page.locator("table").filter(has=page.locator("caption", has_text=exhibits[2].title))
    cells = shown.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    assert cells == [list(map(value_text, row)) for row in exhibits[2].table.rows]


def _in_a_file(exhibit: Exhibit) -> list[tuple[object, ...]]:
    rows = (map(_value_in_excel, row) for row in exhibit.table.rows)
    return [tuple(None if value == "" else value for value in row) for row in rows]


def _value_in_excel(cell: object) -> object:
    return cell.to_timestamp() if isinstance(cell, pd.Period) else file_value(cell)


def test_a_choice_of_the_page_runs_it_alone_and_all_of_it(page):
    runs = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda sent: runs.append(run(sent))))
    open_page(page, f"/workload?{OCTOBER}&theme=Transport")
    page.get_by_role("radio", name="delivery year").click()
    wait_until_drawn(page)
    whole, alone = runs
    assert (whole.fragment_id, bool(alone.fragment_id)) == ("", True)
    expect(page).to_have_url(re.compile("period=delivery"))
    expect(page.get_by_role("heading", level=1).first).to_contain_text("2026-27 to 2029-30: ")
    at = published("2026-10", theme=("Transport",))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    by_year = load(at, grain="delivery year")
    sheet = book[sheet_names(["Cover", by_year.title])[1]]
    assert list(sheet.iter_rows(min_row=2, values_only=True)) == _in_a_file(by_year)
    page.get_by_role("button", name="Link").click()
    expect(page.get_by_text("period=delivery+year")).to_be_visible()
    page.keyboard.press("Escape")
    wait_until_drawn(page)
    page.get_by_role("button", name="Transport Strategy and Policy, 2025-26: 6 live").click()
    expect(drawer(page)).to_contain_text("Transport Strategy and Policy, 2025-26: 6 live")


def test_a_strip_of_a_theme_narrows_the_whole_page_to_it(page):
    open_page(page, f"/?{NOVEMBER}")
    page.get_by_role("button", name="Resources and Waste: 3 actions").click()
    expect(page.get_by_text("3 of 52 actions", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"theme=Resources(\+|%20)and"))
    expect(page.get_by_role("heading", level=1).first).to_have_text(
        "All 3 actions are live, 2 of them ongoing"
    )


def test_the_month_is_stepped_and_goes_along_to_other_pages(page):
    open_page(page, "/workload?as_at=2027-03")
    expect(page).to_have_title("Workload – Net Zero delivery")
    edges = page.locator(".nz-masthead").evaluate("box => [box.getBoundingClientRect().left]")
    assert edges == [28]
    page.get_by_role("button", name="Apr →").click()
    expect(page).to_have_url(re.compile("as_at=2027-04"))
    wait_until_drawn(page)
    page.get_by_role("link", name="Timeline").click()
    expect(page).to_have_title("Timeline – Net Zero delivery")
    expect(page).to_have_url(re.compile(r"/timeline\?.*as_at=2027-04"))
    wait_until_drawn(page)
    page.get_by_role("combobox", name="As at").select_option("Jun 2027")
    expect(page).to_have_url(re.compile("as_at=2027-06"))
    page.get_by_role("button", name="As at: Jun 2027").click()
    expect(page.get_by_text(re.compile("^As at: "))).to_have_count(0)
    expect(page).not_to_have_url(re.compile("as_at"))
