"""A briefing as a PowerPoint deck that can be edited, on a plain master or on a council's own."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from netzero.analysis.briefing import BARS, CELLS, COLUMNS, LANES, NOTHING, PARTS, ROWS, Slide
from netzero.charts import theme
from netzero.exports import slide_pictures
from netzero.exports.slide_lanes import add_lanes
from netzero.exports.slide_page import (
    BODY,
    HIGH,
    NARROWEST,
    Box,
    Page,
    clean,
    fitting,
    set_words,
    text_height,
    text_width,
    without_margins,
    write,
)
from netzero.plan.months import month_label

WIDE = 13 + 1 / 3
TITLE_SIZES = (36, 34, 32)
NUMBER_SIZES = range(96, 71, -4)
FOOT_SIZES = (14, 13, 12)
TITLE_ONLY = "Title Only"
LARGEST = 200_000_000
_EDGE, _TOP, _FOOT, _NUMBER_WIDE = 0.5, 0.4, 0.45, 2.7
_TALLEST_TITLE = 1.25
_THEME = (
    (rb"<a:dk1>.*?</a:dk1>", b'<a:dk1><a:srgbClr val="%s"/></a:dk1>', theme.INK),
    (rb"<a:accent1>.*?</a:accent1>", b'<a:accent1><a:srgbClr val="%s"/></a:accent1>',
     theme.DELIVERY),
    (rb"<a:accent2>.*?</a:accent2>", b'<a:accent2><a:srgbClr val="%s"/></a:accent2>',
     theme.ONGOING),
    (rb'<a:latin typeface="Calibri"/>', b'<a:latin typeface="%s"/>', "Arial"),
)  # fmt: skip


def deck(
    slides: Sequence[Slide],
    *,
    as_at: pd.Period,
    source: str,
    template: str | Path | None = None,
    on_slide: Callable[[int], object] | None = None,
) -> bytes:
    """Return a PowerPoint file (.pptx) with a slide for each of ``slides``.

    A slide has its message as title, what is counted, its number, its picture as a native chart,
    table or shapes with alt text, a foot (place, month, ``source``) and the speaker's notes.

    On a page 7.5 inches high titles have 32 to 36 points, the number 72 or more, and text boxes
    and tables 24; where that would not fit, the cells of tables and the labels of charts and
    lanes go down to 18 (on narrower pages than 16:9 those of tables to 14), the number in a thin
    part of a column to 12, and the foot has 12 to 14. On a page of another size all grows or
    shrinks with it.

    ``template`` is a .pptx file whose size, master and layout "Title Only" (or else the one with a
    title and least besides) are used and whose own slides are left out. Raises ``ValueError`` with
    a sentence where it cannot be used. ``on_slide`` is told how many slides are made.
    """
    show = _plain_show() if template is None else _show_of(Path(template))
    layout = _layout_of(show)
    unit = min(show.slide_height / HIGH, show.slide_width / NARROWEST)
    for place, slide in enumerate(slides, start=1):
        page = Page(show.slides.add_slide(layout), unit)
        size = Box(0, 0, show.slide_width / unit, show.slide_height / unit)
        box = _add_title(page, size, slide.message, placed=template is not None)
        _add_body(page, box, slide, as_at=as_at)
        foot = f"{place} of {len(slides)}  |  as at {month_label(as_at)}  |  Source: {source}"
        _add_foot(page, size, foot)
        _add_notes(page, slide)
        if on_slide:
            on_slide(place)
    _describe_file(show, as_at=as_at, source=source)
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


# --- One slide


def _add_title(page: Page, size: Box, message: str, *, placed: bool) -> Box:
    """Write the message in the title and return the room beneath it.

    A title that is ``placed`` by its layout in the upper half stays there.
    """
    from pptx.enum.text import MSO_AUTO_SIZE

    title = page.slide.shapes.title
    for other in list(page.slide.placeholders):
        if other.placeholder_format.idx != title.placeholder_format.idx:
            other._element.getparent().remove(other._element)
    box = Box(_EDGE, _TOP, size.width - 2 * _EDGE, _TALLEST_TITLE)
    given = _place_of(title, page.unit)
    stays = placed and given is not None and given.top + given.height <= size.height / 2
    if stays and given is not None:
        box = given
    inner = Box(0, 0, box.width * 0.97 - (0.2 if stays else 0), box.height)
    points = fitting(
        f"{clean(message)}  ", Box(0, 0, inner.width * 0.92, inner.height), TITLE_SIZES
    )
    needed = text_height(clean(message), points, inner.width * 0.92)
    if not stays or needed > box.height:
        box = Box(box.left, box.top, box.width, needed if not stays else max(needed, box.height))
        title.left, title.top, title.width, title.height = page.place(box)
    frame = title.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    if not stays:
        without_margins(frame)
    set_words(page, frame.paragraphs[0], message, size=points, bold=True)
    top = box.top + box.height + 0.12
    return Box(_EDGE, top, size.width - 2 * _EDGE, size.height - _FOOT - 0.15 - top)


def _place_of(shape: Any, unit: float) -> Box | None:
    sides = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sides else Box(*(side / unit for side in sides))


def _add_body(page: Page, box: Box, slide: Slide, *, as_at: pd.Period) -> None:
    if slide.counted:
        high = text_height(clean(slide.counted), BODY, box.width * 0.97)
        write(page, Box(box.left, box.top, box.width, high), [slide.counted], name="Counted")
        box = box.below(high + 0.2)
    if slide.number:
        _add_number(page, box, slide)
        box = Box(
            box.left + _NUMBER_WIDE + 0.3, box.top, box.width - _NUMBER_WIDE - 0.3, box.height
        )
    if slide.picture != NOTHING and len(slide.table):
        _add_picture(page, box, slide, as_at=as_at)


def _add_number(page: Page, box: Box, slide: Slide) -> None:
    number = clean(slide.number)
    size = next(
        (s for s in NUMBER_SIZES if text_width(number, s) <= _NUMBER_WIDE), NUMBER_SIZES[-1]
    )
    high = size * 1.1 / 72
    place = Box(box.left, box.top - 0.1, _NUMBER_WIDE, high)
    write(page, place, [number], size=size, bold=True, name="Number")
    label = Box(box.left, place.top + high + 0.05, _NUMBER_WIDE, box.height - high)
    write(page, label, [slide.number_label], name="Number label")


def _add_picture(page: Page, box: Box, slide: Slide, *, as_at: pd.Period) -> None:
    alt = ". ".join(filter(None, (slide.message, slide.counted)))
    if slide.picture == LANES:
        add_lanes(page, box, slide.table, as_at=as_at, alt=alt)
    elif slide.picture == BARS:
        names = ("Ahead", "Past") if slide.kind == "together" else ("Live", "Other")
        slide_pictures.add_bars(page, box, slide.table, names, alt=alt)
    else:
        add = {
            PARTS: slide_pictures.add_parts,
            COLUMNS: slide_pictures.add_columns,
            ROWS: slide_pictures.add_rows,
            CELLS: slide_pictures.add_cells,
        }[slide.picture]
        add(page, box, slide.table, alt=alt)


def _add_foot(page: Page, size: Box, words: str) -> None:
    box = Box(_EDGE, size.height - _FOOT - 0.08, size.width - 2 * _EDGE, _FOOT)
    points = fitting(clean(words), Box(0, 0, box.width * 0.95, 0.3), FOOT_SIZES)
    write(page, box, [words], size=points, name="Foot", anchor="MIDDLE")


def _add_notes(page: Page, slide: Slide) -> None:
    """Fill the speaker's notes: what is counted, then a paragraph a note."""
    frame = page.slide.notes_slide.notes_text_frame
    if frame is None:
        raise ValueError("The notes page of the template has no place for the speaker's notes.")
    lines = [clean(line) for line in (slide.counted, *slide.notes) if line]
    frame.text = "\n".join(lines)


# --- The file


def _plain_show() -> Any:
    """Return an empty 16:9 deck: white, Arial, near-black, titles bold at the top left."""
    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    wider = WIDE * 914400 / show.slide_width
    show.slide_width, show.slide_height = Inches(WIDE), Inches(HIGH)
    show.part._element.sldSz.attrib.pop("type", None)
    master = show.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.xpath("p:spPr/a:xfrm"):
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    level = "p:txStyles/p:titleStyle/a:lvl1pPr"
    master._element.xpath(level)[0].set("algn", "l")
    master._element.xpath(f"{level}/a:defRPr")[0].attrib.update({"sz": "3600", "b": "1"})
    for body in master._element.xpath("p:cSld//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']//a:bodyPr"):
        body.set("anchor", "t")
    _set_theme(master)
    for relation in list(show.part.package._rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            show.part.package.drop_rel(relation.rId)
    return show


def _set_theme(master: Any) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for pattern, replacement, value in _THEME:
        words = value.removeprefix("#").encode("ascii")
        theme.blob = re.sub(pattern, replacement % words, theme.blob)


def _show_of(template: Path) -> Any:
    """Return a council's own deck without its slides."""
    from pptx import Presentation
    from pptx.opc.constants import CONTENT_TYPE

    _check_size(template)
    try:
        show = Presentation(str(template))
        for name in list(show.slides._sldIdLst):
            show.part.drop_rel(name.rId)
            show.slides._sldIdLst.remove(name)
        # Sections and custom shows name slides that are gone: PowerPoint would repair the file.
        for gone in show.part._element.xpath(
            "p:custShowLst | p:extLst/p:ext[*[local-name()='sectionLst']]"
        ):
            gone.getparent().remove(gone)
        _layout_of(show)
    except Exception as error:  # python-pptx lets through what zipfile and lxml raise
        raise ValueError(
            f"The template {template.name} is not a PowerPoint file (.pptx) that can be read,"
            " or it has no layout with a title."
        ) from error
    if show.part.content_type != CONTENT_TYPE.PML_PRESENTATION_MAIN:
        raise ValueError(f"The template {template.name} holds macros: save it as .pptx without.")
    return show


def _check_size(template: Path) -> None:
    """Refuse a file that unpacks to more than any template holds."""
    if not zipfile.is_zipfile(template):
        return
    with zipfile.ZipFile(template) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST:
            raise ValueError(f"The template {template.name} unpacks to more than 200 MB.")


def _layout_of(show: Any) -> Any:
    """Return the layout for a title alone, or the one with a title and least besides."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    titles = {KIND.TITLE, KIND.CENTER_TITLE}
    small = {KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER}
    found: list[tuple[bool, int, int, Any]] = []
    for layout in (layout for master in show.slide_masters for layout in master.slide_layouts):
        kinds = [shape.placeholder_format.type for shape in layout.placeholders]
        named = layout.name.casefold() == TITLE_ONLY.casefold()
        if titles.intersection(kinds):
            found.append((not named, len([k for k in kinds if k not in small]), len(found), layout))
    return min(found)[-1]


def _describe_file(show: Any, *, as_at: pd.Period, source: str) -> None:
    about = show.core_properties
    about.title = f"Net zero briefing, as at {month_label(as_at)}"
    about.subject = clean(source)[:255]
    about.author = about.last_modified_by = "Net zero delivery dashboard"
    about.keywords = about.comments = about.category = ""
    about.language = "en-GB"
