"""Where does each theme stand, and which holds the most ongoing work?"""

from collections.abc import Sequence

import numpy as np

from netzero.analysis.counting import ACTIONS, counts_of, gathered, ids_by_name
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.named import Named, themes_of
from netzero.analysis.pictures import Bars, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    ENDED,
    IN_DELIVERY,
    NOT_STARTED,
    ONGOING,
    POSITIONS,
)
from netzero.analysis.wording import capital, count_of, number_of, of_total, the_most
from netzero.plan.model import NO_HEADING

RULE = (
    "Each action counts once, under the theme it is printed under; themes come with most ongoing "
    "work first. Positions are found from the dates alone: the plan holds no progress and no "
    "effort."
)
WITHOUT = "actions without a heading"
ORDER = (ONGOING, IN_DELIVERY, NOT_STARTED, ENDED, DATES_NOT_GIVEN)


def themes(at: PlanAt) -> Exhibit:
    """Return the actions of each theme by position: a bar and a row of the table a theme."""
    named = themes_of(at.plan).of(at.kept)
    counts = counts_of(at, named)
    places = np.flatnonzero(counts[ACTIONS])
    order = places[np.lexsort((-counts[IN_DELIVERY][places], -counts[ONGOING][places]))]
    names = tuple(named.names[place] for place in order.tolist())
    columns = {
        position: tuple(counts[position][order].tolist())
        for position in ORDER
        if counts[position].any()
    }
    return exhibit(
        at,
        question="themes",
        title="Themes by position",
        finding=_finding(
            names, counts[ONGOING][order].tolist(), counts[IN_DELIVERY][order].tolist()
        ),
        counted=f"Actions by theme and position: {count_of(at.size, 'action')}",
        table=Table(
            ("Theme", *map(capital, columns), "Actions"),
            tuple(zip(names, *columns.values(), counts[ACTIONS][order].tolist(), strict=True)),
            (False, *[True] * (len(columns) + 1)),
        ),
        rule=RULE,
        picture=Bars(
            noun="theme",
            names=names,
            series=tuple(Series(each, each, values) for each, values in columns.items()),
            bar_spots=_spots(at, named, order.tolist()),
            units=_units(at, named, order.tolist()),
        ),
    )


def _units(at: PlanAt, named: Named, places: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of each theme, by position in the order of the bars."""
    rank = np.array([ORDER.index(position) for position in POSITIONS])
    order = np.argsort(rank[at.positions[named.action]], kind="stable")
    ids = gathered(named.name[order], at.cells("action_id", named.action[order]))
    return tuple(ids[place] for place in places)


def _finding(names: Sequence[str], ongoing: Sequence[int], in_delivery: Sequence[int]) -> str:
    """Return which theme holds the most ongoing work; themes come with most of it first."""
    if not names:
        return "No action is here"
    most, total = ongoing[0], sum(ongoing)
    if len(names) == 1:  # it holds all of its own work, by construction
        return f"{names[0]}: {number_of(most)} ongoing, {number_of(in_delivery[0])} in delivery"
    if not most:
        return "No theme holds ongoing work"
    first = [name for name, held in zip(names, ongoing, strict=True) if held == most]
    if len(first) > 1:
        words = f"{_together(first)} hold {number_of(most)} ongoing each"
        return words + the_most(len(first), len(names))
    holds = f"{capital(WITHOUT)} hold" if first == [NO_HEADING] else f"{first[0]} holds"
    if most == total:
        return f"{holds} {of_total(most, total, 'ongoing action')}"
    return f"{holds} the most ongoing work: {most:,} of {total:,}"


def _together(names: Sequence[str]) -> str:
    """Return what to call several themes; actions without a heading are none."""
    themes = [name for name in names if name != NO_HEADING]
    if len(themes) == len(names):
        return count_of(len(themes), "theme")
    return f"{themes[0] if len(themes) == 1 else count_of(len(themes), 'theme')} and {WITHOUT}"


def _spots(at: PlanAt, named: Named, places: Sequence[int]) -> tuple[Spot, ...]:
    ids = ids_by_name(at, named)
    return tuple(
        Spot((name,), f"{name}: {count_of(len(ids[place]), 'action')}", ids[place])
        for place, name in ((place, named.names[place]) for place in places)
    )
