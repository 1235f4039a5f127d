"""Two editions of a small plan, written by their texts, for tests of what changed."""

from netzero.analysis.comparing import Against
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.plan import Plan, PlanFiles, read_plan
from netzero.plan.columns import ACTIONS_FILE, NOTES_FILE, names_of
from tests.builders import as_csv, month, plan_files, written

COLUMNS = names_of(ACTIONS_FILE)


def edition(*rows: str, notes: tuple[tuple[str, str, str], ...] = (), **texts: str) -> Plan:
    """Return the plan of rows as ``small_plan`` takes them.

    ``texts`` give for an id its own text, ``notes`` (id, column, remark) what stands in notes.csv.
    """
    cells = [written(row) for row in rows]
    for each in cells:
        each["action"] = texts.get(each["action_id"], each["action"])
    remarks = [[action_id, column, "", remark] for action_id, column, remark in notes]
    files = PlanFiles(
        actions=as_csv(COLUMNS, [list(each.values()) for each in cells]),
        organisations=plan_files(*rows).organisations,
        notes=as_csv(names_of(NOTES_FILE), remarks),
    )
    return read_plan(files)


def against(plan: Plan, *, earlier: bool = True) -> Against:
    """Return an edition to compare with, called as tests call it."""
    return Against("2025-03-01", "the edition of 1 March 2025", plan, earlier=earlier)


def at(plan: Plan, as_at: str = "2026-11", **scope: object) -> PlanAt:
    """Return a plan as at a month, within a scope."""
    return PlanAt(plan, month(as_at), Scope(**scope))
