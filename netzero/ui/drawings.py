"""What a slide looks like, drawn small: for the running order and for the speaker."""

from collections.abc import Mapping
from threading import Condition

from cachetools import LRUCache, cached

from netzero.analysis.exhibit import Exhibit
from netzero.charts.figures import BEHIND, alt_of
from netzero.charts.room import behind_figure, room_figure
from netzero.charts.svg import svg_of
from netzero.exports.markup import escaped
from netzero.exports.values import value_text
from netzero.ui.chart import room_of
from netzero.ui.component import packed, redrawn, show_component

HEIGHT, WIDTH = 1080, 1760  # pixels of the slide; what is drawn of it takes its whole width
BYTES = 8 * 2**20
LINES = 9
_small = redrawn("small_slides", html='<div class="nz-small-slides" data-redrawn></div>')


@cached(LRUCache(BYTES, getsizeof=room_of), condition=Condition())
def drawing_of(slide: Exhibit) -> str:
    """Return the picture of a slide as SVG; where it shows rows, the first of them as a list."""
    if not len(slide.table):
        return ""
    if figure := room_figure(slide, height=HEIGHT):
        drawn = svg_of(figure, width=WIDTH, title=alt_of(slide))
    else:
        drawn = f'<ul class="nz-small-rows">{"".join(map(_row_html, _rows(slide)))}</ul>'
    behind = slide.behind and behind_figure(slide, slide.behind, room=HEIGHT // 2, height=HEIGHT)
    return drawn + (svg_of(behind, width=WIDTH, title=BEHIND) if behind else "")


def show_small(slides: Mapping[str, Exhibit]) -> None:
    """Show slides as small pictures, each under a caption."""
    content = [
        {"caption": caption, "finding": slide.finding, "drawing": drawing_of(slide)}
        for caption, slide in slides.items()
    ]
    show_component(_small, packed({"slides": content}), key="small-slides")


def _rows(slide: Exhibit) -> list[str]:
    """Return the first rows of a slide in words, of few events what is printed of them."""
    if slide.behind and slide.behind.told and slide.behind.in_full:
        return [words for each in slide.behind.in_full for words in (each.heading, each.text)]
    spots = list(slide.picture.spots())[:LINES]
    if spots:
        return [spot.words for spot in spots]
    return [" ".join(filter(None, map(value_text, row))) for row in slide.table.rows[:LINES]]


def _row_html(words: str) -> str:
    return f"<li>{escaped(words)}</li>"
