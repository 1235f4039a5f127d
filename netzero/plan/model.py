"""The plan as the rest of the program sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

NO_HEADING = "No heading printed"
LONGEST_TITLE = 48


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
    in it each action stood, by its id: "plan.docx, table 2, row 7".
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
    places: Mapping[str, str] = field(default_factory=dict)


def opening_words(action: str) -> str:
    """Return what stands in for the title of an action that is given none."""
    return action if len(action) <= LONGEST_TITLE else action[: LONGEST_TITLE - 1].rstrip() + "…"
