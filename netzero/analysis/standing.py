"""Where does the plan stand in this month?"""

import numpy as np

from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Part, Parts, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    ENDED,
    IN_DELIVERY,
    NOT_STARTED,
    ONGOING,
    POSITIONS,
)
from netzero.analysis.wording import agree, capital, count_of, listing, of_total

RULE = (
    "An action is live in a month if it has started by then and has not ended before. Live with a "
    "planned end it is in delivery, live without one ongoing. Positions are found from the dates "
    "alone: the plan holds no progress and no effort."
)
_SAID = {
    IN_DELIVERY: ("is in delivery", "are in delivery"),
    ONGOING: ("is ongoing", "are ongoing"),
    NOT_STARTED: ("has not started", "have not started"),
    ENDED: ("has ended", "have ended"),
    DATES_NOT_GIVEN: ("lacks a date", "lack a date"),
}


def standing(at: PlanAt) -> Exhibit:
    """Return how many actions stand in each position; the table has position and actions."""
    sizes = np.bincount(at.positions[at.kept], minlength=len(POSITIONS)).tolist()
    counts = {name: size for name, size in zip(POSITIONS, sizes, strict=True) if size}
    return exhibit(
        at,
        question="standing",
        title="Where the plan stands",
        finding=_finding(at, counts),
        counted=_counted(at, counts),
        table=Table(("Position", "Actions"), tuple(counts.items()), (False, True)),
        rule=RULE,
        picture=Parts(tuple(_part(at, position) for position in counts)),
        notes=tuple(
            f"{_said(position, size)}: {listing(at.cells('title', at.standing_at(position)))}."
            for position, size in counts.items()
        ),
    )


def _counted(at: PlanAt, counts: dict[str, int]) -> str:
    words = capital(count_of(at.size, "action"))
    parts = [
        f"{size:,} {'lacking a date' if position == DATES_NOT_GIVEN else position}"
        for position, size in counts.items()
    ]
    said = f"{words}: {listing(parts)}" if len(parts) > 1 else words
    return f"{said}, by the planned dates alone"


def _finding(at: PlanAt, counts: dict[str, int]) -> str:
    if len(at.scope.position) == len(counts) == 1:
        [(position, size)] = counts.items()
        return f"{count_of(size, 'action')} {agree(size, *_SAID[position])}"
    live = at.live_size
    if not live:
        rest = [_said(position, size) for position, size in counts.items()]
        return f"No action is live: {listing(rest)}" if rest else "No action is here"
    # Under a filter on positions, how many of all are live is true by construction.
    number = count_of(live, "action") if at.scope.position else of_total(live, at.size, "action")
    said = f"{number} {agree(live, 'is', 'are')} live"
    ongoing = counts.get(ONGOING, 0)
    if 0 < ongoing < live:
        return capital(f"{said}, {ongoing:,} of them ongoing")
    kind = ONGOING if ongoing else IN_DELIVERY
    share = {1: "", 2: "both "}.get(live, "all ")
    return capital(f"{said}, {share}{kind}")


def _said(position: str, size: int) -> str:
    return f"{size:,} {agree(size, *_SAID[position])}"


def _part(at: PlanAt, position: str) -> Part:
    ids = at.ids(at.standing_at(position))
    words = f"{count_of(len(ids), 'action')} {agree(len(ids), *_SAID[position])}"
    return Part(position, position, len(ids), Spot((position,), words, ids))
