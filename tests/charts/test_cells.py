from dataclasses import replace

import pytest

from netzero.analysis.pictures import CellColumn
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.theme import Form
from tests.charts.made import cells, exhibit, month, traces, written

GRID = cells([[12, 0], [3, 1]])


def quarters(*years):
    return tuple(
        CellColumn(
            f"{name} {year}",
            name,
            year,
            month(f"{year[:4]}-04") + 3 * place,
            month(f"{year[:4]}-06") + 3 * place,
        )
        for year in years
        for place, name in enumerate(("Q1", "Q2", "Q3", "Q4"))
    )


def months(*names):
    return tuple(CellColumn(name, name, "", month(name), month(name)) for name in names)


def named(*names):
    return tuple(CellColumn(name, name) for name in names)


def figure(picture=GRID, *, form=Form.WIDE, as_at="2026-11"):
    return figure_of(exhibit(picture, as_at=as_at), form=form)


def as_at_shapes(drawn):
    shapes = drawn["layout"]["shapes"]
    return [(s["type"], s["x0"], s["x1"]) for s in shapes if s["line"]["color"] == palette.AS_AT]


def test_a_cell_says_its_count_and_leads_to_its_names():
    [trace] = traces(figure())
    assert trace["customdata"] == [
        ["Team 1", "2025-26"],
        ["Team 1", "2026-27"],
        ["Team 2", "2025-26"],
        ["Team 2", "2026-27"],
    ]
    assert trace["text"] == ["12", "", "3", "1"]
    assert trace["y"] == [0, 0, 1, 1]
    assert trace["base"] == [-0.48, 0.52, -0.48, 0.52]


def test_the_shade_of_a_cell_is_that_of_its_count_alone():
    [whole] = traces(figure())
    [alone] = traces(figure(cells([[3]])))
    assert whole["marker"]["color"] == [palette.shade(count) for count in (12, 0, 3, 1)]
    assert alone["marker"]["color"] == [whole["marker"]["color"][2]]
    assert whole["textfont"]["color"] == palette.SHADE_INK


def test_rows_are_named_from_the_top():
    axis = figure()["layout"]["yaxis"]
    assert axis["ticktext"] == ["Team 1", "Team 2"]
    assert axis["range"] == [1.5, -0.5]


def test_quarters_stand_under_their_delivery_year():
    drawn = figure(cells([[1] * 8], columns=quarters("2025-26", "2026-27")))
    assert drawn["layout"]["xaxis"]["ticktext"] == ["Q1", "Q2", "Q3", "Q4"] * 2
    notes = [(n["x"], n["text"]) for n in drawn["layout"]["annotations"] if "-2" in n["text"]]
    assert notes == [(1.5, "<b>2025-26</b>"), (5.5, "<b>2026-27</b>")]


def test_a_period_that_is_its_own_group_is_named_once():
    assert figure()["layout"]["xaxis"]["ticktext"] == ["2025-26", "2026-27"]
    assert "<b>2025-26</b>" not in written(figure())


def test_groups_without_room_give_way_to_whole_names():
    columns = tuple(
        CellColumn(f"Mar {year[:4]}", "Mar", year, month(f"{year[:4]}-03"), month(f"{year[:4]}-03"))
        for year in ("2026-27", "2027-28", "2028-29", "2029-30", "2030-31", "2031-32", "2032-33")
    )
    wide, narrow = (
        figure(cells([[1] * 7], columns=columns), form=form) for form in (Form.WIDE, Form.NARROW)
    )
    assert wide["layout"]["xaxis"]["ticktext"] == ["Mar"] * 7
    assert narrow["layout"]["xaxis"]["ticktext"][0] == "Mar<br>2026"


def test_long_names_stand_upright_and_have_the_room_they_need():
    short = figure(cells([[1, 1]], columns=named("Red", "Blue")))["layout"]
    long = figure(cells([[1] * 40], columns=named(*["Sustainable Travel"] * 40)))["layout"]
    assert (short["xaxis"]["tickangle"], long["xaxis"]["tickangle"]) == (0, -90)
    assert long["margin"]["t"] > short["margin"]["t"] + 60


def test_two_words_stand_over_each_other_where_one_line_is_too_wide():
    drawn = figure(cells([[1] * 32], columns=named(*["Mar 2027"] * 32)))
    assert drawn["layout"]["xaxis"]["ticktext"][0] == "Mar<br>2027"


@pytest.mark.parametrize(
    ("columns", "as_at", "shapes", "words"),
    [
        (quarters("2026-27"), "2026-11", [("rect", 1.5, 2.5)], "<b>as at Nov 2026</b>"),
        (quarters("2026-27"), "2026-03", [], "<b>◄ as at Mar 2026</b>"),
        (quarters("2026-27"), "2027-04", [], "<b>as at Apr 2027 ►</b>"),
        (months("2026-03", "2027-03"), "2026-11", [("line", 0.5, 0.5)], "<b>as at Nov 2026</b>"),
        (months("2026-03", "2027-03"), "2027-03", [("rect", 0.5, 1.5)], "<b>as at Mar 2027</b>"),
    ],
)
def test_the_as_at_month_is_outlined_or_stands_between_its_neighbours(
    columns, as_at, shapes, words
):
    drawn = figure(cells([[1] * len(columns)], columns=columns), as_at=as_at)
    assert as_at_shapes(drawn) == shapes
    assert words in written(drawn)


def test_columns_without_months_have_no_as_at_month():
    drawn = figure(cells([[1, 1]], columns=named("Red Team", "Blue Team")))
    assert as_at_shapes(drawn) == []
    assert not any("as at" in words for words in written(drawn))


def test_a_narrow_screen_has_room_for_few_columns():
    many = cells([[1] * 20], columns=quarters(*(f"20{y}-{y + 1}" for y in range(25, 30))))
    assert figure(many, form=Form.NARROW) is None
    assert figure(many, form=Form.MIDDLE)
    assert figure(GRID, form=Form.NARROW)


def test_periods_with_one_count_are_a_band_numbered_where_it_begins_and_at_the_as_at_month():
    # Q3 holds November 2026.
    [trace] = traces(figure(cells([[3, 3, 3, 2]], columns=quarters("2026-27"))))
    assert trace["text"] == ["3", "", "3", "2"]
    assert trace["base"] == [-0.48, 0.5, 1.5, 2.52]
    assert trace["x"] == [0.98, 1, 0.98, 0.96]


@pytest.mark.parametrize("columns", [named("Red", "Blue"), months("2026-03", "2027-03")])
def test_names_and_months_with_a_gap_between_are_no_band(columns):
    [trace] = traces(figure(cells([[3, 3]], columns=columns)))
    assert trace["text"] == ["3", "3"]


def test_cells_that_are_mine_are_outlined_in_runs():
    grid = cells([[1, 2, 3, 4], [1, 1, 1, 1]], columns=quarters("2026-27"))
    mine = {(0, 0), (0, 1), (0, 3), (1, 2)}
    owned = [cell._replace(mine=(cell.row, cell.column) in mine) for cell in grid.cells]
    drawn = figure(replace(grid, cells=tuple(owned)))
    outlines = [s for s in drawn["layout"]["shapes"] if s["line"]["color"] == palette.INK]
    assert [(s["x0"], s["x1"], s["y0"]) for s in outlines] == [
        (-0.48, 1.48, -0.46),
        (2.52, 3.48, -0.46),
        (1.52, 2.48, 0.54),
    ]
