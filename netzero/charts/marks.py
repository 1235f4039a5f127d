"""Where the marks of a figure stand, so that each can be reached by key and finger."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.named import PARTNER, TEAM
from netzero.analysis.pictures import Bars, Cells, Profiles
from netzero.charts.theme import Figure

USUAL_WIDTH = 0.8
GAP = 4  # pixels between a name and the marks
FEWEST = 12  # sizes of letters, over which a name that stands over its marks can be taken
_Span = tuple[float, float]


class Box(NamedTuple):
    """The edges of a mark on the axes x and y; on an axis of dates, milliseconds since 1970."""

    left: float
    right: float
    low: float
    high: float

    def with_(self, other: "Box") -> "Box":
        """Return the box that holds both."""
        return Box(
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.low, other.low),
            max(self.high, other.high),
        )


class Way(NamedTuple):
    """The name of a row, its side (``team`` or ``partner``), and where it stands.

    That is its edges on the y axis, and how many pixels from the left of the figure it reaches.
    """

    side: str
    name: str
    low: float
    high: float
    reach: float


class Mark(NamedTuple):
    """A mark of a figure: what its spot is called, the words that say it, where it stands."""

    names: tuple[str, ...]
    words: str
    box: Box


def marks_of(exhibit: Exhibit, figure: Figure) -> tuple[Mark, ...]:
    """Return the marks of a figure of ``exhibit``, in the order in which they are drawn.

    Marks of one spot are one. A stacked bar or column takes the whole of its row: its parts lead
    to the same actions, and a finger needs the room.
    """
    words = {spot.names: spot.words for spot in exhibit.picture.spots()}
    boxes: dict[tuple[str, ...], Box] = {}
    for trace in figure["data"]:
        for place, names in enumerate(map(tuple, trace.get("customdata", ()))):
            box = _box(trace, place, figure["layout"])
            boxes[names] = boxes[names].with_(box) if names in boxes else box
    return tuple(Mark(names, words[names], box) for names, box in boxes.items())


def without_marks(figure: Figure) -> Figure:
    """Return a figure without what says which spots its marks are, and without what is unseen.

    Plotly needs neither where buttons lie over the marks.
    """
    drawn = [trace for trace in figure["data"] if trace.get("opacity") != 0]
    return {
        **figure,
        "data": [
            {name: value for name, value in trace.items() if name != "customdata"}
            for trace in drawn
        ],
    }


def ways_of(exhibit: Exhibit, figure: Figure) -> tuple[Way, ...]:
    """Return the rows of a figure of ``exhibit`` that are called after a team or a partner."""
    picture = exhibit.picture
    match picture:
        case Cells(rows=rows, cells=counts) | Profiles(rows=rows, levels=counts):
            spots = {each.row: each.spot for each in counts}
        case Bars(names=rows, bar_spots=held):
            spots = dict(enumerate(held))
        case _:
            return ()
    sides = {
        row: {spot.team: TEAM, spot.partner: PARTNER}.get(rows[row]) for row, spot in spots.items()
    }
    size, heights = figure["layout"]["font"]["size"], figure["layout"]["yaxis"]["tickvals"]
    half = size * 0.75 if isinstance(picture, Profiles) else 0.5  # of a row of an even height
    room = figure["layout"]["margin"]["l"] - GAP
    return tuple(
        Way(side, rows[row], heights[row] - half, heights[row] + half, max(room, size * FEWEST))
        for row, side in sorted(sides.items())
        if side
    )


def _box(trace: Mapping[str, Any], place: int, layout: Mapping[str, Any]) -> Box:
    x, y = number_of_place(trace["x"][place]), number_of_place(trace["y"][place])
    if trace["type"] != "bar":
        return Box(x, x, y, y)
    if trace.get("orientation") != "h" and "base" in trace:
        low, high = sorted((trace["base"][place], trace["base"][place] + y))
        return Box(*_across(trace, place, x), low, high)
    if trace.get("orientation") != "h":
        return Box(*_across(trace, place, x), *_ends(layout["yaxis"]))
    if "base" in trace:
        left = number_of_place(trace["base"][place])
        return Box(left, left + x, *_across(trace, place, y))
    return Box(*_ends(layout["xaxis"]), *_across(trace, place, y))


def _across(trace: Mapping[str, Any], place: int, middle: float) -> _Span:
    """Return how far a bar reaches across its length."""
    given = trace.get("width", USUAL_WIDTH)
    width = given[place] if isinstance(given, list) else given
    offset = trace.get("offset", -width / 2)
    return middle + offset, middle + offset + width


def _ends(axis: Mapping[str, Any]) -> _Span:
    first, last = map(number_of_place, axis["range"])
    return min(first, last), max(first, last)


def number_of_place(value: float | str) -> float:
    """Return a place on an axis as a number."""
    return _milliseconds(value) if isinstance(value, str) else float(value)


@lru_cache(maxsize=4096)
def _milliseconds(date: str) -> float:
    """Return a date as a figure writes it; Plotly takes one without a zone to be UTC."""
    return datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp() * 1000
