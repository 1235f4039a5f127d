"""Texts that a reader would take for one another: the same, or but for case and invisible signs."""

import unicodedata
from collections.abc import Iterator, Sequence

import pandas as pd

from netzero.plan.faults import Fault

_INVISIBLE = ("Cc", "Cf")  # control signs, and signs of format such as a zero-width space


def as_seen(text: str) -> str:
    """Return a text as a reader sees it, whatever its case: texts that look alike become equal.

    >>> as_seen("B.4") == as_seen("b.4\\u200b")
    True
    """
    visible = "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign) not in _INVISIBLE
    )
    return " ".join(visible.split()).casefold()


def twin_faults(cells: pd.Series, *, once: str) -> Iterator[Fault]:
    """Yield the cells of a column that repeat another, or look like one; blanks are passed over.

    Each is found where it stands again; ``cells`` are indexed by row. ``once`` is what is accepted.
    """
    column, texts = str(cells.name), cells.tolist()
    if _all_look_different(texts):
        return
    first: dict[str, str] = {}
    met: set[str] = {""}
    again, alike = [], []
    for row, text in zip(cells.index.tolist(), texts, strict=True):
        earlier = first.setdefault(as_seen(text), text)
        if text and text in met:
            again.append((row, text))
        elif earlier != text:
            alike.append((row, text))
        met.add(text)

    def fault(text: str) -> str:
        return f"differs from “{first[as_seen(text)]}” only in case or in signs that cannot be seen"

    yield Fault(column, again, "stands twice", once)
    yield Fault(column, alike, fault, once)


def _all_look_different(texts: Sequence[str]) -> bool:
    whole = "".join(texts)
    # Plain letters and digits are looked at all at once, which a long plan is glad of.
    plain = whole.isascii() and whole.isprintable() and " " not in whole
    return len(set(map(str.lower if plain else as_seen, texts))) == len(texts)
