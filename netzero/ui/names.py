"""The name of a team or a partner, wherever it stands, as the way to what is said of it.

Each is a real link, to be opened beside or copied; a plain press changes the page without loading
it anew (``masthead.js``).
"""

import json
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

import numpy as np

from netzero.analysis.exhibit import Value
from netzero.analysis.named import PARTNER, TEAM
from netzero.analysis.plan_at import PlanAt
from netzero.exports.values import value_text
from netzero.plan import Plan
from netzero.ui import address
from netzero.ui.asked import FILTERS
from netzero.ui.jumps import go_to
from netzero.ui.screen import current_screen
from netzero.ui.text import escaped

BETWEEN = "; "
INTERNAL = " (internal)"  # as ``facts`` marks a partner
WHOLE = "whole"
NARROWING = (*FILTERS, address.SEARCH)
SHEETS = {TEAM: ("team", address.TEAM), PARTNER: ("partners", address.FOCUS)}
_NO_NAMES = ("Theme", "Kind")  # columns whose words may happen to be somebody's name

Part = str | dict[str, object]


def follow(way: Sequence[str]) -> None:
    """Go where a press on a link leads: to a page, or to the page of a side's name.

    A name that the filters leave out is looked at in the whole plan.
    """
    where, *name = way
    if name and where in SHEETS:
        page, parameter = SHEETS[where]
        if WHOLE in name[1:]:
            address.remove(*NARROWING)
        go_to(page, {parameter: name[0]})
    elif not name:
        go_to(where)


def linked(cell: Value, *, at: PlanAt | None, column: str = "") -> list[Part]:
    """Return a cell as it is read, its names as links: texts, and a link's text, way and address.

    Names are those of the plan that is looked at; without one there are no links.

    A text of several names is as published; what is no name of the plan's in it stays a text.

    A name that is both a team's and a partner's is taken for what the heading of the column says.
    """
    if at is None or not isinstance(cell, (tuple, str)) or column in _NO_NAMES:
        return [value_text(cell)]
    names = cell.split(BETWEEN) if isinstance(cell, str) else cell
    parts: list[Part] = []
    for text in names:
        parts += [BETWEEN] * bool(parts)
        side, name = _who_is(text, at.plan, column)
        parts.append(_link_of(name, side, at, text=text) if side else text)
    return parts


def _link_of(name: str, side: str, at: PlanAt, *, text: str) -> dict[str, object]:
    """Return the link of a name of one side, under the text given."""
    page, parameter = SHEETS[side]
    held = address.of_every_page()
    left_out = side == PARTNER and name not in _asked_in(at)
    if left_out:
        narrowing = [each.name for each in NARROWING]
        held = {key: texts for key, texts in held.items() if key not in narrowing}
    query = urlencode({**held, parameter.name: [name]}, doseq=True)
    way = [side, name, WHOLE] if left_out else [side, name]
    return {"text": text, "way": way, "href": f"{page}?{query}"}


def here() -> PlanAt | None:
    """Return the plan that the page on the screen looks at."""
    screen = current_screen()
    return screen.at if screen else None


def html_of(parts: Sequence[Part]) -> str:
    """Return texts and links as HTML."""
    return "".join(_html(part) for part in parts)


def _html(part: Part) -> str:
    if isinstance(part, str):
        return escaped(part)
    way = escaped(json.dumps(part["way"], ensure_ascii=False))
    href, text = escaped(str(part["href"])), escaped(str(part["text"]))
    return f'<a class="nz-way" href="{href}" data-way="{way}">{text}</a>'


def _who_is(text: str, plan: Plan, column: str) -> tuple[str, str]:
    """Return the side and the name that a text means in a plan; blanks if none."""
    known, text = _known(plan), text.removesuffix(INTERNAL)
    sides = (PARTNER, TEAM) if "artner" in column else (TEAM, PARTNER)
    return next(((side, known[side][text]) for side in sides if text in known[side]), ("", ""))


@lru_cache(maxsize=8)
def _known(plan: Plan) -> dict[str, dict[str, str]]:
    """Return the names of each side of a plan, under themselves and under how they were printed.

    What was printed for several names is left out.
    """
    held = {TEAM: (plan.assignments, "lead"), PARTNER: (plan.partnerships, "partner")}
    known: dict[str, dict[str, str]] = {}
    for side, (named, column) in held.items():
        pairs = set(zip(named["published"], named[column], strict=True))
        times = Counter(text for text, _ in pairs)
        known[side] = {text: name for text, name in pairs if times[text] == 1}
        known[side] |= {name: name for name in named[column]}
    return known


@lru_cache(maxsize=64)
def _asked_in(at: PlanAt) -> frozenset[str]:
    """Return the partners that are named in the scope of a view."""
    partners = at.partners
    return frozenset(partners.names[place] for place in np.flatnonzero(partners.counts()).tolist())
