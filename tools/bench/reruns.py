"""What a change of month costs the server, on each page, at each size of the plan."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from netzero.ui.places import TITLES
from tools.bench.plans import write_plan
from tools.bench.report import Row
from tools.bench.servers import BARE, OURS, PLOTLY, Server, running
from tools.reader import Reader

MONTHS = ("2026-12", "2027-01", "2027-05", "2026-08", "2028-02", "2029-04")
WARM_ROUNDS = 8
SIZES = (52, 5_000, 50_000)
WARM, COLD, MOST_TIMES = 0.030, 0.150, 10
Tick = Callable[[], None]


class Cost(NamedTuple):
    """Seconds of processor for a first and for a later visit of a month, and bytes sent."""

    cold: float
    warm: float
    sent: float


def measure(tick: Tick, *, folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Yield the costs of the bare pages, then of each page at each size."""
    for name in (BARE, PLOTLY):
        with running(name) as server:
            yield _row(name, name, asyncio.run(_cost(server, "", tick)))
    usual: dict[str, float] = {}
    for size in sizes:
        data = None if size == 52 else write_plan(folder / str(size), actions=size)
        with running(OURS, data=data) as server:
            for page, title in TITLES.items():
                cost = asyncio.run(_cost(server, "" if page == "overview" else page, tick))
                usual.setdefault(page, cost.warm)
                what = f"{title}, {size:,} actions"
                yield _row(OURS, what, cost, most=MOST_TIMES * usual[page] if size > 52 else 0)


async def _cost(server: Server, page: str, tick: Tick) -> Cost:
    """Change to months that nobody has seen (cold), then to and fro between two of them (warm)."""
    reader = Reader()
    await reader.open(f"{server.url}/{page}", "as_at=2026-11")
    cold, _ = await _changes(server, reader, MONTHS, tick)
    warm, sent = await _changes(server, reader, MONTHS[-2:] * WARM_ROUNDS, tick)
    await reader.close()
    return Cost(cold, warm, sent)


async def _changes(
    server: Server, reader: Reader, months: Sequence[str], tick: Tick
) -> tuple[float, float]:
    """Return the processor time and the bytes of a change, the mean of several months.

    A single one would be too short for the system's clock, which ticks every 10 ms.
    """
    before, received = server.cpu(), reader.received
    for month in months:
        await reader.rerun(widgets={"as_at": month})
        tick()
    return (server.cpu() - before) / len(months), (reader.received - received) / len(months)


def _row(of: str, what: str, cost: Cost, *, most: float = 0) -> Row:
    value = (
        f"{cost.warm * 1000:.0f} ms warm, {cost.cold * 1000:.0f} ms cold, {cost.sent / 1000:.0f} kB"
    )
    if of != OURS:
        return Row("rerun", what, of, value)
    if most:
        goal = f"{most * 1000:.0f} ms warm, ten times that of 52"
        return Row("rerun", what, of, value, goal, cost.warm <= most)
    met = cost.warm <= WARM and cost.cold <= COLD
    return Row("rerun", what, of, value, "30 ms warm, 150 ms cold", met)
