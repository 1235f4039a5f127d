"""Headers on every answer, and what is not answered at all."""

import os
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAMED_BY = "NETZERO_FRAMED_BY"
METRICS = "NETZERO_METRICS"
METRICS_PATH = "/_stcore/metrics"


def content_policy(*, framed_by: str = "'self'") -> str:
    """Return the content security policy: what a page may load, and who may frame it.

    Streamlit writes styles into the page as it runs, and imports the code of components from
    addresses that it makes up (``blob:``). Nothing is ever evaluated from text, and nothing comes
    from another host.
    """
    rules = {
        "default-src": "'self'",
        "script-src": "'self' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' ws: wss:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": framed_by,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the headers of every answer; ``NETZERO_FRAMED_BY`` names who may frame a page."""
    return {
        "Content-Security-Policy": content_policy(
            framed_by=environment.get(FRAMED_BY, "").strip() or "'self'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


class Headers:
    """ASGI middleware: sets the headers, and keeps the server's figures to itself.

    ``NETZERO_METRICS=1`` opens the figures to whoever can reach the server.
    """

    def __init__(self, app: ASGIApp, *, environment: Mapping[str, str] = os.environ) -> None:
        self.app = app
        self.headers = headers(environment)
        self.closed = environment.get(METRICS) != "1"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with the headers set."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        figures = scope["path"].rstrip("/").endswith(METRICS_PATH)
        answering = PlainTextResponse("Not found", 404) if figures and self.closed else self.app
        await answering(scope, receive, send_with_headers)
