"""Measures the dashboard beside bare pages: `make bench`, `make bench ARGS="readers --quick"`."""

import argparse
import time
from types import ModuleType

from tools.bench import readers, reading, reruns, sessions, visits
from tools.bench.conditions import conditions, load
from tools.bench.extent import QUICK, WHOLE
from tools.bench.progress import Progress
from tools.bench.subjects import ROOT
from tools.bench.table import Part, goals_text, part_text, write_between_markers

PARTS: dict[str, ModuleType] = {
    "pages": visits,
    "reruns": reruns,
    "readers": readers,
    "sessions": sessions,
    "reading": reading,
}
DOCUMENT = ROOT / "docs" / "speed.md"


def main() -> None:
    """Run what is asked for, print each table as it is there, and write all of them if asked."""
    asked = _asked()
    extent = QUICK if asked.quick else WHOLE
    chosen = [PARTS[name] for name in PARTS if name in (asked.parts or PARTS)]
    load_before, start = load(), time.monotonic()
    progress = Progress(sum(part.steps(extent) for part in chosen))
    parts: list[Part] = []
    for module in chosen:
        parts.append(module.measure(extent, progress))
        progress.clear()
        print(f"{part_text(parts[-1])}\n", flush=True)
    minutes = (time.monotonic() - start) / 60
    head = conditions(load_before=load_before, minutes=minutes, quick=asked.quick)
    print(f"{goals_text(parts)}\n\n{head}")
    if asked.write:
        text = "\n\n".join([head, goals_text(parts), *map(part_text, parts)])
        write_between_markers(DOCUMENT, text)
        print(f"Written to {DOCUMENT.relative_to(ROOT)}.")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[*PARTS, []], metavar="part", help=f"any of {', '.join(PARTS)}"
    )
    parser.add_argument("--quick", action="store_true", help="a short form, about three minutes")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.name}")
    asked = parser.parse_args()
    if asked.write and (asked.parts or asked.quick):
        parser.error("--write takes the whole bench: name no part, and leave out --quick")
    return asked


if __name__ == "__main__":
    main()
