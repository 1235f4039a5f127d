"""Counts, lists and tenses as sentences say them."""

from collections.abc import Sequence

import pandas as pd

from netzero.plan.months import month_label, month_name


def count_of(number: int, noun: str, *, plural: str = "") -> str:
    """Return a count with its noun.

    >>> count_of(1, "action"), count_of(1200, "action")
    ('1 action', '1,200 actions')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listing(names: Sequence[str], *, most: int = 3) -> str:
    """Return names as a sentence lists them; what is beyond ``most`` is counted.

    >>> listing(["T7", "T8"]), listing(["a", "b", "c", "d"], most=2)
    ('T7 and T8', 'a, b and 2 more')
    """
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else "none"


def span_of(months: Sequence[pd.Period]) -> str:
    """Return when the months of an ordered list are, as one stretch if they are one.

    >>> span_of(list(pd.period_range("2025-12", "2026-02", freq="M")))
    'Dec 2025 to Feb 2026'
    """
    first, last = months[0], months[-1]
    if first == last:
        return month_name(first)
    unbroken = (last - first).n == len(months) - 1
    words = "{} to {}" if unbroken else "first in {}, last in {}"
    return words.format(month_label(first), month_label(last))


def by_tense(month: pd.Period, as_at: pd.Period, *, past: str, present: str) -> str:
    """Return the word that fits a month: ``past`` only when it lies before ``as_at``."""
    return past if month < as_at else present
