"""What runs where: with requirements.txt alone, all that needs no browser and no further package.

A file that imports what is not installed is left out and named at the end of the run.
"""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

# Import names of what requirements-dev.txt adds for tests.
FURTHER = (
    "axe_playwright_python",
    "grimp",
    "hypothesis",
    "openpyxl",
    "playwright",
    "vobject",
    "yaml",
)
MISSING = [name for name in FURTHER if find_spec(name) is None]
IMPORTS_MISSING = re.compile(rf"^\s*(?:from|import) (?:{'|'.join(MISSING)})\b", re.MULTILINE)
BROWSER = Path(__file__).parent / "browser"
left_out: set[Path] = set()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out a file of tests that imports what is not installed, or all that needs a browser."""
    of_browser = "playwright" in MISSING and collection_path == BROWSER
    if of_browser or (MISSING and collection_path.suffix == ".py" and _lacks(collection_path)):
        left_out.add(collection_path)
        return True
    return None


def _lacks(path: Path) -> bool:
    return bool(IMPORTS_MISSING.search(path.read_text(encoding="utf-8")))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, and what runs it."""
    if left_out:
        terminalreporter.section("left to `make test`")
        terminalreporter.line(f"Not installed: {', '.join(MISSING)}. Not run for want of them:")
        for path in sorted(left_out):
            terminalreporter.line(f"  {path.relative_to(terminalreporter.startpath)}")
