"""What a slide draws of each kind of picture, by its data, and what it counts as not drawn."""

import io
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from netzero.analysis.events import HEADINGS as EVENTS
from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import (
    Bars,
    Behind,
    Cell,
    CellColumn,
    Cells,
    Columns,
    InFull,
    Lanes,
    Rows,
    Series,
)
from netzero.charts import palette
from netzero.exports.pptx_parts import description
from tests.builders import month, months
from tests.exports.decks import (
    cells_of,
    chart_of,
    data_of,
    named,
    only,
    page_of,
    series_of,
    show_of,
    sizes,
    words,
)
from tests.exports.hand_made import (
    BARS,
    CELLS,
    COLUMNS,
    LANES,
    LINKS,
    PAIRS,
    PARTS,
    PROFILES,
    exhibit,
    lane,
    spot,
)

ABOUT = "Live actions by lead team: 3"


def key_of(page):
    return [shape.text_frame.text for shape in named(page, "Key")]


def fills(series):
    return [f"#{each.format.fill.fore_color.rgb}".lower() for each in series]


# --- Dates that name no month


def test_a_lane_is_thin_where_its_end_may_be_and_says_it_as_printed():
    unsure = lane(
        "A1", "in delivery", "2025-04-01", "2028-01-01", end=month("2027-12"), until="2027",
        sure=pd.Timestamp("2027-01-01"),
    )  # fmt: skip
    page = page_of(replace(LANES, lanes=(unsure,)))
    sure, may_run = only(page, "Bar"), only(page, "May run")
    assert may_run.left == sure.left + sure.width
    assert may_run.height == pytest.approx(sure.height * 0.4, abs=2)
    assert description(may_run) == "A1 Do A1, 2027, in delivery, as its date names no month"
    assert (sure.text_frame.text, named(page, "Words")) == ("2027", [])  # no room after it


# --- Parts and bars


def test_parts_are_a_bar_each_in_the_colour_of_its_meaning_with_its_count():
    page = page_of(PARTS)
    chart = chart_of(page)
    assert list(chart.plots[0].categories) == ["in delivery", "not started"]
    assert series_of(page) == {
        "in delivery": [3, 0], "not started": [0, 1], "total": [3, 1]
    }  # fmt: skip
    assert key_of(page) == []
    colours = [palette.fill("in delivery"), palette.fill("not started")]
    assert fills(list(chart.plots[0].series)[:2]) == colours


def test_bars_are_stacked_from_the_top_and_end_with_their_totals():
    page = page_of(BARS)
    chart = chart_of(page)
    assert list(chart.plots[0].categories) == ["Red Team", "Blue Team"]
    assert series_of(page) == {"ongoing": [2, 0], "in delivery": [1, 4], "total": [3, 4]}
    assert chart.category_axis.reverse_order
    assert chart.value_axis.maximum_scale == pytest.approx(4 * 1.12)
    assert key_of(page) == ["ongoing", "in delivery"]


def test_a_part_that_is_all_of_its_bar_has_no_number_beside_the_total():
    xml = only(page_of(BARS), "Chart").chart.plots[0].series[1]._element
    assert xml.xpath("c:dLbls/c:dLbl[c:delete/@val='1']/c:idx/@val") == ["1"]


def test_charts_are_quiet_and_labelled_on_the_marks():
    chart = chart_of(page_of(BARS))
    assert not chart.has_title
    assert not chart.has_legend
    assert not chart.value_axis.has_major_gridlines
    assert not chart.value_axis.visible
    for each in chart.plots[0].series:
        assert each.data_labels.show_value
        assert each.data_labels.number_format in ("0;;;", '" "0;;;')


def bars(number):
    names = tuple(f"Team {place}" for place in range(number))
    series = (Series("ongoing", "ongoing", (1,) * number),)
    return Bars("team", names, series, tuple(map(spot, names)))


@pytest.mark.parametrize(
    ("number", "line"),
    [(8, ABOUT), (9, f"{ABOUT}; 1 more team not drawn"), (20, f"{ABOUT}; 12 more teams not drawn")],
)
def test_more_than_eight_bars_are_counted(number, line):
    page = page_of(bars(number))
    assert len(chart_of(page).plots[0].categories) == 8
    assert words(page, "Counted") == line


# --- Columns


def over(page, name):
    return [shape.text_frame.text for shape in named(page, name)]


def test_columns_are_a_month_each_on_an_axis_of_time():
    page = page_of(COLUMNS)
    assert series_of(page) == {"ongoing": [7, 7, 7, 0], "in delivery": [1, 2, 2, 2]}
    assert key_of(page) == ["in delivery", "ongoing", "◆ deadlines"]
    sheet = openpyxl.load_workbook(io.BytesIO(data_of(chart_of(page))))["Sheet1"]
    assert [f"{cell.value:%Y-%m}" for cell in sheet["A"][1:]] == [
        "2026-10", "2026-11", "2026-12", "2027-01",
    ]  # fmt: skip


def test_months_before_the_as_at_month_are_paler():
    page = page_of(COLUMNS)
    for series, meaning in zip(
        chart_of(page).plots[0].series, ("ongoing", "in delivery"), strict=True
    ):
        past = f"#{series.points[0].format.fill.fore_color.rgb}".lower()
        assert (past, fills([series])) == (palette.tone(meaning).past, [palette.fill(meaning)])
        assert not series._element.xpath("c:dPt[c:idx/@val!='0']")


def test_totals_stand_where_they_change_and_deadlines_over_their_month():
    page = page_of(COLUMNS)
    assert sorted(over(page, "Total")) == ["2", "8", "9"]
    assert over(page, "Deadlines") == ["◆3"]
    chart, line, sign = (only(page, name) for name in ("Chart", "As at", "Deadlines"))
    # The name of a month stands under the first column, half of it left of the columns.
    each = (chart.width - Inches(0.9)) / 4
    assert line.left == pytest.approx(chart.left + Inches(0.6) + each * 1.5, abs=1000)
    assert sign.left + sign.width / 2 == pytest.approx(line.left + each, abs=1000)
    lefts = {shape.text_frame.text: shape.left for shape in named(page, "Total")}
    assert lefts["9"] - lefts["8"] == pytest.approx(each, abs=1000)
    assert words(page, "As at label") == "as at Nov 2026"


def test_no_as_at_line_stands_where_the_month_is_no_column():
    assert not named(page_of(COLUMNS, month=month("2031-01")), "As at")


def test_columns_of_deadlines_alone_say_each_count_once():
    counts = (1, 0, 4, 0)
    page = page_of(
        replace(COLUMNS, series=(Series("deadlines", "count", counts),), deadlines=counts)
    )
    assert key_of(page) == ["deadlines"]
    assert over(page, "Deadlines") == ["◆1", "◆4"]
    assert not named(page, "Total")


def test_deadlines_that_find_no_room_are_counted():
    start = month("2026-11")
    number = 300
    page = page_of(
        Columns(
            months=tuple(start + place for place in range(number)),
            series=(Series("ongoing", "ongoing", (1,) * number),),
            deadlines=(1000,) * number,
            column_spots=(spot("x"),) * number,
        )
    )
    left = number - len(named(page, "Deadlines"))
    assert 0 < left < number
    assert words(page, "Counted") == f"{ABOUT}; deadlines of {left} more months not drawn"


# --- Tables


def test_rows_are_a_table_with_its_headings_and_numbers_to_the_right():
    page = page_of()
    assert cells_of(page) == [
        ["When", "What", "Title", "Deadlines"],
        ["Mar 2027", "ends", "Do A1", "2"],
        ["", "starts", "Do A2", "0"],
    ]
    table = only(page, "Table").table
    assert table.first_row
    assert [str(cell.text_frame.paragraphs[0].alignment) for cell in table.rows[1].cells] == [
        "LEFT (1)", "LEFT (1)", "LEFT (1)", "RIGHT (3)",
    ]  # fmt: skip


def test_links_are_the_table_of_their_exhibit():
    page = page_of(LINKS, PAIRS)
    assert cells_of(page) == [["Lead team", "Partner", "Live"], ["Red", "Schools", "3"]]
    many = replace(PAIRS, rows=PAIRS.rows * 12)
    assert words(page_of(LINKS, many), "Counted") == f"{ABOUT}; 2 more links not drawn"


def test_columns_are_left_out_before_rows_and_named():
    text = "words " * 12
    table = Table(
        ("When", "Team", "First", "Last", "Actions"),
        (("ahead", "A team", "Mar 2027", "Mar 2027", text),) * 9,
        (False,) * 5,
    )
    page = page_of(Rows("set"), table)
    assert cells_of(page)[0] == ["When", "Team", "First", "Last"]
    assert len(cells_of(page)) == 1 + 9
    assert words(page, "Counted") == f"{ABOUT}; Actions not drawn"


def test_rows_that_do_not_fit_are_counted():
    rows = tuple((f"A{place}", "ends") for place in range(50))
    page = page_of(Rows("action"), Table(("Id", "What"), rows, (False, False)))
    assert [row[0] for row in cells_of(page)[1:]] == [f"A{place}" for place in range(10)]
    assert words(page, "Counted") == f"{ABOUT}; 40 more actions not drawn"


def test_a_column_without_a_single_word_is_no_column():
    rows = (("A1", (), "ends"), ("A2", (), "ends"))
    page = page_of(Rows("action"), Table(("Id", "Also led by", "What"), rows, (False,) * 3))
    assert cells_of(page) == [["Id", "What"], ["A1", "ends"], ["A2", "ends"]]
    assert words(page, "Counted") == ABOUT


def test_a_table_has_24_points_and_goes_down_where_there_are_many_words():
    few = page_of()
    many = page_of(Rows("row"), Table(("A", "B"), (("word " * 14,) * 2,) * 6, (False, False)))
    for page, size in ((few, 24), (many, 20)):
        found = {size for row in only(page, "Table").table.rows
                 for cell in row.cells for size in sizes(cell.text_frame)}  # fmt: skip
        assert found == {size}


def test_cells_say_their_count_in_shades_of_one_scale():
    page = page_of(CELLS)
    assert cells_of(page) == [
        ["Team", "2025-26", "2026-27"],
        ["Red", "18", "2"],
        ["Blue", "", ""],
    ]
    table = only(page, "Table").table
    shades = [fills_of(table.cell(1, 1)), fills_of(table.cell(1, 2)), fills_of(table.cell(2, 2))]
    assert shades == [palette.shade(18), palette.shade(2), palette.shade(0)]


def fills_of(cell):
    return f"#{cell.fill.fore_color.rgb}".lower()


def test_the_as_at_period_has_a_line_beneath_its_name():
    head = only(page_of(CELLS), "Table").table.rows[0]
    lines = [
        cell._tc.xpath("a:tcPr/a:lnB/a:solidFill/a:srgbClr/@val")[0].lower() for cell in head.cells
    ]
    assert [f"#{line}" for line in lines] == [palette.RULE, palette.RULE, palette.AS_AT]


def cells_by_month(rows, columns):
    return Cells(
        "team",
        tuple(f"Team {row}" for row in range(rows)),
        tuple(
            CellColumn(f"M{place}", f"M{place}", "", *[month("2026-04") + place] * 2)
            for place in range(columns)
        ),
        (Cell(0, 20, 5, spot("x")),),
    )


def test_rows_and_columns_of_cells_that_are_not_drawn_are_counted():
    page = page_of(cells_by_month(9, 30))
    # November 2026 is the eighth of the months.
    assert cells_of(page)[0] == ["Team", *(f"M{place}" for place in range(7, 19))]
    assert len(cells_of(page)) == 1 + 8
    assert words(page, "Counted") == f"{ABOUT}; 1 more team and 18 more columns not drawn"


def test_cells_keep_their_places_where_the_first_columns_are_not_drawn():
    page = page_of(cells_by_month(1, 30), month=month("2027-10"))
    [row] = cells_of(page)[1:]
    assert row == ["Team 0", "", "", "5", *[""] * 9]


# --- Profiles


def steps(page):
    """Return each step as what it says and its place in inches: from the left, wide, high."""
    return [
        (description(shape), *(round(side / Inches(1), 2) for side in (shape.width, shape.height)))
        for shape in named(page, "Step")
    ]


def test_steps_say_what_they_count_and_are_as_high_as_that_on_one_scale():
    page = page_of(PROFILES)
    found = [(words, high) for words, _, high in steps(page)]
    # The floor of Red is a step before the month and one from it on, of 4 each.
    ongoing = {high for words, high in found if words == "Red: 4 ongoing"}
    above = {
        words: high for words, high in found if words.startswith("Red") and "delivery" in words
    }
    assert len(ongoing) == 1
    unit = ongoing.pop() / 4
    assert above == {
        "Red: 8 in delivery": pytest.approx(8 * unit, abs=0.03),
        "Red: 6 in delivery": pytest.approx(6 * unit, abs=0.03),
    }
    assert key_of(page) == [
        "ongoing", "in delivery", "◆ deadlines", "first row on a scale of its own"
    ]  # fmt: skip


def test_rows_have_their_name_what_is_live_and_the_next_change():
    page = page_of(PROFILES)
    assert over(page, "Row") == [
        "All actions, each once", "20", "Red", "10", "Apr 2027: 10 → 9", "Blue", "1",
    ]  # fmt: skip
    assert [description(shape) for shape in named(page, "Deadlines")] == ["Red 2026-27"]


def test_a_row_alone_fills_the_page():
    alone = replace(PROFILES, profiles=PROFILES.profiles[2:], levels=(
        PROFILES.levels[-1]._replace(row=0),
    ))  # fmt: skip
    [(_, _, high), *_] = steps(page_of(alone))
    [*_, (_, _, low)] = steps(page_of(PROFILES))
    assert high > 4 * low


def test_rows_that_have_no_room_are_counted():
    rows = tuple(PROFILES.profiles[2]._replace(name=f"Team {place}") for place in range(20))
    page = page_of(replace(PROFILES, profiles=rows, levels=PROFILES.levels[-1:]))
    drawn = len(over(page, "Row")) // 2
    assert words(page, "Counted") == f"{ABOUT}; {20 - drawn} more teams not drawn"


# --- Lanes


def share(page, shape):
    """Return where a shape begins and ends, as shares of the years 2025-26 and 2026-27."""
    first, last = only(page, "Band 2025-26"), only(page, "Band 2026-27")
    wide = last.left + last.width - first.left
    return (shape.left - first.left) / wide, (shape.left + shape.width - first.left) / wide


def test_bars_stand_where_their_months_are():
    page = page_of(LANES)
    # 730 days from 1 April 2025: 183 to October, 365 to April 2026, 640 to January 2027.
    wanted = [(183 / 730, 365 / 730), (0, 1), (640 / 730, 1)]
    found = [share(page, bar) for bar in named(page, "Bar")]
    assert found == [pytest.approx(pair, abs=0.002) for pair in wanted]


def test_a_bar_points_on_where_it_leaves_and_a_mark_points_back_where_it_enters():
    page = page_of(LANES)
    assert [bar.auto_shape_type for bar in named(page, "Bar")] == [
        MSO_SHAPE.RECTANGLE,
        MSO_SHAPE.PENTAGON,
        MSO_SHAPE.RECTANGLE,
    ]
    assert only(page, "Began before").left < only(page, "Timeline").left


def test_lanes_say_id_and_title_and_at_the_end_what_their_edges_do_not_tell():
    page = page_of(LANES)
    labels = [only(page, f"Label {place}").text_frame.text for place in range(1, 5)]
    assert labels == ["A1 Do A1", "A2 Do A2", "A3 Do A3", "A4 Do A4"]
    # A2 has its words within its bar; those of A4 find room before it alone.
    assert over(page, "Words") == ["Mar 2026", "Start TBC, end Mar-26", "Mar 2027"]
    assert [bar.text_frame.text for bar in named(page, "Bar")] == ["", "Ongoing", ""]
    assert [description(bar) for bar in named(page, "Bar")] == [
        "A1 Do A1, Mar 2026, in delivery",
        "A2 Do A2, Ongoing, ongoing",
        "A4 Do A4, Mar 2027, not started",
    ]


def test_the_as_at_line_stands_in_the_middle_of_its_month():
    page = page_of(LANES)
    # 1 November 2026 is day 579 of 730, and the month has 30.
    assert share(page, only(page, "As at")) == pytest.approx((594 / 730, 594 / 730), abs=0.002)


def test_words_after_a_bar_stand_past_the_as_at_line_and_smaller_where_there_is_less_room():
    long = "May 2025, from April 2024, and then some more of it"
    for words_of, size in (("May 2025, from Apr 2024", 24), (long, 18)):
        ended = lane("A1", "ended", "2025-04-01", "2025-06-01", words=words_of)
        page = page_of(Lanes(LANES.years, (ended,)), month=month("2025-09"))
        beside, line = only(page, "Words"), only(page, "As at")
        assert beside.left > line.left
        assert min(sizes(beside.text_frame)) >= size


def test_no_as_at_line_stands_outside_the_years():
    assert not named(page_of(LANES, month=month("2031-01")), "As at")


def test_more_than_twelve_lanes_are_folded_and_those_without_dates_counted():
    ends = months("2026-03", "2026-09")
    drawn = [
        lane(f"A{place}", "in delivery", "2025-10-01", "2026-04-01", end=ends[place % 2])
        for place in range(12)
    ]
    page = page_of(Lanes(LANES.years, (*drawn, lane("B1", "dates not given", words="Start TBC"))))
    assert [only(page, f"Label {place}").text_frame.text for place in (1, 2)] == [
        "Mar 2026",
        "Sep 2026",
    ]
    assert over(page, "Words") == ["6 actions", "6 actions"]
    assert words(page, "Counted") == f"{ABOUT}; 1 more action not drawn"


def test_lanes_without_any_dates_are_words():
    page = page_of(Lanes(LANES.years, (LANES.lanes[2],)))
    assert not named(page, "Bar")
    assert over(page, "Words") == ["Start TBC, end Mar-26"]


@pytest.mark.parametrize(("lines", "size"), [(2, 44), (4, 44), (9, 24)])
def test_lines_of_words_fill_the_height_each_with_its_number(lines, size):
    text = "Name who reports" if size > 24 else "word " * 16
    rows = tuple((f"{text} {place}",) for place in range(lines))
    page = page_of(Rows("line"), Table(("Words",), rows, (False,)))
    texts, numbers = named(page, "Words"), named(page, "Number of a line")
    assert [shape.text_frame.text for shape in numbers] == [str(n + 1) for n in range(len(texts))]
    assert {each for shape in texts for each in sizes(shape.text_frame)} == {size}
    foot = only(page, "Foot").top
    last = texts[-1].top + texts[-1].height
    assert foot * 0.8 <= last <= foot


def test_lines_that_find_no_room_are_counted():
    rows = tuple(("word " * 40,) for _ in range(9))
    page = page_of(Rows("line"), Table(("Words",), rows, (False,)))
    kept = len(named(page, "Words"))
    assert 0 < kept < 9
    assert words(page, "Counted") == f"{ABOUT}; {9 - kept} more lines not drawn"


# --- The few actions behind a small picture


def told(number, **given):
    """Return a slide of so many events, with what is behind them."""
    rows = tuple((month("2027-03"), "ends", f"A{n}", f"Do A{n}", "Red") for n in range(number))
    actions = tuple(
        InFull(f"A{n} Do A{n} ends in March 2027", "Do it well. " * 8, "Red", "Schools", "x to y")
        for n in range(number if number < 3 else 0)
    )
    lanes = tuple(
        lane(f"A{n}", "in delivery", "2025-10-01", "2027-04-01", end=month("2027-03"))
        for n in range(number)
    )
    behind = Behind(Lanes(LANES.years, lanes), actions, **{"told": True, **given})
    return exhibit(Rows("deadline"), Table(EVENTS, rows, (False,) * 5), behind=behind)


def page_with(slide):
    [page] = show_of(slide).slides
    return page


def test_one_event_is_told_in_full_with_its_bar_and_no_table():
    page = page_with(told(1, also=("1 more action of the whole plan ends in March 2027: Do B1.",)))
    assert not named(page, "Table")
    said = [line.text for line in only(page, "In full").text_frame.paragraphs]
    assert said == [
        "A0 Do A0 ends in March 2027",
        ("Do it well. " * 8),
        "As published: x to y  |  Lead: Red",
        "Partners: Schools",
        "1 more action of the whole plan ends in March 2027: Do B1.",
    ]
    assert min(sizes(only(page, "In full").text_frame)) == 24
    assert len(named(page, "Bar")) == 1
    assert words(page, "Label 1") == "A0 in delivery"
    assert only(page, "As at")


def test_three_events_are_a_table_and_their_bars_fill_what_it_leaves():
    page = page_with(told(3))
    assert [row[2] for row in cells_of(page)[1:]] == ["A0", "A1", "A2"]
    assert len(named(page, "Bar")) == 3
    table, label = only(page, "Table"), only(page, "As at label")
    assert table.top + table.height < only(page, "Timeline").top
    assert only(page, "Foot").top * 0.8 <= label.top + label.height <= only(page, "Foot").top


def test_what_does_not_fit_beneath_a_picture_is_not_drawn_there():
    long = told(2)
    texts = tuple(each._replace(text="words " * 200) for each in long.behind.in_full)
    few = page_with(replace(long, behind=replace(long.behind, in_full=texts)))
    assert len(named(few, "Bar")) == 2
    assert "words words" not in " ".join(s.text_frame.text for s in few.shapes if s.has_text_frame)


def test_bars_that_are_all_nought_are_no_picture():
    none = Bars("month", ("May", "Nov"), (Series("ongoing", "ongoing", (0, 0)),), BARS.bar_spots)
    assert [shape.name for shape in page_of(none).shapes][2:] == ["Foot", "Number"]


# --- Before and after

BEFORE_AND_AFTER = Lanes(
    ("2025-26", "2026-27"),
    (
        lane(
            "A1", "in delivery", "2025-04-01", "2026-10-01", words="Mar 2026 to Sep 2026",
            was=(pd.Timestamp("2025-04-01"), pd.Timestamp("2026-04-01")),
        ),
        lane(
            "A2", "in delivery", words="Dropped; its end was Mar 2026",
            was=(pd.Timestamp("2025-04-01"), pd.Timestamp("2026-04-01")),
        ),
    ),
    compares=True,
)  # fmt: skip


def test_bars_before_and_after_and_the_move_between_them():
    page = page_of(BEFORE_AND_AFTER)
    assert key_of(page) == ["before", "after, in delivery", "the move"]
    bar, (before, gone), move = only(page, "Bar"), named(page, "Before"), only(page, "Move")
    assert before.left == bar.left == gone.left
    assert before.top + before.height <= bar.top
    assert move.left == before.left + before.width
    assert move.left + move.width == pytest.approx(bar.left + bar.width, abs=2)
    assert move.auto_shape_type == MSO_SHAPE.RIGHT_ARROW
    assert f"#{move.fill.fore_color.rgb}".lower() == palette.AS_AT
    assert bar.text_frame.text == "Mar 2026 to Sep 2026"
    assert words(page, "Words") == "Dropped; its end was Mar 2026"


def test_more_than_twelve_bars_before_and_after_are_not_folded():
    many = replace(
        BEFORE_AND_AFTER,
        lanes=tuple(
            BEFORE_AND_AFTER.lanes[0]._replace(label=f"A{n}", spot=spot(f"A{n}", ids=(f"A{n}",)))
            for n in range(14)
        ),
    )
    page = page_of(many)
    assert len(named(page, "Bar")) == 12
    assert words(page, "Counted") == f"{ABOUT}; 2 more actions not drawn"


def test_what_columns_lost_and_gained_is_outlined():
    picture = Columns(
        tuple(months("2026-10", "2026-11", "2026-12")),
        (Series("in delivery", "in delivery", (2, 2, 3)),),
        (0, 0, 0),
        tuple(map(spot, ("a", "b", "c"))),
        was=(3, 3, 2),
    )
    page = page_of(picture)
    lost, gained = only(page, "Lost"), only(page, "Gained")
    assert lost.width == pytest.approx(2 * gained.width, abs=2)
    assert lost.top + lost.height == pytest.approx(gained.top + gained.height, abs=2)
    assert key_of(page)[-2:] == ["lost", "gained"]
