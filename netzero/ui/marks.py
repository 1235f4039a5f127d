"""A mark: what a reader pointed at in a picture, as the address holds it.

It reads ``load|Growth Service|Q4 2026-27``: the question of the exhibit, then what its picture
calls the spot.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Lanes, Rows, Spot
from netzero.ui import address

BETWEEN = "|"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Mark:
    """The question of an exhibit, and the names of one of its spots."""

    question: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the mark as the address holds it.

        >>> str(Mark("load", ("Roads | Rail", "Q4 2026-27")))
        'load|Roads %7C Rail|Q4 2026-27'
        """
        return BETWEEN.join(map(_escaped, (self.question, *self.names)))


def read_mark(text: str) -> Mark:
    """Return the mark that a text holds; raise ``ValueError`` where it holds none.

    >>> read_mark("load|Roads %7C Rail|Q4 2026-27").names
    ('Roads | Rail', 'Q4 2026-27')
    """
    if _STRAY_PERCENT.search(text):
        raise ValueError(f"{text!r} is not escaped as marks are")
    question, *names = (unquote(part, errors="strict") for part in text.split(BETWEEN))
    if not question or not names or not all(names):
        raise ValueError(f"{text!r} does not name a question and a spot")
    return Mark(question, tuple(names))


def open_spot(exhibit: Exhibit, spot: Spot) -> None:
    """Put what lies behind a spot into the address, which opens it. For use as a callback.

    A lane or a row of one action opens that action; all else a list of the actions behind it.
    """
    if isinstance(exhibit.picture, Lanes | Rows) and len(spot.action_ids) == 1:
        address.put(address.ACTION, spot.action_ids[0])
    elif spot.action_ids:
        address.put(address.MARK, str(Mark(exhibit.question, spot.names)))


def open_named(exhibit: Exhibit, names: Sequence[str]) -> None:
    """Open the spot that an exhibit calls by ``names``, if it has one. For use as a callback."""
    if spot := exhibit.spot(names):
        open_spot(exhibit, spot)


def _escaped(part: str) -> str:
    return part.replace("%", "%25").replace(BETWEEN, "%7C")
