"""Answers that readers share: a question about one view of the plan is worked out once for all."""

from collections.abc import Callable, Hashable, Mapping
from threading import Condition
from typing import NamedTuple
from weakref import WeakKeyDictionary

import pandas as pd
from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Rows
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.plan import Plan

VIEWS = 64  # of the plan at a month: some arrays with a value an action
BYTES = 192 * 2**20  # of answers, as ``size_of`` estimates them
CELL, SPOT = 30, 400  # bytes that a cell of a table and a mark of a picture take, about

Question = Callable[..., Exhibit]


def size_of(exhibit: Exhibit) -> int:
    """Return about how many bytes an exhibit takes: to measure each would take longer than it."""
    table, picture = exhibit.table, exhibit.picture
    spots = len(picture.row_spots) if isinstance(picture, Rows) else sum(1 for _ in picture.spots())
    return CELL * (1 + len(table) * len(table.columns)) + SPOT * spots


class Asked(NamedTuple):
    """How an answer was asked for: of which view, with what chosen."""

    at: PlanAt
    choices: Mapping[str, object]


_asked_for: WeakKeyDictionary[Exhibit, Asked] = WeakKeyDictionary()
kept_answers: LRUCache = LRUCache(BYTES, getsizeof=size_of)


@cached(LRUCache(VIEWS), condition=Condition())
def view(plan: Plan, month: pd.Period, scope: Scope) -> PlanAt:
    """Return the plan at a month in a scope, the same to every reader who asks for it."""
    return PlanAt(plan, month, scope)


def _asked(question: Question, at: PlanAt, **choices: object) -> tuple[Hashable, ...]:
    return hashkey(question, at.plan, at.month, at.scope, **choices)


@cached(kept_answers, key=_asked, condition=Condition())
def answer(question: Question, at: PlanAt, **choices: object) -> Exhibit:
    """Return what ``question(at, **choices)`` does, worked out once for all readers.

    What is used least goes first, beyond ``BYTES`` in all. A plan is the state of its files: those
    that were changed make another, whose answers are its own.
    """
    found = question(at, **choices)
    _asked_for[found] = Asked(at, choices)
    return found


def asked_for(exhibit: Exhibit) -> Asked | None:
    """Return how an exhibit was asked for; None where it is no answer of ``answer``."""
    return _asked_for.get(exhibit)
