"""Live work as bars, a bar a lead team or a partner."""

from collections.abc import Sequence

from netzero.analysis.counting import Counts, ids_by_name
from netzero.analysis.named import TEAM, Named
from netzero.analysis.pictures import Bars, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.analysis.wording import count_of


def live_bars(
    at: PlanAt, named: Named, counts: Counts, places: Sequence[int], *, side: str
) -> Bars:
    """Return the live actions of the names at ``places``: ongoing work, and what is in delivery.

    ``counts`` are those of ``named``; ``side`` says what the names are: ``team`` or ``partner``.
    """
    ids = ids_by_name(at, named.of(at.live))
    return Bars(
        noun=side,
        names=tuple(named.names[place] for place in places),
        series=tuple(
            Series(position, position, tuple(counts[position][places].tolist()))
            for position in (ONGOING, IN_DELIVERY)
        ),
        bar_spots=tuple(live_spot(named.names[place], ids[place], side=side) for place in places),
    )


def live_spot(name: str, action_ids: tuple[str, ...], *, side: str) -> Spot:
    """Return the spot of a name and its live actions."""
    words = f"{name}: {count_of(len(action_ids), 'live action')}"
    team, partner = (name, "") if side == TEAM else ("", name)
    return Spot((name,), words, action_ids, team, partner)
