"""Where the data comes from, what to know about it, and what each column means."""

import streamlit as st

from netzero.analysis.wording import count_of
from netzero.plan.reading import DATA
from netzero.ui import frame
from netzero.ui.controls import page_of
from netzero.ui.loading import provenance
from netzero.ui.tables import table
from netzero.ui.text import finding, paragraph

view = frame.current()
plan = view.plan

finding(
    f"{count_of(len(plan.actions), 'action')} from "
    f"{count_of(plan.actions['plan'].nunique(), 'published table')}",
    f"{count_of(len(plan.assignments), 'lead assignment')}, "
    f"{count_of(plan.assignments['lead'].nunique(), 'lead team')}, "
    f"{count_of(plan.partnerships['partner'].nunique(), 'partner')}. This page is about the whole "
    "plan, whatever the filters.",
    level=1,
)
finding("Where it comes from")
table(provenance(), caption="Published tables")
paragraph(f"Fingerprint of the file (SHA-256): {plan.digest}")
finding("Notes on the data", "Nothing in the published text is corrected silently")
notes = plan.notes.rename(columns={"action_id": "action"})
table(page_of(notes, size=200, key="notes-page"), caption=count_of(len(plan.notes), "note"))
finding("The reviewed list of names", "It alone decides what is one organisation")
table(plan.organisations, caption=count_of(len(plan.organisations), "organisation"))
finding("The columns")
with st.container(key="dictionary"):
    st.markdown((DATA / "README.md").read_text(encoding="utf-8"))
