"""Where each action stands in a month, from its dates alone."""

import numpy as np

IN_DELIVERY = "in delivery"
ONGOING = "ongoing"
NOT_STARTED = "not started"
ENDED = "ended"
DATES_NOT_GIVEN = "dates not given"
POSITIONS = (IN_DELIVERY, ONGOING, NOT_STARTED, ENDED, DATES_NOT_GIVEN)
LIVE_POSITIONS = (IN_DELIVERY, ONGOING)


def position_codes(first: np.ndarray, last: np.ndarray, month: int) -> np.ndarray:
    """Return the place in ``POSITIONS`` where each span stands in a month, given as its number.

    An end that has passed is enough to say that an action has ended; every other position needs
    what the dates must give for it, and without that says that dates are not given.
    """
    live = live_between(first, last, month, month)
    return np.select(
        [last < month, first > month, live & np.isinf(last), live],
        [POSITIONS.index(name) for name in (ENDED, NOT_STARTED, ONGOING, IN_DELIVERY)],
        default=POSITIONS.index(DATES_NOT_GIVEN),
    )


def live_between(first: np.ndarray, last: np.ndarray, begin: int, end: int) -> np.ndarray:
    """Return whether each span is live in any month from ``begin`` to ``end``, inclusive.

    ``first`` and ``last`` are the month numbers of ``Plan.actions``; a NaN compares with nothing.
    """
    live: np.ndarray = (first <= end) & (last >= begin)
    return live


def live_counts(first: np.ndarray, last: np.ndarray, months: np.ndarray) -> np.ndarray:
    """Return how many spans are live in each of ``months`` (month numbers)."""
    known = ~(np.isnan(first) | np.isnan(last))
    starts, ends = np.sort(first[known]), np.sort(last[known])
    started = np.searchsorted(starts, months, side="right")
    ended = np.searchsorted(ends, months, side="left")
    counts: np.ndarray = started - ended
    return counts
