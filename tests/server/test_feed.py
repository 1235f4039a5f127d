"""A calendar that is subscribed to: what it answers, and what it answers after the plan changed."""

import shutil
from datetime import date
from urllib.parse import quote_plus

import pytest
import vobject
from starlette.requests import Request

from netzero.plan.files import DATA
from netzero.server.feed import deadlines

GROWTH = "Growth Service"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give the server a copy of the plan that a test may change."""
    held = shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setenv("NETZERO_DATA", str(held))
    return held


def get(query="", **headers):
    """Return what a poll of the calendar is answered."""
    held = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return deadlines(
        Request(
            {
                "type": "http",
                "method": "GET",
                "scheme": "https",
                "server": ("plan.example", 443),
                "root_path": "",
                "path": "/deadlines.ics",
                "query_string": query.encode(),
                "headers": [(b"host", b"plan.example"), *held],
            }
        )
    )


def events(answer):
    calendar = vobject.readOne(answer.body.decode())
    return {each.summary.value: each for each in getattr(calendar, "vevent_list", [])}


def test_a_team_gets_its_deadlines_ahead_each_with_the_way_to_its_action(folder):
    answer = get(f"team={quote_plus(GROWTH)}")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = list(events(answer).values())
    assert found
    assert all(each.dtstart.value >= date.today().replace(day=1) for each in found)
    assert (
        found[0].url.value
        == f"https://plan.example/actions?action={found[0].summary.value.split()[0]}"
    )
    assert f"X-WR-CALNAME:Net zero deadlines: {GROWTH}" in answer.body.decode()


def test_a_calendar_that_is_subscribed_to_is_of_the_plan_and_of_no_scenario(folder):
    answer = get("moves=LCC.5:end:2027-06")
    assert answer.status_code == 400
    assert "Not known here: “moves”." in answer.body.decode()


def test_who_polls_again_is_told_that_nothing_changed_and_gets_what_did(folder):
    query = f"team={quote_plus(GROWTH)}&past=1&starts=1"
    first = get(query)
    again = get(query, if_none_match=first.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")
    weak = get(query, if_none_match=f'"other", W/{first.headers["etag"]}')
    assert weak.status_code == 304
    plan = folder / "actions.csv"
    text = plan.read_text(encoding="utf-8")
    [row] = [line for line in text.splitlines() if line.startswith("E4,")]
    plan.write_text(text.replace(row, row.replace("Dec-31", "Jun-31")), encoding="utf-8")
    changed = get(query, if_none_match=first.headers["etag"])
    assert changed.status_code == 200
    before, after = events(first), events(changed)
    [name] = [name for name in after if name.startswith("E4 ends")]
    assert (before[name].dtstart.value, after[name].dtstart.value) == (
        date(2031, 12, 31), date(2031, 6, 30)
    )  # fmt: skip
    assert before[name].uid.value == after[name].uid.value
    assert int(before[name].sequence.value) < int(after[name].sequence.value)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("team=Nobody", "This plan has no team “Nobody”."),
        ("theme=x&theme=y", "This plan has no theme “x” and “y”."),
        (
            "colour=red",
            "Not known here: “colour”. Accepted: plan, theme, team, partner, position, q",
        ),
        (f"q={'x' * 201}", "The search is longer than 200 characters."),
        ("starts=yes", "Accepted for starts and past: 0 or 1."),
        ("team=%3Cscript%3E", "This plan has no team “<script>”."),
    ],
)
def test_a_bad_query_is_answered_in_a_sentence(folder, query, sentence):
    answer = get(f"{query}")
    assert answer.status_code == 400
    assert answer.body.decode().startswith(sentence)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_plan_that_cannot_be_read_is_said(folder):
    (folder / "actions.csv").write_text("nothing")
    answer = get()
    assert (answer.status_code, answer.body.decode()) == (
        503,
        "The plan cannot be read at the moment.\n",
    )
