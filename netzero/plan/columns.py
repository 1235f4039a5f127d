"""Every column of every file and frame of a plan, declared once: name, kind and meaning.

The kind of a file's column is what its cells may hold; that of a frame's column is its dtype.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from netzero.plan.files import ACTIONS_CSV, NOTES_CSV, ORGANISATIONS_CSV, PLANS_CSV


@dataclass(frozen=True)
class Column:
    """One column: its name, what it holds, what that means and an example of it."""

    name: str
    kind: str
    meaning: str
    example: str = ""


Columns = tuple[Column, ...]

ACTIONS_FILE: Columns = (
    Column("action_id", "text, unique", "The id printed beside the action", "B4"),
    Column(
        "plan",
        "text",
        "The published table that the action stands in",
        "2035 Net Zero Council Action Plan",
    ),
    Column(
        "theme",
        "text or blank",
        "The heading that the action stands under; blank where none was printed",
        "Transport",
    ),
    Column(
        "title",
        "text, at most 48 characters, or blank",
        "A short name for charts and slides. It is ours, not published, and keeps the published "
        "verb; where it is blank the opening words of the action stand in",
        "Deliver the Local Nature Recovery Strategy",
    ),
    Column(
        "action",
        "text",
        "The action as published, uncorrected",
        "Deliver the Sustainable Food Plan to …",
    ),
    Column(
        "leads",
        "names, `TBC` or `None named`",
        "The lead teams as published; several make a joint action",
        "Special Projects; Transport Projects and Programmes",
    ),
    Column(
        "partners",
        "names, `TBC` or blank",
        "The partners as published. The 2035 table has no such column",
        "District councils; DfT and OZEV",
    ),
    Column(
        "start",
        "date, `Ongoing`, `TBC` or blank",
        "When the action starts. `Ongoing` means already under way when published",
        "Apr-25",
    ),
    Column(
        "end",
        "date, `Ongoing`, `TBC` or blank",
        "When the action ends. `Ongoing` means that no end is planned",
        "Mar-27",
    ),
)

ORGANISATIONS_FILE: Columns = (
    Column(
        "name",
        "text, unique",
        "The name that an organisation is counted under",
        "Department for Transport",
    ),
    Column(
        "kind",
        "one of the kinds below",
        "What kind of organisation it is; the kinds are ours",
        "government and agency",
    ),
    Column(
        "aliases",
        "names or blank",
        "Other spellings that mean it. One under two names stands for both",
        "DfT; DfT and OZEV",
    ),
    Column(
        "note",
        "text or blank",
        "What a reader should know: why spellings are, or are not, counted as one, or why the "
        "kind was chosen. It is shown on every action that names the organisation",
        "Not merged with Property Team: …",
    ),
)

NOTES_FILE: Columns = (
    Column("action_id", "text", "The action that the remark is about", "B4"),
    Column("column", "text", "The column that it is about", "action"),
    Column(
        "printed",
        "text",
        "The printed words; the remark is shown only while they stand there",
        "District Eating",
    ),
    Column("note", "text", "The remark", "“reprocur” is as printed."),
)

PLANS_FILE: Columns = (
    Column("plan", "text, unique", "The published table", "2050 Net Zero Action Plan"),
    Column("publisher", "text", "Who published it", "The County Council"),
    Column(
        "first_delivery_year",
        "April to March year",
        "The first delivery year printed over the table",
        "2025-26",
    ),
    Column(
        "last_delivery_year",
        "April to March year",
        "The last delivery year printed over the table",
        "2029-30",
    ),
    Column(
        "source",
        "file",
        "The published text, below this folder",
        "published/net-zero-action-plans.txt",
    ),
    Column(
        "note", "text or blank", "What a reader should know of it", "Names leads and partners. …"
    ),
)

ACTIONS: Columns = (
    Column("row", "int64", "Row of the file as a spreadsheet counts; the header is row 1"),
    Column("action_id", "str", "The id printed beside the action"),
    Column("plan", "str", "The published table that the action stands in"),
    Column("theme", "str", "The heading that it stands under, or “No heading printed”"),
    Column("title", "str", "A short name, ours; the opening words of the action where none is set"),
    Column("action", "str", "The action as published"),
    Column("leads", "str", "The lead teams as published"),
    Column("partners", "str", "The partners as published"),
    Column("start_published", "str", "The start as published"),
    Column("end_published", "str", "The end as published"),
    Column("start", "period[M]", "First month of the start; none where it is not dated"),
    Column("end", "period[M]", "Last month of the end; none where it is not dated"),
    Column("start_kind", "str", "dated, ongoing, to be confirmed or not given"),
    Column("end_kind", "str", "dated, ongoing, to be confirmed or not given"),
    Column("partners_kind", "str", "named, to be confirmed or not given"),
    Column(
        "first",
        "float64",
        "First month as a number, year × 12 + month: minus infinity where already under way, "
        "NaN where to be confirmed or not given",
    ),
    Column(
        "last",
        "float64",
        "Last month as a number, year × 12 + month: infinity where no end is planned, "
        "NaN where to be confirmed or not given",
    ),
    Column("start_span", "str", "The start as precise as it is printed, in EDTF; blank if none"),
    Column("end_span", "str", "The end as precise as it is printed, in EDTF; blank if none"),
    Column(
        "start_latest",
        "float64",
        "Last month that the start may fall in: first, unless less than a month is printed",
    ),
    Column(
        "end_earliest",
        "float64",
        "First month that the end may fall in: last, unless less than a month is printed",
    ),
)

ASSIGNMENTS: Columns = (
    Column("action", "int64", "Position of the action among the actions, from 0"),
    Column("action_id", "str", "The id printed beside the action"),
    Column("lead", "str", "The lead team, under its reviewed name"),
    Column("published", "str", "The lead team as published"),
    Column("joint", "bool", "Whether the action has other leads too"),
)

PARTNERSHIPS: Columns = (
    Column("action", "int64", "Position of the action among the actions, from 0"),
    Column("action_id", "str", "The id printed beside the action"),
    Column("partner", "str", "The partner, under its reviewed name"),
    Column("published", "str", "The partner as published"),
    Column("kind", "str", "What kind of organisation it is"),
    Column("internal", "bool", "Whether it is the publishing council or a team of it"),
)

ORGANISATIONS: Columns = (
    Column("name", "str", "The name that the organisation is counted under"),
    Column("kind", "str", "What kind of organisation it is"),
    Column("aliases", "str", "Other spellings that mean it, separated by semicolons"),
    Column("note", "str", "What a reader should know of it"),
)

NOTES: Columns = (
    Column("row", "int64", "Row of the file as a spreadsheet counts; the header is row 1"),
    Column("action_id", "str", "The action that the note touches"),
    Column("column", "str", "The column of the file that it is about"),
    Column("note", "str", "The note"),
)

PROVENANCE: Columns = (
    Column("plan", "str", "The published table"),
    Column("publisher", "str", "Who published it"),
    Column("first_delivery_year", "str", "The first delivery year printed over the table"),
    Column("last_delivery_year", "str", "The last delivery year printed over the table"),
    Column("source", "str", "The published text, below the data folder"),
    Column("note", "str", "What a reader should know of it"),
)

FILES = {
    ACTIONS_CSV: ACTIONS_FILE,
    ORGANISATIONS_CSV: ORGANISATIONS_FILE,
    NOTES_CSV: NOTES_FILE,
    PLANS_CSV: PLANS_FILE,
}
FRAMES = {
    "actions": ACTIONS,
    "assignments": ASSIGNMENTS,
    "partnerships": PARTNERSHIPS,
    "organisations": ORGANISATIONS,
    "notes": NOTES,
    "provenance": PROVENANCE,
}


def names_of(columns: Sequence[Column]) -> list[str]:
    """Return the names of columns in their order."""
    return [column.name for column in columns]


def declared_frame(name: str, cells: Mapping[str, Any]) -> pd.DataFrame:
    """Return a frame of a plan from its columns: in the order declared, with the dtypes declared.

    What is not declared is left out.
    """
    return pd.DataFrame({c.name: _series(cells[c.name], dtype=c.kind) for c in FRAMES[name]})


def _series(cells: Any, *, dtype: str) -> pd.Series:
    # From an array pandas makes text twice as fast as from a list.
    made = np.array(cells, dtype="object") if dtype == "str" and isinstance(cells, list) else cells
    return pd.Series(made, dtype=dtype)


def check_frame(frame: pd.DataFrame, *, name: str) -> None:
    """Raise ``AssertionError`` where a frame of a plan has not the columns declared for it.

    Names, order and dtypes are looked at, never the cells, so that it costs nothing.
    """
    found = [(str(column), str(dtype)) for column, dtype in frame.dtypes.items()]
    declared = [(column.name, column.kind) for column in FRAMES[name]]
    if found != declared:
        raise AssertionError(f"The frame {name} holds {found}; declared are {declared}")


def markdown_table(columns: Sequence[Column]) -> str:
    """Return the columns of a file as a Markdown table, one row a column."""
    rows = [
        f"| `{column.name}` | {column.kind} | {column.meaning} | `{column.example}` |"
        for column in columns
    ]
    return "\n".join(["| column | type | meaning | example |", "|---|---|---|---|", *rows])
