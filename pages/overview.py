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
from netzero.ui.chart import Placed
from netzero.ui.choices import compared
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import say, show, show_list
from netzero.ui.layout import side_by_side


def show_page(at: PlanAt) -> None:
    stands, runs, by_theme = (answer(question, at) for question in (standing, course, themes))
    carried, soon = answer(leads, at), answer(coming, at)
    say(stands, level=1)
    left, right = side_by_side()
    with left:
        show(runs, placed=Placed.HALF)
        show(by_theme, filters=address.THEME, placed=Placed.HALF)
        changed = compared(since, at)
        for exhibit in changed:
            show_list(exhibit, beside=["Leads"])
    with right:
        show(carried, placed=Placed.HALF)
        show_list(soon, beside=["Leads"])
    offer_files(at, stands, runs, by_theme, carried, soon, *changed, name="overview")


frame.body(show_page)
