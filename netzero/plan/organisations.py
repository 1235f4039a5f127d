"""The reviewed list of names, which alone decides what is one organisation."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from netzero.plan.checking import PlanError, Problem
from netzero.plan.tables import read_text_table

COUNCIL_TEAM = "council team"
KINDS = (
    COUNCIL_TEAM,
    "local authority",
    "government and agency",
    "health",
    "transport",
    "energy",
    "business",
    "education",
    "voluntary and community",
    "public",
    "funding",
    "partnership",
)

Spellings = Mapping[str, tuple[str, ...]]


def read_organisations(path: str | Path) -> pd.DataFrame:
    """Return the reviewed names: name, kind, aliases (separated by ``; ``) and note.

    Raises ``PlanError`` for an unknown kind, a blank name or a name that stands twice.
    """
    table = read_text_table(path, columns=("name", "kind", "aliases", "note"))
    problems = [
        Problem(row.row, "kind", row.kind, "is not a kind", ", ".join(KINDS))
        for row in table.itertuples()
        if row.kind not in KINDS
    ]
    problems += [
        Problem(row.row, "name", row.name, "is blank or stands twice", "each name once")
        for row in table[table["name"].duplicated() | table["name"].eq("")].itertuples()
    ]
    if problems:
        raise PlanError(problems, file=Path(path).name)
    return table.drop(columns="row")


def spellings(organisations: pd.DataFrame) -> Spellings:
    """Return each accepted spelling with the organisations it stands for.

    An alias listed under two organisations names both: "DfT and OZEV" is two.
    """
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in organisations["name"]}
    for name, aliases in zip(organisations["name"], organisations["aliases"], strict=True):
        for alias in names_in(aliases):
            found[alias] = (*found.get(alias, ()), name)
    return found


def names_in(cell: str) -> list[str]:
    """Return the names of a cell that separates them with semicolons."""
    return [name.strip() for name in cell.split(";") if name.strip()]


def closest(name: str, known: Spellings) -> str:
    """Return the accepted spelling most like ``name``, or an empty string."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.8)), "")


def split_names(text: str, known: Spellings) -> tuple[list[str], list[str]]:
    """Return the known names in a cell that lost its line breaks, and what is left over.

    The longest spelling that fits is taken first, so "Environment and Waste Branch" is not read
    as "Environment". What the list does not know is returned as it stands, never guessed.
    """
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\S){re.escape(name)}(?!\S)" for name in longest_first))
    names = pattern.findall(text)
    unknown = [part.strip() for part in pattern.split(text) if part.strip()]
    return names, unknown
