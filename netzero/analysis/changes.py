"""What differs between two editions of a plan: two plans in, one change after the other out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from netzero.analysis.matching import Match, matched
from netzero.analysis.wording import count_of
from netzero.plan import Plan
from netzero.plan.dates import DATED, NOT_GIVEN, ONGOING, TO_BE_CONFIRMED
from netzero.plan.organisations import spellings, split_names
from netzero.plan.precision import Stated, stated

ADDED, DROPPED = "added", "dropped"
LATER, EARLIER = "moved later", "moved earlier"
ONGOING_NOW, ONGOING_NO_MORE = "ongoing now", "no longer ongoing"
SHARPENED, LESS_EXACT = "sharpened", "less exact"
DATE_GIVEN, DATE_GONE, OTHERWISE = "date given", "date gone", "stated otherwise"
LEAD_ADDED, LEAD_GONE = "lead added", "lead gone"
PARTNER_ADDED, PARTNER_GONE = "partner added", "partner gone"
REWORDED, RETHEMED = "reworded", "re-themed"
RENUMBERED, IN_ANOTHER_TABLE = "renumbered", "in another table"
KINDS = (
    ADDED, DROPPED, LATER, EARLIER, ONGOING_NOW, ONGOING_NO_MORE, SHARPENED, LESS_EXACT, DATE_GIVEN,
    DATE_GONE, OTHERWISE, LEAD_ADDED, LEAD_GONE, PARTNER_ADDED, PARTNER_GONE, REWORDED, RETHEMED,
    RENUMBERED, IN_ANOTHER_TABLE,
)  # fmt: skip
ACTION, START, END, LEAD, PARTNER = "action", "start", "end", "lead", "partner"
TEXT, THEME, NUMBER, TABLE = "text", "theme", "id", "table"
GAP = " … "


class Change(NamedTuple):
    """One thing that differs.

    ``kind`` is one of ``KINDS``, ``what`` the part of the action that it is about. ``action_id``
    and ``title`` are those of the later edition, of a dropped action those of the earlier.
    ``before`` and ``after`` are what was and is said there, for readers; ``code_before`` and
    ``code_after`` the same for programs. ``months`` is how far a date moved, below 0 if earlier.
    ``match`` says how the action was found again: None where it is in one edition alone, at
    ``place``.
    """

    kind: str
    what: str
    action_id: str
    title: str
    before: str = ""
    after: str = ""
    months: int = 0
    match: Match | None = None
    place: int = 0
    code_before: str = ""
    code_after: str = ""

    @property
    def matched_by(self) -> str:
        """How the action was found in both editions, in words."""
        return self.match.words if self.match else "in one edition alone"

    @property
    def words(self) -> str:
        """What changed, without the action: "end Mar 2027 to Sep 2027, 6 months later"."""
        return _WORDS[self.kind](self)

    @property
    def sentence(self) -> str:
        """The change as a sentence, with the action, and with the doubt if there is any."""
        doubt = f" Matched by {self.match.words}." if self.match and self.match.doubtful else ""
        return f"{self.action_id} {self.title}: {self.words}.{doubt}"


class Vocabulary:
    """The reviewed names of an edition, and what it would read in the names of another edition."""

    def __init__(self, organisations: pd.DataFrame) -> None:
        self._known = spellings(organisations)
        self._parted: dict[str, tuple[str, ...]] = {}

    def names_in(self, name: str, printed: str) -> tuple[str, ...]:
        """Return the names that a name stands for here; itself where it is not known here."""
        return self._read(name, printed) or (name,)

    def names_of(self, named: Mapping[str, str]) -> set[str]:
        """Return the names that those of one cell stand for here, each given with its printing.

        Where one of them is not known, the cell may have been parted at other places.
        """
        read = [self._read(*each) for each in named.items()]
        whole = () if all(read) else self._parts_of(", ".join(named.values()))
        if whole:
            return set(whole)
        return {each for name, own in zip(named, read, strict=True) for each in own or (name,)}

    def _read(self, name: str, printed: str) -> tuple[str, ...]:
        for text in (printed, name):
            if text in self._known:
                return self._known[text]
        return self._parts_of(printed)

    def _parts_of(self, text: str) -> tuple[str, ...]:
        """Return the names printed in a row, for want of what parted them; none if not all are."""
        if text not in self._parted:
            found, rest = split_names(text, self._known)
            parts = dict.fromkeys(name for part in found for name in self._known[part])
            self._parted[text] = () if rest else tuple(parts)
        return self._parted[text]


class Spoken(NamedTuple):
    """What one edition says of its actions, by their places."""

    ids: list[str]
    titles: list[str]
    texts: list[str]
    themes: list[str]
    tables: list[str]
    dates: Mapping[str, list[Stated]]
    names: Mapping[str, Mapping[int, Mapping[str, str]]]
    known: Vocabulary


@lru_cache(maxsize=8)
def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return what differs between two editions, in the order of the later; dropped actions last.

    Of one action dates come first, then names, then words. Nothing is returned for a title, which
    is ours, nor for another spelling of the same date or name.
    """
    then, now, matching = _spoken(before), _spoken(after), matched(before, after)
    pairs = {pair.after: pair for pair in matching.pairs}
    found = []
    for place in range(len(now.ids)):
        pair = pairs.get(place)
        found += _of_pair(then, now, pair) if pair else [_alone(now, place, ADDED)]
    return (*found, *(_alone(then, place, DROPPED) for place in matching.dropped))


def counts_of(found: Iterable[Change]) -> dict[str, int]:
    """Return how many changes of each kind there are; kinds without any stand at nought."""
    counted = Counter(change.kind for change in found)
    return {kind: counted[kind] for kind in KINDS}


def doubtful(before: Plan, after: Plan) -> list[Match]:
    """Return the pairs of actions that may be two."""
    return [pair for pair in matched(before, after).pairs if pair.doubtful]


@lru_cache(maxsize=8)
def _spoken(plan: Plan) -> Spoken:
    actions = plan.actions
    return Spoken(
        ids=actions["action_id"].tolist(),
        titles=actions["title"].tolist(),
        texts=actions["action"].tolist(),
        themes=actions["theme"].tolist(),
        tables=actions["plan"].tolist(),
        dates={column: stated(plan, column) for column in (START, END)},
        names={LEAD: _names(plan, LEAD), PARTNER: _names(plan, PARTNER)},
        known=Vocabulary(plan.organisations),
    )


def _names(plan: Plan, what: str) -> dict[int, dict[str, str]]:
    """Return who is named in each action, each with how it is printed."""
    frame = plan.assignments if what == LEAD else plan.partnerships
    named: dict[int, dict[str, str]] = {}
    columns = (frame[column].tolist() for column in ("action", what, "published"))
    for action, name, published in zip(*columns, strict=True):
        named.setdefault(action, {})[name] = published
    return named


def _alone(own: Spoken, place: int, kind: str) -> Change:
    end = own.dates[END][place]
    change = Change(kind, ACTION, own.ids[place], own.titles[place], place=place)
    if kind == DROPPED:
        return change._replace(before=end.text, code_before=end.code)
    return change._replace(after=end.text, code_after=end.code)


def _of_pair(then: Spoken, now: Spoken, pair: Match) -> list[Change]:
    found = [*_dates(then, now, pair), *_named(then, now, pair), *_words(then, now, pair)]
    action_id, title = now.ids[pair.after], now.titles[pair.after]
    return [
        each._replace(action_id=action_id, title=title, match=pair, place=pair.after)
        for each in found
    ]


def _change(kind: str, what: str, before: str = "", after: str = "") -> Change:
    return Change(kind, what, "", "", before, after, code_before=before, code_after=after)


# --- Dates


def _dates(then: Spoken, now: Spoken, pair: Match) -> Iterator[Change]:
    for what in (START, END):
        before, after = then.dates[what][pair.before], now.dates[what][pair.after]
        kind, months = _kind_of_dates(before, after, last=what == END)
        if kind:
            change = _change(kind, what, before.text, after.text)
            yield change._replace(months=months, code_before=before.code, code_after=after.code)


def _kind_of_dates(before: Stated, after: Stated, *, last: bool) -> tuple[str, int]:
    """Return what a date became and by how many months it moved; no kind where it is the same.

    An end counts by the last month that it may mean, a start by the first. A date within what was
    said before is sharpened, not moved.
    """
    if before.kind == after.kind == DATED:
        return _kind_of_move(before, after, last=last)
    if before.kind == after.kind:
        return ("" if before.code == after.code else OTHERWISE), 0
    if ONGOING in (before.kind, after.kind):
        return (ONGOING_NOW if after.kind == ONGOING else ONGOING_NO_MORE), 0
    return {after.kind: DATE_GIVEN, before.kind: DATE_GONE}.get(DATED, OTHERWISE), 0


def _kind_of_move(before: Stated, after: Stated, *, last: bool) -> tuple[str, int]:
    if after.within(before):
        return ("" if before.within(after) else SHARPENED), 0
    if before.within(after):
        return LESS_EXACT, 0
    months = after.last - before.last if last else after.first - before.first
    return (LATER if months > 0 else EARLIER), months


# --- Names


def _named(then: Spoken, now: Spoken, pair: Match) -> Iterator[Change]:
    """Yield who is named anew and who no more; another spelling of the same name is no change."""
    for what, added, gone in (
        (LEAD, LEAD_ADDED, LEAD_GONE),
        (PARTNER, PARTNER_ADDED, PARTNER_GONE),
    ):
        before = then.names[what].get(pair.before, {})
        after = now.names[what].get(pair.after, {})
        if before.keys() == after.keys():
            continue
        for name in _not_in(after, before, own=now.known, others=then.known):
            yield _change(added, what, after=name)
        for name in _not_in(before, after, own=then.known, others=now.known):
            yield _change(gone, what, before=name)


def _not_in(
    named: Mapping[str, str], there: Mapping[str, str], *, own: Vocabulary, others: Vocabulary
) -> list[str]:
    """Return the names that are not ``there``, as either edition's list of names reads both.

    ``own`` is the list of the edition that has the names, ``others`` that of the other one. Each
    name comes with how it is printed.
    """
    if others.names_of(named) <= there.keys():
        return []
    have = own.names_of(there)
    return [
        name
        for name, printed in named.items()
        if name not in have and not there.keys() >= set(others.names_in(name, printed))
    ]


# --- Words


def _words(then: Spoken, now: Spoken, pair: Match) -> Iterator[Change]:
    before, after = then.texts[pair.before].split(), now.texts[pair.after].split()
    if before != after:
        yield _change(REWORDED, TEXT, *taken_and_put(before, after))
    plain = (
        (RETHEMED, THEME, then.themes[pair.before], now.themes[pair.after]),
        (RENUMBERED, NUMBER, then.ids[pair.before], now.ids[pair.after]),
        (IN_ANOTHER_TABLE, TABLE, then.tables[pair.before], now.tables[pair.after]),
    )
    for kind, what, was, is_now in plain:
        renamed = kind == IN_ANOTHER_TABLE and is_now not in then.tables
        if was != is_now and not renamed:
            yield _change(kind, what, was, is_now)


def taken_and_put(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return the words taken out of a text and those put in, a gap between those that stood apart.

    >>> taken_and_put("Cut carbon from all fleets".split(), "Cut cost from our fleets".split())
    ('carbon … all', 'cost … our')
    """
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    parts = [(before[a:b], after[c:d]) for tag, a, b, c, d in steps if tag != "equal"]
    taken, put = ([" ".join(part[side]) for part in parts if part[side]] for side in (0, 1))
    return GAP.join(taken), GAP.join(put)


# --- In words


def by_months(months: int) -> str:
    """Return how far a date moved: "6 months later"."""
    way = "later" if months > 0 else "earlier"
    return f"{count_of(abs(months), 'month')} {way}"


def _said(text: str) -> str:
    """Return a date within a sentence; what is none says so."""
    return {"": NOT_GIVEN, NOT_GIVEN: NOT_GIVEN, TO_BE_CONFIRMED: "TBC"}.get(text, text)


def _from_to(change: Change) -> str:
    return f"{change.what} {_said(change.before)} to {_said(change.after)}"


def _reworded(change: Change) -> str:
    parts = []
    if change.before:
        parts.append(f"taken out “{change.before}”")
    if change.after:
        parts.append(f"put in “{change.after}”")
    return f"reworded, {' and '.join(parts)}"


_WORDS = {
    ADDED: lambda change: f"new; its end is {_said(change.after)}",
    DROPPED: lambda change: f"dropped; its end was {_said(change.before)}",
    LATER: lambda change: f"{_from_to(change)}, {by_months(change.months)}",
    EARLIER: lambda change: f"{_from_to(change)}, {by_months(change.months)}",
    ONGOING_NOW: lambda change: f"{change.what} is Ongoing now, {_said(change.before)} before",
    ONGOING_NO_MORE: lambda change: f"{change.what} is {_said(change.after)} now, Ongoing before",
    SHARPENED: lambda change: f"{_from_to(change)}, sharpened and not moved",
    LESS_EXACT: lambda change: f"{_from_to(change)}, less exact and not moved",
    DATE_GIVEN: lambda change: (
        f"{change.what} is {change.after} now, {_said(change.before)} before"
    ),
    DATE_GONE: lambda change: f"{change.what} is {_said(change.after)} now, {change.before} before",
    OTHERWISE: _from_to,
    LEAD_ADDED: lambda change: f"{change.after} leads now",
    LEAD_GONE: lambda change: f"{change.before} leads no more",
    PARTNER_ADDED: lambda change: f"{change.after} is a partner now",
    PARTNER_GONE: lambda change: f"{change.before} is a partner no more",
    REWORDED: _reworded,
    RETHEMED: lambda change: f"theme “{change.before}” to “{change.after}”",
    RENUMBERED: lambda change: f"id {change.before} to {change.after}",
    IN_ANOTHER_TABLE: lambda change: f"from “{change.before}” to “{change.after}”",
}
