"""Counts, lists and tenses as sentences say them: the one place for singular, plural and none."""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from netzero.plan.months import month_label, month_name


class Said(str):
    """A sentence, with how a slide says it where it has too many words for one.

    ``brief`` is that, and ``beneath`` what it leaves to the line under it; both are blank where
    the sentence is never too long.

    >>> said = Said("1 live with 2 teams", brief="1 live", beneath="with 2 teams")
    >>> said.after("Red Team: "), said.after("Red Team: ").brief, said.beneath
    ('Red Team: 1 live with 2 teams', 'Red Team: 1 live', 'with 2 teams')
    """

    brief: str
    beneath: str

    def __new__(cls, sentence: str, *, brief: str = "", beneath: str = "") -> "Said":
        """Return a sentence that can be said briefly."""
        said = super().__new__(cls, sentence)
        said.brief, said.beneath = brief, beneath
        return said

    def after(self, before: str) -> "Said":
        """Return the sentence with words before it, which its brief form keeps."""
        brief = f"{before}{self.brief}" if self.brief else ""
        return Said(f"{before}{self}", brief=brief, beneath=self.beneath)


def count_of(number: int, noun: str, *, plural: str = "") -> str:
    """Return a count with its noun.

    >>> count_of(1, "action"), count_of(1200, "action"), count_of(0, "action")
    ('1 action', '1,200 actions', 'no actions')
    """
    words = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {words}" if number else f"no {words}"


def agree(number: int, one: str, several: str) -> str:
    """Return the word that agrees with a count: ``one`` for 1, else ``several``.

    >>> agree(1, "is", "are"), agree(0, "is", "are")
    ('is', 'are')
    """
    return one if number == 1 else several


def agree_part(part: int, total: int, one: str, several: str) -> str:
    """Return the word that agrees with what ``of_total`` returns.

    >>> agree_part(0, 1, "is", "are"), agree_part(0, 7, "is", "are")
    ('is', 'are')
    """
    return one if 1 in (part, total) else several


def in_words(number: int) -> str:
    """Return a small number as a word, a larger one in figures.

    >>> in_words(2), in_words(10), in_words(1200), in_words(0)
    ('two', '10', '1,200', 'no')
    """
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if number < len(words) else f"{number:,}"


def worded(number: int, noun: str) -> str:
    """Return a count with its noun, a small one as a word.

    >>> worded(1, "move"), worded(12, "move"), worded(0, "move")
    ('one move', '12 moves', 'no moves')
    """
    return f"{in_words(number)} {noun if number == 1 else f'{noun}s'}"


def number_of(count: int) -> str:
    """Return a count in figures, and "none" for nought."""
    return f"{count:,}" if count else "none"


def every(number: int) -> str:
    """Return what stands before a noun for all of several.

    >>> every(2), every(7)
    ('both', 'all 7')
    """
    return "both" if number == 2 else f"all {number:,}"


def of_total(part: int, total: int, noun: str) -> str:
    """Return a part of a whole, never "22 of 22".

    >>> of_total(3, 7, "action"), of_total(7, 7, "action"), of_total(1, 1, "action")
    ('3 of 7 actions', 'all 7 actions', 'the only action')
    >>> of_total(2, 2, "action"), of_total(0, 7, "action"), of_total(0, 1, "action")
    ('both actions', 'none of 7 actions', 'no action')
    """
    counted = count_of(total, noun)
    if part == total > 1:
        return f"{every(total)} {noun}s"
    if part == total:
        return f"the only {noun}" if total else counted
    if total == 1:
        return f"no {noun}"
    return f"{part:,} of {counted}" if part else f"none of {counted}"


def the_most(equal: int, total: int) -> str:
    """Return what follows some that are equal at the top: they are the most where others have less.

    >>> the_most(2, 5), the_most(2, 2)
    (', the most', '')
    """
    return ", the most" if equal < total else ""


def listing(names: Sequence[str], *, most: int | None = None, joined_by: str = "and") -> str:
    """Return names as a sentence lists them; what is beyond ``most`` is counted.

    >>> listing(["T7", "T8"]), listing(["a", "b", "c", "d"], most=2)
    ('T7 and T8', 'a, b and 2 more')
    """
    shown = list(names[:most])
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown):,} more")
    if not shown:
        return "none"
    return f" {joined_by} ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def capital(sentence: str) -> str:
    """Return a sentence with its first letter a capital.

    >>> capital("all 7 actions are live")
    'All 7 actions are live'
    """
    return sentence[:1].upper() + sentence[1:]


@lru_cache(maxsize=4096)
def span_of(first: pd.Period, last: pd.Period) -> str:
    """Return when a stretch of months is, as briefly as it can be said.

    >>> months = pd.period_range("2026-11", "2027-03", freq="M")
    >>> span_of(months[0], months[0]), span_of(months[0], months[1])
    ('November 2026', 'Nov to Dec 2026')
    >>> span_of(months[0], months[-1])
    'Nov 2026 to Mar 2027'
    """
    if first == last:
        return month_name(first)
    if first.year == last.year:
        return f"{month_label(first).split()[0]} to {month_label(last)}"
    return f"{month_label(first)} to {month_label(last)}"
