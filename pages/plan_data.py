"""Where the data comes from, what to know about it, and what each column means."""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.provenance import columns, gaps, names, notes, sources
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.exhibit import show
from netzero.ui.losses import show_losses


def show_page(at: PlanAt) -> None:
    show(answer(sources, at), level=1)
    show_losses()
    if at.plan.gaps:
        show(answer(gaps, at))
    show(answer(notes, at))
    show(answer(names, at))
    show(answer(columns, at))


frame.body(show_page)
