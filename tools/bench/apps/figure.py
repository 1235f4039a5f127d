"""The timeline of the dashboard as a figure, for the apps that draw it alone."""

from functools import cache
from typing import Any

import pandas as pd

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import timeline
from netzero.charts.figures import figure_of
from netzero.charts.theme import Form
from netzero.plan import Plan, PlanFiles, read_plan
from netzero.plan.files import DATA


def timeline_at(month: str) -> dict[str, Any]:
    """Return the figure of the whole plan at a month, made anew: its data and its layout."""
    at = PlanAt(_plan(), pd.Period(month, freq="M"))
    figure = figure_of(timeline(at), form=Form.MIDDLE) or {}
    return {name: figure[name] for name in ("data", "layout")}


@cache
def _plan() -> Plan:
    return read_plan(PlanFiles.of(DATA))
