"""What the room sees while somebody presents: a slide, an action or the search, or the notes."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import moves_in_words
from netzero.analysis.scope import scenario_words
from netzero.analysis.slide_part import in_room, is_blank, left_out_of_room
from netzero.charts.figures import alt_of, figure_of
from netzero.charts.room import room_figure
from netzero.charts.theme import Figure, Form
from netzero.exports.markup import escaped, facts_html, list_html
from netzero.plan.months import month_label
from netzero.ui import address
from netzero.ui.chart import show_still
from netzero.ui.drawings import show_small
from netzero.ui.facts import facts, full_text, full_title, is_known, position_fact
from netzero.ui.room_bar import asked_place, show_bar
from netzero.ui.room_behind import show_behind, told_alone
from netzero.ui.room_rows import show_rows
from netzero.ui.screen import current_form, is_low
from netzero.ui.text import quoted

TALL_HEIGHT, LOW_HEIGHT = 1080, 720
MOVES_IN_ROOM = 2
FACTS = ("Lead", "Partners", "Start", "End", "Theme")


def present(at: PlanAt, slides: Sequence[Exhibit], *, notice: str = "") -> None:
    """Draw what the address asks for: a slide of ``slides``, an action, the search, the notes."""
    place = asked_place(len(slides))
    show_bar(at, place, len(slides))
    _show_scenario(at)
    action_id = address.text_of(address.ACTION)
    known = is_known(at, action_id)
    if known:
        _show_action(at, action_id)
    elif address.is_on(address.FIND):
        pass  # the bar shows the search
    elif not slides:
        _heading("Nothing to present", "Every slide is left out, or has no action in its scope")
    elif address.is_on(address.SPEAKER):
        _show_speaker(slides, place)
    else:
        _show_slide(at, slides[place - 1])
    unknown = f"This plan has no action {quoted(action_id)}." if action_id and not known else ""
    if slides:
        st.set_page_config(page_title=slides[place - 1].finding)
        _show_foot(slides[place - 1], place, len(slides), notice=notice or unknown)


def _show_scenario(at: PlanAt) -> None:
    """Say over whatever the room sees that it is a scenario, and what it moves."""
    if at.plan.scenario:
        every = moves_in_words(at.plan)
        more = len(every) - MOVES_IN_ROOM
        told = "; ".join([*every[:MOVES_IN_ROOM], *([f"{more:,} more"] if more > 0 else [])])
        head = escaped(scenario_words(at.plan))
        st.html(f'<p class="nz-room-scenario"><strong>{head}.</strong> {escaped(told)}</p>')


def _show_slide(at: PlanAt, slide: Exhibit) -> None:
    _heading(slide.finding, slide.counted)
    height = LOW_HEIGHT if is_low() else TALL_HEIGHT
    if told_alone(slide) or is_blank(slide):
        pass  # what stands behind it is all there is to show
    elif figure := _figure(slide, height=height):
        show_still(figure, name="room", alt=alt_of(slide))
        if current_form() is Form.NARROW and (rest := left_out_of_room(slide.picture)):
            st.html(f'<p class="nz-room-counted">{escaped(rest)}</p>')
    else:
        show_rows(at, slide)
    if slide.behind:
        show_behind(slide, slide.behind, height=height)


def _figure(slide: Exhibit, *, height: int) -> Figure | None:
    """Return what a slide draws: in the room, or in a window no wider than a telephone."""
    form = current_form()
    if form is Form.NARROW:
        return figure_of(replace(slide, picture=in_room(slide.picture)), form=form)
    return room_figure(slide, height=height)


def _show_action(at: PlanAt, action_id: str) -> None:
    _heading(full_title(at, action_id), "Press Esc to go back to the slide")
    known = facts(at, action_id)
    chosen = {name: escaped(known[name]) for name in (*FACTS, position_fact(at))}
    text = f'<p class="nz-room-text">{escaped(full_text(at, action_id))}</p>'
    st.html(text + facts_html(chosen, style="nz-room-facts"))


def _show_speaker(slides: Sequence[Exhibit], place: int) -> None:
    """Show the slide in the room and the next one as pictures, and what there is to say."""
    slide, following = slides[place - 1], slides[place : place + 2]
    left, right = st.columns([1, 2], gap="large")
    with left:
        show_small(dict(zip(("In the room now", "Next"), (slide, *following), strict=False)))
        for then in following[1:]:
            st.html(f'<p class="nz-room-counted">Then: {escaped(then.finding)}</p>')
        if not following:
            st.html('<p class="nz-room-counted">This is the last slide.</p>')
    with right:
        st.html(
            f'<h1 class="nz-speaker">{escaped(slide.finding)}</h1>'
            f'<p class="nz-room-counted">{escaped(slide.counted)}</p>'
            f"{list_html(slide.notes, style='nz-room-text nz-speaker')}"
        )


def _heading(message: str, counted: str) -> None:
    st.html(
        f'<h1 class="nz-room-message">{escaped(message)}</h1>'
        f'<p class="nz-room-counted">{escaped(counted)}</p>'
    )


def _show_foot(slide: Exhibit, place: int, most: int, *, notice: str) -> None:
    about = f"{slide.scope}, as at {month_label(slide.month)}"
    parts = filter(None, (f"{place} of {most}", notice, about))
    spans = "".join(f"<span>{escaped(part)}</span>" for part in parts)
    st.html(f'<p class="nz-room-foot">{spans}</p>')
