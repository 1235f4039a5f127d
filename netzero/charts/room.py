"""The picture of an exhibit as a slide shows it: few rows, large type, nothing to point at."""

from dataclasses import replace

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Links, Rows
from netzero.analysis.slide_part import in_room, left_out_of_room
from netzero.charts.figures import sized_figure
from netzero.charts.theme import Figure, Size, note

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
    rest = left_out_of_room(exhibit.picture)
    if figure and rest:
        _add_rest(figure, rest, size)
    return figure


def _add_rest(figure: Figure, words: str, size: Size) -> None:
    """Say beneath the picture what is not drawn."""
    margin = figure["layout"]["margin"]
    margin["b"] += round(size.small * 1.6)
    note(
        figure, words, size=size.small, x=0, y=0, xanchor="left", yanchor="top",
        xshift=-margin["l"], yshift=-round(size.small * 0.3),
    )  # fmt: skip


def _size(scale: float) -> Size:
    def scaled(pixels: float) -> int:
        return round(pixels * scale)

    return Size(
        text=scaled(36), small=scaled(30), whole=scaled(1760), half=scaled(1760), row=scaled(60),
        tallest=scaled(720), height=scaled(720),
    )  # fmt: skip
