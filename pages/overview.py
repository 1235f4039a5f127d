"""Where does the plan stand, and what comes next?"""

from netzero.analysis import headline
from netzero.analysis.wording import count_of
from netzero.charts.bars import leads_figure
from netzero.charts.columns import deadline_profile_figure
from netzero.plan.months import month_label, month_name
from netzero.ui import frame
from netzero.ui.chart import show_chart
from netzero.ui.controls import side_by_side
from netzero.ui.detail import keep, kept_mark, kept_month, show_behind
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

finding(
    headline.standing_sentence(counts),
    f"From the planned dates alone: the plan reports no progress. {view.counted}, {view.when}",
    level=1,
)
show_numbers(
    {
        "live now": counts.live,
        "of these in delivery": counts.in_delivery,
        "of these ongoing": counts.ongoing,
        f"deadlines, {ahead}": len(ending),
        f"starts, {ahead}": len(starting),
    }
)

left, right = side_by_side()
with left:
    profile = headline.deadlines_by_month(actions)
    sentence = headline.peak_sentence(profile, as_at=view.as_at)
    finding(sentence, "Actions by the month of their planned end; grey lies before this month")
    if len(profile):
        show_chart(
            deadline_profile_figure(profile, as_at=view.as_at),
            key="deadlines",
            alt=sentence,
            data=profile,
            narrow=deadline_profile_figure(profile, as_at=view.as_at, quarters=False),
            on_pick=keep("deadlines"),
        )
    finding(f"{count_of(len(ending), 'deadline')}, {ahead}")
    action_list(ending, key="ending")
    finding(f"{count_of(len(starting), 'start')}, {ahead}")
    action_list(starting, key="starting")
with right:
    leads = headline.leads_by_team(actions, assignments)
    sentence = headline.leads_sentence(leads, actions=len(actions))
    finding(
        sentence,
        "Actions by lead team: live (navy), not started (outline), ended (grey); a joint action "
        f"counts under each lead. {view.counted}",
    )
    show_chart(
        leads_figure(leads),
        key="leads",
        alt=sentence,
        data=leads,
        narrow=leads_figure(leads, labels=190),
        on_pick=keep("leads"),
    )

for month in kept_month("deadlines"):
    ids = headline.falling_between(actions, "end", month, month)["action_id"]
    counted = count_of(len(ids), "deadline")
    show_behind(view, ids, sentence=f"{counted} in {month_name(month)}")
for team in kept_mark("leads"):
    ids = assignments.loc[assignments["lead"].eq(team), "action_id"]
    show_behind(view, ids, sentence=f"{team} leads {count_of(len(ids), 'action')}")
