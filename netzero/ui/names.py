"""The name of a team or a partner, wherever it stands, as the way to what is said of it.

Each is a real link, to be opened beside or copied; a plain press changes the page without loading
it anew (``masthead.js``).
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

from netzero.analysis.exhibit import Value
from netzero.analysis.named import PARTNER, TEAM
from netzero.exports.values import value_text
from netzero.plan import Plan
from netzero.ui import address
from netzero.ui.jumps import go_to
from netzero.ui.screen import current_screen
from netzero.ui.text import escaped

BETWEEN = "; "
SHEETS = {TEAM: ("team", address.TEAM), PARTNER: ("partners", address.FOCUS)}
_NO_NAMES = ("Theme", "Kind")  # columns whose words may happen to be somebody's name

Part = str | dict[str, object]


def follow(way: Sequence[str]) -> None:
    """Go where a press on a link leads: to a page, or to the page of a side's name."""
    where, *name = way
    if name and where in SHEETS:
        page, parameter = SHEETS[where]
        go_to(page, {parameter: name[0]})
    elif not name:
        go_to(where)


def linked(cell: Value, *, column: str = "") -> list[Part]:
    """Return a cell as it is read, its names as links: texts, and a link's text, way and address.

    A text of several names is as published; what is no name of the plan's in it stays a text.

    A name that is both a team's and a partner's is taken for what the heading of the column says.
    """
    if not isinstance(cell, (tuple, str)) or column in _NO_NAMES:
        return [value_text(cell)]
    names = cell.split(BETWEEN) if isinstance(cell, str) else cell
    parts: list[Part] = []
    for text in names:
        parts += [BETWEEN] * bool(parts)
        side, name = _who_is(text, column)
        parts.append(link_of(name, side, text=text) if side else text)
    return parts


def link_of(name: str, side: str, *, text: str = "") -> dict[str, object]:
    """Return the link of a name of one side, under the text given or the name itself."""
    page, parameter = SHEETS[side]
    query = urlencode({**address.of_every_page(), parameter.name: [name]}, doseq=True)
    return {"text": text or name, "way": [side, name], "href": f"{page}?{query}"}


def html_of(parts: Sequence[Part]) -> str:
    """Return texts and links as HTML."""
    return "".join(_html(part) for part in parts)


def _html(part: Part) -> str:
    if isinstance(part, str):
        return escaped(part)
    way = escaped(json.dumps(part["way"], ensure_ascii=False))
    href, text = escaped(str(part["href"])), escaped(str(part["text"]))
    return f'<a class="nz-way" href="{href}" data-way="{way}">{text}</a>'


def _who_is(text: str, column: str) -> tuple[str, str]:
    """Return the side and the name that a text means in the plan on the screen; blanks if none."""
    if not (screen := current_screen()):
        return "", ""
    known = _known(screen.at.plan)
    sides = (PARTNER, TEAM) if "artner" in column else (TEAM, PARTNER)
    return next(((side, known[side][text]) for side in sides if text in known[side]), ("", ""))


@lru_cache(maxsize=8)
def _known(plan: Plan) -> dict[str, dict[str, str]]:
    """Return the names of each side of a plan, under themselves and under how they were printed."""
    held = {TEAM: (plan.assignments, "lead"), PARTNER: (plan.partnerships, "partner")}
    return {
        side: dict(zip(named["published"], named[column], strict=True))
        | dict(zip(named[column], named[column], strict=True))
        for side, (named, column) in held.items()
    }
