"""The rows of a timeline: every action, in groups, with where its bar begins and ends."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from netzero.analysis.positions import DATES_NOT_GIVEN, live_between, windows
from netzero.plan import Plan
from netzero.plan.dates import DATED, ONGOING
from netzero.plan.months import first_month, month_label, months_of

GROUPS = ("theme", "team", "plan", "partner")
SORTS = ("deadline", "start", "id")
NO_PARTNER = "No partner named"
NO_LEAD = "Lead to be confirmed"


def timeline_rows(
    plan: Plan, *, years: Sequence[str], group: str = "theme", sort: str = "deadline"
) -> pd.DataFrame:
    """Return one row an action and group, in drawing order.

    Columns: group, action_id, title, leads, position, left and right (timestamps, the bar clipped
    to ``years``, ``NaT`` where dates are not given), enters and leaves (whether the bar runs on
    past an edge) and label (what is printed at its end). A joint action stands under each of its
    leads, so grouping by team or partner can give more rows than actions.
    """
    return rows_in_groups(plan.actions, _groups(plan, group), years=years, sort=sort)


def rows_in_groups(
    actions: pd.DataFrame, groups: pd.DataFrame, *, years: Sequence[str], sort: str = "deadline"
) -> pd.DataFrame:
    """Return the rows of ``timeline_rows`` for ``groups``: action_id and group, a row each.

    Groups come in the order in which ``groups`` has them.
    """
    rows = _sorted(actions.merge(groups, on="action_id"), groups["group"], sort)
    return _with_bars(rows, years).reset_index(drop=True)[
        [
            "group",
            "action_id",
            "title",
            "leads",
            "position",
            "left",
            "right",
            "enters",
            "leaves",
            "label",
        ]
    ]


def listed(rows: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a timeline as a table: what is drawn, with the dates as published."""
    dates = actions.set_index("action_id")[["start_published", "end_published"]]
    shown = rows[["group", "action_id", "title", "leads", "position"]].join(dates, on="action_id")
    return shown.rename(columns={"start_published": "start", "end_published": "end"})


def delivery_year_grid(actions: pd.DataFrame, *, years: Sequence[str]) -> pd.DataFrame:
    """Return action_id, title, start and end as published, and a column for each year.

    A year's cell says ``live`` or is empty; the year of the deadline adds its month.
    """
    grid = actions[["action_id", "title", "start_published", "end_published"]].copy()
    for year in years:
        first, last = first_month(year), first_month(year) + 11
        cells = live_between(actions, first, last).map({True: "live", False: ""})
        ends_here = actions["end"].between(first, last)
        ends = actions["end"].map(lambda end: "" if pd.isna(end) else f"ends {month_label(end)}")
        grid[year] = cells.where(~ends_here, cells + cells.map({"live": ", ", "": ""}) + ends)
    return grid.rename(columns={"start_published": "start", "end_published": "end"})


def _groups(plan: Plan, group: str) -> pd.DataFrame:
    """Return action_id and group, in the order of drawing.

    Themes and plans come as printed, teams and partners with most actions first. An action
    without a lead or partner has a group that says so.
    """
    ids = plan.actions[["action_id"]]
    if group in ("theme", "plan"):
        return ids.assign(group=plan.actions[group])
    frame, column, nobody = {
        "team": (plan.assignments, "lead", NO_LEAD),
        "partner": (plan.partnerships, "partner", NO_PARTNER),
    }[group]
    named = frame[["action_id", column]].rename(columns={column: "group"})
    rows = ids.merge(named, on="action_id", how="left")
    rows = rows.assign(group=rows["group"].fillna(nobody))
    size = rows.groupby("group")["action_id"].transform("size")
    return rows.assign(size=-size).sort_values("size", kind="stable").drop(columns="size")


def _sorted(rows: pd.DataFrame, groups: pd.Series, sort: str) -> pd.DataFrame:
    """Order the groups as they are given, and the rows within each."""
    order = {group: place for place, group in enumerate(groups.drop_duplicates())}
    window = windows(rows)
    keyed = rows.assign(
        _group=rows["group"].map(order), _first=window["first"], _last=window["last"]
    )
    keys = {
        "deadline": ["_last", "_first", "row"],
        "start": ["_first", "_last", "row"],
        "id": ["row"],
    }[sort]
    return keyed.sort_values(["_group", *keys], kind="stable", na_position="last")


def _with_bars(rows: pd.DataFrame, years: Sequence[str]) -> pd.DataFrame:
    """Add where the bars begin and end; a window wholly outside the years has words and no bar."""
    months = months_of(years)
    edge_left, edge_right = months[0].start_time, (months[-1] + 1).start_time
    start = rows["start"].dt.to_timestamp().mask(rows["start_kind"].eq(ONGOING), edge_left)
    end = (rows["end"] + 1).dt.to_timestamp().mask(rows["end_kind"].eq(ONGOING), edge_right)
    known = rows["position"].ne(DATES_NOT_GIVEN) & start.lt(edge_right) & end.gt(edge_left)
    before, after = start.lt(edge_left), end.gt(edge_right)
    return rows.assign(
        left=start.clip(edge_left, edge_right).where(known),
        right=end.clip(edge_left, edge_right).where(known),
        enters=known & (rows["start_kind"].eq(ONGOING) | before),
        leaves=known & (rows["end_kind"].eq(ONGOING) | after),
        label=[
            _words_beside(row, before=sooner, after=beyond) if drawn else _words_instead(row)
            for row, drawn, sooner, beyond in zip(
                rows.itertuples(), known, before, after, strict=True
            )
        ],
    )


def _words_beside(row: Any, *, before: bool, after: bool) -> str:
    """Return what the drawn edges of a bar do not tell."""
    words = [f"from {month_label(row.start)}"] if before and row.start_kind == DATED else []
    if row.end_kind == ONGOING:
        words.append("Ongoing")
    elif after:
        words.append(month_label(row.end))
    return ", ".join(words)


def _words_instead(row: Any) -> str:
    return f"Start {_said(row.start_kind, row.start)}, end {_said(row.end_kind, row.end)}"


def _said(kind: str, month: pd.Period) -> str:
    return month_label(month) if kind == DATED else kind
