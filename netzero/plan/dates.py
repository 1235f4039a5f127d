"""The kinds that a start or an end may be of, and the names of months."""

import pandas as pd

from netzero.plan.months import MONTH_NAMES

DATED = "dated"
ONGOING = "ongoing"
TO_BE_CONFIRMED = "to be confirmed"
NOT_GIVEN = "not given"

NONE_NAMED = "None named"
MONTH_NUMBERS = {
    spelling.lower(): number
    for number, name in enumerate(MONTH_NAMES, start=1)
    for spelling in (name, name[:3])
} | {"sept": 9}


def names_nobody(cell: str) -> bool:
    """Return whether a cell of names holds none: they are to be confirmed, or none is printed."""
    return is_to_be_confirmed(cell) or cell.strip().lower() == NONE_NAMED.lower()


def is_to_be_confirmed(cell: str) -> bool:
    """Return whether a cell of names says that they are to be confirmed."""
    return cell.strip().lower() == "tbc"


def are_to_be_confirmed(cells: pd.Series) -> pd.Series:
    """Return whether each cell of a column of names says that they are to be confirmed."""
    return cells.str.lower().eq("tbc")
