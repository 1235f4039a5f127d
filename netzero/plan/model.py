"""The plan as the rest of the program sees it."""

from dataclasses import dataclass

import pandas as pd

NO_HEADING = "No heading printed"


@dataclass(frozen=True, eq=False)
class Plan:
    """One reading of a plan file. Every frame is read-only by agreement: copy before changing.

    ``actions``: one row an action: row (of the file, header = 1), action_id, plan, theme, title,
    action, leads, partners, start_published, end_published, start and end (month periods, ``NaT``
    where not dated), start_kind, end_kind and partners_kind.
    ``assignments``: one row an action and lead: action_id, lead, published, joint.
    ``partnerships``: one row an action and partner: action_id, partner, published, kind, internal.
    ``organisations``: name, kind, aliases, note. ``notes``: row, action_id, column, note.
    ``delivery_years``: the years printed over the tables, else those that the dates span.
    """

    actions: pd.DataFrame
    assignments: pd.DataFrame
    partnerships: pd.DataFrame
    organisations: pd.DataFrame
    notes: pd.DataFrame
    delivery_years: tuple[str, ...]
    digest: str
