"""One slide of an exhibit: its finding, what is counted, its picture, foot and notes."""

from typing import Any

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Columns, Lanes, Links, Parts, Rows
from netzero.exports.pptx_parts import remove
from netzero.exports.slide_charts import fit_bars, fit_parts
from netzero.exports.slide_columns import fit_columns
from netzero.exports.slide_lanes import fit_lanes
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
from netzero.exports.slide_tables import fit_cells, fit_table
from netzero.exports.values import one_line
from netzero.plan.months import month_label

TITLE_SIZES = (36, 34, 32)
COUNTED_SIZES = (BODY, 22, 20)
FOOT_SIZES = (14, 13, 12)
_EDGE, _TOP, _FOOT, _TALLEST_TITLE, _APART = 0.5, 0.4, 0.45, 1.25, 0.2


def add_slide(
    page: Page, size: Box, exhibit: Exhibit, *, place: str, source: str, placed: bool
) -> None:
    """Write an exhibit on an empty slide of a ``size``; ``place`` is "1 of 6".

    A title that is ``placed`` by its layout in the upper half of the page stays there.
    """
    box = _add_title(page, size, one_line(exhibit.finding), placed=placed)
    line, drawing = _fit(box, exhibit)
    beneath = Box(box.left, box.top, box.width, _line_high(line, box))
    write(page, beneath, [line], size=_line_size(line, box), name="Counted")
    drawing.add(page)
    about = f"{exhibit.scope}, as at {month_label(exhibit.month)}"
    _add_foot(page, size, one_line(f"{place}  |  {about}  |  Source: {source}"))
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
    line = one_line(exhibit.about)
    drawing = _drawing(box.below(_line_high(line, box) + _APART), exhibit)
    if drawing.left_out:
        drawing = _drawing(box.below(_line_high(_said(exhibit, drawing), box) + _APART), exhibit)
    return _said(exhibit, drawing), drawing


def _said(exhibit: Exhibit, drawing: Drawing) -> str:
    return one_line("; ".join(filter(None, (exhibit.about, drawing.left_out))))


def _line_size(line: str, box: Box) -> int:
    """Return the type size of the line beneath the title: smaller where two would not hold it."""
    width = box.width * 0.97
    return fitting(line, Box(0, 0, width, 2 * LINE * BODY / 72), COUNTED_SIZES)


def _line_high(line: str, box: Box) -> float:
    return text_height(line, _line_size(line, box), box.width * 0.97)


def _drawing(box: Box, exhibit: Exhibit) -> Drawing:
    """Return the picture of an exhibit by its kind, or nothing where nothing is counted."""
    picture, alt = exhibit.picture, f"{exhibit.finding}. {exhibit.about}"
    drawing = Drawing(lambda page: None)
    match picture:
        case Parts() if picture.parts:
            drawing = fit_parts(box, picture, alt=alt)
        case Bars() if picture.names:
            drawing = fit_bars(box, picture, alt=alt)
        case Columns() if picture.months:
            drawing = fit_columns(box, picture, month=exhibit.month, alt=alt)
        case Lanes() if picture.lanes and picture.years:
            drawing = fit_lanes(box, picture, month=exhibit.month, alt=alt)
        case Cells() if picture.rows and picture.columns:
            drawing = fit_cells(box, picture, month=exhibit.month, alt=alt)
        case Rows() | Links() if len(exhibit.table):
            noun = picture.noun if isinstance(picture, Rows) else "link"
            drawing = fit_table(box, exhibit.table, noun=noun, alt=alt)
    return drawing


def _add_foot(page: Page, size: Box, words: str) -> None:
    box = Box(_EDGE, size.height - _FOOT - 0.08, size.width - 2 * _EDGE, _FOOT)
    points = fitting(words, Box(0, 0, box.width * 0.95, 0.3), FOOT_SIZES)
    write(page, box, [words], size=points, name="Foot", anchor="MIDDLE")


def _add_notes(page: Page, exhibit: Exhibit) -> None:
    """Fill the speaker's notes: what is counted, the notes, the counting rule, a paragraph each."""
    lines = (exhibit.about, *exhibit.notes, exhibit.rule)
    page.slide.notes_slide.notes_text_frame.text = "\n".join(map(one_line, filter(None, lines)))
