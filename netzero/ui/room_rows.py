"""Rows of a slide in words, in the room: as many as a screen holds, the rest counted."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

import streamlit as st

from netzero.analysis.events import HEADINGS as EVENTS
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Spot
from netzero.analysis.plan_at import PlanAt
from netzero.charts.room import HIGHEST, room_beneath
from netzero.charts.theme import width_of
from netzero.exports.markup import escaped, plain_cell, table_html
from netzero.exports.values import value_text
from netzero.plan.months import month_name

MOST_ROWS, MOST_TABLE_ROWS = 9, 7
MOST_WORDS = 6  # lines of the presenter's own
MOST_LINES = 8  # which share a slide, where others are lower than that
TITLES_IN_ROW = 2
# In pixels of a screen 1080 high, as room.css has them.
WIDE, REST, AROUND = 1640, 45, 18
LARGEST, SMALLEST, SHARED, HIGHEST_ROW = 43, 31, 259, 119
BROKEN = 1.12  # how much longer words are in lines


class Line(NamedTuple):
    """A line of a list: its words, what stands beside and before them, if it heads no others."""

    words: str
    beside: str = ""
    before: str = ""
    heads: bool = False

    @property
    def html(self) -> str:
        """The line as HTML."""
        if self.heads:
            return f"<li><strong>{escaped(self.words)}</strong></li>"
        before = f"<b>{escaped(self.before)}</b> " if self.before else ""
        beside = f"<small>{escaped(self.beside)}</small>"
        return f"<li><span>{before}{escaped(self.words)}</span>{beside}</li>"

    def high(self, size: float) -> float:
        """Return how many pixels the line takes at a type size."""
        halves = ((self.words, size), (self.beside, size * 0.9))
        lines = max(
            ceil(BROKEN * width_of(words, large) / (WIDE / 2 - 20)) for words, large in halves
        )
        return lines * size * 1.2 + AROUND


def show_rows(at: PlanAt, slide: Exhibit) -> None:
    """Show the first rows, in words where they have some, and count the rest."""
    spots = list(slide.picture.spots())[:MOST_ROWS]
    if slide.table.columns == EVENTS:
        rows = slide.table.rows[:MOST_ROWS]
        offers = [_event_lines(slide, rows[:number]) for number in range(len(rows), 0, -1)]
        _show_lines(slide, offers)
    elif spots:
        every = [_line_of(at, spot) for spot in spots]
        _show_lines(slide, [every[:number] for number in range(len(every), 0, -1)])
    elif len(slide.table.columns) == 1:
        own = slide.table.rows[:MOST_WORDS]
        items = "".join(f"<li>{plain_cell(cell)}</li>" for cell, *_ in own)
        st.html(f'<ol class="nz-room-words" style="--lines: {len(own)}">{items}</ol>')
        _count_rest(len(slide.table) - MOST_WORDS)
    else:
        table = slide.table.between(0, MOST_TABLE_ROWS)
        st.html(table_html(table, caption=slide.finding, style="nz-room-table"))
        _count_rest(len(slide.table) - MOST_TABLE_ROWS)


def line_count(slide: Exhibit) -> int:
    """Return how many lines few rows take, with the headings of events."""
    rows = slide.table.rows
    heads = {row[:2] for row in rows} if slide.table.columns == EVENTS else ()
    return len(rows) + len(heads)


def _show_lines(slide: Exhibit, offers: Sequence[Sequence[Line]]) -> None:
    """Show the first of the offers that fits, or the last, as a list; few lines are larger."""
    low = slide.behind is not None
    lines = next((each for each in offers if _fits(slide, each, low=low)), offers[-1])
    style = f"--lines: {MOST_LINES if low else len(lines)}"
    items = "".join(line.html for line in lines)
    st.html(f'<ul class="nz-room-rows" style="{style}">{items}</ul>')
    _count_rest(len(slide.table) - sum(not line.heads for line in lines))


def _fits(slide: Exhibit, lines: Sequence[Line], *, low: bool) -> bool:
    shared = MOST_LINES if low else len(lines)
    size = min(max(SMALLEST, SHARED / shared), LARGEST)
    least = min((HIGHEST - 50) / shared, HIGHEST_ROW)
    rest = REST if len(slide.table) > len(lines) else 0
    return sum(max(line.high(size), least) for line in lines) + rest <= room_beneath(slide)


def _event_lines(slide: Exhibit, rows: Sequence[tuple]) -> list[Line]:
    """Return events month by month: under each how many, then each with its leads."""
    every = Counter((when, what) for when, what, *_ in slide.table.rows)
    lines = []
    for (when, what), own in groupby(rows, key=lambda row: (row[0], row[1])):
        number = every[when, what]
        verb = what if number == 1 else what.removesuffix("s")  # "5 end", "4 start", "2 ended"
        lines.append(Line(f"{month_name(when)}: {number:,} {verb}", heads=True))
        lines += [
            Line(value_text(title), value_text(leads), value_text(each))
            for _, _, each, title, leads in own
        ]
    return lines


def _line_of(at: PlanAt, spot: Spot) -> Line:
    """Return a row in words; beside it who leads its action, or the names of its actions."""
    actions = at.plan.actions
    behind = actions[actions["action_id"].isin(spot.action_ids)]
    names = behind["title" if len(behind) > 1 else "leads"].tolist()
    more = f" and {len(names) - TITLES_IN_ROW:,} more" if len(names) > TITLES_IN_ROW else ""
    return Line(spot.words, "; ".join(names[:TITLES_IN_ROW]) + more)


def _count_rest(number: int) -> None:
    if number > 0:
        st.html(f'<p class="nz-room-counted">{number:,} more</p>')
