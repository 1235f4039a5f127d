"""The addresses that the app answers besides Streamlit's own."""

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from netzero.server.compression import TO_KEEP
from netzero.server.feed import deadlines
from netzero.ui import address, assets


def routes() -> list[Route]:
    """Return the routes: files that are kept, the first page under its own name, the calendar."""
    files = [Route(f"/{path}", partial(_send, path)) for path in assets.FILES]
    return [*files, Route("/overview", _first_page), Route(f"/{address.FEED}", deadlines)]


def _send(path: str, request: Request) -> Response:
    content = assets.content_of(path)
    return Response(content, media_type="text/javascript", headers={"Cache-Control": TO_KEEP})


def _first_page(request: Request) -> Response:
    """Lead to the first page, which has no name in Streamlit; what the address asks for is kept."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}")
