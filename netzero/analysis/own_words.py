"""What the presenter says in words of their own: shown as written, and never counted."""

from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Rows
from netzero.analysis.plan_at import PlanAt

HEADING = "What we ask of Cabinet"


def own_words(at: PlanAt, *, words: str = "") -> Exhibit:
    """Return a presenter's words: the first line is the message, each other line a row."""
    first, *rest = [" ".join(line.split()) for line in words.splitlines() if line.strip()] or [""]
    return exhibit(
        at,
        question="words",
        title="In the presenter's own words",
        finding=first or HEADING,
        counted="In the presenter's own words; no figure here is counted by the dashboard",
        table=Table(("Words",), tuple((line,) for line in rest), (False,)),
        rule="",
        picture=Rows("line"),
    )
