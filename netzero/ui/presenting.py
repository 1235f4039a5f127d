"""Presenting: one slide fills the screen, the keys move, and a question finds its action."""

from typing import Any

import streamlit as st

from netzero.analysis.briefing import CELLS, ROWS, Slide
from netzero.analysis.positions import with_position
from netzero.analysis.running_order import Entry
from netzero.analysis.selection import Filters, select
from netzero.charts import theme
from netzero.charts.room import DRAWN, room_figure
from netzero.plan.months import month_label
from netzero.ui.chart import STILL
from netzero.ui.filters import chosen_words
from netzero.ui.running import presented, slide_of
from netzero.ui.tables import table_html
from netzero.ui.text import escaped, facts_html, list_html, literal
from netzero.ui.view import View

PRESENT, SLIDE, SPEAKER, FIND, ACTION = "present", "slide", "speaker", "find", "action"
PENDING = "_slide_number"
FOUND = 7


def is_presenting() -> bool:
    """Return whether the address asks for the presenting view."""
    return st.query_params.get(PRESENT) == "1"


def start_presenting() -> None:
    """Put the presenting view and its first slide into the address. For use as a callback."""
    st.query_params.update({PRESENT: "1", SLIDE: "1"})


def present(view: View, order: tuple[Entry, ...]) -> None:
    """Draw the slide that the address names, its detail, the search, or the speaker's view."""
    entries = presented(order)
    place = _place(len(entries))
    _keys(place, len(entries))
    if st.query_params.get(ACTION) in set(view.plan.actions["action_id"]):
        _detail(view, st.query_params[ACTION])
    elif FIND in st.query_params:
        _find(view)
    elif not entries:
        st.html('<h1 class="nz-room-message">Every slide is left out of the running order</h1>')
    elif SPEAKER in st.query_params:
        _speaker(view, entries, place)
    else:
        _slide(view, entries[place - 1])
    if entries:
        _foot(view, place, len(entries))


def _place(most: int) -> int:
    asked = st.query_params.get(SLIDE, "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    return max(1, min(most, number))


def _keys(place: int, most: int) -> None:
    away = ACTION in st.query_params or FIND in st.query_params
    moves = (
        ("Next slide", "Right", place + 1),
        ("Next slide", "PageDown", place + 1),
        ("Previous slide", "Left", place - 1),
        ("Previous slide", "PageUp", place - 1),
        ("First slide", "Home", 1),
        ("Last slide", "End", most),
    )
    with st.container(key="room-keys", horizontal=True):
        for label, key, target in moves:
            inside = max(1, min(most, target))
            st.button(label, key=f"room-{key}", shortcut=key, on_click=_go, args=(inside,))
        st.button("Find an action", key="room-find-key", shortcut="S", on_click=_open_find)
        leave = ("Back to the slide", _back) if away else ("Leave the presentation", _leave)
        st.button(leave[0], key="room-leave", shortcut="Esc", on_click=leave[1])
        for digit in "0123456789":
            st.button(digit, key=f"room-{digit}", shortcut=digit, on_click=_type, args=(digit,))
        st.button("Jump", key="room-jump", shortcut="Enter", on_click=_jump, args=(most,))


def _go(place: int) -> None:
    _back()
    st.session_state.pop(PENDING, None)
    st.query_params[SLIDE] = str(place)


def _back() -> None:
    for parameter in (ACTION, FIND):
        st.query_params.pop(parameter, None)


def _leave() -> None:
    for parameter in (PRESENT, SLIDE, SPEAKER, ACTION, FIND):
        st.query_params.pop(parameter, None)


def _open_find() -> None:
    _back()
    st.query_params[FIND] = "1"


def _type(digit: str) -> None:
    st.session_state[PENDING] = (st.session_state.get(PENDING, "") + digit)[-3:]


def _jump(most: int) -> None:
    if number := st.session_state.pop(PENDING, ""):
        _go(max(1, min(most, int(number))))


def _slide(view: View, entry: Entry) -> None:
    slide = slide_of(view, entry)
    _heading(slide.message, slide.counted + _own_filters(entry))
    if slide.number:
        left, right = st.columns([1, 4], gap="medium")
        with left:
            st.html(
                f'<p class="nz-room-number">{escaped(slide.number)}</p>'
                f'<p class="nz-room-label">{escaped(slide.number_label)}</p>'
            )
        with right:
            _picture(view, slide)
    else:
        _picture(view, slide)


def _heading(message: str, counted: str) -> None:
    st.html(
        f'<h1 class="nz-room-message">{escaped(message)}</h1>'
        f'<p class="nz-room-counted">{escaped(counted)}</p>'
    )


def _own_filters(entry: Entry) -> str:
    return f"; {chosen_words(entry.pinned)}" if entry.pinned else ""


def _picture(view: View, slide: Slide) -> None:
    if slide.picture == CELLS:
        st.html(_cells_html(slide))
    elif slide.picture == ROWS:
        st.html(table_html(slide.table, caption=slide.message, style="nz-room-table"))
    elif slide.picture in DRAWN:
        for form, scale in (("nztall", 1.0), ("nzlow", 2 / 3)):
            figure = room_figure(
                slide, as_at=view.as_at, years=view.plan.delivery_years, scale=scale
            )
            with st.container(key=f"room-{form}"):
                st.plotly_chart(
                    figure, key=f"room-{form}-chart", alt=slide.message, config=STILL, theme=None
                )


def _cells_html(slide: Slide) -> str:
    """Return team against year as a table, each cell shaded by its count."""
    most = slide.table["live"].max()
    years = list(dict.fromkeys(slide.table["period"]))
    head = "".join(f'<th scope="col">{escaped(year)}</th>' for year in years)
    rows = []
    for team, own in slide.table.groupby("team", sort=False):
        cells = "".join(_cell_html(cell, most) for cell in own.itertuples())
        rows.append(f'<tr><th scope="row">{escaped(str(team))}</th>{cells}</tr>')
    return (
        f'<table class="nz-room-table"><caption>{escaped(slide.message)}</caption><thead><tr>'
        f'<th scope="col">Team</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def _cell_html(cell: Any, most: int) -> str:
    fill = theme.shade(cell.live, most=most)
    ending = f" ◆{cell.deadlines}" if cell.deadlines else ""
    return (
        f'<td class="nz-cell" style="background:{fill};color:{theme.ink_on(fill)}">'
        f"{cell.live}{ending}</td>"
    )


def _find(view: View) -> None:
    _heading("Find an action", "Type an id, words, a team or a partner, and press Enter")
    with st.container(key="room-find"):
        query = st.text_input("Find", key="room-query", label_visibility="collapsed")
        if not query:
            return
        found = select(view.plan, filters=Filters(q=query), as_at=view.as_at).actions
        for action in found.head(FOUND).itertuples():
            st.button(
                f"**{literal(action.action_id)}** {literal(action.title)}",
                key=f"room-found-{action.action_id}",
                type="tertiary",
                on_click=_show_action,
                args=(action.action_id,),
            )
        left_out = len(found) - FOUND
        more = f"{left_out} more: add a word." if left_out > 0 else ""
        none = "" if len(found) else "No action holds these words."
        st.html(f'<p class="nz-room-counted">{more}{none}</p>')


def _show_action(action_id: str) -> None:
    st.query_params.pop(FIND, None)
    st.query_params[ACTION] = action_id


def _detail(view: View, action_id: str) -> None:
    actions = with_position(view.plan.actions, as_at=view.as_at).set_index("action_id")
    action = actions.loc[action_id]
    _heading(f"{action_id} {action['title']}", "Press Esc to go back to the slide")
    facts = {
        "Lead": action["leads"],
        "Partners": action["partners"] or "none named in this table",
        "Dates": f"{action['start_published'] or 'not given'} to "
        f"{action['end_published'] or 'not given'}",
        "Position": f"{action['position']}, {view.when}",
        "Plan": f"{action['plan']}, {action['theme']}",
    }
    text = f'<p class="nz-room-text">{escaped(action["action"])}</p>'
    st.html(text + facts_html(facts, style="nz-room-facts"))


def _speaker(view: View, entries: tuple[Entry, ...], place: int) -> None:
    slide = slide_of(view, entries[place - 1])
    _heading(slide.message, slide.counted + _own_filters(entries[place - 1]))
    st.html(list_html(slide.notes, style="nz-room-text"))
    if place < len(entries):
        following = slide_of(view, entries[place]).message
        st.html(f'<p class="nz-room-counted">Next: {escaped(following)}</p>')


def _foot(view: View, place: int, most: int) -> None:
    st.html(
        f'<p class="nz-room-foot"><span>{place} of {most}</span>'
        f"<span>As at {month_label(view.as_at)}</span></p>"
    )
