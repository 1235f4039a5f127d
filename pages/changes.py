"""What changed since another edition or an earlier month, and what if it were otherwise?"""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import then_and_now
from netzero.analysis.since_lanes import since_lanes
from netzero.ui import choices, editions, frame
from netzero.ui.answers import answer
from netzero.ui.changes import show_changes
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show
from netzero.ui.what_if import show_what_if


def show_page(at: PlanAt) -> None:
    what_if, against = editions.chosen_comparison(at)
    if what_if:
        show_what_if(at)
        return
    found = show_changes(at, against) if against else []
    earlier = choices.since_month(at)
    now, bars = (answer(question, at, earlier=earlier) for question in (then_and_now, since_lanes))
    show(now, level=2 if found else 1)
    show(bars)
    offer_files(at, *found, now, bars, name="changes", choices=editions.said_of(against))


frame.body(show_page)
