"""Which action of one edition is which of another: by its id, else by how alike the texts are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from netzero.plan import Plan

ID, TEXT = "id", "text"
SAME_ID = 50  # of 100: beneath it one id stands for two texts that have little in common
SAME_TEXT = 60  # beneath it two texts under different ids are two actions
SURE_TEXT = 85  # beneath it a match by text alone is doubtful
RARE_WORDS, MOST_HELD, CANDIDATES = 12, 50, 5


class Match(NamedTuple):
    """An action of each edition, as places, taken for one: by ``id`` or by ``text``.

    ``likeness`` is how alike their texts are, word by word, of 100.
    """

    before: int
    after: int
    by: str
    likeness: int

    @property
    def doubtful(self) -> bool:
        """Whether they may be two actions: little alike for one id, or alike under two ids."""
        return self.likeness < (SAME_ID if self.by == ID else SURE_TEXT)

    @property
    def words(self) -> str:
        """How it was matched: "id", "text, 91 of 100 alike", "id, 20 of 100 alike: doubtful"."""
        if self.by == ID and not self.doubtful:
            return ID
        if self.likeness == 100:
            return f"{self.by}, word for word"
        doubt = ": doubtful" if self.doubtful else ""
        return f"{self.by}, {self.likeness} of 100 alike{doubt}"


class Matching(NamedTuple):
    """Every action of two editions: those matched, in the order of the later, and the others.

    ``dropped`` are places in the earlier, ``added`` in the later one.
    """

    pairs: tuple[Match, ...]
    dropped: tuple[int, ...]
    added: tuple[int, ...]


class _Texts(NamedTuple):
    """The actions of an edition: their ids, their tables, and the words of each."""

    ids: list[str]
    tables: list[str]
    words: list[tuple[str, ...]]


@lru_cache(maxsize=8)
def matched(before: Plan, after: Plan) -> Matching:
    """Return which action of ``before`` is which of ``after``.

    An id counts within the same published table, where the texts are not wholly different. What is
    left is matched by the likeness of its text, the likest first, and last by an id alone: that is
    doubtful, and so is a text that is only rather like.
    """
    then, now = _texts(before), _texts(after)
    same_id = list(_of_same_id(then, now))
    pairs = [pair for pair in same_id if not pair.doubtful]
    pairs += _of_same_text(then, now, pairs)
    pairs += _by_text(then, now, pairs)
    pairs += _free(same_id, pairs)
    held_then, held_now = ({pair[side] for pair in pairs} for side in (0, 1))
    return Matching(
        tuple(sorted(pairs, key=lambda pair: pair.after)),
        tuple(place for place in range(len(then.ids)) if place not in held_then),
        tuple(place for place in range(len(now.ids)) if place not in held_now),
    )


def likeness(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how alike two texts are, given as their words: of 100, in their order.

    >>> likeness("cut the carbon of fleets".split(), "cut the carbon of buildings".split())
    80
    """
    from rapidfuzz.fuzz import ratio

    return 100 if one == other else round(ratio(one, other))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: without case, and without outer signs."""
    words = (word.strip(".,;:()“”\"'") for word in text.casefold().split())
    return tuple(word for word in words if word)


def _texts(plan: Plan) -> _Texts:
    actions = plan.actions
    texts = [words_of(text) for text in actions["action"].tolist()]
    return _Texts(actions["action_id"].tolist(), actions["plan"].tolist(), texts)


def _of_same_id(then: _Texts, now: _Texts) -> Iterator[Match]:
    """Yield the pairs of one id in one table.

    A table that the other edition lacks may have been renamed: there the texts must be alike, too.
    """
    places = {action_id: place for place, action_id in enumerate(now.ids)}
    tables_then, tables_now = set(then.tables), set(now.tables)
    for before, action_id in enumerate(then.ids):
        after = places.get(action_id)
        if after is None:
            continue
        one, other = then.tables[before], now.tables[after]
        pair = Match(before, after, ID, likeness(then.words[before], now.words[after]))
        renamed = one not in tables_now and other not in tables_then
        if one == other or (renamed and not pair.doubtful):
            yield pair


def _left(then: _Texts, now: _Texts, pairs: Sequence[Match]) -> tuple[list[int], list[int]]:
    """Return the places in each edition that no pair holds."""
    held_then, held_now = ({pair[side] for pair in pairs} for side in (0, 1))
    left = [place for place in range(len(then.ids)) if place not in held_then]
    return left, [place for place in range(len(now.ids)) if place not in held_now]


def _of_same_text(then: _Texts, now: _Texts, pairs: Sequence[Match]) -> list[Match]:
    """Return the pairs of one text among what is not matched yet, those in one table first."""
    left, new = _left(then, now, pairs)
    found: list[Match] = []
    for tables in (True, False):
        waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for place in reversed(new):
            waiting[now.words[place], now.tables[place] if tables else ""].append(place)
        for place in left:
            if same := waiting.get((then.words[place], then.tables[place] if tables else "")):
                found.append(Match(place, same.pop(), TEXT, 100))
        left, new = _left(then, now, [*pairs, *found])
    return found


def _by_text(then: _Texts, now: _Texts, pairs: Sequence[Match]) -> list[Match]:
    """Return the likest pairs among what is not matched yet, each action once."""
    left, new = _left(then, now, pairs)
    found = (
        Match(before, after, TEXT, likeness(then.words[before], now.words[after]))
        for before, after in _candidates(then, now, left, new)
    )

    def order(pair: Match) -> tuple[bool, ...] | tuple[object, ...]:
        moved = then.tables[pair.before] != now.tables[pair.after]
        return -pair.likeness, moved, pair.before, pair.after

    likely = sorted((pair for pair in found if pair.likeness >= SAME_TEXT), key=order)
    return _free(likely, ())


def _candidates(
    then: _Texts, now: _Texts, left: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield for each action left the few new ones that share most of its rare words.

    To compare each with each would take minutes in a long plan.
    """
    if not left or not new:
        return
    often = Counter(word for place in new for word in set(now.words[place]))
    holding: Mapping[str, list[int]] = defaultdict(list)
    for place in new:
        for word in _rarest(now.words[place], often):
            if len(holding[word]) < MOST_HELD:
                holding[word].append(place)
    for before in left:
        shared: Counter[int] = Counter()
        for word in _rarest((w for w in then.words[before] if w in often), often):
            for place in holding.get(word, ()):
                shared[place] += 1
        for after, _ in shared.most_common(CANDIDATES):
            yield before, after


def _rarest(words: Iterable[str], often: Mapping[str, int]) -> list[str]:
    distinct = dict.fromkeys(words)
    return sorted(distinct, key=lambda word: (often[word], word))[:RARE_WORDS]


def _free(pairs: Iterable[Match], taken: Iterable[Match]) -> list[Match]:
    """Return the pairs, in their order, neither of whose actions is in one before it."""
    held = list(taken)
    befores, afters = ({pair[side] for pair in held} for side in (0, 1))
    kept = []
    for pair in pairs:
        if pair.before not in befores and pair.after not in afters:
            befores.add(pair.before)
            afters.add(pair.after)
            kept.append(pair)
    return kept
