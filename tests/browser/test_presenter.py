"""A presenter's whole task: build, rearrange, present, answer, hand over."""

import io
import re

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

NOVEMBER = "as_at=2026-11"


@pytest.fixture
def presenter(page):
    """Whoever presents, and how often they clicked."""
    page.clicks = 0

    def click(where):
        page.clicks += 1
        where.click()
        wait_until_drawn(page)

    page.press = click
    return page


def test_a_briefing_is_built_rearranged_presented_in_two_windows_and_handed_over(
    presenter, context, tmp_path
):
    page = presenter
    # Built: the Transport order with the slide of the Carbon Reduction Team, in four clicks.
    open_page(page, f"/team?{NOVEMBER}")
    sheet = "Carbon Reduction Team: 11 live, 10 from October 2027"
    page.press(page.get_by_role("button", name=f"Add to briefing: {sheet}"))
    expect(page.get_by_text("Added to the briefing as slide 7: What one team")).to_be_visible()
    page.press(page.get_by_role("link", name="Overview"))
    strips = page.locator("[class*=st-key-themes-chart] .nz-mark")
    page.press(strips.and_(page.get_by_role("button", name=re.compile("^Transport"))).first)
    page.press(page.get_by_role("link", name="Briefing"))
    assert page.clicks == 4
    lines = page.locator(".nz-words p")
    expect(lines.nth(0)).to_contain_text("Transport, as at Nov 2026")
    expect(lines.nth(6)).to_contain_text("Carbon Reduction Team, as at Nov 2026 Kept")
    assert violations(page) == []

    # Rearranged, and given words of its own.
    words = page.get_by_label("Your words: the message, then a line for each point, slide 8")
    page.locator(".nz-slide").nth(7).get_by_text("Your words").click()
    words.fill("We ask Cabinet for two decisions\nName who reports\nMeet in May")
    words.blur()
    expect(page.get_by_role("heading", level=1).first).to_have_text("8 slides to present")
    before = page.url
    page.get_by_role("button", name="Move slide 7 up").press("Enter")
    expect(page.get_by_role("button", name="Move slide 6 up")).to_be_focused()
    expect(page).not_to_have_url(before)
    wait_until_drawn(page)

    # Presented, the speaker's view in step both ways.
    with context.expect_page() as opened:
        page.get_by_role("link", name="Speaker's view").click()
    speaker = opened.value
    wait_until_drawn(speaker)
    assert violations(speaker) == []
    expect(speaker.get_by_text("since the start")).to_be_visible()
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.locator(".nz-room-foot").first).to_contain_text("1 of 8")
    wait_until_drawn(page)
    page.keyboard.press("ArrowRight")
    expect(speaker.locator(".nz-room-foot").first).to_contain_text("2 of 8")
    expect(speaker.locator(".nz-small-picture:has(svg, ul)")).to_have_count(2)
    speaker.keyboard.press("6")
    speaker.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1).first).to_have_text(sheet)
    expect(page.locator(".nz-room-foot").first).to_contain_text(
        "Carbon Reduction Team, as at Nov 2026"
    )

    # A question from the floor is answered in both windows, and left.
    speaker.keyboard.press("s")
    expect(speaker.get_by_role("searchbox")).to_be_focused()
    speaker.keyboard.type("T7")
    expect(speaker.get_by_role("button", name=re.compile("^T7 "))).to_be_visible()
    speaker.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1).first).to_contain_text("T7 ")
    page.keyboard.press("Escape")
    expect(speaker.get_by_role("heading", level=1).first).to_contain_text(
        "Carbon Reduction Team: 11 live"
    )
    speaker.keyboard.press("b")
    expect(page.locator(".nz-room-blank")).to_be_visible()
    page.keyboard.press("b")
    expect(speaker.locator(".nz-room-blank")).to_be_hidden()
    page.keyboard.press("End")
    expect(page.get_by_role("heading", level=1).first).to_have_text(
        "We ask Cabinet for two decisions"
    )
    expect(page.get_by_text("Name who reports")).to_be_visible()
    speaker.close()
    page.keyboard.press("Escape")

    # Exported: the deck has the slides in the order that was presented, each with its message.
    wait_until_drawn(page)
    link = page.url
    page.get_by_role("button", name="PowerPoint").click()
    wait_until_drawn(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PowerPoint").click()
    assert download.value.suggested_filename == "net-zero-briefing-transport-2026-11.pptx"
    deck = Presentation(io.BytesIO(download.value.path().read_bytes()))
    messages = [slide.shapes.title.text for slide in deck.slides]
    assert (len(messages), messages[5]) == (8, sheet)
    assert messages[-1] == "We ask Cabinet for two decisions"
    page.keyboard.press("Escape")
    wait_until_drawn(page)

    # Handed over: the link opens the same order, and the handout opens from disk without a script.
    with page.expect_download() as download:
        page.get_by_role("button", name="Handout").click()
    handout = tmp_path / download.value.suggested_filename
    handout.write_bytes(download.value.path().read_bytes())
    assert handout.name == "net-zero-handout-transport-2026-11.html"
    assert handout.stat().st_size < 300_000
    page.goto(handout.as_uri())
    assert page.locator(".messages li").count() == 8
    expect(page.get_by_role("heading", level=1).first).to_contain_text("handout to the briefing")
    assert page.locator(".origin a").get_attribute("href").split("?")[0] == link.split("?")[0]
    assert violations(page) == []
    paper = page.pdf(prefer_css_page_size=True)
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", paper)) == {(b"594", b"841")}
    page.goto(link)
    wait_until_drawn(page)
    expect(page.get_by_role("heading", level=1).first).to_have_text("8 slides to present")


def test_a_key_pressed_while_the_line_is_down_is_not_lost(page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1")
    foot = page.locator(".nz-room-foot").first
    expect(foot).to_contain_text("1 of 6")
    wait_until_drawn(page)
    page.context.set_offline(True)
    page.evaluate("() => window.dispatchEvent(new Event('offline'))")
    page.keyboard.press("ArrowRight")
    page.context.set_offline(False)
    expect(foot).to_contain_text("2 of 6", timeout=15_000)
