"""The plan as the rest of the program sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from netzero.plan.months import read_month

NO_HEADING = "No heading printed"
LONGEST_TITLE = 48


START, END, LEAD, DROP = "start", "end", "lead", "drop"


@dataclass(frozen=True)
class Move:
    """One thing that a reader tries of an action, named by its id: the plan itself stays.

    ``what`` is ``START``, ``END``, ``LEAD`` or ``DROP``. ``to`` is a month such as ``2027-06``,
    lead teams separated by ``; ``, or blank for an action that is dropped.
    """

    action: str
    what: str
    to: str = ""

    @property
    def month(self) -> pd.Period:
        """The month that a start or an end is moved to; ``ValueError`` where there is none."""
        return read_month(self.to)

    @property
    def leads(self) -> tuple[str, ...]:
        """The teams that lead instead."""
        return tuple(dict.fromkeys(filter(None, map(str.strip, self.to.split(";")))))


@dataclass(frozen=True, eq=False)
class Plan:
    """One reading of the files of a plan. Every frame is read-only by agreement: copy to change.

    ``actions`` holds one row an action, in the order of the file; ``assignments`` one an action and
    lead; ``partnerships`` one an action and partner. In both, ``action`` is a position in
    ``actions``. ``provenance`` has no rows where no plans.csv was given. The columns of every frame
    stand in ``netzero.plan.columns``.

    ``delivery_years`` are the years printed over the tables, else those that the dates span;
    ``digest`` is the SHA-256 of actions.csv; ``gaps`` are sentences on what may be missing in it;
    ``readings`` say how a file from elsewhere was read, and what is wrong in it; ``places`` where
    in it each action stood, by its id: "plan.docx, table 2, row 7". ``accent`` is the colour that
    it brings for its screens, blank if none.

    ``edition`` says which one it is ("edition of 1 March 2025"), blank for the plan in force.
    A scenario is a plan too (``netzero.plan.moving``): ``scenario`` are its moves, and ``before``
    is the plan that they were made on. Of a plan as published there are none.
    """

    actions: pd.DataFrame
    assignments: pd.DataFrame
    partnerships: pd.DataFrame
    organisations: pd.DataFrame
    notes: pd.DataFrame
    provenance: pd.DataFrame
    delivery_years: tuple[str, ...]
    digest: str
    gaps: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    edition: str = ""
    accent: str = ""
    scenario: tuple[Move, ...] = ()
    before: "Plan | None" = None

    @property
    def printed(self) -> "Plan":
        """The plan as published, which a scenario was made on; itself where it is none."""
        return self.before or self

    places: Mapping[str, str] = field(default_factory=dict)


def opening_words(action: str) -> str:
    """Return what stands in for the title of an action that is given none."""
    return action if len(action) <= LONGEST_TITLE else action[: LONGEST_TITLE - 1].rstrip() + "…"
