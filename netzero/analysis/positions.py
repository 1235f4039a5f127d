"""Where each action stands in a month, from its dates alone."""

import numpy as np
import pandas as pd

from netzero.plan.dates import DATED, ONGOING

IN_DELIVERY = "in delivery"
UNDER_WAY = "ongoing"
NOT_STARTED = "not started"
WINDOW_ENDED = "window ended"
DATES_NOT_GIVEN = "dates not given"
POSITIONS = (IN_DELIVERY, UNDER_WAY, NOT_STARTED, WINDOW_ENDED, DATES_NOT_GIVEN)
LIVE = (IN_DELIVERY, UNDER_WAY)


def month_number(month: pd.Period) -> int:
    """Return a month as a count of months, so that it can be compared with a window."""
    return int(month.year * 12 + month.month)


def windows(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the first and last month number of each action, on the index of ``actions``.

    Already under way is minus infinity, no planned end is infinity. A start or end that is to be
    confirmed or not given is NaN, which compares with nothing.
    """
    return pd.DataFrame(
        {
            "first": _numbers(actions["start"]).mask(actions["start_kind"].eq(ONGOING), -np.inf),
            "last": _numbers(actions["end"]).mask(actions["end_kind"].eq(ONGOING), np.inf),
        }
    )


def with_position(actions: pd.DataFrame, *, as_at: pd.Period) -> pd.DataFrame:
    """Return ``actions`` with the column ``position`` as at a month.

    An end that has passed is enough to say that the window ended; every other position needs
    what the dates must give for it, and without that says that dates are not given.
    """
    window, month = windows(actions), month_number(as_at)
    live = window["first"].le(month) & window["last"].ge(month)
    position = np.select(
        [
            window["last"].lt(month),
            window["first"].gt(month),
            live & np.isinf(window["last"]),
            live,
        ],
        [WINDOW_ENDED, NOT_STARTED, UNDER_WAY, IN_DELIVERY],
        default=DATES_NOT_GIVEN,
    )
    return actions.assign(position=pd.Series(position, index=actions.index, dtype="str"))


def live_between(actions: pd.DataFrame, first: pd.Period, last: pd.Period) -> pd.Series:
    """Return whether each action is live in any month from ``first`` to ``last``, inclusive."""
    return live_in(windows(actions), first, last)


def live_in(window: pd.DataFrame, first: pd.Period, last: pd.Period) -> pd.Series:
    """Return the same for ``windows`` found before, where many spans are asked."""
    return window["first"].le(month_number(last)) & window["last"].ge(month_number(first))


def is_time_bound(actions: pd.DataFrame) -> pd.Series:
    """Return whether each action has a planned end, which is its deadline."""
    return actions["end_kind"].eq(DATED)


def _numbers(months: pd.Series) -> pd.Series:
    # Without the mask NaT would be a month: pandas gives it the year and the month -1.
    return (months.dt.year * 12 + months.dt.month).astype("float64").where(months.notna())
