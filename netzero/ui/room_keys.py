"""How a presenter moves: the place in the address, and the keys that change it."""

from collections.abc import Callable

import streamlit as st

from netzero.ui import address
from netzero.ui.keys import ROOM_KEYS

_TYPED = "_typed_slide_number"
_DONE = "_key_was_taken"
_LONGEST_NUMBER = 3


def is_presenting() -> bool:
    """Return whether the address asks for the presenting view."""
    return address.text_of(address.PRESENT) in ("1", "true")


def start_presenting() -> None:
    """Put the presenting view and its first slide into the address. For use as a callback."""
    address.put(address.PRESENT, "1")
    address.put(address.SLIDE, "1")


def asked_place(most: int) -> int:
    """Return the number of the slide that the address asks for, from 1 to ``most``."""
    asked = address.text_of(address.SLIDE)
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER
    return max(1, min(most, int(asked) if is_number else 1))


def open_action(action_id: str) -> None:
    """Show an action in place of the slide. For use as a callback."""
    address.remove(address.FIND)
    address.put(address.ACTION, action_id)


def show_keys(place: int, most: int) -> None:
    """Offer every key as a button, out of sight until it is tabbed to."""
    away = address.has(address.ACTION) or address.has(address.FIND)
    moves = (
        ("Next slide", "Right", place + 1),
        ("Next slide", "PageDown", place + 1),
        ("Previous slide", "Left", place - 1),
        ("Previous slide", "PageUp", place - 1),
        ("First slide", "Home", 1),
        ("Last slide", "End", most),
    )
    with st.container(key=ROOM_KEYS, horizontal=True):
        for label, key, target in moves:
            _offer(label, key, _go_to, max(1, min(most, target)))
        _offer("Find an action", "S", _open_find)
        if away:
            _offer("Back to the slide", "Esc", _go_back)
        else:
            _offer("Leave the presentation", "Esc", _leave)
        for digit in "0123456789":
            _offer(digit, digit, _type, digit)
        _offer("Jump", "Enter", _jump, most)


def _offer(label: str, key: str, act: Callable[..., None], *values: object) -> None:
    """Offer a key that calls ``act`` with ``values``.

    The first key after a restart of the server begins a session, which knows of no button yet:
    Streamlit then says that it was pressed, and calls nothing.
    """

    def do() -> None:
        st.session_state[_DONE] = True
        act(*values)

    pressed = st.button(label, key=f"room-{key}", shortcut=key, on_click=do)
    if pressed and not st.session_state.pop(_DONE, False):
        act(*values)
        st.rerun()


def _go_to(place: int) -> None:
    _go_back()
    st.session_state.pop(_TYPED, None)
    address.put(address.SLIDE, str(place))


def _go_back() -> None:
    address.remove(address.ACTION, address.FIND)


def _leave() -> None:
    address.remove(address.PRESENT, address.SLIDE, address.SPEAKER, address.ACTION, address.FIND)


def _open_find() -> None:
    _go_back()
    address.put(address.FIND, "1")


def _type(digit: str) -> None:
    st.session_state[_TYPED] = (st.session_state.get(_TYPED, "") + digit)[-_LONGEST_NUMBER:]


def _jump(most: int) -> None:
    if number := st.session_state.pop(_TYPED, ""):
        _go_to(max(1, min(most, int(number))))
