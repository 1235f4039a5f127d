"""A briefing as a PowerPoint deck that can be edited, on a plain master or on a council's own."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.charts import palette
from netzero.exports.cover import AUTHOR
from netzero.exports.pptx_parts import (
    drop_thumbnail,
    let_size_be,
    set_format,
    set_theme,
    set_titles,
    stands_by_itself,
)
from netzero.exports.slide import TITLE_SIZES, add_slide
from netzero.exports.slide_page import HIGH, new_page
from netzero.exports.template import layout_of, opened
from netzero.exports.values import one_line
from netzero.plan.months import month_label

WIDE = 13 + 1 / 3
_INCH = 914400
_COLOURS = {
    "dk1": palette.INK,
    "accent1": palette.fill(IN_DELIVERY),
    "accent2": palette.fill(ONGOING),
}


def deck(
    slides: Sequence[Exhibit],
    *,
    source: str,
    made: datetime | None = None,
    link: str = "",
    template: str | Path | IO[bytes] | None = None,
    on_slide: Callable[[int], object] | None = None,
) -> bytes:
    """Return a PowerPoint file (.pptx) with a slide for each exhibit.

    A slide has the finding as its title and beneath it what is counted and what is not drawn. Its
    picture is a native chart, table or shapes with alt text. The foot says scope, month and
    ``source``, leads to the live view at ``link``, and numbers the slide wherever it is moved; the
    notes are those of the speaker, with the counting rule. ``made`` is the time of the export.

    On a page 7.5 inches high titles have 32 to 36 points and text boxes and tables 24; where that
    would not fit, the cells of tables and the labels of charts and lanes go down to 18 (tables on
    narrower pages than 16:9 to 14), and the foot has 12 to 14. On a page of another size all grows
    or shrinks with it.

    ``template`` is a .pptx file whose size, master and layout "Title Only" (or else the one with a
    title and least besides) are used and whose own slides are left out. Raises ``ValueError`` with
    a sentence where it cannot be used. ``on_slide`` is told how many slides are made.
    """
    show = _plain_show() if template is None else opened(template)
    layout = layout_of(show)
    for number, exhibit in enumerate(slides, start=1):
        page, size = new_page(show, layout)
        add_slide(page, size, exhibit, source=source, link=link, placed=template is not None)
        if on_slide:
            on_slide(number)
    _describe(show, slides, source=source, made=made)
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def _plain_show() -> Any:
    """Return an empty 16:9 deck: white, Arial, near-black, titles bold at the top left."""
    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    wider = WIDE * _INCH / show.slide_width
    show.slide_width, show.slide_height = Inches(WIDE), Inches(HIGH)
    let_size_be(show)
    master = show.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in holder.placeholders:
            if stands_by_itself(shape):
                shape.left, shape.width = int(shape.left * wider), int(shape.width * wider)
    set_titles(master, points=TITLE_SIZES[0])
    colours = {name: colour.removeprefix("#") for name, colour in _COLOURS.items()}
    set_theme(master, colours=colours, font="Arial")
    set_format(show, "Widescreen")
    drop_thumbnail(show)
    return show


def _describe(show: Any, slides: Sequence[Exhibit], *, source: str, made: datetime | None) -> None:
    about = show.core_properties
    months = {month_label(exhibit.month) for exhibit in slides}
    when = f", as at {months.pop()}" if len(months) == 1 else ""
    about.title = f"Net zero briefing{when}"
    about.subject = one_line(source)[:255]
    about.author = about.last_modified_by = AUTHOR
    about.keywords = about.comments = about.category = ""
    about.language = "en-GB"
    if made:
        about.created = about.modified = made
