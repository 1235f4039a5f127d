"""The actions as a table that people read."""

import pandas as pd

RULE = (
    "An action is one row of a published table. Its position is found from its dates alone, as at "
    "the month. Names, text and dates are as published; the title is ours."
)
HEADINGS = {
    "action_id": "Id",
    "title": "Title (ours)",
    "position": "Position",
    "start_published": "Start",
    "end_published": "End",
    "leads": "Leads",
    "partners": "Partners",
    "theme": "Theme",
    "plan": "Plan",
    "action": "Action",
}


def actions_table(actions: pd.DataFrame) -> pd.DataFrame:
    """Return every action with the headings that readers see, in the order of the plan."""
    return actions[list(HEADINGS)].rename(columns=HEADINGS).reset_index(drop=True)
