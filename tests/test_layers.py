"""What holds the layers apart really looks at everything that it should."""

import ast
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
LONGEST_PAGE = 45


def test_the_linter_of_imports_sees_the_pages():
    graph = grimp.build_graph("netzero", "pages", cache_dir=None)
    found = {f"pages.{path.stem}" for path in PAGES}
    assert found <= graph.modules
    assert [
        page
        for page in found
        if "netzero.ui.frame" not in graph.find_modules_directly_imported_by(page)
    ] == []


def test_what_streamlit_runs_imports_the_frame_alone():
    nodes = ast.walk(ast.parse((ROOT / "dashboard.py").read_text()))
    imports = [ast.unparse(node) for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imports == [
        "import streamlit as st",
        "from netzero import server",
        "from netzero.ui import frame",
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_fits_on_one_screen_of_an_editor(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE
