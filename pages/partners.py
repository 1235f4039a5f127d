"""Which partners are asked, by whom, and by how many teams at once?"""

import pandas as pd
import streamlit as st

from netzero.analysis import partners
from netzero.analysis.wording import count_of
from netzero.charts.columns import partner_demand_figure
from netzero.charts.grid import matrix_figure
from netzero.charts.network import network_figure
from netzero.plan.months import month_name, months_of
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.controls import one_of
from netzero.ui.detail import keep, kept_mark, kept_month, show_behind
from netzero.ui.downloads import offer_downloads
from netzero.ui.tables import table
from netzero.ui.text import finding, paragraph

EVERYONE = "Every team and partner in the matrix"

view = frame.current()
links = partners.partner_links(view.shown)
summary = partners.partner_summary(view.shown, as_at=view.as_at)
total = view.shown.partnerships["action_id"].nunique()


def show_matrix(drawn: pd.DataFrame) -> None:
    """Draw who asks whom, and list the actions behind the cell that was clicked."""
    left_out = len(summary) - len(drawn)
    rest = f"; {left_out} more, named in one action, are in the table below" if left_out else ""
    finding(
        partners.summary_sentence(summary, actions=total),
        f"Actions that each team leads with each partner, joint actions under each lead: "
        f"{len(drawn)} partners{rest}; {view.when}",
        level=1,
    )
    between = links[links["partner"].isin(drawn["partner"])]
    show_chart(
        matrix_figure(between, partners=drawn["partner"], teams=partners.by_weight(between)),
        key="matrix",
        alt=partners.summary_sentence(summary, actions=total),
        data=between[["partner", "team", "actions", "action_ids"]],
        on_pick=keep("matrix"),
        narrow="The matrix needs a wider screen; its counts are in the tables.",
    )
    if mark := kept_mark("matrix"):
        asked = links[links["partner"].eq(mark[0]) & links["team"].eq(mark[-1])]
        for link in asked.itertuples():
            sentence = f"{link.team} with {link.partner}: {count_of(link.actions, 'action')}"
            show_behind(view, link.action_ids, sentence=sentence, partner=link.partner)


def show_network(drawn: pd.DataFrame, focus: str) -> None:
    """Draw the links, all of the matrix or those of one name."""
    between = links[links["partner"].isin(drawn["partner"])]
    kept = between if focus == EVERYONE else partners.around(links, name=focus)
    network = partners.partner_network(kept, summary.set_index("partner")["kind"])
    sentence = partners.network_sentence(network, focus="" if focus == EVERYONE else focus)
    finding(sentence, "A line for each pair; the thicker, the more actions they share")
    show_chart(
        network_figure(network),
        key="network",
        alt=sentence,
        data=network.nodes[["name", "side", "kind", "links", "actions"]],
        narrow="The network needs a wider screen; its links are in the table.",
        on_pick=keep("node"),
    )
    mark = kept_mark("node")
    if len(mark) == 2 and mark[0] in partners.SIDES:
        side, name = mark
        ids = {*partners.around(kept, name=name, side=side)["action_ids"].explode().dropna()}
        sentence = f"{name}: {count_of(len(ids), 'action')} in the network"
        show_behind(view, ids, sentence=sentence, **{side: name})


def show_demand(partner: str) -> None:
    """Draw how much one partner is asked for, month by month."""
    demand = partners.partner_demand(
        view.shown, partner=partner, months=months_of(view.plan.delivery_years)
    )
    sentence = partners.demand_sentence(demand, partner=partner)
    finding(sentence, f"Live actions that name {partner}, month by month, {view.when}")
    show_chart(
        partner_demand_figure(demand, as_at=view.as_at),
        key="demand",
        alt=sentence,
        data=demand,
        narrow=partner_demand_figure(demand, as_at=view.as_at, quarters=False),
        on_pick=keep("demand"),
    )
    for month in kept_month("demand"):
        ids = partners.live_ids(view.shown, partner=partner, month=month)
        sentence = f"{partner}: {count_of(len(ids), 'live action')} in {month_name(month)}"
        show_behind(view, ids, sentence=sentence)


if links.empty:
    finding(partners.summary_sentence(summary, actions=total), view.counted, level=1)
    paragraph("The 2035 Council plan has no column for partners; the 2050 plan names them.")
else:
    named_once = st.toggle(
        "Include partners named in one action only", key="once", bind="query-params"
    )
    often = summary[summary["actions"].gt(1)]
    in_matrix = summary if named_once or often.empty else often
    show_matrix(in_matrix)
    names = sorted({*links["team"], *links["partner"]})
    focused = one_of("Focus on", [EVERYONE, *names], key="focus", default=EVERYONE)
    show_network(in_matrix, focused)
    top = summary["partner"].iloc[0]
    show_demand(focused if focused in set(summary["partner"]) else top)
    finding("Every partner, most asked first", "“Asking now” counts teams with a live action")
    table(partners.as_table(summary), caption=f"Partners, {view.counted}, {view.when}")
    paragraph(partners.COUNTING_RULE)
    finding("Partners by kind", "The kinds are ours, from the reviewed list of names")
    table(partners.by_kind(view.shown.partnerships), caption=f"Kinds of partner, {view.counted}")
    offer_downloads(
        view,
        {
            "Partners": partners.as_table(summary),
            "Teams and partners": links,
            "Kinds": partners.by_kind(view.shown.partnerships),
        },
        name="partners",
        rule=partners.COUNTING_RULE,
    )
