"""Where labels stand so that none covers another: pixels in, rows and lifts out."""

from collections.abc import Sequence
from typing import NamedTuple

GAP = 4


class Span(NamedTuple):
    """From where to where a label reaches, in pixels from the left."""

    left: float
    right: float

    def meets(self, other: "Span") -> bool:
        """Return whether the two stand nearer than ``GAP``."""
        return self.left < other.right + GAP and other.left < self.right + GAP


class Stand(NamedTuple):
    """How high a label stands: ``lift`` pixels over the height of the count ``base``."""

    base: int
    lift: float


def rows_of(spans: Sequence[Span]) -> list[int]:
    """Return the row of each label, the first in which it meets none; spans go from the left.

    >>> rows_of([Span(0, 20), Span(10, 30), Span(30, 50)])
    [0, 1, 0]
    """
    last: list[Span] = []
    rows = []
    for span in spans:
        row = next((row for row, held in enumerate(last) if not held.meets(span)), len(last))
        last[row : row + 1] = [span]
        rows.append(row)
    return rows


def first_come(spans: Sequence[Span]) -> list[int]:
    """Return the places of the labels that meet none that comes before them and is kept itself.

    >>> first_come([Span(30, 50), Span(0, 20), Span(10, 40)])
    [0, 1]
    """
    kept: list[int] = []
    for place, span in enumerate(spans):
        if not any(span.meets(spans[other]) for other in kept):
            kept.append(place)
    return kept


def stands_over(
    spans: Sequence[Span], bases: Sequence[int], *, high: float, each: float
) -> list[Stand]:
    """Return how high each label stands: over its base, or over a label that it would cover.

    ``high`` is the height of a label and ``each`` the least height of a count, in pixels. A label
    lifted over another stands over its base too, so that they stay apart where counts are drawn
    taller.

    >>> stands_over([Span(0, 50), Span(10, 60)], [1, 2], high=30, each=10)
    [Stand(base=1, lift=0.0), Stand(base=2, lift=30.0)]
    """
    stands: list[Stand] = []
    for span, base in zip(spans, bases, strict=True):
        stand = Stand(base, 0.0)
        met = [held for held, other in zip(stands, spans, strict=False) if other.meets(span)]
        for held in sorted(met, key=lambda held: held.base * each + held.lift):
            apart = (stand.base - held.base) * each + stand.lift - held.lift
            if abs(apart) < high:
                stand = Stand(max(stand.base, held.base), held.lift + high)
        stands.append(stand)
    return stands
