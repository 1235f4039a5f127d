"""An answer on its way to the browser, held back whole where it is to be changed."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

Wanted = Callable[[int, MutableHeaders], bool]


class HeldAnswer:
    """Takes what an app sends: an answer that is ``wanted`` is held back, any other sent on.

    ``wanted`` is asked with the status and the headers. Of an answer that is ``held`` nothing was
    sent when the app has returned: ``headers`` and ``body`` are its own. It ``is_whole`` only where
    the app came to its end: of one whose reader left, the rest is missing.
    """

    def __init__(self, send: Send, wanted: Wanted) -> None:
        self.send, self.wanted = send, wanted
        self.held, self.headers, self.body = False, MutableHeaders(), b""
        self.is_whole = False

    async def take(self, message: Message) -> None:
        """Take a message of the app."""
        if message["type"] == "http.response.start":
            self.headers = MutableHeaders(raw=list(message["headers"]))
            self.held = self.wanted(message["status"], self.headers)
        if not self.held:
            await self.send(message)
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            self.is_whole = not message.get("more_body", False)

    def take_headers_away(self, *names: str) -> None:
        """Take away headers that do not hold for what is sent in place of the answer."""
        for name in names:
            del self.headers[name]
