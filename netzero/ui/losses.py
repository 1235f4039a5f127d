"""What the plan files do not hold any more: said once over a page, and in full on Plan data."""

from collections.abc import Sequence

import streamlit as st

from netzero.exports.markup import list_html
from netzero.plan.losses import Loss
from netzero.ui.screen import current_screen
from netzero.ui.text import heading

_SAID = "_losses_said"


def notice_of(losses: Sequence[Loss]) -> tuple[str, ...]:
    """Return the sentence on losses; none where there are none or the session was told before."""
    told = st.session_state.get(_SAID, ())
    st.session_state[_SAID] = tuple(losses)
    if not losses or tuple(losses) == told:
        return ()
    more = " and more" if len(losses) > 1 else ""
    return (f"{losses[0].what}{more}, since an earlier reading. Plan data names what is gone.",)


def show_losses() -> None:
    """List everything that is gone, if anything is."""
    screen = current_screen()
    if screen is None or not screen.losses:
        return
    heading(
        "The files held more before",
        "Gone since an earlier reading by this server. Where that is meant, nothing is wrong",
    )
    st.html(list_html(map(str, screen.losses), style="nz-notes"))
