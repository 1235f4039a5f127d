"""The name of a team, a partner or an action, as the way to what is said of it.

Each is a real link, to be opened beside or copied; a plain press changes the page without loading
it anew (``masthead.js``).
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypedDict
from urllib.parse import urlencode

import numpy as np

from netzero.analysis.exhibit import Value
from netzero.analysis.named import PARTNER, TEAM
from netzero.analysis.plan_at import PlanAt
from netzero.exports.markup import escaped
from netzero.exports.values import value_text
from netzero.plan import Plan
from netzero.plan.moving import said_apart
from netzero.ui import address
from netzero.ui.asked import FILTERS
from netzero.ui.facts import INTERNAL
from netzero.ui.jumps import go_to
from netzero.ui.pins import WAY, pin
from netzero.ui.screen import current_screen

BETWEEN = "; "
WHOLE = "whole"
NARROWING = (*FILTERS, address.SEARCH)
SHEETS = {TEAM: ("team", address.TEAM), PARTNER: ("partners", address.FOCUS)}
_NO_NAMES = ("Theme", "Kind")  # columns whose words may happen to be somebody's name


class Link(TypedDict):
    """The text of a link, where a press leads (a page, or a side and a name), and its address."""

    text: str
    way: list[str]
    href: str


Part = str | Link


def follow(way: Sequence[str]) -> None:
    """Go where a press on a link leads: to a page, to that of a side's name, or to an action.

    A name that the filters leave out is looked at in the whole plan.
    """
    where, *name = way
    if where == WAY:
        pin(way)
    elif where == address.ACTION.name and name:
        address.put(address.ACTION, name[0])
    elif name and where in SHEETS:
        page, parameter = SHEETS[where]
        if WHOLE in name[1:]:
            address.remove(*NARROWING)
        go_to(page, {parameter: name[0]})
    elif not name:
        go_to(where)


class Ways:
    """The links to the names of one view, as its address stands; each is made once for all."""

    def __init__(self, at: PlanAt, held: Mapping[str, Sequence[str]]) -> None:
        self._known, self._asked, self._held = _known(at.plan), _asked_in(at), held
        self._made: dict[tuple[str, bool], Part] = {}

    def of(self, text: str, *, column: str) -> Part:
        """Return the link of a text that names somebody, any other text as it is.

        A name that is both a team's and a partner's is taken for what the column says.
        """
        key = text, "artner" in column
        if key not in self._made:
            self._made[key] = self._part(*key)
        return self._made[key]

    def _part(self, text: str, partner_first: bool) -> Part:
        sides = (PARTNER, TEAM) if partner_first else (TEAM, PARTNER)
        meant = text.removesuffix(INTERNAL)
        for side in sides:
            if name := self._known[side].get(meant):
                return self._link(name, side, text)
        return text

    def _link(self, name: str, side: str, text: str) -> Part:
        page, parameter = SHEETS[side]
        held, way = dict(self._held), [side, name]
        if side == PARTNER and name not in self._asked:
            way.append(WHOLE)
            for each in NARROWING:
                held.pop(each.name, None)
        query = urlencode({**held, parameter.name: [name]}, doseq=True)
        return {"text": text, "way": way, "href": f"{page}?{query}"}


def ways_in(at: PlanAt) -> Ways:
    """Return the links to the names of a view, which readers at one address share."""
    return _ways(at, tuple((key, tuple(texts)) for key, texts in address.of_every_page().items()))


def ways_here() -> Ways | None:
    """Return the links to the names of the view on the screen."""
    screen = current_screen()
    return ways_in(screen.at) if screen else None


def linked(cell: Value, ways: Ways | None, *, column: str = "") -> list[Part]:
    """Return a cell as it is read, its names as links: texts, and a link's text, way and address.

    A text of several names is as published; what is no name of the plan's in it stays a text.
    """
    if ways is None or not isinstance(cell, (tuple, str)) or column in _NO_NAMES:
        return [value_text(cell)]
    now, printed = said_apart(cell) if isinstance(cell, str) else (cell, "")
    names = now.split(BETWEEN) if isinstance(now, str) else now
    parts: list[Part] = []
    for text in names:
        parts += [BETWEEN] * bool(parts)
        parts.append(ways.of(text, column=column))
    if not printed:
        return parts
    named = any(not isinstance(part, str) for part in parts)
    return [*parts, printed] if named else [value_text(cell)]


def html_of(parts: Sequence[Part]) -> str:
    """Return texts and links as HTML."""
    return "".join(
        escaped(part)
        if isinstance(part, str)
        else _link_html(part["text"], part["href"], tuple(part["way"]))
        for part in parts
    )


def action_html(action_id: str, text: str) -> str:
    """Return a text as a link that opens an action over the page, as HTML."""
    query = urlencode({**address.of_every_page(), address.ACTION.name: [action_id]}, doseq=True)
    return _link_html(text, f"actions?{query}", (address.ACTION.name, action_id))


@lru_cache(maxsize=4096)
def _link_html(text: str, href: str, way: tuple[str, ...]) -> str:
    leads = escaped(json.dumps(way, ensure_ascii=False))
    return f'<a class="nz-way" href="{escaped(href)}" data-way="{leads}">{escaped(text)}</a>'


@lru_cache(maxsize=256)
def _ways(at: PlanAt, held: tuple[tuple[str, tuple[str, ...]], ...]) -> Ways:
    return Ways(at, dict(held))


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
