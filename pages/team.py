"""One team's own sheet: what is its, with whom, and what rests on it alone."""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import since
from netzero.analysis.team_sheet import same_months, shared_leads, shared_partners
from netzero.analysis.timeline import timeline
from netzero.analysis.workload import alone, profile
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.choices import chosen_team, compared
from netzero.ui.downloads import offer_calendar, offer_files
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    team, own = chosen_team(at)
    lanes, by_month = answer(timeline, own), answer(profile, own, team=team)
    months, partners = answer(same_months, own), answer(shared_partners, own)
    sole, shared = answer(alone, own), answer(shared_leads, own)
    show(by_month, level=1)
    show(lanes)
    left, right = side_by_side()
    with left:
        show_list(months, beside=["Ours", "Others"])
        offer_calendar(own)
        show_list(sole, beside=["End", "Theme"])
        changed = compared(since, own)
        for exhibit in changed:
            show_list(exhibit, beside=["What"])
    with right:
        show(partners)
        show_list(shared, beside=["What"])
    offer_files(own, by_month, lanes, months, partners, sole, shared, *changed, name="team")


frame.body(show_page)
