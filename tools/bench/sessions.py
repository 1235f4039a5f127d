"""Many sessions opened and closed: whether memory comes to rest."""

import asyncio
from collections.abc import Sequence
from itertools import cycle, islice

from tools.bench.extent import Extent
from tools.bench.progress import Progress
from tools.bench.samples import number
from tools.bench.servers import Server, serving
from tools.bench.subjects import OURS, PLOTLY
from tools.bench.table import Part, goal_at_most
from tools.bench.visitors import visitor_of

SUBJECTS = (OURS, PLOTLY)
AT_ONCE = 10
STEPS = 4
REST_SECONDS = 3
# Streamlit keeps closed sessions for a while, in case their readers come back: memory grows until
# the oldest go. After half of all it should grow no more; a tenth is noise of the allocator.
GROWTH = 1.1


def steps(extent: Extent) -> int:
    """Return how many steps the measurement takes."""
    return len(SUBJECTS) * STEPS


def measure(extent: Extent, progress: Progress) -> Part:
    """Return the memory of the server before, during and after many sessions."""
    found = {}
    for subject in SUBJECTS:
        with serving(subject) as server:
            found[subject] = asyncio.run(_memory(server, extent, progress))
    counts = [extent.sessions * step // STEPS for step in range(STEPS + 1)]
    header = ("memory of the server, MB", *(f"after {count:,} sessions" for count in counts))
    rows = [(s.name, *(number(megabytes, 0) for megabytes in row)) for s, row in found.items()]
    growth = found[OURS][-1] / found[OURS][STEPS // 2]
    words = f"Memory after {counts[-1]:,} sessions, against {counts[STEPS // 2]:,}"
    goal = goal_at_most(words, GROWTH, {"dashboard": growth}, unit=" times")
    return Part("Sessions opened and closed", header, rows, (goal,))


async def _memory(server: Server, extent: Extent, progress: Progress) -> list[float]:
    pages = cycle(server.subject.pages.values())
    memory = [server.memory()]
    for step in range(1, STEPS + 1):
        progress.advance(f"sessions: part {step} of {STEPS}, {server.subject.name}")
        count = extent.sessions * step // STEPS - extent.sessions * (step - 1) // STEPS
        urls = [f"{server.url}{page}" for page in islice(pages, count)]
        await asyncio.gather(*(_open_and_close(urls[place::AT_ONCE]) for place in range(AT_ONCE)))
        await asyncio.sleep(REST_SECONDS)
        memory.append(server.memory())
    return memory


async def _open_and_close(urls: Sequence[str]) -> None:
    for url in urls:
        visitor = visitor_of(OURS)
        await visitor.open(url)
        await visitor.close()
