"""What a change of the month costs the server, and how much it sends, at several sizes of plan."""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from tools.bench.extent import Extent
from tools.bench.months import shuffled
from tools.bench.plans import PUBLISHED, plan_folder
from tools.bench.progress import Progress
from tools.bench.samples import median, number
from tools.bench.servers import Server, serving
from tools.bench.subjects import BARE_PLOTLY, OURS, PEERS
from tools.bench.table import Goal, Part, Row, goal_at_most
from tools.bench.visitors import Visitor, change_month, visitor_of

WARM, COLD, TIMES = 30, 150, 10  # milliseconds, and how many times that for a large plan
LARGE = 50_000
NEW_MONTHS, NEW_MONTHS_OF_LARGE = 3, 2  # in a round; each is asked for the first time
ENOUGH_CPU = 0.4  # seconds: the system counts CPU in hundredths
MOST_CHANGES = 60
TAIL_SECONDS = 0.05  # what is done after the last message was sent


@dataclass
class Costs:
    """Milliseconds of CPU of changes to a month asked before, and to a new one; bytes sent."""

    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)

    def cells(self) -> Row:
        """Return the three medians as a table shows them."""
        medians = (median(self.warm), median(self.cold), median(self.sent) / 1000)
        return [number(each, 0 if each >= 10 else 1) for each in medians]


@dataclass(frozen=True)
class _Place:
    """A page that is open, and the months that nobody has asked its server for."""

    server: Server
    visitor: Visitor
    new_months: Iterator[str]


def steps(extent: Extent) -> int:
    """Return how many steps the measurement takes."""
    pages = len(OURS.pages) * len(extent.sizes) + sum(len(peer.pages) for peer in PEERS)
    return pages * extent.rerun_rounds


def measure(extent: Extent, progress: Progress) -> Part:
    """Return what a change of the month costs on every page, for plans of several sizes."""
    with tempfile.TemporaryDirectory() as made:
        found = {
            size: asyncio.run(_of_size(size, plan_folder(size, Path(made)), extent, progress))
            for size in extent.sizes
        }
    header = ["CPU of a change, ms; bytes, kB"]
    for size in extent.sizes:
        header += [f"{size:,}: warm", "cold", "kB"]
    published = found[PUBLISHED]
    header.append("warm ÷ Plotly")
    bare = median(published[BARE_PLOTLY].warm)
    rows = []
    for page, costs in published.items():
        cells = [cell for size in found for cell in found[size].get(page, Costs()).cells()]
        rows.append((page, *cells, number(median(costs.warm) / bare, 1)))
    return Part("A change of the month", header, rows, tuple(_goals(found)))


async def _of_size(size: int, plan: Path, extent: Extent, progress: Progress) -> dict[str, Costs]:
    """Return the costs by page; those pages that know no plan are measured beside the published."""
    subjects = (OURS, *PEERS) if size == PUBLISHED else (OURS,)
    with ExitStack() as running:
        places = {}
        for subject in subjects:
            server = running.enter_context(serving(subject, plan=plan))
            months = iter(shuffled())  # one for all pages of a server, which share its answers
            for title, path in subject.pages.items():
                visitor = visitor_of(subject)
                await visitor.open(f"{server.url}{path}")
                places[title] = _Place(server, visitor, months)
        costs = {title: Costs() for title in places}
        for _ in range(extent.rerun_rounds):
            for title, place in places.items():
                progress.advance(f"change of month: {size:,} actions, {title}")
                await _one_round(place, costs[title], large=size >= LARGE)
        for place in places.values():
            await place.visitor.close()
    return costs


async def _one_round(place: _Place, costs: Costs, *, large: bool) -> None:
    months = list(islice(place.new_months, NEW_MONTHS_OF_LARGE if large else NEW_MONTHS))
    cold, _ = await _cost(place, months)
    warm, sent = await _cost(place, months, again=True)
    costs.cold.append(cold)
    costs.warm.append(warm)
    costs.sent.append(sent)


async def _cost(
    place: _Place, months: Sequence[str], *, again: bool = False
) -> tuple[float, float]:
    """Return CPU in ms and bytes of a change to these months; ``again``: as often as it takes."""
    server, visitor = place.server, place.visitor
    cpu, received, changes = server.cpu(), visitor.received, 0
    for month in islice(cycle(months), MOST_CHANGES if again else len(months)):
        await change_month(visitor, month)
        changes += 1
        if again and changes >= len(months) and server.cpu() - cpu >= ENOUGH_CPU:
            break
    await asyncio.sleep(TAIL_SECONDS)
    return (server.cpu() - cpu) * 1000 / changes, (visitor.received - received) / changes


def _goals(found: dict[int, dict[str, Costs]]) -> Iterator[Goal]:
    for size, times in ((PUBLISHED, 1), (LARGE, TIMES)):
        if costs := found.get(size):
            ours = {title: costs[title] for title in OURS.pages}
            warm = {title: median(each.warm) for title, each in ours.items()}
            cold = {title: median(each.cold) for title, each in ours.items()}
            words = f"CPU of a change at {size:,} actions"
            yield goal_at_most(f"{words}, warm", WARM * times, warm, unit=" ms", digits=0)
            yield goal_at_most(f"{words}, cold", COLD * times, cold, unit=" ms", digits=0)
