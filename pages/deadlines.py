"""Which deadlines fall together, with whom, and what comes next?"""

import streamlit as st

from netzero.analysis.coming import ending
from netzero.analysis.deadlines import PAST, deadline_grid
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.together import involved, lanes, together
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.choices import names_in, number, one_of
from netzero.ui.downloads import offer_calendar, offer_files
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side

BESIDE = ["Actions", "Also led by", "Partners in common"]


def show_page(at: PlanAt) -> None:
    grid, soon = answer(deadline_grid, at), answer(ending, at, months=0)
    show(grid, level=1)

    left, right = side_by_side()
    with left:
        head = st.container()
        within = number("Months that deadlines together may span", 1, 12, parameter=address.WITHIN)
        sets = answer(together, at, within=within)
        show_list(sets, beside=BESIDE, folded=PAST, head=head)
    with right:
        show_list(soon, beside=["Leads"])
        offer_calendar(at)

    head = st.container()
    team = one_of("Team", names_in(sets, "Team"), parameter=address.LANES)
    show(answer(lanes, at, within=within, team=team), head=head)
    also = answer(involved, at, within=within)
    show(also)
    asked = answer(together, at, within=within, whose="partner")
    show_list(asked, beside=BESIDE, folded=PAST)
    choices = {"Months that deadlines together may span": str(within)}
    offer_files(at, sets, asked, also, soon, grid, name="deadlines", choices=choices)


frame.body(show_page)
