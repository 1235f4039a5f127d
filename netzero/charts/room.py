"""Slides' pictures drawn for a room: few rows, large type, nothing that needs a pointer."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from netzero.analysis.briefing import BARS, COLUMNS, LANES, PARTS, Slide
from netzero.charts import theme
from netzero.charts.axis import add_as_at, add_years, end_of, start_of

LABEL = 36
HEIGHT = 660
LETTER = 0.48
FEWEST = 4
DRAWN = (PARTS, BARS, LANES, COLUMNS)


def room_figure(
    slide: Slide, *, as_at: pd.Period, years: Sequence[str], scale: float = 1
) -> go.Figure:
    """Return the picture of a slide for a screen 1080 pixels high, or ``scale`` times that.

    Labels are ``LABEL`` pixels there. For slides whose picture is one of ``DRAWN``.
    """
    size = round(LABEL * scale)
    figure = theme.figure(height=round(HEIGHT * scale), font={"family": theme.FONT, "size": size})
    draw = {PARTS: _parts, BARS: _bars, COLUMNS: _columns}.get(slide.picture)
    if draw:
        draw(figure, slide.table, size)
    else:
        _lanes(figure, slide.table, size, years, as_at)
    return figure


def _parts(figure: go.Figure, table: pd.DataFrame, size: int) -> None:
    figure.add_trace(
        go.Bar(
            orientation="h",
            y=list(range(len(table))),
            x=table["value"],
            width=0.6,
            text=[f" <b>{value}</b>" for value in table["value"]],
            textposition="outside",
            textfont={"size": size, "color": theme.INK},
            constraintext="none",
            cliponaxis=False,
            hoverinfo="skip",
            marker={
                "color": table["label"].map(theme.POSITION_FILL),
                "line": {"color": table["label"].map(theme.POSITION_OUTLINE), "width": 2},
            },
        )
    )
    _name_rows(figure, table["label"], size, right=3 * size, most=table["value"].max())


def _bars(figure: go.Figure, table: pd.DataFrame, size: int) -> None:
    figure.update_layout(barmode="stack")
    layers = (("value", theme.COUNT, theme.COUNT), ("rest", theme.ENDED, theme.ENDED_EDGE))
    for column, fill, edge in layers:
        figure.add_trace(
            go.Bar(
                orientation="h",
                y=list(range(len(table))),
                x=table[column],
                width=0.6,
                hoverinfo="skip",
                marker={"color": fill, "line": {"color": edge, "width": 1}},
            )
        )
    total = table["value"] + table["rest"]
    figure.add_trace(
        _words_after(total, list(range(len(table))), [f"<b>{n}</b>" for n in total], size)
    )
    _name_rows(figure, table["label"], size, right=3 * size, most=total.max())


def _columns(figure: go.Figure, table: pd.DataFrame, size: int) -> None:
    figure.update_layout(barmode="stack", bargap=0.1, margin={"l": 2 * size, "b": 2 * size})
    floor = 0
    for column, fill, name in (
        ("ongoing", theme.ONGOING, "ongoing"),
        ("time_bound", theme.DELIVERY, "time-bound"),
    ):
        figure.add_trace(
            go.Bar(x=table["label"], y=table[column], hoverinfo="skip", marker={"color": fill})
        )
        height = int(table[column].iloc[-1])
        if height:
            figure.add_annotation(
                x=1, y=floor + height / 2, xref="paper", xanchor="left", xshift=12,
                text=f"{height} {name}", showarrow=False, font={"size": size},
            )  # fmt: skip
        floor += height
    ends = [label for label in table["label"] if label.startswith("Mar")]
    figure.update_layout(margin_r=round(13 * size * LETTER))
    figure.update_xaxes(tickvals=ends, tickfont_size=size, tickangle=0)
    figure.update_yaxes(tickfont_size=size, nticks=4, tickformat="d")


def _lanes(
    figure: go.Figure, table: pd.DataFrame, size: int, years: Sequence[str], as_at: pd.Period
) -> None:
    figure.update_layout(margin={"t": round(1.6 * size), "b": round(1.7 * size)})
    add_years(figure, years, quarters=False, size=size - 2)
    drawn = table.reset_index(drop=True).dropna(subset=["left", "right"])
    figure.add_trace(
        go.Bar(
            orientation="h",
            y=drawn.index,
            base=drawn["left"],
            x=(drawn["right"] - drawn["left"]) / pd.Timedelta(milliseconds=1),
            width=0.6,
            hoverinfo="skip",
            marker={
                "color": drawn["position"].map(theme.POSITION_FILL),
                "line": {"color": drawn["position"].map(theme.POSITION_OUTLINE), "width": 2},
            },
        )
    )
    _add_arrows(figure, drawn, size, years)
    words = [theme.plain(words) for words in table["words"]]
    at = table["right"].fillna(start_of(years[0]))
    figure.add_trace(_words_after(at, list(range(len(table))), words, size))
    longest = max((len(words) for words in table["words"]), default=0)
    _name_rows(figure, table["label"], size, right=round((longest + 3) * size * LETTER))
    add_as_at(figure, as_at, years, size=size)


def _add_arrows(figure: go.Figure, drawn: pd.DataFrame, size: int, years: Sequence[str]) -> None:
    for column, edge, symbol in (
        ("enters", start_of(years[0]), "triangle-left"),
        ("leaves", end_of(years[-1]), "triangle-right"),
    ):
        open_ends = drawn[drawn[column]]
        figure.add_trace(
            go.Scatter(
                x=[edge] * len(open_ends),
                y=open_ends.index,
                mode="markers",
                cliponaxis=False,
                hoverinfo="skip",
                marker={
                    "symbol": symbol,
                    "size": size,
                    "opacity": 1,
                    "color": open_ends["position"].map(theme.POSITION_OUTLINE),
                },
            )
        )


def _words_after(at: pd.Series, places: list[int], words: list[str], size: int) -> go.Scatter:
    return go.Scatter(
        x=at,
        y=places,
        mode="text",
        text=[f"   {word}" for word in words],
        textposition="middle right",
        textfont={"size": size, "color": theme.INK},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _name_rows(
    figure: go.Figure, labels: pd.Series, size: int, *, right: int, most: float | None = None
) -> None:
    longest = max(len(label) for label in labels)
    figure.update_layout(margin={"l": round((longest + 2) * size * LETTER), "r": right})
    if most is not None:
        figure.update_xaxes(visible=False, range=[0, max(most, 1)])
    figure.update_yaxes(
        range=[max(len(labels), FEWEST) - 0.5, -0.5],
        tickvals=list(range(len(labels))),
        ticktext=[theme.plain(label) for label in labels],
        tickfont_size=size,
        ticklabelstandoff=round(size / 2),
    )
