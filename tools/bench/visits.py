"""How long a page takes to be drawn in a browser: fresh, from its cache, on a slow line."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from netzero.ui.places import TITLES
from tools.bench.report import Row
from tools.bench.servers import BARE, DASH, OURS, PLOTLY, Server, running

ROUNDS = 3
LATENCY = 20  # milliseconds, of the slow line
TEN_MBIT = 10_000_000 / 8  # bytes a second
MOST_CACHED, MOST_SLOW, MOST_BYTES = 1.25, 0.5, 2_600_000
TIMEOUT = 60_000
PEERS = (BARE, PLOTLY, DASH)
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu"]
# Drawn: the app is at rest, its charts are there, and it stays so for a moment.
RESTING = """() => {
  const app = document.querySelector('[data-testid="stApp"]')
  const rests = app ? app.dataset.testScriptState === 'notRunning'
    && !app.querySelector('[data-testid="stSkeleton"], .nz-chart:not(:has(svg))')
    : true
  const charts = !window.wanted || document.querySelector('svg.main-svg')
  const heading = window.wanted || document.querySelector('h1, [data-testid="stMarkdown"]')
  if (!rests || !charts || !heading) { window.since = undefined; return false }
  window.since ??= performance.now()
  return performance.now() - window.since > 150 && window.since
}"""
Tick = Callable[[], None]
CHARTED = ("overview", "timeline", "workload", "deadlines", "partners")


class Visit(NamedTuple):
    """A page of a server, and whether a chart is to be on it."""

    server: Server
    title: str
    path: str
    charted: bool


class Times(NamedTuple):
    """Seconds until a page is drawn, and the bytes of a fresh visit."""

    fresh: float
    cached: float
    slow: float
    sent: float


def measure(tick: Tick, *, rounds: int = ROUNDS) -> Iterator[Row]:
    """Yield the times of every page, the rounds of all pages one after the other."""
    with ExitStack() as stack:
        browser = _browser(stack)
        servers = {name: stack.enter_context(running(name)) for name in (*PEERS, OURS)}
        visits = _visits(servers)
        taken: dict[str, list[Times]] = {visit.title: [] for visit in visits}
        for _ in range(rounds):
            for visit in visits:
                taken[visit.title].append(_times(browser, visit))
                tick()
    found = {title: Times(*map(median, zip(*each, strict=True))) for title, each in taken.items()}
    for visit in visits:
        yield _row(visit, found[visit.title], beside=found[PLOTLY])


def _browser(stack: ExitStack) -> Browser:
    playwright = stack.enter_context(sync_playwright())
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
    stack.callback(browser.close)
    return browser


def _visits(servers: dict[str, Server]) -> list[Visit]:
    peers = [Visit(servers[name], name, "/", name != BARE) for name in PEERS]
    ours = [
        Visit(servers[OURS], title, f"/{'' if page == 'overview' else page}", page in CHARTED)
        for page, title in TITLES.items()
    ]
    return peers + ours


def _times(browser: Browser, visit: Visit) -> Times:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    fresh, sent = _visit(context, visit)
    cached, _ = _visit(context, visit)
    context.close()
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    slow, _ = _visit(context, visit, rate=TEN_MBIT)
    context.close()
    return Times(fresh, cached, slow, sent)


def _visit(context: BrowserContext, visit: Visit, *, rate: float = -1) -> tuple[float, int]:
    page = context.new_page()
    network = context.new_cdp_session(page)
    sent = _counted(network, rate)
    page.add_init_script(f"window.wanted = {str(visit.charted).lower()}")
    begun = time.monotonic()
    page.goto(f"{visit.server.url}{visit.path}", timeout=TIMEOUT, wait_until="commit")
    drawn = _wait_until_drawn(page)
    taken = time.monotonic() - begun - drawn
    page.close()
    return taken, sum(sent)


def _counted(network: CDPSession, rate: float) -> list[int]:
    """Limit the line, and return the list to which the bytes of each answer are added."""
    sent: list[int] = []
    network.send("Network.enable")
    latency = 0 if rate < 0 else LATENCY
    line = {"latency": latency, "downloadThroughput": rate, "uploadThroughput": rate}
    network.send("Network.emulateNetworkConditions", {"offline": False, **line})
    network.on("Network.loadingFinished", lambda each: sent.append(int(each["encodedDataLength"])))
    return sent


def _wait_until_drawn(page: Page) -> float:
    """Wait until the page is drawn and has rested; return for how many seconds it has."""
    page.wait_for_function(RESTING, timeout=TIMEOUT)
    rested: float = page.evaluate("() => (performance.now() - window.since) / 1000")
    return rested


def _row(visit: Visit, times: Times, *, beside: Times) -> Row:
    value = (
        f"{times.fresh:.2f} s fresh, {times.cached:.2f} s cached, "
        f"{times.slow:.2f} s at 10 Mbit/s, {times.sent / 1e6:.2f} MB"
    )
    name = visit.server.name
    if name != OURS:
        return Row("visit", "page drawn", name, value)
    cached, slow = times.cached / beside.cached, times.slow / beside.slow
    met = cached <= MOST_CACHED and slow <= MOST_SLOW and times.sent <= MOST_BYTES
    goal = f"cached 1.25 times (is {cached:.2f}), slow half (is {slow:.2f}), 2.6 MB"
    return Row("visit", visit.title, name, value, goal, met)
