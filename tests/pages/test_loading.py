"""The plan that is served: its files read once for each state, and kept while they have faults."""

import csv
import shutil

import pytest

from netzero.plan import PlanError, PlanFiles
from netzero.ui import loading
from netzero.ui.loading import read_served_plan
from tests.builders import write_csv
from tests.pages.screens import ROOT, headings, missing, open_page, words

HERE = "34 of 52 actions are live, 23 of them ongoing"

PLANS = "plan,publisher,first_delivery_year,last_delivery_year,source,note"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the plan that the dashboard serves."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    monkeypatch.setenv("NETZERO_DATA", str(copy))
    return copy


@pytest.fixture
def readings(monkeypatch):
    """The folders whose files were read."""
    read, of = [], PlanFiles.of
    monkeypatch.setattr(PlanFiles, "of", lambda folder: (read.append(folder), of(folder))[1])
    return read


def change(folder, old, new):
    path = folder / "actions.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_files_are_read_once_for_each_state(folder, readings):
    first = read_served_plan().plan
    assert read_served_plan().plan is first
    assert readings == [folder]
    change(folder, "2024 EV Fleet Study", "2025 EV Fleet Study")
    second = read_served_plan().plan
    assert second.actions["action"].str.contains("2025 EV Fleet Study").sum() == 1
    assert len(readings) == 2


def test_another_time_with_the_same_content_gives_the_same_plan(folder):
    first = read_served_plan().plan
    (folder / "actions.csv").touch()
    assert read_served_plan().plan is first


def test_the_last_good_plan_stays_while_a_file_has_faults(folder):
    good = read_served_plan().plan
    change(folder, "Apr-25,Mar-27", "Apr-25,Mrach-27")
    reading = read_served_plan()
    assert reading.plan is good
    assert reading.faults[0] == "1 fault in actions.csv:"
    assert reading.faults[1].startswith("Row 2, end: “Mrach-27” is not a date that a plan may hold")
    change(folder, "Apr-25,Mrach-27", "Apr-25,Mar-27")
    assert read_served_plan().faults == ()


def test_a_file_that_is_gone_is_named(folder):
    (folder / "organisations.csv").unlink()
    reading = read_served_plan()
    assert reading.plan is None
    assert reading.faults == (
        "organisations.csv: No such file or directory. Accepted: a readable file.",
    )


def test_whatever_else_goes_wrong_ends_in_a_sentence(folder, monkeypatch):
    good = read_served_plan().plan
    change(folder, "2024 EV Fleet Study", "2026 EV Fleet Study")

    def fail(_):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr(loading, "read_plan", fail)
    reading = read_served_plan()
    assert reading.plan is good
    assert reading.faults == (
        "The reader itself failed on these files; what happened stands in the server's log.",
    )


@pytest.mark.parametrize("error", [PlanError([]), RuntimeError("unforeseen")])
def test_files_that_cannot_be_read_are_tried_once_for_each_state(folder, monkeypatch, error):
    tried = []

    def fail(files):
        tried.append(files)
        raise error

    monkeypatch.setattr(loading, "read_plan", fail)
    change(folder, "2024 EV Fleet Study", f"{type(error).__name__} Study")
    assert read_served_plan() == read_served_plan()
    assert len(tried) == 1
    (folder / "actions.csv").touch()
    read_served_plan()
    assert len(tried) == 1


@pytest.mark.parametrize("name", ["actions", "organisations", "notes", "plans"])
def test_a_column_called_row_harms_no_file(folder, name):
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    write_csv(path, [*header, "row"], [[*row, "7"] for row in rows])
    for page in ("overview", "plan_data"):
        app = open_page(page)
        assert not app.exception
        assert missing(app, "52 of 52 actions") == []


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["x"], "Row 1, plan: “plan” is missing from the header."),
        ([PLANS, "The plan,Us,soon,2029-30,,"], "first_delivery_year: “soon” is not a delivery"),
        ([PLANS, "The plan,Us,2029-30,2025-26,,"], "“2025-26” is before the first."),
        ([PLANS, ",Us,2025-26,2029-30,,"], "Row 2, plan: a blank is given."),
        ([PLANS, *["The plan,Us,2025-26,2029-30,,"] * 2], "Row 3, plan: “The plan” stands twice."),
        ([PLANS, "The plan,Us"], "Row 2: “The plan, Us” has 2 cells."),
        ([PLANS, '"The plan'], "opens a quotation mark in row 2 and never closes it"),
        ([PLANS.replace(",", ";")], "The file separates its columns with semicolons."),
        ([""], "The file has no header row."),
    ],
)
def test_a_fault_in_plans_csv_is_a_sentence_on_plan_data(folder, rows, sentence):
    read_served_plan()
    (folder / "plans.csv").write_text("\n".join(rows), encoding="utf-8")
    app = open_page("plan_data")
    assert not app.exception
    assert missing(app, "in plans.csv:", sentence, "52 actions from 2 published tables") == []


def test_more_faults_than_are_listed_are_counted(folder):
    path = folder / "actions.csv"
    path.write_text(path.read_text("utf-8").replace(",Ongoing,", ",Someday,"), encoding="utf-8")
    faults = read_served_plan().faults
    number = int(faults[0].split()[0])
    assert len(faults) == min(number, 50) + 1 + (number > 50)


def test_the_page_says_what_is_wrong_above_the_last_good_plan(folder):
    assert HERE in words(open_page("overview"))
    (folder / "actions.csv").write_text("action_id,plan\n", encoding="utf-8")
    said = (
        "The plan cannot be read 7 faults in actions.csv:",
        "Row 1, theme: “theme” is missing from the header.",
        "Below stands the last plan that could be read.",
        HERE,
    )
    assert missing(open_page("overview"), *said) == []
    assert headings(open_page("briefing", present="1")) == [HERE]  # the room sees slides alone


def keep_rows(folder, number):
    path = folder / "actions.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[: number + 1]))


def test_what_the_files_held_before_and_hold_no_more_is_kept_until_they_hold_it_again(folder):
    whole = (folder / "actions.csv").read_bytes()
    assert read_served_plan().losses == ()
    keep_rows(folder, 50)
    reading = read_served_plan()
    assert (len(reading.plan.actions), reading.faults) == (50, ())
    assert list(map(str, reading.losses)) == ["2 actions are gone from actions.csv: EA3, EA4."]
    assert read_served_plan().losses is reading.losses
    change(folder, "2024 EV Fleet Study", "2025 EV Fleet Study")
    assert read_served_plan().losses == reading.losses
    change(folder, "Apr-25,Mar-27", "Apr-25,Mrach-27")
    assert (len(read_served_plan().faults), read_served_plan().losses) == (2, reading.losses)
    (folder / "actions.csv").write_bytes(whole)
    assert read_served_plan().losses == ()


def test_a_cut_file_is_said_once_over_the_page_and_in_full_on_plan_data(folder):
    read_served_plan()
    keep_rows(folder, 19)
    once = "33 actions are gone from actions.csv, since an earlier reading. Plan data names"
    app = open_page("overview")
    assert missing(app, once, "19 of 19 actions") == []
    assert missing(app.run(), once) == [once]
    app.switch_page("pages/plan_data.py").run()
    assert missing(app, "33 actions are gone from actions.csv: ", " and 9 more.") == []
    room = open_page("briefing", present="1")
    assert headings(room) == ["14 of 19 actions are live, 8 of them ongoing"]
    assert missing(room, once) == [once]  # nothing but slides in the room


def test_after_a_restart_plan_data_shows_what_the_other_files_miss(folder):
    keep_rows(folder, 19)
    app = open_page("plan_data")
    assert not app.exception
    assert missing(app, "2 signs that something may be missing") == []


def test_a_plan_that_never_could_be_read_shows_its_faults_alone(folder):
    change(folder, "Pensions Team", "Pension")
    app = open_page("overview")
    assert not app.exception
    assert missing(app, "Row 36, leads: “Pension” is not in the reviewed list of names.") == []
    assert "Below stands" not in words(app)


def test_a_file_of_any_council_is_served_and_followed_and_the_last_good_one_stays(
    tmp_path, monkeypatch
):
    path = tmp_path / "plan.csv"
    monkeypatch.setenv("NETZERO_PLAN", str(path))
    path.write_text("Action,Owner,By when\nBuy solar,Estates,2026/27\n", encoding="utf-8")
    first = read_served_plan().plan
    assert first.actions["action"].tolist() == ["Buy solar"]
    assert first.readings[0] == "plan.csv: 1 row read: 1 kept and 0 set aside."
    path.write_text("Action,Owner,By when\nBuy wind,Estates,2027/28\n", encoding="utf-8")
    second = read_served_plan().plan
    assert second.actions["action"].tolist() == ["Buy wind"]
    path.write_text("Dear all\n", encoding="utf-8")
    reading = read_served_plan()
    assert reading.plan is second
    assert "has no row that names its columns" in reading.faults[1]
    path.unlink()
    assert "plan.csv: No such file" in read_served_plan().faults[0]


def test_a_plan_brings_its_own_accent(folder):
    path = folder / "plans.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join([f"{head},colour", *(f"{row},#7a1f5c" for row in rows)]), encoding="utf-8"
    )
    bodies = [html.proto.body for html in open_page("overview").get("html")]
    assert "<style>html:root{--nz-accent:#7a1f5c}</style>" in bodies
