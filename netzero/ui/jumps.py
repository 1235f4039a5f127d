"""From one page to another, every filter kept."""

import streamlit as st

NEXT = "_next_page"


def jump(label: str, page: str, *, key: str, **filters: str) -> None:
    """Offer a button that goes to ``page`` with each of ``filters`` set to one value."""
    with st.container(width="content", key=f"jump-{key}-nzlinks"):
        pressed = st.button(
            label, key=f"jump-{key}", type="tertiary", on_click=_ask, args=(page, filters)
        )
    if pressed:  # in a drawer a press runs only the drawer again
        st.rerun()


def go_on() -> None:
    """Change to the page that a button asked for, if one did."""
    if page := st.session_state.pop(NEXT, ""):
        st.switch_page(f"pages/{page}.py", query_params={})


def _ask(page: str, filters: dict[str, str]) -> None:
    st.session_state.update({key: [value] for key, value in filters.items()})
    st.session_state[NEXT] = page
