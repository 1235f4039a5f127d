"""Files as a reader gets them: pressed for in a browser, read again, held to what it shows."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
import vobject
from netzero.analysis.selection import Filters
from playwright.sync_api import Page, expect
from tests.exports.test_downloads_hold_the_screen import (
    as_in_a_file,
    csv_rows,
    read_again,
    tables_of,
    view_of,
)

from netzero.analysis.deadlines import CLUSTER_RULE
from netzero.analysis.workload import COUNTING_RULE
from netzero.exports.spreadsheet import inert
from tests.browser.conftest import open_page, wait_until_drawn
from tests.builders import real_plan

NOVEMBER = "as_at=2026-11"
TEAM = "team=Special+Projects"
SOURCE = "2035 Net Zero Council Action Plan; 2050 Net Zero Leicestershire Action Plan"


def pressed_for(page: Page, label: str) -> tuple[str, bytes]:
    """Press a download button and return the name and content of the file."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def cover_of_file(content: bytes) -> dict[str, str]:
    return dict(read_again(content)["Cover"][1:])


def table_rows(page: Page, caption: str) -> list[tuple[str, ...]]:
    """Return the words of the HTML table whose caption begins so, row by row."""
    found = page.locator("table").filter(has=page.locator("caption", has_text=caption))
    cells = found.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return [tuple(row) for row in cells]


@pytest.mark.parametrize("name", ["actions", "deadlines", "workload", "partners"])
@pytest.mark.parametrize(
    ("query", "filters"),
    [
        (TEAM, Filters(team=("Special Projects",))),
        (
            "partner=District+councils&position=window+ended&position=in+delivery",
            Filters(partner=("District councils",), position=("in delivery", "window ended")),
        ),
    ],
)
def test_the_excel_file_holds_the_tables_of_the_filtered_view(name, query, filters, page):
    open_page(page, f"/{name}?{NOVEMBER}&{query}")
    file_name, content = pressed_for(page, "Download Excel")
    assert file_name == f"net-zero-{name}-2026-11.xlsx"
    sheets = read_again(content)
    tables = tables_of(view_of(filters))[name]
    assert list(sheets) == ["Cover", *tables]
    for sheet, table in tables.items():
        assert sheets[sheet] == as_in_a_file(table)


def test_the_actions_file_holds_the_two_actions_that_the_screen_counts(page):
    open_page(page, f"/actions?{NOVEMBER}&{TEAM}")
    expect(page.get_by_text("2 of 52 actions")).to_be_visible()
    _, content = pressed_for(page, "Download Excel")
    assert [row[0] for row in read_again(content)["Actions"]] == ["Id", "T7", "T8"]


@pytest.mark.parametrize(
    ("name", "caption", "sheet"),
    [
        ("workload", "How much rests on how few teams", "Concentration"),
        ("partners", "Partners, ", "Partners"),
        ("partners", "Kinds of partner", "Kinds"),
    ],
)
def test_a_sheet_equals_the_table_on_the_screen(name, caption, sheet, page):
    open_page(page, f"/{name}?{NOVEMBER}&theme=Transport")
    shown = table_rows(page, caption)
    _, content = pressed_for(page, "Download Excel")
    rows = [tuple(map(str, row)) for row in read_again(content)[sheet][1:]]
    assert rows == shown
    assert len(shown) > 2


def test_the_clusters_file_holds_the_clusters_on_the_screen(page):
    open_page(page, f"/deadlines?{NOVEMBER}&within=12")
    _, content = pressed_for(page, "Download Excel")
    rows = read_again(content)["Clusters"][1:]
    page.get_by_text("clusters before November 2026").first.click()
    shown = page.locator("h3.nz-finding").all_inner_texts()
    assert len(rows) == 8
    for owner, _, last, actions, _ in rows:
        verb = "ended" if last in ("Mar 2026",) else "end"
        assert [words for words in shown if words.startswith(f"{owner}: {actions} actions {verb} ")]


@pytest.mark.parametrize("name", ["actions", "deadlines", "workload", "partners"])
def test_the_cover_says_what_the_file_holds(name, page):
    before = date.today()
    open_page(page, f"/{name}?{NOVEMBER}&{TEAM}&q=T7")
    _, content = pressed_for(page, "Download Excel")
    cover = cover_of_file(content)
    assert cover["Title"] == f"Net zero delivery: {name}"
    assert cover["As at"] == "Nov 2026"
    assert cover["Filters"] == "Lead team: Special Projects; Search: T7"
    assert cover["Source"] == SOURCE
    assert cover["Holds"].startswith("1 of 52 actions")
    assert date.fromisoformat(cover["Made on"]) in (before, date.today())
    assert cover["Fingerprint of the plan file (SHA-256)"] == real_plan().digest
    assert len(cover["Counting rule"]) > 20


@pytest.mark.parametrize(
    ("name", "rule"), [("deadlines", CLUSTER_RULE), ("workload", COUNTING_RULE)]
)
def test_the_counting_rule_is_the_one_of_the_page(name, rule, page):
    open_page(page, f"/{name}?{NOVEMBER}&{TEAM}")
    assert page.get_by_text(rule).is_visible()
    _, content = pressed_for(page, "Download Excel")
    assert rule in cover_of_file(content)["Counting rule"]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (f"/deadlines?{NOVEMBER}&within=1", f"/deadlines?{NOVEMBER}&within=12"),
        (f"/workload?{NOVEMBER}", f"/workload?{NOVEMBER}&time_bound=true"),
    ],
)
def test_the_cover_tells_apart_files_that_a_choice_on_the_page_tells_apart(usual, other, page):
    covers = []
    for address in (usual, other):
        open_page(page, address)
        _, content = pressed_for(page, "Download Excel")
        covers.append(cover_of_file(content))
    assert covers[0] != covers[1]


def test_the_csv_file_holds_the_first_table_and_the_view(page):
    open_page(page, f"/actions?{NOVEMBER}&{TEAM}")
    file_name, content = pressed_for(page, "Download CSV")
    assert file_name == "net-zero-actions-2026-11.csv"
    table = tables_of(view_of(Filters(team=("Special Projects",))))["actions"]["Actions"]
    heading, *rows = as_in_a_file(table)
    assert csv_rows(content) == [
        (*heading, "As at", "Filters"),
        *[(*map(inert, row), "Nov 2026", "Lead team: Special Projects") for row in rows],
    ]


def test_a_file_follows_the_filter_that_was_changed_after_the_page_was_opened(page):
    open_page(page, f"/actions?{NOVEMBER}&{TEAM}")
    page.get_by_role("button", name="Lead team: Special Projects").click()
    expect(page.get_by_text("52 of 52 actions")).to_be_visible()
    wait_until_drawn(page)
    _, content = pressed_for(page, "Download Excel")
    assert len(read_again(content)["Actions"]) == 1 + 52
    assert cover_of_file(content)["Filters"] == "none"


def test_the_calendar_holds_the_deadlines_of_the_filter_and_starts_on_request(page):
    open_page(page, f"/deadlines?{NOVEMBER}&team=Commissioning+Support+Unit")
    page.get_by_role("button", name="Put these deadlines in a calendar").click()
    expect(page.get_by_text("3 deadlines of what is shown now")).to_be_visible()
    file_name, content = pressed_for(page, "Download calendar (.ics)")
    assert file_name == "net-zero-deadlines-2026-11.ics"
    assert _events(content) == {
        "LCC.7 ends": date(2027, 9, 30),
        "LCC.9 ends": date(2027, 9, 30),
        "T9 ends": date(2030, 3, 31),
    }
    assert b"VALARM" not in content
    page.get_by_text("Starts too").click()
    wait_until_drawn(page)
    _, with_starts = pressed_for(page, "Download calendar (.ics)")
    assert _events(with_starts) == {
        **_events(content),
        "LCC.7 starts": date(2025, 9, 1),
        "LCC.9 starts": date(2026, 9, 1),
        "T9 starts": date(2027, 4, 1),
    }
    assert set(_uids(content)) < set(_uids(with_starts))


def _events(content: bytes) -> dict[str, date]:
    calendar = vobject.readOne(io.StringIO(content.decode("utf-8")))
    return {
        re.split(": ", event.summary.value)[0]: event.dtstart.value
        for event in calendar.vevent_list
    }


def _uids(content: bytes) -> list[str]:
    return [event.uid.value for event in vobject.readOne(content.decode("utf-8")).vevent_list]
