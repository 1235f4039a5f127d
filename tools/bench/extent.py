"""How much is measured: the whole bench, or a short form that only shows the direction."""

from dataclasses import dataclass

from netzero.ui.places import TITLES
from tools.bench.plans import PUBLISHED


@dataclass(frozen=True)
class Extent:
    """How many rounds, of what. ``pages`` are those of the dashboard that a browser draws."""

    pages: tuple[str, ...] = tuple(TITLES)
    page_rounds: int = 3
    slow_rounds: int = 2
    sizes: tuple[int, ...] = (PUBLISHED, 5_000, 50_000)
    rerun_rounds: int = 3
    rooms: tuple[int, ...] = (25, 50, 100)
    room_seconds: float = 20
    rush_seconds: float = 8
    sessions: int = 1_000
    reading_rounds: int = 5


WHOLE = Extent()
QUICK = Extent(
    pages=("overview", "timeline"),
    page_rounds=1,
    slow_rounds=1,
    sizes=(PUBLISHED, 5_000),
    rerun_rounds=1,
    rooms=(25, 100),
    room_seconds=8,
    rush_seconds=4,
    sessions=200,
    reading_rounds=1,
)
