"""Text as spreadsheets take it: names of sheets, headings, and cells that nothing runs."""

import re
from collections.abc import Iterable, Sequence

from netzero.exports.values import printable

LONGEST_CELL, LONGEST_HEADING, LONGEST_NAME = 32_767, 255, 31
# With the full-width signs, which some spreadsheets read as the plain ones.
_LIVE = tuple("=+-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def inert(value: str | int | None) -> str | int | None:
    """Return a value that no spreadsheet runs; anything but text is returned as it is.

    >>> inert("=1+1"), inert("1-1"), inert(-1)
    ("'=1+1", '1-1', -1)
    """
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if value.startswith(_LIVE) else text


def cell_words(text: str) -> str:
    """Return text that a cell of Excel holds; what it would cut is counted at the end.

    >>> cell_words("x" * 40_000)[-49:]
    'xxx… (7,280 more characters do not fit this cell)'
    """
    # Excel counts as UTF-16 does: a character beyond the first 65,536 is two.
    written = text.encode("utf-16-le")
    if len(written) <= 2 * LONGEST_CELL:
        return text
    room = LONGEST_CELL - len(_left_out(len(text)))
    kept = written[: 2 * room].decode("utf-16-le", errors="ignore")
    return kept + _left_out(len(text) - len(kept))


def headings(names: Iterable[str]) -> list[str]:
    """Return headings that Excel takes: on one line, not empty, no two alike but for case.

    >>> headings(["Red team", "Red Team", ""])
    ['Red team', 'Red Team (2)', 'Column 3']
    """
    lines = (" ".join(printable(name).split()) for name in names)
    filled = [line or f"Column {place}" for place, line in enumerate(lines, start=1)]
    return _unlike(filled, longest=LONGEST_HEADING)


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Return names that Excel takes for sheets, each as much of its title as it may hold.

    >>> sheet_names(["Cover", "cover", "Who: A/B?", "'Twas", "One team’s work, month by month"])
    ['Cover', 'cover (2)', 'Who A B', 'Twas', 'One team’s work, month by month']
    >>> sheet_names(["What runs when, by theme and deadline"])
    ['What runs when, by theme and d…']
    """
    plain = (_NOT_IN_NAMES.sub(" ", printable(title)) for title in titles)
    names = [" ".join(title.split()).strip("' ") or "Sheet" for title in plain]
    # Excel keeps this name for itself.
    kept = [f"{name} of the plan" if name.casefold() == "history" else name for name in names]
    return _unlike(kept, longest=LONGEST_NAME)


def _unlike(names: Sequence[str], *, longest: int) -> list[str]:
    """Return names cut to a length, with a number after each that is there already."""
    taken: set[str] = set()
    found = []
    for name in names:
        own, number = _cut(name, longest), 1
        while own.casefold() in taken:
            number += 1
            own = _cut(name, longest - len(f" ({number})")) + f" ({number})"
        taken.add(own.casefold())
        found.append(own)
    return found


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else name[: longest - 1] + "…"


def _left_out(number: int) -> str:
    return f"… ({number:,} more characters do not fit this cell)"
