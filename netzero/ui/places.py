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
    "plan_data": "Plan data",
}
ABOUT_THE_WHOLE_PLAN = ("plan_data",)


def pages() -> list[StreamlitPage]:
    """Return the pages; each is the file of its name, which is also its address."""
    return [
        st.Page(f"pages/{name}.py", title=title, default=name == "overview")
        for name, title in TITLES.items()
    ]
