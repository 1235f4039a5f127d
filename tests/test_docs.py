"""The documents keep up with the program."""

import re
from pathlib import Path

from netzero.ui.places import TITLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_page():
    assert [title for title in TITLES.values() if f"| **{title}** |" not in README] == []


def test_every_page_is_a_file_and_every_file_a_page():
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == set(TITLES)


def test_every_picture_and_link_of_the_readme_exists():
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_readme_says_why_each_package_is_here():
    lines = (ROOT / "requirements.txt").read_text() + (ROOT / "requirements-dev.txt").read_text()
    packages = re.findall(r"^([A-Za-z][\w-]*)==", lines, flags=re.M)
    assert [name for name in packages if name not in README] == []
