"""A reader without a browser: what a page of the app asks its server for, over a websocket.

    reader = Reader()
    await reader.open("http://localhost:8501/timeline", "team=Fleet&as_at=2026-11")
    reader.texts()                            # what stands on the page, from top to bottom
    await reader.rerun(widgets={"Search": "solar"})
    await reader.rerun("team=Fleet&as_at=2027-03")
    await reader.close()

It speaks Streamlit's own messages as its page in the browser does: it keeps the values of the
widgets, the address that the app writes, the cookies of a proxy, and the large messages that need
not be sent twice. It neither draws nor reports the size of a window. ``seconds`` and ``received``
tell how long the last run took and how many bytes have come in so far.
"""

import asyncio
import html
import json
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

STREAM = "/_stcore/stream"
RUN_SECONDS = 120.0
OPEN_SECONDS = 10.0
# As many as a page holds, some times over: what was not sent for long is asked for again.
KEPT_MESSAGES = 64
WORDS = ("label", "body", "message", "title")  # fields that hold what is read
UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
PRESSED = ("button", "download_button")

Path = tuple[int, ...]
Value = bool | int | float | str | list[str]


class ReaderError(Exception):
    """A run that did not end as it should: the app failed, or did not answer in time."""


@dataclass
class _Shown:
    """What stands at a place of the page, the run that put it there and the part it belongs to."""

    element: Any
    run: int
    fragment: str


@dataclass
class Reader:
    """One reader of one page. Its methods are called one after the other, never at once.

    ``tls`` is for an https address whose certificate the machine does not know; ``session`` is the
    name that the server gave the session.
    """

    tls: ssl.SSLContext | None = None
    url: str = ""
    query: str = ""
    session: str = ""
    seconds: float = 0.0
    received: int = 0
    cookies: dict[str, str] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _page: str = ""
    _run: int = 0
    _shown: dict[Path, _Shown] = field(default_factory=dict)
    _widgets: dict[str, WidgetState] = field(default_factory=dict)
    _messages: dict[str, ForwardMsg] = field(default_factory=dict)

    async def open(self, url: str, query: str = "") -> None:
        """Open a page of the app by its address, and wait until it is there.

        Raises ``OSError`` or ``websockets.InvalidHandshake`` where nobody answers, and
        ``ReaderError`` where the run fails.
        """
        self.url, self.query, self._page = url, query.removeprefix("?"), ""
        await self._connect()
        await self.rerun()

    async def reopen(self) -> None:
        """Connect anew after the line broke, as the browser does: same address, same choices.

        Raises what ``open`` raises.
        """
        await self.close()
        await self._connect()
        await self.rerun()

    async def rerun(
        self, query: str | None = None, *, widgets: Mapping[str, Value] | None = None
    ) -> None:
        """Ask for the page again, at another address or with other values of widgets.

        Another ``query`` is another visit, as in a browser: its widgets start from the address.
        A widget goes by its key, its parameter in the address or its label; a button is pressed
        with True, and in a component of the product the value is picked. Raises ``KeyError`` for a
        widget that the page has not, ``ConnectionClosed`` where the line breaks, and
        ``ReaderError`` where the run fails.
        """
        if query is not None and query.removeprefix("?") != self.query:
            self.query, self._page, self.session = query.removeprefix("?"), "", ""
            self._widgets.clear()
            await self.close()
            await self._connect()
        changed = [self._set(name, value) for name, value in (widgets or {}).items()]
        start = time.perf_counter()
        await self._line.send(self._request(changed))
        await asyncio.wait_for(self._read_run(), RUN_SECONDS)
        self.seconds = time.perf_counter() - start
        for state in changed:
            if state.WhichOneof("value") in ("trigger_value", "json_trigger_value"):
                self._widgets.pop(state.id, None)
        for failure in self.elements("exception"):
            raise ReaderError(f"{failure.type}: {failure.message}")

    def texts(self) -> list[str]:
        """Return the words on the page from top to bottom, without markup, one string a place."""
        found = (_words(self._shown[path].element) for path in sorted(self._shown))
        return [words for words in found if words]

    def elements(self, kind: str) -> list[Any]:
        """Return the messages of one kind on the page, such as ``"selectbox"`` or ``"html"``."""
        shown = (self._shown[path].element for path in sorted(self._shown))
        return [getattr(each, kind) for each in shown if each.WhichOneof("type") == kind]

    async def wait_closed(self) -> None:
        """Wait until the line is closed, from whichever side."""
        await self._line.wait_closed()

    async def close(self) -> None:
        """Close the line; the page stays as it was read."""
        if self._socket is not None:
            await self._socket.close()

    @property
    def _line(self) -> ClientConnection:
        if self._socket is None:
            raise RuntimeError("open() comes first")
        return self._socket

    async def _connect(self) -> None:
        """Open the line, and name the session that a server may still remember."""
        address = urlsplit(self.url)
        secure = address.scheme == "https"
        protocols = ["streamlit", "none", *([self.session] if self.session else [])]
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self._socket = await connect(
            f"{'wss' if secure else 'ws'}://{address.netloc}{STREAM}",
            subprotocols=[Subprotocol(name) for name in protocols],
            origin=f"{address.scheme}://{address.netloc}",  # type: ignore[arg-type]
            additional_headers={"Cookie": cookies} if cookies else None,
            ssl=(self.tls or ssl.create_default_context()) if secure else None,
            open_timeout=OPEN_SECONDS,
            compression=None,
            max_size=None,
            proxy=None,
        )
        answer = self._line.response
        for line in answer.headers.get_all("Set-Cookie") if answer else ():
            self.cookies |= {name: kept.value for name, kept in SimpleCookie(line).items()}

    def _request(self, changed: list[WidgetState]) -> bytes:
        """Return the message that asks for a run, of a part where only its widgets changed."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = self.query
        asked.page_script_hash = self._page
        if not self._page:
            asked.page_name = urlsplit(self.url).path.strip("/")
        asked.widget_states.widgets.extend(self._widgets.values())
        asked.cached_message_hashes.extend(self._messages)
        parts = {self._fragment_of(state.id) for state in changed}
        asked.fragment_id = parts.pop() if len(parts) == 1 else ""
        return bytes(message.SerializeToString())

    async def _read_run(self) -> None:
        """Take in messages until the run that was asked for, and those it asks for, are over."""
        finished = ForwardMsg.ScriptFinishedStatus
        while True:
            raw = await self._line.recv()
            self.received += len(raw)
            message = ForwardMsg.FromString(raw)
            self._take_in(message)
            if message.WhichOneof("type") != "script_finished":
                continue
            if message.script_finished == finished.FINISHED_WITH_COMPILE_ERROR:
                raise ReaderError("the app's script could not be compiled")
            if message.script_finished != finished.FINISHED_EARLY_FOR_RERUN:
                self._forget(whole=message.script_finished == finished.FINISHED_SUCCESSFULLY)
                return

    def _take_in(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._run += 1
            self._page = message.new_session.page_script_hash
            self.session = message.new_session.initialize.session_id or self.session
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string.removeprefix("?")
        elif kind in ("delta", "ref_hash"):
            self._put(message)

    def _put(self, message: ForwardMsg) -> None:
        """Put what was sent in its place on the page."""
        if message.WhichOneof("type") == "ref_hash":
            sent_before = self._messages.pop(message.ref_hash)
            self._messages[message.ref_hash] = sent_before  # the last used stands last
            delta = sent_before.delta
        else:
            delta = message.delta
        if message.metadata.cacheable:
            self._messages[message.hash] = message
        if delta.WhichOneof("type") == "new_element":
            path = tuple(message.metadata.delta_path)
            self._shown[path] = _Shown(delta.new_element, self._run, delta.fragment_id)
            self._keep_choice(delta.new_element)

    def _keep_choice(self, element: Any) -> None:
        """Keep what a list of choices shows: a browser sends it with every run from then on."""
        if element.WhichOneof("type") == "selectbox":
            widget = element.selectbox
            if widget.set_value:
                self._widgets[widget.id] = _state(widget.id, widget.raw_value)
            elif widget.HasField("default") and widget.id not in self._widgets:
                shown = widget.options[widget.default]
                self._widgets[widget.id] = _state(widget.id, shown)
        elif element.WhichOneof("type") == "multiselect" and element.multiselect.set_value:
            several = element.multiselect
            self._widgets[several.id] = _state(several.id, list(several.raw_values))

    def _forget(self, *, whole: bool) -> None:
        """Forget what a whole run did not put on the page again, and messages long not used."""
        if whole:
            self._shown = {p: each for p, each in self._shown.items() if each.run == self._run}
            there = {_identity(each.element) for each in self._shown.values()}
            self._widgets = {name: each for name, each in self._widgets.items() if name in there}
        for old in list(self._messages)[:-KEPT_MESSAGES]:
            del self._messages[old]

    def _set(self, name: str, value: Value) -> WidgetState:
        """Give a widget its value, in the address too where it is bound to a parameter."""
        kind, widget = self._widget(name)
        if kind == "bidi_component":
            state = _picked(widget.id, str(value))
        else:
            state = _state(widget.id, value, pressed=kind in PRESSED)
        self._widgets[state.id] = state
        if parameter := getattr(widget, "query_param_key", ""):
            held = parse_qs(self.query, keep_blank_values=True)
            held[parameter] = value if isinstance(value, list) else [str(value)]
            self.query = urlencode(held, doseq=True)
        return state

    def _widget(self, name: str) -> tuple[str, Any]:
        for shown in self._shown.values():
            identity = _identity(shown.element)
            kind = shown.element.WhichOneof("type")
            if identity:
                widget = getattr(shown.element, kind)
                labels = (getattr(widget, "query_param_key", ""), getattr(widget, "label", ""))
                if name in labels or identity.endswith(f"-{name}"):
                    return str(kind), widget
        raise KeyError(name)

    def _fragment_of(self, identity: str) -> str:
        parts = (s.fragment for s in self._shown.values() if _identity(s.element) == identity)
        return next(parts, "")


def _identity(element: Any) -> str:
    """Return the id of a widget, blank for what is none."""
    kind = element.WhichOneof("type")
    return str(getattr(getattr(element, kind), "id", "")) if kind else ""


def _picked(identity: str, value: str) -> WidgetState:
    """Return that a component of the product says what was picked in it."""
    events = json.dumps([{"event": "pick", "value": [value]}])
    name = f"$$STREAMLIT_INTERNAL_KEY_{identity}__events"
    return WidgetState(id=name, json_trigger_value=events)


def _state(identity: str, value: Value, *, pressed: bool = False) -> WidgetState:
    state = WidgetState(id=identity)
    if pressed:
        state.trigger_value = bool(value)
    elif isinstance(value, bool):
        state.bool_value = value
    elif isinstance(value, int):
        state.int_value = value
    elif isinstance(value, float):
        state.double_value = value
    elif isinstance(value, str):
        state.string_value = value
    else:
        state.string_array_value.data.extend(value)
    return state


def _words(element: Any) -> str:
    kind = element.WhichOneof("type")
    said = (getattr(getattr(element, kind), name, "") for name in WORDS) if kind else ()
    text = " ".join(words for words in said if isinstance(words, str))
    return " ".join(html.unescape(UNSEEN.sub(" ", text)).split())


__all__ = ["ConnectionClosed", "Reader", "ReaderError"]
