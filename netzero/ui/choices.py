"""Choices that belong to one page. Each stands in the address under the name of its parameter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from netzero.analysis.between import comparable, usual_pair
from netzero.analysis.briefing import MONTHS_BACK
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.leads import leads
from netzero.analysis.periods import GRAINS, MONTH
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import earlier_months
from netzero.plan.months import delivery_year, month_label
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.answers import answer, view
from netzero.ui.asked import filter_options
from netzero.ui.screen import give_notice
from netzero.ui.text import quoted

_TEAM, _EARLIER = "sheet-team", "earlier-month"


def choice(label: str, options: Sequence[str], *, parameter: Parameter) -> str:
    """Return the option chosen of a few; the parameter's default stands at first."""
    _name_unknown(parameter, options)
    default = str(parameter.default)
    chosen = st.segmented_control(
        label, options, default=default, key=parameter.name, required=True, bind="query-params"
    )
    return str(chosen or default)


def one_of(
    label: str,
    options: Sequence[str],
    *,
    parameter: Parameter,
    default: str = "",
    width: int = 420,
    labels: Mapping[str, str] | None = None,
) -> str:
    """Return the option chosen from a long list; the first stands in for a default not in it.

    ``labels`` give what the list calls an option, where that is not what a link calls it.
    The address holds what was chosen, and nothing before, so that a default that depends on the
    month follows it. Where there is nothing to choose from, nothing is drawn and the answer is
    blank.
    """
    if not options:
        return ""
    key, asked = f"choice-{parameter.name}", address.text_of(parameter)
    if asked not in options:
        _name_unknown(parameter, options)
        address.remove(parameter)
        asked = default if default in options else options[0]
    st.session_state[key] = asked
    st.selectbox(
        label,
        options,
        key=key,
        width=width,
        format_func=labels.__getitem__ if labels else str,
        on_change=lambda: address.put(parameter, st.session_state[key]),
    )
    return asked


def names_in(exhibit: Exhibit, column: str) -> list[str]:
    """Return the different names that stand in a column of an exhibit's table, in its order."""
    place = exhibit.table.columns.index(column)
    return list(dict.fromkeys(str(row[place]) for row in exhibit.table.rows))


def teams_in(at: PlanAt) -> list[str]:
    """Return the lead teams in scope, those with most live work first."""
    return names_in(answer(leads, at), "Lead team")


def chosen_team(at: PlanAt) -> tuple[str, PlanAt]:
    """Return the team that is looked at, and the plan narrowed to it.

    It is the first of those filtered for, else the one with most live work in scope. Another that
    is chosen becomes the filter.
    """
    teams = teams_in(at)
    team = next(iter(at.scope.team), "") or next(iter(teams), "")
    st.session_state[_TEAM] = team
    st.selectbox(
        "Team",
        filter_options(at.plan)[address.TEAM],
        key=_TEAM,
        width=420,
        label_visibility="collapsed",
        on_change=lambda: address.put(address.TEAM, st.session_state[_TEAM]),
    )
    return team, view(at.plan, at.month, replace(at.scope, team=(team,)))


def compared(question: Callable[..., Exhibit], at: PlanAt) -> list[Exhibit]:
    """Return what a question answers since the earlier month that is chosen; nothing if none is."""
    earlier = _earlier_month(at)
    return [answer(question, at, earlier=earlier)] if earlier else []


def since_month(at: PlanAt) -> pd.Period:
    """Return the earlier month that is chosen, else that of half a year ago."""
    return _earlier_month(at, usual=at.month - MONTHS_BACK) or at.month - MONTHS_BACK


def of_load(at: PlanAt) -> dict[str, Any]:
    """Return what is chosen of live work by period: its grain, first year and ongoing work."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = choice("Period", GRAINS, parameter=address.PERIOD)
        first = _first_year(at, chosen)
        ongoing = not switch("Leave out ongoing work", parameter=address.TIME_BOUND)
    return {"grain": chosen, "first_year": first, "ongoing": ongoing}


def said_of_ongoing(chosen: Mapping[str, Any]) -> str:
    """Return whether ongoing work is counted, for whoever reads a file."""
    return "counted" if chosen["ongoing"] else "left out"


def _first_year(at: PlanAt, grain: str) -> str | None:
    """Return the delivery year with which months begin; there is none to choose for longer ones."""
    years = at.years if grain == MONTH else ()
    now = delivery_year(at.month)
    return one_of("From", years, parameter=address.FROM_YEAR, default=now, width=120) or None


def pair_of_periods(at: PlanAt) -> dict[str, str]:
    """Return the periods ``before`` and ``after``: this delivery year and the next at first."""
    usual, names = usual_pair(at), list(comparable(at))
    with st.container(horizontal=True):
        before = one_of("Compare", names, parameter=address.BEFORE, default=usual[0], width=160)
        others = [name for name in names if name != before]
        if address.text_of(address.AFTER) == before:
            address.remove(address.AFTER)
        after = one_of(
            "with",
            others,
            parameter=address.AFTER,
            default=_beside(before, usual, names),
            width=160,
        )
    return {"before": before, "after": after}


def _beside(before: str, usual: tuple[str, str], names: Sequence[str]) -> str:
    """Return with what a period is compared at first: as usual, or with the next one there is."""
    if before != usual[1]:
        return usual[1]
    following = names.index(before) + 1
    return names[following] if following < len(names) else usual[0]


def _earlier_month(at: PlanAt, *, usual: pd.Period | None = None) -> pd.Period | None:
    """Return the month to compare with, ``usual`` where none is chosen.

    What is chosen goes along to every page, as the filters do.
    """
    months = {month_label(month): month for month in earlier_months(at)}
    said = f"one of the {len(months)} months before {month_label(at.month)}"
    _name_unknown(address.SINCE, list(map(str, months.values())), said)
    asked = address.text_of(address.SINCE)
    held = next((label for label, month in months.items() if str(month) == asked), None)
    if not held:
        address.remove(address.SINCE)
        held = month_label(usual) if usual else None
    st.session_state[_EARLIER] = held
    st.selectbox(
        "Changed since",
        list(months),
        index=None,
        key=_EARLIER,
        placeholder="Choose an earlier month",
        width=240,
        on_change=lambda: _put_earlier(months),
    )
    return months[held] if held else None


def _put_earlier(months: Mapping[str, pd.Period]) -> None:
    chosen = st.session_state[_EARLIER]
    address.put(address.SINCE, *([str(months[chosen])] if chosen else []))


def number(label: str, least: int, most: int, *, parameter: Parameter, width: int = 420) -> int:
    """Return the whole number chosen between two limits; the parameter's default at first."""
    options = list(range(least, most + 1))
    _name_unknown(parameter, [str(option) for option in options], f"{least} to {most}")
    chosen = st.select_slider(
        label, options, parameter.default, key=parameter.name, width=width, bind="query-params"
    )
    return int(chosen)


def several(
    label: str,
    options: Sequence[str],
    *,
    parameter: Parameter,
    most: int | None = None,
    labels: Mapping[str, str] | None = None,
) -> list[str]:
    """Return the options chosen of many, ``most`` of them at most; ``labels`` say some in words."""
    asked = list(dict.fromkeys(address.texts_of(parameter)))
    known = [each for each in asked if each in options][:most]
    if known != address.texts_of(parameter):
        for each in asked:
            if each not in known:
                give_notice(f"Left out of the link: {parameter.name} {quoted(each)}.")
        address.put(parameter, *known)
    key = f"choice-{parameter.name}"
    st.session_state[key] = known
    st.multiselect(
        label,
        options,
        key=key,
        format_func=lambda each: (labels or {}).get(each, each),
        max_selections=most,
        width=420,
        on_change=lambda: address.put(parameter, *st.session_state[key]),
    )
    return known


def switch(label: str, *, parameter: Parameter) -> bool:
    """Return whether a switch is on."""
    _name_unknown(parameter, ("true", "false"))
    return st.toggle(label, bool(parameter.default), key=parameter.name, bind="query-params")


def _name_unknown(
    parameter: Parameter, options: Sequence[str], said: str = "a choice here"
) -> None:
    """Name what the address asks for and the choice does not have; Streamlit then drops it."""
    for asked in address.texts_of(parameter)[-1:]:
        if asked not in options:
            words = f"{parameter.name} {quoted(asked)}, which is not {said}"
            give_notice(f"Left out of the link: {words}.")
