"""One action in full, or the few actions behind a mark, in a drawer beside any page."""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

import pandas as pd
import streamlit as st

from netzero.analysis.neighbours import neighbours
from netzero.analysis.positions import live_between, with_position
from netzero.analysis.wording import count_of, listing
from netzero.plan.months import delivery_year, first_month, month_label, month_name, read_month
from netzero.ui.controls import page_of
from netzero.ui.jumps import jump
from netzero.ui.listing import action_list
from netzero.ui.text import facts_html, finding, literal, paragraph
from netzero.ui.view import View

FEW, PAGE = 4, 25
WIDTH = 540
MARK, BETWEEN = "mark", "|"


def show_detail(view: View) -> None:
    """Open the drawer where the address names an action; say so where the plan has no such id."""
    action_id = st.query_params.get("action")
    if not action_id:
        return
    if action_id not in set(view.plan.actions["action_id"]):
        paragraph(f"Left out of the link, because this plan has no action “{action_id}”.")
        return

    @st.dialog("Action", position="right", width=WIDTH, on_dismiss=lambda: _drop("action"))
    def drawer() -> None:
        _body(view, st.query_params.get("action", action_id))

    drawer()


def keep(chart: str) -> Callable[[str | Sequence[str]], None]:
    """Return a callback that puts a clicked mark of ``chart`` into the address."""

    def kept(names: str | Sequence[str]) -> None:
        parts = [names] if isinstance(names, str) else names
        st.query_params[MARK] = BETWEEN.join((chart, *map(_part, parts)))

    return kept


def _part(name: str) -> str:
    return name.replace("%", "%25").replace(BETWEEN, "%7C")


def kept_mark(chart: str) -> tuple[str, ...]:
    """Return the names of the mark of ``chart`` that the address holds, or an empty tuple."""
    kind, *names = st.query_params.get(MARK, "").split(BETWEEN)
    return tuple(map(unquote, names)) if kind == chart else ()


def kept_month(chart: str) -> list[pd.Period]:
    """Return the month of the mark of ``chart`` that the address holds, in a list, or none."""
    try:
        return [read_month(name) for name in kept_mark(chart)]
    except ValueError:
        return []


def show_behind(
    view: View, action_ids: Iterable[str], *, sentence: str, team: str = "", partner: str = ""
) -> None:
    """Open the drawer with the actions behind the mark that the address holds.

    The detail of one of them comes first; closing it leads back to the list. Where the mark is of
    a ``team`` or a ``partner``, its deadlines are one click further.
    """
    shown = view.shown.actions
    actions = shown[shown["action_id"].isin(set(action_ids))]
    if "action" in st.query_params or actions.empty:
        return

    @st.dialog("Actions", position="right", width=WIDTH, on_dismiss=lambda: _drop(MARK))
    def drawer() -> None:
        finding(sentence, level=3)
        for key, name in (("team", team), ("partner", partner)):
            if name:
                jump(f"Deadlines of {literal(name)}", "deadlines", key="behind", **{key: name})
        action_list(actions, key="behind", in_drawer=True)

    drawer()


def _drop(parameter: str) -> None:
    st.query_params.pop(parameter, None)


def _body(view: View, action_id: str) -> None:
    actions = with_position(view.plan.actions, as_at=view.as_at)
    action = actions[actions["action_id"].eq(action_id)]
    finding(f"{action_id} {action['title'].item()}", level=3)
    paragraph(action["action"].item())
    st.html(_facts(view, action))
    _jumps(view, action)
    _neighbours(view, action_id, ends=action["end"].item())
    for note in view.plan.notes.loc[view.plan.notes["action_id"].eq(action_id), "note"]:
        paragraph(f"Note on the data: {note}")
    paragraph("The title is ours, for charts and slides; all else is as published.")


def _facts(view: View, action: pd.DataFrame) -> str:
    cells = action.iloc[0]
    facts = {
        "Plan": cells["plan"],
        "Theme": cells["theme"],
        "Lead": cells["leads"],
        "Partners": cells["partners"] or "none named in this table",
        "Start": cells["start_published"] or "not given",
        "End": cells["end_published"] or "not given",
        f"Position {view.when}": cells["position"],
        "Live in": _live_in(view, action),
    }
    return facts_html(facts, style="nz-facts")


def _live_in(view: View, action: pd.DataFrame) -> str:
    """Return the printed delivery years in which an action is live, and what lies beyond them."""
    years, end = _years(view, action), action["end"].item()
    words = ", ".join(years) or "none of the printed delivery years"
    beyond = years and not pd.isna(end) and delivery_year(end) > years[-1]
    return f"{words}, and on to {month_label(end)}" if beyond else words


def _years(view: View, action: pd.DataFrame) -> list[str]:
    return [
        year
        for year in view.plan.delivery_years
        if live_between(action, first_month(year), first_month(year) + 11).item()
    ]


def _jumps(view: View, action: pd.DataFrame) -> None:
    """Offer the deadlines of each lead team of an action that has one."""
    if action["end"].isna().item():
        return
    leads = view.plan.assignments
    for lead in leads.loc[leads["action_id"].eq(action["action_id"].item()), "lead"]:
        jump(f"Deadlines of {literal(lead)}", "deadlines", key=f"deadlines-{lead}", team=lead)


def _neighbours(view: View, action_id: str, *, ends: pd.Period) -> None:
    near = neighbours(view.plan, action_id=action_id)
    if len(near.same_deadline):
        finding(f"Same team, same deadline: {month_name(ends)}", level=3)
        _buttons(near.same_deadline, key="deadline")
    shared = near.same_partners
    if len(shared):
        finding(f"{count_of(len(shared), 'action')} with a partner in common", level=3)
        _buttons(shared.head(FEW), key="partner")
    if len(shared) > FEW:
        with st.expander(f"{len(shared) - FEW} more"):
            _buttons(shared.iloc[FEW:], key="partner")


def _buttons(near: pd.DataFrame, *, key: str) -> None:
    near = page_of(near, size=PAGE, key=f"near-{key}-{len(near)}-page")
    with st.container(gap="xxsmall", key=f"near-{key}-{len(near)}-nzlinks"):
        for other in near.itertuples():
            pressed = st.button(
                f"**{literal(other.action_id)}** {literal(other.title)}",
                key=f"near-{key}-open-{other.action_id}",
                type="tertiary",
            )
            paragraph(listing(list(other.shared)), style="nz-counted")
            if pressed:
                st.query_params["action"] = other.action_id
                st.rerun()
