"""A picture as Plotly draws it, in the form that the window needs, its marks within reach."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Condition

import streamlit as st
from cachetools import LRUCache, cached

from netzero.analysis.exhibit import Exhibit
from netzero.charts.figures import alt_of, figure_of
from netzero.charts.marks import Mark, marks_of
from netzero.charts.theme import Figure, Form
from netzero.ui import assets
from netzero.ui.paging import drawn_part, drawn_rows
from netzero.ui.screen import current_form
from netzero.ui.text import paragraph

Pointed = Callable[[Sequence[str]], None]
BYTES = 32 * 2**20
NO_ROOM = "This picture needs a wider screen; the table holds all of it."
kept_charts: LRUCache = LRUCache(BYTES, getsizeof=len)


def show_chart(exhibit: Exhibit, *, narrow: Exhibit, on_point: Pointed) -> None:
    """Draw an exhibit; ``on_point`` is called with the names of a spot that is chosen.

    In a narrow window the picture of ``narrow`` stands in for it. An empty picture is not drawn.
    """
    form = current_form()
    drawn = narrow if form is Form.NARROW else exhibit
    rows = drawn_rows(drawn)
    if chart := drawn_chart(drawn, form, rows.start, rows.stop):
        _show(chart, name=exhibit.question, on_point=on_point)
    elif form is Form.NARROW and figure_of(drawn):
        paragraph(NO_ROOM)


def show_still(figure: Figure, *, name: str, alt: str) -> None:
    """Draw a figure of which nothing can be chosen."""
    _show(packed(figure, (), title=alt), name=name)


@cached(kept_charts, condition=Condition())
def drawn_chart(exhibit: Exhibit, form: Form, first: int, last: int) -> bytes:
    """Return the lanes, bars or rows ``first`` to before ``last`` as a chart that can be sent.

    Blank where there is nothing to draw. Every reader is sent the same one.
    """
    drawn = replace(exhibit, picture=drawn_part(exhibit.picture, slice(first, last)))
    if figure := figure_of(drawn, form=form):
        return packed(figure, marks_of(drawn, figure), title=alt_of(drawn))
    return b""


def packed(figure: Figure, marks: Sequence[Mark], *, title: str) -> bytes:
    """Return a chart as it is sent. Of all that a component takes, only bytes are not parsed."""
    chart = {"title": title, **figure, "marks": marks}
    return json.dumps(chart, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _show(chart: bytes, *, name: str, on_point: Pointed | None = None) -> None:
    key = f"{name}-chart"

    def take() -> None:
        picked = st.session_state[key].pick
        if on_point and picked:
            on_point(tuple(picked))

    _chart(key=key, data=chart, on_pick_change=take)


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


_chart = st.components.v2.component(
    "chart",
    html=f'<div class="nz-chart" data-plotly="{assets.PLOTLY}"></div>',
    css=_text("chart.css"),
    js=_text("chart.js"),
    # In a shadow tree neither Plotly's own rules nor the page's rules for print would hold.
    isolate_styles=False,
)
