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


def settled(cells: Sequence[str], separator: str) -> list[str]:
    """Return cells in which the breaks that may be the width's own are new lines or blanks.

    A break parts two names where at least one of them is printed whole in another cell; else the
    words on both sides are one name.

    >>> settled(["Fleet", f"Roads{SOFT}Fleet", f"Estates and{SOFT}Land"], "new line")
    ['Fleet', 'Roads\\nFleet', 'Estates and Land']
    """
    if separator != NEWLINE:
        return [cell.replace(SOFT, " ") for cell in cells]
    lines = [line for cell in cells for line in cell.split("\n")]
    known = frozenset(line.casefold() for line in lines if line and SOFT not in line)
    return ["\n".join(_settled(line, known) for line in cell.split("\n")) for cell in cells]


@lru_cache(maxsize=4096)
def _settled(line: str, known: frozenset[str]) -> str:
    words = line.split(SOFT)
    for at in range(1, len(words)):
        before, after = (SOFT.join(part) for part in (words[:at], words[at:]))
        if known & {part.replace(SOFT, " ").casefold() for part in (before, after)}:
            return f"{_settled(before, known)}\n{_settled(after, known)}"
    return " ".join(words)


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
