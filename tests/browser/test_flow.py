"""Clicks, keys and ways out, once each: what a reader does and what the address then holds."""

import io
import re
from datetime import UTC, date, datetime

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from netzero.analysis.load import load
from netzero.analysis.together import together
from netzero.exports.values import file_value
from tests.at import published
from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

NOVEMBER = "as_at=2026-11"


def mark(page: Page, name: str):
    return page.locator(".nz-mark").and_(page.get_by_role("button", name=name))


def drawer(page: Page):
    return page.get_by_role("dialog")


def downloaded(page: Page, name: str | re.Pattern[str]) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


def test_a_bar_opens_its_detail_by_mouse_and_by_keys_every_time(page):
    open_page(page, f"/timeline?{NOVEMBER}&q=T7")
    bar = mark(page, "T7 Deliver the LEVI pilot, up to 80 charge points: ended")
    for way in ("click", "Enter"):
        bar.click() if way == "click" else bar.press("Enter")
        expect(drawer(page)).to_contain_text("Special Projects; Transport Projects and Programmes")
        expect(page).to_have_url(re.compile("action=T7"))
        page.keyboard.press("Escape")
        expect(drawer(page)).to_have_count(0)
        expect(page).not_to_have_url(re.compile("action="))
        wait_until_drawn(page)


def test_arrows_move_from_mark_to_mark_and_one_is_a_tab_stop(page):
    open_page(page, f"/workload?{NOVEMBER}")
    marks = page.locator("[class*=st-key-load-chart] .nz-mark")
    stops = marks.evaluate_all("all => all.filter(m => m.tabIndex === 0).map(m => m.tagName)")
    assert stops == ["BUTTON"]  # not the link of a row's name
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "All actions, each once, Q2 2025-26: 42 live"
    page.keyboard.press("ArrowDown")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Carbon Reduction Team, Q2 2025-26: 18 live"


def test_a_cell_lists_exactly_what_it_counts_and_a_detail_leads_back_to_the_list(page):
    open_page(page, f"/workload?{NOVEMBER}")
    mark(page, "Commissioning Support Unit, Q2 2027-28: 3 live, 2 deadlines").click()
    expect(drawer(page)).to_contain_text("Commissioning Support Unit, Q2 2027-28: 3 live")
    listed = drawer(page).get_by_role("button", name=re.compile(r"^(LCC|T)\.?\d+ "))
    expect(listed).to_have_count(3)
    assert sorted(name.split()[0] for name in listed.all_inner_texts()) == ["LCC.7", "LCC.9", "T9"]
    assert violations(page) == []
    listed.first.click()
    expect(drawer(page)).to_contain_text("as published")
    page.keyboard.press("Escape")
    expect(drawer(page)).to_contain_text("Commissioning Support Unit, Q2 2027-28")


def test_a_filter_survives_a_page_change_and_a_reload_and_leaves_by_its_chip(page):
    open_page(page, f"/timeline?{NOVEMBER}&team=Special+Projects&position=ended")
    page.get_by_role("link", name="Workload").click()
    wait_until_drawn(page)
    expect(page).to_have_url(re.compile(r"/workload\?.*team=Special"))
    page.reload()
    wait_until_drawn(page)
    expect(page.get_by_text("2 of 52 actions", exact=True)).to_be_visible()
    page.get_by_role("button", name="Team: Special Projects").click()
    expect(page.get_by_text("13 of 52 actions", exact=True)).to_be_visible()
    page.get_by_role("button", name="Theme all").click()
    expect(page.get_by_role("combobox", name="Theme")).to_be_visible()
    wait_until_drawn(page)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_text("52 of 52 actions", exact=True)).to_be_visible()


def test_a_value_that_does_not_exist_is_named_and_leaves_the_link(page):
    open_page(page, "/timeline?team=Nobody&team=Special+Projects&as_at=soon&mark=load|x")
    expect(page.get_by_text("this plan has none of it")).to_contain_text("team “Nobody”")
    expect(page.get_by_text("nothing here is called so")).to_be_visible()
    expect(page.get_by_text("2 of 52 actions", exact=True)).to_be_visible()
    expect(page).not_to_have_url(re.compile("Nobody|soon"))
    assert violations(page) == []


def test_a_window_that_grows_is_sent_the_form_that_it_needs(page):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"/timeline?{NOVEMBER}")
    chart = page.locator(".st-key-timeline-chart .nz-chart")
    narrow = chart.bounding_box()
    page.set_viewport_size({"width": 1366, "height": 768})
    wait_until_drawn(page)
    expect(chart).to_have_count(1)
    page.wait_for_function(
        "height => document.querySelector('.nz-chart').clientHeight < height / 1.5",
        arg=narrow["height"],
    )
    assert chart.locator(".nz-mark").count() == 38  # 29 actions, and the ongoing ones of 9 themes


def test_presenting_goes_by_keys_and_says_its_scope(page):
    open_page(page, f"/briefing?{NOVEMBER}&theme=Transport")
    page.get_by_role("button", name="Present", exact=True).click()
    title = page.get_by_role("heading", level=1).first
    expect(title).to_have_text("7 of 10 actions are live, 6 of them ongoing")
    expect(page.locator(".nz-room-foot").first).to_contain_text("Transport, as at Nov 2026")
    wait_until_drawn(page)
    assert violations(page) == []
    places = (
        ("ArrowRight", 2), ("End", 6), ("Home", 1), ("PageDown", 2), ("Space", 3), ("n", 4),
        ("ArrowDown", 5), ("Backspace", 4), ("p", 3), ("PageUp", 2), ("Space", 3), ("ArrowUp", 2),
    )  # fmt: skip
    for key, slide in places:
        page.keyboard.press(key)
        expect(page.locator(".nz-room-foot").first).to_contain_text(f"{slide} of 6")
    expect(page).to_have_title(re.compile("^1 action ends"))
    page.keyboard.press("s")
    search = page.get_by_role("searchbox", name="Find an action")
    expect(search).to_be_focused()
    page.keyboard.type("T6")
    expect(page.get_by_role("button", name=re.compile("^T6 "))).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(title).to_contain_text("Deliver, review and refresh EV Charging Strategy")
    page.keyboard.press("Escape")
    expect(page.locator(".nz-room-foot").first).to_contain_text("2 of 6")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".nz-room-blank")).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".nz-room-blank")).to_be_hidden()
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator(".nz-room-foot").first).to_contain_text("3 of 6")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_visible()


@pytest.mark.parametrize("viewport", [(1920, 1080), (1280, 720)])
def test_a_slide_fits_the_screen_and_is_large(viewport, page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1&slide=3")
    assert page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
    sizes = page.locator(".nz-chart svg text").evaluate_all(
        "all => all.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 28 * viewport[1] / 1080


def test_the_files_hold_what_the_screen_shows(page):
    open_page(page, f"/workload?{NOVEMBER}&team=Growth+Service")
    book = openpyxl.load_workbook(io.BytesIO(downloaded(page, "Download Excel")))
    expected = load(published(team=("Growth Service",))).table
    sheet = book.worksheets[1]
    assert [cell.value for cell in sheet[1]] == list(expected.columns)
    assert [cell.value for cell in sheet[2]] == [file_value(cell) for cell in expected.rows[0]]
    about = dict(row[:2] for row in book["Cover"].iter_rows(values_only=True))
    assert about["Filters"] == "Growth Service"
    open_page(page, f"/deadlines?{NOVEMBER}&team=Growth+Service")
    csv = downloaded(page, "Download CSV").decode("utf-8-sig").splitlines()
    assert len(csv) - 1 == len(together(published(team=("Growth Service",))).table)
    page.get_by_text("Put these deadlines in a calendar").click()
    calendar = downloaded(page, re.compile("Download 4 events")).decode()
    assert calendar.count("BEGIN:VEVENT") == 4
    assert "LCC" not in calendar


def test_the_deck_says_its_scope_on_every_slide(page):
    began = datetime.now(UTC).date()
    open_page(page, f"/briefing?{NOVEMBER}&theme=Transport")
    page.get_by_role("button", name="PowerPoint").click()
    wait_until_drawn(page)
    show = Presentation(io.BytesIO(downloaded(page, "Download PowerPoint")))
    assert len(show.slides) == 6
    for slide in show.slides:
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "Transport, as at Nov 2026" in words
    about = show.core_properties
    # The file is made after the test has begun, maybe on the next day.
    assert began <= about.created.date() <= about.modified.date() <= date.today()


def test_paper_has_no_frame_and_charts_of_its_width(page):
    open_page(page, f"/timeline?{NOVEMBER}")
    page.emulate_media(media="print")
    page.wait_for_function("() => document.querySelector('.nz-chart svg').clientWidth === 718")
    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.get_by_role("link", name="Workload")).to_be_hidden()
    expect(page.get_by_label("As at")).to_be_hidden()
    expect(page.get_by_text("Net zero delivery")).to_be_visible()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert page.pdf(format="A4", landscape=True).startswith(b"%PDF")


def test_an_order_is_saved_as_a_file_and_loaded_again(page, tmp_path):
    open_page(page, f"/briefing?{NOVEMBER}")
    page.get_by_role("button", name="Leave out").first.click()
    expect(page.get_by_role("heading", level=1).first).to_have_text("5 slides to present")
    wait_until_drawn(page)
    page.get_by_text("Save or load the order").click()
    order = tmp_path / "order.json"
    order.write_bytes(downloaded(page, "Save the order"))
    open_page(page, f"/briefing?{NOVEMBER}")
    expect(page.get_by_role("heading", level=1).first).to_have_text("6 slides to present")
    page.get_by_text("Save or load the order").click()
    page.locator("input[type=file]").set_input_files(order)
    page.get_by_role("button", name="Use this order").click()
    expect(page.get_by_role("heading", level=1).first).to_have_text("5 slides to present")
