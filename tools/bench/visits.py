"""A page drawn in Chromium: at a first visit, at later ones, over a slow line; what it moves."""

import base64
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, BrowserType, CDPSession, Page, sync_playwright

from tools.bench.chromium import ARGUMENTS, chromium_path
from tools.bench.extent import Extent
from tools.bench.progress import Progress
from tools.bench.samples import median, number
from tools.bench.servers import serving
from tools.bench.subjects import BARE_PLOTLY, OURS, SUBJECTS, Subject
from tools.bench.table import Goal, Part, Row, goal_at_most

WINDOW = (1440, 900)
MEGABITS, LATENCY = 10, 20  # of the slow line; milliseconds
SECONDS = 120
QUIET_MILLISECONDS = 300
# A chart below the window is drawn when there is nothing else to do: it is not waited for.
# Between two runs of a script a page looks finished for a moment, so it has to stay so. The time
# is that of the moment since which it did.
DRAWN = """([wanted, quiet]) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const drawn = document.querySelector(wanted)
        && (!app || (app.dataset.testConnectionState === 'CONNECTED'
            && app.dataset.testScriptState === 'notRunning'))
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
        && ![...document.querySelectorAll('.nz-chart:not(:has(svg))')]
            .some(chart => chart.getBoundingClientRect().top < innerHeight);
    window.drawnSince = drawn ? window.drawnSince ?? performance.now() : undefined;
    return drawn && performance.now() - window.drawnSince >= quiet && window.drawnSince;
}"""
# Chromium keeps what it made of a script once it has met it twice: a reader's third visit has it.
VISITS = 4
HEADER = (
    "page drawn", "first, s", "second, s", "÷ Plotly", "fourth, s", "÷ Plotly",
    f"{MEGABITS} Mbit/s, s", "÷ Plotly", "first, MB", "fourth, MB",
)  # fmt: skip
CACHED, SLOW, MEGABYTES = 1.25, 0.5, 2.6


@dataclass
class Visits:
    """Seconds until a page was drawn, and megabytes that it moved, by kind of visit."""

    fresh: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    cached: list[float] = field(default_factory=list)
    slow: list[float] = field(default_factory=list)
    fresh_size: list[float] = field(default_factory=list)
    cached_size: list[float] = field(default_factory=list)


def steps(extent: Extent) -> int:
    """Return how many steps the measurement takes."""
    return len(_addresses(extent)) * (extent.page_rounds + extent.slow_rounds)


def measure(extent: Extent, progress: Progress) -> Part:
    """Return how long every page takes to be drawn, and what it moves."""
    found = {title: Visits() for _, title, _ in _addresses(extent)}
    with ExitStack() as running:
        urls = {each: running.enter_context(serving(each)).url for each in SUBJECTS}
        chromium = running.enter_context(sync_playwright()).chromium
        for number_of_round in range(max(extent.page_rounds, extent.slow_rounds)):
            for subject, title, path in _addresses(extent):
                url = f"{urls[subject]}{path}"
                if number_of_round < extent.page_rounds:
                    progress.advance(f"page drawn: {title}")
                    _visit_often(chromium, url, subject.drawn, found[title])
                if number_of_round < extent.slow_rounds:
                    progress.advance(f"page drawn at {MEGABITS} Mbit/s: {title}")
                    _visit_slowly(chromium, url, subject.drawn, found[title])
    bare = found[BARE_PLOTLY]
    rows = [_row(title, visits, bare) for title, visits in found.items()]
    return Part("A page drawn in Chromium", HEADER, rows, tuple(_goals(found)))


def _addresses(extent: Extent) -> list[tuple[Subject, str, str]]:
    wanted = [f"/{name}" for name in extent.pages] + (["/"] if "overview" in extent.pages else [])
    return [
        (subject, title, path)
        for subject in SUBJECTS
        for title, path in subject.pages.items()
        if subject != OURS or path in wanted
    ]


def _visit_often(chromium: BrowserType, url: str, drawn: str, visits: Visits) -> None:
    """Visit a page as somebody who was never there, and again in further tabs."""
    with _new_profile(chromium) as context:
        seconds, sizes = zip(*(_visit(context, url, drawn) for _ in range(VISITS)), strict=True)
    for found, visit in ((visits.fresh, 0), (visits.second, 1), (visits.cached, VISITS - 1)):
        found.append(seconds[visit])
    visits.fresh_size.append(sizes[0])
    visits.cached_size.append(sizes[-1])


def _visit_slowly(chromium: BrowserType, url: str, drawn: str, visits: Visits) -> None:
    with _new_profile(chromium) as context:
        visits.slow.append(_visit(context, url, drawn, slow=True)[0])


@contextmanager
def _new_profile(chromium: BrowserType) -> Iterator[BrowserContext]:
    """Start a browser that keeps what it is given, as a reader's does; a private one does not."""
    with tempfile.TemporaryDirectory() as folder:
        context = chromium.launch_persistent_context(
            folder,
            executable_path=chromium_path(),
            args=list(ARGUMENTS),
            viewport={"width": WINDOW[0], "height": WINDOW[1]},
        )
        yield context
        context.close()


def _visit(
    context: BrowserContext, url: str, drawn: str, *, slow: bool = False
) -> tuple[float, float]:
    """Return after how many seconds a page was drawn, and the megabytes that came in."""
    page = context.new_page()
    line = context.new_cdp_session(page)
    received = _count_bytes(line)
    if slow:
        speed = MEGABITS * 1e6 / 8
        line.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY,
                "downloadThroughput": speed,
                "uploadThroughput": speed,
            },
        )
    page.goto(url, wait_until="commit", timeout=SECONDS * 1000)
    took = _drawn_after(page, drawn)
    size = sum(received) / 1e6
    page.close()
    return took, size


def _drawn_after(page: Page, drawn: str) -> float:
    found = page.wait_for_function(DRAWN, arg=[drawn, QUIET_MILLISECONDS], timeout=SECONDS * 1000)
    return float(found.json_value()) / 1000


def _count_bytes(line: CDPSession) -> list[float]:
    """Return a list that fills with the bytes of each file and message as they come in."""
    received: list[float] = []
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.on(
        "Network.webSocketFrameReceived",
        lambda event: received.append(_frame_size(event["response"])),
    )
    return received


def _frame_size(frame: dict[str, object]) -> float:
    payload = str(frame["payloadData"])
    return len(base64.b64decode(payload)) if frame["opcode"] == 2 else len(payload)


def _row(title: str, visits: Visits, bare: Visits) -> Row:
    return (
        title,
        number(median(visits.fresh)),
        *_beside(visits.second, bare.second),
        *_beside(visits.cached, bare.cached),
        *_beside(visits.slow, bare.slow),
        number(median(visits.fresh_size)),
        number(median(visits.cached_size)),
    )


def _beside(seconds: list[float], bare: list[float]) -> Row:
    return [number(median(seconds)), number(median(seconds) / median(bare))]


def _goals(found: dict[str, Visits]) -> Iterator[Goal]:
    bare = found[BARE_PLOTLY]
    ours = {title: visits for title, visits in found.items() if title in OURS.pages}
    second = {title: median(v.second) / median(bare.second) for title, v in ours.items()}
    cached = {title: median(v.cached) / median(bare.cached) for title, v in ours.items()}
    slow = {title: median(v.slow) / median(bare.slow) for title, v in ours.items()}
    sizes = {title: median(v.fresh_size) for title, v in ours.items()}
    for visit, ratios in (("second", second), ("fourth", cached)):
        words = f"A {visit} visit, against the bare Plotly page"
        yield goal_at_most(words, CACHED, ratios, unit=" times")
    words = f"A first visit at {MEGABITS} Mbit/s, against the bare Plotly page"
    yield goal_at_most(words, SLOW, slow, unit=" times")
    yield goal_at_most("What a first visit moves", MEGABYTES, sizes, unit=" MB")
