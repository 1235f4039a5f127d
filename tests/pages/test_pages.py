"""Each page by its words and numbers, one filter, and its empty state."""

import json
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
PAGES = ("overview", "timeline", "workload", "partners", "actions", "plan_data")
FILTERED = [page for page in PAGES if page != "plan_data"]


def open_page(name: str, **query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update({"as_at": "2026-11", **query})
    app.switch_page(f"pages/{name}.py")
    return app.run()


def words(app: AppTest) -> str:
    """Return everything that the page writes, without its tags."""
    bodies = [html.proto.body for html in app.get("html")]
    bodies += [text.value for text in [*app.markdown, *app.caption]]
    return " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", " ".join(bodies), flags=re.S).split())


def spec(app: AppTest, place: int = 0) -> dict:
    return json.loads(app.get("plotly_chart")[place].proto.spec)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "overview",
            [
                "34 of 52 actions are live: 11 in delivery towards a deadline and 23 ongoing with "
                "no planned end; 5 have not started and the windows of 13 have ended.",
                "11 of 29 deadlines fell in March 2026",
                "Carbon Reduction Team leads 22 of 52 actions",
                "5 deadlines, Nov 2026 to Apr 2027",
                "4 starts, Nov 2026 to Apr 2027",
                "52 actions, 69 lead assignments",
            ],
        ),
        (
            "timeline",
            [
                "11 windows closed in March 2026; 5 more close in March 2027",
                "52 rows, by theme then deadline",
                "11 in delivery 23 ongoing 5 not started 13 window ended",
            ],
        ),
        (
            "workload",
            [
                "Carbon Reduction Team peaks at 18 live actions, Q1 to Q4 2025-26",
                "Carbon Reduction Team and Transport Strategy and Policy lead 28 of 52 actions",
                "A joint action counts once under each of its leads.",
            ],
        ),
        (
            "partners",
            [
                "District councils: named in 22 of the 37 actions with partners, by 14 teams",
                "19 partners; 33 more, named in one action, are in the table below",
                "16 teams and 19 partners make 90 pairs",
            ],
        ),
        ("actions", ["52 actions, 69 lead assignments"]),
        (
            "plan_data",
            [
                "52 actions from 2 published tables",
                "69 lead assignments, 22 lead teams, 52 partners",
                "“District Eating” is as printed.",
                "Ends in December 2031, after the last delivery year printed.",
            ],
        ),
    ],
)
def test_a_page_says_what_the_plan_holds(name, said):
    found = words(open_page(name))
    assert [sentence for sentence in said if sentence not in found] == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("overview", "None of 2 actions is live: the windows of 2 have ended."),
        ("timeline", "2 windows closed in March 2026"),
        ("workload", "Special Projects peaks at 2 live actions, Q1 to Q4 2025-26"),
        ("partners", "District councils: named in 2 of the 2 actions with partners, by 1 team"),
        ("actions", "2 actions, 2 lead assignments"),
    ],
)
def test_a_filter_reaches_the_page(name, sentence):
    found = words(open_page(name, team="Special Projects"))
    assert sentence in found
    assert "2 of 52 actions" in found


@pytest.mark.parametrize("name", [*PAGES, "deadlines", "briefing"])
def test_no_page_says_what_the_plan_cannot_know(name):
    found = words(open_page(name)).lower()
    forbidden = r"\b(late|overdue|complete|on track|capacity|overloaded)\b"
    assert re.findall(forbidden, found) == []


@pytest.mark.parametrize("name", FILTERED)
def test_a_filter_that_leaves_nothing_offers_the_way_back(name):
    app = open_page(name, q="no such words anywhere")
    assert "No action passes these filters together." in words(app)
    app.button(key="clear-nothing").click().run()
    assert "52 of 52 actions" in words(app)


def test_plan_data_stands_whatever_the_filters():
    assert "52 actions from 2 published tables" in words(open_page("plan_data", q="no such words"))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("as_at", ["2015-01", "2040-01"])
def test_a_month_outside_the_plan_is_said_and_works(name, as_at):
    found = words(open_page(name, as_at=as_at))
    side = "before" if as_at < "2025" else "after"
    assert f"lies {side} the delivery years of the plan, 2025-26 to 2029-30" in found


def test_an_unknown_value_is_dropped_and_named():
    app = open_page("overview", team=["Nobody", "Special Projects"], as_at="soon")
    assert "this plan has none of it: team “Nobody” and as_at “soon”." in words(app)
    assert app.multiselect(key="team").value == ["Special Projects"]


def test_an_unknown_action_is_named():
    assert "this plan has no action “T99”" in words(open_page("timeline", action="T99"))


@pytest.mark.parametrize("name", PAGES)
def test_the_detail_opens_over_every_page(name):
    found = words(open_page(name, action="E4"))
    for fact in (
        "E4 Destination plan with Regenerative Tourism",
        "Delivery from January 2026.",
        "Growth Service",
        "Canal &amp; River Trust",
        "Jan-26",
        "Dec-31",
        "2025-26, 2026-27, 2027-28, 2028-29, 2029-30",
        "Note on the data: Ends in December 2031, after the last delivery year printed.",
    ):
        assert fact in found


def test_the_detail_names_its_neighbours():
    found = words(open_page("timeline", action="T7"))
    assert "Same team, same deadline: March 2026" in found
    labels = [button.label for button in open_page("timeline", action="T7").button]
    assert any(label.startswith("**T8**") for label in labels)


def test_a_chip_takes_its_filter_away():
    app = open_page("overview", team=["Special Projects"], position=["window ended"])
    app.button(key="chip-team-Special Projects").click().run()
    assert "13 of 52 actions" in words(app)
    app.button(key="clear").click().run()
    assert "52 of 52 actions" in words(app)


def test_the_timeline_draws_every_action_and_says_how_it_is_arranged():
    app = open_page("timeline", group="team", sort="start", rows="comfortable")
    assert "52 actions, 69 lead assignments, as at Nov 2026; 69 rows, by team then start" in words(
        app
    )
    drawn = next(trace for trace in spec(app)["data"] if trace["type"] == "bar")["customdata"]
    assert (len(drawn), len(set(drawn))) == (69, 52)


def test_the_workload_switch_takes_ongoing_work_out():
    app = open_page("workload", time_bound="true")
    assert "Carbon Reduction Team peaks at 11 time-bound live actions" in words(app)


@pytest.mark.parametrize(
    ("period", "cells"), [("quarter", 22 * 20), ("delivery year", 22 * 5), ("month", 22 * 24)]
)
def test_the_workload_has_a_cell_for_every_team_and_period(period, cells):
    trace = spec(open_page("workload", period=period))["data"][0]
    assert len(trace["customdata"]) == cells


def test_the_partner_focus_draws_the_links_of_one_name():
    found = words(open_page("partners", focus="LCAN partners"))
    assert "LCAN partners works with 1 team" in found
    assert "LCAN partners: at most 6 live actions by 1 team, Apr 2025 to Mar 2026" in found


def test_the_council_plan_names_no_partner():
    found = words(open_page("partners", plan="2035 Net Zero Council Action Plan"))
    assert "No action here names a partner" in found


def test_a_plan_with_faults_shows_them_all_and_no_traceback(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    broken = tmp_path / "data" / "actions.csv"
    text = broken.read_text(encoding="utf-8")
    text = text.replace("Apr-25,Mar-27", "Apr-25,Mrach-27", 1).replace(
        "Pensions Team", "Pension", 1
    )
    broken.write_text(text, encoding="utf-8")
    monkeypatch.setenv("NETZERO_DATA", str(tmp_path / "data"))
    app = open_page("overview")
    assert not app.exception
    found = words(app)
    assert "The plan cannot be read" in found
    assert "Row 2, end: “Mrach-27” is not a date that a plan may hold." in found
    assert "Row 36, leads: “Pension” is not in the reviewed list of names." in found


def test_the_last_good_plan_stays_while_the_file_has_faults(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setenv("NETZERO_DATA", str(tmp_path / "data"))
    assert "34 of 52 actions are live" in words(open_page("overview"))
    (tmp_path / "data" / "actions.csv").write_text("action_id,plan\n", encoding="utf-8")
    found = words(open_page("overview"))
    assert "The plan cannot be read 7 faults in actions.csv:" in found
    assert "Row 1, theme: “theme” is missing from the header." in found
    assert "Below stands the last plan that could be read." in found
    assert "34 of 52 actions are live" in found


@pytest.mark.parametrize(
    "mark", ["node|", "node|x|y", "node|actions|1", "workload|x", "leads|", "|"]
)
def test_a_mark_that_does_not_exist_opens_nothing(mark):
    for page in ("overview", "workload", "partners", "deadlines"):
        app = open_page(page, mark=mark)
        assert not app.exception
        assert len(app.get("dialog")) == 0


def test_a_choice_that_does_not_exist_is_named():
    found = words(open_page("timeline", group="colour"))
    assert "Left out of the link: group “colour”, which is not a choice here." in found


def test_hostile_text_is_shown_as_it_stands(tmp_path, monkeypatch):
    hostile = "<script>alert(1)</script> ![x](http://e.example/x.png) **b** <b>b</b>"
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "actions.csv"
    text = path.read_text(encoding="utf-8").replace("EV fleet: act on the 2024 study", "<b>EV</b>")
    path.write_text(text.replace("Consider opportunities to move to an", hostile, 1), "utf-8")
    monkeypatch.setenv("NETZERO_DATA", str(tmp_path / "data"))
    app = open_page("timeline", action="LCC.2")
    bodies = " ".join(html.proto.body for html in app.get("html"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://e.example/x.png)" in bodies
    assert "<script>" not in bodies
    assert "&lt;b&gt;EV&lt;/b&gt;" in bodies
    assert "<b>EV</b>" not in json.dumps(spec(app))
