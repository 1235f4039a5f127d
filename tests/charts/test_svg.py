"""A figure as SVG: its marks where the axes put them, its words letter for letter."""

import re
import xml.etree.ElementTree as ET

import pandas as pd
import pytest

from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.charts import palette
from netzero.charts.figures import figure_of
from netzero.charts.svg import svg_of
from netzero.charts.theme import Form
from tests.charts.made import HOSTILE, KINDS, bars, exhibit, lane, lanes, written

WIDE = 1000


def drawn(picture, *, form=Form.WIDE):
    figure = figure_of(exhibit(picture), form=form)
    return figure, ET.fromstring(svg_of(figure, width=WIDE, title="A title"))


def boxes(svg, colour):
    """Return left, top, width and height of the bars of a colour."""
    paths = [each.get("d") for each in svg.iter() if each.get("fill") == colour]
    found = re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-", "".join(paths))
    return [tuple(map(float, box)) for box in found]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_figure_is_in_its_svg_and_inside_it(kind):
    figure, svg = drawn(KINDS[kind])
    said = {"".join(each.itertext()).strip() for each in svg.iter() if each.tag.endswith("}text")}
    lines = [line for text in written(figure) for line in text.split("<br>")]
    assert {re.sub("</?b>", "", line).strip() for line in lines} - said - {""} == set()
    _, _, wide, high = map(float, svg.get("viewBox").split())
    places = [(float(e.get("x")), float(e.get("y"))) for e in svg.iter() if e.tag.endswith("}text")]
    assert (wide, high) == (WIDE, figure["layout"]["height"])
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in places)


def test_stacked_bars_follow_each_other_on_the_axis():
    figure, svg = drawn(bars({"Red Team": (3, 2), "Blue Team": (0, 4)}))
    margin = figure["layout"]["margin"]
    each = (WIDE - margin["l"] - margin["r"]) / 5
    floor = boxes(svg, palette.fill(ONGOING))
    above = [box for box in boxes(svg, palette.fill(IN_DELIVERY)) if box[2]]
    assert floor[0][0] == pytest.approx(margin["l"], abs=0.1)
    assert floor[0][2] == pytest.approx(3 * each, abs=0.1)
    lefts = [margin["l"] + 3 * each, margin["l"]]
    assert [box[0] for box in above] == pytest.approx(lefts, abs=0.1)
    assert above[1][1] > floor[0][1]


def test_a_bar_of_time_runs_from_its_first_day_to_its_last():
    figure, svg = drawn(lanes(lane("A1", "2025-10-01 2026-04-01")))
    margin, days = figure["layout"]["margin"], 730
    each = (WIDE - margin["l"] - margin["r"]) / days
    [box] = [box for box in boxes(svg, palette.fill(IN_DELIVERY)) if box[1] > margin["t"]]
    assert box[0] == pytest.approx(margin["l"] + 183 * each, abs=0.2)
    assert box[2] == pytest.approx(182 * each, abs=0.2)


def test_text_of_a_plan_is_shown_letter_for_letter():
    figure = figure_of(exhibit(lanes(lane("A1", "2025-10-01 2026-04-01", title=HOSTILE))))
    svg = svg_of(figure, width=WIDE, title=HOSTILE)
    assert "<a " not in svg
    assert ET.fromstring(svg).get("aria-label") == HOSTILE


def test_the_outline_of_a_bar_before_is_dashed():
    before = lane(
        "A1", "2025-10-01 2026-04-01", was=(pd.Timestamp("2025-10-01"), pd.Timestamp("2026-01-01"))
    )
    _, svg = drawn(lanes(before))
    dashes = [each.get("stroke-dasharray") for each in svg.iter()]
    assert [each for each in dashes if each] == ["3,2", "4,3"]
