"""The few actions behind a slide, in the room: what is printed of them, and their bars."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Behind, InFull, Links, Rows
from netzero.analysis.slide_part import MOST_LANES, is_blank, lanes_in_room
from netzero.charts.figures import BEHIND, figure_of
from netzero.charts.room import LANE, LOWEST_LANE, OVER_LANES, behind_figure, high_of, room_beneath
from netzero.charts.theme import Figure, Form, width_of
from netzero.exports.markup import escaped, facts_html
from netzero.ui.chart import show_still
from netzero.ui.room_rows import line_count
from netzero.ui.screen import current_form

# In pixels of a screen 1080 high: a row in words, and the width of all words.
ROW, WIDE = 92, 1640
PARTED = 56  # what stands beneath each other
SIZES = range(46, 26, -2)
LINE, GAP = 1.3, 9
BOLD = 1.08


def show_behind(slide: Exhibit, behind: Behind, *, height: int) -> None:
    """Show what is printed of the actions as large as there is room for, then their bars.

    ``height`` is that of the screen. Where it holds no more, the published texts stand alone.
    """
    if _texts_high(behind, SIZES[-1]) > _room(slide):
        texts = (each._replace(leads="", partners="", dates="") for each in behind.in_full)
        behind = replace(behind, in_full=tuple(texts))
    if behind.in_full or behind.also:
        size = _type_size(slide, behind)
        style = f"--size: {size / 10.8:.2f}vh; --actions: {max(len(behind.in_full), 1)}"
        st.html(f'<div class="nz-room-full" style="{style}">{_texts_html(behind)}</div>')
    if figure := _figure(slide, behind, height=height):
        show_still(figure, name="behind", alt=BEHIND)


def told_alone(slide: Exhibit) -> bool:
    """Return whether what stands behind a slide says all that its rows would."""
    return slide.behind is not None and slide.behind.told and bool(slide.behind.in_full)


def _texts_html(behind: Behind) -> str:
    also = (f'<p class="nz-room-also">{escaped(sentence)}</p>' for sentence in behind.also)
    return "".join([*map(_text_html, behind.in_full), *also])


def _text_html(action: InFull) -> str:
    facts = {name: escaped(fact) for name, fact in action.facts.items()}
    listed = facts_html(facts, style="nz-room-facts") if facts else ""
    heading = f"<h2>{escaped(action.heading)}</h2>"
    return f"<section>{heading}<p>{escaped(action.text)}</p>{listed}</section>"


def _figure(slide: Exhibit, behind: Behind, *, height: int) -> Figure | None:
    if current_form() is Form.NARROW:
        lanes = replace(slide, picture=lanes_in_room(behind.lanes))
        return figure_of(lanes, form=Form.NARROW)
    left = _room(slide) - _texts_high(behind, _type_size(slide, behind))
    return behind_figure(slide, behind, room=left, height=height)


# --- How much room there is


def _room(slide: Exhibit) -> int:
    """Return how many pixels the picture leaves to what stands beneath it."""
    return room_beneath(slide) - PARTED - _picture_high(slide)


def _type_size(slide: Exhibit, behind: Behind) -> int:
    """Return the largest type size that leaves room for the bars, else the largest that fits."""
    lanes = min(len(behind.lanes.lanes), MOST_LANES)
    bars = OVER_LANES + (LANE + LOWEST_LANE) // 2 * lanes
    for room in (_room(slide) - bars, _room(slide)):
        for size in SIZES:
            if _texts_high(behind, size) <= room:
                return size
    return SIZES[-1]


def _picture_high(slide: Exhibit) -> int:
    if told_alone(slide) or is_blank(slide):
        return 0
    if isinstance(slide.picture, Rows | Links):
        return line_count(slide) * ROW
    return high_of(slide.picture)


def _texts_high(behind: Behind, size: int) -> int:
    """Return how high the texts are at a type size: a column an action, and lines beneath."""
    wide = WIDE / max(len(behind.in_full), 1)
    fact = max(SIZES[-1], size * 0.8)
    columns = [
        _lines_high([action.heading], size, wide / BOLD)
        + _lines_high([action.text], size, wide)
        + _lines_high(list(action.facts.values()), fact, wide * 0.65)
        for action in behind.in_full
    ]
    return ceil(max(columns, default=0) + _lines_high(behind.also, SIZES[-1], WIDE))


def _lines_high(texts: Sequence[str], size: float, wide: float) -> float:
    return sum(ceil(width_of(text, size) / wide) * size * LINE + GAP for text in texts)
