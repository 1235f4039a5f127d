"""Whether memory stays where it is when many readers come and go."""

import asyncio
from collections.abc import Callable, Iterator

from tools.bench.report import Row
from tools.bench.servers import OURS, Server, running
from tools.reader import Reader

SESSIONS, AT_ONCE, STEPS = 1_000, 10, 4
MOST_GROWTH = 1.10  # of the memory after the first half, over the second
Tick = Callable[[], None]


def measure(tick: Tick, *, sessions: int = SESSIONS) -> Iterator[Row]:
    """Yield the memory of the server before, at steps and after so many sessions."""
    with running(OURS) as server:
        held = [server.memory()]
        for _ in range(STEPS):
            asyncio.run(_come_and_go(server, sessions // STEPS))
            held.append(server.memory())
            tick()
    value = ", ".join(f"{size:.0f}" for size in held) + " MB"
    met = held[-1] <= held[STEPS // 2] * MOST_GROWTH
    what = f"memory, {sessions:,} sessions in {STEPS} steps"
    yield Row("sessions", what, OURS, value, "at most a tenth more over the second half", met)


async def _come_and_go(server: Server, number: int) -> None:
    for _ in range(number // AT_ONCE):
        await asyncio.gather(*(_session(server) for _ in range(AT_ONCE)))


async def _session(server: Server) -> None:
    reader = Reader()
    await reader.open(f"{server.url}/", "as_at=2026-11")
    await reader.close()
