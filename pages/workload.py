"""How much is live, when, and on which team?"""

import streamlit as st

from netzero.analysis import workload
from netzero.analysis.periods import MONTH, QUARTER, YEAR, periods
from netzero.analysis.wording import count_of
from netzero.charts.columns import team_profile_figure
from netzero.charts.grid import workload_figure
from netzero.plan.months import delivery_year, month_name, months_of
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.controls import choice, one_of
from netzero.ui.detail import keep, kept_mark, kept_month, show_behind
from netzero.ui.downloads import offer_downloads
from netzero.ui.listing import action_list
from netzero.ui.tables import table
from netzero.ui.text import finding, paragraph

NOBODY = "No lead team named"

view = frame.current()
actions, assignments = view.shown.actions, view.shown.assignments
years = view.plan.delivery_years

with st.container(horizontal=True, vertical_alignment="bottom"):
    grain = choice("Period", (QUARTER, YEAR, MONTH), key="period")
    shown = years
    if grain == MONTH:
        first = one_of("From", years, key="from", default=delivery_year(view.as_at))
        shown = tuple(year for year in years if year >= first)[:2]
    ongoing = not st.toggle("Leave out ongoing work", key="time_bound", bind="query-params")
columns = periods(shown, grain=grain)
grid = workload.workload_grid(actions, assignments, periods=columns, ongoing=ongoing)
sentence = workload.peak_sentence(grid, ongoing=ongoing)
by_year = periods(years, grain=YEAR)

finding(
    sentence,
    f"Actions live in each {grain} by lead team, and ◆ deadlines. {view.counted}, {view.when}",
    level=1,
)
show_chart(
    workload_figure(grid, periods=columns, as_at=view.as_at),
    key="workload",
    alt=sentence,
    data=workload.as_table(grid),
    narrow=workload_figure(
        workload.workload_grid(actions, assignments, periods=by_year, ongoing=ongoing),
        periods=by_year,
        as_at=view.as_at,
        narrow=True,
    ),
    on_pick=keep("workload"),
)
paragraph(workload.COUNTING_RULE)

if mark := kept_mark("workload"):
    cells = grid[grid["team"].eq(mark[0]) & grid["period"].eq(mark[-1])]
    for chosen in cells.itertuples():
        show_behind(
            view,
            {*chosen.live_ids, *chosen.deadline_ids},
            sentence=f"{chosen.team}, {chosen.period}: {count_of(chosen.live, 'live action')}, "
            f"{count_of(chosen.deadlines, 'deadline')}",
            team=chosen.team,
        )

teams = list(dict.fromkeys(grid["team"])) or [NOBODY]
team = one_of("Team", teams, key="profile", default=teams[0])
profile = workload.team_profile(actions, assignments, team=team, months=months_of(years))
sentence = workload.profile_sentence(profile, team=team, as_at=view.as_at)
finding(
    sentence,
    f"Live actions by month: time-bound on the floor of ongoing work, ◆ deadlines, {view.when}",
)
show_chart(
    team_profile_figure(profile, as_at=view.as_at),
    key="team-profile",
    alt=sentence,
    data=profile,
    narrow=team_profile_figure(profile, as_at=view.as_at, quarters=False),
    on_pick=keep("profile"),
)
for month in kept_month("profile"):
    ids = workload.live_ids(actions, assignments, team=team, month=month)
    counted = count_of(len(ids), "live action")
    show_behind(view, ids, sentence=f"{team}: {counted} in {month_name(month)}")

shares = workload.concentration(actions, assignments)
finding(
    workload.concentration_sentence(shares, actions=len(actions)),
    f"Lead teams, most actions first. “Reached” counts the different actions down to that row, of "
    f"{len(actions):,}",
)
table(shares, caption=f"How much rests on how few teams, {view.counted}")
alone = actions[actions["action_id"].isin(workload.led_by_one(assignments))]
with st.expander(f"{count_of(len(alone), 'action')} with one lead team"):
    action_list(alone, key="alone")
offer_downloads(
    view,
    {
        "Live actions": workload.wide(grid, "live"),
        "Deadlines": workload.wide(grid, "deadlines"),
        "Team by month": profile.assign(team=team),
        "Concentration": shares,
    },
    name="workload",
    rule=workload.COUNTING_RULE,
    choices={"Period": grain, "Ongoing work": "counted" if ongoing else "left out"},
)
