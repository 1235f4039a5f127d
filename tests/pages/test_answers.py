"""Answers that readers share: worked out once, never another reader's, never beyond the bound."""

from threading import Thread

import pytest
from cachetools import LRUCache

from netzero.analysis.leads import leads
from netzero.analysis.load import load
from netzero.analysis.scope import Scope
from netzero.charts.theme import Form
from netzero.plan import read_plan
from netzero.plan.files import DATA, PlanFiles
from netzero.ui import answers, chart
from netzero.ui.answers import answer, view
from tests.builders import month, real_plan
from tests.pages.screens import chart as chart_of
from tests.pages.screens import open_page

TRANSPORT = Scope(theme=("Transport",))


def at(scope=None, *, as_at="2026-11", plan=None):
    return view(plan or real_plan(), month(as_at), scope or Scope())


def test_a_question_is_worked_out_once_for_a_view_and_its_choices():
    first = answer(load, at(), grain="quarter")
    assert answer(load, at(), grain="quarter") is first
    others = (
        answer(load, at(), grain="month"),
        answer(leads, at()),
        answer(load, at(TRANSPORT), grain="quarter"),
        answer(load, at(as_at="2026-12"), grain="quarter"),
    )
    assert first not in others
    assert {str(other.month) for other in others} == {"2026-11", "2026-12"}


def test_a_plan_that_was_read_again_has_answers_of_its_own():
    again = read_plan(PlanFiles.of(DATA))
    assert answer(leads, at(plan=again)) is not answer(leads, at())


def test_readers_at_once_each_get_the_answer_for_their_own_scope():
    scopes = [Scope(), *(Scope(team=(team,)) for team in at().leads.names)]
    found = {}

    def read(scope):
        for as_at in ("2027-01", "2027-02", "2027-03"):
            found[scope, as_at] = answer(leads, at(scope, as_at=as_at))

    readers = [Thread(target=read, args=(scope,)) for scope in scopes]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(found) == 3 * len(scopes)
    for (scope, as_at), exhibit in found.items():
        assert (exhibit.scope, str(exhibit.month)) == (str(scope), as_at)
        assert exhibit.finding == leads(at(scope, as_at=as_at)).finding


def test_two_readers_of_different_scopes_are_sent_different_charts():
    whole = open_page("overview")
    growth = open_page("overview", team="Growth Service")
    again = open_page("overview")
    titles = [chart_of(app, "leads")["title"] for app in (whole, growth, again)]
    assert titles[0] == titles[2]
    assert titles[0].startswith("Carbon Reduction Team leads 11 of 34 live actions")
    assert titles[1].startswith("Growth Service alone leads 2 of 3 live")


def test_a_chart_is_drawn_once_for_a_form():
    exhibit = answer(leads, at())
    wide = chart.drawn_chart(exhibit, Form.WIDE, 0, 60)
    assert chart.drawn_chart(exhibit, Form.WIDE, 0, 60) is wide
    assert chart.drawn_chart(exhibit, Form.NARROW, 0, 60) != wide


@pytest.mark.parametrize(
    ("kept", "bound"),
    [(answers.kept_answers, answers.BYTES), (chart.kept_charts, chart.BYTES)],
)
def test_what_is_kept_has_a_bound_in_bytes(kept, bound):
    assert isinstance(kept, LRUCache)
    assert kept.maxsize == bound <= 192 * 2**20
    chart.drawn_chart(answer(leads, at()), Form.WIDE, 0, 60)
    assert 1000 < kept.currsize <= bound
