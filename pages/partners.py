"""Which partners are asked, by whom, and by how many teams at once?"""

import streamlit as st

from netzero.analysis.leads import leads
from netzero.analysis.network import network
from netzero.analysis.partners import demand, kinds, matrix, partners
from netzero.analysis.plan_at import PlanAt
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.choices import names_in, one_of, switch
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show


def show_page(at: PlanAt) -> None:
    asked = answer(partners, at)
    show(asked, level=1)

    head = st.container()
    once = switch("Include partners named in one action only", parameter=address.ONCE)
    who = answer(matrix, at, once=once)
    show(who, head=head)

    names = names_in(asked, "Partner")
    head = st.container()
    teams = names_in(answer(leads, at), "Lead team") if names else []
    focus = one_of("Focus on", [*names, *teams], parameter=address.FOCUS)
    show(answer(network, at, focus=focus), head=head)
    show(answer(demand, at, partner=focus if focus in names else ""))
    by_kind = answer(kinds, at)
    show(by_kind)
    offer_files(at, asked, who, by_kind, name="partners")


frame.body(show_page)
