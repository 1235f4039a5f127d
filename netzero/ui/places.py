"""The pages, in the order of the navigation."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

TITLES = {
    "overview": "Overview",
    "timeline": "Timeline",
    "workload": "Workload",
    "deadlines": "Deadlines",
    "partners": "Partners",
    "actions": "Actions",
    "briefing": "Briefing",
    "plan_data": "Plan data",
}
WHATEVER_IS_SHOWN = ("plan_data", "briefing")


def pages() -> list[StreamlitPage]:
    """Return the pages; each is the file of its name, which is also its address."""
    return [
        st.Page(f"pages/{name}.py", title=title, default=name == "overview")
        for name, title in TITLES.items()
    ]
