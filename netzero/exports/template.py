"""A council's own deck: opened where its slides, size and layouts can be used, else refused."""

import io
import zipfile
from pathlib import Path
from typing import IO, Any

import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table
from netzero.analysis.pictures import Rows
from netzero.exports.pptx_parts import (
    drop_slides,
    has_properties,
    holds_macros,
    is_presentation,
)
from netzero.exports.slide import add_slide
from netzero.exports.slide_page import new_page
from netzero.exports.values import one_line

TITLE_ONLY = "Title Only"
_MB = 1_000_000
LARGEST, LARGEST_XML, LARGEST_ALL_XML = 200 * _MB, 8 * _MB, 40 * _MB
MOST_TIMES, SMALL, MOST_PARTS = 200, 10 * _MB, 5000
LONGEST_NAME = 60
# What PowerPoint takes: 1 to 56 inches.
_LEAST, _MOST = 914_400, 51_206_400
# What may stand before the first sign of XML, and that sign in the code pages that parsers know.
_BEFORE_XML, _OPENS_XML = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff", (b"", b"<", b"\x4c")
_PEEKED = 4096
_SAMPLE = Exhibit(
    question="sample",
    title="Sample",
    finding="Finding",
    counted="Counted",
    scope="Whole plan",
    month=pd.Period("2026-11", "M"),
    table=Table((), (), ()),
    rule="Rule",
    picture=Rows("row"),
)


class _RefusedError(ValueError):
    """What is wrong with a template, as the end of a sentence that begins with its name."""


def opened(template: str | Path | IO[bytes]) -> Any:
    """Return a council's own deck without its slides, on which slides have been tried out.

    Raises ``ValueError`` with a sentence that names the file where it cannot be used.
    """
    try:
        _check_parts(template)
        show = _read(template)
        _check(show)
        _try_out(show)
    except _RefusedError as refused:
        raise ValueError(f"The template{_named(template)} {refused}.") from refused
    return show


def layout_of(show: Any) -> Any:
    """Return the layout for a title alone, or the one with a title and least besides.

    Raises ``ValueError`` where no layout has a title.
    """
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


def _named(template: str | Path | IO[bytes]) -> str:
    """Return a blank and the name of a file, cut where it is long, or nothing."""
    path = template if isinstance(template, str | Path) else getattr(template, "name", "")
    name = one_line(Path(path).name)
    return f" {name[:LONGEST_NAME]}{'…' if len(name) > LONGEST_NAME else ''}" if name else ""


def _check_parts(template: str | Path | IO[bytes]) -> None:
    """Refuse a file that unpacks to more than any template holds, before anything is unpacked."""
    try:
        with zipfile.ZipFile(template) as parts:
            held = parts.infolist()[: MOST_PARTS + 1]
            xml = [part.file_size for part in held if _is_xml(parts, part)]
    except Exception as error:  # whatever the decompressors beneath it raise
        raise _RefusedError("is not a PowerPoint file (.pptx) that can be read") from error
    total, packed = (
        sum(getattr(part, size) for part in held) for size in ("file_size", "compress_size")
    )
    if len(held) > MOST_PARTS:
        raise _RefusedError(f"has more than {MOST_PARTS:,} parts")
    if total > LARGEST:
        raise _RefusedError(f"unpacks to more than {LARGEST // _MB} MB")
    if total > SMALL and total > MOST_TIMES * packed:
        raise _RefusedError(f"unpacks to more than {MOST_TIMES} times its size")
    if max(xml, default=0) > LARGEST_XML:
        raise _RefusedError(f"has a part with more than {LARGEST_XML // _MB} MB of XML")
    if sum(xml) > LARGEST_ALL_XML:
        raise _RefusedError(f"has more than {LARGEST_ALL_XML // _MB} MB of XML")


def _is_xml(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether a part may be read as XML, whatever it is called."""
    with parts.open(part) as content:
        return content.read(_PEEKED).lstrip(_BEFORE_XML)[:1] in _OPENS_XML


def _read(template: str | Path | IO[bytes]) -> Any:
    from pptx import Presentation

    try:
        show = Presentation(str(template) if isinstance(template, Path) else template)
        drop_slides(show)
    except Exception as error:  # whatever the parsers beneath it raise
        raise _RefusedError("is not a PowerPoint file (.pptx) that can be read") from error
    return show


def _check(show: Any) -> None:
    try:
        macros = holds_macros(show) or not is_presentation(show)
        sides = (show.slide_width or 0, show.slide_height or 0)
        described = has_properties(show)
    except Exception as error:  # python-pptx reads these parts only now
        raise _RefusedError("has parts that are damaged") from error
    if macros:
        raise _RefusedError("holds macros: save it as .pptx without")
    if not all(_LEAST <= side <= _MOST for side in sides):
        raise _RefusedError("gives no slide size from 1 to 56 inches")
    if not described:
        raise _RefusedError("has document properties that cannot be read")


def _try_out(show: Any) -> None:
    """Make a slide and a file once, so that what is odd in a layout is found before the work."""
    try:
        layout = layout_of(show)
    except Exception as error:  # a placeholder of no known kind, or no title at all
        raise _RefusedError("has no layout with a title that can be read") from error
    try:
        page, size = new_page(show, layout)
        add_slide(page, size, _SAMPLE, source="", link="", placed=True)
        show.core_properties.title = one_line(show.core_properties.title)
        show.save(io.BytesIO())
        drop_slides(show)
    except Exception as error:  # whatever a layout, a master or a notes page may lack
        raise _RefusedError("has a layout or notes page that slides cannot be made on") from error
