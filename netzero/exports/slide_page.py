"""A page of a deck: where things stand on it, how much room words take, and how they are set."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from netzero.exports.pptx_parts import without_style
from netzero.exports.values import one_line

HIGH = 7.5
NARROWEST = 10.0
BODY = 24
LABEL = 18
LINE = 1.2
# Widths in Arial, as shares of the type size; what is not named is as wide as a capital.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.26),
    **dict.fromkeys(" !,./:;I[]ft\\", 0.28),
    **dict.fromkeys("()-`r{}", 0.335),
    **dict.fromkeys('*^"', 0.47),
    **dict.fromkeys("Jcksvxyz", 0.5),
    **dict.fromkeys("0123456789#$?L_abdeghnopqu\N{EN DASH}\N{POUND SIGN}", 0.556),
    **dict.fromkeys("+<=>~FTZ", 0.611),
    **dict.fromkeys("&ABEKPSVXY", 0.667),
    **dict.fromkeys("GOQ", 0.778),
    **dict.fromkeys("mM", 0.833),
    **dict.fromkeys("W%@\N{BLACK DIAMOND}\N{BLACK SQUARE}\N{HORIZONTAL ELLIPSIS}", 1.0),
}
_LETTER, _WIDE = 0.722, 1.05
BOLD = 1.07  # how much wider the same words are in bold


@dataclass(frozen=True)
class Box:
    """A place on a page, in inches of a page 7.5 inches high."""

    left: float
    top: float
    width: float
    height: float

    def below(self, used: float) -> "Box":
        """Return what is left of the box beneath its first ``used`` inches."""
        return Box(self.left, self.top + used, self.width, self.height - used)


@dataclass(frozen=True)
class Page:
    """A slide being made, and how many EMU an inch of the 7.5 inch high page is on it."""

    slide: Any
    unit: float

    def place(self, box: Box) -> tuple[Any, Any, Any, Any]:
        """Return a box as python-pptx takes it."""
        return self.length(box.left), self.length(box.top), *self.size(box)

    def size(self, box: Box) -> tuple[Any, Any]:
        """Return width and height of a box as python-pptx takes them."""
        return self.length(box.width), self.length(box.height)

    def length(self, inches: float) -> Any:
        """Return inches of the page as python-pptx takes them."""
        from pptx.util import Emu

        return Emu(round(inches * self.unit))

    def points(self, size: float) -> Any:
        """Return a type size, larger or smaller as the page is."""
        return self.length(size / 72)


def new_page(show: Any, layout: Any) -> tuple[Page, Box]:
    """Add a slide of a layout to a deck; return its page and how large it is."""
    unit = min(show.slide_height / HIGH, show.slide_width / NARROWEST)
    size = Box(0, 0, show.slide_width / unit, show.slide_height / unit)
    return Page(show.slides.add_slide(layout), unit), size


@dataclass(frozen=True)
class Drawing:
    """A picture that is fitted to its box: how it is added to a page, and what it leaves out.

    ``used`` is how many inches of the box it takes from its top.
    """

    add: Callable[[Page], object]
    left_out: str = ""
    used: float = math.inf


def text_width(text: str, size: float) -> float:
    """Return about how many inches text takes on one line."""
    return _letters_wide(text) * size / 72


@lru_cache(maxsize=4096)
def _letters_wide(text: str) -> float:
    return sum(_WIDTHS.get(c, _LETTER if c < "\u2e80" else _WIDE) for c in text)


def line_count(text: str, size: float, width: float) -> int:
    """Return about how many lines text takes in a width."""
    blank, lines, used = text_width(" ", size), 1, 0.0
    for word in text.split(" "):
        needed = text_width(word, size)
        if used and used + blank + needed > width:
            lines, used = lines + 1, 0.0
        elif used:
            used += blank
        broken = int(needed // width)
        lines, used = lines + broken, used + needed - broken * width
    return lines


def text_height(text: str, size: float, width: float) -> float:
    """Return about how many inches text takes from top to bottom in a width."""
    return line_count(text, size, width) * size * LINE / 72


def fitting(text: str, box: Box, sizes: Iterable[int]) -> int:
    """Return the first of the sizes at which text fits its box, or the last."""
    size = 0
    for size in sizes:
        if text_height(text, size, box.width) <= box.height:
            break
    return size


def write(
    page: Page,
    box: Box,
    lines: Sequence[str],
    *,
    size: float = BODY,
    name: str,
    align: str = "LEFT",
    anchor: str = "TOP",
    **look: Any,
) -> Any:
    """Add a text box without margins, a paragraph a line, and return its shape.

    Words have the colour of the master unless ``look`` gives one; see ``set_words``.
    """
    from pptx.enum.text import MSO_ANCHOR

    shape = page.slide.shapes.add_textbox(*page.place(box))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = getattr(MSO_ANCHOR, anchor)
    without_margins(frame)
    for place, line in enumerate(lines):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        set_words(page, paragraph, line, size=size, align=align, **look)
    return shape


def set_words(
    page: Page,
    paragraph: Any,
    words: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = "",
    align: str = "",
) -> None:
    """Set words as one run of a paragraph: letter for letter, never a link."""
    from pptx.enum.lang import MSO_LANGUAGE_ID
    from pptx.enum.text import PP_ALIGN

    run = paragraph.add_run()
    run.text = one_line(words)
    run.font.size = page.points(size)
    run.font.bold = bold
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if colour:
        run.font.color.rgb = rgb(colour)
    if align:
        paragraph.alignment = getattr(PP_ALIGN, align)


def without_margins(frame: Any) -> None:
    """Take the margins from a text frame, or from a cell."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def fill(shape: Any, colour: str, *, edge: str = "", dashed: bool = False) -> None:
    """Give a shape its fill and outline, and take its shadow."""
    from pptx.enum.dml import MSO_LINE

    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(colour)
    if edge:
        shape.line.color.rgb = rgb(edge)
        shape.line.width = 12700
        shape.line.dash_style = MSO_LINE.DASH if dashed else None
    else:
        shape.line.fill.background()
    without_style(shape)


def fill_cell(page: Page, cell: Any, colour: str, *, margin: float) -> None:
    """Give a cell of a table its fill, and its words a place in its middle from top to bottom."""
    from pptx.enum.text import MSO_ANCHOR

    cell.margin_left = cell.margin_right = page.length(0.1)
    cell.margin_top = cell.margin_bottom = page.length(margin)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(colour)


def rgb(colour: str) -> Any:
    """Return a hex colour as python-pptx takes it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())
