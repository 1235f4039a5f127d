"""What says how a picture is to be read: the key of its colours, and the as-at month."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from netzero.analysis.pictures import BEFORE
from netzero.charts import palette
from netzero.exports.pptx_parts import decorate, describe, without_style
from netzero.exports.slide_page import Box, Page, fill, rgb, text_width, write
from netzero.plan.months import month_label

HIGH = 0.45
AS_AT_HIGH = 0.36
DEADLINE = "◆"
_SIZE = 20
_SWATCH, _GAP, _APART = 0.24, 0.1, 0.3


class Entry(NamedTuple):
    """Words of the key, and the meaning of the colour that they name; "" for a sign in words."""

    words: str
    meaning: str = ""


def add_key(page: Page, box: Box, entries: Sequence[Entry], *, stacked: bool = False) -> None:
    """Write the entries side by side, or one beneath the other."""
    for entry, place in zip(entries, _places(box, entries, stacked=stacked), strict=True):
        lead = _lead(entry)
        if entry.meaning:
            top = place.top + (HIGH - _SWATCH) / 2 - 0.05
            _add_swatch(page, Box(place.left, top, _SWATCH, _SWATCH), entry)
        words = Box(place.left + lead, place.top - 0.05, place.width - lead, HIGH)
        write(page, words, [entry.words], size=_SIZE, name="Key", anchor="MIDDLE")


def key_height(box: Box, entries: Sequence[Entry]) -> float:
    """Return how many inches the entries take side by side."""
    places = _places(box, entries)
    return places[-1].top + HIGH - box.top if places else 0


def colour(shape: Any, meaning: str, *, dashed: bool = False) -> None:
    """Give a shape the fill and outline of a meaning."""
    fill(shape, palette.fill(meaning), edge=palette.outline(meaning), dashed=dashed)


def add_as_at(page: Page, box: Box, at: float, *, month: pd.Period, over: bool = False) -> None:
    """Draw a line for the as-at month through a box, ``at`` inches from the left of the page.

    Its words stand beneath the box, or ``over`` it.
    """
    from pptx.enum.shapes import MSO_CONNECTOR

    words = f"as at {month_label(month)}"
    bottom = box.top + box.height
    line = page.slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, *page.place(Box(at, box.top, at, bottom))
    )
    without_style(line)
    line.name = "As at"
    line.line.color.rgb = rgb(palette.AS_AT)
    line.line.width = page.points(3)
    describe(line, words)
    width = text_width(words, _SIZE) * 1.1
    left = max(box.left, min(at - width / 2, box.left + box.width - width))
    place = Box(left, box.top - AS_AT_HIGH if over else bottom, width, AS_AT_HIGH)
    write(page, place, [words], size=_SIZE, name="As at label", align="CENTER")


def _places(box: Box, entries: Sequence[Entry], *, stacked: bool = False) -> list[Box]:
    left, top, places = box.left, box.top, []
    for entry in entries:
        width = _lead(entry) + text_width(entry.words, _SIZE) * 1.08 + 0.1
        if left > box.left and (stacked or left + width > box.left + box.width):
            left, top = box.left, top + HIGH
        places.append(Box(left, top, width, HIGH))
        left += width + _APART
    return places


def _lead(entry: Entry) -> float:
    return _SWATCH + _GAP if entry.meaning else 0


def _add_swatch(page: Page, box: Box, entry: Entry) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(box))
    shape.name = "Swatch"
    colour(shape, entry.meaning, dashed=entry.meaning == BEFORE)
    decorate(shape)
