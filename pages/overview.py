"""Where does the plan stand, how does it run on, and what comes next?"""

from netzero.analysis.coming import coming
from netzero.analysis.course import course
from netzero.analysis.leads import leads
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import since
from netzero.analysis.standing import standing
from netzero.analysis.themes import themes
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.choices import compared
from netzero.ui.exhibit import say, show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    say(answer(standing, at), level=1)
    left, right = side_by_side()
    with left:
        show(answer(course, at))
        show(answer(themes, at), filters=address.THEME)
        for changed in compared(since, at):
            show_list(changed, beside=["Leads"])
    with right:
        show(answer(leads, at))
        show_list(answer(coming, at), beside=["Leads"])


frame.body(show_page)
