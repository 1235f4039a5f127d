"""The key of a figure: what its colours mean, written over its marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from netzero.analysis.pictures import BEFORE
from netzero.charts import palette, theme
from netzero.charts.theme import Figure, Size

PAST = "paler: past"


@dataclass(frozen=True)
class Entry:
    """What one colour means; without a meaning, words alone."""

    words: str
    meaning: str = ""


def height(entries: Sequence[Entry], *, room: float, size: Size) -> int:
    """Return how much height the key of a figure takes, in pixels."""
    lines = 1 + _places(entries, room=room, size=size)[-1][1] if entries else 0
    return round(lines * size.small * 1.6 + size.small * 0.4) if lines else 0


def add(figure: Figure, entries: Sequence[Entry], *, room: float, size: Size) -> None:
    """Say at the top left of a figure what its colours mean, in lines ``room`` pixels wide."""
    margin, line = figure["layout"]["margin"], size.small * 1.6
    places = _places(entries, room=room, size=size) if entries else []
    for entry, (left, row) in zip(entries, places, strict=True):
        x, y = left - margin["l"], margin["t"] - line * (row + 0.5)
        if entry.meaning:
            figure["layout"]["shapes"].append(_swatch(entry.meaning, x, y, size))
            x += size.small * 1.75
        theme.note(
            figure, theme.plain(entry.words), size=size.small, x=0, y=1, xanchor="left",
            yanchor="middle", xshift=round(x), yshift=round(y),
        )  # fmt: skip


def _places(entries: Sequence[Entry], *, room: float, size: Size) -> list[tuple[float, int]]:
    """Return where each entry of a key stands: pixels from the left, and line."""
    places, left, row = [], 0.0, 0
    for entry in entries:
        swatch = size.small * 1.75 if entry.meaning else 0
        needed = swatch + theme.width_of(entry.words, size.small)
        if left and left + needed > room:
            left, row = 0.0, row + 1
        places.append((left, row))
        left += needed + size.small * 1.25
    return places


def _swatch(meaning: str, x: float, y: float, size: Size) -> dict[str, Any]:
    wide, high = size.small * 1.35, size.small * 0.8
    dash = {"dash": "3px,2px"} if meaning == BEFORE else {}
    return {
        "type": "rect",
        "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel",
        "xanchor": 0, "yanchor": 1,
        "x0": round(x, 1), "x1": round(x + wide, 1),
        "y0": round(y - high / 2, 1), "y1": round(y + high / 2, 1),
        "fillcolor": palette.fill(meaning),
        "line": {"color": palette.outline(meaning), "width": 1, **dash},
    }  # fmt: skip
