"""A room full of readers, in a process of its own so that it takes no turn of the server's.

    python -m tools.bench.crowd '{"subject": "dashboard", "url": "…", "readers": 25, …}'

It prints what happened as JSON.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import asdict, dataclass, field
from itertools import cycle

from websockets.exceptions import WebSocketException

from tools.bench.months import AT_HAND
from tools.bench.subjects import BY_NAME
from tools.bench.visitors import Visitor, change_month, visitor_of
from tools.reader import ReaderError

FAILURES = (OSError, TimeoutError, WebSocketException, ReaderError)
OPENED_A_SECOND = 20
PAUSE = (2.5, 7.5)  # seconds between two changes: 5 on average


@dataclass(frozen=True)
class Room:
    """How many readers of what change the month for how long, with pauses or without."""

    subject: str
    url: str
    readers: int
    seconds: float
    pauses: bool = True


@dataclass
class Outcome:
    """What a room met with: seconds of each change, and how many were turned away or cut off."""

    latencies: list[float] = field(default_factory=list)
    refused: int = 0
    seconds: float = 0.0

    @property
    def runs_a_second(self) -> float:
        """Changes that were answered, in a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0


async def in_room(room: Room) -> Outcome:
    """Return what all readers of a room met with. They open their pages one after the other."""
    outcome = Outcome()
    pages = cycle(BY_NAME[room.subject].pages.values())
    coming = [
        _opened(room, f"{room.url}{page}", place / OPENED_A_SECOND)
        for place, page in zip(range(room.readers), pages, strict=False)
    ]
    visitors = [visitor for visitor in await asyncio.gather(*coming) if visitor]
    outcome.refused = room.readers - len(visitors)
    start = time.perf_counter()
    reading = (
        _reading(visitor, room, outcome, random.Random(place))
        for place, visitor in enumerate(visitors)
    )
    await asyncio.gather(*reading)
    outcome.seconds = time.perf_counter() - start
    await asyncio.gather(*(visitor.close() for visitor in visitors), return_exceptions=True)
    return outcome


async def _opened(room: Room, url: str, wait: float) -> Visitor | None:
    await asyncio.sleep(wait)
    visitor = visitor_of(BY_NAME[room.subject])
    try:
        await visitor.open(url)
    except FAILURES:
        return None
    return visitor


async def _reading(visitor: Visitor, room: Room, outcome: Outcome, chance: random.Random) -> None:
    """Change the month again and again until the time is over; what was begun is finished."""
    end = time.perf_counter() + room.seconds
    wait = chance.uniform(0, PAUSE[1]) if room.pauses else 0.0
    while time.perf_counter() + wait < end:
        await asyncio.sleep(wait)
        try:
            await change_month(visitor, chance.choice(AT_HAND))
        except FAILURES:
            outcome.refused += 1
            return
        outcome.latencies.append(visitor.seconds)
        wait = chance.uniform(*PAUSE) if room.pauses else 0.0


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(in_room(Room(**json.loads(sys.argv[1])))))))
