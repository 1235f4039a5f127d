"""Names that may be two spellings of one: suggested with their likeness, never merged unasked."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

MOST_NAMES = 1_500  # beyond that, comparing each with each takes longer than a reader waits
MOST_PAIRS = 500  # more than that are no spellings of a few, but names that number their bodies
LEAST = 88  # of 100


class Double(NamedTuple):
    """Two printed names and how alike they are, of 100."""

    one: str
    other: str
    likeness: int


def likely_doubles(names: Iterable[str]) -> list[Double]:
    """Return the pairs of names that are nearly alike, the likest first, ``MOST_PAIRS`` at most.

    >>> likely_doubles(["Community Groups", "Community groups", "Fleet", "District Council"])
    [Double(one='Community Groups', other='Community groups', likeness=100)]
    """
    return list(_doubles(tuple(dict.fromkeys(names))[:MOST_NAMES]))


@lru_cache(maxsize=4)
def _doubles(distinct: tuple[str, ...]) -> tuple[Double, ...]:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    plain = [" ".join(name.casefold().replace("&", "and").split()) for name in distinct]
    likeness = np.triu(cdist(plain, plain, scorer=ratio, score_cutoff=LEAST), k=1)
    ones, others = np.nonzero(likeness)
    order = np.argsort(-likeness[ones, others], kind="stable")[:MOST_PAIRS]
    return tuple(
        Double(distinct[one], distinct[other], round(float(likeness[one, other])))
        for one, other in zip(ones[order].tolist(), others[order].tolist(), strict=True)
    )
