import functools

import pandas as pd
import pytest

from netzero.analysis.timeline import timeline_rows
from netzero.charts import theme
from netzero.charts.timeline import (
    COMFORTABLE,
    COMFORTABLE_MIDDLE,
    COMPACT,
    COMPACT_MIDDLE,
    STACKED,
    timeline_figure,
)
from tests.builders import (
    HOSTILE,
    MARKUP,
    drawn_words,
    left_alone,
    month,
    positioned,
    real_plan,
    small_plan,
)

YEARS = ("2025-26", "2026-27")
DENSITIES = [COMPACT, COMPACT_MIDDLE, COMFORTABLE, COMFORTABLE_MIDDLE, STACKED]
MILLISECOND = pd.Timedelta(milliseconds=1)


def figure_of(folder, *rows, as_at="2026-11", density=COMPACT):
    plan = small_plan(folder, *rows, as_at=as_at)
    rows = timeline_rows(plan, years=YEARS)
    return timeline_figure(rows, years=YEARS, as_at=month(as_at), density=density)


@functools.cache
def published(density=COMPACT, group="theme"):
    plan = positioned(real_plan(), "2026-11")
    rows = timeline_rows(plan, years=plan.delivery_years, group=group)
    return timeline_figure(rows, years=plan.delivery_years, as_at=month("2026-11"), density=density)


def bars(figure):
    """Return the first and last day of each bar by action_id."""
    [trace] = figure.select_traces("bar")
    return {
        action_id: (
            str(pd.Timestamp(base).date()),
            str((pd.Timestamp(base) + length * MILLISECOND - pd.Timedelta(days=1)).date()),
        )
        for action_id, base, length in zip(trace.customdata, trace.base, trace.x, strict=True)
    }


def arrows(figure):
    return [
        (action_id, symbol, str(pd.Timestamp(x).date()))
        for trace in figure.select_traces("scatter")
        if trace.mode == "markers"
        for action_id, symbol, x in zip(trace.customdata, trace.marker.symbol, trace.x, strict=True)
    ]


@pytest.mark.parametrize("density", DENSITIES)
def test_every_published_action_has_its_bar(density):
    [trace] = published(density).select_traces("bar")
    assert sorted(trace.customdata) == sorted(real_plan().actions["action_id"])
    assert len(trace.customdata) == 52


def test_by_team_every_assignment_has_its_bar():
    [trace] = published(group="team").select_traces("bar")
    assert (len(trace.customdata), len(set(trace.customdata))) == (69, 52)


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ("Dec-25 | Jan-26", ("2025-12-01", "2026-01-31")),
        ("Mar-26 | Apr-26", ("2026-03-01", "2026-04-30")),
        ("Feb-26 | Feb-26", ("2026-02-01", "2026-02-28")),
        ("Ongoing | Mar-26", ("2025-04-01", "2026-03-31")),
        ("Apr-26 | Ongoing", ("2026-04-01", "2027-03-31")),
        ("Apr-24 | Dec-31", ("2025-04-01", "2027-03-31")),
    ],
)
def test_a_bar_begins_on_the_first_day_and_ends_on_the_last(tmp_path, dates, days):
    assert bars(figure_of(tmp_path, f"A1 | Red Team | | {dates}")) == {"A1": days}


def test_an_arrow_stands_at_each_open_end(tmp_path):
    figure = figure_of(
        tmp_path,
        "A1 | Red Team | | Ongoing | Mar-26",
        "A2 | Red Team | | Apr-25 | Ongoing",
        "A3 | Red Team | | Ongoing | Ongoing",
        "A4 | Red Team | | Apr-25 | Mar-27",
    )
    assert sorted(arrows(figure)) == [
        ("A1", "triangle-left", "2025-04-01"),
        ("A2", "triangle-right", "2027-04-01"),
        ("A3", "triangle-left", "2025-04-01"),
        ("A3", "triangle-right", "2027-04-01"),
    ]


@pytest.mark.parametrize("density", DENSITIES)
def test_ongoing_leaves_with_the_word_and_e4_with_its_month(density):
    words = [word.strip() for word in drawn_words(published(density))]
    assert words.count("Ongoing") == 23
    assert words.count("Dec 2031") == 1
    assert words.count("from Apr 2024") == 1


@pytest.mark.parametrize("density", DENSITIES)
def test_an_action_without_dates_is_written_and_not_drawn(tmp_path, density):
    figure = figure_of(
        tmp_path,
        "A1 | Red Team | | TBC | Ongoing",
        "A2 | Red Team | | Apr-25 | Mar-26",
        density=density,
    )
    assert list(bars(figure)) == ["A2"]
    words = "\n".join(drawn_words(figure))
    assert "Start to be confirmed, end ongoing" in words
    assert "<b>A1</b>" in words


def test_a_plan_without_any_dates_is_all_words(tmp_path):
    figure = figure_of(tmp_path, "A1 | Red Team | | TBC | TBC", "A2 | Red Team | | | ")
    assert bars(figure) == {}
    words = [word.strip() for word in drawn_words(figure)]
    assert "Start to be confirmed, end to be confirmed" in words
    assert "Start not given, end not given" in words


@pytest.mark.parametrize("density", DENSITIES)
def test_every_row_bears_its_id_and_title_and_every_group_its_heading(density):
    words = "\n".join(drawn_words(published(density)))
    actions = real_plan().actions
    for action_id, title in zip(actions["action_id"], actions["title"], strict=True):
        assert f"<b>{theme.plain(action_id)}</b>" in words
        assert theme.plain(title) in words
    assert "<b>No heading printed</b>" in words
    assert "<b>Nature and Land Use</b>" in words


def test_no_two_rows_stand_at_the_same_height():
    [trace] = published().select_traces("bar")
    assert len(set(trace.y)) == 52
    # 9 headings, each in a row of its own, above the 52 rows.
    assert (min(trace.y), max(trace.y)) == (1, 60)


def test_bars_are_coloured_by_position(tmp_path):
    figure = figure_of(
        tmp_path,
        "A1 | Red Team | | Apr-25 | Oct-26",
        "A2 | Red Team | | Apr-25 | Nov-26",
        "A3 | Red Team | | Dec-26 | Mar-27",
        "A4 | Red Team | | Apr-25 | Ongoing",
    )
    [trace] = figure.select_traces("bar")
    fills = dict(zip(trace.customdata, trace.marker.color, strict=True))
    assert fills == {
        "A1": theme.ENDED,
        "A2": theme.DELIVERY,
        "A3": theme.GROUND,
        "A4": theme.ONGOING,
    }


@pytest.mark.parametrize(
    ("as_at", "words", "lines"),
    [
        ("2026-11", "<b>as at Nov 2026</b>", 1),
        ("2025-04", "<b>as at Apr 2025</b>", 1),
        ("2027-03", "<b>as at Mar 2027</b>", 1),
        ("2025-03", "<b>◄ as at Mar 2025</b>", 0),
        ("2027-04", "<b>as at Apr 2027 ►</b>", 0),
    ],
)
def test_the_as_at_line_is_labelled_or_said_to_lie_outside(tmp_path, as_at, words, lines):
    figure = figure_of(tmp_path, "A1 | Red Team | | Apr-25 | Mar-27", as_at=as_at)
    assert words in drawn_words(figure)
    drawn = [shape for shape in figure.layout.shapes if shape.line.color == theme.AS_AT]
    assert len(drawn) == lines


def test_the_as_at_line_stands_in_the_middle_of_its_month(tmp_path):
    figure = figure_of(tmp_path, "A1 | Red Team | | Apr-25 | Mar-27", as_at="2026-11")
    [line] = [shape for shape in figure.layout.shapes if shape.line.color == theme.AS_AT]
    assert line.x0 == line.x1 == pd.Timestamp("2026-11-16")


def test_the_axis_runs_over_the_delivery_years_with_their_quarters(tmp_path):
    figure = figure_of(tmp_path, "A1 | Red Team | | Apr-25 | Mar-27")
    assert [pd.Timestamp(end) for end in figure.layout.xaxis.range] == [
        pd.Timestamp("2025-04-01"),
        pd.Timestamp("2027-04-01"),
    ]
    assert list(figure.layout.xaxis.ticktext) == ["Q1", "Q2", "Q3", "Q4"] * 2
    # The first quarter, April to June, has its name in the middle of May.
    assert figure.layout.xaxis.tickvals[0] == pd.Timestamp("2025-05-16 12:00")
    names = [annotation.text for annotation in figure.layout.annotations]
    assert names[:2] == ["<b>2025-26</b>", "<b>2026-27</b>"]


def test_a_narrow_timeline_names_the_years_without_quarters(tmp_path):
    figure = figure_of(tmp_path, "A1 | Red Team | | Apr-25 | Mar-27", density=STACKED)
    assert not figure.layout.xaxis.ticktext
    assert "<b>25-26</b>" in drawn_words(figure)


@pytest.mark.parametrize(
    ("leads", "words"),
    [
        ("Red Team", "Red Team"),
        ("Red Team; Blue Team", "Red Team +1"),
        ("Red Team; Blue Team; Green Team", "Red Team +2"),
        (f"{'x' * 33}", "x" * 33),
        (f"{'x' * 34}", "x" * 32 + "…"),
        (f"{'x' * 31}; Red Team", "x" * 29 + "… +1"),
    ],
)
def test_a_row_names_its_first_lead_and_counts_the_others(tmp_path, leads, words):
    assert words in drawn_words(figure_of(tmp_path, f"A1 | {leads} | | Apr-25 | Mar-26"))


@pytest.mark.parametrize("density", DENSITIES)
def test_hostile_text_is_escaped_wherever_it_is_drawn(tmp_path, density):
    row = f"{HOSTILE} | {HOSTILE} | | Apr-25 | Mar-26 | {HOSTILE} | {HOSTILE}"
    words = "\n".join(drawn_words(figure_of(tmp_path, row, density=density)))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;a" in words
    assert not any(mark in words for mark in MARKUP)


def test_the_figure_leaves_its_rows_alone():
    plan = positioned(real_plan(), "2026-11")
    rows = timeline_rows(plan, years=plan.delivery_years)
    with left_alone(rows):
        timeline_figure(rows, years=plan.delivery_years, as_at=month("2026-11"))
