"""The Plotly.js of the plotly package, as the browser fetches it: once, compressed, to keep."""

import gzip
from functools import cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
# The version stands in the address, so that browsers may keep the file for good.
ADDRESS = f"assets/plotly-{plotly.__version__}.min.js"
A_YEAR = 31_536_000


def routes() -> list[Route]:
    """Return the routes that the app has besides Streamlit's own."""
    return [Route(f"/{ADDRESS}", _send)]


def _send(request: Request) -> Response:
    headers = {"Cache-Control": f"public, max-age={A_YEAR}, immutable", "Vary": "Accept-Encoding"}
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    if zipped:
        headers["Content-Encoding"] = "gzip"
    content = _zipped() if zipped else FILE.read_bytes()
    return Response(content, media_type="text/javascript", headers=headers)


@cache
def _zipped() -> bytes:
    """Return the file compressed once; Streamlit would do it anew at every request."""
    return gzip.compress(FILE.read_bytes(), 9)
