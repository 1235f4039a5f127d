"""Which exhibits can be slides, and in which order a briefing is proposed.

A slide is the exhibit of its page: the same words, the same numbers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from netzero.analysis.coming import coming
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.leads import leads
from netzero.analysis.partners import partners
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.since import since
from netzero.analysis.slide_part import lanes_fit_room
from netzero.analysis.standing import standing
from netzero.analysis.timeline import timeline
from netzero.analysis.together import together
from netzero.analysis.wording import count_of
from netzero.analysis.workload import load, profile

MONTHS_BACK = 6


class Kind(NamedTuple):
    """A kind of slide: what a list calls it, and the question it answers."""

    title: str
    question: Callable[[PlanAt], Exhibit]


def _together(at: PlanAt) -> Exhibit:
    return together(at, within=1)


def _timeline(at: PlanAt) -> Exhibit:
    """Return the timeline; what has too many bars for a slide is drawn there by end alone."""
    each = timeline(at)
    if lanes_fit_room(each.picture):
        return each
    return replace(each, counted=f"{count_of(at.size, 'action')} by planned end and position")


def _load(at: PlanAt) -> Exhibit:
    return load(at, grain="delivery year")


def _since(at: PlanAt) -> Exhibit:
    return since(at, earlier=at.month - MONTHS_BACK)


KINDS: Mapping[str, Kind] = {
    "standing": Kind("Where the plan stands", standing),
    "timeline": Kind("What runs when", _timeline),
    "leads": Kind("Who carries it", leads),
    "together": Kind("What falls together in a month", _together),
    "partners": Kind("Whom we depend on", partners),
    "coming": Kind("What ends and starts next", coming),
    "since": Kind("What changed in six months", _since),
    "load": Kind("Live work by team and year", _load),
    "profile": Kind("One team's work month by month", profile),
}
PROPOSED = ("standing", "timeline", "leads", "together", "partners", "coming")


def slide(kind: str, at: PlanAt) -> Exhibit:
    """Return the exhibit that a slide of ``kind`` shows."""
    return KINDS[kind].question(at)
