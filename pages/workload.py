"""How much is live, when, and on which team?"""

import streamlit as st

from netzero.analysis.between import two_periods
from netzero.analysis.load import load
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import teams_since
from netzero.analysis.workload import alone, concentration, profile
from netzero.ui import address, choices, frame
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    head = st.container()
    chosen = choices.of_load(at)
    live = answer(load, at, **chosen)
    show(live, level=1, head=head, placed=Placed.UPRIGHT)

    left, right = side_by_side()
    with left:
        head = st.container()
        periods = answer(two_periods, at, **choices.pair_of_periods(at))
        show(periods, head=head)
    with right:
        changed, shares = choices.compared(teams_since, at), answer(concentration, at)
        for exhibit in (*changed, shares):
            show(exhibit)
    head = st.container()
    team = choices.one_of("Team", choices.teams_in(at), parameter=address.PROFILE)
    by_month, sole = answer(profile, at, team=team), answer(alone, at)
    show(by_month, head=head, placed=Placed.UPRIGHT)
    show_list(sole, beside=["End", "Theme"])
    said = {"Period": chosen["grain"], "Ongoing work": choices.said_of_ongoing(chosen)}
    offer_files(at, live, by_month, shares, periods, sole, *changed, name="workload", choices=said)


frame.body(show_page)
