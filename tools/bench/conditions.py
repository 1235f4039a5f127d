"""When and where the bench ran, so that its figures can be judged."""

import os
import platform
import subprocess
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from tools.bench.chromium import chromium_path

PACKAGES = ("streamlit", "plotly", "pandas", "dash")
BUSY = 0.5  # runs waiting for a core, on average over the last minute
CPU_INFO = Path("/proc/cpuinfo")


def load() -> float:
    """Return how many programs wanted a core, on average over the last minute."""
    return os.getloadavg()[0]


def conditions(*, load_before: float, minutes: float, quick: bool) -> str:
    """Return one paragraph: date, machine, versions, load, and how long it took."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    sentences = [
        f"Measured on {datetime.now():%-d %B %Y}, on {os.cpu_count()} cores of {_processor()} "
        f"with {memory:.0f} GB, {platform.system()} {platform.release()}, server, browser and "
        "readers on one machine.",
        f"Python {platform.python_version()}, {packages}, {_chromium()}.",
        f"The load before was {load_before:.2f}; it took {minutes:.0f} minutes.",
    ]
    if quick:
        sentences.append("A short form: one round, fewer pages, smaller rooms.")
    if load_before > BUSY:
        sentences.append("**The machine was busy: do not trust the times.**")
    return " ".join(sentences)


def _processor() -> str:
    lines = CPU_INFO.read_text().splitlines() if CPU_INFO.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _chromium() -> str:
    asked = [chromium_path(), "--version"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
