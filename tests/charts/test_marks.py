"""Where marks stand: each spot once, named, with the edges of what is drawn for it."""

import pandas as pd

from netzero.analysis.coming import coming
from netzero.analysis.deadlines import deadline_months
from netzero.analysis.leads import leads
from netzero.analysis.load import load
from netzero.analysis.network import network
from netzero.analysis.standing import standing
from netzero.analysis.timeline import timeline
from netzero.charts.figures import figure_of
from netzero.charts.marks import Way, marks_of, ways_of, without_marks
from tests.at import plan_at, published

AT = plan_at(
    "A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-26",
    "A2 | Red Team | Schools | Apr-25 | Mar-27",
    "A3 | Red Team | Schools | Ongoing | Ongoing",
)


def marks(exhibit):
    return {mark.names: mark for mark in marks_of(exhibit, figure_of(exhibit))}


def milliseconds(day):
    return pd.Timestamp(day).timestamp() * 1000


def test_a_lane_stands_from_its_start_to_its_end():
    box = marks(timeline(AT))[("A2",)].box
    assert (box.left, box.right) == (milliseconds("2025-04-01"), milliseconds("2027-04-01"))
    assert 0.5 < box.high - box.low < 1


def test_a_mark_says_the_words_of_its_spot():
    assert marks(timeline(AT))[("A1",)].words == "A1 Do A1: ended"


def test_the_tiles_of_one_part_are_one_mark():
    found = marks(standing(plan_at("A1 | Red Team | | Apr-25 | Mar-26", *["A2 | B | | Ongoing |"])))
    assert set(found) == {("ended",), ("dates not given",)}


def test_a_stacked_bar_takes_its_whole_row():
    figure = figure_of(leads(AT))
    box = marks(leads(AT))[("Red Team",)].box
    assert [box.left, box.right] == figure["layout"]["xaxis"]["range"]


def test_a_column_takes_its_month_and_the_whole_height():
    figure = figure_of(deadline_months(AT))
    box = marks(deadline_months(AT))[("Mar 2027",)].box
    assert (box.left, box.right) == (milliseconds("2027-03-01"), milliseconds("2027-04-01"))
    assert [box.low, box.high] == figure["layout"]["yaxis"]["range"]


def test_a_cell_stands_in_its_row_and_column():
    found = marks(load(AT, grain="delivery year"))[("Red Team", "2026-27")]
    assert found.words == "Red Team, 2026-27: 2 live, 1 deadline"
    assert (found.box.left, found.box.right) == (0.5, 1.5)


def test_a_node_is_a_point():
    box = marks(network(AT, focus="Schools"))[("team", "Red Team")].box
    assert (box.left, box.low) == (box.right, box.high)


def test_every_spot_that_is_drawn_can_be_reached():
    for exhibit in (timeline(published()), leads(published()), load(published())):
        assert set(marks(exhibit)) == {spot.names for spot in exhibit.picture.spots()}
    assert figure_of(coming(published())) is None


def test_what_plotly_draws_holds_neither_marks_nor_what_is_unseen():
    figure = figure_of(load(published()))
    drawn = without_marks(figure)
    assert not any("customdata" in trace for trace in drawn["data"])
    assert len(drawn["data"]) == len(figure["data"]) - 1
    assert "customdata" in figure["data"][1]  # the figure itself stays as it is


def test_the_names_of_teams_and_partners_beside_their_rows_are_ways_to_them():
    ways = ways_of(load(published()), figure_of(load(published())))
    assert (ways[0].side, ways[0].name) == ("team", "Carbon Reduction Team")  # not all actions
    assert len(ways) == 22
    found = leads(published())
    figure = figure_of(found)
    reach = figure["layout"]["margin"]["l"] - 4
    assert ways_of(found, figure)[0] == Way("team", "Carbon Reduction Team", -0.5, 0.5, reach)
    assert ways_of(timeline(published()), figure_of(timeline(published()))) == ()
