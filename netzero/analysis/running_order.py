"""The running order of a briefing: which slides, each with which scope."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from netzero.analysis.briefing import PROPOSED, Choice
from netzero.analysis.scope import Scope

LONGEST = 30
LONGEST_NOTE = 800


@dataclass(frozen=True)
class Entry:
    """One place in the order: a kind of slide, its own scope if pinned, and whether it is out.

    ``month`` is its own as-at month ("2026-11"), blank where it follows the page's; ``choices``
    are what was chosen of its question, ``words`` those of a slide in the presenter's own, and
    ``note`` is what the presenter means to say.
    """

    kind: str
    pinned: Scope | None = None
    left_out: bool = False
    month: str = ""
    choices: tuple[tuple[str, Choice], ...] = ()
    words: str = ""
    note: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it has a scope or a month of its own, and does not follow the page's."""
        return self.pinned is not None or bool(self.month)


class RunningOrderError(ValueError):
    """What was read is no running order; the message is a sentence that says why."""


def proposed() -> tuple[Entry, ...]:
    """Return the order that the page proposes."""
    return tuple(Entry(kind) for kind in PROPOSED)


def duplicated(order: Sequence[Entry], place: int) -> tuple[Entry, ...]:
    """Return the order with the slide at ``place`` twice, up to ``LONGEST`` slides."""
    entries = list(order)
    return tuple([*entries[: place + 1], entries[place], *entries[place + 1 :]][:LONGEST])


def changed(order: Sequence[Entry], place: int, **changes: Any) -> tuple[Entry, ...]:
    """Return the order with fields of the slide at ``place`` changed."""
    entries = list(order)
    entries[place] = replace(entries[place], **changes)
    return tuple(entries)
