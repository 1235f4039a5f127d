import pytest

from netzero.analysis.positions import ENDED, IN_DELIVERY
from netzero.analysis.slide_part import in_room, left_out
from netzero.charts.room import room_figure
from tests.charts.made import (
    KINDS,
    ROWS,
    bars,
    cells,
    exhibit,
    lane,
    lanes,
    links,
    month,
    spot,
    traces,
    written,
)

TEAMS = bars({f"Team {place}": (1, 0) for place in range(22)})
GRID = cells([[1, 1]] * 9)
YEAR = "2025-04-01 2026-04-01"
MANY = lanes(
    *(lane(f"A{place}", YEAR, ENDED, end=month("2026-03")) for place in range(11)),
    *(lane(f"B{place}", YEAR, IN_DELIVERY, end=month("2027-03")) for place in range(3)),
    lane("C1", ""),
)


def room(picture, *, height=1080):
    return room_figure(exhibit(picture), height=height)


def test_a_slide_draws_8_bars_and_says_what_it_leaves_out():
    drawn = room(TEAMS)
    assert [len(trace["y"]) for trace in traces(drawn)] == [8, 8]
    assert "14 more teams not drawn" in written(drawn)
    assert not any("not drawn" in words for words in written(room(KINDS["bars"])))


def test_a_slide_draws_8_rows_of_cells():
    drawn = room(GRID)
    assert drawn["layout"]["yaxis"]["ticktext"][-1] == "Team 8"
    assert "1 more team not drawn" in written(drawn)


def test_a_slide_folds_lanes_that_are_more_than_12():
    [bar] = traces(room(MANY))
    assert len(bar["y"]) == 2
    assert "11 actions" in [words.strip() for words in written(room(MANY))]
    assert "1 more action not drawn" in written(room(MANY))
    assert len(in_room(lanes(*MANY.lanes[:12])).lanes) == 12


@pytest.mark.parametrize(
    ("picture", "most", "words"),
    [
        (TEAMS, 8, "14 more teams not drawn"),
        (TEAMS, 21, "1 more team not drawn"),
        (TEAMS, 22, ""),
        (GRID, 8, "1 more team not drawn"),
        (MANY, 12, "1 more action not drawn"),
        (lanes(*MANY.lanes[:12]), 12, ""),
        (ROWS, 8, ""),
        (KINDS["parts"], 1, ""),
    ],
)
def test_what_is_left_out_is_counted_in_the_words_of_the_picture(picture, most, words):
    assert left_out(picture, most) == words


def test_lanes_count_an_action_once_and_not_where_a_drawn_lane_stands_for_it():
    twice = lanes(
        *(lane(f"A{place}", "", spot=spot("x", ids=(f"A{place % 13}",))) for place in range(26))
    )
    assert left_out(twice, 12) == "13 more actions not drawn"


def test_a_slide_is_drawn_alike_on_every_height():
    tall, low = (room(KINDS["stack"], height=height)["layout"] for height in (1080, 720))
    assert (tall["height"], low["height"]) == (760, 507)
    assert (tall["font"]["size"], low["font"]["size"]) == (36, 24)


def test_rows_and_links_are_shown_as_tables():
    assert room(ROWS) is None
    assert room(links(("Red Team", "Schools", 1))) is None
