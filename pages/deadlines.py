"""Which deadlines fall together, with whom, and what comes next?"""

import streamlit as st

from netzero.analysis import deadlines, headline
from netzero.analysis.actions import actions_table
from netzero.analysis.timeline import listed
from netzero.analysis.wording import count_of
from netzero.charts.grid import deadline_grid_figure
from netzero.charts.timeline import COMFORTABLE, COMFORTABLE_MIDDLE, STACKED, timeline_figure
from netzero.plan.months import month_label, years_between
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.clusters import show_clusters
from netzero.ui.controls import kept_number, number, one_of, page_of, side_by_side
from netzero.ui.detail import keep, kept_mark, show_behind
from netzero.ui.downloads import offer_calendar, offer_downloads
from netzero.ui.jumps import jump
from netzero.ui.listing import action_list, open_action
from netzero.ui.tables import table
from netzero.ui.text import finding, paragraph

LEAST, MOST, USUAL = 1, deadlines.WIDEST, 3

view = frame.current()
actions, years = view.shown.actions, view.plan.delivery_years
ends = deadlines.team_deadlines(view.shown)

within = kept_number("within", LEAST, MOST, default=USUAL)
clusters = deadlines.deadline_clusters(ends, within=within)
first, last = headline.look_ahead(view.as_at, months=12)
ahead = headline.falling_between(actions, "end", first, last)
grid = deadlines.deadline_grid(ends)
by_month = deadlines.grid_table(grid)
together = deadlines.caught_together(view.plan, clusters)

finding(
    deadlines.next_sentence(actions, clusters, as_at=view.as_at),
    f"{count_of(len(clusters), 'cluster') if len(clusters) else 'No cluster'}: deadlines of one "
    f"team within {count_of(within, 'month')} of each other. {view.counted}, {view.when}",
    level=1,
)
number("Months that a cluster may span", LEAST, MOST, default=USUAL, key="within")
left, right = side_by_side()
with left:
    show_clusters(view, clusters, kind="cluster")
with right:
    finding(
        f"{count_of(len(ahead), 'deadline')} in the next twelve months",
        f"{month_label(first)} to {month_label(last)}",
        level=3,
    )
    action_list(ahead, key="ahead")
    offer_calendar(view)
    with st.container(horizontal=True, vertical_alignment="center", key="see-nzlinks"):
        st.html('<p class="nz-counted">See also</p>', width="content")
        jump("Timeline", "timeline", key="timeline")
        jump("Workload", "workload", key="workload")
        jump("Partners", "partners", key="partners")

if len(ends):
    sentence = deadlines.grid_sentence(grid)
    span = years_between(ends["end"].min(), ends["end"].max())
    finding(sentence, f"Deadlines by lead team and month; an empty month has none; {view.when}")
    show_chart(
        deadline_grid_figure(grid, years=span, as_at=view.as_at),
        key="grid",
        alt=sentence,
        data=by_month,
        narrow="The grid needs a wider screen; its counts are in the table.",
        on_pick=keep("grid"),
    )
    if mark := kept_mark("grid"):
        for cell in grid[
            grid["team"].eq(mark[0]) & grid["month"].astype(str).eq(mark[-1])
        ].itertuples():
            counted = count_of(cell.deadlines, "deadline")
            show_behind(
                view, cell.action_ids, sentence=f"{cell.team}: {counted}, {month_label(cell.month)}"
            )

if len(clusters):
    owners = list(dict.fromkeys(clusters["owner"]))
    owner = one_of(
        "Team", owners, key="lanes", default=deadlines.soonest(clusters, as_at=view.as_at)
    )
    own = clusters[clusters["owner"].eq(owner)]
    lanes = page_of(deadlines.lanes(actions, own, years=years), size=120, key="lanes-page")
    sentence = deadlines.side_by_side_sentence(actions, own, years=years)
    finding(
        sentence,
        f"The windows of {owner} that end together, a lane each; {view.when}",
    )
    show_chart(
        timeline_figure(lanes, years=years, as_at=view.as_at, density=COMFORTABLE),
        key="lanes-chart",
        alt=sentence,
        data=listed(lanes, actions),
        middle=timeline_figure(lanes, years=years, as_at=view.as_at, density=COMFORTABLE_MIDDLE),
        narrow=timeline_figure(lanes, years=years, as_at=view.as_at, density=STACKED),
        on_pick=open_action,
    )
    finding("Teams and partners caught together", "In one cluster, by joint leads or as a partner")
    table(page_of(together, size=60, key="together"), caption=f"Pairs, {view.counted}, {view.when}")

asked = deadlines.deadline_clusters(deadlines.partner_deadlines(view.shown), within=within)
if len(asked):
    finding(
        f"{count_of(asked['owner'].nunique(), 'partner')} asked more than once for the same time",
        f"Deadlines that name one partner, within {count_of(within, 'month')}; {view.when}",
    )
    show_clusters(view, asked, kind="partner-cluster")

paragraph(deadlines.CLUSTER_RULE)
offer_downloads(
    view,
    {
        "Clusters": deadlines.clusters_table(clusters),
        "Clusters of partners": deadlines.clusters_table(asked),
        "Caught together": together,
        "Next twelve months": actions_table(ahead),
        "Deadlines by month": by_month,
    },
    name="deadlines",
    rule=deadlines.CLUSTER_RULE,
    choices={"Months that a cluster may span": str(within)},
)
