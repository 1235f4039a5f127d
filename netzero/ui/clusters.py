"""Deadline clusters as readers see them: the sentence, with whom, and the actions a click away."""

import pandas as pd
import streamlit as st

from netzero.analysis.deadlines import cluster_sentence, shared_in
from netzero.analysis.wording import count_of, listing
from netzero.plan.months import month_name
from netzero.ui.controls import page_of
from netzero.ui.detail import keep, kept_mark, show_behind
from netzero.ui.text import finding
from netzero.ui.view import View

AT_ONCE = 12


def show_clusters(view: View, clusters: pd.DataFrame, *, kind: str) -> None:
    """Show clusters, soonest first; those that lie behind are folded where any lie ahead.

    ``kind`` tells the clusters of teams from those of partners, in keys and in the address.
    """
    behind = clusters["last"].lt(view.as_at)
    ahead, past = clusters[~behind], clusters[behind].iloc[::-1]
    for _, cluster in page_of(ahead, size=AT_ONCE, key=f"{kind}-ahead").iterrows():
        _show_cluster(view, cluster, kind=kind)
    if len(past):
        label = f"{count_of(len(past), 'cluster')} before {month_name(view.as_at)}"
        with st.expander(label, expanded=ahead.empty, key=f"{kind}-past"):
            for _, cluster in page_of(past, size=AT_ONCE, key=f"{kind}-behind").iterrows():
                _show_cluster(view, cluster, kind=kind)
    _show_chosen(view, clusters, kind=kind)


def _show_cluster(view: View, cluster: pd.Series, *, kind: str) -> None:
    sentence = cluster_sentence(cluster, as_at=view.as_at)
    names = [cluster["owner"], str(cluster["first"])]
    with st.container(gap="xxsmall", key=f"{kind}-{'-'.join(names)}-nzlinks"):
        finding(sentence, _with_whom(view, cluster), level=3)
        st.button(
            f"See the {count_of(cluster['actions'], 'action')}",
            key=f"{kind}-{'-'.join(names)}",
            type="tertiary",
            on_click=keep(kind),
            args=(names,),
        )


def _show_chosen(view: View, clusters: pd.DataFrame, *, kind: str) -> None:
    if mark := kept_mark(kind):
        chosen = clusters[
            clusters["owner"].eq(mark[0]) & clusters["first"].astype(str).eq(mark[-1])
        ]
        for _, cluster in chosen.iterrows():
            sentence = cluster_sentence(cluster, as_at=view.as_at)
            show_behind(view, cluster["action_ids"], sentence=sentence)


def _with_whom(view: View, cluster: pd.Series) -> str:
    others, several = shared_in(view.plan, cluster)
    words = []
    if len(others):
        owner_leads = cluster["owner"] in set(view.plan.assignments["lead"])
        words.append(f"{'Also led' if owner_leads else 'Led'} by {_counted(others)}.")
    if len(several):
        words.append(f"Partners in common: {_counted(several)}.")
    return " ".join(words) or "No other lead team and no partner in common."


def _counted(shared: pd.DataFrame) -> str:
    names = zip(shared["name"], shared["actions"], strict=True)
    return listing([f"{name} ({actions})" for name, actions in names], most=len(shared))
