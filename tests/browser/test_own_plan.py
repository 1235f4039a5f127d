"""A plan that a reader brings: three clicks to its timeline, and nobody else sees it."""

import csv
import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import open_page, wait_until_drawn

PLANS = Path(__file__).parents[1] / "plans"
TABLE = """Ref,Theme,Measure,Owner,With whom,Timescale
1,Energy,Buy solar panels,Estates,Schools,2026/27
2,Energy,Plan a heat network,Estates/Planning,,by 2030
3,Travel,Run more buses,Fleet,Bus operators,Ongoing
4,Travel,,Fleet,,2027
"""


def test_another_councils_plan_is_read_shown_to_its_reader_alone_and_left_again(page, context):
    open_page(page, "/plan_data?as_at=2026-11&team=Fleet")
    plan = {"name": "anytown.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([plan])
    expect(page.get_by_role("heading", name="4 rows read: 3 kept and 1 set aside")).to_be_visible()
    wait_until_drawn(page)
    first = page.get_by_role("row", name=re.compile("Buy solar panels"))
    expect(first).to_contain_text("2026/27")
    expect(first).to_contain_text("2026-04/2027-03")
    assert violations(page) == []
    page.get_by_role("button", name="Use this plan").click()
    expect(page.get_by_text("You see the plan in anytown.csv. Nobody else does.")).to_be_visible()
    wait_until_drawn(page)
    expect(page.get_by_text("3 of 3 actions", exact=True)).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", level=1).first).to_contain_text("1 action ends next")
    wait_until_drawn(page)
    expect(page.get_by_role("button", name=re.compile("^1 Buy solar panels"))).to_be_attached()
    other = context.new_page()
    open_page(other, "/?as_at=2026-11")
    expect(other.get_by_text("52 of 52 actions", exact=True)).to_be_visible()
    other.close()
    page.get_by_role("button", name="Back to the served plan").click()
    expect(page.get_by_text("52 of 52 actions", exact=True)).to_be_visible()


def test_a_file_that_is_no_plan_says_why(page):
    open_page(page, "/plan_data?as_at=2026-11")
    letter = {"name": "letter.csv", "mimeType": "text/csv", "buffer": b"Dear all,\nthank you\n"}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([letter])
    expect(page.get_by_text("The file has no row that names its columns.")).to_be_visible()


COUNT_CLICKS = """() => addEventListener(
    'click', click => { window.clicks = (window.clicks ?? 0) + click.isTrusted; }, true
)"""


def test_a_new_reader_sees_the_timeline_of_another_councils_plan_within_three_clicks(page):
    open_page(page, "/")
    page.evaluate(COUNT_CLICKS)
    page.get_by_role("link", name="Plan data").click()
    plan = PLANS / "district-climate-crisis-plan.csv"
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(plan)
    read = page.get_by_role("heading", name="13 rows read: 12 kept and 1 set aside")
    expect(read).to_be_visible()
    page.get_by_role("button", name="Use this plan").click()
    expect(page.get_by_text("12 of 12 actions", exact=True)).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    wait_until_drawn(page)
    expect(page.get_by_role("button", name=re.compile("^4 Refit 300 homes"))).to_be_attached()
    assert page.evaluate("window.clicks") == 3
    texts = page.locator(".nz-chart svg text").all_text_contents()
    assert {"2025", "Dec 2022", "Start not given, end 2030"} <= {text.strip() for text in texts}
    assert violations(page) == []
    page.reload()  # it is gone with the window
    expect(page.get_by_text("52 of 52 actions", exact=True)).to_be_visible()


def test_the_plan_files_and_the_faults_are_taken_along(page):
    open_page(page, "/plan_data?as_at=2026-11")
    plan = {"name": "anytown.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([plan])
    files = {}
    for label in ("Download as plan files", "Download the faults"):
        with page.expect_download() as kept:
            page.get_by_role("button", name=label).click()
        files[label] = kept.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(files["Download as plan files"])) as parts:
        assert sorted(parts.namelist()) == ["actions.csv", "notes.csv", "organisations.csv"]
        assert "by 2030" in parts.read("actions.csv").decode()
    [fault] = csv.DictReader(io.StringIO(files["Download the faults"].decode("utf-8-sig")))
    assert (fault["code"], fault["severity"], fault["place"]) == (
        "no action", "row set aside", "row 5",
    )  # fmt: skip
    assert fault["sentence"].startswith("Row 5: “4 | Fleet | 2027” says no action.")


def test_a_file_too_large_is_refused_in_a_sentence_before_it_is_sent(page):
    open_page(page, "/plan_data?as_at=2026-11")
    large = {"name": "large.csv", "mimeType": "text/csv", "buffer": b"Ref,Action\n" * 2_400_000}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files([large])
    expect(page.get_by_text(re.compile("File must be 25.*MB or smaller"))).to_be_visible()
