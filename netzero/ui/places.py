"""The pages, in the order of the navigation."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

FIRST = "overview"
TITLES = {
    "overview": "Overview",
    "timeline": "Timeline",
    "workload": "Workload",
    "deadlines": "Deadlines",
    "partners": "Partners",
    "team": "Team",
    "actions": "Actions",
    "briefing": "Briefing",
    "changes": "Changes",
    "plan_data": "Plan data",
}
# These have something to show where the filters leave no action.
WHATEVER_IS_IN_SCOPE = ("plan_data", "briefing")


def pages() -> list[StreamlitPage]:
    """Return the pages; each is the file of its name, which is also its address."""
    return [
        st.Page(file_of(name), title=title, default=name == FIRST) for name, title in TITLES.items()
    ]


def file_of(name: str) -> str:
    """Return the file of a page."""
    return f"pages/{name}.py"
