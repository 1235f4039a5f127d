"""What would it take that no team has too many deadlines in a period?"""

from collections.abc import Iterator, Sequence
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
    too_many,
)
from netzero.analysis.periods import QUARTER, Period
from netzero.analysis.pictures import Cell, CellColumn, Cells, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, capital, count_of, worded
from netzero.plan.months import month_label, month_number

HEADINGS = ("Id", "Title (ours)", "Leads", "From", "To", "Months later", "Why")
GRID_HEADINGS = ("Lead team", "Period", "Deadlines before", "Deadlines after", "Before", "After")
BEFORE, AFTER = "before", "after"


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
        counted=counted_of(answer, since=month_label(at.month)),
        table=Table(
            HEADINGS,
            tuple(_row(at, move) for move in answer.moves),
            (False, False, False, False, False, True, False),
        ),
        rule=rule_of(answer),
        picture=Rows("move", tuple(_spot(move) for move in answer.moves)),
        notes=tuple(notes_of(answer)),
    )


def levelled_teams(at: PlanAt, **chosen: int | str | bool) -> Exhibit:
    """Return the deadlines of each team that the fewest moves touch, before and after them.

    ``chosen`` is as ``limit_of`` takes it. The picture has two rows a team and a column a period;
    the table has a row a team and period: how many deadlines before and after, and which.
    """
    limit = limit_of(**chosen)  # type: ignore[arg-type]
    answer = fewest_moves(at, limit)
    tallies = list(_tallies(at, answer))
    return exhibit(
        at.whole,
        question="levelled-teams",
        title="Deadlines before and after the fewest moves",
        finding=_teams_finding(answer, tallies),
        counted=_teams_counted(answer, tallies, since=month_label(at.month)),
        table=Table(
            GRID_HEADINGS,
            tuple(each.row for each in tallies),
            (False, False, True, True, False, False),
        ),
        rule=rule_of(answer),
        picture=_cells(tallies),
    )


def _row(at: PlanAt, move: Suggestion) -> tuple[Value, ...]:
    title, leads = (at.plan.actions[name].array[move.place] for name in ("title", "leads"))
    return move.action_id, title, leads, move.before, move.after, move.months, move.why


def _spot(move: Suggestion) -> Spot:
    return Spot((move.action_id,), f"{moved_words(move)}. {move.why}", (move.action_id,))


# --- Before and after


class _Tally(NamedTuple):
    """The deadlines of a team in a period, by id, before and after the moves."""

    team: str
    period: Period
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def row(self) -> tuple[Value, ...]:
        return (
            self.team, self.period.name, len(self.before), len(self.after), self.before, self.after
        )  # fmt: skip


def _tallies(at: PlanAt, answer: Answer) -> Iterator[_Tally]:
    """Yield every period with a deadline of each team that is over the limit or has a move.

    Those whose limit is first passed come first.
    """
    problem = problem_of(at, answer.limit)
    moved = {move.place: move.after for move in answer.moves}
    chosen = {
        place: period_place(month_number(moved[each.place]), answer.limit.per)
        for place, each in enumerate(problem.deadlines)
        if each.place in moved
    }
    before, after = problem.slots_of({}), problem.slots_of(chosen)
    touched = [team for place in chosen for team in problem.deadlines[place].teams]
    ids = at.plan.actions["action_id"].array
    for team in dict.fromkeys([*(team for team, _ in problem.over), *touched]):
        for period in sorted({period for own, period in {**before, **after} if own == team}):
            then, now = (
                tuple(ids[problem.deadlines[each].place] for each in slots.get((team, period), ()))
                for slots in (before, after)
            )
            yield _Tally(problem.teams[team], problem.period(period), then, now)


def _teams_finding(answer: Answer, tallies: Sequence[_Tally]) -> str:
    limit = answer.limit
    over = len({each.team for each in tallies if len(each.before) > limit.most})
    if not over:
        return finding_of(answer)
    have = f"{worded(over, 'team')} {agree(over, 'has', 'have')} {too_many(limit)}"
    after = "; none after" if answer.moves else ""
    joined = "in a" if limit.most == 1 or not after else "a"
    return capital(f"{have} {joined} {short_period(limit)}{after}")


def _teams_counted(answer: Answer, tallies: Sequence[_Tally], *, since: str) -> str:
    words = f"Deadlines by lead team and {answer.limit.per}, from {since}"
    if not tallies:
        return f"{words}: no team is over the limit"
    teams = count_of(len({each.team for each in tallies}), "team")
    if not answer.moves:
        return f"{words}, of {teams} over the limit; there are no moves to show"
    moves = worded(len(answer.moves), "move")
    return f"{words}, before and after {moves}: {teams}; the others stay as they are"


def _cells(tallies: Sequence[_Tally]) -> Cells:
    teams = list(dict.fromkeys(each.team for each in tallies))
    periods = sorted({each.period for each in tallies}, key=lambda period: period.first)
    column_of = {period: column for column, period in enumerate(periods)}
    row_of = {team: 2 * row for row, team in enumerate(teams)}
    return Cells(
        noun="row",
        rows=tuple(f"{team}, {when}" for team in teams for when in (BEFORE, AFTER)),
        columns=tuple(CellColumn(*period) for period in periods),
        cells=tuple(
            Cell(
                row_of[each.team] + later,
                column_of[each.period],
                len(ids),
                0,
                _cell_spot(each, when, ids),
                names=ids,
            )
            for each in tallies
            for later, (when, ids) in enumerate(((BEFORE, each.before), (AFTER, each.after)))
            if ids
        ),
    )


def _cell_spot(tally: _Tally, when: str, ids: tuple[str, ...]) -> Spot:
    words = f"{tally.team}, {tally.period.name}, {when}: {count_of(len(ids), 'deadline')}"
    return Spot((tally.team, tally.period.name, when), words, ids, tally.team)
