"""What the room sees while somebody presents: a slide, an action or the search, or the notes."""

from collections.abc import Sequence

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.charts.figures import alt_of
from netzero.charts.room import room_figure
from netzero.exports.markup import escaped, facts_html, list_html, table_html
from netzero.plan.months import month_label
from netzero.ui import address
from netzero.ui.chart import show_still
from netzero.ui.facts import facts, full_text, full_title, is_known, position_fact
from netzero.ui.keys import ROOM_FIND
from netzero.ui.room_keys import asked_place, open_action, show_keys
from netzero.ui.screen import is_low
from netzero.ui.text import literal, quoted

TALL_HEIGHT, LOW_HEIGHT = 1080, 720
ROWS_ON_SLIDE = 7
TITLES_IN_ROW = 2
FACTS = ("Lead", "Partners", "Start", "End", "Theme")


def present(at: PlanAt, slides: Sequence[Exhibit], *, notice: str = "") -> None:
    """Draw what the address asks for: a slide of ``slides``, an action, the search, the notes."""
    place = asked_place(len(slides))
    show_keys(place, len(slides))
    action_id = address.text_of(address.ACTION)
    known = is_known(at, action_id)
    if known:
        _show_action(at, action_id)
    elif address.has(address.FIND):
        _show_find(at)
    elif not slides:
        _heading("Nothing to present", "Every slide is left out, or has no action in its scope")
    elif address.has(address.SPEAKER):
        _show_speaker(slides, place)
    else:
        _show_slide(at, slides[place - 1])
    unknown = f"This plan has no action {quoted(action_id)}." if action_id and not known else ""
    if slides:
        _show_foot(slides[place - 1], place, len(slides), notice=notice or unknown)


def _show_slide(at: PlanAt, slide: Exhibit) -> None:
    _heading(slide.finding, slide.counted)
    if not len(slide.table):
        return
    if figure := room_figure(slide, height=LOW_HEIGHT if is_low() else TALL_HEIGHT):
        show_still(figure, name="room", alt=alt_of(slide))
    else:
        _show_rows(at, slide)


def _show_rows(at: PlanAt, slide: Exhibit) -> None:
    """Show the first rows, in words where they have some, and count the rest."""
    spots = list(slide.picture.spots())[:ROWS_ON_SLIDE]
    if spots:
        st.html(f'<ul class="nz-room-text">{"".join(_row_html(at, spot) for spot in spots)}</ul>')
    else:
        table = slide.table.between(0, ROWS_ON_SLIDE)
        st.html(table_html(table, caption=slide.finding, style="nz-room-table"))
    _count_rest(len(slide.table) - ROWS_ON_SLIDE, "more")


def _row_html(at: PlanAt, spot: Spot) -> str:
    """Return a row in words; beneath it who leads its action, or the names of its actions."""
    actions = at.plan.actions
    behind = actions[actions["action_id"].isin(spot.action_ids)]
    names = behind["title" if len(behind) > 1 else "leads"].tolist()
    beneath = escaped("; ".join(names[:TITLES_IN_ROW]))
    more = f" and {len(names) - TITLES_IN_ROW:,} more" if len(names) > TITLES_IN_ROW else ""
    return f'<li>{escaped(spot.words)}<br><span class="nz-room-counted">{beneath}{more}</span></li>'


def _count_rest(number: int, words: str) -> None:
    if number > 0:
        st.html(f'<p class="nz-room-counted">{number:,} {escaped(words)}</p>')


def _show_find(at: PlanAt) -> None:
    _heading("Find an action", "Type an id, words, a team or a partner, and press Enter")
    with st.container(key=ROOM_FIND):
        query = st.text_input("Find", key="room-query", label_visibility="collapsed")
        if not query:
            return
        held = PlanAt(at.plan, at.month, Scope(q=query[:LONGEST_QUERY])).kept
        found = at.plan.actions[held]
        for action in found.head(ROWS_ON_SLIDE).itertuples():
            st.button(
                f"**{literal(action.action_id)}** {literal(action.title)}",
                key=f"room-found-{action.action_id}",
                type="tertiary",
                on_click=open_action,
                args=(action.action_id,),
            )
        _count_rest(len(found) - ROWS_ON_SLIDE, "more: add a word")
        if found.empty:
            st.html('<p class="nz-room-counted">No action holds these words.</p>')


def _show_action(at: PlanAt, action_id: str) -> None:
    _heading(full_title(at, action_id), "Press Esc to go back to the slide")
    known = facts(at, action_id)
    chosen = {name: escaped(known[name]) for name in (*FACTS, position_fact(at))}
    text = f'<p class="nz-room-text">{escaped(full_text(at, action_id))}</p>'
    st.html(text + facts_html(chosen, style="nz-room-facts"))


def _show_speaker(slides: Sequence[Exhibit], place: int) -> None:
    slide = slides[place - 1]
    _heading(slide.finding, slide.counted)
    st.html(list_html(slide.notes, style="nz-room-text"))
    if place < len(slides):
        following = slides[place].finding
        st.html(f'<p class="nz-room-counted">Next: {escaped(following)}</p>')


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
