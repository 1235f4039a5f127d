"""Presenting live: keys, sizes, questions from the floor, reload, two presenters."""

import re

import pytest
from netzero.analysis.selection import Filters
from playwright.sync_api import Page, expect

from netzero.analysis.running_order import Entry, pack
from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

ROOM = "/briefing?present=1&as_at=2026-11"
MESSAGES = [
    "34 of 52 actions are live",
    "11 windows closed in March 2026; 5 more close in March 2027",
    "Carbon Reduction Team leads 22 of 52 actions",
    "Next, Carbon Reduction Team: 2 actions end in March 2027",
    "District councils: named in 22 of the 37 actions with partners, by 14 teams",
    "5 actions end and 4 start by Apr 2027",
]
VISIBLE_TEXT = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(e => !e.closest('style') && e.checkVisibility({visibilityProperty: true}))
  .filter(e => { const b = e.getBoundingClientRect(); return b.width > 2 && b.height > 2; })
  .filter(e => !e.closest('[class*="st-key-room-keys"]') && !e.closest('caption'))
  .map(e => [e.textContent.trim(), parseFloat(getComputedStyle(e).fontSize)])"""


def message(page: Page):
    return page.get_by_role("heading", level=1)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        wait_until_drawn(page)


def test_the_keys_move_jump_and_leave(page):
    open_page(page, "/briefing?as_at=2026-11&team=Special+Projects")
    page.get_by_role("button", name="Present", exact=True).click()
    expect(message(page)).to_have_text("0 of 2 actions are live")
    expect(page.get_by_role("link", name="Overview")).to_have_count(0)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_text("1 of 6")).to_be_in_viewport()
    press(page, "ArrowRight")
    expect(message(page)).to_have_text("2 windows closed in March 2026")
    expect(page).to_have_url(re.compile("team=Special.*"))
    press(page, "End")
    expect(page.get_by_text("6 of 6")).to_be_visible()
    press(page, "ArrowRight")
    expect(page.get_by_text("6 of 6")).to_be_visible()
    press(page, "Home", "ArrowLeft")
    expect(page.get_by_text("1 of 6")).to_be_visible()
    press(page, "3", "Enter")
    expect(page.get_by_text("3 of 6")).to_be_visible()
    press(page, "Escape")
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_visible()
    expect(page.get_by_text("2 of 52 actions")).to_be_visible()
    expect(page).not_to_have_url(re.compile("present="))


@pytest.mark.parametrize("viewport", [(1920, 1080), (1280, 720)])
def test_no_slide_has_a_scrollbar_and_each_says_its_message(viewport, page):
    for number, sentence in enumerate(MESSAGES, start=1):
        open_page(page, f"{ROOM}&slide={number}")
        expect(message(page)).to_have_text(sentence)
        room = page.get_by_test_id("stMain").evaluate(
            "main => [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth]"
        )
        assert (number, room) == (number, [0, 0])


def test_every_text_is_large_enough_for_the_back_row(page):
    for number in range(1, 7):
        open_page(page, f"{ROOM}&slide={number}")
        sizes = page.evaluate(VISIBLE_TEXT)
        assert [text for text, size in sizes if size < 28] == []
        assert message(page).evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 64
        chart = page.locator("[class*='nztall'] svg text")
        labels = chart.evaluate_all("all => all.map(t => parseFloat(getComputedStyle(t).fontSize))")
        assert [size for size in labels if size < 36] == []
    open_page(page, f"{ROOM}&slide=1")
    number = page.locator(".nz-room-number")
    assert number.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 96


def test_the_words_of_a_slide_have_a_contrast_of_seven_to_one(page):
    open_page(page, f"{ROOM}&slide=1")
    shades = page.evaluate(
        """() => ['.nz-room-message', '.nz-room-counted', '.nz-room-number', '.nz-room-label',
        '.nz-room-foot'].map(s => getComputedStyle(document.querySelector(s)).color)"""
    )
    assert [shade for shade in shades if _contrast_on_white(shade) < 7] == []


def _contrast_on_white(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_a_question_from_the_floor_and_back(page):
    open_page(page, f"{ROOM}&slide=3")
    press(page, "s")
    page.get_by_role("textbox", name="Find").fill("charge points")
    press(page, "Enter")
    page.get_by_role("button", name=re.compile("T7 LEVI pilot")).click()
    expect(message(page)).to_have_text("T7 LEVI pilot: up to 80 on-street charge points")
    expect(page.get_by_text("Special Projects; Transport Projects and Programmes")).to_be_visible()
    wait_until_drawn(page)
    press(page, "Escape")
    expect(message(page)).to_have_text(MESSAGES[2])


def test_a_reload_comes_back_to_the_same_slide_and_filters(page):
    open_page(page, "/briefing?as_at=2026-11&theme=Transport")
    page.get_by_role("button", name="Present", exact=True).click()
    wait_until_drawn(page)
    press(page, "ArrowRight", "ArrowRight")
    said = message(page).inner_text()
    page.reload()
    wait_until_drawn(page)
    expect(message(page)).to_have_text(said)
    expect(page.get_by_text("3 of 6")).to_be_visible()
    assert "of 10 actions" in said


def test_presenting_can_be_asked_of_any_page(page):
    open_page(page, "/timeline?present=1&team=Special+Projects&team=Growth+Service&as_at=2026-10")
    expect(message(page)).to_have_text("3 of 7 actions are live")
    expect(page.get_by_text("As at Oct 2026", exact=True)).to_be_visible()


def test_two_presenters_do_not_meet(page, browser, server):
    open_page(page, f"{ROOM}&slide=2")
    other = browser.new_page(base_url=server.url)
    open_page(other, f"{ROOM}&slide=4&team=Growth+Service")
    press(other, "ArrowRight")
    press(page, "ArrowLeft")
    expect(message(page)).to_have_text(MESSAGES[0])
    expect(other.get_by_text("5 of 6")).to_be_visible()
    other.close()


def test_an_order_with_pinned_and_empty_slides_opens_from_a_cold_link(page):
    order = (
        Entry("leads", pinned=Filters(theme=("Transport",))),
        Entry("standing", pinned=Filters(q="nothing holds this")),
        Entry("partners", left_out=True),
        Entry("load"),
        Entry("profile", pinned=Filters(team=("Growth Service",))),
    )
    open_page(page, f"{ROOM}&slides={pack(order)}")
    expect(message(page)).to_have_text("Transport Strategy and Policy leads 6 of 10 actions")
    expect(page.get_by_text("Theme: Transport")).to_be_visible()
    press(page, "ArrowRight")
    expect(message(page)).to_have_text("No action passes the filters of this slide")
    press(page, "ArrowRight")
    expect(message(page)).to_contain_text("Carbon Reduction Team peaks at 18 live actions")
    expect(page.get_by_role("cell", name="18 ◆9")).to_be_visible()
    press(page, "ArrowRight")
    expect(page.get_by_text("4 of 4")).to_be_visible()


def test_a_damaged_order_is_said_and_the_proposed_one_shown(page):
    open_page(page, "/briefing?slides=rubbish")
    expect(page.get_by_text("The running order in the link is damaged.")).to_be_visible()
    expect(message(page)).to_have_text("6 slides to present")


def test_the_order_can_be_changed_and_stays_in_the_link(page):
    open_page(page, "/briefing?as_at=2026-11&theme=Transport")
    page.get_by_role("button", name="Pin filters").nth(2).click()
    wait_until_drawn(page)
    page.get_by_role("button", name="Leave out").first.click()
    wait_until_drawn(page)
    expect(message(page)).to_have_text("5 slides to present")
    page.get_by_role("button", name="Clear all filters").click()
    wait_until_drawn(page)
    page.reload()
    wait_until_drawn(page)
    expect(message(page)).to_have_text("5 slides to present")
    expect(page.get_by_text("Pinned: Theme: Transport.")).to_be_visible()
    expect(page.get_by_text("Left out.")).to_be_visible()


@pytest.mark.parametrize(
    "query", ["slide=1", "slide=6", "slide=2&action=E4", "find=1", "speaker=1"]
)
def test_axe_finds_no_violation_while_presenting(query, page):
    open_page(page, f"{ROOM}&{query}")
    assert violations(page) == []


def test_the_speaker_sees_notes_and_what_comes_next(page):
    open_page(page, f"{ROOM}&slide=2&speaker=1")
    expect(page.get_by_text("Not started: LCC.6, LCC.10, T9, E1, E2")).to_be_visible()
    expect(page.get_by_text(f"Next: {MESSAGES[2]}")).to_be_visible()


def test_the_powerpoint_has_a_slide_for_each_message(page, tmp_path):
    from pptx import Presentation

    open_page(page, "/briefing?as_at=2026-11")
    page.get_by_role("button", name="PowerPoint").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PowerPoint").click()
    download.value.save_as(tmp_path / "deck.pptx")
    slides = Presentation(str(tmp_path / "deck.pptx")).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == MESSAGES
