"""Where does the plan stand, and what comes next?"""

from netzero.analysis.coming import coming
from netzero.analysis.deadlines import deadline_months
from netzero.analysis.leads import leads
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.standing import standing
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.exhibit import show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    left, right = side_by_side()
    with left:
        show(answer(standing, at), level=1)
        show(answer(deadline_months, at))
        show_list(answer(coming, at), beside=["Leads"])
    with right:
        show(answer(leads, at))


frame.body(show_page)
