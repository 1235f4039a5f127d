"""Who asks whom when? How many teams ask each partner, period by period."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from netzero.analysis.counting import Asks, asks, tallies, teams_live
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import months_shown
from netzero.analysis.named import Named, leads_of, partners_of
from netzero.analysis.periods import QUARTER, Period, periods
from netzero.analysis.pictures import Cell, CellColumn, Cells, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import Said, agree, count_of, listing, number_of, the_most
from netzero.plan import Plan
from netzero.plan.months import month_name, months_between

RULE = (
    "A cell counts the lead teams of the whole plan that lead an action that names the partner and "
    "is live in any month of the period, a joint one each of its leads. The order is that of the "
    "as-at month. Numbers stand where they change."
)

MOST_WORDS = 12


class Asking(NamedTuple):
    """Places of partners in their order, and how many teams ask each, now and in each period.

    ``teams`` and ``mine``, whether a team of the scope asks, have a row a partner of the plan.
    """

    order: list[int]
    now: list[int]
    teams: np.ndarray
    mine: np.ndarray


def asking(at: PlanAt, *, once: bool = False, grain: str = QUARTER) -> Exhibit:
    """Return how many teams ask each partner in scope in each quarter or year: a row a partner.

    Teams are found in the whole plan, whichever is chosen; where one is, cells say whether it
    asks, too. The picture leaves out partners named in one action of the plan only, unless
    ``once``, or unless nothing else is left.
    """
    shown = periods(at.years, grain=grain)
    found = asking_of(at, at.partners, shown)
    often = partners_of(at.plan).counts()
    drawn = [place for place in found.order if once or often[place] > 1] or found.order
    return exhibit(
        at,
        question="asking",
        title="Who asks whom when",
        finding=_finding(at, found),
        counted=_counted(at, found, left=len(found.order) - len(drawn), grain=grain),
        table=_table(at, found, shown),
        rule=RULE,
        picture=cells_of(at, found, drawn, shown),
    )


def asking_of(at: PlanAt, partners: Named, shown: Sequence[Period]) -> Asking:
    """Return how many teams of the whole plan ask each of ``partners``, most asked now first."""
    asked = _asks(at.plan)
    month = Period("now", "now", "", at.month, at.month)
    teams = teams_live(at, asked, [*shown, month])
    now = teams[:, -1]
    chosen = [place for place, name in enumerate(leads_of(at.plan).names) if name in at.scope.team]
    mine = teams_live(at, asked.of(np.isin(asked.team, chosen)), shown)
    places = np.unique(partners.name)
    order = places[np.lexsort((places, -teams[places].max(axis=1), -now[places]))]
    return Asking(order.tolist(), now.tolist(), teams[:, :-1], mine > 0)


@lru_cache(maxsize=8)
def _asks(plan: Plan) -> Asks:
    return asks(partners_of(plan), leads_of(plan))


def _finding(at: PlanAt, found: Asking) -> str:
    most = found.now[found.order[0]] if found.order else 0
    if not most:
        return "No team asks a partner" if found.order else "No action here names a partner"
    equal = sum(found.now[place] == most for place in found.order)
    by = count_of(most, "team")
    if equal > 1:
        asked = sum(found.now[place] > 0 for place in found.order)
        return f"{equal:,} partners are asked by {by} each{the_most(equal, asked)}"
    name = partners_of(at.plan).names[found.order[0]]
    # The scope beneath names a partner that is chosen; a long name leaves no room for the change.
    words = f"Asked by {by}" if at.scope.partner == (name,) else f"{name}: asked by {by}"
    change = _change(at, found.order[0], most)
    if len(f"{words}{change}".split()) > MOST_WORDS:
        return words
    return Said(f"{words}{change}", brief=words, beneath=change.removeprefix(", "))


def _change(at: PlanAt, partner: int, most: int) -> str:
    """Return what the next change makes of the teams that ask a partner: ", 13 from April 2027"."""
    last = max(months_shown(at.whole)[-1].last, at.month)
    ahead = [Period("", "", "", each, each) for each in months_between(at.month + 1, last + 1)]
    asked = _asks(at.plan)
    teams = teams_live(at, asked.of(asked.partner == partner), ahead)[partner].tolist()
    for month, number in zip(ahead, teams, strict=True):
        if number != most:
            return f", {number_of(number)} from {month_name(month.first)}"
    return ", no change ahead"


def _counted(at: PlanAt, found: Asking, *, left: int, grain: str) -> str:
    words = f"Lead teams asking, by {grain}, whole plan: {count_of(len(found.order), 'partner')}"
    if left:
        named = agree(left, "named in one action, is", "named in one action each, are")
        words += f"; {left:,} of them, {named} in the table alone"
    if at.scope.team:
        words += f"; outlined where {listing(at.scope.team, joined_by='or')} asks"
    return words


def _table(at: PlanAt, found: Asking, shown: Sequence[Period]) -> Table:
    names = partners_of(at.plan).names
    rows = tuple(
        (names[place], found.now[place], *found.teams[place].tolist()) for place in found.order
    )
    headings = ("Partner", "Teams asking", *(period.name for period in shown))
    return Table(headings, rows, (False, *[True] * (len(headings) - 1)))


def cells_of(at: PlanAt, found: Asking, drawn: Sequence[int], shown: Sequence[Period]) -> Cells:
    """Return the partners at the places ``drawn`` against the periods ``shown``."""
    names = partners_of(at.plan).names
    led = leads_of(at.plan).per_action(len(at.kept)) > 0
    own = partners_of(at.plan).of(led).only(tuple(names[place] for place in drawn))
    found_in = tallies(at, own, shown)
    ids = {(tally.name, tally.period): tally.action_ids for tally in found_in}
    return Cells(
        noun="partner",
        rows=tuple(names[place] for place in drawn),
        columns=tuple(CellColumn(*period) for period in shown),
        cells=tuple(
            Cell(
                row,
                column,
                int(found.teams[place, column]),
                _spot(names[place], period, int(found.teams[place, column]), ids[place, column]),
                mine=bool(found.mine[place, column]),
            )
            for row, place in enumerate(drawn)
            for column, period in enumerate(shown)
            if found.teams[place, column]
        ),
    )


def _spot(partner: str, period: Period, teams: int, ids: tuple[str, ...]) -> Spot:
    words = f"{partner}, {period.name}: asked by {count_of(teams, 'team')}"
    return Spot((partner, period.name), words, ids, partner=partner)
