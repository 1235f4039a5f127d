import pytest

from netzero.analysis.headline import leads_by_team
from netzero.charts import theme
from netzero.charts.bars import leads_figure
from tests.builders import (
    HOSTILE,
    MARKUP,
    drawn_words,
    left_alone,
    positioned,
    real_plan,
    small_plan,
)

ROWS = (
    "A1 | Red Team; Blue Team | | Apr-25 | Mar-27",
    "A2 | Red Team | | Apr-25 | Mar-26",
    "A3 | Green Team | | Apr-27 | Mar-28",
)


def counts_of(plan):
    return leads_by_team(plan.actions, plan.assignments)


@pytest.fixture
def figure(tmp_path):
    return leads_figure(counts_of(small_plan(tmp_path, *ROWS, as_at="2026-11")))


def test_live_not_started_and_ended_stand_one_after_the_other(figure):
    live, coming, ended = figure.select_traces("bar")
    assert figure.layout.barmode == "stack"
    assert list(live.customdata) == ["Red Team", "Blue Team", "Green Team"]
    assert [list(bar.x) for bar in (live, coming, ended)] == [[1, 1, 0], [0, 0, 1], [1, 0, 0]]
    fills = [bar.marker.color for bar in (live, coming, ended)]
    assert fills == [theme.DELIVERY, theme.GROUND, theme.ENDED]


def test_every_bar_says_its_total_and_what_is_live(figure):
    [totals] = figure.select_traces("scatter")
    assert [word.strip() for word in totals.text] == [
        "<b>2</b>, 1 live",
        "<b>1</b> live",
        "<b>1</b>, 0 live",
    ]
    assert list(totals.x) == [2, 1, 1]


def test_teams_are_named_from_the_top(figure):
    assert list(figure.layout.yaxis.ticktext) == ["Red Team", "Blue Team", "Green Team"]
    assert tuple(figure.layout.yaxis.range) == (2.5, -0.5)


def test_the_published_teams_and_their_69_assignments():
    figure = leads_figure(counts_of(positioned(real_plan(), "2026-11")))
    bars = list(figure.select_traces("bar"))
    assert len(bars[0].y) == 22
    assert sum(sum(bar.x) for bar in bars) == 69
    assert bars[0].customdata[0] == "Carbon Reduction Team"
    assert [bar.x[0] for bar in bars] == [11, 2, 9]


def test_hostile_names_are_escaped(tmp_path):
    plan = small_plan(tmp_path, f"A1 | {HOSTILE} | | Apr-25 | Mar-26", as_at="2026-11")
    words = "\n".join(drawn_words(leads_figure(counts_of(plan))))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;a" in words
    assert not any(mark in words for mark in MARKUP)


def test_the_figure_leaves_its_table_alone():
    counts = counts_of(positioned(real_plan(), "2026-11"))
    with left_alone(counts):
        leads_figure(counts)
