import pytest

from netzero.analysis.pictures import COUNT
from netzero.analysis.positions import POSITIONS
from netzero.charts import palette

MEANINGS = (*POSITIONS, COUNT)
SHADES = [palette.shade(count) for count in (0, 1, 2, 4, 7, 10)]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("count", "like"), [(-1, 0), (0, 0), (1, 1), (3, 2), (6, 4), (9, 7), (11, 10), (50_000, 10)]
)
def test_a_count_has_one_shade_whatever_stands_beside_it(count, like):
    assert palette.shade(count) == palette.shade(like)


def test_a_larger_count_is_darker_and_none_is_white():
    assert SHADES[0] == palette.GROUND
    lights = [luminance(shade) for shade in SHADES]
    assert lights == sorted(lights, reverse=True)
    assert len(set(SHADES)) == 6


def test_the_scale_names_every_shade_but_white():
    assert [words for words, _ in palette.SCALE] == ["1", "2–3", "4–6", "7–9", "10+"]
    assert [colour for _, colour in palette.SCALE] == SHADES[1:]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((palette.SHADE_INK, shade) for shade in SHADES),
        *((palette.ink(meaning), palette.fill(meaning)) for meaning in MEANINGS),
        *((palette.INK, palette.tone(meaning).past) for meaning in MEANINGS),
        (palette.INK, palette.AS_AT),
        *((ink, palette.BAND) for ink in (palette.INK, palette.QUIET_INK, palette.DEADLINE)),
    ],
)
def test_words_have_a_contrast_of_4_5(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("meaning", [*POSITIONS[:4], COUNT])
def test_an_edge_or_a_fill_stands_out_from_the_ground(meaning):
    edges = (palette.fill(meaning), palette.outline(meaning))
    assert max(contrast(edge, palette.GROUND) for edge in edges) >= 3


def test_positions_differ_by_fill_or_outline():
    assert len({(palette.fill(each), palette.outline(each)) for each in MEANINGS}) == 6


def test_style_sheets_get_every_colour_by_its_meaning():
    css = palette.css_variables()
    assert css.startswith(":root{--nz-ink:#0b0c0c;")
    assert css.endswith("}")
    for name in ("ongoing", "not-started-outline", "in-delivery-ink", "shade-10", "accent"):
        assert f"--nz-{name}:#" in css
