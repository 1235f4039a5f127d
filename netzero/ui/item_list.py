"""A list in which each item can be chosen: one component, however many items there are.

A button of Streamlit's own for each would cost as much as a chart, twenty times over.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

Chosen = Callable[[Sequence[str]], None]


class Item(NamedTuple):
    """One item: the ``names`` that tell it from the others, its words, and what is said beside.

    ``strong`` comes before the words in bold type. Where ``opens`` is false it cannot be chosen.
    ``steps`` are further buttons: what is chosen are then the names and the step.
    """

    names: tuple[str, ...]
    words: str
    about: str = ""
    strong: str = ""
    opens: bool = True
    steps: tuple[str, ...] = ()


def show_items(
    items: Sequence[Item], *, name: str, on_choose: Chosen, beside: bool = False
) -> bool:
    """List items; ``on_choose`` is called with the names of one that is chosen.

    What is said of an item stands beneath it, or ``beside`` it. Returns whether an
    item was chosen just now: in a drawer, a choice runs only the drawer again.
    """
    key = f"{name}-list"

    def take() -> None:
        if picked := st.session_state[key].pick:
            on_choose(tuple(picked))

    sent = {"beside": beside, "items": [item._asdict() for item in items]}
    content = json.dumps(sent, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return bool(_list(key=key, data=content, on_pick_change=take).pick)


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


_list = st.components.v2.component(
    "list",
    html='<ul class="nz-list"></ul>',
    css=_text("item_list.css"),
    js=_text("item_list.js"),
    # In a shadow tree the page's rules for print would not hold.
    isolate_styles=False,
)
