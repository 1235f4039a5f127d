"""Files that the browser is given: those that it fetches by address, and those sent with a page.

What is in a file that is fetched stands in its address, as a version or a digest, so that browsers
may keep it for good.
"""

import hashlib
from pathlib import Path

import plotly

_HERE = Path(__file__).parent
PLOTLY_FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PLOTLY = f"assets/plotly-{plotly.__version__}.eager.min.js"
WINDOW_FILE = _HERE / "window_cookie.js"
WINDOW = f"assets/window-{hashlib.sha256(WINDOW_FILE.read_bytes()).hexdigest()[:12]}.js"
FILES = {PLOTLY: PLOTLY_FILE, WINDOW: WINDOW_FILE}
# Has Chromium compile a script whole and beside the page, while it comes in: left to itself it does
# so function by function, in the page's way, once the script runs. To others it is a comment.
EAGER = b"//# allFunctionsCalledOnLoad\n"


def content_of(path: str) -> bytes:
    """Return what is sent for an address of ``FILES``."""
    return (EAGER if path == PLOTLY else b"") + FILES[path].read_bytes()


def text_of(name: str) -> str:
    """Return a script or a style sheet that stands beside this module."""
    return (_HERE / name).read_text(encoding="utf-8")
