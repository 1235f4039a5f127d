"""A list in which each item can be chosen: one component, however many items there are.

A button of Streamlit's own for each would cost as much as a chart, twenty times over.
"""

from collections.abc import Sequence
from typing import NamedTuple

from netzero.ui.component import Picked, packed, redrawn, show_component
from netzero.ui.names import Part

_list = redrawn("item_list", html='<ul class="nz-list" data-redrawn></ul>')


class Item(NamedTuple):
    """One item: the ``names`` that tell it from the others, its words, and what is said beside.

    ``about`` is texts and links, one after the other. ``strong`` comes before the words in bold
    type. Where ``opens`` is false it cannot be chosen.
    """

    names: tuple[str, ...]
    words: str
    about: Sequence[Part] = ()
    strong: str = ""
    opens: bool = True


def show_items(
    items: Sequence[Item], *, name: str, on_choose: Picked, beside: bool = False
) -> bool:
    """List items; ``on_choose`` is called with the names of one that is chosen.

    What is said of an item stands beneath it, or ``beside`` it. Returns whether an
    item was chosen just now: in a drawer, a choice runs only the drawer again.
    """
    content = {"beside": beside, "items": [item._asdict() for item in items]}
    return show_component(_list, packed(content), key=f"{name}-list", on_pick=on_choose)
