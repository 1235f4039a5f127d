"""What is measured side by side: the dashboard, two bare pages of Streamlit, one page of Dash."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from netzero.ui.places import TITLES

ROOT = Path(__file__).parents[2]
APPS = Path(__file__).with_name("apps")
HEALTH = "/_stcore/health"


@dataclass(frozen=True, eq=False)  # each is one of a kind, and a key of what is found
class Subject:
    """A program with pages: how it is started, and what shows that one of them is drawn.

    ``command`` holds ``PORT`` where the number of the port belongs; ``pages`` are paths by their
    titles; ``drawn`` is a selector of what a drawn page must hold.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    pages: Mapping[str, str]
    drawn: str
    health: str = HEALTH


def _streamlit(script: Path) -> tuple[str, ...]:
    options = (
        "--server.address=127.0.0.1",
        "--server.port=PORT",
        "--server.headless=true",
        "--server.fileWatcherType=none",
        "--browser.gatherUsageStats=false",
    )
    return (sys.executable, "-m", "streamlit", "run", str(script), *options)


OURS = Subject(
    "dashboard",
    _streamlit(ROOT / "dashboard.py"),
    ROOT,
    {title: "/" if name == "overview" else f"/{name}" for name, title in TITLES.items()},
    ".nz-count",
)
# Started in a folder without settings: Streamlit as it comes.
BARE = Subject(
    "bare page",
    _streamlit(APPS / "bare_page.py"),
    APPS,
    {"bare Streamlit page": "/"},
    "[data-testid=stSelectbox]",
)
PLOTLY = Subject(
    "Plotly page",
    _streamlit(APPS / "plotly_page.py"),
    APPS,
    {"bare Plotly page": "/"},
    ".js-plotly-plot .main-svg",
)
DASH = Subject(
    "Dash",
    (sys.executable, "-m", "tools.bench.apps.dash_timeline", "PORT"),
    ROOT,
    {"the timeline in Dash": "/"},
    ".js-plotly-plot .main-svg",
    health="/_dash-layout",
)
SUBJECTS = (OURS, BARE, PLOTLY, DASH)
PEERS = (BARE, PLOTLY, DASH)
BY_NAME = {subject.name: subject for subject in SUBJECTS}
BARE_PLOTLY = next(iter(PLOTLY.pages))
