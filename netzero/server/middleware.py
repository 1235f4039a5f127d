"""What every request goes through, the outermost first."""

from starlette.middleware import Middleware

from netzero.server.compression import CompressOnce
from netzero.server.first_page import FirstPage
from netzero.server.headers import Headers


def middleware() -> list[Middleware]:
    """Return what stands around the app."""
    return [Middleware(Headers), Middleware(CompressOnce), Middleware(FirstPage)]
