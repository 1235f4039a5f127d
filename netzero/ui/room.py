"""What the room sees while somebody presents: a slide, an action or the search, or the notes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st

from netzero.analysis.events import HEADINGS as EVENTS
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.slide_part import in_room, is_blank, left_out_of_room
from netzero.charts.figures import alt_of, figure_of
from netzero.charts.room import room_figure
from netzero.charts.theme import Figure, Form
from netzero.exports.markup import escaped, facts_html, list_html, plain_cell, table_html
from netzero.plan.months import month_label, month_name
from netzero.ui import address
from netzero.ui.chart import show_still
from netzero.ui.drawings import show_small
from netzero.ui.facts import facts, full_text, full_title, is_known, position_fact
from netzero.ui.room_bar import asked_place, show_bar
from netzero.ui.room_behind import show_behind, told_alone
from netzero.ui.screen import current_form, is_low
from netzero.ui.text import quoted

TALL_HEIGHT, LOW_HEIGHT = 1080, 720
ROWS_ON_SLIDE = 9
MOST_WORDS = 6  # lines of the presenter's own
TITLES_IN_ROW = 2
MOST_LINES = 8  # which share a slide, where others are lower than that
FACTS = ("Lead", "Partners", "Start", "End", "Theme")


def present(at: PlanAt, slides: Sequence[Exhibit], *, notice: str = "") -> None:
    """Draw what the address asks for: a slide of ``slides``, an action, the search, the notes."""
    place = asked_place(len(slides))
    show_bar(at, place, len(slides))
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
        _show_rows(at, slide)
    if slide.behind:
        show_behind(slide, slide.behind, height=height)


def _figure(slide: Exhibit, *, height: int) -> Figure | None:
    """Return what a slide draws: in the room, or in a window no wider than a telephone."""
    form = current_form()
    if form is Form.NARROW:
        return figure_of(replace(slide, picture=in_room(slide.picture)), form=form)
    return room_figure(slide, height=height)


def _show_rows(at: PlanAt, slide: Exhibit) -> None:
    """Show the first rows, in words where they have some, and count the rest."""
    spots = list(slide.picture.spots())[:ROWS_ON_SLIDE]
    if slide.table.columns == EVENTS:
        st.html(_list_html(_events_html(slide), low=bool(slide.behind)))
    elif spots:
        lines = [_row_html(at, spot) for spot in spots]
        st.html(_list_html(lines, low=bool(slide.behind)))
    elif len(slide.table.columns) == 1:
        own = slide.table.rows[:MOST_WORDS]
        items = "".join(f"<li>{plain_cell(cell)}</li>" for cell, *_ in own)
        st.html(f'<ol class="nz-room-words">{items}</ol>')
        _count_rest(len(slide.table) - MOST_WORDS, "more")
        return
    else:
        table = slide.table.between(0, ROWS_ON_SLIDE)
        st.html(table_html(table, caption=slide.finding, style="nz-room-table"))
    _count_rest(len(slide.table) - ROWS_ON_SLIDE, "more")


def _list_html(lines: Sequence[str], *, low: bool) -> str:
    """Return lines as a list whose style knows how many there are: few are larger.

    They are ``low`` where something stands beneath them.
    """
    style = f"--lines: {MOST_LINES if low else len(lines)}"
    return f'<ul class="nz-room-rows" style="{style}">{"".join(lines)}</ul>'


def _events_html(slide: Exhibit) -> list[str]:
    """Return events month by month: under each how many, then each with its leads."""
    rows = slide.table.rows[:ROWS_ON_SLIDE]
    every = Counter((when, what) for when, what, *_ in slide.table.rows)
    parts = []
    for (when, what), own in groupby(rows, key=lambda row: (row[0], row[1])):
        number = every[when, what]
        verb = what if number == 1 else what.removesuffix("s")  # "5 end", "4 start", "2 ended"
        head = f"{month_name(when)}: {number:,} {escaped(verb)}"
        parts.append(f"<li><strong>{head}</strong></li>")
        parts += [
            f"<li><span><b>{plain_cell(each)}</b> {plain_cell(title)}</span>"
            f"<small>{plain_cell(leads)}</small></li>"
            for _, _, each, title, leads in own
        ]
    return parts


def _row_html(at: PlanAt, spot: Spot) -> str:
    """Return a row in words; beside it who leads its action, or the names of its actions."""
    actions = at.plan.actions
    behind = actions[actions["action_id"].isin(spot.action_ids)]
    names = behind["title" if len(behind) > 1 else "leads"].tolist()
    beneath = escaped("; ".join(names[:TITLES_IN_ROW]))
    more = f" and {len(names) - TITLES_IN_ROW:,} more" if len(names) > TITLES_IN_ROW else ""
    return f"<li><span>{escaped(spot.words)}</span><small>{beneath}{more}</small></li>"


def _count_rest(number: int, words: str) -> None:
    if number > 0:
        st.html(f'<p class="nz-room-counted">{number:,} {escaped(words)}</p>')


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
