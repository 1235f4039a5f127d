"""Every colour of the product, named once by what it means.

Charts, slides and style sheets take their colours from here. Those of Streamlit's controls stand in
its settings, which cannot ask. The positions have those of the Government Analysis Function's
palette for charts.
"""

from bisect import bisect
from collections.abc import Mapping
from typing import NamedTuple

from netzero.analysis.pictures import BEFORE, COUNT, MOVED
from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    ENDED,
    IN_DELIVERY,
    NOT_STARTED,
    ONGOING,
)

INK = "#0b0c0c"
QUIET_INK = "#3d3d3d"
GROUND = "#ffffff"
BAND = "#f3f2f1"
RULE = "#d9d9d6"
LINK = "#bfbfbf"
AS_AT = "#f46a25"
DEADLINE = INK

_NAVY = "#12436d"
_GREY = "#cfcfcc"
ACCENT = _NAVY


class Tone(NamedTuple):
    """The colours of one meaning.

    ``outline`` sets a fill off from its neighbour: it is the ground's where the fill needs none of
    its own. ``ink`` reads on the fill, and ``INK`` on ``past``, the paler fill of months that lie
    before the as-at month.
    """

    fill: str
    outline: str
    ink: str
    past: str

    @property
    def mark(self) -> str:
        """The colour of what is too small for a fill and an outline."""
        return self.fill if self.outline == GROUND else self.outline


_TONES: Mapping[str, Tone] = {
    IN_DELIVERY: Tone(_NAVY, GROUND, GROUND, "#aebfce"),
    ONGOING: Tone("#28a197", GROUND, INK, "#b4ddd9"),
    NOT_STARTED: Tone(GROUND, QUIET_INK, INK, GROUND),
    ENDED: Tone(_GREY, "#6b6b6b", INK, _GREY),
    DATES_NOT_GIVEN: Tone(GROUND, LINK, INK, GROUND),
    COUNT: Tone(QUIET_INK, GROUND, GROUND, "#a6a6a6"),
    BEFORE: Tone(GROUND, QUIET_INK, INK, GROUND),
    MOVED: Tone(AS_AT, GROUND, INK, AS_AT),
}

# Each shade with the least count that takes it; INK reads on every one.
_SHADES = (
    (0, GROUND),
    (1, "#edf3f8"),
    (2, "#d3e2ef"),
    (4, "#b3cfe6"),
    (7, "#8fbce1"),
    (10, "#6bace6"),
)
SCALE = tuple(
    zip(("1", "2–3", "4–6", "7–9", "10+"), (colour for _, colour in _SHADES[1:]), strict=True)
)
SHADE_INK = INK


def tone(meaning: str) -> Tone:
    """Return the colours of a position, or of ``COUNT``; any other meaning raises ``KeyError``."""
    return _TONES[meaning]


def fill(meaning: str) -> str:
    """Return the fill of a position, or of ``COUNT``."""
    return _TONES[meaning].fill


def outline(meaning: str) -> str:
    """Return the outline that sets the fill of a meaning off from what it touches."""
    return _TONES[meaning].outline


def ink(meaning: str) -> str:
    """Return the colour of words that stand on the fill of a meaning."""
    return _TONES[meaning].ink


def shade(count: int) -> str:
    """Return the shade of a count, the same under every filter; white is 0.

    ``SCALE`` names the others: 1, 2–3, 4–6, 7–9, 10 and more. ``SHADE_INK`` reads on each.
    """
    return _SHADES[max(0, bisect([least for least, _ in _SHADES], count) - 1)][1]


def css_variables() -> str:
    """Return the rule that names every colour for style sheets: ``var(--nz-ink)``.

    A position has ``--nz-in-delivery``, ``--nz-in-delivery-outline`` and ``--nz-in-delivery-ink``,
    a shade is named by its least count, ``--nz-shade-4``.
    """
    named = {
        "ink": INK,
        "quiet-ink": QUIET_INK,
        "ground": GROUND,
        "band": BAND,
        "rule": RULE,
        "link": LINK,
        "as-at": AS_AT,
        "deadline": DEADLINE,
        "accent": ACCENT,
    }
    for meaning, own in _TONES.items():
        slug = meaning.replace(" ", "-")
        named |= {slug: own.fill, f"{slug}-outline": own.outline, f"{slug}-ink": own.ink}
    named |= {f"shade-{least}": colour for least, colour in _SHADES}
    return ":root{" + "".join(f"--nz-{name}:{colour};" for name, colour in named.items()) + "}"
