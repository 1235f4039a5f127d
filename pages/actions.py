"""Every action with every column, to search, open and take away."""

from netzero.analysis.actions import every_action
from netzero.analysis.plan_at import PlanAt
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show_grid


def show_page(at: PlanAt) -> None:
    actions = answer(every_action, at)
    show_grid(actions, level=1)
    offer_files(at, actions, name="actions")


frame.body(show_page)
