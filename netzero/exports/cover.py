"""What a file says of itself: which view it holds, where that comes from, and the way back."""

from collections.abc import Mapping, Sequence
from datetime import date

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scenario import moves_in_words
from netzero.analysis.scope import scenario_words
from netzero.analysis.wording import capital, of_total
from netzero.plan.months import month_label

Cover = Mapping[str, str]
TITLE, AS_AT, FILTERS, SOURCE, LINK = "Title", "As at", "Filters", "Source", "Live view"
SCENARIO = "Scenario"
OF_THE_FILE = (HOLDS, COUNTED, RULE, BLANKS, FINGERPRINT, MADE_ON) = (
    "Holds",
    "Counted",
    "Counting rule",
    "Blank cells",
    "Fingerprint of the plan file (SHA-256)",
    "Made on",
)
AUTHOR = "Net zero delivery dashboard"  # of every file that names one
BLANK = "A blank cell holds nothing: no name is printed there, or there is no such month."


def cover_of(
    at: PlanAt,
    *,
    title: str,
    choices: Mapping[str, str],
    made_on: date,
    link: str = "",
    exhibits: Sequence[Exhibit] = (),
) -> dict[str, str]:
    """Return what the cover of a file says, a line each, in order; empty lines are left out.

    ``choices`` are what was chosen on the page besides the filters, ``made_on`` is the day of the
    export, ``link`` the address of the view. The counting rules are those of ``exhibits``,
    each once.
    """
    lines = {
        TITLE: title,
        SCENARIO: "; ".join(filter(None, (scenario_words(at.plan), *moves_in_words(at.plan)))),
        HOLDS: capital(of_total(at.size, len(at.plan.actions), "action")),
        COUNTED: at.total,
        AS_AT: month_label(at.month),
        FILTERS: str(at.scope) if at.scope else "none",
        **choices,
        SOURCE: at.source,
        LINK: link,
        RULE: "\n".join(dict.fromkeys(exhibit.rule for exhibit in exhibits if exhibit.rule)),
        BLANKS: BLANK,
        FINGERPRINT: at.plan.printed.digest,
        MADE_ON: made_on.isoformat(),
    }
    return {line: words for line, words in lines.items() if words}
