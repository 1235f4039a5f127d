"""What does a scenario move? Its moves in words, and as a list to take away."""

from typing import NamedTuple

import pandas as pd

from netzero.analysis.counting import leads_by_action
from netzero.analysis.exhibit import Exhibit, Table, Value, exhibit
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, capital, count_of, listing
from netzero.plan import Plan
from netzero.plan.dates import DATED, ONGOING
from netzero.plan.model import DROP, END, LEAD, START, Move
from netzero.plan.months import month_label, month_number
from netzero.plan.moving import places_of

RULE = (
    "A scenario is what a reader tries: the plan and its files stay as they are. It knows nothing "
    "of effort, for the plan holds none."
)
HEADINGS = ("Id", "Title (ours)", "Leads in the plan", "What", "From", "To", "Months")
_WHAT = {START: "Start", END: "End", LEAD: "Lead", DROP: "Dropped"}
_VERBS = {START: "starts", END: "ends"}
_UNDATED = {START: "under way in the plan", END: "no planned end in the plan"}


class Told(NamedTuple):
    """A move as a reader is told of it: what stands in the plan, what instead, by how many months.

    ``months`` are those by which a date is later, below nought earlier; None where there is none.
    """

    move: Move
    title: str
    leads: tuple[str, ...]
    before: Value
    after: Value
    months: int | None
    words: str


def told(plan: Plan) -> tuple[Told, ...]:
    """Return the moves of a scenario in its order; none for a plan as published."""
    return tuple(_told(plan.printed, move) for move in plan.scenario)


def moves_in_words(plan: Plan) -> list[str]:
    """Return each move of a scenario in a few words: ``E5 ends Jun 2027, 3 months later``."""
    return [each.words for each in told(plan)]


def moves(at: PlanAt) -> Exhibit:
    """Return what a scenario moves: a row a move, with what stands in the plan."""
    every = told(at.plan)
    return exhibit(
        at.whole,
        question="scenario",
        title="Moves of the scenario",
        finding=_finding(at.plan),
        counted=_counted(at.plan),
        table=Table(HEADINGS, tuple(map(_row, every)), (*(False,) * 6, True)),
        rule=RULE,
        picture=Rows("move", tuple(map(_spot, every))),
    )


def _told(plan: Plan, move: Move) -> Told:
    place = places_of(plan)[move.action]
    title = str(plan.actions["title"].array[place])
    leads = leads_by_action(plan).get(place, ())
    if move.what == DROP:
        return Told(move, title, leads, None, None, None, f"{move.action} dropped")
    if move.what == LEAD:
        words = f"{move.action} led by {listing(move.leads)}"
        return Told(move, title, leads, leads or "TBC", move.leads, None, words)
    dated = plan.actions[f"{move.what}_kind"].array[place] == DATED
    printed: pd.Period = plan.actions[move.what].array[place]
    months = month_number(move.month) - month_number(printed) if dated else None
    before = printed if dated else plan.actions[f"{move.what}_published"].array[place] or None
    by = _by(months) if months else _undated(plan, move, place)
    words = f"{move.action} {_VERBS[move.what]} {month_label(move.month)}, {by}"
    return Told(move, title, leads, before, move.month, months, words)


def _by(months: int) -> str:
    return f"{count_of(abs(months), 'month')} {'later' if months > 0 else 'earlier'}"


def _undated(plan: Plan, move: Move, place: int) -> str:
    kind = plan.actions[f"{move.what}_kind"].array[place]
    return _UNDATED[move.what] if kind == ONGOING else f"{kind} in the plan"


def _row(each: Told) -> tuple[Value, ...]:
    what = _WHAT[each.move.what]
    return (
        each.move.action, each.title, each.leads, what, each.before, each.after, each.months
    )  # fmt: skip


def _spot(each: Told) -> Spot:
    ids = () if each.move.what == DROP else (each.move.action,)
    return Spot((each.move.action, each.move.what), each.words, ids)


def _finding(plan: Plan) -> str:
    dropped = sum(move.what == DROP for move in plan.scenario)
    changed = len({move.action for move in plan.scenario}) - dropped
    whole = f"{count_of(changed or dropped, 'action')} {agree(changed or dropped, 'is', 'are')}"
    if not changed:
        return f"{capital(whole)} dropped"
    return f"{capital(whole)} moved{f' and {dropped:,} dropped' if dropped else ''}"


def _counted(plan: Plan) -> str:
    rest = len(plan.printed.actions) - len({move.action for move in plan.scenario})
    return (
        f"{count_of(len(plan.scenario), 'move')}; {count_of(rest, 'other action')} "
        f"{agree(rest, 'is', 'are')} as published"
    )
