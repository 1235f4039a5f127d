"""A running order as a short text for a link, and as a small file that a person can read.

What comes back may have been written by anybody: its size and depth are bounded before it is
decoded, and whatever is not a running order is refused with a sentence.
"""

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from netzero.analysis.briefing import KINDS
from netzero.analysis.positions import POSITIONS
from netzero.analysis.running_order import LONGEST, LONGEST_NOTE, Entry, RunningOrderError
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.analysis.wording import listing
from netzero.plan.months import read_month

VERSION = 1
_OWN = ("month", "choices", "words", "note")  # what an entry has besides its scope
FORMAT = "net-zero-briefing"
LARGEST = 100_000
LONGEST_PACKED = 20_000
DEEPEST = 8
_DAMAGED_LINK = "The running order in the link is damaged."
_DAMAGED_FILE = "The file is damaged or is not a running order."


def pack(order: Sequence[Entry]) -> str:
    """Return the order as a short text for a link."""
    text = json.dumps(_plain(order), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(text.encode("utf-8"), 9)
    return base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def fits_link(order: Sequence[Entry]) -> bool:
    """Return whether an order comes back from the link and from the file that are made of it."""
    in_file = len(to_file(order, as_at=""))
    return in_file <= LARGEST and len(pack(order)) <= LONGEST_PACKED


def unpack(text: str) -> tuple[Entry, ...]:
    """Return the order that ``pack`` made; raise ``RunningOrderError`` for anything else."""
    if len(text) > LONGEST_PACKED:
        raise RunningOrderError("The running order in the link is too long to be one.")
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        opened = zlib.decompressobj()
        content = opened.decompress(packed, LARGEST)
    except (ValueError, zlib.error) as error:
        raise RunningOrderError(_DAMAGED_LINK) from error
    if not opened.eof:
        raise RunningOrderError(_DAMAGED_LINK)
    return _entries(_decoded(content, otherwise=_DAMAGED_LINK))


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
    found = _decoded(content, otherwise=_DAMAGED_FILE)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise RunningOrderError("The file does not hold a running order of this dashboard.")
    if found.get("version") != VERSION:
        raise RunningOrderError(f"The file is not of version {VERSION}, which is read here.")
    return _entries(found.get("slides"))


def _decoded(content: bytes, *, otherwise: str) -> object:
    """Return what JSON holds; raise ``RunningOrderError`` with a sentence ``otherwise``."""
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > DEEPEST:
            raise RunningOrderError(otherwise)
        found: object = json.loads(text)
    except ValueError as error:
        raise RunningOrderError(otherwise) from error
    return found


def _depth(text: str) -> int:
    """Return how deep the brackets of JSON stand within each other, those in strings left out."""
    depth = deepest = 0
    quoted = escaped = False
    for letter in text:
        if quoted:
            quoted, escaped = escaped or letter != '"', letter == "\\" and not escaped
        elif letter == '"':
            quoted = True
        elif letter in "[{":
            depth += 1
            deepest = max(depth, deepest)
        elif letter in "]}":
            depth -= 1
    return deepest


def _plain(order: Sequence[Entry]) -> list[list[object]]:
    """Return the order as lists: kind, the pinned scope if any, what is its own, 0 if left out.

    Where there is something of its own and no scope, null stands for the scope.
    """
    rows: list[list[object]] = []
    for entry in order:
        row: list[object] = [entry.kind]
        own = {name: value for name in _OWN if (value := getattr(entry, name))}
        if entry.pinned is not None:
            row.append({key: value for key, value in asdict(entry.pinned).items() if value})
        elif own:
            row.append(None)
        if own:
            row.append(own | ({"choices": dict(entry.choices)} if entry.choices else {}))
        if entry.left_out:
            row.append(0)
        rows.append(row)
    return rows


def _entries(rows: object) -> tuple[Entry, ...]:
    if not isinstance(rows, list) or not rows:
        raise RunningOrderError("The running order holds no slides.")
    if len(rows) > LONGEST:
        raise RunningOrderError(f"The running order holds more than {LONGEST} slides.")
    return tuple(_entry(row, f"Slide {place}") for place, row in enumerate(rows, start=1))


def _entry(row: object, slide: str) -> Entry:
    match row:
        case [str() as kind, *rest] if kind in KINDS:
            pass
        case _:
            raise RunningOrderError(f"{slide} of the running order is of no kind known here.")
    left_out = rest[-1:] == [0]
    match rest[:-1] if left_out else rest:
        case []:
            return Entry(kind, left_out=left_out)
        case [dict() as scope]:
            return Entry(kind, _scope(scope, slide), left_out)
        case [None | dict() as scope, dict() as own]:
            pinned = None if scope is None else _scope(scope, slide)
            return Entry(kind, pinned, left_out, **_own(kind, own, slide))
    raise RunningOrderError(f"{slide} of the running order holds more than a kind and filters.")


def _own(kind: str, found: dict[str, object], slide: str) -> dict[str, Any]:
    """Return what a slide has of its own: its month, its choices, its words, its note."""
    texts = {name: value for name, value in found.items() if name != "choices"}
    chosen = found.get("choices", {})
    if set(texts) - set(_OWN) or not all(isinstance(value, str) for value in texts.values()):
        raise RunningOrderError(f"{slide} of the running order holds what is unknown here.")
    if not isinstance(chosen, dict) or not all(map(_is_choice, chosen.values())):
        raise RunningOrderError(f"{slide} of the running order has choices unknown here.")
    said = [*texts.values(), *chosen, *(each for each in chosen.values() if isinstance(each, str))]
    if not all(map(_sayable, said)):
        raise RunningOrderError(f"{slide} of the running order has half a character.")
    if max(map(len, said), default=0) > LONGEST_NOTE:
        raise RunningOrderError(f"{slide} says more than {LONGEST_NOTE} characters.")
    if set(chosen) - set(KINDS[kind].choices):
        raise RunningOrderError(f"{slide} of the running order has choices unknown here.")
    _check_month(str(texts.get("month", "")), slide)
    return {**texts, "choices": tuple(chosen.items())}


def _is_choice(value: object) -> bool:
    return isinstance(value, str | int) and len(str(value)) <= LONGEST_NOTE


def _check_month(text: str, slide: str) -> None:
    try:
        if text:
            read_month(text)
    except ValueError as error:
        raise RunningOrderError(f"{slide} of the running order is as at no month.") from error


def _scope(found: dict[str, object], slide: str) -> Scope:
    query = found.get("q", "")
    names = {key: _texts(value) for key, value in found.items() if key != "q"}
    known = {field.name for field in fields(Scope)}
    if set(found) - known or not isinstance(query, str) or None in names.values():
        raise RunningOrderError(f"{slide} of the running order has filters unknown here.")
    scope = Scope(q=query, **{key: value for key, value in names.items() if value})
    if not all(map(_sayable, (query, *(name for value in names.values() for name in value or ())))):
        raise RunningOrderError(f"{slide} of the running order has a filter with half a character.")
    if len(scope.q) > LONGEST_QUERY:
        raise RunningOrderError(
            f"{slide} of the running order searches for more than {LONGEST_QUERY} characters."
        )
    if set(scope.position) - set(POSITIONS):
        positions = listing(POSITIONS, joined_by="or")
        raise RunningOrderError(f"{slide} asks for a position that is not one of {positions}.")
    return scope


def _texts(value: object) -> tuple[str, ...] | None:
    """Return a list of texts, or None for anything else."""
    texts = tuple(value) if isinstance(value, list) else (None,)
    return texts if all(isinstance(text, str) for text in texts) else None


def _sayable(text: str) -> bool:
    """Return whether text can be written to a page or file: it holds no half of a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
