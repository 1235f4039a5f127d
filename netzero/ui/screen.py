"""What the run under way shows: the plan at a month, and the exhibits so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.charts.theme import Form
from netzero.plan.losses import Loss
from netzero.ui.window import Window

_SCREEN = "_screen"


@dataclass
class Screen:
    """What a page is given, the exhibits that it has shown, and what it must say beside them.

    ``others`` are the other editions of the plan whose actions the page shows, too;
    ``paged`` holds the key of the first list that is shown a page at a time.
    """

    at: PlanAt
    window: Window
    losses: tuple[Loss, ...] = ()
    exhibits: list[Exhibit] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    others: list[PlanAt] = field(default_factory=list)
    paged: dict[str, str] = field(default_factory=dict)


@contextmanager
def screen_of(at: PlanAt, window: Window, *, losses: tuple[Loss, ...] = ()) -> Iterator[Screen]:
    """Give the page that is run inside the block its screen, and take it away after.

    A page must never see the screen of an earlier run.
    """
    st.session_state[_SCREEN] = screen = Screen(at, window, losses)
    try:
        yield screen
    finally:
        st.session_state.pop(_SCREEN, None)


def current_screen() -> Screen | None:
    """Return the screen of the run under way; None where the frame was not drawn."""
    return st.session_state.get(_SCREEN)


def give_notice(sentence: str) -> None:
    """Have the frame say a sentence over the page."""
    if screen := current_screen():
        screen.notices.append(sentence)


def current_form() -> Form:
    """Return the form that charts take in the reader's window."""
    screen = current_screen()
    return screen.window.form if screen else Form.WIDE


def is_low() -> bool:
    """Return whether the reader's window is low."""
    screen = current_screen()
    return screen is not None and screen.window.low
