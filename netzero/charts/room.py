"""The picture of an exhibit as a slide shows it: few rows, large type, nothing to point at."""

from dataclasses import replace

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Lanes, Links, Picture, Rows
from netzero.analysis.timeline import folded
from netzero.analysis.wording import count_of
from netzero.charts.figures import sized_figure
from netzero.charts.theme import Figure, Size, note

MOST_ROWS, MOST_LANES = 8, 12
TALL = 1080


def room_figure(exhibit: Exhibit, *, height: int) -> Figure | None:
    """Return the figure of an exhibit for a presented slide on a screen ``height`` pixels high.

    It draws ``in_room`` of the picture, two thirds of the screen high, and says what it leaves
    out. None where there is nothing to draw: rows and links are shown as tables.
    """
    if isinstance(exhibit.picture, Rows | Links):
        return None
    size = _size(height / TALL)
    figure = sized_figure(replace(exhibit, picture=in_room(exhibit.picture)), size)
    rest = left_out(exhibit.picture, _most(exhibit.picture))
    if figure and rest:
        _add_rest(figure, rest, size)
    return figure


def in_room(picture: Picture) -> Picture:
    """Return what of a picture a slide draws: 8 bars or rows, or 12 lanes, folded if more."""
    if isinstance(picture, Bars | Cells):
        return picture.first(MOST_ROWS)
    return _lanes_in(picture, MOST_LANES) if isinstance(picture, Lanes) else picture


def left_out(picture: Picture, most: int) -> str:
    """Return what is not drawn where ``most`` bars, rows or lanes are: "14 more teams not drawn".

    Empty where all is. Lanes count by the actions that no drawn lane stands for.
    """
    if isinstance(picture, Lanes):
        number, noun = _actions_left_out(picture, most), "action"
    elif isinstance(picture, Bars):
        number, noun = len(picture.names) - most, picture.noun
    elif isinstance(picture, Cells):
        number, noun = len(picture.rows) - most, picture.noun
    elif isinstance(picture, Rows):
        number, noun = len(picture.row_spots) - most, picture.noun
    else:
        return ""
    return f"{count_of(number, f'more {noun}')} not drawn" if number > 0 else ""


def _most(picture: Picture) -> int:
    return MOST_LANES if isinstance(picture, Lanes) else MOST_ROWS


def _add_rest(figure: Figure, words: str, size: Size) -> None:
    """Say beneath the picture what is not drawn."""
    margin = figure["layout"]["margin"]
    margin["b"] += round(size.small * 1.6)
    note(
        figure, words, size=size.small, x=0, y=0, xanchor="left", yanchor="top",
        xshift=-margin["l"], yshift=-round(size.small * 0.3),
    )  # fmt: skip


def _lanes_in(picture: Lanes, most: int) -> Lanes:
    """Return at most ``most`` lanes: folded where there are more."""
    return folded(picture, most=most).between(0, most) if len(picture.lanes) > most else picture


def _actions_left_out(picture: Lanes, most: int) -> int:
    every, drawn = (
        {each for spot in lanes.spots() for each in spot.action_ids}
        for lanes in (picture, _lanes_in(picture, most))
    )
    return len(every - drawn)


def _size(scale: float) -> Size:
    def scaled(pixels: float) -> int:
        return round(pixels * scale)

    return Size(
        text=scaled(36), small=scaled(30), whole=scaled(1760), half=scaled(1760), row=scaled(60),
        tallest=scaled(720), height=scaled(720),
    )  # fmt: skip
