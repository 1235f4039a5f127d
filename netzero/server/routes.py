"""The addresses that the app answers besides Streamlit's own."""

from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from netzero.server.compression import TO_KEEP
from netzero.server.feed import deadlines
from netzero.ui import address, assets


def routes() -> list[Route]:
    """Return the routes: files that are kept, the first page under its own name, the calendar."""
    files = [Route(f"/{path}", partial(_send, file)) for path, file in assets.FILES.items()]
    return [*files, Route("/overview", _first_page), Route(f"/{address.FEED}", deadlines)]


def _send(file: Path, request: Request) -> Response:
    return FileResponse(file, media_type="text/javascript", headers={"Cache-Control": TO_KEEP})


def _first_page(request: Request) -> Response:
    """Lead to the first page, which has no name in Streamlit; what the address asks for is kept."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")
