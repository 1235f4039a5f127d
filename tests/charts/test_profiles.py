from dataclasses import replace

import pytest

from netzero.analysis.pictures import Ahead, CellColumn, Level, Profile, Profiles
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.marks import Way, marks_of, ways_of
from netzero.charts.room import room_figure
from netzero.charts.theme import Form
from tests.charts.made import exhibit, month, profiles, spot, written

COLUMNS = tuple(
    CellColumn(f"{name} 2026-27", name, "2026-27", month(first), month(first) + 2)
    for name, first in (("Q1", "2026-04"), ("Q2", "2026-07"), ("Q3", "2026-10"), ("Q4", "2027-01"))
)
WHOLE, RED, BLUE = "All actions, each once", "Red Team", "Blue Team"


def level(row, column, value, ongoing=0, deadlines=0, name=""):
    own = spot(name, COLUMNS[column].name)._replace(team=name if row else "")
    return Level(row, column, value, ongoing, deadlines, own)


TWICE = (Ahead("Jan 2027", "10 → 9", "1 ends"), Ahead("Apr 2027", "9 → 8", "1 ends"))
PICTURE = Profiles(
    noun="team",
    profiles=(
        Profile(WHOLE, 20, (Ahead("Jan 2027", "20 → 19", "1 ends"),), whole=True),
        Profile(RED, 10, TWICE),
        Profile(BLUE, 1, ()),
    ),
    columns=COLUMNS,
    levels=(
        *(level(0, place, 20, 12, name=WHOLE) for place in range(3)),
        level(0, 3, 19, 12, name=WHOLE),
        *(level(1, place, 10, 4, deadlines=2 * (place == 2), name=RED) for place in range(3)),
        level(1, 3, 9, 4, deadlines=1, name=RED),
        level(2, 0, 1, 1, name=BLUE),
        level(2, 2, 1, 1, name=BLUE),
    ),
    most=12,
    most_of_all=24,
)  # fmt: skip


def drawn(picture=PICTURE, *, as_at="2026-11", form=Form.WIDE):
    return figure_of(exhibit(picture, as_at=as_at), form=form)


def steps_of(figure, colour):
    """Return the steps of a colour from above: from where to where, and how high."""
    trace = figure["data"][0]
    drawn = zip(
        trace["y"], trace["base"], trace["x"], trace["width"], trace["marker"]["color"], strict=True
    )
    return [
        (base, round(base + long, 2), round(high, 1))
        for _, base, long, high, own in sorted(drawn)
        if own == colour
    ]


def test_equal_periods_are_one_step_that_is_paler_before_the_month():
    tone = palette.tone("ongoing")
    # November is the second month of the third quarter: a third of it is past. 78 pixels hold all
    # 24 actions, so that 12 are 39 high; no action is higher than 6, so that 4 of a team are 24.
    assert steps_of(drawn(), tone.past)[:2] == [(-0.5, 1.83, 39), (-0.5, 1.83, 24)]
    assert steps_of(drawn(), tone.fill)[:2] == [(1.833, 3.5, 39), (1.833, 3.5, 24)]


def test_what_is_in_delivery_stands_on_the_floor_a_pixel_apart():
    tone = palette.tone("in delivery")
    assert steps_of(drawn(), tone.fill)[-2:] == [(1.833, 2.5, 35), (2.5, 3.5, 29)]


def test_a_period_with_nothing_parts_two_steps():
    tone = palette.tone("ongoing")
    assert steps_of(drawn(), tone.past)[2:] == [(-0.5, 0.5, 6), (1.5, 1.83, 6)]


def test_the_whole_has_a_scale_of_its_own_and_says_so():
    words = "first row on a scale of its own"
    assert words in written(drawn())
    assert words not in written(drawn(PICTURE.first(1)))


def test_a_filter_does_not_change_the_scale():
    alone = replace(
        PICTURE,
        profiles=PICTURE.profiles[1:2],
        levels=tuple(each._replace(row=0) for each in PICTURE.levels if each.row == 1),
    )
    fill = palette.fill("ongoing")
    assert steps_of(drawn(alone), fill) == [(1.833, 3.5, 24)]
    assert (1.833, 3.5, 24) in steps_of(drawn(), fill)


def test_what_changes_next_stands_beside_its_row_in_full():
    words = written(drawn())
    for each in ("20 → 19", "10 → 9", "9 → 8", "1 ends", "Next change", "none here"):
        assert each in words
    assert words.count("<b>Jan 2027</b>") == 2
    assert not any("; then" in each for each in words)


def test_changes_that_have_no_room_are_counted():
    low = PICTURE.profiles[2]._replace(ahead=PICTURE.profiles[1].ahead)
    picture = Profiles("team", (low,), COLUMNS, (level(0, 0, 1, 1, name=BLUE),), 12, 24)
    assert "1 ends; then 1 more change" in written(drawn(picture))


def test_deadlines_stand_at_the_end_of_their_period_with_their_number_where_several():
    [trace] = [each for each in drawn()["data"] if each.get("mode") == "markers+text"]
    assert trace["text"] == ["<b>2</b>", ""]
    assert [round(at, 1) for at in trace["x"]] == [2.5, 3.5]
    assert trace["marker"]["color"] == [palette.INK, palette.INK]
    assert "◆ deadlines" in written(drawn())


def test_totals_stand_where_they_change_and_now_the_nearest_ahead_in_bold():
    words = written(drawn())
    assert {" <b>20</b>", " <b>19</b>", " 20"} <= set(words)


def test_every_level_is_a_place_as_high_as_its_row_that_leads_to_its_actions():
    figure = drawn()
    places = figure["data"][1]
    assert places["opacity"] == 0
    assert places["customdata"][0] == [WHOLE, "Q1 2026-27"]
    assert len(places["x"]) == len(PICTURE.levels)
    marks = marks_of(exhibit(PICTURE), figure)
    assert [mark.names for mark in marks] == [each.spot.names for each in PICTURE.levels]
    assert (marks[0].box.left, marks[0].box.right) == (-0.5, 0.5)


def test_a_name_is_a_way_to_its_sheet_and_that_of_the_whole_is_none():
    figure = drawn()
    ways = ways_of(exhibit(PICTURE), figure)
    assert [(way.side, way.name) for way in ways] == [("team", RED), ("team", BLUE)]
    assert isinstance(ways[0], Way)
    assert ways[0].low < figure["layout"]["yaxis"]["tickvals"][1] < ways[0].high


@pytest.mark.parametrize(
    ("as_at", "words", "line"),
    [
        ("2026-11", "as at Nov 2026", [2.0]),
        ("2026-01", "◄ as at Jan 2026", []),
        ("2027-04", "as at Apr 2027 ►", []),
    ],
)
def test_the_as_at_line_stands_in_the_middle_of_its_month(as_at, words, line):
    figure = drawn(as_at=as_at)
    assert f"<b>{words}</b>" in written(figure)
    shapes = [s["x0"] for s in figure["layout"]["shapes"] if s["line"]["color"] == palette.AS_AT]
    assert shapes == line


def test_on_a_phone_words_stand_over_and_under_the_steps():
    figure = drawn(form=Form.NARROW)
    words = written(figure)
    assert f"{RED} <b>10</b>" in words
    assert "Jan 2027: 10 → 9; 1 ends; then 1 more change" in words
    assert "<b>2026-27</b>" in words


def test_there_is_no_picture_where_there_is_nobody():
    assert drawn(Profiles("team", (), COLUMNS, (), 1, 1)) is None


def test_on_a_slide_a_row_alone_fills_the_height_and_many_keep_to_it():
    few, many = (
        room_figure(exhibit(profiles(*names)), height=1080) for names in (("Red",), "ABCDEFGH")
    )
    assert few["layout"]["height"] == many["layout"]["height"] == 760
    [one, *_], lines = steps_of(few, palette.tone("ongoing").past), many["layout"]["shapes"]
    assert one[2] > 100
    feet = [line["y0"] for line in lines if line.get("yref") == "y" and line["y0"] == line["y1"]]
    assert max(feet) <= many["layout"]["yaxis"]["range"][0]
    assert not [word for word in written(few) if "ends" in word]  # no room beside large letters
