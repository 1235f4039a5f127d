"""What a plan officer decided about a file, kept beside it: its columns, separators, days, name."""

import json
from collections.abc import Mapping
from typing import Any

from netzero.plan.faults import refuse_file
from netzero.plan.intake.edition import Choices
from netzero.plan.intake.headings import LEADS, PARTNERS, PLAN, WORDS
from netzero.plan.intake.separators import NONE, SIGNS

_ACCEPTED = (
    '{"columns": {"leads": "Owner"}, "separators": {"leads": "comma"}, "day_first": true, '
    '"plan": "Climate plan", "publisher": "Anytown Council", '
    '"names": {"Schools and academies": "Schools"}}'
)


def read_choices(content: bytes, *, file: str) -> Choices:
    """Return what a JSON file decides. Raises ``PlanError`` for what it cannot decide.

    What ``check --json`` prints can be given back: its ``mapping`` are the columns. A file of
    columns alone needs no name for them.
    """
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        refuse_file("is no JSON", _ACCEPTED, file=file)
    if not isinstance(found, dict):
        refuse_file("holds no object", _ACCEPTED, file=file)
    if set(found) - {PLAN} and set(found) <= set(WORDS):
        found = {"columns": found}
    elif "columns" not in found:
        found = {**found, "columns": found.get("mapping")}
    columns, separators = (_texts(found, part, file=file) for part in ("columns", "separators"))
    _check_names(columns, tuple(WORDS), "column", file=file)
    _check_names(separators, (LEADS, PARTNERS), "column", file=file)
    by_sign = {sign: name for name, sign in SIGNS.items()} | {"\n": "new line", "": NONE}
    named = {column: by_sign.get(said, said) for column, said in separators.items()}
    for said in named.values():
        if said not in (*SIGNS, NONE):
            refuse_file(f"names the separator “{said}”", ", ".join((*SIGNS, NONE)), file=file)
    day_first = found.get("day_first")
    if day_first not in (True, False, None):
        refuse_file("says of day_first neither true nor false", _ACCEPTED, file=file)
    names = _texts(found, "names", file=file)
    plan, publisher = (str(found.get(part) or "") for part in (PLAN, "publisher"))
    return Choices(columns, named, day_first, plan, names, publisher)


def _texts(found: Mapping[str, Any], part: str, *, file: str) -> dict[str, str]:
    held = found.get(part) or {}
    if not isinstance(held, dict) or not all(isinstance(v, str | None) for v in held.values()):
        refuse_file(f"gives {part} that are no texts by name", _ACCEPTED, file=file)
    return {str(name): text or "" for name, text in held.items()}


def _check_names(held: Mapping[str, str], known: tuple[str, ...], what: str, *, file: str) -> None:
    for name in held:
        if name not in known:
            refuse_file(f"names the {what} “{name}”", ", ".join(known), file=file)
