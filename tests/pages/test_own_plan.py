"""A plan that a reader brings, by words and values: read once, shown on every page, taken along."""

import io
import re
import zipfile

import pytest

from netzero.plan import PlanFiles, read_plan
from netzero.plan.intake.edition import Choices, read_edition
from netzero.ui import loading, own_plan
from tests.builders import records
from tests.pages.screens import PAGES, ROOT, chart, headings, missing, open_page, sent_to, words
from tests.plan.intake import made_files

TABLE = """Ref,Theme,Measure,Owner,With whom,Start,End
1,Energy,Buy solar panels,Estates,District Councils,Apr-25,2027
2,Energy,Plan a heat network,Estates/Planning,District Council,2026,by 2030
3,Travel,Run more buses,Fleet,,Ongoing,Summer 2028
4,Travel,,Fleet,,,2027
"""


def brought(table=TABLE):
    app = open_page("plan_data")
    app.text_area[0].set_value(table)
    return app.run()


def press(app, label):
    [button] = [each for each in app.button if each.label == label]
    return button.click().run()


@pytest.fixture
def used():
    """The dashboard with the plan in use."""
    return press(brought(), "Use this plan")


def test_what_is_brought_says_what_was_read_and_offers_the_plan_and_the_faults():
    app = brought()
    assert "4 rows read: 3 kept and 1 set aside" in headings(app)
    assert [each.label for each in app.get("download_button")][:2] == [
        "Download as plan files", "Download the faults",
    ]  # fmt: skip
    assert missing(app, "leads: “Owner” is a usual heading", "Ends: 3 dated.") == []
    assert missing(app, "Row 5: “4 | Fleet | 2027” says no action.") == []


def test_a_rerun_reads_nothing_again_and_keeps_but_two_readings():
    app = brought()
    [first] = app.session_state[own_plan._READ].values()
    app = app.run()
    assert list(app.session_state[own_plan._READ].values()) == [first]
    assert next(iter(app.session_state[own_plan._READ].values())).plan is first.plan
    for name in ("slash", "comma", "and"):
        [between] = [each for each in app.selectbox if each.label == "What stands between leads"]
        app = between.set_value(name).run()
        assert len(app.session_state[own_plan._READ]) <= own_plan.KEPT


def test_a_guessed_column_can_be_changed_and_the_counts_follow():
    app = brought()
    [ends] = [each for each in app.selectbox if each.label == "End"]
    assert (ends.value, ends.options[:2]) == ("End", ["in no column", "Ref"])
    app = ends.set_value("in no column").run()
    assert missing(app, "Ends: 3 not given.", "left out: End") == []


def test_of_many_faults_the_first_are_said_and_the_others_counted():
    rows = "\n".join(f"Do {number},Parks,soon{number}" for number in range(150))
    app = brought(f"Action,Lead,End\nDo it,Parks,2027\n{rows}")
    said = words(app)
    assert "How it was read, and 150 faults" in [each.label for each in app.expander]
    assert "Row 3, end: “soon0” is not a date." in said
    assert said.count("is not a date") < own_plan.MOST_SAID
    [more] = re.findall(r"And (\d+) more, in the list of faults", said)
    assert said.count("is not a date") + int(more) == 150


def test_names_that_may_be_one_are_offered_with_their_likeness_and_merged_by_a_click():
    app = brought()
    [merging] = [each for each in app.multiselect if each.label == "Names to count as one"]
    assert merging.options == ["District Councils = District Council (97 of 100 alike)"]
    app = merging.select(merging.options[0]).run()
    assert missing(app, "3 leads with 4 assignments, 1 partner.") == []


def test_the_plan_files_that_are_taken_along_hold_the_names_as_merged_and_dates_as_printed():
    choices = Choices({}, {}, names={"District Council": "District Councils"})
    packed = own_plan._packed(read_edition(TABLE.encode(), file="town.csv", choices=choices))
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    assert sorted(held) == ["actions.csv", "notes.csv", "organisations.csv"]
    assert (
        b"District Councils,not known,District Council,also printed as District Council"
        in (held["organisations.csv"])
    )
    plan = read_plan(PlanFiles(held["actions.csv"], held["organisations.csv"], held["notes.csv"]))
    assert plan.partnerships["partner"].tolist() == ["District Councils"] * 2
    assert records(plan.actions, "start_published", "end_published") == [
        ("Apr-25", "2027"), ("2026", "by 2030"), ("Ongoing", "Summer 2028"),
    ]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_it_under_its_own_name_and_invents_no_month(used, page):
    app = used.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    said = words(app)
    assert "You see the plan in the pasted table. Nobody else does." in said
    assert "Leicestershire" not in said
    assert [month for month in ("Dec 2027", "Dec 2030", "Aug 2028") if f"{month} " in said] == []


def test_a_year_is_drawn_as_all_of_it_and_said_as_it_is_printed(used):
    app = used.switch_page("pages/timeline.py").run()
    drawn = chart(app, "timeline")
    bars = [each for each in drawn["data"] if each["type"] == "bar"]
    edges = {edge for each in bars for edge in each["base"]}
    assert {"2025-04-01", "2027-01-01"} <= edges
    assert ["1"] in [names for names, *_ in drawn["marks"]]
    texts = (text for each in drawn["data"] for text in each.get("text", ()))
    said = [text.strip() for text in texts]
    assert {"2027", "2030", "Summer 2028"} <= set(said)


def test_a_deadline_counts_in_its_last_month_with_a_word_on_it(used):
    app = used.switch_page("pages/deadlines.py").run()
    assert (
        "3 ends are printed without a month: they count to the last month they may mean"
        in words(app)
    )


def test_the_detail_gives_the_date_as_it_is_printed(used):
    used.query_params["action"] = "2"
    app = used.switch_page("pages/actions.py").run()
    assert (
        missing(app, "by 2030", "“by 2030” names no month: it counts to the last that it may mean")
        == []
    )
    assert missing(app, "Read from the pasted table, row 3") == []


def test_the_head_of_the_page_says_whose_plan_it_is():
    app = brought()
    [publisher] = [each for each in app.text_input if each.label == "Who published it"]
    app = press(publisher.set_value("Anytown Council").run(), "Use this plan")
    assert sent_to(app, "masthead")["about"] == "Anytown Council, 2025-26 to 2030-31"


# --- Served to everybody


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A file of any council that is served."""
    path = tmp_path / "plan.docx"
    path.write_bytes(made_files.as_document())
    monkeypatch.setenv(loading.SOURCE, str(path))
    return path


def test_a_file_of_any_council_is_served_and_says_how_it_was_read(served):
    app = open_page("plan_data")
    assert missing(app, "plan.docx: 52 rows read: 52 kept and 0 set aside") == []
    assert not app.exception


@pytest.mark.parametrize("page", PAGES)
def test_a_plan_that_names_no_leads_and_few_dates_is_shown_on_every_page(page, monkeypatch):
    plan = ROOT / "tests/plans/federal-data-strategy-2021.md"
    monkeypatch.setenv(loading.SOURCE, str(plan))
    app = open_page(page)
    assert not app.exception
    assert headings(app)
    assert "to be confirmed" not in words(app)
    if page == "team":
        assert headings(app) == ["No team leads an action here", "How this is counted"]


def test_a_served_file_is_replaced_whole_or_not_at_all(served):
    good = loading.read_served_plan().plan
    served.write_bytes(made_files.as_document()[:4000])
    reading = loading.read_served_plan()
    assert reading.plan is good
    assert reading.faults == (
        "1 fault in plan.docx:",
        "The file is damaged or not whole. Accepted: a file that Office opens.",
    )
    served.write_bytes(TABLE.encode())  # whatever it is called
    swapped = loading.read_served_plan()
    assert (len(swapped.plan.actions), swapped.faults) == (3, ())


def test_a_served_file_that_is_too_large_keeps_the_last_good_plan(served):
    good = loading.read_served_plan().plan
    with served.open("r+b") as opened:
        opened.truncate(200_000_000)
    reading = loading.read_served_plan()
    assert reading.plan is good
    assert "is 200 MB large" in reading.faults[1]
