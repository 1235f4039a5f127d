"""Which exhibits can be slides, with which choices, and in which order a briefing is proposed.

A slide is the exhibit of its page: the same words, the same numbers. A message too long for a
slide leaves a clause to the line beneath it; behind a small picture its few actions go along.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from netzero.analysis.actions import every_action
from netzero.analysis.asking import asking
from netzero.analysis.behind import with_few_behind
from netzero.analysis.between import comparable, two_periods, usual_pair
from netzero.analysis.change_list import ON_SLIDE, what_changed
from netzero.analysis.coming import coming, ending, starting
from netzero.analysis.comparing import Against
from netzero.analysis.course import course
from netzero.analysis.deadlines import deadline_grid, deadline_months
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.ghosts import ghosts
from netzero.analysis.leads import leads
from netzero.analysis.levelled import held_in, levelled, levelled_teams
from netzero.analysis.levelling_problem import FURTHEST, MOST, holdable
from netzero.analysis.live_changes import live_changes, team_changes
from netzero.analysis.load import load
from netzero.analysis.named import PARTNER, TEAM, leads_of, partners_of
from netzero.analysis.network import network
from netzero.analysis.own_words import own_words
from netzero.analysis.partners import demand, kinds, matrix, partners
from netzero.analysis.periods import GRAINS, YEAR
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.set_changes import set_changes
from netzero.analysis.since import earlier_months, since, teams_since, then_and_now
from netzero.analysis.since_lanes import since_lanes
from netzero.analysis.slide_part import in_few_words, lanes_fit_room
from netzero.analysis.standing import standing
from netzero.analysis.team_sheet import same_months, shared_leads, shared_partners, team_lanes
from netzero.analysis.themes import themes
from netzero.analysis.timeline import GROUPS, ONGOING_SHOWN, SORTS, delivery_years, timeline
from netzero.analysis.together import involved, lanes, together
from netzero.analysis.wording import count_of
from netzero.analysis.workload import alone, concentration, profile
from netzero.plan import Plan

MONTHS_BACK = 6
OWN_WORDS, EARLIER = "words", "earlier"
Choice = str | int | bool | Against
Choices = Mapping[str, Choice]


class Kind(NamedTuple):
    """A kind of slide: what a list calls it, the question it answers, and what can be chosen.

    ``choices`` give for each the values that it accepts of a plan at a month. What is not chosen is
    as the question has it, or as ``usual`` does.
    """

    title: str
    question: Callable[..., Exhibit]
    choices: Mapping[str, Callable[[PlanAt], Collection[Choice]]] = MappingProxyType({})
    usual: Choices = MappingProxyType({})


def _timeline(at: PlanAt, **choices: str) -> Exhibit:
    """Return the timeline; what has too many bars for a slide is drawn there by end alone."""
    each = timeline(at, **choices)
    if lanes_fit_room(each.picture):
        return each
    return replace(each, counted=f"{count_of(at.size, 'action')} by planned end and position")


def _since(question: Callable[..., Exhibit]) -> Callable[..., Exhibit]:
    """Return a question since a month, which is half a year ago unless it is given as text."""

    def asked(at: PlanAt, *, earlier: str = "") -> Exhibit:
        month = pd.Period(earlier, freq="M") if earlier else at.month - MONTHS_BACK
        return question(at, earlier=month)

    return asked


def _two_periods(at: PlanAt, *, before: str = "", after: str = "") -> Exhibit:
    usual = usual_pair(at)
    return two_periods(at, before=before or usual[0], after=after or usual[1])


def _of_team(question: Callable[[PlanAt], Exhibit]) -> Callable[[PlanAt], Exhibit]:
    """Return a question about the team of a scope; in one without, about the first by letter."""

    def asked(at: PlanAt) -> Exhibit:
        held = at.scope.team or tuple(sorted(set(at.plan.assignments["lead"])))[:1]
        return question(PlanAt(at.plan, at.month, replace(at.scope, team=held[:1])))

    return asked


def _fixed(*values: Choice) -> Callable[[PlanAt], Collection[Choice]]:
    return lambda at: values


def _teams(at: PlanAt) -> Collection[Choice]:
    return _names(at.plan)[TEAM]


def _partners(at: PlanAt) -> Collection[Choice]:
    return _names(at.plan)[PARTNER]


def _either(at: PlanAt) -> Collection[Choice]:
    return (*_teams(at), *_partners(at))


def _earlier(at: PlanAt) -> Collection[Choice]:
    return [str(month) for month in earlier_months(at)]


def _years(at: PlanAt) -> Collection[Choice]:
    return at.years


class _Held(tuple[Choice, ...]):
    """What can be held still: a name of an action or a team, or several in one text."""

    def __contains__(self, text: object) -> bool:
        return all(super(_Held, self).__contains__(name) for name in held_in(str(text)))


def _holdable(at: PlanAt) -> Collection[Choice]:
    return _Held(holdable(at.plan))


class _AnyEdition(tuple[Choice, ...]):
    """Every edition that was found; a name alone, of one that is not here, is none."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, Against)


_AGAINST = {"against": lambda at: _AnyEdition()}
_SWITCH = _fixed(False, True)
_LIMIT = {
    "most": _fixed(*range(1, MOST + 1)),
    "per": _fixed(*GRAINS),
    "within": _fixed(*range(1, FURTHEST + 1)),
    "either_way": _SWITCH,
    "any_month": _SWITCH,
    "hold": _holdable,
}
_WITHIN = {"within": _fixed(*range(1, 13))}
KINDS: Mapping[str, Kind] = {
    "standing": Kind("Where the plan stands", standing),
    "timeline": Kind(
        "What runs when",
        _timeline,
        {"group": _fixed(*GROUPS), "sort": _fixed(*SORTS), "ongoing": _fixed(*ONGOING_SHOWN)},
    ),
    "leads": Kind("Who carries it", leads),
    "together": Kind("What falls together in a month", together, _WITHIN, {"within": 1}),
    "partners": Kind("Whom we depend on", partners),
    "coming": Kind("What ends and starts next", coming),
    "then-and-now": Kind("What changed since", _since(then_and_now), {EARLIER: _earlier}),
    "since": Kind("What started and ended since", _since(since), {EARLIER: _earlier}),
    "since-lanes": Kind(
        "What has changed, and what comes next", _since(since_lanes), {EARLIER: _earlier}
    ),
    "load": Kind(
        "Live work by team and period",
        load,
        {"grain": _fixed(*GRAINS), "first_year": _years, "ongoing": _SWITCH},
        {"grain": YEAR},
    ),
    "profile": Kind("One team's work month by month", profile, {"team": _teams}),
    "course": Kind("Live work month by month", course),
    "themes": Kind("Themes by position", themes),
    "deadlines": Kind("Deadlines month by month", deadline_months),
    "years": Kind("Delivery years", delivery_years),
    "two-periods": Kind(
        "Two periods, team by team", _two_periods, {"before": comparable, "after": comparable}
    ),
    "teams-since": Kind("Teams, then and now", _since(teams_since), {EARLIER: _earlier}),
    "concentration": Kind("How much rests on how few", concentration),
    "alone": Kind("What rests on one team alone", alone),
    "deadline-grid": Kind("Deadlines by team and month", deadline_grid),
    "ending": Kind("What lands next", ending, {"months": _fixed(12, 0)}),
    "starting": Kind("What starts next", starting),
    "side-by-side": Kind(
        "Deadlines together, side by side", lanes, {**_WITHIN, "team": _teams}, {"within": 3}
    ),
    "involved": Kind("Who is also involved", involved, _WITHIN, {"within": 3}),
    "partner-together": Kind(
        "What falls together for partners",
        together,
        {**_WITHIN, "whose": _fixed(PARTNER, TEAM)},
        {"within": 3, "whose": PARTNER},
    ),
    "asking": Kind(
        "Who asks whom when", asking, {"once": _SWITCH, "grain": _fixed(*GRAINS)}, {"grain": YEAR}
    ),
    "network": Kind("Who works with whom", network, {"focus": _either}),
    "demand": Kind("One partner, month by month", demand, {"partner": _partners}),
    "matrix": Kind("Teams and partners", matrix, {"once": _SWITCH}),
    "kinds": Kind("Kinds of partners", kinds),
    "team-lanes": Kind("What one team leads", _of_team(team_lanes)),
    "same-months": Kind("What ends in a team's months", _of_team(same_months)),
    "shared-partners": Kind("A team's partners", _of_team(shared_partners)),
    "shared-leads": Kind("A team's other leads", _of_team(shared_leads)),
    "levelled": Kind("The fewest moves", levelled, _LIMIT),
    "levelled-teams": Kind("Before and after the fewest moves", levelled_teams, _LIMIT),
    "changes": Kind("What changed", partial(what_changed, most=ON_SLIDE), _AGAINST),
    "moves": Kind("Bars before and after", ghosts, _AGAINST),
    "live-changes": Kind("Live work before and after", live_changes, _AGAINST),
    "team-changes": Kind("Teams before and after", team_changes, _AGAINST),
    "set-changes": Kind("Deadlines together, before and after", set_changes, _AGAINST),
    "actions": Kind("Every action", every_action),
    OWN_WORDS: Kind("Your own words", own_words),
}
PROPOSED = ("standing", "ending", "leads", "partners", "starting", "then-and-now", OWN_WORDS)


def slide(kind: str, at: PlanAt, **choices: Choice) -> Exhibit:
    """Return the exhibit that a slide of ``kind`` shows; what the plan has none of is not chosen.

    ``words`` are those of a slide in the presenter's own.
    """
    known = KINDS[kind]
    if kind == OWN_WORDS:
        return known.question(at, words=str(choices.get("words", "")))
    held = {name: value for name, value in choices.items() if name in known.choices}
    fitting = {name: value for name, value in held.items() if value in known.choices[name](at)}
    asked = known.question(at, **{**known.usual, **fitting})
    return with_few_behind(at, in_few_words(asked))


@lru_cache(maxsize=8)
def _names(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    return {TEAM: leads_of(plan).names, PARTNER: partners_of(plan).names}
