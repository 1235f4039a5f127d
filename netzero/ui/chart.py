"""A picture as Plotly draws it, in a form for each width of screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.charts.figures import alt_of, figure_of
from netzero.charts.theme import Figure, Form
from netzero.ui.keys import MIDDLE_FORM, NARROW_FORM, WIDE_FORM, key
from netzero.ui.paging import drawn_part
from netzero.ui.text import paragraph

Pointed = Callable[[Sequence[str]], None]
# A finger that starts on a chart that answers cannot scroll the page: the narrow form stands still.
STILL = {"staticPlot": True, "displayModeBar": False}
ANSWERING = {"displayModeBar": False, "scrollZoom": False}
NO_ROOM = "This picture needs a wider screen; the table holds all of it."


def show_chart(exhibit: Exhibit, *, narrow: Exhibit, on_point: Pointed) -> None:
    """Draw an exhibit; ``on_point`` is called with the names of a spot that is chosen.

    The style sheet shows one of the forms, by the width of the screen; the picture of ``narrow``
    is that for narrow screens. An empty picture is not drawn.
    """
    drawn = replace(exhibit, picture=drawn_part(exhibit))
    wide, middle = (figure_of(drawn, form=form) for form in (Form.WIDE, Form.MIDDLE))
    if wide is None or middle is None:
        return
    name, alt = exhibit.question, alt_of(exhibit)
    classes = (WIDE_FORM,) if middle != wide else (WIDE_FORM, MIDDLE_FORM)
    with st.container(key=key(name, *classes)):
        _show_answering(wide, name=name, alt=alt, on_point=on_point)
    if middle != wide:
        with st.container(key=key(name, MIDDLE_FORM)):
            _show_answering(middle, name=f"{name}-middle", alt=alt, on_point=on_point)
    with st.container(key=key(name, NARROW_FORM)):
        _show_narrow(drawn if narrow is exhibit else narrow, name=name)


def _show_narrow(exhibit: Exhibit, *, name: str) -> None:
    figure = figure_of(exhibit, form=Form.NARROW)
    if figure is None:
        paragraph(NO_ROOM)
    else:
        show_still(figure, name=f"{name}-narrow", alt=alt_of(exhibit))


def show_still(figure: Figure, *, name: str, alt: str) -> None:
    """Draw a figure that does not answer."""
    st.plotly_chart(figure, key=f"{name}-chart", alt=alt, config=STILL, theme=None)


def _show_answering(figure: Figure, *, name: str, alt: str, on_point: Pointed) -> None:
    # A spot stays chosen after a click, and a second click would only undo that. Another key makes
    # a chart with nothing chosen.
    picks = f"{name}-picks"
    chart = f"{name}-chart-{st.session_state.get(picks, 0)}"

    def take() -> None:
        for point in st.session_state[chart]["selection"]["points"][:1]:
            st.session_state[picks] = st.session_state.get(picks, 0) + 1
            on_point(point["customdata"])

    st.plotly_chart(
        figure,
        key=chart,
        alt=alt,
        config=ANSWERING,
        theme=None,
        on_select=take,
        selection_mode="points",
    )
