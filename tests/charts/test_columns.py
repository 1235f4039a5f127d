import pandas as pd
import pytest

from netzero.analysis.headline import deadlines_by_month
from netzero.analysis.partners import partner_demand
from netzero.analysis.workload import team_profile
from netzero.charts import theme
from netzero.charts.columns import (
    deadline_profile_figure,
    partner_demand_figure,
    team_profile_figure,
)
from netzero.plan.months import months_of
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

YEARS = ("2025-26",)
ROWS = (
    "A1 | Red Team | Schools | Apr-25 | Dec-25",
    "A2 | Red Team | Schools | Apr-25 | Jan-26",
    "A3 | Red Team | Residents | Ongoing | Jan-26",
    "A4 | Red Team | Schools | Mar-26 | Ongoing",
)


def deadlines(plan, as_at):
    return deadline_profile_figure(deadlines_by_month(plan.actions), as_at=month(as_at))


def profile_of(plan, team="Red Team", years=YEARS):
    return team_profile(plan.actions, plan.assignments, team=team, months=months_of(years))


def demand_of(plan, partner="Schools"):
    return partner_demand(plan, partner=partner, months=months_of(YEARS))


def columns(figure, place=0):
    """Return the height of each column by the month that it carries."""
    trace = list(figure.select_traces("bar"))[place]
    return dict(zip(trace.customdata, map(int, trace.y), strict=True))


def test_each_month_with_a_deadline_has_a_column_and_no_other(tmp_path):
    figure = deadlines(small_plan(tmp_path, *ROWS), "2026-01")
    assert columns(figure) == {"2025-12": 1, "2026-01": 2}


def test_each_column_says_its_count_and_month(tmp_path):
    figure = deadlines(small_plan(tmp_path, *ROWS), "2026-01")
    [trace] = figure.select_traces("bar")
    assert trace.text[0] == "<b>1</b><br>Dec 2025"
    assert trace.text[1].startswith("<b>2</b><br>Jan 2026")


def test_a_column_stands_in_the_middle_of_its_month(tmp_path):
    [trace] = deadlines(small_plan(tmp_path, *ROWS), "2026-01").select_traces("bar")
    assert [str(pd.Timestamp(x)) for x in trace.x] == [
        "2025-12-16 12:00:00",
        "2026-01-16 12:00:00",
    ]


def test_only_months_before_the_as_at_month_are_past(tmp_path):
    [trace] = deadlines(small_plan(tmp_path, *ROWS), "2026-01").select_traces("bar")
    assert list(trace.marker.color) == [theme.ENDED, theme.COUNT]


def test_the_published_deadlines_as_columns():
    figure = deadlines(positioned(real_plan(), "2026-11"), "2026-11")
    assert columns(figure) == {
        "2025-05": 1,
        "2025-06": 1,
        "2026-03": 11,
        "2027-03": 5,
        "2027-09": 2,
        "2029-03": 3,
        "2030-03": 5,
        "2031-12": 1,
    }
    words = [annotation.text for annotation in figure.layout.annotations]
    assert words[0] == "<b>2025-26</b>"
    assert words[6] == "<b>2031-32</b>"


def test_time_bound_work_stands_on_the_floor_of_ongoing_work(tmp_path):
    figure = team_profile_figure(profile_of(small_plan(tmp_path, *ROWS)), as_at=month("2026-01"))
    ongoing, bound = columns(figure, 0), columns(figure, 1)
    assert [(ongoing[m], bound[m]) for m in ("2025-12", "2026-01", "2026-02", "2026-03")] == [
        (0, 3), (0, 2), (0, 0), (1, 0),
    ]  # fmt: skip
    assert figure.layout.barmode == "stack"
    floor, upper = figure.select_traces("bar")
    assert (floor.marker.color, upper.marker.color) == (theme.ONGOING, theme.DELIVERY)


def test_the_deadlines_of_a_month_stand_over_its_column(tmp_path):
    figure = team_profile_figure(profile_of(small_plan(tmp_path, *ROWS)), as_at=month("2026-01"))
    [marks] = figure.select_traces("scatter")
    assert list(zip(marks.text, marks.y, strict=True)) == [("<b>◆1</b>", 3), ("<b>◆2</b>", 2)]


def test_each_layer_is_named_beside_its_last_column_unless_it_is_0(tmp_path):
    figure = team_profile_figure(profile_of(small_plan(tmp_path, *ROWS)), as_at=month("2026-01"))
    words = [annotation.text for annotation in figure.layout.annotations]
    assert "1 ongoing" in words
    assert not [word for word in words if "time-bound" in word]


def test_every_month_of_a_profile_carries_its_month_and_says_its_count(tmp_path):
    figure = team_profile_figure(profile_of(small_plan(tmp_path, *ROWS)), as_at=month("2026-01"))
    assert len(columns(figure)) == 12
    assert "Dec 2025: 3 time-bound" in list(figure.select_traces("bar"))[1].hovertext


def test_the_published_carbon_reduction_team_falls_from_18_to_10():
    plan = real_plan()
    profile = profile_of(plan, "Carbon Reduction Team", plan.delivery_years)
    figure = team_profile_figure(profile, as_at=month("2026-11"))
    ongoing, bound = columns(figure, 0), columns(figure, 1)
    assert (ongoing["2026-03"] + bound["2026-03"], ongoing["2026-04"] + bound["2026-04"]) == (
        18,
        10,
    )


def test_demand_is_a_column_a_month(tmp_path):
    figure = partner_demand_figure(demand_of(small_plan(tmp_path, *ROWS)), as_at=month("2026-01"))
    counts = columns(figure)
    assert [counts[m] for m in ("2025-12", "2026-01", "2026-02", "2026-03")] == [2, 1, 0, 1]
    [trace] = figure.select_traces("bar")
    assert "Jan 2026: 1 live" in trace.hovertext


def test_the_axis_begins_at_0_and_counts_in_whole_numbers(tmp_path):
    figure = deadlines(small_plan(tmp_path, *ROWS), "2026-01")
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] > 2
    assert figure.layout.yaxis.tickformat == "d"


def test_without_quarters_only_the_years_are_named(tmp_path):
    profile = deadlines_by_month(small_plan(tmp_path, *ROWS).actions)
    figure = deadline_profile_figure(profile, as_at=month("2026-01"), quarters=False)
    assert not figure.layout.xaxis.ticktext
    assert figure.layout.annotations[0].text == "<b>25-26</b>"


@pytest.mark.parametrize("quarters", [True, False])
def test_hostile_text_is_not_drawn(tmp_path, quarters):
    plan = small_plan(tmp_path, f"A1 | {HOSTILE} | {HOSTILE} | Apr-25 | Mar-26")
    at, figures = month("2026-01"), []
    figures.append(
        deadline_profile_figure(deadlines_by_month(plan.actions), as_at=at, quarters=quarters)
    )
    figures.append(team_profile_figure(profile_of(plan, HOSTILE), as_at=at, quarters=quarters))
    figures.append(partner_demand_figure(demand_of(plan, HOSTILE), as_at=at, quarters=quarters))
    for figure in figures:
        words = "\n".join(drawn_words(figure))
        assert "as at Jan 2026" in words
        assert not any(mark in words for mark in MARKUP)


def test_the_figures_leave_their_tables_alone(tmp_path):
    plan = small_plan(tmp_path, *ROWS)
    tables = (deadlines_by_month(plan.actions), profile_of(plan), demand_of(plan))
    draw = (deadline_profile_figure, team_profile_figure, partner_demand_figure)
    with left_alone(*tables):
        for figure, table in zip(draw, tables, strict=True):
            figure(table, as_at=month("2026-01"))
