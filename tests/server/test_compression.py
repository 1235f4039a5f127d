"""What is kept of the files that never change, on requests of every kind."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

from starlette.types import Message, Receive, Scope, Send

from netzero.server.compression import CompressOnce

WHOLE = b"export default 1;" * 100
SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/static/js/part.js",
    "headers": [(b"accept-encoding", b"gzip")],
}
HEADERS = [
    (b"content-type", b"application/javascript"),
    (b"cache-control", b"public, immutable"),
    (b"content-length", str(len(WHOLE)).encode()),
]


class File:
    """An app that serves a file in two pieces, and stops where its reader has left."""

    def __init__(self) -> None:
        self.pieces_sent, self.requests = 2, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.requests += 1
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        pieces = (WHOLE[:700], WHOLE[700:])
        for place, piece in enumerate(pieces[: self.pieces_sent]):
            more = place < len(pieces) - 1
            await send({"type": "http.response.body", "body": piece, "more_body": more})


def asked(app: CompressOnce) -> list[Message]:
    """What a reader is sent."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser's test may run a loop in this one
        thread.submit(asyncio.run, app(dict(SCOPE), receive, send)).result()
    return sent


def body_of(sent: list[Message]) -> bytes:
    return gzip.decompress(b"".join(message.get("body", b"") for message in sent))


def test_a_file_is_compressed_once_and_kept():
    file = File()
    app = CompressOnce(file)
    assert [body_of(asked(app)), body_of(asked(app))] == [WHOLE, WHOLE]
    assert file.requests == 1


def test_what_a_reader_who_left_did_not_get_is_not_kept_for_the_next():
    file = File()
    app = CompressOnce(file)
    for pieces in (0, 1):
        file.pieces_sent = pieces
        assert asked(app) == []
    file.pieces_sent = 2
    assert body_of(asked(app)) == WHOLE
