import re
from pathlib import Path

import pytest

import netzero
from netzero.analysis.positions import POSITIONS
from netzero.charts import theme
from tests.builders import HOSTILE

SOURCES = sorted(Path(netzero.__file__).parent.rglob("*.py"))
HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")
NAMED = re.compile(r"""["'](?:rgba?\(|hsla?\(|(?:white|black|red|green|blue|orange|gr[ae]y)["'])""")


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_no_colour_stands_outside_the_theme():
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in SOURCES
        if path.parts[-2:] != ("charts", "theme.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if HEX.search(line) or NAMED.search(line)
    ]
    assert found == []


def test_every_position_has_a_fill_and_an_outline():
    assert set(theme.POSITION_FILL) == set(POSITIONS)
    assert set(theme.POSITION_OUTLINE) == set(POSITIONS)


def test_positions_with_a_bar_differ_by_fill_or_outline():
    drawn = POSITIONS[:4]
    looks = {(theme.POSITION_FILL[name], theme.POSITION_OUTLINE[name]) for name in drawn}
    assert len(looks) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Canal & River Trust", "Canal &amp; River Trust"),
        (HOSTILE, '&lt;b&gt;x&lt;/b&gt;&lt;a href="https://e.example"&gt;&amp;'),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("Cut by 30%", "Cut by 30%"),
    ],
)
def test_plain_text_is_shown_letter_for_letter(text, shown):
    assert theme.plain(text) == shown


@pytest.mark.parametrize(
    ("value", "most", "step"),
    [(0, 9, 0), (-1, 9, 0), (3, 0, 0), (9, 9, 6), (1, 1, 6), (1, 1000, 1)],
)
def test_a_shade_is_white_for_0_and_only_for_0_and_darkest_for_the_most(value, most, step):
    assert theme.shade(value, most=most) == theme.SEQUENTIAL[step]


def test_a_larger_count_is_never_lighter():
    steps = [theme.SEQUENTIAL.index(theme.shade(value, most=22)) for value in range(23)]
    assert steps == sorted(steps)


@pytest.mark.parametrize("colour", theme.SEQUENTIAL)
def test_text_on_every_shade_has_a_contrast_of_4_5(colour):
    assert contrast(theme.ink_on(colour), colour) >= 4.5


@pytest.mark.parametrize("colour", [theme.INK, theme.QUIET_INK, theme.DEADLINE])
def test_text_on_the_ground_has_a_contrast_of_4_5(colour):
    assert contrast(colour, theme.GROUND) >= 4.5


def test_a_figure_carries_its_look_with_it():
    figure = theme.figure(height=100, margin={"l": 50}, bargap=0.5)
    assert (figure.layout.height, figure.layout.margin.l, figure.layout.margin.r) == (100, 50, 8)
    assert figure.layout.bargap == 0.5
    assert figure.layout.paper_bgcolor == theme.GROUND
    assert figure.layout.font.color == theme.INK
    assert figure.layout.hoverlabel.font.color == theme.INK
    assert figure.layout.xaxis.tickfont.color == theme.INK
    assert figure.layout.template.layout.to_plotly_json() == {}
