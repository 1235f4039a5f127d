"""How long the files of a plan take to read, beside a bare ``read_csv`` of the same file."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import pandas as pd

from netzero.plan import Plan, PlanFiles, read_plan
from netzero.plan.files import ACTIONS_CSV, DATA
from tools.bench.plans import write_plan
from tools.bench.report import Row

SIZES, ROUNDS, MOST_TIMES = (52, 5_000, 50_000), 5, 4.0
Tick = Callable[[], None]


def measure(tick: Tick, *, folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Yield the processor time of both at each size, their rounds one after the other."""
    for size in sizes:
        data = DATA if size == 52 else write_plan(folder / str(size), actions=size)
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(_cpu(partial(pd.read_csv, data / ACTIONS_CSV)))
            ours.append(_cpu(partial(_read, data)))
            tick()
        times = median(ours) / median(bare)
        value = f"{median(ours):.3f} s, {times:.1f} times read_csv ({median(bare):.3f} s)"
        goal = f"{MOST_TIMES:g} times" if size == max(SIZES) else ""
        met = times <= MOST_TIMES if goal else None
        yield Row("reading", f"{size:,} actions", "this dashboard", value, goal, met)


def _read(folder: Path) -> Plan:
    return read_plan(PlanFiles.of(folder))


def _cpu(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun
