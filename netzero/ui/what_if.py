"""What would it take? The fewest moves that keep a limit, to be tried one by one or all at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from netzero.analysis.deadlines import labels_of
from netzero.analysis.exhibit import Exhibit, Value
from netzero.analysis.levelled import held_as_text, levelled, levelled_teams, limit_of
from netzero.analysis.levelling import fewest_moves
from netzero.analysis.levelling_problem import holdable, keeps_quarters
from netzero.analysis.live_changes import live_changes
from netzero.analysis.periods import GRAINS
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import in_words
from netzero.exports.values import value_text
from netzero.plan.model import END, Move
from netzero.plan.moving import MOST_MOVES, fits_link, with_moves
from netzero.ui import address
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.choices import choice, number, several, switch
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import say, show
from netzero.ui.layout import side_by_side
from netzero.ui.own_moves import list_own_moves, move_html, what_html
from netzero.ui.paging import chosen_page
from netzero.ui.process import out_of_turn
from netzero.ui.scenario import add_moves, moves_now
from netzero.ui.tables import show_table
from netzero.ui.text import literal, paragraph

LIMITS = ("1", "2", "3", "4", "5")
FURTHEST, MOST_HELD = 36, 12
LIST_PAGE = 8
PATIENCE = 1.0  # seconds before a search says how far it is

SAID = {
    "most": "Deadlines at most",
    "per": "In a",
    "within": "Months at most",
    "hold": "Held still",
}


def show_what_if(at: PlanAt) -> None:
    """Show what it takes to keep the limit that is chosen, and what a reader's own moves do."""
    left, right = side_by_side()
    with left:
        head = st.container()
        chosen = _chosen_limit(at)
        _search(at, chosen)
        found = answer(levelled, at, **chosen)
        with head:
            say(found, level=1)
        list_own_moves(at)
        _offer(found)
    with right:
        teams = answer(levelled_teams, at, **chosen)
        if len(teams.table):
            show(teams, placed=Placed.FITTED_HALF)
        load = [answer(live_changes, at)] if at.plan.scenario else []
        for each in load:
            show(each, placed=Placed.HALF)
    said = {name: value_text(chosen[key]) or "none" for key, name in SAID.items()}
    offer_files(at, found, teams, *load, name="changes", choices=said)


def _chosen_limit(at: PlanAt) -> dict[str, Any]:
    """Return the limit that is chosen, as ``limit_of`` takes it."""
    titles = labels_of(at, np.flatnonzero(at.whole.kept))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        most = choice("A team has at most", LIMITS, parameter=address.MOST)
        per = choice("deadlines in a", GRAINS[::-1], parameter=address.PER)
        with st.popover("Rules"):
            within = number("By at most so many months", 1, FURTHEST, parameter=address.MOVE_BY)
            either_way = switch("Earlier as well as later", parameter=address.EITHER_WAY)
            any_month = keeps_quarters(at.plan.printed, at.now) and switch(
                "Also off the ends of quarters", parameter=address.ANY_MONTH
            )
            hold = several(
                "Hold still",
                holdable(at.plan),
                parameter=address.HOLD,
                most=MOST_HELD,
                labels=dict(zip(at.cells("action_id", at.whole.kept), titles, strict=True)),
            )
    return {
        "most": int(most),
        "per": per,
        "within": within,
        "either_way": either_way,
        "any_month": any_month,
        "hold": held_as_text(hold),
    }


def _search(at: PlanAt, chosen: dict[str, Any]) -> None:
    """Search ahead of the exhibits that show what was found, and say how far it is."""
    with _progress() as told, out_of_turn():
        fewest_moves(at, limit_of(**chosen), told=told)


@contextmanager
def _progress() -> Iterator[Any]:
    """Give what is told how far a search is: a bar, once it takes longer than a moment."""
    place, begun = st.empty(), monotonic()

    def told(part: float) -> None:
        if monotonic() - begun > PATIENCE:
            place.progress(part, "Looking for the fewest moves")

    yield told
    place.empty()


# --- What is suggested


def _offer(found: Exhibit) -> None:
    """Offer each move to be tried, and all of them; what stands behind the answer follows."""
    rows = found.table.rows
    if not rows:
        return
    with st.container(border=True, key="suggested"):
        moves = [_move(row) for row in rows]
        _offer_all(moves)
        page = chosen_page(len(rows), size=LIST_PAGE, key="levelled-page")
        for row, move in zip(rows[page], moves[page], strict=True):
            _offer_one(row, move)
        for note in found.notes[len(rows) :]:
            paragraph(note, style="nz-counted")
    with st.expander("Show as table", type="compact", key="levelled-table", on_change="rerun") as t:
        if t.open:
            show_table(found.table, caption=found.finding, key=found.question)


def _offer_all(moves: Sequence[Move]) -> None:
    """Offer to try several moves at once, as long as a link can hold them."""
    number = len(moves)
    if not fits_link(with_moves(moves_now(), moves)):
        paragraph(f"A link holds at most {MOST_MOVES} moves: {number:,} are more.")
    elif number > 1:
        label = "Try both" if number == 2 else f"Try all {in_words(number)}"
        st.button(label, key="try-all", type="primary", on_click=add_moves, args=tuple(moves))
    paragraph("What you try stands in the link alone: the plan is not touched.")


def _offer_one(row: Sequence[Value], move: Move) -> None:
    _, title, leads, before, after, months, why = row
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        told = what_html(move.action, str(title), value_text(leads), f"{why}.")
        st.html(told, width=370)
        st.html(move_html(value_text(before), value_text(after), months), width=130)
        st.button(
            "Try", key=f"try-{move.action}", help=_words(move), on_click=add_moves, args=(move,)
        )


def _move(row: Sequence[Value]) -> Move:
    action, *_, after, _, _ = row
    return Move(str(action), END, str(after))


def _words(move: Move) -> str:
    return literal(f"Try {move.action} with its end in {value_text(pd.Period(move.to, 'M'))}")
