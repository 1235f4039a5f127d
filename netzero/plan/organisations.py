"""The reviewed list of names, which alone decides what is one organisation."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import pandas as pd

from netzero.plan.columns import ORGANISATIONS_FILE, declared_frame, names_of
from netzero.plan.faults import Fault, raise_any
from netzero.plan.files import ORGANISATIONS_CSV
from netzero.plan.tables import blank_cells, cells, cells_with, distinct, read_text_table
from netzero.plan.twins import as_seen, twin_faults

COUNCIL_TEAM = "council team"
PUBLISHING_COUNCIL = "publishing council"
NOT_KNOWN = "not known"
INTERNAL_KINDS = (COUNCIL_TEAM, PUBLISHING_COUNCIL)
KINDS = (
    *INTERNAL_KINDS,
    "local authority",
    "government and agency",
    "health",
    "transport",
    "energy",
    "business",
    "education",
    "voluntary and community",
    "public",
    "funding and investment",
    "partnership",
    NOT_KNOWN,
)

Spellings = Mapping[str, tuple[str, ...]]


def read_organisations(content: bytes) -> pd.DataFrame:
    """Return the reviewed names: name, kind, aliases (separated by ``; ``) and note.

    Raises ``PlanError`` for an unknown kind, a name that is blank, stands twice or holds a
    semicolon, and an alias that is, or looks like, another organisation's name.
    """
    columns = names_of(ORGANISATIONS_FILE)
    table = read_text_table(content, file=ORGANISATIONS_CSV, columns=columns)
    raise_any(_faults(table), file=ORGANISATIONS_CSV)
    return declared_frame("organisations", table.reset_index(drop=True))


def spellings(organisations: pd.DataFrame) -> Spellings:
    """Return each accepted spelling with the organisations it stands for.

    An alias listed under two organisations names both: "DfT and OZEV" is two.
    """
    found: dict[str, tuple[str, ...]] = {name: (name,) for name in organisations["name"]}
    for name, aliases in zip(organisations["name"], organisations["aliases"], strict=True):
        for alias in names_in(aliases):
            if name not in found.get(alias, ()):
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
    found = pattern.findall(text)
    unknown = [part.strip() for part in pattern.split(text) if part.strip()]
    return found, unknown


def _faults(table: pd.DataFrame) -> Iterator[Fault]:
    yield Fault("name", blank_cells(table["name"]), "is given", "some text")
    yield from twin_faults(table["name"], once="each name once")
    kinds = set(distinct(table["kind"])) - set(KINDS)
    yield Fault("kind", cells_with(table["kind"], kinds), "is not a kind", ", ".join(KINDS))
    several = cells(table.loc[table["name"].str.contains(";", regex=False), "name"])
    fault = "holds a semicolon, which separates names"
    yield Fault("name", several, fault, "one name, without a semicolon")
    owners = {as_seen(name): name for name in table["name"]}
    taken = [
        (row, alias)
        for row, name, aliases in zip(table.index, table["name"], table["aliases"], strict=True)
        for alias in names_in(aliases)
        if owners.get(as_seen(alias), name) != name
    ]
    fault = "is the name of another organisation in this list"
    yield Fault("aliases", taken, fault, "spellings that are not a name of their own")
