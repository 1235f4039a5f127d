"""Files that never change, compressed once and kept, instead of sent whole or zipped each time.

Streamlit leaves its own files uncompressed and expects a proxy to do it: 7.6 MB at a first visit.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

import brotli
from anyio import to_thread
from cachetools import LRUCache
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from netzero.server.held import HeldAnswer

TO_KEEP = "public, immutable, max-age=31536000"
BYTES = 32 * 2**20
SMALLEST = 500
# The better comes first; browsers take it over HTTPS and on this machine alone.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(brotli.compress, quality=9),  # 11 takes forty times as long for 10 % less
    "gzip": partial(gzip.compress, compresslevel=9),
}
ZIPPABLE = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(frozen=True)
class Zipped:
    """A compressed file and the headers that it is sent with."""

    body: bytes
    headers: dict[str, str]


class CompressOnce:
    """ASGI middleware: what may be kept for good is compressed at its first request, and kept.

    Any other answer passes as it is, as does a file that is asked for in part or uncompressed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: LRUCache = LRUCache(BYTES, getsizeof=lambda zipped: len(zipped.body))
        self.lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request from what is kept, or pass it on and keep what comes."""
        encoding = _encoding(scope)
        if not encoding:
            await self.app(scope, receive, send)
            return
        key = (scope["path"], encoding)
        with self.lock:
            zipped: Zipped | None = self.kept.get(key)
        if zipped is None:
            answer = HeldAnswer(send, _is_worth_keeping)
            await self.app(scope, receive, answer.take)
            if not answer.held or not answer.is_whole:
                return  # what came of an answer whose reader left must not be kept for the others
            zipped = await to_thread.run_sync(_zipped, answer, encoding)
            with self.lock:
                self.kept[key] = zipped
        await _reply(zipped, Headers(scope=scope))(scope, receive, send)


def _encoding(scope: Scope) -> str:
    """Return how an answer to a request may be compressed; blank where it may not."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return ""
    headers = Headers(scope=scope)
    accepted = "" if "range" in headers else headers.get("accept-encoding", "")
    return next((name for name in COMPRESS if name in accepted), "")


def _is_worth_keeping(status: int, headers: Headers) -> bool:
    return (
        status == 200
        and "immutable" in headers.get("cache-control", "")
        and "content-encoding" not in headers
        and headers.get("content-type", "").startswith(ZIPPABLE)
        and int(headers.get("content-length", 0)) >= SMALLEST
    )


def _zipped(answer: HeldAnswer, encoding: str) -> Zipped:
    headers = answer.headers
    answer.take_headers_away("content-length", "accept-ranges")
    headers["content-encoding"] = encoding
    headers.add_vary_header("Accept-Encoding")
    return Zipped(COMPRESS[encoding](answer.body), dict(headers))


def _reply(zipped: Zipped, asked: Headers) -> Response:
    tag = zipped.headers.get("etag")
    if tag and tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=zipped.headers)
    return Response(zipped.body, headers=zipped.headers)
