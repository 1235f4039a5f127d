"""Where does the plan stand, and what comes next?"""

import streamlit as st

from netzero.analysis import headline
from netzero.charts.bars import leads_figure
from netzero.charts.columns import deadline_profile_figure
from netzero.plan.months import month_label
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.listing import action_list
from netzero.ui.numbers import show_numbers
from netzero.ui.text import finding

view = frame.current()
actions, assignments = view.shown.actions, view.shown.assignments
counts = headline.standing(actions)
first, last = headline.look_ahead(view.as_at)
ending = headline.falling_between(actions, "end", first, last)
starting = headline.falling_between(actions, "start", first, last)
ahead = f"{month_label(first)} to {month_label(last)}"

finding(headline.standing_sentence(counts), f"{view.counted}, {view.when}", level=1)
show_numbers(
    {
        "live now": counts.live,
        "of these in delivery": counts.in_delivery,
        "of these ongoing": counts.ongoing,
        f"deadlines, {ahead}": len(ending),
        f"starts, {ahead}": len(starting),
    }
)

left, right = st.columns(2, gap="large")
with left:
    profile = headline.deadlines_by_month(actions)
    sentence = headline.peak_sentence(profile, as_at=view.as_at)
    finding(sentence, "Actions by the month of their planned end; grey has passed")
    if len(profile):
        show_chart(
            deadline_profile_figure(profile, as_at=view.as_at),
            key="deadlines",
            alt=sentence,
            data=profile,
            narrow=deadline_profile_figure(profile, as_at=view.as_at, quarters=False),
        )
    finding(f"{len(ending)} end and {len(starting)} start, {ahead}")
    action_list(ending, key="ending")
    action_list(starting, key="starting")
with right:
    leads = headline.leads_by_team(actions, assignments)
    sentence = headline.leads_sentence(leads, actions=len(actions))
    finding(sentence, f"Actions by lead team, joint actions under each lead: {view.counted}")
    show_chart(
        leads_figure(leads),
        key="leads",
        alt=sentence,
        data=leads,
        narrow=leads_figure(leads, labels=180),
    )
