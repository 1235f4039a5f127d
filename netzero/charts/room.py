"""The picture of an exhibit as a slide shows it: few rows, large type, nothing to point at."""

from dataclasses import replace

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Behind, Cells, Lanes, Links, Parts, Picture, Rows
from netzero.analysis.slide_part import fewer_and_fewer, in_room, left_out_of_room
from netzero.charts.figures import sized_figure
from netzero.charts.theme import Figure, Size, note, width_of

TALL = 1080

# Sizes of the title and of the line beneath it, and the width of both on the lowest screen.
TITLE, COUNTED, BOLD, WIDE = 65, 29, 1.05, 1660
HIGHEST = 760  # pixels of that which pictures take
# Where the few actions behind a picture stand beneath it, its rows are so high, and so is a lane.
ROW, LANE, LOWEST_LANE = 84, 84, 38
OVER_LANES = 200  # key, years and as-at month
_OVER = {Parts: 16, Bars: 76, Cells: 150, Lanes: 230}


def room_figure(exhibit: Exhibit, *, height: int) -> Figure | None:
    """Return the figure of an exhibit for a presented slide on a screen ``height`` pixels high.

    It draws ``in_room`` of the picture, seven tenths of the screen high, and says what it leaves
    out; where something stands beneath it, it is as high as its rows. None where there is nothing
    to draw: rows and links are shown as tables.
    """
    picture = exhibit.picture
    if isinstance(picture, Rows | Links):
        return None
    size = _size(height / TALL, high_of(picture) if exhibit.behind else room_beneath(exhibit))
    size = replace(size, fits=exhibit.behind is not None)
    figure = sized_figure(replace(exhibit, picture=in_room(picture)), size)
    rest = left_out_of_room(picture)
    if figure and rest:
        _add_rest(figure, rest, size)
    return figure


def behind_figure(exhibit: Exhibit, behind: Behind, *, room: int, height: int) -> Figure | None:
    """Return the bars of the few actions behind an exhibit on a screen ``height`` pixels high.

    ``room`` is how many of ``TALL`` pixels they may take; None where they have no room there.
    """
    for lanes in fewer_and_fewer(behind.lanes):
        number = len(lanes.lanes)
        each = min(LANE, (room - OVER_LANES) // number) if number else 0
        if each >= LOWEST_LANE:
            scale = height / TALL
            large = _size(scale, OVER_LANES + number * each)
            size = replace(large, text=round(30 * scale), small=round(28 * scale), fits=True)
            return sized_figure(replace(exhibit, picture=lanes), size)
    return None


def room_beneath(exhibit: Exhibit) -> int:
    """Return how many of ``TALL`` pixels the words of a slide leave to what stands beneath them."""
    lines = [(exhibit.finding, TITLE * BOLD, 1.1), (exhibit.counted, COUNTED, 1.2)]
    more = sum(
        int(width_of(words, size) / WIDE) * round(size * apart) for words, size, apart in lines
    )
    return HIGHEST - more


def high_of(picture: Picture) -> int:
    """Return how many of ``TALL`` pixels a small picture takes."""
    match picture:
        case Parts(parts=rows) | Bars(names=rows) | Cells(rows=rows) | Lanes(lanes=rows):
            return _OVER[type(picture)] + len(rows) * ROW
    return HIGHEST


def _add_rest(figure: Figure, words: str, size: Size) -> None:
    """Say beneath the picture what is not drawn."""
    margin = figure["layout"]["margin"]
    margin["b"] += round(size.small * 1.6)
    note(
        figure, words, size=size.small, x=0, y=0, xanchor="left", yanchor="top",
        xshift=-margin["l"], yshift=-round(size.small * 0.3),
    )  # fmt: skip


def _size(scale: float, high: int) -> Size:
    def scaled(pixels: float) -> int:
        return round(pixels * scale)

    return Size(
        text=scaled(36), small=scaled(30), whole=scaled(1760), half=scaled(1760), row=scaled(60),
        tallest=scaled(HIGHEST), height=scaled(high),
    )  # fmt: skip
