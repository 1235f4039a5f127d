"""*Add to briefing*: any exhibit of a page becomes a slide, as it stands there."""

import json
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import pandas as pd
import streamlit as st

from netzero.analysis.briefing import KINDS, OWN_WORDS
from netzero.analysis.comparing import Against
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.running_order import LONGEST, Entry
from netzero.exports.markup import escaped
from netzero.exports.order_text import pack, unpack
from netzero.ui.answers import asked_for
from netzero.ui.order_address import order_so_far, remember

WAY = "pin"
LABEL = "Add to briefing"
_SAID = "_pinned"
_buttons: WeakKeyDictionary[Exhibit, str] = WeakKeyDictionary()


def pin_html(exhibit: Exhibit) -> str:
    """Return the button that adds an exhibit to the briefing; blank where it can be no slide.

    ``masthead.js`` says that it was pressed: a button of Streamlit's own for each exhibit would
    cost a fifth of a page.
    """
    if exhibit not in _buttons:
        entry = _entry_of(exhibit)
        _buttons[exhibit] = _button(pack((entry,)), exhibit.finding) if entry else ""
    return _buttons[exhibit]


def pin(way: Sequence[str]) -> None:
    """Add the slide that a button stands for to the running order. For use as a callback."""
    [entry] = unpack(way[1])
    order = order_so_far()
    if len(order) >= LONGEST:
        st.session_state[_SAID] = f"A running order holds at most {LONGEST} slides."
        return
    before = sum(each.kind == OWN_WORDS for each in order[-1:])  # what is asked for stands last
    place = len(order) - before
    remember((*order[:place], entry, *order[place:]))
    title = KINDS[entry.kind].title
    st.session_state[_SAID] = f"Added to the briefing as slide {place + 1}: {title}."


def said_of_pins() -> list[str]:
    """Return what there is to say of a slide that was added just now."""
    said = st.session_state.pop(_SAID, "")
    return [said] if said else []


def _entry_of(exhibit: Exhibit) -> Entry | None:
    """Return an exhibit as a slide of its scope and month, with what was chosen of it."""
    asked = asked_for(exhibit)
    if asked is None or exhibit.question not in KINDS:
        return None
    known = KINDS[exhibit.question].choices
    chosen = {name: asked.choices[name] for name in known if asked.choices.get(name) is not None}
    plain = tuple((name, _plain(value)) for name, value in chosen.items())
    return Entry(exhibit.question, asked.at.scope, month=str(exhibit.month), choices=plain)  # type: ignore[arg-type]


def _plain(value: object) -> object:
    """Return what was chosen as a link holds it: a month and an edition by their names."""
    if isinstance(value, Against):
        return value.name
    return str(value) if isinstance(value, pd.Period) else value


def _button(packed: str, finding: str) -> str:
    way = escaped(json.dumps([WAY, packed]))
    name = escaped(f"{LABEL}: {finding}")
    told = f'data-way="{way}" aria-label="{name}"'
    return f'<button type="button" class="nz-pin" {told}>{LABEL}</button>'
