"""Plans at a month, small ones from rows and the published one, for tests of questions."""

import functools

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from tests.builders import month, real_plan, small_plan


def plan_at(*rows: str, as_at: str = "2026-11", **scope: object) -> PlanAt:
    """Return the plan of rows as ``small_plan`` takes them, as at a month, within a scope."""
    return PlanAt(small_plan(*rows), month(as_at), Scope(**scope))


@functools.cache
def published(as_at: str = "2026-11", **scope: object) -> PlanAt:
    """Return the committed plan as at a month, within a scope."""
    return PlanAt(real_plan(), month(as_at), Scope(**scope))
