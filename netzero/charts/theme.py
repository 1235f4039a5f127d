"""What all figures share: their sizes, their type, their empty frame, their key. No colours.

A figure is a plain dictionary that plotly.js reads as it is. Building it from plotly's own objects
would cost twenty times as much, and its JSON could not be kept and shared.
"""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import ceil
from typing import Any

from netzero.analysis.pictures import Spot
from netzero.charts import palette

Figure = dict[str, Any]

FONT = "Source Sans, Source Sans Pro, Arial, sans-serif"
DIAMOND = "◆"
PORTRAIT = 718  # pixels between the margins of an upright A4
# How wide letters are in Source Sans, in ems; one that is not named is taken for a common one.
_COMMON = 0.55
_LETTERS = {
    letter: width
    for width, letters in (
        (0.21, " "),
        (0.26, "ijlI.,:;'’|"),
        (0.31, "f!()[]-"),
        (0.36, "tr/"),
        (0.44, "szx?"),
        (0.48, "cvyJY–"),
        (0.51, "0123456789aegkFL+"),
        (0.59, "CPRKB"),
        (0.63, "DGU&◄►◆"),
        (0.67, "HNOQ"),
        (0.75, "wM"),
        (0.84, "Wm%"),
        (0.96, "…"),
    )
    for letter in letters
}


@dataclass(frozen=True)
class Size:
    """How large a figure is drawn, in pixels.

    ``text`` is the size of names and counts, ``small`` that of what stands beside them. ``whole``
    and ``half`` are the least widths, over a page and over half of one, at which no two labels
    meet. ``height`` is fixed where it is not 0, and few rows take a part of it, unless it ``fits``
    them; else a figure is as high as its rows need.
    ``titles`` is the share of the whole that titles before bars get at most.
    """

    text: int
    small: int
    whole: int
    half: int
    row: int
    tallest: int
    height: int = 0
    fits: bool = False
    titles: float = 0.3

    @property
    def line(self) -> float:
        """How wide outlines are."""
        return max(1, round(self.text / 16, 1))

    def at_least(self, rows: int) -> int:
        """Return among how many rows the height is shared at least, where few would be too high."""
        return rows if self.height and not self.fits else 0

    @property
    def narrow(self) -> bool:
        """Whether names have no room beside what they name."""
        return self.whole < 480

    @property
    def quarters(self) -> bool:
        """Whether quarters may have names beneath those of their years."""
        return self.whole > PORTRAIT


class Form(Enum):
    """The forms of a figure on a page, by the width of the screen, and that of an upright sheet."""

    WIDE = Size(text=14, small=12, whole=1400, half=600, row=24, tallest=800)
    MIDDLE = Size(text=14, small=12, whole=1100, half=600, row=24, tallest=500)
    PAPER = Size(text=12, small=12, whole=PORTRAIT, half=345, row=17, tallest=900, titles=0.42)
    NARROW = Size(text=13, small=12, whole=340, half=340, row=26, tallest=560)


@dataclass(frozen=True)
class Margin:
    """The room around the marks of a figure, in pixels."""

    left: int
    right: int
    top: int
    bottom: int = 8


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return text from a plan so that a figure shows it letter for letter, never as markup.

    >>> plain("R&D <b>")
    'R&amp;D &lt;b&gt;'
    """
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Return text from a plan in bold, with nothing in it read as markup."""
    return f"<b>{plain(text)}</b>"


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """Return about how wide a line of text is, in pixels; bold is a twentieth wider."""
    return size * sum(_LETTERS.get(letter, _COMMON) for letter in text)


def clipped(text: str, *, room: float, size: float) -> str:
    """Return text that fits ``room`` pixels, with an ellipsis where it was cut. Not yet plain."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def short(text: str, *, room: float, size: float) -> str:
    """Return ``plain`` text, cut with an ellipsis where it would not fit ``room`` pixels."""
    return plain(clipped(text, room=room, size=size))


def widest(texts: Iterable[str], *, size: float, most: float) -> int:
    """Return the room that texts need beside a picture, at most ``most`` pixels."""
    return ceil(min(most, max((width_of(text, size) for text in texts), default=0)))


def pointed(spots: Sequence[Spot]) -> dict[str, Any]:
    """Return the part of a trace that says which spots its marks are, for ``marks.marks_of``."""
    return {"customdata": [list(spot.names) for spot in spots]}


def font(size: float, colour: str | list[str] = palette.INK) -> dict[str, Any]:
    """Return the type of a text, or of several where colours are several."""
    return {"size": size, "color": colour}


def axis(**given: Any) -> dict[str, Any]:
    """Return an axis of which nothing is drawn but what is ``given``.

    Its names fit, so that the browser need not measure each, which takes half of the drawing time.
    """
    bare = {"showgrid": False, "zeroline": False, "showline": False, "ticks": "", "tickvals": []}
    return {"fixedrange": True, "ticklabeloverflow": "allow", **bare, **given}


def figure(*, height: float, margin: Margin, size: Size, **layout: Any) -> Figure:
    """Return a figure with nothing drawn yet; it looks the same wherever it is shown."""
    type_of = {"family": FONT, **font(size.text)}
    return {
        "data": [],
        "layout": {
            "template": {},
            "height": round(size.height or height),
            "margin": {"l": margin.left, "r": margin.right, "t": margin.top, "b": margin.bottom},
            "paper_bgcolor": palette.GROUND,
            "plot_bgcolor": palette.GROUND,
            "font": type_of,
            "showlegend": False,
            "dragmode": False,
            "hovermode": False,  # buttons lie over the marks
            "shapes": [],
            "annotations": [],
            **layout,
        },
    }


def bars(**given: Any) -> dict[str, Any]:
    """Return a trace of bars; they lie unless told."""
    return {
        "type": "bar",
        "orientation": "h",
        "textangle": 0,
        "constraintext": "none",
        **given,
    }


def texts(x: Sequence[Any], y: Sequence[Any], words: Sequence[str], **given: Any) -> dict[str, Any]:
    """Return a trace of words; ``words`` are plain already."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(words),
        "cliponaxis": False,
        **given,
    }


def note(figure: Figure, words: str, *, size: float, **place: Any) -> None:
    """Write words, plain already, at a place of a figure."""
    figure["layout"]["annotations"].append(
        {
            "text": words,
            "showarrow": False,
            "font": font(size),
            "borderpad": 0,
            "xref": "paper",
            "yref": "paper",
            **place,
        }
    )
