"""Which dates are printed less exactly than a month, and the word on them wherever they count."""

import numpy as np

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, count_of

_EDGES = (("start", "from the first month"), ("end", "to the last month"))


def printed_coarsely(at: PlanAt, actions: np.ndarray, *sides: str) -> str:
    """Return what a counted line adds where dates of actions are printed as a season or a year.

    ``actions`` are places, or say of each action whether it is meant; ``sides`` those that count,
    both unless given. Blank where every date names a month.
    """
    words = [
        f"{count_of(number, side)} {agree(number, 'is', 'are')} printed without a month: "
        f"{agree(number, 'it counts', 'they count')} {edge} {agree(number, 'it', 'they')} may mean"
        for side, edge in _EDGES
        if side in (sides or dict(_EDGES))
        if (number := int(at.is_coarse(side)[actions].sum()))
    ]
    return "".join(f"; {each}" for each in words)


def as_printed(at: PlanAt, side: str, places: np.ndarray) -> list[str]:
    """Return what follows the name of an action where its date is printed without a month.

    " (2027)", or nothing: for lists that give the month besides.
    """
    coarse = at.is_coarse(side)[places]
    if not coarse.any():
        return [""] * len(coarse)
    dates = at.dates(side, places)
    return [f" ({date})" if less else "" for date, less in zip(dates, coarse.tolist(), strict=True)]
