"""The periods a reader can count in: delivery years, financial quarters and months."""

from collections.abc import Sequence

import pandas as pd

from netzero.plan.months import (
    delivery_year,
    financial_quarter,
    month_label,
    months_of,
)

YEAR, QUARTER, MONTH = "delivery year", "quarter", "month"
GRAINS = (YEAR, QUARTER, MONTH)


def periods(years: Sequence[str], *, grain: str) -> pd.DataFrame:
    """Return the periods of ``years`` in order: period, short, year, first and last month.

    ``period`` names it in full ("Q3 2026-27", "Mar 2026"), ``short`` within its year ("Q3", "Mar").
    """
    months = months_of(years)
    table = pd.DataFrame({"month": months, "year": [delivery_year(month) for month in months]})
    table["quarter"] = [financial_quarter(month) for month in months]
    table["label"] = [month_label(month) for month in months]
    named = {
        YEAR: (table["year"], table["year"]),
        QUARTER: (table["quarter"] + " " + table["year"], table["quarter"]),
        MONTH: (table["label"], table["label"].str[:3]),
    }
    period, short = named[grain]
    grouped = table.assign(period=period, short=short).groupby("period", sort=False)
    return grouped.agg(
        short=("short", "first"),
        year=("year", "first"),
        first=("month", "first"),
        last=("month", "last"),
    ).reset_index()
