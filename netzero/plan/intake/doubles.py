"""Names that may be two spellings of one: suggested with their likeness, never merged unasked."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

MOST_NAMES = 1_500  # beyond that, comparing each with each takes longer than a reader waits
LEAST = 88  # of 100


class Double(NamedTuple):
    """Two printed names and how alike they are, of 100."""

    one: str
    other: str
    likeness: int


def likely_doubles(names: Iterable[str]) -> list[Double]:
    """Return the pairs of names that are nearly alike, the likest first.

    >>> likely_doubles(["Community Groups", "Community groups", "Fleet", "District Council"])
    [Double(one='Community Groups', other='Community groups', likeness=100)]
    """
    return list(_doubles(tuple(dict.fromkeys(names))[:MOST_NAMES]))


@lru_cache(maxsize=4)
def _doubles(distinct: tuple[str, ...]) -> tuple[Double, ...]:
    from rapidfuzz.fuzz import ratio

    plain = {name: " ".join(name.casefold().replace("&", "and").split()) for name in distinct}
    pairs = (
        Double(one, other, round(ratio(plain[one], plain[other], score_cutoff=LEAST)))
        for one, other in combinations(distinct, 2)
        if abs(len(one) - len(other)) <= max(len(one), len(other)) * (100 - LEAST) / 50
    )
    alike = (pair for pair in pairs if pair.likeness)
    return tuple(sorted(alike, key=lambda pair: -pair.likeness))
