from dataclasses import replace

import pytest

from netzero.analysis.positions import ENDED, IN_DELIVERY, NOT_STARTED, ONGOING
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.theme import Form
from tests.charts.made import bars, exhibit, labels, parts, traces, written

TEAMS = bars({"Red Team": (7, 4), "Blue Team": (0, 2), "Green Team": (1, 0)})


def figure(picture, form=Form.WIDE):
    return figure_of(exhibit(picture), form=form)


def test_ongoing_is_the_floor_and_in_delivery_stands_on_it():
    ongoing, delivery = traces(figure(TEAMS))
    assert (ongoing["name"], ongoing["x"], ongoing["y"]) == ("ongoing", [7, 0, 1], [0, 1, 2])
    assert (delivery["name"], delivery["x"]) == ("in delivery", [4, 2, 0])
    assert ongoing["marker"]["color"] == palette.fill(ONGOING)
    assert delivery["marker"]["color"] == palette.fill(IN_DELIVERY)
    assert delivery["marker"]["line"]["color"] == palette.GROUND
    assert figure(TEAMS)["layout"]["barmode"] == "stack"


def test_bars_are_named_from_the_top_and_end_with_their_totals():
    drawn = figure(TEAMS)
    assert drawn["layout"]["yaxis"]["ticktext"] == ["Red Team", "Blue Team", "Green Team"]
    assert drawn["layout"]["yaxis"]["range"] == [2.5, -0.5]
    assert labels(drawn) == [(11, 0, "<b>11</b>"), (2, 1, "<b>2</b>"), (1, 2, "<b>1</b>")]


def test_a_part_is_numbered_where_it_is_not_the_whole_and_has_room():
    assert [trace["text"] for trace in traces(figure(TEAMS))] == [["7", "", ""], ["4", "", ""]]
    thin = bars({"Red Team": (1, 400)})
    assert [trace["text"] for trace in traces(figure(thin))] == [[""], ["400"]]


def test_each_action_is_a_square_with_its_id_where_that_has_room():
    named = replace(bars({"Red": (2, 1), "Blue": (0, 1)}), units=(("A1", "A3", "<b>"), ("A4",)))
    drawn = figure(named)
    ongoing, delivery = traces(drawn)
    assert (ongoing["y"], ongoing["base"], ongoing["x"]) == ([0, 0], [0, 1], [1, 1])
    assert (ongoing["text"], ongoing["customdata"]) == (["A1", "A3"], [["Red"], ["Red"]])
    assert (delivery["y"], delivery["base"]) == ([0, 1], [2, 0])
    assert delivery["text"] == ["&lt;b&gt;", "A4"]
    assert drawn["layout"]["barmode"] == "overlay"
    wide = replace(bars({"Red": (90, 0)}), units=(tuple(f"LCC.{place}" for place in range(90)),))
    assert traces(figure(wide))[0]["text"] == [""]


def test_a_bar_leads_to_its_name_in_every_colour():
    for trace in traces(figure(TEAMS)):
        assert trace["customdata"] == [["Red Team"], ["Blue Team"], ["Green Team"]]


def test_the_key_says_what_the_colours_mean():
    drawn = figure(TEAMS)
    assert [word for word in written(drawn) if word in {"ongoing", "in delivery"}] == [
        "ongoing",
        "in delivery",
    ]
    fills = [shape["fillcolor"] for shape in drawn["layout"]["shapes"]]
    assert fills == [palette.fill(ONGOING), palette.fill(IN_DELIVERY)]


@pytest.mark.parametrize("form", Form)
def test_a_name_that_is_too_long_ends_with_an_ellipsis(form):
    drawn = figure(bars({"x" * 200: (1, 1), "Sustainable Travel and Transport": (1, 0)}), form)
    long, whole = drawn["layout"]["yaxis"]["ticktext"]
    assert long.endswith("x…")
    assert whole == "Sustainable Travel and Transport"


def test_a_tile_is_an_action_and_leads_to_its_part():
    [tiles] = traces(figure(parts(delivery=2, waiting=1)))
    assert (tiles["y"], tiles["base"]) == ([0, 0, 1], [0, 1, 0])
    assert all(0.9 < length < 1 for length in tiles["x"])
    assert tiles["customdata"] == [["in delivery"], ["in delivery"], ["not started"]]
    assert tiles["marker"]["color"][1:] == [palette.fill(IN_DELIVERY), palette.GROUND]
    assert tiles["marker"]["line"]["color"][2] == palette.outline(NOT_STARTED)


def test_a_part_of_many_actions_is_one_bar():
    drawn = figure(parts(ongoing=50_000, ended=2))
    [whole] = traces(drawn)
    assert whole["x"] == [50_000, 2]
    assert whole["marker"]["line"]["color"][1] == palette.outline(ENDED)
    assert labels(drawn) == [(50_000, 0, "<b>50,000</b>"), (2, 1, "<b>2</b>")]
    assert drawn["layout"]["yaxis"]["ticktext"] == ["ongoing", "ended"]
