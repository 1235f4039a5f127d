"""What changed since another edition or an earlier month, and what if it were otherwise?"""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import since, then_and_now
from netzero.ui import choices, editions, frame
from netzero.ui.answers import answer
from netzero.ui.changes import show_changes
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import list_beneath, show
from netzero.ui.what_if import show_what_if


def show_page(at: PlanAt) -> None:
    what_if, against = editions.chosen_comparison(at)
    if what_if:
        show_what_if(at)
        return
    found = show_changes(at, against) if against else []
    earlier = choices.since_month(at)
    now, events = (answer(question, at, earlier=earlier) for question in (then_and_now, since))
    show(now, level=2 if found else 1)
    list_beneath(events, beside=["Leads"])
    offer_files(at, *found, now, events, name="changes", choices=editions.said_of(against))


frame.body(show_page)
