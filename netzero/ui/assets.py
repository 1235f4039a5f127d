"""Files that the browser fetches by address: once, compressed, to keep.

What is in a file stands in its address, as a version or a digest, so that browsers may keep it for
good.
"""

import hashlib
from pathlib import Path

import plotly

_HERE = Path(__file__).parent
PLOTLY_FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PLOTLY = f"assets/plotly-{plotly.__version__}.min.js"
WINDOW_FILE = _HERE / "window_cookie.js"
WINDOW = f"assets/window-{hashlib.sha256(WINDOW_FILE.read_bytes()).hexdigest()[:12]}.js"
FILES = {PLOTLY: PLOTLY_FILE, WINDOW: WINDOW_FILE}
