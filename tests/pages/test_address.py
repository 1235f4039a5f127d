"""The address: each parameter once, read and written in one place; marks as it holds them."""

import ast
from pathlib import Path

import pytest

from netzero.ui.address import EVERY_PAGE, PARAMETERS
from netzero.ui.marks import Mark, read_mark
from netzero.ui.places import TITLES
from tests.pages.screens import ROOT

SCREEN = [*(ROOT / "netzero" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]
NAMES = {parameter.name for parameter in PARAMETERS}


def test_each_parameter_stands_once_and_belongs_to_a_page_or_to_all():
    assert len(NAMES) == len(PARAMETERS)
    assert {parameter.page for parameter in PARAMETERS} <= {EVERY_PAGE, *TITLES}


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: path.name)
def test_only_the_address_touches_the_url(path: Path):
    text = path.read_text(encoding="utf-8")
    assert ("query_params" in text.replace("query_params=", "")) == (path.name == "address.py")


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: path.name)
def test_no_widget_writes_the_name_of_a_parameter_out(path: Path):
    calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    keys = [word.value for call in calls for word in call.keywords if word.arg == "key"]
    literal = [key.value for key in keys if isinstance(key, ast.Constant)]
    assert [key for key in literal if key in NAMES] == []


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark("leads", ("Growth Service",)), "leads|Growth Service"),
        (Mark("load", ("Roads | Rail", "Q4 2026-27")), "load|Roads %7C Rail|Q4 2026-27"),
        (Mark("load", ("100% Renewable", "é")), "load|100%25 Renewable|é"),
        (Mark("load", ("%7C",)), "load|%257C"),
    ],
)
def test_a_mark_comes_back_as_it_was_written(mark, text):
    assert str(mark) == text
    assert read_mark(text) == mark


@pytest.mark.parametrize(
    "text", ["", "load", "load|", "|", "|x", "load||", "load|x|", "load|%", "load|%zz", "load|%ff"]
)
def test_a_damaged_mark_is_refused(text):
    with pytest.raises(ValueError, match=r"escaped|name|decode"):
        read_mark(text)
