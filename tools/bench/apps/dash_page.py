"""The same timeline in Dash: a choice of months and the chart."""

import sys

from dash import Dash, Input, Output, dcc, html

from tools.bench.apps.figure import timeline_at
from tools.bench.apps.months import MONTHS

app = Dash(__name__)
app.layout = html.Div([dcc.Dropdown(MONTHS, "2026-11", id="as_at"), dcc.Graph(id="chart")])


@app.callback(Output("chart", "figure"), Input("as_at", "value"))
def draw(month: str) -> dict:
    return timeline_at(month)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
