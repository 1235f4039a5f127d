"""Facts about the data that a reader should know, each with its row. Nothing is corrected."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from netzero.plan.dates import NOT_GIVEN, TO_BE_CONFIRMED, is_to_be_confirmed
from netzero.plan.model import NO_HEADING
from netzero.plan.months import delivery_year, month_name
from netzero.plan.provenance import printed_years
from netzero.plan.tables import read_text_table

DEFAULT_NOTES = Path(__file__).parents[2] / "data" / "notes.csv"
COLUMNS = ("action_id", "column", "note")
Fact = tuple[str, str, str]


def plan_notes(
    actions: pd.DataFrame,
    assignments: pd.DataFrame,
    partnerships: pd.DataFrame,
    organisations: pd.DataFrame,
    notes_csv: str | Path | None,
    plans_csv: str | Path | None,
) -> pd.DataFrame:
    """Return row, action_id, column and note for every fact, in the order of the rows."""
    facts = [
        *_heading_facts(actions),
        *_year_facts(actions, printed_years(actions["plan"], plans_csv)),
        *_unknown_facts(actions),
        *_partner_facts(assignments, partnerships),
        *_name_facts(assignments, partnerships, organisations),
        *(_reviewed_facts(actions, notes_csv) if notes_csv else ()),
    ]
    notes = pd.DataFrame(facts, columns=list(COLUMNS), dtype="str")
    rows = actions.set_index("action_id")["row"]
    notes.insert(0, "row", notes["action_id"].map(rows).astype("int64"))
    return notes.sort_values("row", kind="stable", ignore_index=True)


def _heading_facts(actions: pd.DataFrame) -> Iterator[Fact]:
    for action in actions[actions["theme"].eq(NO_HEADING)].itertuples():
        yield action.action_id, "theme", "Stands under no heading, or under one that was lost."


def _year_facts(actions: pd.DataFrame, years: tuple[str, ...]) -> Iterator[Fact]:
    if not years:
        return
    for action in actions.itertuples():
        if not pd.isna(action.start) and delivery_year(action.start) < years[0]:
            yield (
                action.action_id,
                "start",
                f"Starts in {month_name(action.start)}, before the first delivery year printed.",
            )
        if not pd.isna(action.end) and delivery_year(action.end) > years[-1]:
            yield (
                action.action_id,
                "end",
                f"Ends in {month_name(action.end)}, after the last delivery year printed.",
            )


def _unknown_facts(actions: pd.DataFrame) -> Iterator[Fact]:
    tbc = {column: actions[f"{column}_kind"].eq(TO_BE_CONFIRMED) for column in ("start", "end")}
    tbc |= {column: actions[column].map(is_to_be_confirmed) for column in ("leads", "partners")}
    for column, confirmed_later in tbc.items():
        for action_id in actions.loc[confirmed_later, "action_id"]:
            yield action_id, column, "Printed as TBC: to be confirmed."
    for column in ("start", "end"):
        for action_id in actions.loc[actions[f"{column}_kind"].eq(NOT_GIVEN), "action_id"]:
            yield action_id, column, "Left blank in the plan."


def _partner_facts(assignments: pd.DataFrame, partnerships: pd.DataFrame) -> Iterator[Fact]:
    leads = set(zip(assignments["action_id"], assignments["lead"], strict=True))
    internal = partnerships[partnerships["internal"]]
    for action_id, teams in internal.groupby("action_id", sort=False)["partner"]:
        yield action_id, "partners", f"Names council teams as partners: {'; '.join(teams)}."
        for team in teams:
            if (action_id, team) in leads:
                yield action_id, "partners", f"{team} is both lead and partner."


def _name_facts(
    assignments: pd.DataFrame, partnerships: pd.DataFrame, organisations: pd.DataFrame
) -> Iterator[Fact]:
    named = organisations[organisations["note"].ne("")].set_index("name")["note"]
    for frame, name, column in (
        (assignments, "lead", "leads"),
        (partnerships, "partner", "partners"),
    ):
        for _, used in frame[frame[name].isin(named.index)].groupby(name, sort=False):
            first = used.iloc[0]
            yield first["action_id"], column, f"{first[name]}: {named[first[name]]}"


def _reviewed_facts(actions: pd.DataFrame, path: str | Path) -> Iterator[Fact]:
    """Yield the remarks written by hand whose printed words still stand in their cell."""
    cells = actions.set_index("action_id")
    columns = ("action_id", "column", "printed", "note")
    for remark in read_text_table(path, columns=columns).itertuples():
        known = remark.action_id in cells.index and remark.column in cells.columns
        if known and remark.printed in str(cells.at[remark.action_id, remark.column]):
            yield remark.action_id, remark.column, remark.note
