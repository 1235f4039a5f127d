"""What stands between the names of a cell, found by column."""

import re
from collections.abc import Sequence
from functools import lru_cache

from netzero.plan.intake.grids import SOFT

NEWLINE, SEMICOLON, COMMA, SLASH, AND = "new line", "semicolon", "comma", "slash", "and"
SIGNS = {NEWLINE: "\n", SEMICOLON: ";", COMMA: ",", SLASH: "/", AND: " and "}
NONE = "none"
# A word alone separates nothing unless it is asked for: "Environment and Waste" is one name.
_MAY_PART = re.compile(
    rf"(?!(?:and|of|for|the|&) *{SOFT})([^\s{SOFT}]+[^,&\s{SOFT}]){SOFT}([A-Z]\w*)"
)
_JOINING = frozenset({"and", "of", "for", "the", "in", "to", "with", "on", "by", "at", "or"})
_BODY = re.compile(
    r"\b(?:team|branch|unit|service|department|council|partnership|group|agency|committee|board"
    r"|authority|authoritie|office)s?$",
    re.IGNORECASE,
)
_LAST = re.compile(r"^(?:and|&) ", re.IGNORECASE)
_GUESSED = (NEWLINE, SEMICOLON, COMMA, SLASH)


def separator_of(cells: Sequence[str]) -> str:
    """Return the first of the separators that stands in any of the cells, ``none`` where none does.

    >>> separator_of(["Fleet; Planning", "Fleet, Roads and Waste"])
    'semicolon'
    """
    for name in _GUESSED:
        if any(SIGNS[name] in cell for cell in cells):
            return name
    return NONE


def settled(cells: Sequence[str], separator: str, *, by_words: bool = True) -> list[str]:
    """Return cells in which the breaks that may be the width's own are new lines or blanks.

    A break parts two names where at least one of them is printed whole in another cell, or
    ``by_words`` where a name has come to an end before it; else the words on both sides are one.

    >>> settled(["Fleet", f"Roads{SOFT}Fleet", f"Estates and{SOFT}Land"], "new line")
    ['Fleet', 'Roads\\nFleet', 'Estates and Land']
    >>> settled([f"Land owners{SOFT}Bus{SOFT}Operators", f"Parks Team{SOFT}Bus Unit"], "new line")
    ['Land owners\\nBus Operators', 'Parks Team\\nBus Unit']
    """
    if separator != NEWLINE:
        return [cell.replace(SOFT, " ") for cell in cells]
    lines = [line for cell in cells for line in cell.split("\n")]
    known = frozenset(line.casefold() for line in lines if line and SOFT not in line)
    return [
        "\n".join(_settled(line, known, by_words) for line in cell.split("\n")) for cell in cells
    ]


@lru_cache(maxsize=4096)
def _settled(line: str, known: frozenset[str], by_words: bool) -> str:
    words = [part for part in line.split(SOFT) if part]
    halves = [(" ".join(words[:at]), " ".join(words[at:]), at) for at in range(1, len(words))]
    parting = next((at for *pair, at in halves if known & set(map(str.casefold, pair))), 0)
    if not parting and by_words:
        parting = next((at for before, after, at in halves if _are_two(before, after)), 0)
    if not parting:
        return " ".join(words)
    parts = (SOFT.join(words[:parting]), SOFT.join(words[parting:]))
    return "\n".join(_settled(part, known, by_words) for part in parts)


def _are_two(before: str, after: str) -> bool:
    """Return whether a name ends in ``before``, and another begins with ``after``.

    So it is where a word in small letters stands before one in capitals ("land owners", "Bus
    Operators"), or where both end in what such a body is called ("Parks Team", "Bus Unit").
    """
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    if not first[:1].isupper():
        return False
    small = last[:1].islower() and last not in _JOINING
    return small or bool(_BODY.search(before) and _BODY.search(after))


def doubts(cell: str, after: str) -> list[str]:
    """Return the names of a settled cell that may be two: a break in them was before a capital.

    >>> doubts(f"Parks Team{SOFT}Roads Team", "Parks Team Roads Team")
    ['Parks Team Roads Team']
    """
    breaks = [" ".join(pair) for pair in _MAY_PART.findall(cell)]
    return [name for name in after.split("\n") if any(words in name for words in breaks)]


def parted(cell: str, separator: str) -> list[str]:
    """Return the names of a cell, each once, without what numbers or marks them as a list."""
    parts = cell.split(SIGNS[separator]) if separator in SIGNS else [cell]
    names = (" ".join(part.split()).strip("•·*-– \t;,") for part in parts)
    if separator == COMMA:  # "Fleet, Roads, and Waste" are three
        names = (_LAST.sub("", name) for name in names)
    return list(dict.fromkeys(name for name in names if name))
