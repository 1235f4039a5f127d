"""What runs where: with requirements.txt alone, all that needs no browser and no further package.

A file that imports what is not installed is left out and named at the end of the run.
"""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

# Import names of what requirements-dev.txt adds for tests.
FURTHER = ("axe_playwright_python", "hypothesis", "openpyxl", "playwright", "vobject")
MISSING = [name for name in FURTHER if find_spec(name) is None]
IMPORTS_MISSING = re.compile(rf"^\s*(?:from|import) (?:{'|'.join(MISSING)})\b", re.MULTILINE)
left_out: set[Path] = set()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out a file of tests that imports what is not installed."""
    if not MISSING or collection_path.suffix != ".py":
        return None
    browser = "playwright" in MISSING and "browser" in collection_path.parts
    if browser or IMPORTS_MISSING.search(collection_path.read_text(encoding="utf-8")):
        left_out.add(collection_path)
        return True
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, and what runs it."""
    if left_out:
        terminalreporter.section("left to `make test`")
        terminalreporter.line(f"Not installed: {', '.join(MISSING)}. Not run for want of them:")
        for path in sorted(left_out):
            terminalreporter.line(f"  {path.relative_to(terminalreporter.startpath)}")
