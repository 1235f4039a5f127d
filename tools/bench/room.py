"""A full room: many readers, each of whom changes the month every five seconds."""

import asyncio
import random
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from json import dumps, loads
from subprocess import PIPE, Popen
from typing import Any

from tools.bench.report import Row, percentile
from tools.bench.servers import OURS, PLOTLY, ROOT, running
from tools.reader import Reader

ROOMS = (25, 50, 100)
SECONDS = 40
EVERY = (2.5, 7.5)
PAGES = ("", "timeline", "workload", "deadlines", "partners")
MONTHS = [f"{year}-{month:02d}" for year in (2026, 2027, 2028) for month in range(1, 13)]
Tick = Callable[[], None]


def measure(tick: Tick, *, rooms: Sequence[int] = ROOMS, seconds: int = SECONDS) -> Iterator[Row]:
    """Yield what readers at once wait for, beside the bare Plotly page."""
    rates: dict[int, float] = {}
    for readers in rooms:
        for name in (PLOTLY, OURS):
            with running(name) as server:
                pages = PAGES if name == OURS else ("",)
                found = _room(server.url, readers, pages, seconds)
            rate = len(found["waits"]) / seconds
            rates[readers] = rate if name == PLOTLY else rates[readers]
            tick()
            yield from _rows(name, readers, found, rate, beside=rates[readers])


def _room(url: str, readers: int, pages: Sequence[str], seconds: int) -> dict[str, Any]:
    """Run the readers in a process of their own, and return what they found."""
    asked = dumps({"url": url, "readers": readers, "pages": pages, "seconds": seconds})
    command = [sys.executable, "-m", "tools.bench.room", asked]
    with Popen(command, cwd=ROOT, stdout=PIPE) as process:
        output, _ = process.communicate()
    found: dict[str, Any] = loads(output)
    return found


def _rows(
    name: str, readers: int, found: dict[str, Any], rate: float, *, beside: float
) -> Iterator[Row]:
    middle, high = (percentile(found["waits"], share) for share in (50, 95))
    health = percentile(found["health"], 100 - 1)
    value = (
        f"p50 {middle:.2f} s, p95 {high:.2f} s, {rate:.1f} runs a second, "
        f"{found['refused']} refused, health within {health * 1000:.0f} ms (p99)"
    )
    what = f"{readers} readers, a change every 5 s"
    if name == PLOTLY or readers < max(ROOMS):
        yield Row("room", what, name, value)
        return
    goal = f"p95 under 1 s, none refused, health 200 ms, over {beside:.1f} runs a second"
    met = high < 1 and not found["refused"] and health <= 0.2 and rate > beside
    yield Row("room", what, name, value, goal, met)


async def _read(
    url: str, page: str, seconds: int, waits: list[float], chance: random.Random
) -> int:
    """Be one reader: open the page, then change the month until the time is over; 1 if refused."""
    reader = Reader()
    try:
        await asyncio.sleep(chance.uniform(0, EVERY[1]))  # not all in one moment
        await reader.open(f"{url}/{page}", f"as_at={chance.choice(MONTHS)}")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            await asyncio.sleep(chance.uniform(*EVERY))
            asked = time.monotonic()
            await reader.rerun(widgets={"as_at": chance.choice(MONTHS)})
            waits.append(time.monotonic() - asked)
        await reader.close()
    except Exception as fault:
        print(repr(fault), file=sys.stderr)
        return 1
    return 0


async def _ask_health(url: str, answers: list[float]) -> None:
    def ask() -> float:
        begun = time.monotonic()
        urllib.request.urlopen(f"{url}/_stcore/health", timeout=60).close()
        return time.monotonic() - begun

    while True:
        answers.append(await asyncio.to_thread(ask))
        await asyncio.sleep(0.5)


async def _main(url: str, readers: int, pages: Sequence[str], seconds: int) -> dict[str, Any]:
    waits: list[float] = []
    health: list[float] = []
    watching = asyncio.create_task(_ask_health(url, health))
    refused = await asyncio.gather(
        *(
            _read(url, pages[number % len(pages)], seconds, waits, random.Random(number))
            for number in range(readers)
        )
    )
    watching.cancel()
    return {"waits": waits, "health": health, "refused": sum(refused)}


if __name__ == "__main__":
    print(dumps(asyncio.run(_main(**loads(sys.argv[1])))))
