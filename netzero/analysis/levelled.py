"""What would it take that no team has too many deadlines in a period?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from netzero.analysis.exhibit import Exhibit, Table, Value, exhibit
from netzero.analysis.levelling import Answer, Suggestion, fewest_moves
from netzero.analysis.levelling_problem import Limit, period_place, problem_of
from netzero.analysis.levelling_words import (
    counted_of,
    finding_of,
    moved_words,
    notes_of,
    rule_of,
    short_period,
)
from netzero.analysis.periods import QUARTER, Period
from netzero.analysis.pictures import Cell, CellColumn, Cells, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.precision import printed_coarsely
from netzero.analysis.wording import agree, capital, count_of, in_words, listing, number_of, worded
from netzero.plan.months import month_label, month_number

HEADINGS = ("Id", "Title (ours)", "Leads", "From", "To", "Months later", "Why")
BEFORE, AFTER, MOVED = "in the plan", "after", "after the moves"
GRID_HEADINGS = (
    "Lead team", "Period", "Deadlines in the plan", "Deadlines after", "In the plan", "After"
)  # fmt: skip


def limit_of(
    *,
    most: int = 1,
    per: str = QUARTER,
    within: int = 12,
    either_way: bool = False,
    any_month: bool = False,
    hold: str = "",
) -> Limit:
    """Return a limit from what is chosen; ``hold`` are ids and teams, separated by ``; ``.

    Raises ``LimitError`` for what makes no sense.
    """
    return Limit(most, per, within, either_way, held_in(hold), any_month)


def held_in(text: str) -> tuple[str, ...]:
    """Return the names in a text that ``held_as_text`` made; a name never holds a semicolon."""
    return tuple(filter(None, map(str.strip, text.split(";"))))


def held_as_text(names: Sequence[str]) -> str:
    """Return names of actions and teams as one text."""
    return "; ".join(names)


def levelled(at: PlanAt, **chosen: int | str | bool) -> Exhibit:
    """Return the fewest moves that keep a limit, in the whole plan: a row a move.

    ``chosen`` is as ``limit_of`` takes it. A row has the action, its title and leads, from which
    month to which, how many months later (less than nought for earlier) and why it moves.
    """
    answer = fewest_moves(at, limit_of(**chosen))  # type: ignore[arg-type]
    return exhibit(
        at.whole,
        question="levelled",
        title="Fewest moves",
        finding=finding_of(answer, more=bool(at.plan.scenario)),
        counted=_counted(at, answer),
        table=Table(
            HEADINGS,
            tuple(_row(at, move) for move in answer.moves),
            (False, False, False, False, False, True, False),
        ),
        rule=rule_of(answer),
        picture=Rows("move", tuple(_spot(at, move) for move in answer.moves)),
        notes=tuple(notes_of(answer, called=_names(at, answer))),
    )


def levelled_teams(at: PlanAt, **chosen: int | str | bool) -> Exhibit:
    """Return the deadlines of each team that is over a limit, or that a move touches.

    ``chosen`` is as ``limit_of`` takes it. The picture has two rows a team, in the plan as
    published and after all moves, those of a scenario and the fewest that are suggested, and a
    column a period. The table has a row a team and period: how many deadlines, and which.
    """
    answer = fewest_moves(at, limit_of(**chosen))  # type: ignore[arg-type]
    tallies = list(_tallies(at, answer))
    return exhibit(
        at.whole,
        question="levelled-teams",
        title="Deadlines before and after the fewest moves",
        finding=_teams_finding(at, answer, tallies),
        counted=_teams_counted(at, answer, tallies),
        table=Table(
            GRID_HEADINGS,
            tuple(each.row for each in tallies),
            (False, False, True, True, False, False),
        ),
        rule=rule_of(answer),
        picture=_cells(tallies),
    )


def _counted(at: PlanAt, answer: Answer) -> str:
    """Return what is counted; under a scenario also how many periods are over in the plan."""
    words = counted_of(answer, since=month_label(at.month))
    words += printed_coarsely(at, at.whole.ahead, "end")
    if not at.plan.scenario:
        return words
    printed = problem_of(PlanAt(at.plan.printed, at.month), replace(answer.limit, hold=()))
    return f"{words}; {number_of(len(printed.over))} in the plan"


def _row(at: PlanAt, move: Suggestion) -> tuple[Value, ...]:
    title, leads = _title_and_leads(at, move)
    return move.action_id, title, leads, move.before, move.after, move.months, move.why


def _spot(at: PlanAt, move: Suggestion) -> Spot:
    title, _ = _title_and_leads(at, move)
    words = moved_words(move, called={move.action_id: f"{title}:"})
    return Spot((move.action_id,), words, (move.action_id,))


def _names(at: PlanAt, answer: Answer) -> dict[str, str]:
    """Return how whoever speaks names the actions that move: title and leads, the id last."""
    told = ((move.action_id, *_title_and_leads(at, move)) for move in answer.moves)
    return {action_id: f"{title}, {leads} ({action_id})," for action_id, title, leads in told}


def _title_and_leads(at: PlanAt, move: Suggestion) -> tuple[str, str]:
    title, leads = (at.plan.actions[name].array[move.place] for name in ("title", "leads"))
    return title, leads


# --- Before and after


class _Tally(NamedTuple):
    """The deadlines of a team in a period, by id: in the plan, and after all moves."""

    team: str
    period: Period
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def row(self) -> tuple[Value, ...]:
        return (
            self.team, self.period.name, len(self.before), len(self.after), self.before, self.after
        )  # fmt: skip


Slots = dict[tuple[str, Period], tuple[str, ...]]
"""The ids of the actions whose deadlines fall in a team's period."""


def _tallies(at: PlanAt, answer: Answer) -> Iterator[_Tally]:
    """Yield every period with a deadline of each team that is over the limit or has a move.

    Those whose limit is first passed come first.
    """
    before = _slots(PlanAt(at.plan.printed, at.month), answer.limit)
    after = _slots(at, answer.limit, answer.moves)
    most = answer.limit.most
    over = [(period.first, team) for (team, period), ids in before.items() if len(ids) > most]
    touched = [
        (period.first, team)
        for team, period in {**before, **after}
        if before.get((team, period), ()) != after.get((team, period), ())
    ]
    for team in dict.fromkeys(team for _, team in (*sorted(over), *sorted(touched))):
        for slot in sorted({**before, **after}, key=lambda slot: slot[1].first):
            if slot[0] == team:
                yield _Tally(*slot, before.get(slot, ()), after.get(slot, ()))


def _slots(at: PlanAt, limit: Limit, moves: Sequence[Suggestion] = ()) -> Slots:
    """Return what falls where in a plan once it has such moves."""
    problem = problem_of(at, replace(limit, hold=()))
    moved = {move.place: period_place(month_number(move.after), limit.per) for move in moves}
    chosen = {
        number: moved[each.place]
        for number, each in enumerate(problem.deadlines)
        if each.place in moved
    }
    ids = at.plan.actions["action_id"].array
    return {
        (problem.teams[team], problem.period(period)): tuple(
            ids[problem.deadlines[each].place] for each in own
        )
        for (team, period), own in problem.slots_of(chosen).items()
        if own
    }


def _teams_finding(at: PlanAt, answer: Answer, tallies: Sequence[_Tally]) -> str:
    limit, period = answer.limit, short_period(answer.limit)
    over_words = f"over {worded(limit.most, 'deadline')}"  # how many, no one sentence can say
    over = [each for each in tallies if len(each.before) > limit.most]
    if at.plan.scenario:
        many = f"{capital(period)}s with {over_words}"
        return f"{many}: {_or_none(len(over))} in the plan, {_or_none(answer.over)} now"
    teams = len({each.team for each in over})
    if not teams:
        return finding_of(answer)
    have = f"{worded(teams, 'team')} {agree(teams, 'has', 'have')} {over_words}"
    after = "; none after" if answer.moves else ""
    return capital(f"{have} a {period}{after}")


def _or_none(number: int) -> str:
    return in_words(number) if number else "none"


def _teams_counted(at: PlanAt, answer: Answer, tallies: Sequence[_Tally]) -> str:
    words = f"Deadlines by lead team and {answer.limit.per}, from {month_label(at.month)}"
    if not tallies:
        return f"{words}: no team is over the limit"
    teams = count_of(len({each.team for each in tallies}), "team")
    moves = [count_of(len(answer.moves), "move")] if answer.moves else []
    if at.plan.scenario:
        moves.insert(0, f"{count_of(len(at.plan.scenario), 'move')} of yours")
    if not moves:
        return f"{words}: {teams} over the limit; no moves keep it"
    return f"{words}, in the plan and after {listing(moves)}: {teams}; the others stay as they are"


def _cells(tallies: Sequence[_Tally]) -> Cells:
    """Return a row for the plan of each team, and one for after where anything differs."""
    teams = list(dict.fromkeys(each.team for each in tallies))
    periods = sorted({each.period for each in tallies}, key=lambda period: period.first)
    whens = (BEFORE, AFTER) if any(each.before != each.after for each in tallies) else (BEFORE,)
    rows = [(team, when) for team in teams for when in whens]
    return Cells(
        noun="row",
        rows=tuple(team if when == BEFORE else MOVED for team, when in rows),
        columns=tuple(CellColumn(*period) for period in periods),
        cells=tuple(
            Cell(
                rows.index((each.team, when)),
                periods.index(each.period),
                len(ids),
                _cell_spot(each, when, ids),
                names=ids,
            )
            for each in tallies
            for when, ids in zip(whens, (each.before, each.after), strict=False)
            if ids
        ),
    )


def _cell_spot(tally: _Tally, when: str, ids: tuple[str, ...]) -> Spot:
    words = f"{tally.team}, {tally.period.name}, {when}: {count_of(len(ids), 'deadline')}"
    return Spot((tally.team, tally.period.name, when), words, ids, tally.team)
