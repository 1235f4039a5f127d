"""What the run under way shows: the plan at a month, and the exhibits so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt

_SCREEN = "_screen"


@dataclass
class Screen:
    """What a page is given, and the exhibits that it has shown."""

    at: PlanAt
    exhibits: list[Exhibit] = field(default_factory=list)


@contextmanager
def screen_of(at: PlanAt) -> Iterator[Screen]:
    """Give the page that is run inside the block its screen, and take it away after.

    A page must never see the screen of an earlier run.
    """
    st.session_state[_SCREEN] = screen = Screen(at)
    try:
        yield screen
    finally:
        st.session_state.pop(_SCREEN, None)


def current_screen() -> Screen | None:
    """Return the screen of the run under way; None where the frame was not drawn."""
    return st.session_state.get(_SCREEN)
