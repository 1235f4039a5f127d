"""Facts about the data that a reader should know, each with its row. Nothing is corrected."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

import numpy as np
import pandas as pd

from netzero.plan.columns import NOTES_FILE, declared_frame, names_of
from netzero.plan.dates import NOT_GIVEN, TO_BE_CONFIRMED, are_to_be_confirmed
from netzero.plan.files import NOTES_CSV
from netzero.plan.model import NO_HEADING
from netzero.plan.months import first_month, month_from_number, month_name, month_number
from netzero.plan.organisations import PUBLISHING_COUNCIL
from netzero.plan.tables import read_text_table

_EDGE = {"start": "from the first", "end": "to the last"}
Fact = tuple[int, str, str]
"""The position of an action, the column that the note is about, and the note."""


class Remark(NamedTuple):
    """A note written by hand on the words ``printed`` in one cell."""

    action_id: str
    column: str
    printed: str
    note: str


def read_remarks(content: bytes | None) -> list[Remark]:
    """Return the remarks written by hand; none where there is no file."""
    if content is None:
        return []
    columns = names_of(NOTES_FILE)
    table = read_text_table(content, file=NOTES_CSV, columns=columns)
    return [Remark(*cells) for cells in table.itertuples(index=False)]


def plan_notes(
    actions: pd.DataFrame,
    assignments: pd.DataFrame,
    partnerships: pd.DataFrame,
    organisations: pd.DataFrame,
    *,
    remarks: Sequence[Remark],
    years: Sequence[str],
) -> pd.DataFrame:
    """Return row, action_id, column and note for every fact, in the order of the rows.

    ``years`` are the delivery years printed over the tables, if they are known.
    """
    facts = [
        *_heading_facts(actions),
        *_year_facts(actions, years),
        *_coarse_facts(actions),
        *_unknown_facts(actions, remarks),
        *_internal_facts(assignments, partnerships),
        *_name_facts(assignments, "lead", "leads", organisations),
        *_name_facts(partnerships, "partner", "partners", organisations),
        *_reviewed_facts(actions, remarks),
    ]
    facts.sort(key=lambda fact: fact[0])
    at = np.array([position for position, _, _ in facts], dtype="int64")
    cells = {
        "row": actions["row"].to_numpy()[at],
        "action_id": actions["action_id"].array.take(at),
        "column": [column for _, column, _ in facts],
        "note": [note for _, _, note in facts],
    }
    return declared_frame("notes", cells)


def _heading_facts(actions: pd.DataFrame) -> Iterator[Fact]:
    for at in actions.index[actions["theme"].eq(NO_HEADING)]:
        yield at, "theme", "Stands under no heading, or under one that was lost."


def _year_facts(actions: pd.DataFrame, years: Sequence[str]) -> Iterator[Fact]:
    if not years:
        return
    begin, end = month_number(first_month(years[0])), month_number(first_month(years[-1])) + 11
    named = cache(lambda number: month_name(month_from_number(number)))
    early = actions["first"][actions["first"].between(-inf, begin, inclusive="neither")]
    for at, month in early.items():
        yield at, "start", f"Starts in {named(month)}, before the first delivery year printed."
    late = actions["last"][actions["last"].between(end, inf, inclusive="neither")]
    for at, month in late.items():
        yield at, "end", f"Ends in {named(month)}, after the last delivery year printed."


def _coarse_facts(actions: pd.DataFrame) -> Iterator[Fact]:
    """Yield which dates are printed less exactly than a month, and where they count."""
    sides = (("start", "first", "start_latest"), ("end", "last", "end_earliest"))
    for side, counted, other in sides:
        coarse = np.isfinite(actions[counted]) & actions[counted].ne(actions[other])
        columns = actions.loc[coarse, [counted, f"{side}_published"]]
        for at, number, printed in columns.itertuples(name=None):
            month = month_name(month_from_number(number))
            yield (
                at,
                side,
                f"“{printed}” names no month: it counts {_EDGE[side]} that it may mean, {month}.",
            )


def _unknown_facts(actions: pd.DataFrame, remarks: Sequence[Remark]) -> Iterator[Fact]:
    """Yield what is to be confirmed or blank; a remark on a blank cell says it better."""
    remarked = {(remark.action_id, remark.column) for remark in remarks}
    tbc = {column: actions[f"{column}_kind"].eq(TO_BE_CONFIRMED) for column in ("start", "end")}
    tbc |= {column: are_to_be_confirmed(actions[column]) for column in ("leads", "partners")}
    for column, confirmed_later in tbc.items():
        for at in actions.index[confirmed_later]:
            yield at, column, "Printed as TBC: to be confirmed."
    for column in ("start", "end"):
        for at in actions.index[actions[f"{column}_kind"].eq(NOT_GIVEN)]:
            if (actions.at[at, "action_id"], column) not in remarked:
                yield at, column, "Left blank in the plan."


def _internal_facts(assignments: pd.DataFrame, partnerships: pd.DataFrame) -> Iterator[Fact]:
    internal = partnerships[partnerships["internal"]]
    own_council = internal["kind"].eq(PUBLISHING_COUNCIL)
    for at in internal.loc[own_council, "action"].tolist():
        yield at, "partners", "Names the publishing council itself as a partner."
    teams: dict[int, list[str]] = {}
    for at, team in _pairs(internal[~own_council], "partner"):
        teams.setdefault(at, []).append(team)
    leads = set(_pairs(assignments[assignments["action"].isin(internal["action"])], "lead"))
    for at, partners in teams.items():
        yield at, "partners", f"Names council teams as partners: {'; '.join(partners)}."
        for team in partners:
            if (at, team) in leads:
                yield at, "partners", f"{team} is both lead and partner."


def _name_facts(
    named: pd.DataFrame, name: str, column: str, organisations: pd.DataFrame
) -> Iterator[Fact]:
    """Yield the note on an organisation for every action that names it."""
    notes = {
        organisation: f"{organisation}: {note}"
        for organisation, note in zip(organisations["name"], organisations["note"], strict=True)
        if note
    }
    for at, organisation in _pairs(named[named[name].isin(notes)], name):
        yield at, column, notes[organisation]


def _reviewed_facts(actions: pd.DataFrame, remarks: Sequence[Remark]) -> Iterator[Fact]:
    """Yield the remarks written by hand whose printed words still stand in their cell."""
    positions = pd.Index(actions["action_id"]).get_indexer([r.action_id for r in remarks])
    for at, remark in zip(positions.tolist(), remarks, strict=True):
        known = at >= 0 and remark.column in actions
        if known and remark.printed in str(actions.at[at, remark.column]):
            yield at, remark.column, remark.note


def _pairs(named: pd.DataFrame, column: str) -> Iterator[tuple[int, str]]:
    # Lists, because going through a column of text itself is slow in a long plan.
    return zip(named["action"].tolist(), named[column].tolist(), strict=True)
