import pandas as pd
import pytest

from netzero.analysis.partners import by_weight, partner_links, partner_summary
from netzero.analysis.periods import GRAINS, QUARTER, YEAR, periods
from netzero.analysis.workload import workload_grid
from netzero.charts import theme
from netzero.charts.grid import matrix_figure, workload_figure
from tests.builders import (
    HOSTILE,
    MARKUP,
    drawn_words,
    left_alone,
    month,
    positioned,
    real_plan,
    records,
    small_plan,
)

YEARS = ("2025-26", "2026-27")
ROWS = (
    "A1 | Red Team; Blue Team | Schools | Ongoing | Mar-26",
    "A2 | Red Team | Schools; Residents | Apr-25 | Ongoing",
    "A3 | Green Team | Residents | Apr-27 | Mar-28",
)


def workload(plan, *, years=YEARS, grain=YEAR, narrow=False):
    columns = periods(years, grain=grain)
    grid = workload_grid(plan.actions, plan.assignments, periods=columns)
    as_at = month("2026-11")
    return grid, workload_figure(grid, periods=columns, as_at=as_at, narrow=narrow)


def matrix(plan):
    links = partner_links(plan)
    partners = partner_summary(plan, as_at=month("2026-11"))["partner"].tolist()
    return links, matrix_figure(links, partners=partners, teams=by_weight(links))


def cells(figure):
    """Return the names that each cell carries, by its place (column, row)."""
    [trace] = figure.select_traces("bar")
    return {
        (round(base + width / 2), y): tuple(names)
        for base, width, y, names in zip(
            trace.base, trace.x, trace.y, trace.customdata, strict=True
        )
    }


def written(figure, *, deadlines=False):
    """Return the words in each cell by the names that it carries."""
    carried = cells(figure)
    return {
        carried[round(x), round(y)]: text
        for trace in figure.select_traces("scatter")
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
        if ("◆" in text) is deadlines
    }


def test_every_cell_carries_its_team_and_period(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS))
    assert cells(figure) == {
        (0, 0): ("Red Team", "2025-26"),
        (1, 0): ("Red Team", "2026-27"),
        (0, 1): ("Blue Team", "2025-26"),
        (1, 1): ("Blue Team", "2026-27"),
        (0, 2): ("Green Team", "2025-26"),
        (1, 2): ("Green Team", "2026-27"),
    }


def test_live_work_and_deadlines_are_written_in_their_cells_and_0_is_blank(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS))
    assert written(figure) == {
        ("Red Team", "2025-26"): "2",
        ("Red Team", "2026-27"): "1",
        ("Blue Team", "2025-26"): "1",
    }
    assert written(figure, deadlines=True) == {
        ("Red Team", "2025-26"): "<b>◆1</b>",
        ("Blue Team", "2025-26"): "<b>◆1</b>",
    }


@pytest.mark.parametrize(("grain", "narrow"), [*((grain, False) for grain in GRAINS), (YEAR, True)])
def test_the_published_cells_say_what_the_grid_counts(grain, narrow):
    plan = positioned(real_plan(), "2026-11")
    grid, figure = workload(plan, years=plan.delivery_years, grain=grain, narrow=narrow)
    assert len(cells(figure)) == len(grid)
    given = grid[grid["live"].gt(0)]
    assert written(figure) == {
        (team, period): str(live) for team, period, live in records(given, "team", "period", "live")
    }
    ending = grid[grid["deadlines"].gt(0)]
    assert written(figure, deadlines=True) == {
        (team, period): f"<b>◆{count}</b>"
        for team, period, count in records(ending, "team", "period", "deadlines")
    }


def test_a_darker_cell_holds_more_and_0_is_white(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS))
    [trace] = figure.select_traces("bar")
    shades = dict(zip(map(tuple, trace.customdata), trace.marker.color, strict=True))
    assert shades["Red Team", "2025-26"] == theme.SEQUENTIAL[-1]
    assert shades["Green Team", "2025-26"] == theme.GROUND


def test_quarters_stand_under_their_delivery_year(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS), grain=QUARTER)
    assert list(figure.layout.xaxis.ticktext) == ["Q1", "Q2", "Q3", "Q4"] * 2
    names = [(note.x, note.text) for note in figure.layout.annotations[:2]]
    assert names == [(1.5, "<b>2025-26</b>"), (5.5, "<b>2026-27</b>")]


def test_the_period_of_the_as_at_month_is_outlined_and_named(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS), grain=QUARTER)
    [outline] = [shape for shape in figure.layout.shapes if shape.line.color == theme.AS_AT]
    # November 2026 lies in the third quarter of the second year.
    assert (outline.x0, outline.x1) == (5.5, 6.5)
    assert "<b>as at Nov 2026</b>" in drawn_words(figure)


def test_no_period_is_outlined_where_the_as_at_month_lies_outside(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS), years=["2025-26"])
    assert not [shape for shape in figure.layout.shapes if shape.line.color == theme.AS_AT]


def test_every_matrix_cell_carries_its_partner_and_team(tmp_path):
    _, figure = matrix(small_plan(tmp_path, *ROWS, as_at="2026-11"))
    assert cells(figure) == {
        (0, 0): ("Residents", "Red Team"),
        (1, 0): ("Residents", "Blue Team"),
        (2, 0): ("Residents", "Green Team"),
        (0, 1): ("Schools", "Red Team"),
        (1, 1): ("Schools", "Blue Team"),
        (2, 1): ("Schools", "Green Team"),
    }
    assert written(figure) == {
        ("Schools", "Red Team"): "2",
        ("Schools", "Blue Team"): "1",
        ("Residents", "Red Team"): "1",
        ("Residents", "Green Team"): "1",
    }


def test_the_published_matrix_writes_every_link():
    links, figure = matrix(positioned(real_plan(), "2026-11"))
    assert written(figure) == {
        (partner, team): str(actions)
        for partner, team, actions in records(links, "partner", "team", "actions")
    }
    assert written(figure)["District councils", "Carbon Reduction Team"] == "8"


def test_rows_are_named_from_the_top(tmp_path):
    _, figure = workload(small_plan(tmp_path, *ROWS))
    assert list(figure.layout.yaxis.ticktext) == ["Red Team", "Blue Team", "Green Team"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


@pytest.mark.parametrize("draw", [workload, matrix])
def test_hostile_names_are_escaped_wherever_they_are_drawn(tmp_path, draw):
    row = f"A1 | {HOSTILE} | {HOSTILE} and more | Apr-25 | Mar-26"
    _, figure = draw(small_plan(tmp_path, row, as_at="2026-11"))
    words = "\n".join(drawn_words(figure))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;a" in words
    assert not any(mark in words for mark in MARKUP)


def test_the_figures_leave_their_tables_alone(tmp_path):
    plan = small_plan(tmp_path, *ROWS, as_at="2026-11")
    grid, _ = workload(plan)
    links = partner_links(plan)
    columns = periods(YEARS, grain=YEAR)
    with left_alone(grid, links, columns):
        workload_figure(grid, periods=columns, as_at=month("2026-11"))
        matrix_figure(links, partners=["Schools"], teams=["Red Team"])


def test_a_grid_where_nothing_is_live_has_blank_cells(tmp_path):
    plan = small_plan(tmp_path, "A1 | Red Team | | Apr-30 | Mar-31")
    grid, figure = workload(plan)
    assert written(figure) == {}
    assert len(cells(figure)) == len(grid) == 2
    assert isinstance(grid, pd.DataFrame)
