"""What runs when: the whole plan on its delivery years."""

import streamlit as st

from netzero.analysis import headline, timeline
from netzero.charts.timeline import (
    COMFORTABLE,
    COMFORTABLE_MIDDLE,
    COMPACT,
    COMPACT_MIDDLE,
    STACKED,
    timeline_figure,
)
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.controls import choice, page_of
from netzero.ui.key import position_key
from netzero.ui.listing import open_action
from netzero.ui.tables import table
from netzero.ui.text import finding

ROWS = 120

view = frame.current()
years = view.plan.delivery_years
sentence = headline.windows_sentence(view.shown.actions, as_at=view.as_at)

words, arrange = st.columns([5, 1], vertical_alignment="top")
with arrange, st.popover("Arrange", width="stretch"):
    group = choice("Group by", timeline.GROUPS, key="group")
    sort = choice("Sort by", timeline.SORTS, key="sort")
    density = choice("Rows", ("compact", "comfortable"), key="rows")
rows = timeline.timeline_rows(view.shown, years=years, group=group, sort=sort)
with words:
    finding(
        sentence,
        f"{view.counted}, {view.when}; {len(rows):,} rows, by {group} then {sort}",
        level=1,
        key=position_key(view.shown.actions["position"].value_counts()),
    )

wide, middle = (
    (COMPACT, COMPACT_MIDDLE) if density == "compact" else (COMFORTABLE, COMFORTABLE_MIDDLE)
)
drawn = page_of(rows, size=ROWS, key="timeline-page")
show_chart(
    timeline_figure(drawn, years=years, as_at=view.as_at, density=wide),
    key="timeline",
    alt=f"Timeline of {len(rows):,} rows. {sentence}.",
    data=timeline.listed(drawn, view.shown.actions),
    middle=timeline_figure(drawn, years=years, as_at=view.as_at, density=middle),
    narrow=timeline_figure(drawn, years=years, as_at=view.as_at, density=STACKED),
    on_pick=open_action,
)

finding(
    "The delivery years of each action",
    "Derived from the dates: the shading of the published grid was lost",
)
grid = timeline.delivery_year_grid(view.shown.actions, years=years)
table(
    page_of(grid, size=ROWS, key="grid-page"),
    caption=f"Delivery years in which each action is live, {view.counted}",
)
