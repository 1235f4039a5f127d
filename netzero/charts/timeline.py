"""The whole plan against its delivery years, a row an action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from netzero.charts import theme
from netzero.charts.axis import HEAD, add_as_at, add_years, end_of, start_of


@dataclass(frozen=True)
class Density:
    """How much room a row gets, in pixels: its height, its text and the three label columns.

    A column of 0 is left out. Without columns the label stands above the bar.
    """

    row: float
    text: int
    columns: tuple[int, int, int] | None
    bar: float = 0.74
    drop: float = 0
    foot: int = 22


COMPACT = Density(row=12.8, text=12, columns=(46, 262, 206))
COMPACT_MIDDLE = Density(row=12.8, text=12, columns=(46, 270, 0))
COMFORTABLE = Density(row=24, text=14, columns=(54, 306, 240))
COMFORTABLE_MIDDLE = Density(row=24, text=14, columns=(54, 318, 0))
STACKED = Density(row=38, text=13, columns=None, bar=0.34, drop=0.24)


def timeline_figure(
    rows: pd.DataFrame,
    *,
    years: Sequence[str],
    as_at: pd.Period,
    density: Density = COMPACT,
) -> go.Figure:
    """Return the timeline of ``timeline_rows``: headings, labels, bars and open ends.

    Every bar carries its ``action_id`` as customdata. Rows without dates are drawn as words.
    """
    placed = _placed(rows, density)
    lines = int(placed["place"].max()) + 1 if len(placed) else 1
    left = sum(density.columns) if density.columns else 6
    figure = theme.figure(
        height=round(lines * density.row) + HEAD + density.foot,
        margin={"l": left, "r": 74, "t": HEAD, "b": density.foot},
        bargap=0,
    )
    add_years(figure, years, quarters=density.columns is not None)
    figure.add_trace(_bars(placed, density))
    figure.add_trace(_open_ends(placed, years))
    figure.add_trace(_words(placed, years, density))
    _add_labels(figure, placed, density, years)
    figure.update_yaxes(range=[lines - 0.5, -0.5])
    add_as_at(figure, as_at, years, over=density.columns is not None)
    return figure


def _placed(rows: pd.DataFrame, density: Density) -> pd.DataFrame:
    """Return rows with ``place`` (of the row) and ``bar`` (of its bar); headings take a place."""
    opens = rows["group"].ne(rows["group"].shift())
    place = pd.Series(range(len(rows)), index=rows.index) + opens.cumsum()
    return rows.assign(opens=opens, place=place, bar=place + density.drop)


def _bars(rows: pd.DataFrame, density: Density) -> go.Bar:
    drawn = rows.dropna(subset=["left", "right"])
    length = (drawn["right"] - drawn["left"]) / pd.Timedelta(milliseconds=1)
    return go.Bar(
        orientation="h",
        y=drawn["bar"],
        base=drawn["left"],
        x=length,
        width=density.bar,
        customdata=drawn["action_id"],
        hovertext=[_hover(row) for row in drawn.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": drawn["position"].map(theme.POSITION_FILL),
            "line": {"color": drawn["position"].map(theme.POSITION_OUTLINE), "width": 1},
        },
    )


def _hover(row: Any) -> str:
    return "<br>".join(
        theme.plain(words) for words in (f"{row.action_id} {row.title}", row.leads, row.position)
    )


def _open_ends(rows: pd.DataFrame, years: Sequence[str]) -> go.Scatter:
    """Return an arrow at each end that runs on past an edge."""
    ends = pd.concat(
        [
            rows[rows["enters"]].assign(edge=start_of(years[0]), symbol="triangle-left"),
            rows[rows["leaves"]].assign(edge=end_of(years[-1]), symbol="triangle-right"),
        ]
    )
    return go.Scatter(
        x=ends["edge"],
        y=ends["bar"],
        mode="markers",
        cliponaxis=False,
        customdata=ends["action_id"],
        hoverinfo="skip",
        marker={
            "symbol": ends["symbol"],
            "size": 11,
            "color": ends["position"].map(theme.POSITION_OUTLINE),
            "line": {"width": 0},
        },
    )


def _words(rows: pd.DataFrame, years: Sequence[str], density: Density) -> go.Scatter:
    """Return the words beside the bars: what their drawn edges do not tell."""
    said = rows[rows["label"].ne("")]
    edge = said["right"].fillna(start_of(years[0]))
    return go.Scatter(
        x=edge,
        y=said["bar"],
        mode="text",
        text=["  " + theme.plain(label) for label in said["label"]],
        textposition="middle right",
        textfont={"size": density.text, "color": theme.QUIET_INK},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _add_labels(
    figure: go.Figure, rows: pd.DataFrame, density: Density, years: Sequence[str]
) -> None:
    """Write headings, ids, titles and lead teams, in columns or above the bars."""
    if density.columns is None:
        figure.update_yaxes(showticklabels=False)
        figure.add_trace(_labels_above(rows, density, years))
        return
    headings = rows[rows["opens"]]
    ids = [f"<b>{theme.clipped(action_id, longest=7)}</b>" for action_id in rows["action_id"]]
    groups = [f"<b>{theme.clipped(group, longest=90)}</b>" for group in headings["group"]]
    first, second, third = density.columns
    columns = [
        ([*headings["place"] - 1, *rows["place"]], [*groups, *ids], first + second + third),
        (rows["place"], map(theme.plain, rows["title"]), second + third),
        (rows["place"], [_cut(leads) for leads in rows["leads"]], third),
    ]
    for number, (places, words, shift) in enumerate(columns[: 3 if third else 2], start=2):
        _add_column(figure, number, places, list(words), shift=shift, size=density.text)
    figure.update_yaxes(showticklabels=False, selector={"overlaying": None})


def _add_column(
    figure: go.Figure,
    number: int,
    places: Iterable[int],
    words: list[str],
    *,
    shift: int,
    size: int,
) -> None:
    """Add a column of left-aligned words: the labels of a right-hand axis, moved left."""
    figure.add_trace(go.Scatter(x=[None], y=[None], yaxis=f"y{number}", hoverinfo="skip"))
    figure.update_layout(
        {
            f"yaxis{number}": {
                **theme.AXIS,
                "overlaying": "y",
                "anchor": "free",
                "position": 0,
                "shift": -shift,
                "side": "right",
                "tickvals": list(places),
                "ticktext": words,
                "tickfont": {"size": size, "color": theme.INK},
                "matches": "y",
            }
        }
    )


def _labels_above(rows: pd.DataFrame, density: Density, years: Sequence[str]) -> go.Scatter:
    headings = rows[rows["opens"]]
    places = [*headings["place"] - 0.9, *rows["place"] - 0.2]
    return go.Scatter(
        x=[start_of(years[0])] * len(places),
        y=places,
        mode="text",
        text=[
            *(f"<b>{theme.plain(group)}</b>" for group in headings["group"]),
            *(
                f"<b>{theme.plain(row.action_id)}</b> {theme.plain(row.title)}"
                for row in rows.itertuples()
            ),
        ],
        textposition="middle right",
        textfont={"size": density.text, "color": theme.INK},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _cut(leads: str, *, longest: int = 33) -> str:
    """Return the first lead, and how many more there are."""
    first, *more = leads.split("; ")
    room = longest - (len(f" +{len(more)}") if more else 0)
    short = first if len(first) <= room else first[: room - 1].rstrip() + "…"
    return theme.plain(short + (f" +{len(more)}" if more else ""))
