"""The moves of a reader's own: each a little later or earlier, or undone."""

import streamlit as st

from netzero.analysis.levelling_problem import keeps_quarters
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import Told, told
from netzero.analysis.wording import count_of
from netzero.exports.markup import escaped
from netzero.exports.values import value_text
from netzero.plan.model import END, START, Move
from netzero.plan.moving import written
from netzero.ui.names import action_html
from netzero.ui.scenario import add_moves, undo
from netzero.ui.text import heading

_VERBS = {START: "Starts", END: "Ends"}


def list_own_moves(at: PlanAt) -> None:
    """List the moves of the scenario, each to be moved on by the plan's rhythm, or undone."""
    every = told(at.plan)
    if not every:
        return
    heading(f"Your moves: {len(every):,}")
    step = 3 if keeps_quarters(at.plan.printed, at.now) else 1
    for each in every:
        _list_one(at, each, step=step)


def what_html(action: str, title: str, leads: str, why: str = "") -> str:
    """Return which action moves, a link to it: its title, id and leads, and why, as HTML."""
    named = action_html(action, title)
    beneath = "<br>".join(escaped(line) for line in (f"{action} · {leads}", why) if line)
    return f'<p class="nz-move"><strong>{named}</strong><br>{beneath}</p>'


def move_html(before: str, after: str, months: object) -> str:
    """Return from when to when, and by how many months, one beneath the other, as HTML."""
    by = f"<br>{_by(months)}" if isinstance(months, int) else ""
    return (
        f'<p class="nz-move"><s>{escaped(before)}</s><br><strong>{escaped(after)}</strong>{by}</p>'
    )


def _list_one(at: PlanAt, each: Told, *, step: int) -> None:
    action, row = each.move.action, f"own-{written([each.move])}"
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=row):
        st.html(what_html(action, each.title, value_text(each.leads)), width=300)
        if each.move.what in _VERBS:
            before, after = (value_text(value) for value in (each.before, each.after))
            st.html(move_html(before, after, each.months), width=130)
            _offer_steps(at, each, step=step)
        else:
            st.html(f'<p class="nz-move">{escaped(each.words)}</p>', width=130)
        st.button(
            "×",
            key=f"take-back-{written([each.move])}",
            help="Undo",
            on_click=undo,
            args=(each.move,),
        )


def _offer_steps(at: PlanAt, each: Told, *, step: int) -> None:
    action, what = each.move.action, each.move.what
    for sign, by in (("−", -step), ("+", step)):
        month = each.move.month + by
        way = f"{count_of(step, 'month')} {'earlier' if by < 0 else 'later'}"
        back = month == each.before
        st.button(
            sign,
            key=f"step-{sign}-{action}-{what}",
            help=f"{_VERBS[what]} {way}: {value_text(month)}",
            disabled=what == END and month < at.month,
            on_click=undo if back else add_moves,
            args=(each.move if back else Move(action, what, str(month)),),
        )


def _by(months: int) -> str:
    return f"{count_of(abs(months), 'month')} {'later' if months > 0 else 'earlier'}"
