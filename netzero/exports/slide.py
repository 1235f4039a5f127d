"""One slide of an exhibit: its finding, what is counted, its picture, foot and notes."""

from collections.abc import Sequence
from typing import Any

from netzero.analysis.exhibit import Exhibit, Table
from netzero.analysis.pictures import Bars, Cells, Columns, Lanes, Links, Parts, Profiles, Rows
from netzero.charts import palette
from netzero.exports.pptx_parts import number_of_slide, remove, stand_for
from netzero.exports.slide_behind import fit_behind, fit_told
from netzero.exports.slide_charts import fit_bars, fit_parts
from netzero.exports.slide_columns import fit_columns
from netzero.exports.slide_lanes import HIGHEST_LANE, LOW_LANE, fit_lanes
from netzero.exports.slide_page import (
    BODY,
    BOLD,
    LINE,
    Box,
    Drawing,
    Page,
    fitting,
    set_words,
    text_height,
    without_margins,
    write,
)
from netzero.exports.slide_profiles import fit_profiles
from netzero.exports.slide_tables import fit_cells, fit_table
from netzero.exports.slide_words import fit_words
from netzero.exports.values import one_line, value_text

TITLE_SIZES = (36, 34, 32)
FOOT_SIZES = (14, 13, 12)
LIVE = "Live view"
_NUMBER = 0.8  # inches for a number
_EDGE, _TOP, _FOOT, _TALLEST_TITLE, _APART = 0.5, 0.4, 0.45, 1.25, 0.2


def add_slide(
    page: Page, size: Box, exhibit: Exhibit, *, source: str, link: str, placed: bool
) -> None:
    """Write an exhibit on an empty slide of a ``size``; its foot leads to the view at ``link``.

    A title that is ``placed`` by its layout in the upper half of the page stays there.
    """
    box = _add_title(page, size, one_line(exhibit.finding), placed=placed)
    line, drawing = _fit(box, exhibit)
    beneath = Box(box.left, box.top, box.width, _line_high(line, box))
    write(page, beneath, [line], size=BODY, name="Counted")
    drawing.add(page)
    _add_foot(page, size, one_line(f"{exhibit.where}  |  Source: {source}"), link=link)
    _add_notes(page, exhibit)


def _add_title(page: Page, size: Box, finding: str, *, placed: bool) -> Box:
    """Write the finding in the title and return the room beneath it."""
    from pptx.enum.text import MSO_AUTO_SIZE

    title = page.slide.shapes.title
    _keep_alone(page, title)
    given = _place_of(title, page.unit) if placed else None
    stays = given is not None and 0 < given.top + given.height <= size.height / 2
    box = given if given and stays else Box(_EDGE, _TOP, size.width - 2 * _EDGE, _TALLEST_TITLE)
    # What a layout has of margins is not known.
    width = ((box.width - 0.2) * 0.92 if stays else box.width * 0.995) / BOLD
    line = Box(0, 0, width, LINE * TITLE_SIZES[0] / 72)
    points = fitting(finding, line, TITLE_SIZES)
    needed = text_height(finding, points, width)
    if not stays or needed > box.height:
        box = Box(box.left, box.top, box.width, max(needed, box.height * stays))
        title.left, title.top, title.width, title.height = page.place(box)
    frame = title.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    if not stays:
        without_margins(frame)
    set_words(page, frame.paragraphs[0], finding, size=points, bold=True)
    top = box.top + box.height + 0.12
    return Box(_EDGE, top, size.width - 2 * _EDGE, size.height - _FOOT - 0.15 - top)


def _keep_alone(page: Page, title: Any) -> None:
    """Take every placeholder but the title from a slide."""
    for other in list(page.slide.placeholders):
        if other.placeholder_format.idx != title.placeholder_format.idx:
            remove(other)


def _place_of(shape: Any, unit: float) -> Box | None:
    sides = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sides else Box(*(side / unit for side in sides))


def _fit(box: Box, exhibit: Exhibit) -> tuple[str, Drawing]:
    """Return the line beneath the title, and the picture as it fits beneath that line.

    What is left out makes the line longer, and a longer line leaves less room.
    """
    line = _counted(exhibit)
    drawing = _filled(box.below(_line_high(line, box) + _APART), exhibit)
    if drawing.left_out:
        drawing = _filled(box.below(_line_high(_said(exhibit, drawing), box) + _APART), exhibit)
    return _said(exhibit, drawing), drawing


def _said(exhibit: Exhibit, drawing: Drawing) -> str:
    return one_line("; ".join(filter(None, (_counted(exhibit), drawing.left_out))))


def _counted(exhibit: Exhibit) -> str:
    """Return what is counted; of a scenario first that it is one, which the small foot says too."""
    return one_line(". ".join(filter(None, (exhibit.scenario, exhibit.counted))))


def _line_high(line: str, box: Box) -> float:
    return text_height(line, BODY, box.width * 0.97)


def _filled(box: Box, exhibit: Exhibit) -> Drawing:
    """Return the picture of an exhibit, and beneath it the few actions behind it if they fit."""
    behind = exhibit.behind
    if behind is None:
        return _drawing(box, exhibit)
    if told := fit_told(box, exhibit, behind):
        return told
    small = _drawing(box, exhibit, low=True)
    beneath = fit_behind(box.below(small.used + _APART), exhibit, behind)
    if beneath is None:
        return _drawing(box, exhibit)

    def add(page: Page) -> None:
        small.add(page)
        beneath.add(page)

    return Drawing(add, small.left_out)


def _drawing(box: Box, exhibit: Exhibit, *, low: bool = False) -> Drawing:
    """Return the picture of an exhibit by its kind, or nothing where nothing is counted.

    It is ``low`` where something stands beneath it.
    """
    picture, alt = exhibit.picture, f"{exhibit.finding}. {exhibit.about}"
    drawing = Drawing(lambda page: None, used=0)
    each = LOW_LANE if low else HIGHEST_LANE
    match picture:
        case Parts() if picture.parts:
            drawing = fit_parts(box, picture, alt=alt, low=low)
        case Bars() if any(picture.totals):
            drawing = fit_bars(box, picture, alt=alt, low=low)
        case Columns() if picture.months:
            drawing = fit_columns(box, picture, month=exhibit.month, alt=alt)
        case Lanes() if picture.lanes and picture.years:
            drawing = fit_lanes(box, picture, month=exhibit.month, alt=alt, each=each)
        case Cells() if picture.rows and picture.columns:
            drawing = fit_cells(box, picture, month=exhibit.month, alt=alt, low=low)
        case Profiles() if picture.profiles and picture.columns:
            drawing = fit_profiles(box, picture, month=exhibit.month, alt=alt)
        case Rows() if len(exhibit.table) and len(exhibit.table.columns) == 1:
            drawing = fit_words(box, [value_text(cell) for cell, *_ in exhibit.table.rows])
        case Rows() | Links() if len(exhibit.table):
            noun = picture.noun if isinstance(picture, Rows) else "link"
            first = picture.columns if isinstance(picture, Rows) else ()
            table = _with_first(exhibit.table, first)
            drawing = fit_table(box, table, noun=noun, alt=alt, low=low)
    return drawing


def _with_first(table: Table, columns: Sequence[str]) -> Table:
    """Return a table with some columns before the others, which are left out sooner."""
    return table.of(*columns, *(each for each in table.columns if each not in columns))


def _add_foot(page: Page, size: Box, words: str, *, link: str) -> None:
    """Write scope, month, source and the way to the live view, and the number of the slide.

    Both are what the layout has for them, where it has: an editor then finds them as such.
    """
    room = size.width - 2 * _EDGE - _NUMBER
    box = Box(_EDGE, size.height - _FOOT - 0.08, room, _FOOT)
    points = fitting(f"{words}  |  {LIVE}", Box(0, 0, room * 0.95, 0.3), FOOT_SIZES)
    ink = palette.INK  # what a layout has for a foot may be too pale to read
    foot = write(page, box, [words], size=points, name="Foot", anchor="MIDDLE", colour=ink)
    if link:
        line = foot.text_frame.paragraphs[0]
        set_words(page, line, "  |  ", size=points, colour=ink)
        set_words(page, line, LIVE, size=points)
        line.runs[-1].hyperlink.address = link
    stand_for(foot, "ftr", page.slide.slide_layout)
    place = Box(_EDGE + room, box.top, _NUMBER, _FOOT)
    number = write(
        page, place, [""], size=points, name="Number", align="RIGHT", anchor="MIDDLE", colour=ink
    )
    number_of_slide(number)
    stand_for(number, "sldNum", page.slide.slide_layout)


def _add_notes(page: Page, exhibit: Exhibit) -> None:
    """Fill the speaker's notes: what is counted, the notes, the counting rule, a paragraph each."""
    lines = (exhibit.about, *exhibit.notes, exhibit.rule)
    page.slide.notes_slide.notes_text_frame.text = "\n".join(map(one_line, filter(None, lines)))
