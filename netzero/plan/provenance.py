"""Where each published table comes from and which delivery years are printed over it."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from netzero.plan.months import first_month, years_between
from netzero.plan.tables import read_text_table

DEFAULT_PLANS = Path(__file__).parents[2] / "data" / "plans.csv"
COLUMNS = ("plan", "publisher", "first_delivery_year", "last_delivery_year", "source", "note")


def read_provenance(path: str | Path = DEFAULT_PLANS) -> pd.DataFrame:
    """Return one row a published table: plan, publisher, its printed years, source and note."""
    return read_text_table(path, columns=COLUMNS).drop(columns="row")


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
