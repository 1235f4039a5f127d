"""Measure the parts that are named, or all, and print one table: ``make bench ARGS="room"``."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tools.bench import reading, report, reruns, room, sessions, visits
from tools.bench.servers import ROOT

DOCUMENT = ROOT / "docs" / "speed.md"
Measure = Callable[..., Iterator[report.Row]]


def main() -> None:
    """Measure, print, and write the table into the documentation where that is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        parts = _parts(Path(folder))
        options = _options(list(parts))
        parts_asked = options.parts or list(parts)
        conditions = report.conditions()
        rows: list[report.Row] = []
        for name in parts_asked:
            measure = partial(parts[name][options.quick], _Progress(name))
            rows += measure()
    content = f"{conditions}.\n\n{report.table(rows)}"
    print(f"\n{content}")
    if options.write:
        report.write_into(DOCUMENT, content)


def _options(parts: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *parts], metavar=f"{{{','.join(parts)}}}")
    parser.add_argument("--quick", action="store_true", help="less of each, for a first look")
    parser.add_argument("--write", action="store_true", help="put the table into docs/speed.md")
    return parser.parse_args()


def _parts(folder: Path) -> dict[str, tuple[Measure, Measure]]:
    """Return each part, whole and quick."""
    sizes = (52, 5_000)
    return {
        "reading": (
            partial(reading.measure, folder=folder),
            partial(reading.measure, folder=folder, sizes=sizes),
        ),
        "reruns": (
            partial(reruns.measure, folder=folder),
            partial(reruns.measure, folder=folder, sizes=sizes),
        ),
        "visits": (visits.measure, partial(visits.measure, rounds=1)),
        "room": (room.measure, partial(room.measure, rooms=(25,), seconds=15)),
        "sessions": (sessions.measure, partial(sessions.measure, sessions=100)),
    }


class _Progress:
    """A line that says which part runs, since when, and how many steps are done."""

    def __init__(self, name: str) -> None:
        self.name, self.steps, self.begun = name, 0, time.monotonic()

    def __call__(self) -> None:
        self.steps += 1
        seconds = time.monotonic() - self.begun
        bar = "▪" * (self.steps % 40)
        sys.stderr.write(f"\r{self.name:<10}{seconds:5.0f} s  {self.steps:4} steps  {bar:<40}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
