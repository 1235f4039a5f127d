"""An answer on its way to the browser, held back whole where it is to be changed."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

Wanted = Callable[[int, MutableHeaders], bool]


class HeldAnswer:
    """Takes what an app sends: an answer that is ``wanted`` is held back, any other sent on.

    ``wanted`` is asked with the status and the headers. An answer that is ``held`` is whole when
    the app has returned: ``headers`` and ``body`` are its own, and nothing of it was sent.
    """

    def __init__(self, send: Send, wanted: Wanted) -> None:
        self.send, self.wanted = send, wanted
        self.held, self.headers, self.body = False, MutableHeaders(), b""

    async def take(self, message: Message) -> None:
        """Take a message of the app."""
        if message["type"] == "http.response.start":
            self.headers = MutableHeaders(raw=list(message["headers"]))
            self.held = self.wanted(message["status"], self.headers)
        if not self.held:
            await self.send(message)
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    def take_headers_away(self, *names: str) -> None:
        """Take away headers that do not hold for what is sent in place of the answer."""
        for name in names:
            del self.headers[name]
