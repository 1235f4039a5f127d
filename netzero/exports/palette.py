"""The colours of the theme on a slide: which edge and which ink each takes."""

from netzero.charts.theme import DELIVERY, ENDED, ENDED_EDGE, GROUND, INK, QUIET_INK, SEQUENTIAL

_LIGHTEST = SEQUENTIAL[:4]


def light_shade(value: float, *, most: float) -> str:
    """Return one of the four lightest shades for a count, which dark ink reads on; white is 0."""
    if value <= 0 or most <= 0:
        return _LIGHTEST[0]
    steps = len(_LIGHTEST) - 1
    return _LIGHTEST[max(1, min(steps, round((value / most) ** 0.5 * steps)))]


def ink_on(fill: str) -> str:
    """Return the colour of words that read on a fill."""
    return GROUND if fill == DELIVERY else INK


def edge_of(fill: str) -> str:
    """Return the outline that sets a fill off from a white ground and from its neighbour."""
    return {GROUND: QUIET_INK, ENDED: ENDED_EDGE}.get(fill, GROUND)
