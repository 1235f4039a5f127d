"""Nothing in the code knows whose plan it shows: that comes with the plan."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("*.py", "*.js", "*.css", "*.html", "*.toml")
FOLDERS = ("netzero", "pages", ".streamlit")
COUNCIL = re.compile(r"leicester|\blcc\b|lcc\.\d|county hall", re.IGNORECASE)


def sources():
    yield ROOT / "dashboard.py"
    for folder in FOLDERS:
        for pattern in CODE:
            yield from sorted((ROOT / folder).rglob(pattern))


def test_all_code_that_runs_is_looked_at():
    found = {path.relative_to(ROOT).as_posix() for path in sources()}
    assert {"dashboard.py", "pages/overview.py", ".streamlit/config.toml"} <= found
    assert {path.suffix for path in sources()} >= {".py", ".js", ".css", ".toml"}


@pytest.mark.parametrize(
    "path", list(sources()), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_no_code_names_a_council(path):
    text = path.read_text(encoding="utf-8")
    assert [line.strip() for line in text.splitlines() if COUNCIL.search(line)] == []
