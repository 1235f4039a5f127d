"""How much is live, when, and on which team?"""

import streamlit as st

from netzero.analysis.leads import leads
from netzero.analysis.periods import GRAINS, MONTH, YEAR
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import teams_since
from netzero.analysis.workload import alone, concentration, load, profile
from netzero.plan.months import delivery_year
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.choices import choice, compared, names_in, one_of, switch
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    head = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        grain = choice("Period", GRAINS, parameter=address.PERIOD)
        years, now = at.years if grain == MONTH else (), delivery_year(at.month)
        first = one_of("From", years, parameter=address.FROM_YEAR, default=now, width=120)
        time_bound = switch("Leave out ongoing work", parameter=address.TIME_BOUND)
    live = answer(load, at, grain=grain, first_year=first or None, ongoing=not time_bound)
    show(live, level=1, head=head, narrow=answer(load, at, grain=YEAR, ongoing=not time_bound))

    head = st.container()
    team = one_of("Team", names_in(answer(leads, at), "Lead team"), parameter=address.PROFILE)
    by_month, shares = answer(profile, at, team=team), answer(concentration, at)
    show(by_month, head=head)
    left, right = side_by_side()
    with left:
        show(shares)
        changed = compared(teams_since, at)
        for exhibit in changed:
            show(exhibit)
    with right:
        show_list(answer(alone, at), beside=["End"])
    choices = {"Period": grain, "Ongoing work": "left out" if time_bound else "counted"}
    offer_files(at, live, by_month, shares, *changed, name="workload", choices=choices)


frame.body(show_page)
