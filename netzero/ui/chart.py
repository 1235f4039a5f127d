"""A picture as Plotly draws it, in the form that the window needs, its marks within reach."""

import zlib
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from threading import Condition

import streamlit as st
from cachetools import LRUCache, cached

from netzero.analysis.exhibit import Exhibit
from netzero.charts.figures import alt_of, sized_figure
from netzero.charts.marks import Mark, Way, marks_of, ways_of, without_marks
from netzero.charts.svg import svg_of
from netzero.charts.theme import Figure, Form, Size
from netzero.ui import address, assets
from netzero.ui.component import Picked, component, packed, show_component
from netzero.ui.item_list import Item, show_items
from netzero.ui.layout import width_of_place
from netzero.ui.names import SHEETS
from netzero.ui.paging import drawn_part, drawn_rows
from netzero.ui.screen import current_form, current_screen

BYTES = 32 * 2**20
LISTED = 12
STEP = 20  # pixels between widths that sketches are drawn in: they are stretched to fit
OVERHEAD = 1000  # bytes that what is kept takes besides, also where there is nothing to draw


def room_of(drawn: str | bytes) -> int:
    """Return about how many bytes a drawing takes where it is kept."""
    return len(drawn) + OVERHEAD


kept_charts: LRUCache = LRUCache(BYTES, getsizeof=room_of)
_HTML = f'<div class="nz-chart" data-plotly="{assets.PLOTLY}" data-kept="{address.KEPT}"></div>'
_chart = component("chart", html=_HTML)


class Placed(Enum):
    """Where on a page a figure stands; an upright one is drawn for an upright sheet, too."""

    WHOLE = "over the page"
    HALF = "over half of the page"
    FITTED_HALF = "over half of the page, with names fitted to its width"
    UPRIGHT = "over a sheet"
    UPRIGHT_HALF = "over half of a sheet"
    HALF_OR_SHEET = "over half of the page, on paper over a sheet"

    @property
    def upright(self) -> bool:
        """Whether it goes along in the form of a sheet."""
        return self in (Placed.UPRIGHT, Placed.UPRIGHT_HALF, Placed.HALF_OR_SHEET)

    @property
    def half(self) -> bool:
        """Whether something else stands beside it where there is room."""
        return self in (
            Placed.HALF, Placed.FITTED_HALF, Placed.UPRIGHT_HALF, Placed.HALF_OR_SHEET
        )  # fmt: skip

    def size(self, form: Form) -> Size:
        """Return the size of a figure there."""
        size = form.value
        fitted = self in (Placed.FITTED_HALF, Placed.UPRIGHT_HALF)
        return replace(size, whole=size.half) if fitted else size


def show_chart(exhibit: Exhibit, *, on_point: Picked, placed: Placed = Placed.WHOLE) -> None:
    """Draw an exhibit; ``on_point`` is called with the names of a spot that is chosen.

    A picture that has no room in a narrow window is listed there, a line a mark. An empty one is
    not drawn. One that is placed on an upright sheet goes along in the form of that, too.
    """
    form = current_form()
    rows = drawn_rows(exhibit)
    if chart := drawn_chart(exhibit, form, rows.start, rows.stop, placed, _sketched(placed)):
        show_component(_chart, chart, key=f"{exhibit.question}-chart", on_pick=on_point)
    elif form is Form.NARROW:
        _list_marks(exhibit, on_point)


def _list_marks(exhibit: Exhibit, on_point: Picked) -> None:
    name = f"{exhibit.question}-marks"
    items = [
        Item(spot.names, spot.words, opens=bool(spot.action_ids))
        for spot in exhibit.picture.spots()
    ]
    show_items(items[:LISTED], name=name, on_choose=on_point)
    if rest := items[LISTED:]:
        with st.expander(f"{len(rest):,} more", key=f"{name}-more", on_change="rerun") as more:
            if more.open:
                show_items(rest, name=f"{name}-rest", on_choose=on_point)


def show_still(figure: Figure, *, name: str, alt: str) -> None:
    """Draw a figure of which nothing can be chosen."""
    show_component(_chart, _packed(figure, (), title=alt), key=f"{name}-chart")


@cached(kept_charts, condition=Condition())
def drawn_chart(
    exhibit: Exhibit,
    form: Form,
    first: int,
    last: int,
    placed: Placed = Placed.WHOLE,
    sketched: int = 0,
) -> bytes:
    """Return the lanes, bars or rows ``first`` to before ``last`` as a chart that can be sent.

    With it goes a sketch ``sketched`` pixels wide, unless that is 0: what Plotly will draw, to
    stand until it has. Blank where there is nothing to draw. Every reader is sent the same one.
    """
    drawn = replace(exhibit, picture=drawn_part(exhibit.picture, slice(first, last)))
    if figure := sized_figure(drawn, placed.size(form)):
        ways = [_way(way) for way in ways_of(drawn, figure)]
        sheet = _sheet(drawn, placed.size(Form.PAPER)) if placed.upright else None
        marks = marks_of(drawn, figure)
        sketch = svg_of(figure, width=sketched, title="") if sketched else ""
        return _packed(figure, marks, title=alt_of(drawn), ways=ways, sheet=sheet, sketch=sketch)
    return b""


def _sketched(placed: Placed) -> int:
    """Return how wide a sketch is to be, one of few widths; 0 where Plotly may be there already."""
    screen = current_screen()
    width = width_of_place(screen.window, half=placed.half) if screen else 0
    return round(width / STEP) * STEP


def _sheet(exhibit: Exhibit, size: Size) -> Figure | None:
    """Return the figure of an exhibit in the width of a sheet of paper, which no window changes."""
    figure = sized_figure(exhibit, size)
    if not figure:
        return None
    return {**without_marks(figure), "layout": {**figure["layout"], "width": size.whole}}


def _way(way: Way) -> tuple[object, ...]:
    """Return the link of a row's name as the script reads it: way, page, parameter, place."""
    page, parameter = SHEETS[way.side]
    return (way.side, way.name), page, parameter.name, (way.reach, way.low, way.high)


def _packed(
    figure: Figure,
    marks: Sequence[Mark],
    *,
    title: str,
    ways: Sequence[object] = (),
    sheet: Figure | None = None,
    sketch: str = "",
) -> bytes:
    """Return a chart as it is sent: a sixth of its size, as Streamlit's line does not compress.

    Its sketch is a line of its own after it.
    """
    chart = packed(
        {"title": title, **without_marks(figure), "marks": marks, "ways": ways, "sheet": sheet}
    )
    return zlib.compress(b"\n".join((chart, sketch.replace("\n", " ").encode())))
