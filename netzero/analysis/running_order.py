"""The running order of a briefing: which slides, with which filters, and how it travels."""

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from netzero.analysis.briefing import PROPOSED, TITLES
from netzero.analysis.selection import Filters

VERSION = 1
LONGEST = 30
LARGEST = 100_000
FORMAT = "net-zero-briefing"


@dataclass(frozen=True)
class Entry:
    """One place in the order: a kind of slide, its own filters if pinned, and whether it is out."""

    kind: str
    pinned: Filters | None = None
    left_out: bool = False


class RunningOrderError(ValueError):
    """A link or file that does not hold a running order, with a sentence that says why."""


def proposed() -> tuple[Entry, ...]:
    """Return the order that the page proposes."""
    return tuple(Entry(kind) for kind in PROPOSED)


def moved(order: Sequence[Entry], place: int, by: int) -> tuple[Entry, ...]:
    """Return the order with the slide at ``place`` moved; at an end it stays."""
    entries = list(order)
    target = max(0, min(len(entries) - 1, place + by))
    entries.insert(target, entries.pop(place))
    return tuple(entries)


def duplicated(order: Sequence[Entry], place: int) -> tuple[Entry, ...]:
    """Return the order with the slide at ``place`` twice, up to ``LONGEST`` slides."""
    entries = list(order)
    return tuple([*entries[: place + 1], entries[place], *entries[place + 1 :]][:LONGEST])


def changed(order: Sequence[Entry], place: int, **changes: Any) -> tuple[Entry, ...]:
    """Return the order with fields of the slide at ``place`` changed."""
    entries = list(order)
    entries[place] = replace(entries[place], **changes)
    return tuple(entries)


def pack(order: Sequence[Entry]) -> str:
    """Return the order as a short text for a link."""
    text = json.dumps(_plain(order), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(text.encode("utf-8"), 9)
    return base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack(text: str) -> tuple[Entry, ...]:
    """Return the order that ``pack`` made; raise ``RunningOrderError`` for anything else."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        unpacked = zlib.decompressobj().decompress(packed, LARGEST)
        rows = json.loads(unpacked)
    except (ValueError, zlib.error) as error:
        raise RunningOrderError("The running order in the link is damaged.") from error
    return _entries(rows)


def to_file(order: Sequence[Entry], *, as_at: str) -> bytes:
    """Return the order as a small JSON file that a person can read."""
    content = {"format": FORMAT, "version": VERSION, "as_at": as_at, "slides": _plain(order)}
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8")


def from_file(content: bytes) -> tuple[Entry, ...]:
    """Return the order in a file that ``to_file`` made.

    Raises ``RunningOrderError`` where the file is another, damaged, or of another version.
    """
    if len(content) > LARGEST:
        raise RunningOrderError(f"The file is larger than {LARGEST:,} bytes: not a running order.")
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise RunningOrderError("The file is damaged or is not a running order.") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise RunningOrderError("The file does not hold a running order of this dashboard.")
    if found.get("version") != VERSION:
        raise RunningOrderError(
            f"The file is of version {found.get('version')}; this dashboard reads {VERSION}."
        )
    return _entries(found.get("slides"))


def _plain(order: Sequence[Entry]) -> list[list[object]]:
    """Return the order as lists: kind, then the pinned filters that are set, then 0 if left out."""
    rows: list[list[object]] = []
    for entry in order:
        row: list[object] = [entry.kind]
        if entry.pinned is not None:
            row.append({key: value for key, value in asdict(entry.pinned).items() if value})
        if entry.left_out:
            row.append(0)
        rows.append(row)
    return rows


def _entries(rows: object) -> tuple[Entry, ...]:
    if not isinstance(rows, list) or not rows:
        raise RunningOrderError("The running order holds no slides.")
    if len(rows) > LONGEST:
        raise RunningOrderError(f"The running order holds more than {LONGEST} slides.")
    return tuple(_entry(row, place) for place, row in enumerate(rows, start=1))


def _entry(row: object, place: int) -> Entry:
    if not isinstance(row, list) or not row or row[0] not in list(TITLES):
        raise RunningOrderError(f"Slide {place} of the running order is of no kind known here.")
    pinned = next((_filters(part, place) for part in row[1:] if isinstance(part, dict)), None)
    return Entry(row[0], pinned=pinned, left_out=0 in [part for part in row[1:] if part == 0])


def _filters(found: dict, place: int) -> Filters:
    known = {field.name for field in fields(Filters)}
    lists = {key: value for key, value in found.items() if key != "q"}
    texts = [found.get("q", ""), *(name for value in lists.values() for name in _listed(value))]
    if set(found) - known or not all(isinstance(text, str) for text in texts):
        raise RunningOrderError(f"Slide {place} of the running order has filters unknown here.")
    return Filters(**{key: tuple(value) for key, value in lists.items()}, q=found.get("q", ""))


def _listed(value: object) -> list[object]:
    """Return the items of a list; anything else stands for an item that is not text."""
    return value if isinstance(value, list) else [None]
