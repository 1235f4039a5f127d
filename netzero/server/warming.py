"""A head start: what the first reader would otherwise wait for, done before the server answers."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from anyio import sleep_forever
from starlette.types import ASGIApp, Message

from netzero.ui import assets
from netzero.ui.warming import warm_up

STATIC = re.compile(r'(?:src|href)="\./(static/[^"]+)"')


@asynccontextmanager
async def warmed(app: ASGIApp) -> AsyncGenerator[None, None]:
    """Have the files of a first visit compressed, and the first views of the plan worked out."""
    page = (await _fetched(app, "/")).decode("utf-8", errors="replace")
    for path in (*STATIC.findall(page), *assets.FILES):
        await _fetched(app, f"/{path}")
    warm_up()
    yield


async def _fetched(app: ASGIApp, path: str) -> bytes:
    """Return what the app answers to a request of its own, as a browser would make it."""
    body = b""

    async def receive() -> Message:
        await sleep_forever()  # nobody goes away before the end
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        nonlocal body
        body += message.get("body", b"")

    await app(_request(path), receive, send)
    return body


def _request(path: str) -> dict[str, object]:
    headers = {"accept": "text/html,*/*", "accept-encoding": "br", "host": "localhost"}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": None,
        "server": None,
    }
