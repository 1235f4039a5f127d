"""From one page to another, every filter kept."""

from collections.abc import Mapping

import streamlit as st

from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.keys import LINKS, key
from netzero.ui.places import file_of

_NEXT = "_next_page"


def jump(
    label: str, page: str, *, name: str, filters: Mapping[Parameter, str] | None = None
) -> None:
    """Offer a button that goes to ``page`` with each of ``filters`` set to one value."""
    pressed = st.button(
        label,
        key=key(f"jump-{name}", LINKS),
        type="tertiary",
        on_click=go_to,
        args=(page, filters),
    )
    if pressed:  # in a drawer a press runs only the drawer again
        st.rerun()


def switch_page_if_asked() -> None:
    """Change to the page that a button asked for, if one did."""
    page, own = st.session_state.pop(_NEXT, ("", {}))
    if page:
        st.switch_page(file_of(page), query_params={**address.of_every_page(), **own})


def go_to(page: str, filters: Mapping[Parameter, str] | None = None) -> None:
    """Ask for another page, with each of ``filters`` set to one value. For use as a callback."""
    own = {}
    for parameter, value in (filters or {}).items():
        if parameter.page == address.EVERY_PAGE:
            address.put(parameter, value)
        else:
            own[parameter.name] = [value]
    st.session_state[_NEXT] = (page, own)
