"""What runs when: the whole plan on its delivery years."""

import streamlit as st

from netzero.analysis.deadlines import deadline_months
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.timeline import GROUPS, ONGOING_SHOWN, SORTS, delivery_years, timeline
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.choices import choice
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    head, arrange = st.columns([5, 1])
    with arrange, st.container(horizontal_alignment="right"), st.popover("Arrange"):
        group = choice("Group by", GROUPS, parameter=address.GROUP)
        sort = choice("Sort by", SORTS, parameter=address.SORT)
        ongoing = choice("Ongoing work", ONGOING_SHOWN, parameter=address.ONGOING)
    lanes = answer(timeline, at, group=group, sort=sort, ongoing=ongoing)
    show(lanes, level=1, head=head, placed=Placed.UPRIGHT)
    months, years = answer(deadline_months, at), answer(delivery_years, at)
    left, right = side_by_side()
    with left:
        show(months, placed=Placed.HALF_OR_SHEET)
    with right:
        show(years, placed=Placed.HALF)
    said = {"Group by": group, "Sort by": sort, "Ongoing work": ongoing}
    offer_files(at, lanes, months, years, name="timeline", choices=said)


frame.body(show_page)
