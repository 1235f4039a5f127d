"""A page drawn in Chromium: at a first visit, at later ones, over a slow line; what it moves."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

from tools.bench.extent import Extent
from tools.bench.progress import Progress
from tools.bench.samples import median, number
from tools.bench.servers import serving
from tools.bench.subjects import BARE_PLOTLY, OURS, SUBJECTS, Subject
from tools.bench.tab import new_browser, new_tab
from tools.bench.table import Goal, Part, Row, goal_at_most

MEGABITS, LATENCY = 10, 20  # of the slow line; milliseconds
SECONDS = 120
QUIET_MILLISECONDS = 300
# A chart below the window is drawn when there is nothing else to do: it is not waited for.
# Between two runs of a script a page looks finished for a moment, so it has to stay so. The times
# are those of the moments since which it did: drawn at all, and drawn by Plotly, not as a sketch.
DRAWN = """([wanted, quiet]) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const finished = document.querySelector(wanted)
        && (!app || (app.dataset.testConnectionState === 'CONNECTED'
            && app.dataset.testScriptState === 'notRunning'))
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]');
    window.since ??= {};
    const times = ['svg', '.main-svg'].map(drawing => {
        const drawn = finished && ![...document.querySelectorAll(`.nz-chart:not(:has(${drawing}))`)]
            .some(chart => chart.getBoundingClientRect().top < innerHeight);
        since[drawing] = drawn ? since[drawing] ?? performance.now() : undefined;
        return drawn && performance.now() - since[drawing] >= quiet && since[drawing];
    });
    return times.every(Boolean) && times;
}"""
# Chromium keeps what it made of a script once it has met it twice: a reader's third visit has it.
VISITS = 4
HEADER = (
    "page drawn", "first, s", "second, s", "÷ Plotly", "whole, s", "fourth, s", "÷ Plotly",
    f"{MEGABITS} Mbit/s, s", "÷ Plotly", "first, MB", "fourth, MB",
)  # fmt: skip
CACHED, SLOW, MEGABYTES = 1.25, 0.5, 2.6


@dataclass
class Visits:
    """Seconds until a page was drawn, and megabytes that it moved, by kind of visit.

    ``whole`` is when Plotly had drawn at a second visit, too.
    """

    fresh: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
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
        for number_of_round in range(max(extent.page_rounds, extent.slow_rounds)):
            for subject, title, path in _addresses(extent):
                url = f"{urls[subject]}{path}"
                if number_of_round < extent.page_rounds:
                    progress.advance(f"page drawn: {title}")
                    _visit_often(url, subject.drawn, found[title])
                if number_of_round < extent.slow_rounds:
                    progress.advance(f"page drawn at {MEGABITS} Mbit/s: {title}")
                    _visit_slowly(url, subject.drawn, found[title])
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


def _visit_often(url: str, drawn: str, visits: Visits) -> None:
    """Visit a page as somebody who was never there, and again in further tabs."""
    with new_browser() as browser:
        visited = [_visit(browser, url, drawn) for _ in range(VISITS)]
    seconds, wholes, sizes = zip(*visited, strict=True)
    visits.whole.append(wholes[1])
    for found, visit in ((visits.fresh, 0), (visits.second, 1), (visits.cached, VISITS - 1)):
        found.append(seconds[visit])
    visits.fresh_size.append(sizes[0])
    visits.cached_size.append(sizes[-1])


def _visit_slowly(url: str, drawn: str, visits: Visits) -> None:
    with new_browser() as browser:
        visits.slow.append(_visit(browser, url, drawn, slow=True)[0])


def _visit(browser: str, url: str, drawn: str, *, slow: bool = False) -> tuple[float, float, float]:
    """Return after how many seconds a page was drawn, was whole, and what megabytes came in."""
    with new_tab(browser) as tab:
        if slow:
            tab.slow_down(megabits=MEGABITS, latency=LATENCY)
        tab.ask("Page.navigate", url=url)
        asked = f"({DRAWN})({json.dumps([drawn, QUIET_MILLISECONDS])})"
        drawn_after, whole_after = tab.value_of(asked, seconds=SECONDS)
        return drawn_after / 1000, whole_after / 1000, tab.received / 1e6


def _row(title: str, visits: Visits, bare: Visits) -> Row:
    return (
        title,
        number(median(visits.fresh)),
        *_beside(visits.second, bare.second),
        number(median(visits.whole)),
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
