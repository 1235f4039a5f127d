"""A scenario that a reader tries: in the address alone, and said on every page that shows it."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import Told, moves, told
from netzero.analysis.scope import scenario_words
from netzero.charts.theme import Form
from netzero.exports.cover import cover_of
from netzero.exports.markup import escaped
from netzero.exports.spreadsheet import workbook
from netzero.plan import Plan
from netzero.plan.model import Move
from netzero.plan.moving import fits_link, moved, parsed, read_moves, with_moves, written
from netzero.ui import address
from netzero.ui.answers import answer
from netzero.ui.downloads import EXCEL, file_name
from netzero.ui.keys import SCENARIO
from netzero.ui.text import literal, paragraph

SHOWN = {Form.NARROW: 1}  # moves beside the words; of wider forms, MOST_SHOWN
MOST_SHOWN = 3
TOO_MANY = "The last moves are left out: with them the scenario is too long for a link."
_REFUSED = "_moves_refused"


def under_scenario(plan: Plan, *, mend: bool) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan under the moves of the address, and a sentence for each that it cannot take.

    With ``mend`` the address then holds what was taken. Without moves the plan itself comes back.
    """
    refused = st.session_state.pop(_REFUSED, "")
    text = address.text_of(address.MOVES)
    if not text:
        return plan, (refused,) if refused else ()
    scenario, faults = _scenario(plan, text)
    if mend and text != (taken := written(scenario.scenario)):
        address.put(address.MOVES, taken)
    return scenario, (*faults, refused) if refused else faults


def moves_now() -> tuple[Move, ...]:
    """Return the moves that the address holds, as they stand there."""
    return parsed(address.text_of(address.MOVES))[0]


def add_moves(*more: Move) -> None:
    """Put moves into the address after those it holds; they stand in for those of the same thing.

    What no link can hold is refused with a sentence. For use as a callback, too.
    """
    every = with_moves(moves_now(), more)
    if fits_link(every):
        address.put(address.MOVES, written(every))
    else:
        st.session_state[_REFUSED] = TOO_MANY


def undo(*undone: Move) -> None:
    """Take moves out of the address again. For use as a callback, too."""
    address.put(address.MOVES, written(move for move in moves_now() if move not in undone))


def back_to_plan() -> None:
    """Take every move out of the address. For use as a callback."""
    address.remove(address.MOVES)


def show_banner(at: PlanAt, *, form: Form = Form.WIDE) -> None:
    """Say that the page shows a scenario; offer to undo each move, the way back and the list."""
    every = told(at.plan)
    most = SHOWN.get(form, MOST_SHOWN)
    shown = every if len(every) <= most else every[: most - 1]
    row = partial(st.container, horizontal=True, vertical_alignment="center", gap="xsmall")
    with row(key=SCENARIO, horizontal_alignment="distribute"):
        with row(width="content"):
            st.html(_words(at.plan, every), width="content")
            _offer_undoing(shown)
            if rest := every[len(shown) :]:
                with st.popover(f"{len(rest):,} more" if shown else "Moves", key="scenario-rest"):
                    _offer_undoing(rest)
        with row(width="content"):
            with st.popover("Download the moves", key="scenario-away", on_change="rerun") as away:
                if away.open:
                    _offer_list(at)
            st.button("Back to the plan", key="scenario-back", on_click=back_to_plan)


def _words(plan: Plan, every: Sequence[Told]) -> str:
    """Return the banner's words; on paper, where nothing can be pressed, the moves with them."""
    listed = "; ".join(each.words for each in every)
    return (
        f'<p class="nz-scenario"><strong>{escaped(scenario_words(plan))}</strong>'
        f'<span class="nz-on-paper">. {escaped(listed)}.</span></p>'
    )


def _offer_undoing(every: Sequence[Told]) -> None:
    for each in every:
        st.button(
            f"{literal(each.words)} ✕",
            key=f"undo-{written([each.move])}",
            help="Undo this move",
            on_click=undo,
            args=(each.move,),
        )


def _offer_list(at: PlanAt) -> None:
    """Offer the moves as a sheet, and the address of what is shown."""
    listed = answer(moves, at)
    cover = partial(
        cover_of, at, title=listed.title, choices={}, link=address.link(at.month), exhibits=[listed]
    )
    paragraph("The changes as a list; no file of the plan is touched.")
    st.download_button(
        "Download Excel",
        data=lambda: workbook([listed], cover=cover(made_on=date.today())),
        file_name=file_name(at, "moves", "xlsx"),
        mime=EXCEL,
        key="scenario-file",
        on_click="ignore",
    )
    paragraph("Whoever opens this link sees the same scenario:")
    st.code(address.link(at.month), language=None, wrap_lines=True)


@lru_cache(maxsize=16)
def _scenario(plan: Plan, text: str) -> tuple[Plan, tuple[str, ...]]:
    kept, faults = read_moves(text, plan)
    return moved(plan, kept), faults
