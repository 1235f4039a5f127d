"""Whatever leaves under a scenario says that it is one."""

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
import vobject
from pptx import Presentation

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import moves
from netzero.analysis.scope import Scope
from netzero.analysis.standing import standing
from netzero.exports.calendar import calendar_file
from netzero.exports.cover import FINGERPRINT, SCENARIO, cover_of
from netzero.exports.deck import deck
from netzero.exports.handout import handout
from netzero.exports.spreadsheet import csv_file, workbook
from netzero.plan.moving import moved, read_moves
from netzero.ui.downloads import file_name
from tests.at import published
from tests.builders import month, real_plan

SAID = "Scenario, not the plan: 2 moves"
MOVED = "LCC.5 ends Jun 2027, 3 months later; T9 dropped"
STAMP = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def at():
    kept, _ = read_moves("LCC.5:end:2027-06,T9:drop", real_plan())
    scope = Scope(team=("Carbon Reduction Team",))
    return PlanAt(moved(real_plan(), kept), month("2026-11"), scope)


def cover(at, *exhibits):
    return cover_of(at, title="T", choices={}, made_on=date(2026, 11, 26), exhibits=exhibits)


def events(at):
    calendar = calendar_file(at, stamp=STAMP)
    return {each.uid.value: each for each in vobject.readOne(calendar.decode()).vevent_list}


def test_the_cover_says_it_first_and_what_is_moved(at):
    lines = list(cover(at).items())
    assert lines[1] == (SCENARIO, f"{SAID}; {MOVED}")
    assert cover(at)[FINGERPRINT] == real_plan().digest
    assert SCENARIO not in cover(published())


def test_a_workbook_says_it_on_its_cover_and_holds_the_moves(at):
    listed = moves(at)
    book = openpyxl.load_workbook(io.BytesIO(workbook([listed], cover=cover(at, listed))))
    front = [cell.value for row in book["Cover"].iter_rows() for cell in row]
    assert f"{SAID}; {MOVED}" in front
    assert f"1 action is moved and 1 dropped. {listed.about}" in front
    rows = list(book["Moves of the scenario"].iter_rows(values_only=True))
    assert rows[0] == ("Id", "Title (ours)", "Leads in the plan", "What", "From", "To", "Months")
    assert rows[1][3:] == ("End", datetime(2027, 3, 1), datetime(2027, 6, 1), 3)
    assert rows[2][3:] == ("Dropped", None, None, None)


def test_every_row_of_a_csv_says_it(at):
    content = csv_file(moves(at), cover=cover(at)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row[SCENARIO] for row in rows] == [f"{SAID}; {MOVED}"] * 2


def test_a_handout_says_it_at_its_head_and_under_each_finding(at):
    page = handout([standing(at)], cover=cover(at)).decode()
    assert page.index(f"{SAID}; {MOVED}") < page.index("<main>")
    assert f"{SAID}; Carbon Reduction Team, as at Nov 2026" in page


def test_a_slide_says_it_beneath_its_title_and_at_its_foot(at):
    [page] = Presentation(io.BytesIO(deck([standing(at)], source="The County Council"))).slides
    texts = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
    assert any(text.startswith(f"{SAID}. 21 actions: ") for text in texts)
    assert any(f"{SAID}; Carbon Reduction Team" in text for text in texts)


def test_the_name_of_a_file_says_it(at):
    assert file_name(at, "moves", "xlsx") == (
        "net-zero-scenario-moves-carbon-reduction-team-2026-11.xlsx"
    )


def test_events_of_a_scenario_say_it_and_overwrite_none_of_the_plan(at):
    tried = events(at)
    plan = events(published(team=("Carbon Reduction Team",)))
    assert tried.keys() & plan.keys() == set()
    assert events(at).keys() == tried.keys()
    [moved_end] = [each for each in tried.values() if "LCC.5 " in each.summary.value]
    assert moved_end.summary.value.startswith("Scenario, not the plan: LCC.5 ends: ")
    assert moved_end.dtstart.value == date(2027, 6, 30)
    said = moved_end.description.value
    assert said.startswith(f"{SAID}.\n")
    assert "In the scenario: Ongoing to Jun 2027 (Mar-27 in the plan)" in said
    assert "As published" not in said
    calendar = vobject.readOne(calendar_file(at, stamp=STAMP).decode())
    named = calendar.x_wr_calname.value.replace("\\", "")
    assert named == f"Net zero deadlines: {SAID}; Carbon Reduction Team"
