"""The unit of the house: a question's answer as one frozen value that any medium can show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from netzero.analysis.pictures import Behind, Picture, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import scenario_words
from netzero.plan.months import month_label

Value: TypeAlias = str | int | pd.Period | tuple[str, ...] | None


@dataclass(frozen=True)
class Table:
    """Rows of values under the headings that readers see.

    A value is text, a whole number, a month, several names, or None where there is none.
    ``numeric`` says of each column whether it holds numbers, also where it has no rows.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    numeric: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def of(self, *columns: str) -> "Table":
        """Return the columns of these headings, in their order."""
        places = [self.columns.index(column) for column in columns]
        rows = tuple(tuple(row[place] for place in places) for row in self.rows)
        return Table(columns, rows, tuple(self.numeric[place] for place in places))

    def between(self, first: int, last: int) -> "Table":
        """Return the rows from place ``first`` to before place ``last``."""
        return Table(self.columns, self.rows[first:last], self.numeric)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """One question answered. Two are never equal, so that one can name what is made of it.

    ``finding`` is the sentence, ``counted`` says what is counted and what is left out, for which
    ``scope`` (in words), as at which ``month``; ``table`` is exact, ``rule`` says how was counted,
    and ``notes`` are the sentences behind the finding, for whoever is asked. ``question`` names
    it in addresses and orders, ``title`` in lists and on sheets. ``scenario`` says, as ``scope``
    does first, that it is of a scenario; it is blank for a plan as published. ``behind`` is what a
    slide shows beneath a picture that would leave half of it empty.
    """

    question: str
    title: str
    finding: str
    counted: str
    scope: str
    month: pd.Period
    table: Table
    rule: str
    picture: Picture
    notes: tuple[str, ...] = ()
    scenario: str = ""
    behind: Behind | None = None

    @property
    def about(self) -> str:
        """The line beneath the finding: what is counted, for which scope, as at when."""
        return f"{self.counted}. {self.where}"

    @property
    def where(self) -> str:
        """For which scope the finding holds, and as at when."""
        return f"{self.scope}, as at {month_label(self.month)}"

    def spot(self, names: Sequence[str]) -> Spot | None:
        """Return what the picture calls by these names, or None where there is no such mark."""
        wanted = tuple(names)
        return next((spot for spot in self.picture.spots() if spot.names == wanted), None)


def exhibit(at: PlanAt, *, question: str, **fields: object) -> Exhibit:
    """Return an exhibit for the scope and month of ``at``."""
    said = {"scope": at.said, "scenario": scenario_words(at.plan)}
    return Exhibit(question=question, month=at.month, **said, **fields)  # type: ignore[arg-type]


def table_of(frame: pd.DataFrame, headings: Mapping[str, str] | None = None) -> Table:
    """Return a frame's columns as a table: those of ``headings``, under those, or all as named.

    Missing values become None; months stay months; lists of names become tuples.
    """
    named = headings or {str(column): str(column) for column in frame.columns}
    numeric = tuple(pd.api.types.is_integer_dtype(frame[column]) for column in named)
    columns = [_values(frame[column]) for column in named]
    return Table(tuple(named.values()), tuple(zip(*columns, strict=True)), numeric)


def _values(column: pd.Series) -> list[Value]:
    if isinstance(column.dtype, pd.PeriodDtype):
        return [None if pd.isna(value) else value for value in column]
    values: list[Value] = column.tolist()
    return values
