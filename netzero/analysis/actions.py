"""Every action as published, with where it stands."""

import math

import numpy as np
import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import capital, count_of, number_of
from netzero.plan.months import month_from_number

RULE = (
    "An action is one row of a published table. Its position is found from its dates alone, as at "
    "the month. Names, text and dates are as published; the title is ours."
)
HEADINGS = {
    "action_id": "Id",
    "title": "Title (ours)",
    "position": "Position",
    "start_published": "Start",
    "start_month": "Start month",
    "end_published": "End",
    "end_month": "End month",
    "leads": "Leads",
    "partners": "Partners",
    "theme": "Theme",
    "plan": "Plan",
    "action": "Action",
}


def every_action(at: PlanAt) -> Exhibit:
    """Return every action in scope, in the order of the plan, with the published columns."""
    cells = zip(at.ids(at.kept), at.cells("title", at.kept), strict=True)
    return exhibit(
        at,
        question="actions",
        title="Actions",
        finding=_finding(at),
        counted=f"Every action in scope, of {_tables(at)}",
        table=_table(at),
        rule=RULE,
        picture=Rows(
            "action",
            tuple(Spot((i,), f"{i} {title}", (i,)) for i, title in cells),
            ranks={
                HEADINGS["action_id"]: range(at.size),
                HEADINGS["position"]: at.positions[at.kept].tolist(),
                HEADINGS["start_published"]: _ranks(at.first[at.kept]),
                HEADINGS["end_published"]: _ranks(at.last[at.kept]),
            },
        ),
    )


def _ranks(months: np.ndarray) -> list[float]:
    """Return months as they follow each other; what is not given comes last.

    "Ongoing" comes first as a start, and as an end after every month.
    """
    ranks: list[float] = np.nan_to_num(months, nan=np.inf, posinf=np.inf, neginf=-np.inf).tolist()
    return ranks


def _table(at: PlanAt) -> Table:
    found = {
        "position": at.position_names(at.kept),
        "start_month": _months(at, "start"),
        "end_month": _months(at, "end"),
    }
    columns = (
        found[column] if column in found else at.cells(column, at.kept) for column in HEADINGS
    )
    rows = tuple(zip(*columns, strict=True))
    return Table(tuple(HEADINGS.values()), rows, (False,) * len(HEADINGS))


def _months(at: PlanAt, side: str) -> list[pd.Period | str | None]:
    """Return the month of each start or end, or what is printed in its place; None for no date."""
    numbers = {"start": at.first, "end": at.last}[side][at.kept].tolist()
    coarse = at.is_coarse(side)[at.kept].tolist()
    dates = at.dates(side, at.kept) if any(coarse) else [""] * len(coarse)
    return [
        date if less else month_from_number(int(number)) if math.isfinite(number) else None
        for number, less, date in zip(numbers, coarse, dates, strict=True)
    ]


def _finding(at: PlanAt) -> str:
    found = capital(count_of(at.size, "action"))
    if at.scope.position or not at.size:
        return found  # how many are live is true by construction
    if at.size == 1:
        return f"{found}, and it is {'live' if at.live_size else 'not live'}"
    if at.live_size == at.size:
        return f"{found}, all live"
    return f"{found}, {number_of(at.live_size)} of them live"


def _tables(at: PlanAt) -> str:
    return count_of(len(set(at.cells("plan", at.kept))), "published table")
