"""One team's own sheet, an upright A4 on paper: what is its, with whom, what rests on it alone."""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import since
from netzero.analysis.team_sheet import same_months, shared_leads, shared_partners, team_lanes
from netzero.analysis.workload import alone, profile
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.chart import Placed
from netzero.ui.choices import chosen_team, compared
from netzero.ui.downloads import offer_calendar, offer_files
from netzero.ui.exhibit import show, show_grid, show_list
from netzero.ui.layout import in_a_row, side_by_side, upright_sheet
from netzero.ui.what_if_action import offer_deadlines


def show_page(at: PlanAt) -> None:
    with in_a_row():
        team, own = chosen_team(at)
        offer_calendar(own)
        offer_deadlines(own)
    if not team:
        show(answer(team_lanes, own), level=1)
        return
    lanes, by_month = answer(team_lanes, own), answer(profile, own, team=team)
    months, partners = answer(same_months, own), answer(shared_partners, own)
    sole, shared = answer(alone, own), answer(shared_leads, own)
    with upright_sheet():
        show(lanes, level=1, placed=Placed.UPRIGHT, behind=[by_month])
        show_grid(months, columns=["Month", "Ours", "Others"])
        left, right = side_by_side()
        with left:
            show(partners, placed=Placed.UPRIGHT_HALF)
        with right:
            show_grid(sole, columns=["Id", "Title (ours)"])
            show_grid(shared, columns=["Ids", "Lead team"])
    changed = compared(since, own)
    for exhibit in changed:
        show_list(exhibit, beside=["What"])
    offer_files(own, lanes, by_month, months, partners, sole, shared, *changed, name="team")


frame.body(show_page)
