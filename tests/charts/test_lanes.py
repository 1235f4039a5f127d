from dataclasses import replace

import pandas as pd
import pytest

from netzero.analysis.positions import ENDED, IN_DELIVERY, NOT_STARTED, ONGOING
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.marks import marks_of
from netzero.charts.theme import Form
from tests.charts.made import exhibit, labels, lane, lanes, month, stack, traces, written

DAY = 86_400_000
PLAN = lanes(
    lane("A1", "2025-04-01 2026-04-01", ENDED, group="Roads", end=month("2026-03")),
    lane("A2", "2026-04-01 2026-05-01", IN_DELIVERY, group="Roads", enters=True),
    lane("A3", "2025-06-01 2027-04-01", ONGOING, group="Homes", leaves=True, words="Ongoing"),
    lane("A4", "2027-01-01 2027-04-01", NOT_STARTED, group="Homes", end=month("2027-03")),
    lane("A5", "", group="Homes", words="Start not given, end not given"),
)


def figure(picture=PLAN, *, form=Form.WIDE, as_at="2026-11"):
    return figure_of(exhibit(picture, as_at=as_at), form=form)


def marks(drawn):
    [trace] = [trace for trace in traces(drawn, "scatter") if trace.get("mode") == "markers"]
    return list(zip(trace["customdata"], trace["marker"]["symbol"], trace["x"], strict=True))


def after(drawn):
    """Return the words that stand after bars, by their height."""
    [trace] = [
        each
        for each in traces(drawn, "scatter")
        if each.get("textfont", {}).get("color") == palette.QUIET_INK
    ]
    return {
        y: (x, text.strip())
        for x, y, text in zip(trace["x"], trace["y"], trace["text"], strict=True)
    }


@pytest.mark.parametrize("form", Form)
def test_a_bar_runs_over_its_days_in_the_colour_of_its_position(form):
    [bar] = traces(figure(form=form))
    assert bar["customdata"] == [["A1"], ["A2"], ["A3"], ["A4"]]
    assert bar["base"] == ["2025-04-01", "2026-04-01", "2025-06-01", "2027-01-01"]
    assert bar["x"] == [365 * DAY, 30 * DAY, 669 * DAY, 90 * DAY]
    positions = (ENDED, IN_DELIVERY, ONGOING, NOT_STARTED)
    assert bar["marker"]["color"] == list(map(palette.fill, positions))
    assert bar["marker"]["line"]["color"] == list(map(palette.outline, positions))


def test_a_bar_is_thin_where_its_date_may_mean_any_day_and_all_parts_lead_to_its_lane():
    unsure = lane(
        "A1", "2025-04-01 2027-04-01", end=month("2027-03"), until="2026-27",
        begun=pd.Timestamp("2025-07-01"), sure=pd.Timestamp("2026-04-01"),
    )  # fmt: skip
    sure = lane("A2", "2025-04-01 2026-04-01", end=month("2026-03"))
    drawn = figure(lanes(unsure, sure))
    [bar] = traces(drawn)
    thick, thin = 0.7, pytest.approx(0.28)
    assert bar["base"] == ["2025-04-01", "2025-07-01", "2026-04-01", "2025-04-01"]
    assert bar["width"] == [thin, thick, thin, thick]
    assert bar["customdata"] == [["A1"], ["A1"], ["A1"], ["A2"]]
    assert [mark.names for mark in marks_of(exhibit(lanes(unsure, sure)), drawn)][:1] == [("A1",)]
    assert [words for _, words in after(drawn).values()] == ["2026-27", "Mar 2026"]


def test_a_heading_takes_a_row_before_its_lanes():
    drawn = figure()
    assert traces(drawn)[0]["y"] == [1, 2, 4, 5]
    axis = drawn["layout"]["yaxis"]
    assert axis["range"] == [6.5, -0.5]
    assert dict(zip(axis["tickvals"], axis["ticktext"], strict=True)) == {
        0: "<b>Roads</b>",
        1: "<b>A1</b>",
        2: "<b>A2</b>",
        3: "<b>Homes</b>",
        4: "<b>A3</b>",
        5: "<b>A4</b>",
        6: "<b>A5</b>",
    }


def test_lanes_without_a_group_have_no_heading():
    drawn = figure(lanes(lane("A1", "2025-04-01 2026-04-01"), lane("A2", "2025-04-01 2026-04-01")))
    assert traces(drawn)[0]["y"] == [0, 1]


def test_titles_and_leads_stand_in_columns_and_more_leads_are_counted():
    leads = ("Red Team", "Blue Team", "Green Team")
    layout = figure(lanes(lane("A1", "2025-04-01 2026-04-01", leads=leads)))["layout"]
    assert layout["yaxis2"]["ticktext"] == ["Do A1"]
    assert layout["yaxis3"]["ticktext"] == ["Red Team + 2"]
    assert layout["yaxis"]["shift"] < layout["yaxis2"]["shift"] < layout["yaxis3"]["shift"] < 0


def test_an_arrow_stands_at_each_edge_that_a_bar_runs_past_and_leads_to_its_lane():
    assert marks(figure()) == [
        (["A2"], "triangle-left", "2025-04-01"),
        (["A3"], "triangle-right", "2027-04-01"),
    ]


def test_after_a_bar_stand_its_words_or_else_its_last_month():
    said = after(figure())
    assert said[1] == ("2026-04-01", "Mar 2026")
    assert said[4] == ("2027-04-01", "Ongoing")
    assert said[6] == ("2025-04-01", "Start not given, end not given")
    assert 2 not in said


def test_words_that_the_as_at_line_would_cross_stand_right_of_it():
    assert after(figure(as_at="2026-04"))[1] == ("2026-04-16", "Mar 2026")


@pytest.mark.parametrize("form", Form)
def test_every_lane_says_its_id_its_title_and_its_group(form):
    words = "\n".join(written(figure(form=form)))
    for said in ("<b>A1</b>", "Do A1", "<b>A5</b>", "<b>Roads</b>", "<b>Homes</b>", "ongoing"):
        assert said in words


def test_the_key_names_the_positions_that_have_bars():
    drawn = figure(lanes(lane("A1", "2025-04-01 2026-04-01", ENDED), lane("A2", "", ONGOING)))
    words = [note["text"] for note in drawn["layout"]["annotations"]]
    assert "ended" in words
    assert "ongoing" not in words


def test_the_as_at_line_crosses_the_bars():
    [line] = [s for s in figure()["layout"]["shapes"] if s["line"].get("color") == palette.AS_AT]
    assert (line["x0"], line["y0"], line["y1"], line["layer"]) == ("2026-11-16", 0, 1, "above")


def test_on_a_narrow_screen_words_stand_over_the_bars_and_the_line_crosses_bars_alone():
    drawn = figure(form=Form.NARROW)
    assert palette.AS_AT not in {s["line"].get("color") for s in drawn["layout"]["shapes"]}
    [ticks] = [trace for trace in traces(drawn, "scatter") if trace.get("mode") == "lines"]
    assert ticks["x"][:3] == ["2026-11-16", "2026-11-16", None]
    low, high = ticks["y"][:2]
    crossed = [y for y in traces(drawn)[0]["y"] if low < y < high]
    assert len(crossed) == 1
    over = [y for _, y, word in labels(drawn) if "Do A" in word or "Team" in word]
    assert not [y for y in over if low <= y <= high]


def test_on_a_narrow_screen_leads_stand_between_title_and_bar_and_no_line_beside_a_bar():
    past = lane("A1", "2025-04-01 2026-04-01", ENDED, leads=("Red Team", "Blue Team"))
    drawn = figure(lanes(past), form=Form.NARROW)
    [title] = [y for _, y, word in labels(drawn) if "Do A1" in word]
    [led] = [y for _, y, word in labels(drawn) if word == "Red Team + 1"]
    assert title < led < traces(drawn)[0]["y"][0]
    [ticks] = [trace for trace in traces(drawn, "scatter") if trace.get("mode") == "lines"]
    assert ticks["x"] == []  # as at November 2026 the bar is over


def test_rows_are_low_where_there_are_many_and_comfortable_where_there_are_few():
    many = lanes(*(lane(f"A{place}", "2025-04-01 2026-04-01") for place in range(60)))
    assert figure(many)["layout"]["height"] < 60 * 14 + 80
    few = figure(lanes(lane("A1", "2025-04-01 2026-04-01")))["layout"]
    assert few["yaxis"]["tickfont"]["size"] == 14
    assert figure(many)["layout"]["yaxis"]["tickfont"]["size"] == 12


def test_years_without_room_for_their_quarters_have_lines_for_none():
    drawn = figure(form=Form.NARROW)
    assert drawn["layout"]["xaxis"]["tickvals"] == []
    assert figure()["layout"]["xaxis"]["ticktext"] == ["Q1", "Q2", "Q3", "Q4"] * 2


def test_the_bar_of_a_whole_group_stands_on_the_line_of_its_heading_and_says_what_it_holds():
    held = lane("", "2025-04-01 2027-04-01", ONGOING, group="Roads", title="", leads=(), holds=6)
    single = lane("A1", "2025-04-01 2026-04-01", ENDED, group="Roads")
    drawn = figure(lanes(held, single, lane("A2", "2025-04-01 2026-04-01", group="Homes")))
    assert traces(drawn)[0]["y"] == [0, 1, 3]
    axis = drawn["layout"]["yaxis"]
    assert dict(zip(axis["tickvals"], axis["ticktext"], strict=True)) == {
        0: "<b>Roads</b>",
        1: "<b>A1</b>",
        2: "<b>Homes</b>",
        3: "<b>A2</b>",
    }
    assert "6 ongoing" in written(drawn)
    narrow = written(figure(lanes(held, single), form=Form.NARROW))
    assert "<b>Roads: 6 ongoing</b>" in narrow
    assert "<b></b> " not in narrow


def test_a_load_stands_beneath_its_lanes_on_one_scale_of_its_own():
    load = stack("2026-10", [1, 1], [0, 2], [0, 0])
    drawn = figure(replace(PLAN, load=load))
    heights = [trace for trace in traces(drawn) if trace["orientation"] == "v"]
    foot = drawn["layout"]["yaxis"]["range"][0]
    floor, above = (trace["y"] for trace in heights)
    assert heights[0]["base"] == [foot, foot]
    assert floor[0] == floor[1] == above[1] / 2 < 0
    assert above[0] == 0
    assert heights[1]["base"] == [foot + floor[0], foot + floor[0]]
    assert foot + floor[0] + above[1] > 6.5  # clear of the last lane
    boxes = {mark.names: mark.box for mark in marks_of(exhibit(replace(PLAN, load=load)), drawn)}
    assert boxes["2026-11",][2:] == (foot + floor[0] + above[1], foot)
    assert boxes["A1",].high < 2


MOVED_LATER = lane(
    "A1",
    "2025-04-01 2026-10-01",
    words="Mar 2026 to Sep 2026: 6 months later",
    was=(pd.Timestamp("2025-04-01"), pd.Timestamp("2026-04-01")),
)
DROPPED = lane(
    "A2",
    "",
    words="Dropped; its end was Jun 2026",
    was=(pd.Timestamp("2025-04-01"), pd.Timestamp("2026-07-01")),
)
COMPARED = replace(lanes(MOVED_LATER, DROPPED), compares=True)


@pytest.mark.parametrize("form", Form)
def test_a_bar_before_is_a_dashed_outline_over_the_bar_after(form):
    drawn = figure(COMPARED, form=form)
    before, after_ = traces(drawn)
    assert before["customdata"] == [["A1"], ["A2"]]
    assert before["x"] == [365 * DAY, 456 * DAY]
    assert after_["customdata"] == [["A1"]]
    outlines = [shape for shape in drawn["layout"]["shapes"] if shape.get("yref") == "y"]
    assert [(shape["x0"], shape["x1"]) for shape in outlines] == [
        ("2025-04-01", "2026-04-01"),
        ("2025-04-01", "2026-07-01"),
    ]
    assert all("dash" in shape["line"] for shape in outlines)
    assert outlines[0]["y1"] < after_["y"][0] - after_["width"] / 2


def test_a_move_is_an_arrow_in_the_colour_of_the_month_from_edge_to_edge():
    drawn = figure(COMPARED)
    coloured = [
        t for t in traces(drawn, "scatter") if t.get("line", {}).get("color") == palette.AS_AT
    ]
    assert coloured[0]["x"] == ["2026-04-01", "2026-10-01", "2026-10-01", None]
    [head] = [
        t for t in traces(drawn, "scatter")
        if t.get("mode") == "markers" and t["marker"]["color"] == palette.AS_AT
    ]  # fmt: skip
    assert (head["x"], head["marker"]["symbol"]) == (["2026-10-01"], ["triangle-right"])


def test_what_is_said_of_a_move_stands_after_both_bars_or_over_them_on_a_phone():
    said = after(figure(COMPARED))
    assert [words for _, words in said.values()] == [MOVED_LATER.words, DROPPED.words]
    narrow = figure(COMPARED, form=Form.NARROW)
    assert MOVED_LATER.words not in [words for _, words in after(narrow).values()]
    assert MOVED_LATER.words in [words for *_, words in labels(narrow)]


def test_a_dropped_action_can_be_pointed_at_where_it_was():
    assert [mark.names for mark in marks_of(exhibit(COMPARED), figure(COMPARED))] == [
        ("A1",),
        ("A2",),
    ]


def test_the_key_says_which_bar_is_which():
    notes = [note["text"] for note in figure(COMPARED)["layout"]["annotations"]]
    assert [words for words in notes if words in ("before", "after, in delivery", "the move")] == [
        "before",
        "after, in delivery",
        "the move",
    ]
