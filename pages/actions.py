"""Every action, to search, sort, open and take away."""

from netzero.analysis.actions import every_action
from netzero.analysis.plan_at import PlanAt
from netzero.ui import address, frame
from netzero.ui.answers import answer
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show_grid
from netzero.ui.text import paragraph

COLUMNS = ["Id", "Title (ours)", "Position", "Start", "End", "Leads", "Partners", "Theme"]


def show_page(at: PlanAt) -> None:
    actions = answer(every_action, at)
    show_grid(actions, columns=COLUMNS, level=1, sorted_by=address.BY)
    paragraph("The published text, and its table, stand in each detail and in the files.")
    offer_files(at, actions, name="actions")


frame.body(show_page)
