"""A head start: what the first reader would otherwise wait for, done before the server answers.

The server visits itself as a browser would, with every page in turn. The messages of Streamlit have
no public name; nothing else runs a page before a reader does. A test fails when they change.
"""

import logging
import re
from asyncio import Queue, ensure_future, wait_for
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from anyio import sleep_forever
from starlette.types import ASGIApp, Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from netzero.ui import assets
from netzero.ui.places import TITLES
from netzero.ui.process import tidy_up

STATIC = re.compile(r'(?:src|href)="\./(static/[^"]+)"')
STREAM = "/_stcore/stream"
SECONDS = 60  # at most, for all of it


@asynccontextmanager
async def warmed(app: ASGIApp) -> AsyncGenerator[None, None]:
    """Have the files of a first visit compressed, the plan read and every page run once.

    Whatever goes wrong is said in the log: readers are then served without a head start.
    """
    try:
        await wait_for(_visit(app), SECONDS)
    except Exception:
        logging.getLogger(__name__).warning("No head start for the first reader", exc_info=True)
    yield


async def _visit(app: ASGIApp) -> None:
    page = (await _fetched(app, "/")).decode("utf-8")
    for path in (*STATIC.findall(page), *assets.FILES):
        await _fetched(app, f"/{path}")
    await _run(app, *TITLES)
    tidy_up()


async def _fetched(app: ASGIApp, path: str) -> bytes:
    """Return what the app answers to a request of its own."""
    body = b""

    async def receive() -> Message:
        await sleep_forever()  # nobody goes away before the end
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        nonlocal body
        body += message.get("body", b"")

    await app({**_request(path), "type": "http", "method": "GET"}, receive, send)
    return body


async def _run(app: ASGIApp, *pages: str) -> None:
    """Run pages one after the other, as one reader."""
    asked: Queue[Message] = Queue()
    answered: Queue[Message] = Queue()
    scope = {**_request(STREAM), "type": "websocket", "subprotocols": ["streamlit"]}
    session = ensure_future(app(scope, asked.get, answered.put))
    await asked.put({"type": "websocket.connect"})
    for page in pages:
        wish = BackMsg()
        wish.rerun_script.page_name = page
        await asked.put({"type": "websocket.receive", "bytes": wish.SerializeToString()})
        while not _is_end_of_run(await answered.get()):
            pass
    await asked.put({"type": "websocket.disconnect", "code": 1000})
    await session


def _is_end_of_run(message: Message) -> bool:
    if message["type"] == "websocket.close":
        raise ConnectionError("The server refused its own visit")
    sent = ForwardMsg.FromString(message.get("bytes") or b"")
    return bool(sent.WhichOneof("type") == "script_finished")


def _request(path: str) -> dict[str, object]:
    headers = {"accept": "text/html,*/*", "accept-encoding": "br", "host": "localhost"}
    headers["sec-websocket-protocol"] = "streamlit"
    return {
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 0),
    }
