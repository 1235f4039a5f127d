"""Reading the plan files, beside pandas reading the one large file of them and checking nothing."""

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from netzero.plan import PlanFiles, read_plan
from netzero.plan.files import ACTIONS_CSV
from tools.bench.extent import Extent
from tools.bench.plans import plan_folder
from tools.bench.progress import Progress
from tools.bench.samples import median, number
from tools.bench.table import Part, goal_at_most

HEADER = (
    "actions", "read and checked, ms", "bare `read_csv`, ms", "times", "`read_csv` as texts, ms",
    "times",
)  # fmt: skip
AS_TEXTS = {"dtype": "str", "keep_default_na": False}  # as a plan has to be read
MOST = 4
SHORTEST = 0.2  # seconds: what takes less is done again, so that the clock can tell


def steps(extent: Extent) -> int:
    """Return how many steps the measurement takes."""
    return len(extent.sizes) * extent.reading_rounds


def measure(extent: Extent, progress: Progress) -> Part:
    """Return how long plans of several sizes take to read."""
    rows, ratios = [], {}
    with tempfile.TemporaryDirectory() as made:
        for size in extent.sizes:
            folder = plan_folder(size, Path(made))
            ours, bare, texts = _of_folder(folder, f"{size:,}", extent.reading_rounds, progress)
            ratios[f"{size:,} actions"] = ours / texts
            beside = [(seconds * 1000, ours / seconds) for seconds in (bare, texts)]
            cells = [ours * 1000, *(each for pair in beside for each in pair)]
            rows.append((f"{size:,}", *(number(each, 1) for each in cells)))
    largest = list(ratios)[-1]
    what = "Reading a large plan, against `read_csv` of the same texts"
    goal = goal_at_most(what, MOST, {largest: ratios[largest]}, unit=" times", digits=1)
    return Part("Reading the plan files", HEADER, rows, (goal,))


def _of_folder(folder: Path, words: str, rounds: int, progress: Progress) -> list[float]:
    """Return the seconds of CPU of our reading, a bare one, and one that makes all cells texts.

    They are medians of rounds in which the three take turns.
    """
    file = folder / ACTIONS_CSV
    ways: tuple[Callable[[], object], ...] = (
        lambda: read_plan(PlanFiles.of(folder)),
        lambda: pd.read_csv(file),
        lambda: pd.read_csv(file, **AS_TEXTS),
    )
    ways[0]()  # the first one also loads what it needs
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        progress.advance(f"reading: {words} actions")
        for way, seconds in zip(ways, taken, strict=True):
            seconds.append(_seconds(way))
    return [median(seconds) for seconds in taken]


def _seconds(read: Callable[[], object]) -> float:
    gc.collect()
    start, times = time.process_time(), 0
    while time.process_time() - start < SHORTEST:
        read()
        times += 1
    return (time.process_time() - start) / times
