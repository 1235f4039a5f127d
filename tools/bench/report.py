"""What was measured, as one table, and under which conditions."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

PACKAGES = ("streamlit", "pandas", "plotly", "dash")
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


class Row(NamedTuple):
    """One line: what was measured, of whom, its value in words, the goal and whether it is met."""

    part: str
    what: str
    of: str
    value: str
    goal: str = ""
    met: bool | None = None


def percentile(values: Sequence[float], share: int) -> float:
    """Return what ``share`` of 100 values do not exceed; of one value that value.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 50), percentile([7.0], 95)
    (2.5, 7.0)
    """
    return quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| part | measured | of | value | goal | met |", "|---|---|---|---|---|---|"]
    for row in rows:
        met = {True: "yes", False: "no", None: ""}[row.met]
        lines.append(f"| {' | '.join((*row[:5], met))} |")
    return "\n".join(lines)


def conditions() -> str:
    """Return when, on what and beside what load it is measured."""
    packages = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    load = os.getloadavg()[0]
    return (
        f"{datetime.now().astimezone():%d %B %Y, %H:%M}; {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}; {packages}; "
        f"load before: {load:.1f}"
    )


def write_into(path: Path, content: str) -> None:
    """Put content between the marks of a document, and leave the rest as it is.

    Raises ``ValueError`` where the marks are not there.
    """
    text = path.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{path.name} has no place for the table: {BEGIN} … {END}")
    between = re.compile(f"{BEGIN}.*{END}", re.DOTALL)
    path.write_text(between.sub(lambda _: f"{BEGIN}\n{content}\n{END}", text), encoding="utf-8")


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:
        return "not there"
