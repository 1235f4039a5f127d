from dataclasses import replace

import pytest

from netzero.analysis.pictures import COUNT
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.theme import Form
from tests.charts.made import counted, exhibit, labels, stack, traces, written

DAY = 86_400_000
# October to January: 3 live, 3, 2 and 2; one deadline in November.
STACK = stack("2026-10", [1, 1, 1, 1], [2, 2, 1, 1], [0, 1, 0, 0])


def figure(picture, *, form=Form.WIDE, as_at="2026-11"):
    return figure_of(exhibit(picture, as_at=as_at), form=form)


def notes(drawn, *, holding="◆"):
    found = [note for note in drawn["layout"]["annotations"] if holding in note["text"]]
    return {note["text"]: note for note in found if "deadlines" not in note["text"]}


def test_ongoing_is_the_floor_a_column_a_month():
    ongoing, delivery = traces(figure(STACK))
    assert (ongoing["name"], ongoing["y"]) == ("ongoing", [1, 1, 1, 1])
    assert (delivery["name"], delivery["y"]) == ("in delivery", [2, 2, 1, 1])
    assert delivery["x"] == ["2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01"]
    assert delivery["width"] == [31 * DAY, 30 * DAY, 31 * DAY, 31 * DAY]
    assert delivery["customdata"] == [["2026-10"], ["2026-11"], ["2026-12"], ["2027-01"]]


def test_months_before_the_as_at_month_are_paler():
    for trace, meaning in zip(traces(figure(STACK)), (ONGOING, IN_DELIVERY), strict=True):
        tone = palette.tone(meaning)
        assert trace["marker"]["color"] == [tone.past, tone.fill, tone.fill, tone.fill]


def test_a_white_line_parts_the_layers():
    [gap] = [trace for trace in traces(figure(STACK), "scatter") if trace["mode"] == "lines"]
    assert gap["y"] == [1, 1, 1, 1, 1]
    assert gap["x"][0::4] == ["2026-10-01", "2027-02-01"]
    assert gap["line"] == {"color": palette.GROUND, "width": 2, "shape": "hv"}


def test_totals_stand_where_they_change_and_at_the_as_at_month():
    drawn = labels(figure(stack("2026-04", [1] * 12, [3] * 6 + [1] * 6, [0] * 12)))
    assert [each for each in drawn if "◆" not in each[2]] == [
        ("2026-04-01", 4, "4"),
        ("2026-11-16", 2, "<b>2</b>"),
    ]


def test_totals_that_would_meet_are_left_to_the_axis():
    rising = stack("2026-04", list(range(48)), [0] * 48, [0] * 48)
    drawn = [x for x, _, word in labels(figure(rising)) if "◆" not in word]
    assert 5 < len(drawn) < 30
    assert "2026-11-16" in drawn


def test_deadlines_stand_beneath_their_months():
    [(x, y, _)] = [each for each in labels(figure(STACK)) if each[2] == "<b>◆1</b>"]
    assert x == "2026-11-16"
    assert figure(STACK)["layout"]["yaxis"]["range"][0] < y < 0
    assert "◆ deadlines" in written(figure(STACK))


def test_deadlines_of_neighbouring_months_stand_in_rows():
    many = stack("2026-04", [1] * 48, [0] * 48, [12] * 48)
    heights = [y for _, y, word in labels(figure(many)) if word == "<b>◆12</b>"]
    assert len(heights) == 48
    assert 2 <= len(set(heights)) <= 4


def test_the_as_at_line_stands_in_its_month_and_over_the_deadlines():
    drawn = figure(STACK)["layout"]
    [line] = [each for each in drawn["shapes"] if each["line"].get("color") == palette.AS_AT]
    assert (line["x0"], line["x1"], line["y1"]) == ("2026-11-16", "2026-11-16", 1)
    assert 0 < line["y0"] < 0.3


@pytest.mark.parametrize(
    ("as_at", "words"),
    [("2026-03", "<b>◄ as at Mar 2026</b>"), ("2027-04", "<b>as at Apr 2027 ►</b>")],
)
def test_a_month_outside_the_years_is_said_to_lie_there(as_at, words):
    drawn = figure(STACK, as_at=as_at)
    assert words in written(drawn)
    assert palette.AS_AT not in {each["line"].get("color") for each in drawn["layout"]["shapes"]}


def test_the_years_run_from_april_to_march_with_their_quarters():
    axis = figure(STACK)["layout"]["xaxis"]
    assert axis["range"] == ["2026-04-01", "2027-04-01"]
    assert axis["ticktext"] == ["Q1", "Q2", "Q3", "Q4"]
    assert axis["tickvals"][0] == "2026-05-16"
    assert "<b>2026-27</b>" in written(figure(STACK))


def test_a_narrow_screen_has_years_without_quarters():
    drawn = figure(stack("2025-04", [1] * 84, [0] * 84, [0] * 84), form=Form.NARROW)
    assert drawn["layout"]["xaxis"]["ticktext"] == []
    assert {"<b>25-26</b>", "<b>31-32</b>"} <= set(written(drawn))


def test_the_axis_of_counts_begins_at_0_and_names_whole_numbers():
    many = stack("2026-10", [23], [11], [0])
    assert figure(many)["layout"]["yaxis"]["tickvals"] == [0, 10, 20, 30]
    assert figure(STACK)["layout"]["yaxis"]["tickvals"] == [0, 1, 2, 3]


# --- Columns of one thing


def test_a_column_that_counts_one_thing_says_its_count_and_its_month():
    drawn = figure(counted({"2026-03": 11, "2027-03": 5}))
    [columns] = traces(drawn)
    tone = palette.tone(COUNT)
    assert (columns["y"], columns["marker"]["color"]) == ([11, 5], [tone.past, tone.fill])
    said = notes(drawn)
    assert list(said) == ["<b>◆11</b><br>Mar 2026", "<b>◆5</b><br>Mar 2027"]
    assert [(note["x"], note["y"]) for note in said.values()] == [
        ("2026-03-16", 11),
        ("2027-03-16", 5),
    ]


def test_a_label_stands_over_a_neighbour_that_it_would_cover():
    first, second, _ = notes(figure(counted({"2025-05": 1, "2025-06": 1, "2031-12": 1}))).values()
    assert first["yshift"] < 10
    assert second["yshift"] > 25


def test_labels_that_would_pile_up_give_their_counts_alone():
    crowded = counted({f"20{year}-{month:02d}": 2 for year in range(25, 29) for month in (3, 6, 9)})
    said = notes(figure(crowded, form=Form.NARROW))
    assert set(said) == {"<b>◆2</b>"}


@pytest.mark.parametrize("as_at", ["2027-03", "2027-02", "2027-04"])
def test_a_label_stands_beside_the_as_at_line(as_at):
    drawn = figure(counted({"2025-04": 1, "2027-03": 5, "2032-03": 1}), as_at=as_at)
    [note] = [note for words, note in notes(drawn).items() if "◆5" in words]
    assert abs(note["xshift"]) > 15


def test_a_month_without_any_has_no_label():
    assert len(notes(figure(counted({"2027-01": 0, "2027-03": 5})))) == 1


def test_what_columns_lost_and_gained_against_before_is_outlined():
    picture = replace(stack("2026-10", [0, 0, 0], [2, 2, 3], [0, 0, 0]), was=(3, 3, 2))
    shapes = [
        shape
        for shape in figure_of(exhibit(picture))["layout"]["shapes"]
        if shape["type"] == "rect" and shape.get("yref") == "y"
    ]
    assert [(s["x0"], s["x1"], s["y0"], s["y1"]) for s in shapes] == [
        ("2026-10-01", "2026-12-01", 3, 2),
        ("2026-12-01", "2027-01-01", 2, 3),
    ]
    assert ["dash" in shape["line"] for shape in shapes] == [True, False]
    assert shapes[1]["line"]["color"] == palette.AS_AT
