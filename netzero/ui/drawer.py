"""The drawer beside any page: an action in full, or the actions behind a mark."""

from collections.abc import Callable, Sequence

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Spot
from netzero.analysis.plan_at import PlanAt
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.detail import show_detail
from netzero.ui.facts import full_title, is_known
from netzero.ui.jumps import jump
from netzero.ui.listing import list_actions, with_leads_and_dates
from netzero.ui.marks import read_mark
from netzero.ui.text import literal, quoted

WIDTH = 540


def open_drawer(
    at: PlanAt, exhibits: Sequence[Exhibit], *, others: Sequence[PlanAt] = ()
) -> list[str]:
    """Open the drawer where the address names an action, or a mark of one of ``exhibits``.

    What the plan does not hold may be an action of ``others``, its other editions. The detail of an
    action comes first: closing it leads back to the list it was opened from. Returns a sentence for
    each that the address names in vain.
    """
    vain = []
    if action_id := address.text_of(address.ACTION):
        own = next((each for each in (at, *others) if is_known(each, action_id)), None)
        if own:
            title, here = full_title(own, action_id), own is at
            _open(address.ACTION, title, lambda: show_detail(own, action_id, here=here))
            return []
        vain.append(f"Left out of the link, because this plan has no action {quoted(action_id)}.")
    if mark := address.text_of(address.MARK):
        if spot := _spot_of(mark, exhibits):
            _open(address.MARK, spot.words, lambda: _show_behind(at, spot, others))
        else:
            vain.append(
                f"Left out of the link, because nothing here is called so: mark {quoted(mark)}."
            )
    return vain


def _spot_of(mark: str, exhibits: Sequence[Exhibit]) -> Spot | None:
    try:
        read = read_mark(mark)
    except ValueError:
        return None
    asked = (exhibit for exhibit in exhibits if exhibit.question == read.question)
    return next(filter(None, (exhibit.spot(read.names) for exhibit in asked)), None)


def _open(parameter: Parameter, title: str, show: Callable[[], None]) -> None:
    """Open the drawer; closing it takes what opened it out of the address."""

    def close() -> None:
        address.remove(parameter)

    @st.dialog(literal(title), position="right", width=WIDTH, on_dismiss=close)
    def drawer() -> None:
        show()

    drawer()


def _show_behind(at: PlanAt, spot: Spot, others: Sequence[PlanAt]) -> None:
    """Show the actions behind a spot; the sheet of its team and deadlines are a click further."""
    if spot.team:
        label = f"Sheet of {literal(spot.team)}"
        jump(label, "team", name="behind-sheet", filters={address.TEAM: spot.team})
    for parameter, name in ((address.TEAM, spot.team), (address.PARTNER, spot.partner)):
        if name:
            label = f"Deadlines of {literal(name)}"
            jump(label, "deadlines", name=f"behind-{parameter.name}", filters={parameter: name})
    left, items = spot.action_ids, []
    for each in (at, *others):
        items += with_leads_and_dates(each, [own for own in left if is_known(each, own)])
        left = tuple(own for own in left if not is_known(each, own))
    list_actions(items, name="behind")
