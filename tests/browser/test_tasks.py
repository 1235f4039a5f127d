"""What readers come for, each begun on the Overview, its clicks counted, its answer read."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

OCTOBER = "as_at=2026-10"
MOST_CLICKS = 3


@dataclass
class Reader:
    """Somebody with a page, who counts the clicks."""

    page: Page
    clicks: int = 0

    def click(self, what: Locator) -> None:
        """Click when the page stands: a list closes while it scrolls."""
        what.scroll_into_view_if_needed()
        wait_until_drawn(self.page)
        what.click()
        wait_until_drawn(self.page)
        self.clicks += 1

    def go_to(self, title: str) -> None:
        self.click(self.page.get_by_role("navigation").get_by_role("link", name=title, exact=True))

    def choose(self, label: str, option: str) -> None:
        """Choose from a list: two clicks."""
        self.click(self.page.get_by_role("combobox", name=label, exact=True))
        listed = self.page.get_by_role("listbox").get_by_role("option", name=option, exact=True)
        self.click(listed)

    def reads(self, words: str, *, level: int = 2) -> None:
        heading = self.page.get_by_role("heading", name=words, level=level, exact=True)
        expect(heading).to_be_visible()


@pytest.fixture
def reader(page):
    open_page(page, f"/?{OCTOBER}")
    found = Reader(page)
    yield found
    assert found.clicks <= MOST_CLICKS


def test_when_the_load_drops_which_theme_has_no_end_most_and_which_deadlines_collide(
    reader,
):
    reader.reads("34 of 52 actions are live, 23 of them ongoing", level=1)
    reader.reads("Live work drops from 34 to 33 in April 2027")
    reader.reads("Transport holds the most ongoing work: 6 of 23")
    reader.go_to("Deadlines")
    reader.reads("Carbon Reduction Team: 2 deadlines together in March 2027")
    found = re.compile("^Actions: LCC.5 .*; E5 .* Also led by: Growth Service$")
    expect(reader.page.get_by_text(found).first).to_be_visible()


def test_the_busiest_quarter_what_rests_on_one_team_and_two_years_beside_each_other(reader):
    reader.go_to("Workload")
    counted = reader.page.get_by_text(
        "from Q3 2026-27 on at most 34 in one quarter, first Q3 2026-27"
    )
    expect(counted).to_be_visible()
    reader.reads("25 of 34 live actions have one lead team")
    first = reader.page.locator(".st-key-alone-list, [class*=st-key-alone]").get_by_role("button")
    expect(first.first).to_have_text(
        "LCC.5 Work with services to cut carbon from mileage: Carbon Reduction Team alone"
    )
    reader.choose("with", "2028-29")
    reader.reads("2028-29: 32 actions live, 2 fewer than in 2026-27")
    row = reader.page.get_by_role("row", name=re.compile("^Public Health Team 2 1"))
    expect(row).to_be_visible()


def test_the_deadlines_of_a_team_beside_those_of_others_and_who_else_asks_its_partners(reader):
    name = reader.page.get_by_role("link", name="Growth Service", exact=True).first
    reader.click(name)
    reader.reads("Growth Service: 1 deadline in March 2027, 4 of others")
    reader.reads("Growth Service: others ask 5 of 10 partners")
    asked = "Universities, 2026-27: asked by 2 teams"
    reader.click(reader.page.get_by_role("button", name=asked))
    expect(reader.page.get_by_role("dialog")).to_contain_text("Carbon Reduction Team")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.click(reader.page.get_by_role("button", name="Mar 2027", exact=True))
    expect(reader.page.get_by_role("dialog")).to_contain_text("E5 ")


def test_what_changed_since_half_a_year_ago(reader):
    reader.choose("Changed since", "Apr 2026")
    reader.reads("1 action started and none ended since April 2026")
    expect(reader.page).to_have_url(re.compile("since=2026-04"))
    assert violations(reader.page) == []
    reader.click(reader.page.get_by_role("button", name=re.compile("^LCC.9 .* started in")))
    expect(reader.page.get_by_role("dialog")).to_contain_text("Commissioning Support Unit")
