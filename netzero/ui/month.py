"""The as-at month: in the address, and in the bar with the way back to today."""

from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from netzero.plan import Plan
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    first_month,
    month_from_number,
    month_label,
    months_between,
)
from netzero.ui import address

_CHOSEN = "month"
_FIRST, _LAST = pd.Period(f"{EARLIEST_YEAR}-01", "M"), pd.Period(f"{LATEST_YEAR}-12", "M")


def show_month(plan: Plan, month: pd.Period, *, this_month: pd.Period) -> None:
    """Show the as-at month with those beside it, all others, and the way back to this month.

    The address holds the month, not the widget, whose words are for readers.
    """
    labels = _labels(plan, min(month, this_month), max(month, this_month))
    st.session_state[_CHOSEN] = month_label(month)
    with st.container(horizontal=True, vertical_alignment="center", width="content", gap="xxsmall"):
        st.html('<p class="nz-as-at">As at</p>', width="content")
        _step(month - 1, f"← {month_label(month - 1)[:3]}", name="before")
        st.selectbox(
            "As at",
            labels,
            key=_CHOSEN,
            label_visibility="collapsed",
            on_change=_take,
            width=120,
        )
        _step(month + 1, f"{month_label(month + 1)[:3]} →", name="after")
        if month != this_month:
            st.button(f"Back to {month_label(this_month)}", key="today", on_click=forget_month)


def forget_month() -> None:
    """Go back to this month. For use as a callback."""
    address.remove(address.AS_AT)


def _step(month: pd.Period, label: str, *, name: str) -> None:
    outside = not _FIRST <= month <= _LAST
    st.button(label, key=f"month-{name}", disabled=outside, on_click=_go_to, args=(month,))


def _go_to(month: pd.Period) -> None:
    address.put(address.AS_AT, str(month))


def _take() -> None:
    _go_to(pd.Period(st.session_state[_CHOSEN], "M"))


@lru_cache(maxsize=64)
def _labels(plan: Plan, first: pd.Period, last: pd.Period) -> list[str]:
    """Return the months to choose from: those of the plan, these two, and a year on either side."""
    ends = plan.actions["last"].dropna()
    known = [month_from_number(end) for end in ends[np.isfinite(ends)].nlargest(1)]
    known += [first_month(year) for year in plan.delivery_years[:1]]
    months = months_between(min([first, *known]) - 12, max([last, *known]) + 12)
    return [month_label(month) for month in months if _FIRST <= month <= _LAST]
