"""Every colour stands in charts/palette.py, once, and nowhere else in the product."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PALETTE = ROOT / "netzero" / "charts" / "palette.py"
NAMES = "white|black|red|green|blue|orange|purple|gr[ae]y"
COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b"
    r"|\b(?:rgba?|hsla?)\(\s*\d"
    rf"""|["'](?:{NAMES})["']"""
    rf"|:\s*(?:{NAMES})\s*[;}}]"
)


def sources():
    yield ROOT / "dashboard.py"
    for folder in ("netzero", "pages"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".css"} and path != PALETTE:
                yield path


def test_no_colour_stands_outside_the_palette():
    assert len(list(sources())) > 40
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if COLOUR.search(line)
    ]
    assert found == []


def test_the_palette_names_every_colour_once():
    colours = re.findall(r"#[0-9a-f]{6}", PALETTE.read_text(encoding="utf-8"))
    assert len(colours) > 15
    assert [each for each in dict.fromkeys(colours) if colours.count(each) > 1] == []
