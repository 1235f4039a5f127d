"""The dashboard's own timeline in Dash, built anew for each change of the month.

python -m tools.bench.apps.dash_timeline PORT
"""

import sys

import pandas as pd
from dash import Dash, Input, Output, dcc, html

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.analysis.timeline import timeline
from netzero.charts.figures import figure_of
from netzero.charts.theme import Figure
from netzero.plan import PlanFiles, read_plan
from netzero.plan.files import DATA
from tools.bench.months import MONTHS

PLAN = read_plan(PlanFiles.of(DATA))

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Dropdown(list(MONTHS), MONTHS[0], id="as_at", clearable=False),
        dcc.Graph(id="timeline"),
    ]
)


@app.callback(Output("timeline", "figure"), Input("as_at", "value"))  # type: ignore[untyped-decorator,unused-ignore]
def show(month: str) -> Figure | None:
    """Return the timeline as at a month."""
    return figure_of(timeline(PlanAt(PLAN, pd.Period(month, freq="M"), Scope())))


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
