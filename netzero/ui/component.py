"""The product's own components: what each draws is sent as bytes, and it says what was picked.

The script of a component of name ``x`` stands in ``x.js`` and its style in ``x.css``.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from netzero.ui.assets import text_of

Picked = Callable[[Sequence[str]], None]


def component(name: str, *, html: str) -> Callable[..., Any]:
    """Return a component that can be shown by ``show_component``."""
    return _made(name, html=html, js=text_of(f"{name}.js"))


def redrawn(name: str, *, html: str) -> Callable[..., Any]:
    """Return a component that is drawn anew when what it shows has changed (``redrawn.js``).

    The root of ``html`` is marked ``data-redrawn``.
    """
    return _made(name, html=html, js=text_of("redrawn.js") + text_of(f"{name}.js"))


def packed(content: Mapping[str, object]) -> bytes:
    """Return content as it is sent. Of all that a component takes, only bytes are not parsed."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def show_component(
    shown: Callable[..., Any], content: bytes, *, key: str, on_pick: Picked | None = None
) -> bool:
    """Show a component; ``on_pick`` is called with the names of what is picked in it.

    Returns whether something was picked just now.
    """

    def take() -> None:
        # What was picked may come when the page has gone on and shows the component no more.
        state = st.session_state.get(key)
        if on_pick and state and state.pick:
            on_pick(tuple(state.pick))

    return bool(shown(key=key, data=content, on_pick_change=take).pick)


def _made(name: str, *, html: str, js: str) -> Callable[..., Any]:
    return st.components.v2.component(
        name,
        html=html,
        css=text_of(f"{name}.css"),
        js=js,
        # In a shadow tree neither Plotly's own rules nor the page's rules for print would hold.
        isolate_styles=False,
    )
