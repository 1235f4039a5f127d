"""The page that every visit starts with: Streamlit's own, with one line more.

The line loads a script that tells the server the size of the window before it draws anything.
Without it the first run has to guess, and where the guess is wrong a second run overtakes it in the
browser. Streamlit has no setting for this; a test fails when its page has no place for the line.
"""

import re
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from netzero.server.held import HeldAnswer
from netzero.ui import assets

HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
LINE = f'<script src="./{assets.WINDOW}"></script>'
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
        answer = HeldAnswer(send, _is_page)
        await self.app(_plain(scope), receive, answer.take)
        if answer.held and answer.is_whole:
            await _page(answer)(scope, receive, send)


def _is_page(status: int, headers: Headers) -> bool:
    return status == 200 and headers.get("content-type", "").startswith("text/html")


def _page(answer: HeldAnswer) -> Response:
    body = HEAD.sub(lambda head: head[0] + LINE.encode(), INLINE.sub(b"", answer.body), count=1)
    # Those of the page without the line.
    answer.take_headers_away("etag", "last-modified", "accept-ranges")
    answer.headers["content-length"] = str(len(body))
    page = Response(body)
    page.raw_headers = answer.headers.raw
    return page


def _plain(scope: Scope) -> dict[str, Any]:
    """Return a request that gets a page whole: neither zipped nor "not changed since"."""
    left_out = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    if not any(
        value.startswith(b"text/html") for name, value in scope["headers"] if name == b"accept"
    ):
        return dict(scope)
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in left_out]}
