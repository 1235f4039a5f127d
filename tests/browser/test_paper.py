"""Paper holds every row that a page shows, and nothing of it is cut at an edge."""

import io
import re
from typing import NamedTuple

import pdfplumber
import pytest

from tests.browser.conftest import open_page, wait_until_drawn

NOVEMBER = "as_at=2026-11"
# Each table on paper: its caption, and how many of its rows can be seen whole.
SEEN = """() => [...document.querySelectorAll('table')]
    .filter(table => table.getClientRects().length)
    .map(table => {
        const clips = each => getComputedStyle(each).overflow !== 'visible' && (
            each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
        let cut = false;
        for (let each = table.parentElement; each; each = each.parentElement)
            cut ||= each !== document.documentElement && each !== document.body && clips(each);
        const rows = [...table.tBodies[0].rows].filter(row => row.getClientRects().length
            && row.getBoundingClientRect().right <= document.documentElement.clientWidth);
        return [table.caption.textContent, cut ? 0 : rows.length];
    })"""


# Words that can be seen and are smaller than 12 px, or reach beyond the sheet.
SMALL_TEXT = """() => [...document.querySelectorAll('.nz-masthead *, .st-key-upright *')]
    .filter(each => each.childNodes.length && each.getClientRects().length
        && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(each => {
        const size = parseFloat(getComputedStyle(each).fontSize)
        const {left, right} = each.getBoundingClientRect()
        return (size && size < 12) || left < -1 || right > 719
    }).map(each => each.textContent.slice(0, 60))"""


def on_paper(page):
    page.set_viewport_size({"width": 1047, "height": 700})  # A4 landscape within its margins
    wait_until_drawn(page)
    page.emulate_media(media="print")
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize(
    ("address", "tables"),
    [
        ("/actions", {"52 actions, 34 of them live": 52}),
        ("/actions?team=Special+Projects", {"2 actions, none of them live": 2}),
        ("/plan_data", {"Sources": 2, "Notes on the data": 82, "Names": 73, "Columns": 23}),
        ("/workload", {"Two periods, team by team": 23, "How much rests on how few": 20}),
    ],
)
def test_every_row_of_the_tables_of_a_page_is_on_paper(address, tables, page):
    open_page(page, f"{address}{'&' if '?' in address else '?'}{NOVEMBER}")
    assert on_paper(page) == tables


@pytest.mark.parametrize("team", ["Carbon+Reduction+Team", "Transport+Strategy+and+Policy"])
def test_the_sheet_of_a_team_is_one_upright_page_with_large_enough_words(team, page):
    open_page(page, f"/team?team={team}&{NOVEMBER}")
    page.emulate_media(media="print")
    wait_until_drawn(page)
    sheet = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet)
    assert [round(float(side) / 72 * 25.4) for side in boxes[0]] == [210, 297]
    assert len(boxes) == 1
    page.set_viewport_size({"width": 718, "height": 1055})
    wait_until_drawn(page)
    assert page.evaluate(SMALL_TEXT) == []
    paper = page.locator(".nz-paper").inner_text()
    assert page.url.split("?")[0] in paper
    assert f"team={team}" in paper
    assert NOVEMBER in paper


def test_the_rows_of_lists_are_on_paper_with_their_words(page):
    open_page(page, f"/overview?{NOVEMBER}")
    rows = page.locator("[class*=st-key-coming-list]").get_by_role("button")
    assert rows.count() == 9
    page.emulate_media(media="print")
    assert rows.evaluate_all("all => all.filter(row => row.getClientRects().length).length") == 9


class Sheet(NamedTuple):
    """A sheet as another program reads it: its size and words, where those begin and all ends."""

    size: tuple[int, int]
    words: str
    left: float
    right: float
    bottom: float


def _read(sheet):
    words = sheet.extract_words()
    return Sheet(
        (round(sheet.width), round(sheet.height)),
        sheet.extract_text(),
        min(each["x0"] for each in words),
        max(each["x1"] for each in (*words, *sheet.lines, *sheet.rects)),
        max(word["bottom"] for word in words),
    )


def test_the_timeline_of_the_whole_plan_begins_on_the_first_sheet(page):
    open_page(page, f"/timeline?{NOVEMBER}")
    page.emulate_media(media="print")
    wait_until_drawn(page)
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        first = _read(paper.pages[0])
    assert "Whole plan, as at Nov 2026" in first.words
    assert "EA1" in first.words  # the last of the bars
    assert first.bottom >= 0.7 * first.size[1]


TRANSPORT = f"theme=Transport&{NOVEMBER}"
HEADINGS = """() => [...document.querySelectorAll('h1, h2')]
    .filter(each => each.getClientRects().length).map(each => each.textContent.trim())"""


@pytest.mark.parametrize("viewport", [(1920, 1080), (700, 900)])
@pytest.mark.parametrize(
    "address",
    [
        *("/", "/timeline", "/workload", "/deadlines", "/partners", "/team", "/actions"),
        "/briefing",
        "/plan_data",
        "/briefing?present=1&slide=1",
        "/briefing?present=1&slide=2",
        "/briefing?present=1&slide=4",
    ],
)
def test_a_sheet_says_its_scope_is_filled_and_keeps_headings_with_what_they_head(
    address, viewport, page
):
    open_page(page, f"{address}{'&' if '?' in address else '?'}{TRANSPORT}")
    page.emulate_media(media="print")
    wait_until_drawn(page)
    headings = page.evaluate(HEADINGS)
    assert headings
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        sheets = [_read(sheet) for sheet in paper.pages]
    assert {sheet.size for sheet in sheets} <= {(842, 595), (595, 842)}
    assert "Transport" in sheets[0].words
    assert "Nov 2026" in sheets[0].words
    # What is drawn or written goes over the width of the sheet, and none of it off its edges.
    assert max(sheet.right for sheet in sheets) >= 0.9 * sheets[0].size[0]
    assert sheets[0].bottom >= 0.3 * sheets[0].size[1]
    for sheet in sheets:
        assert sheet.left >= 15
        assert sheet.right <= sheet.size[0] - 15
    for sheet in sheets[:-1]:
        last = sheet.words.splitlines()[-1]
        assert not any(heading.endswith(last) for heading in headings)
