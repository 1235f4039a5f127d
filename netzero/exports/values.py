"""A value as files, tables and slides show it, in text that any file may hold."""

import re

import pandas as pd

from netzero.analysis.exhibit import Value
from netzero.plan.months import month_label

MARK = "\ufffd"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]+")


def value_text(value: Value) -> str:
    """Return a value in words: a month as readers see it, names with semicolons between.

    Where there is no value the text is empty.

    >>> value_text(pd.Period("2026-03", "M")), value_text(("T7", "T8")), value_text(1200)
    ('Mar 2026', 'T7; T8', '1200')
    >>> value_text(-7)
    '−7'
    """
    held = file_value(value)
    if isinstance(held, int) and held < 0:
        return f"−{-held}"
    return "" if held is None else str(held)


def file_value(value: Value) -> str | int | None:
    """Return a value as a file holds it: a number stays one, all else is in words, or None."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, pd.Period):
        return month_label(value)
    held: str | int | None = value
    return held


def printable(text: str) -> str:
    """Return text with a mark in place of each character that a file may not hold.

    >>> printable("a\\x00b")
    'a\ufffdb'
    """
    return _UNPRINTABLE.sub(MARK, text)


def one_line(text: str) -> str:
    """Return text on one line, with a mark in place of what a file may not hold.

    >>> one_line("two\\nlines")
    'two lines'
    """
    return printable(_BREAKS.sub(" ", text))
