"""Where each published table comes from and which delivery years are printed over it."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from netzero.plan.checking import PlanError, Problem
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    delivery_year,
    first_month,
    years_between,
)
from netzero.plan.tables import read_text_table

DEFAULT_PLANS = Path(__file__).parents[2] / "data" / "plans.csv"
COLUMNS = ("plan", "publisher", "first_delivery_year", "last_delivery_year", "source", "note")


def read_provenance(path: str | Path = DEFAULT_PLANS) -> pd.DataFrame:
    """Return one row a published table: plan, publisher, its printed years, source and note.

    Raises ``PlanError`` for a delivery year that is none, or a last one before the first.
    """
    table = read_text_table(path, columns=COLUMNS)
    accepted = f"an April to March year such as 2025-26, from {EARLIEST_YEAR} to {LATEST_YEAR}"
    problems = [
        Problem(row, column, year, "is not a delivery year", accepted)
        for column in COLUMNS[2:4]
        for row, year in zip(table["row"], table[column], strict=True)
        if not _is_delivery_year(year)
    ]
    problems += [
        Problem(row.row, COLUMNS[3], row.last_delivery_year, "is before the first", "a later year")
        for row in table.itertuples()
        if row.last_delivery_year < row.first_delivery_year and not problems
    ]
    if problems:
        raise PlanError(problems, file=Path(path).name)
    return table.drop(columns="row")


def _is_delivery_year(text: str) -> bool:
    first = text[:4]
    if not (first.isascii() and first.isdigit() and EARLIEST_YEAR <= int(first) <= LATEST_YEAR):
        return False
    return text == delivery_year(first_month(text))


def printed_years(plans: Iterable[str], path: str | Path | None) -> tuple[str, ...]:
    """Return the delivery years printed over ``plans``; empty where any plan is not listed."""
    if path is None:
        return ()
    table = read_provenance(path)
    listed = table[table["plan"].isin(set(plans))]
    if set(plans) - set(listed["plan"]) or listed.empty:
        return ()
    first = first_month(listed["first_delivery_year"].min())
    return years_between(first, first_month(listed["last_delivery_year"].max()))
