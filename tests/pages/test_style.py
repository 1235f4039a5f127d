"""The style sheets: colours by name alone, and every key that stands for a class known to one."""

import re

import pytest

from netzero.charts.palette import css_variables
from netzero.ui.keys import CLASSES, PLACES, key
from netzero.ui.style import FRAME, SHEETS
from tests.pages.screens import ROOT

TEXTS = {
    name: (ROOT / "netzero" / "ui" / name).read_text(encoding="utf-8") for name in (*SHEETS, FRAME)
}
EVERY = "\n".join(TEXTS.values())


@pytest.mark.parametrize("name", TEXTS)
def test_a_sheet_names_colours_that_the_palette_has(name):
    used = set(re.findall(r"var\((--nz-[\w-]+)\)", TEXTS[name]))
    assert used <= set(re.findall(r"(--nz-[\w-]+):", css_variables()))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", TEXTS[name]) == []


def test_every_class_of_a_key_has_a_rule_and_every_such_rule_a_class():
    ruled = set(re.findall(r'\[class\*="-([\w-]+)"\]', EVERY))
    assert ruled == set(CLASSES)
    assert [place for place in PLACES if f"st-key-{place}" not in EVERY] == []
    assert key("steps-2", *CLASSES[:2]) == f"steps-2-{CLASSES[0]}-{CLASSES[1]}"


def test_no_rule_is_left_of_a_class_that_nothing_bears():
    code = "\n".join(path.read_text() for path in (ROOT / "netzero").rglob("*.py"))
    classes = set(re.findall(r"\.(nz-[\w-]+)", EVERY))
    assert sorted(name for name in classes if name not in code) == []
