"""The plans that a reader has brought: they stand in the session and nowhere else."""

from typing import NamedTuple

import streamlit as st

from netzero.plan import Plan

_OWN, _OTHER = "_own_plan", "_brought_plan"


class OwnPlan(NamedTuple):
    """A plan of the reader's own, and the name of its file."""

    file: str
    plan: Plan


def own_plan() -> OwnPlan | None:
    """Return the plan that the reader has chosen to see in place of the served one."""
    return st.session_state.get(_OWN)


def brought_plan() -> OwnPlan | None:
    """Return the plan that the reader has brought to compare with the one that is shown."""
    return st.session_state.get(_OTHER)


def see(own: OwnPlan | None) -> None:
    """Have the reader see a plan in place of the served one; none is the way back to that."""
    st.session_state[_OWN] = own


def compare_with(brought: OwnPlan) -> None:
    """Keep a plan to compare with the one that is shown."""
    st.session_state[_OTHER] = brought
