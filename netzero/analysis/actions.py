"""The actions as a table that people read."""

import pandas as pd

from netzero.plan import Plan

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


def actions_table(plan: Plan) -> pd.DataFrame:
    """Return every action with the headings that readers see, in the order of the plan."""
    return plan.actions[list(HEADINGS)].rename(columns=HEADINGS).reset_index(drop=True)
