"""Where does each theme stand, and which holds the most ongoing work?"""

import numpy as np

from netzero.analysis.counting import gathered
from netzero.analysis.exhibit import Exhibit, Table, exhibit
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
from netzero.analysis.wording import capital, count_of, number_of, of_total
from netzero.plan.model import NO_HEADING

RULE = (
    "Each action counts once, under the theme it is printed under; themes come with most ongoing "
    "work first. Positions are found from the dates alone: the plan holds no progress and no "
    "effort."
)
ORDER = (ONGOING, IN_DELIVERY, NOT_STARTED, ENDED, DATES_NOT_GIVEN)


def themes(at: PlanAt) -> Exhibit:
    """Return the actions of each theme by position: a bar and a row of the table a theme."""
    names, codes = _themes(at)
    counts = _counts(at, codes, len(names))
    order = np.lexsort((-counts[1], -counts[0])).tolist()
    shown = [place for place, of_position in enumerate(counts) if of_position.any()]
    columns = [tuple(counts[place][order].tolist()) for place in shown]
    sizes = tuple(counts.sum(axis=0)[order].tolist())
    headings = ("Theme", *(capital(ORDER[place]) for place in shown), "Actions")
    ordered = tuple(names[place] for place in order)
    return exhibit(
        at,
        question="themes",
        title="Themes by position",
        finding=_finding(names, counts),
        counted=f"Actions by theme and position: {count_of(at.size, 'action')}",
        table=Table(
            headings,
            tuple(zip(ordered, *columns, sizes, strict=True)),
            (False, *[True] * (len(shown) + 1)),
        ),
        rule=RULE,
        picture=Bars(
            noun="theme",
            names=ordered,
            series=tuple(
                Series(ORDER[place], ORDER[place], values)
                for place, values in zip(shown, columns, strict=True)
            ),
            bar_spots=_spots(at, names, codes, order),
        ),
    )


def _themes(at: PlanAt) -> tuple[list[str], np.ndarray]:
    """Return the themes in scope as printed, and the place of its theme for each action in it."""
    printed = at.cells("theme", at.kept)
    names = list(dict.fromkeys(printed))
    place = {name: place for place, name in enumerate(names)}
    return names, np.array([place[name] for name in printed], dtype=int)


def _counts(at: PlanAt, codes: np.ndarray, themes: int) -> np.ndarray:
    """Return how many actions stand in each position of ``ORDER`` (rows) in each theme."""
    positions = at.positions[at.kept]
    return np.array(
        [np.bincount(codes[positions == POSITIONS.index(name)], minlength=themes) for name in ORDER]
    )


def _finding(names: list[str], counts: np.ndarray) -> str:
    ongoing, in_delivery = counts[0], counts[1]
    if len(names) == 1:  # it holds all of its own work, by construction
        words = (
            f"{number_of(int(ongoing[0]))} ongoing, {number_of(int(in_delivery[0]))} in delivery"
        )
        return f"{names[0]}: {words}"
    most, total = int(ongoing.max(initial=0)), int(ongoing.sum())
    if not most:
        return "No theme holds ongoing work" if names else "No action is here"
    first = np.flatnonzero(ongoing == most).tolist()
    if len(first) > 1:
        return f"{len(first):,} themes hold {number_of(most)} ongoing each, the most"
    unnamed = names[first[0]] == NO_HEADING
    holds = "Actions without a heading hold" if unnamed else f"{names[first[0]]} holds"
    if most == total:
        return f"{holds} {of_total(most, total, 'ongoing action')}"
    return f"{holds} the most ongoing work: {most:,} of {total:,}"


def _spots(at: PlanAt, names: list[str], codes: np.ndarray, order: list[int]) -> tuple[Spot, ...]:
    held = gathered(codes, at.cells("action_id", at.kept))
    return tuple(
        Spot(
            (names[place],), f"{names[place]}: {count_of(len(held[place]), 'action')}", held[place]
        )
        for place in order
    )
