"""Where the data comes from, what to know about it, and what each column means."""

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.provenance import columns, gaps, names, notes, readings, sources
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show, show_contents
from netzero.ui.losses import show_losses
from netzero.ui.own_plan import offer_another_plan


def show_page(at: PlanAt) -> None:
    source = answer(sources, at)
    show(source, level=1)
    told = [*([readings] if at.plan.readings else []), *([gaps] if at.plan.gaps else [])]
    rest = [answer(question, at) for question in (*told, notes, names, columns)]
    show_contents(*rest)
    show_losses()
    offer_another_plan()
    for exhibit in rest:
        show(exhibit)
    offer_files(at.whole, source, *rest, name="plan_data")


frame.body(show_page)
