"""How does the live work of the whole scope run on, and when does it drop?"""

import numpy as np

from netzero.analysis.exhibit import Exhibit, exhibit
from netzero.analysis.levels import (
    LEVELS_RULE,
    columns_of,
    course_of,
    table_of_columns,
    turn_notes,
    turns,
    undated,
)
from netzero.analysis.named import all_under
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, capital, count_of, number_of
from netzero.plan.months import month_from_number, month_name


def course(at: PlanAt) -> Exhibit:
    """Return what is live month by month, each action once: ongoing work below, and deadlines.

    The table has a row a month: what is ongoing, in delivery and live, and the deadlines.
    """
    actions = np.flatnonzero(at.kept)
    columns = columns_of(at, all_under(str(at.scope), actions), str(at.scope))
    return exhibit(
        at,
        question="course",
        title="Live work by month",
        finding=_finding(at, actions),
        counted=_counted(at, actions),
        table=table_of_columns(columns),
        rule=LEVELS_RULE,
        picture=columns,
        notes=turn_notes(at, actions),
    )


def _finding(at: PlanAt, actions: np.ndarray) -> str:
    """Return when work begins, where none is live, or drops next; else what is live and changes."""
    before = at.live_size
    for turn in turns(at, actions):
        when = month_name(month_from_number(turn.month))
        if turn.live and not at.live_size:
            return f"Live work begins in {when}: {count_of(turn.live, 'action')}"
        if turn.live < before:
            return f"Live work drops from {before:,} to {number_of(turn.live)} in {when}"
        before = turn.live
    return capital(course_of(at, actions))


def _counted(at: PlanAt, actions: np.ndarray) -> str:
    words = f"Live actions by month, each once, and deadlines, of {count_of(at.size, 'action')}"
    endless = int(np.isposinf(at.last[actions]).sum())
    if endless:
        words += f"; {endless:,} {agree(endless, 'has', 'have')} no planned end"
    return words + undated(at, actions)
