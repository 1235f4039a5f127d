"""Which partners are asked, by whom, and by how many teams at once?"""

import streamlit as st

from netzero.analysis.asking import asking
from netzero.analysis.network import network
from netzero.analysis.partners import demand, kinds, matrix, partners
from netzero.analysis.periods import YEAR
from netzero.analysis.plan_at import PlanAt
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.choices import names_in, one_of, switch, teams_in
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show, show_names
from netzero.ui.layout import side_by_side

BESIDE = ["Live", "Teams asking, whole plan", "Kind"]


def show_page(at: PlanAt) -> None:
    asked = answer(partners, at)
    names = names_in(asked, "Partner")
    head = st.container()
    once = switch("Include partners named in one action only", parameter=address.ONCE)
    when = answer(asking, at, once=once)
    show(when, level=1, head=head, narrow=lambda: answer(asking, at, once=once, grain=YEAR))

    left, right = side_by_side()
    with left:
        options = [*names, *(team for team in teams_in(at) if team not in names)] if names else []
        first = next(iter(names_in(when, "Partner")), "")
        focus = one_of("Look at", options, parameter=address.FOCUS, default=first)
        show(answer(network, at, focus=focus), placed=Placed.HALF)
        if focus in names:
            show(answer(demand, at, partner=focus), placed=Placed.HALF)
    with right:
        show_names(asked, label="Find a partner", columns=BESIDE, apart="internal")
    who, by_kind = answer(matrix, at, once=once), answer(kinds, at)
    show(who)
    show(by_kind)
    offer_files(at, when, asked, who, by_kind, name="partners")


frame.body(show_page)
