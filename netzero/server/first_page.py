"""The page that every visit starts with: Streamlit's own, with one line more.

The line loads a script that tells the server the size of the window before it draws anything.
Without it the first run has to guess, and where the guess is wrong a second run overtakes it in the
browser. Streamlit has no setting for this; a test fails when its page has no place for the line.
"""

import re
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netzero.ui import assets
from netzero.ui.places import WITH_CHARTS

HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
LINE = f'<script src="./{assets.WINDOW}"></script>'
# Fetched beside Streamlit's own scripts, not after them, where a chart will need it.
AHEAD = f'<link rel="preload" as="script" href="./{assets.PLOTLY}" fetchpriority="low">'
INLINE = re.compile(rb"<script>.*?</script>\s*", re.DOTALL)


class FirstPage:
    """ASGI middleware: adds the line to a page, and leaves out what it runs from its own text.

    That is one variable for search engines, which a strict content security policy forbids.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a page with the line, all else as it is."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        lines = LINE + (AHEAD if _path(scope) in WITH_CHARTS else "")
        await self.app(_plain(scope), receive, _Page(send, lines.encode()).take)


class _Page:
    """An answer on its way: a page is held back until it is whole, all else is sent on."""

    def __init__(self, send: Send, lines: bytes) -> None:
        self.send, self.lines, self.body = send, lines, b""
        self.start: Message | None = None

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self.start)

    async def _send_page(self, start: Message) -> None:
        body = HEAD.sub(lambda head: head[0] + self.lines, INLINE.sub(b"", self.body), count=1)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        for name in ("etag", "last-modified", "accept-ranges"):  # those of the page without it
            del headers[name]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def _path(scope: Scope) -> str:
    """Return the page that a request asks for; the first one has no name."""
    name: str = scope["path"].strip("/")
    return name


def _is_page(message: Message) -> bool:
    headers = MutableHeaders(scope=message)
    return headers.get("content-type", "").startswith("text/html") and message["status"] == 200


def _plain(scope: Scope) -> dict[str, Any]:
    """Return a request that gets a page whole: neither zipped nor "not changed since"."""
    left_out = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    if not any(
        value.startswith(b"text/html") for name, value in scope["headers"] if name == b"accept"
    ):
        return dict(scope)
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in left_out]}
