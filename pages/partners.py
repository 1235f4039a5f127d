"""Which partners are asked, by whom, and by how many teams at once?"""

import streamlit as st

from netzero.analysis.asking import asking
from netzero.analysis.network import network
from netzero.analysis.partners import demand, kinds, matrix, partners
from netzero.analysis.plan_at import PlanAt
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.choices import names_in, one_of, switch, teams_in
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    asked = answer(partners, at)
    names = names_in(asked, "Partner")
    head = st.container()
    once = switch("Include partners named in one action only", parameter=address.ONCE)
    when = answer(asking, at, once=once)
    show(when, level=1, head=head)

    focus = one_of("Focus on", [*names, *teams_in(at)] if names else [], parameter=address.FOCUS)
    left, right = side_by_side()
    with left:
        show(answer(network, at, focus=focus))
    with right:
        show(answer(demand, at, partner=focus if focus in names else ""))
    show(asked)
    who, by_kind = answer(matrix, at, once=once), answer(kinds, at)
    show(who)
    show(by_kind)
    offer_files(at, when, asked, who, by_kind, name="partners")


frame.body(show_page)
