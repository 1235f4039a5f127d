"""How large the reader's window is, told once and whenever it passes a bound."""

import re
from dataclasses import dataclass

import streamlit as st

from netzero.charts.theme import Form
from netzero.ui.assets import text_of

WIDEST = {Form.NARROW: 640, Form.MIDDLE: 1500}  # pixels; what is wider is Form.WIDE
TALL = 900
COOKIE = "nz_window"  # as window_cookie.js names it
_SIZE = re.compile(r"(\d{1,5})x(\d{1,5})")
_KEY, _TOLD, _JUST_TOLD = "window", "window", "_window_just_told"
_AT_FIRST = "_window_at_first"


@dataclass(frozen=True)
class Window:
    """The form that charts take in the window, and whether it is low: under ``TALL`` pixels.

    ``width`` in pixels is known in the first run of a visit alone, and 0 in any other.
    """

    form: Form
    low: bool
    width: int = 0


def told_window() -> Window:
    """Return how large the window is. To be called in the frame, once in every run.

    A page says it with its first request (``window_cookie.js``). Where none did, a run must guess:
    a telephone names itself. A wrong guess costs one more run.
    """
    size = None
    if _AT_FIRST not in st.session_state:
        size = _size_by_cookie()
        st.session_state[_AT_FIRST] = _as_told(*size) if size else _guessed()
    told = st.session_state.get(_KEY, {}).get(_TOLD) or st.session_state[_AT_FIRST]
    forms = [[form.name, WIDEST[form]] for form in (Form.NARROW, Form.MIDDLE)]
    data = {"forms": [*forms, [Form.WIDE.name, 1_000_000]], "tall": TALL, "known": told}
    _window(key=_KEY, data=data, on_window_change=_note_that_it_was_told)
    return Window(Form[str(told["form"])], bool(told["low"]), size[0] if size else 0)


def is_run_for_window() -> bool:
    """Return whether this run was asked for by the window and not by the reader. True once."""
    return bool(st.session_state.pop(_JUST_TOLD, False))


def _note_that_it_was_told() -> None:
    st.session_state[_JUST_TOLD] = True


def _size_by_cookie() -> tuple[int, int] | None:
    found = _SIZE.fullmatch(str(st.context.cookies.get(COOKIE, "")))
    return (int(found[1]), int(found[2])) if found else None


def _as_told(width: int, height: int) -> dict[str, object]:
    form = next((form for form, widest in WIDEST.items() if width <= widest), Form.WIDE)
    return {"form": form.name, "low": height < TALL}


def _guessed() -> dict[str, object]:
    mobile = "Mobi" in st.context.headers.get("User-Agent", "")
    return {"form": (Form.NARROW if mobile else Form.MIDDLE).name, "low": True}


_window = st.components.v2.component(
    "window",
    js=text_of("window.js"),
    isolate_styles=False,
)
