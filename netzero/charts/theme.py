"""Every colour by what it means, and the one look that all figures share.

Colours are those of the Government Analysis Function's palette for charts.
"""

import html
from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    IN_DELIVERY,
    NOT_STARTED,
    UNDER_WAY,
    WINDOW_ENDED,
)

INK = "#0b0c0c"
QUIET_INK = "#3D3D3D"
GROUND = "#ffffff"
BAND = "#f3f2f1"
RULE = "#d9d9d6"
AS_AT = "#F46A25"
DEADLINE = "#801650"
COUNT = "#12436D"
DELIVERY = "#12436D"
ONGOING = "#28A197"
ENDED = "#BFBFBF"
ENDED_EDGE = "#6b6b6b"
LINK = "#BFBFBF"
# The palette's three blues, with tints of the lightest below them.
SEQUENTIAL = ("#ffffff", "#E1ECF5", "#C3DAEC", "#A1C8E6", "#6BACE6", "#2073BC", "#12436D")

POSITION_FILL: Mapping[str, str] = {
    IN_DELIVERY: DELIVERY,
    UNDER_WAY: ONGOING,
    NOT_STARTED: GROUND,
    WINDOW_ENDED: ENDED,
    DATES_NOT_GIVEN: GROUND,
}
POSITION_OUTLINE: Mapping[str, str] = {
    IN_DELIVERY: DELIVERY,
    UNDER_WAY: ONGOING,
    NOT_STARTED: QUIET_INK,
    WINDOW_ENDED: ENDED_EDGE,
    DATES_NOT_GIVEN: GROUND,
}

FONT = "Source Sans, Source Sans Pro, Arial, sans-serif"
TEXT_SIZE = 14
SMALL_SIZE = 12
AXIS: Mapping[str, Any] = {
    "fixedrange": True,
    "showgrid": False,
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "tickfont": {"color": INK, "size": TEXT_SIZE},
    "title": None,
}


def plain(text: str) -> str:
    """Return text from a plan so that a figure shows it letter for letter, never as markup."""
    return html.escape(text, quote=False)


def clipped(text: str, *, longest: int) -> str:
    """Return ``plain`` text of at most ``longest`` characters, an ellipsis where it was cut."""
    return plain(text if len(text) <= longest else text[: longest - 1].rstrip() + "…")


def figure(*, height: int, margin: Mapping[str, int] | None = None, **layout: Any) -> go.Figure:
    """Return an empty figure in the shared look; ``height`` and ``margin`` in pixels.

    It carries its own template, so that it looks the same wherever it is shown or written.
    """
    return go.Figure(
        layout={
            "template": "none",
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8, **(margin or {})},
            "paper_bgcolor": GROUND,
            "plot_bgcolor": GROUND,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
            "hoverlabel": {
                "bgcolor": GROUND,
                "bordercolor": QUIET_INK,
                "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
                "align": "left",
            },
            "showlegend": False,
            "dragmode": False,
            "clickmode": "event+select",
            "xaxis": dict(AXIS),
            "yaxis": dict(AXIS),
            **layout,
        }
    )


def shade(value: float, *, most: float) -> str:
    """Return the sequential colour of a count; white is 0, the darkest is ``most``.

    The steps follow the square root, so that small counts differ where one is far larger.
    """
    if value <= 0 or most <= 0:
        return SEQUENTIAL[0]
    steps = len(SEQUENTIAL) - 1
    return SEQUENTIAL[max(1, min(steps, round((value / most) ** 0.5 * steps)))]


def ink_on(colour: str) -> str:
    """Return the text colour that reads on a fill of the sequential scale."""
    return GROUND if colour in SEQUENTIAL[5:] else INK
