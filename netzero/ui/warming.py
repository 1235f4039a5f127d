"""A head start for the first reader: the plan read, its first views worked out and drawn."""

from netzero.analysis.briefing import KINDS
from netzero.analysis.coming import coming
from netzero.analysis.deadlines import deadline_months
from netzero.analysis.scope import Scope
from netzero.charts.theme import Form
from netzero.ui.answers import answer, view
from netzero.ui.chart import drawn_chart
from netzero.ui.frame import this_month
from netzero.ui.loading import read_served_plan
from netzero.ui.paging import drawn_rows_at_first
from netzero.ui.process import spare_the_collector

FIRST = (*(kind.question for kind in KINDS.values()), deadline_months, coming)


def warm_up() -> None:
    """Answer the questions of the slides and the first page, as at this month; none on a fault."""
    if plan := read_served_plan().plan:
        at = view(plan, this_month(), Scope())
        for question in FIRST:
            exhibit = answer(question, at)
            rows = drawn_rows_at_first(exhibit.picture)
            for form in (Form.WIDE, Form.MIDDLE):
                drawn_chart(exhibit, form, rows.start, rows.stop)
    spare_the_collector()
