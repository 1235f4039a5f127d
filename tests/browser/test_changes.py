"""A plan that a reader brings is compared in three clicks, and bars before can be pressed."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

TABLE = """Ref,Action,Lead,Start,End
LCC.5,Plant many trees along every road,Fleet,Apr-25,Sep-27
"""
MOVES = "moves=T9:end:2031-03,LCC.5:end:2027-09,R2:drop"


def test_a_plan_that_is_brought_is_compared_with_the_one_in_force(page):
    open_page(page, "/plan_data?as_at=2026-11")
    plan = {"name": "anytown.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([plan])
    page.get_by_role("button", name="Compare with what is shown").click()
    title = page.get_by_role("heading", level=1).first
    expect(title).to_contain_text("52 actions dropped, 1 new")
    expect(
        page.get_by_text("from the plan in force to the plan in anytown.csv").first
    ).to_be_visible()
    wait_until_drawn(page)
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("^Add to briefing: 52 actions dropped")).click()
    expect(page.get_by_text("Added to the briefing as slide 7: What changed.")).to_be_visible()


def test_a_bar_of_an_action_that_is_dropped_opens_it(page):
    open_page(page, f"/changes?as_at=2026-11&{MOVES}")
    wait_until_drawn(page)
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("^R2 .*Dropped; its end was Mar 2027")).press(
        "Enter"
    )
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("Not in the plan that is shown")
    expect(drawer).to_contain_text("Leicestershire Traded Services")
