"""Where each published table comes from and which delivery years are printed over it."""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from netzero.plan.columns import PLANS_FILE, declared_frame, names_of
from netzero.plan.faults import Fault, raise_any
from netzero.plan.files import PLANS_CSV
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    delivery_year,
    first_month,
    years_between,
)
from netzero.plan.tables import blank_cells, cells, read_text_table
from netzero.plan.twins import twin_faults

COLOUR, CONTRAST = "colour", 4.5
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_COLOURS = "# and six digits, dark enough to be read on white (4.5 to 1), or a blank"
_YEARS = ("first_delivery_year", "last_delivery_year")
_ACCEPTED = f"an April to March year such as 2025-26, from {EARLIEST_YEAR} to {LATEST_YEAR}"


def read_provenance(content: bytes | None) -> pd.DataFrame:
    """Return one row a published table: plan, publisher, its printed years, source and note.

    No rows come back where there is no file. Raises ``PlanError`` for a table that stands twice
    or is not named, a delivery year that is none, a last one before the first, or a colour in
    which words cannot be read on white.
    """
    columns = names_of(PLANS_FILE)
    if content is None:
        return declared_frame("provenance", dict.fromkeys(columns, ()))
    table = _table(content)
    raise_any(_faults(table), file=PLANS_CSV)
    return declared_frame("provenance", table.reset_index(drop=True))


def accent_of(content: bytes | None) -> str:
    """Return the colour that a plan brings for its screens, as #rrggbb; blank if it brings none.

    It stands in a column of plans.csv that a file need not have; the first given is taken.
    """
    given = [] if content is None else [each for each in _table(content)[COLOUR] if each]
    return given[0] if given else ""


def _table(content: bytes) -> pd.DataFrame:
    columns = names_of(PLANS_FILE)
    return read_text_table(content, file=PLANS_CSV, columns=columns, optional=[COLOUR])


def printed_years(plans: Iterable[str], provenance: pd.DataFrame) -> tuple[str, ...]:
    """Return the delivery years printed over ``plans``; empty where any plan is not listed."""
    wanted = set(plans)
    listed = provenance[provenance["plan"].isin(wanted)]
    if listed.empty or wanted - set(listed["plan"]):
        return ()
    first = first_month(listed["first_delivery_year"].min())
    return years_between(first, first_month(listed["last_delivery_year"].max()))


def _faults(table: pd.DataFrame) -> Iterator[Fault]:
    yield Fault("plan", blank_cells(table["plan"]), "is given", "some text")
    yield from twin_faults(table["plan"], once="each plan once")
    valid = table[list(_YEARS)].map(_is_delivery_year)
    for column in _YEARS:
        none = cells(table.loc[~valid[column], column])
        yield Fault(column, none, "is not a delivery year", _ACCEPTED)
    first, last = (table[column] for column in _YEARS)
    backwards = cells(last[valid.all(axis=1) & last.lt(first)])
    yield Fault(_YEARS[1], backwards, "is before the first", "a later year")

    pale = table[COLOUR].ne("") & ~table[COLOUR].map(_reads_on_white)
    yield Fault(COLOUR, cells(table.loc[pale, COLOUR]), "is no colour for words", _COLOURS)


def _reads_on_white(text: str) -> bool:
    """Return whether words in a colour have 4.5 to 1 against white, as WCAG counts it."""
    if not _HEX.fullmatch(text):
        return False
    red, green, blue = (_linear(int(text[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= CONTRAST


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _is_delivery_year(text: str) -> bool:
    first = text[:4]
    if not (first.isascii() and first.isdigit() and EARLIEST_YEAR <= int(first) <= LATEST_YEAR):
        return False
    return text == delivery_year(first_month(text))
