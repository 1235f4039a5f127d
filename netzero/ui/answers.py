"""Answers that readers share: a question about one view of the plan is worked out once for all."""

import pickle
from collections.abc import Callable
from threading import Condition

import pandas as pd
from cachetools import LRUCache, cached

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.plan import Plan

VIEWS = 64  # of the plan at a month: some arrays with a value an action
BYTES = 64 * 2**20  # of answers as `pickle` writes them; held, they take two to three times that

Question = Callable[..., Exhibit]
kept_answers: LRUCache = LRUCache(BYTES, getsizeof=lambda exhibit: len(pickle.dumps(exhibit)))


@cached(LRUCache(VIEWS), condition=Condition())
def view(plan: Plan, month: pd.Period, scope: Scope) -> PlanAt:
    """Return the plan at a month in a scope, the same to every reader who asks for it."""
    return PlanAt(plan, month, scope)


def answer(question: Question, at: PlanAt, **choices: object) -> Exhibit:
    """Return what ``question(at, **choices)`` does, worked out once for all readers.

    What is used least goes first, beyond ``BYTES`` in all. A plan is the state of its files: those
    that were changed make another, whose answers are its own.
    """
    return _answer(question, at.plan, at.month, at.scope, **choices)


@cached(kept_answers, condition=Condition())
def _answer(
    question: Question, plan: Plan, month: pd.Period, scope: Scope, **choices: object
) -> Exhibit:
    return question(view(plan, month, scope), **choices)
