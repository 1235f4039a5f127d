"""A page of a deck: where things stand on it, how much room words take, and how they are set."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from netzero.exports.spreadsheet import printable

HIGH = 7.5
NARROWEST = 10.0
BODY = 24
LABEL = 18
LINE = 1.2
_UNENCODABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]+")
# Widths in Arial, as shares of the type size; what is not named is taken as wide as a letter.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.22),
    **dict.fromkeys(" ft.,:;!/\\I[]()-r", 0.31),
    **dict.fromkeys("ABEKPSVXYCDHNRUw&", 0.71),
    **dict.fromkeys("GOQMmW%@◆■", 0.89),
}
_LETTER, _WIDE = 0.56, 1.05


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


def clean(text: object) -> str:
    """Return text on one line, with a mark in place of what a file may not hold.

    >>> clean("two\\nlines"), clean("a\\x00b")
    ('two lines', 'a\ufffdb')
    """
    return _UNENCODABLE.sub("\ufffd", printable(_BREAKS.sub(" ", str(text))))


def text_width(text: str, size: float) -> float:
    """Return about how many inches text takes on one line."""
    return sum(_WIDTHS.get(c, _LETTER if c < "\u2e80" else _WIDE) for c in text) * size / 72


def line_count(text: str, size: float, width: float) -> int:
    """Return about how many lines text takes in a width."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        needed = text_width(f"{word} ", size)
        if used and used + needed - text_width(" ", size) > width:
            lines, used = lines + 1, 0.0
        lines += int(needed // width) if needed > width else 0
        used += needed % width if needed > width else needed
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
    run.text = clean(words)
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


def without_style(shape: Any) -> None:
    """Take the shadow and the colours that the theme would give a shape."""
    for style in shape._element.xpath("p:style"):
        style.getparent().remove(style)


def describe(shape: Any, words: str) -> None:
    """Give a shape the words that a screen reader says for it."""
    _properties(shape).set("descr", clean(words))


def decorate(shape: Any) -> None:
    """Mark a shape as decoration, which a screen reader passes over."""
    from pptx.oxml import parse_xml

    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    meaning = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    _properties(shape).append(
        parse_xml(
            f'<a:extLst xmlns:a="{drawing}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            f'<d:decorative xmlns:d="{meaning}" val="1"/></a:ext></a:extLst>'
        )
    )


def rgb(colour: str) -> Any:
    """Return a hex colour as python-pptx takes it."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour.removeprefix("#").upper())


def _properties(shape: Any) -> Any:
    return shape._element.xpath(".//p:cNvPr")[0]
