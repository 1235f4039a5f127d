"""What is said of several measurements of one thing."""

import math
import statistics
from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """Return the middle value, NaN of none."""
    return statistics.median(values) if values else math.nan


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least ``share`` of all do not exceed, NaN of none.

    >>> percentile([4, 1, 3, 2], 0.5)
    2
    """
    if not values:
        return math.nan
    place = max(math.ceil(share * len(values)), 1) - 1
    return sorted(values)[place]


def number(value: float, digits: int = 2) -> str:
    """Return a number as a cell shows it; a dash for none.

    >>> number(1234.5, 0), number(math.nan)
    ('1,234', '–')
    """
    return "–" if math.isnan(value) else f"{value:,.{digits}f}"
