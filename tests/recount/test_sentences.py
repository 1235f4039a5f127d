"""Every sentence, counted a second time with plain loops, for every scope.

The whole plan is asked in every month. Narrower scopes are asked in November 2026 and in some
more months, spread so that each month is asked of some scope; ``RECOUNT=every`` asks each plan,
theme and team in every month and each partner in a few, which takes about two minutes.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice, product
from typing import NamedTuple

import pandas as pd
import pytest

from netzero.analysis import (
    actions,
    asking,
    between,
    coming,
    course,
    deadlines,
    leads,
    load,
    network,
    partners,
    since,
    standing,
    team_sheet,
    themes,
    timeline,
    together,
    workload,
)
from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import Scope
from netzero.plan import Plan, PlanFiles, read_plan
from tests.recount import sentences, tables
from tests.recount.plain_plan import (
    DATA,
    FIRST_MONTH,
    LAST_MONTH,
    Chosen,
    Here,
    every_choice,
    month_name,
    month_short,
    records,
    records_in,
)
from tests.recount.style import faults_of, faults_of_finding

NOVEMBER_2026 = 2026 * 12 + 11
MOST_FAULTS = 10
FINDING, SLIDE = 12, 10  # words at most
STRIDES = {"whole": 1, "plan": 1, "theme": 5, "team": 9, "partner": 54}
EVERY = os.environ.get("RECOUNT") == "every"


class Question(NamedTuple):
    """A question as the product answers it and as it is counted here.

    ``words`` are the most that its finding may have, and ``check`` yields what of the table, the
    picture or the counted line is wrong.
    """

    key: str
    asked: Callable[[PlanAt], Exhibit]
    expected: Callable[[Here], str]
    words: int = FINDING
    check: Callable[[Here, Exhibit], Iterator[str]] = tables.nothing


SIDES = ("before", "after")
OF_A_TEAM = {
    "team lanes": Question(
        "team-lanes", team_sheet.team_lanes, sentences.profile, check=tables.team_lanes
    ),
    "same months": Question(
        "same-months", team_sheet.same_months, sentences.same_months, check=tables.same_months
    ),
    "shared partners": Question(
        "shared-partners",
        team_sheet.shared_partners,
        sentences.shared_partners,
        check=tables.shared_partners,
    ),
    "shared leads": Question(
        "shared-leads", team_sheet.shared_leads, sentences.shared_leads, check=tables.shared_leads
    ),
}
QUESTIONS = {
    "standing": Question("standing", standing.standing, sentences.standing, SLIDE, tables.standing),
    "leads": Question("leads", leads.leads, sentences.leads, SLIDE, tables.leads),
    "course": Question("course", course.course, sentences.course, SLIDE, tables.course),
    "themes": Question("themes", themes.themes, sentences.themes, check=tables.themes),
    "coming": Question("coming", coming.coming, sentences.coming, SLIDE, tables.coming),
    "ending": Question("ending", coming.ending, sentences.ending, SLIDE, tables.ending),
    "every ending": Question(
        "ending",
        partial(coming.ending, months=0),
        partial(sentences.ending, months=0),
        check=partial(tables.ending, months=0),
    ),
    "starting": Question("starting", coming.starting, sentences.starting, SLIDE, tables.starting),
    "deadlines": Question(
        "deadlines",
        deadlines.deadline_months,
        sentences.deadline_months,
        check=tables.deadlines,
    ),
    "deadline grid": Question(
        "deadline-grid",
        deadlines.deadline_grid,
        sentences.deadline_grid,
        check=tables.deadline_grid,
    ),
    "timeline": Question("timeline", timeline.timeline, sentences.timeline, SLIDE, tables.timeline),
    "timeline, folded": Question(
        "timeline",
        partial(timeline.timeline, ongoing="folded"),
        sentences.timeline,
        SLIDE,
        tables.timeline_folded,
    ),
    "timeline by team": Question(
        "timeline",
        partial(timeline.timeline, group="team"),
        sentences.timeline,
        SLIDE,
        tables.timeline_by_team,
    ),
    "years": Question(
        "years", timeline.delivery_years, sentences.delivery_years, check=tables.years
    ),
    "side by side": Question(
        "side-by-side",
        together.lanes,
        sentences.side_by_side,
        check=partial(tables.lanes, within=3),
    ),
    "involved": Question(
        "involved",
        together.involved,
        sentences.involved,
        check=partial(tables.involved, within=3),
    ),
    "profile": Question("profile", workload.profile, sentences.profile, SLIDE, tables.profile),
    "concentration": Question(
        "concentration",
        workload.concentration,
        sentences.concentration,
        check=tables.concentration,
    ),
    "then and now": Question(
        "then-and-now",
        lambda at: since.then_and_now(at, earlier=at.month - 6),
        sentences.since,
        SLIDE,
        tables.then_and_now,
    ),
    "since": Question(
        "since",
        lambda at: since.since(at, earlier=at.month - 6),
        sentences.since,
        SLIDE,
        tables.since,
    ),
    "teams since": Question(
        "teams-since",
        lambda at: since.teams_since(at, earlier=at.month - 6),
        sentences.teams_since,
        check=tables.teams_since,
    ),
    "two periods": Question(
        "two-periods",
        lambda at: between.two_periods(at, **dict(zip(SIDES, between.usual_pair(at), strict=True))),
        sentences.two_periods,
        check=tables.two_periods,
    ),
    "alone": Question("alone", workload.alone, sentences.alone, check=tables.alone),
    "partners": Question("partners", partners.partners, sentences.partners, SLIDE, tables.partners),
    "asking": Question("asking", asking.asking, sentences.asking, check=tables.asking),
    "matrix": Question("matrix", partners.matrix, sentences.matrix, check=tables.matrix),
    "demand": Question("demand", partners.demand, sentences.demand, check=tables.demand),
    "kinds": Question("kinds", partners.kinds, sentences.kinds, check=tables.kinds),
    "network": Question("network", network.network, sentences.network, check=tables.network),
    "actions": Question(
        "actions", actions.every_action, sentences.every_action, check=tables.every_action
    ),
    **{
        f"together {whose} {within}": Question(
            "together" if whose == "team" else "partner-together",
            partial(together.together, within=within, whose=whose),
            partial(sentences.together, within=within, whose=whose),
            SLIDE if (whose, within) == ("team", 1) else FINDING,
            partial(tables.together, within=within, whose=whose),
        )
        for whose, within in (("team", 1), ("team", 3), ("team", 12), ("partner", 3))
    },
    **{
        f"load by {grain}{'' if ongoing else ', time-bound'}": Question(
            "load",
            partial(load.load, grain=grain, ongoing=ongoing),
            partial(sentences.load, grain=grain, ongoing=ongoing),
            SLIDE if grain == "delivery year" and ongoing else FINDING,
            partial(tables.load, grain=grain, ongoing=ongoing),
        )
        for grain, ongoing in (
            ("quarter", True),
            ("quarter", False),
            ("delivery year", True),
            ("month", True),
        )
    },
}


def moments(kind: str) -> Iterator[tuple[Chosen, int]]:
    """Yield every choice of a kind with the months in which it is asked."""
    months = range(FIRST_MONTH, LAST_MONTH + 1)
    stride = 1 if EVERY and kind != "partner" else STRIDES[kind]
    for place, chosen in enumerate(every_choice(kind)):
        spread = months[place * 5 % stride :: stride]
        yield from ((chosen, month) for month in sorted({*spread, NOVEMBER_2026}))


@cache
def plan() -> Plan:
    return read_plan(PlanFiles.of(DATA))


@cache
def plan_at(chosen: Chosen, month: int) -> PlanAt:
    scope = Scope() if chosen.kind == "whole" else Scope(**{chosen.kind: (chosen.name,)})
    return PlanAt(plan(), pd.Period(ordinal=month - 1 - 1970 * 12, freq="M"), scope)


def faults(question: Question, chosen: Chosen, month: int) -> Iterator[str]:
    """Yield what is wrong with one exhibit."""
    here = records_in(chosen, month)
    try:
        exhibit = question.asked(plan_at(chosen, month))
    except Exception as fault:
        yield f"raised {fault!r}"
        return
    expected = question.expected(here)
    if exhibit.finding != expected:
        yield f"expected {expected!r}, got {exhibit.finding!r}"
    yield from faults_of_finding(exhibit.finding, words=question.words)
    for text in (exhibit.counted, exhibit.title, exhibit.rule):
        yield from faults_of(text)
    yield from (fault for note in exhibit.notes for fault in faults_of_note(note))
    yield from faults_of_place(exhibit, question, here)
    yield from tables.behind(exhibit)
    yield from question.check(here, exhibit)


def faults_of_place(exhibit: Exhibit, question: Question, here: Here) -> Iterator[str]:
    """Yield where an exhibit does not say truly what it answers, of what and as at when."""
    if exhibit.question != question.key:
        yield f"expected the question {question.key!r}, got {exhibit.question!r}"
    scope = here.chosen.words
    if question.key == "network" and (here.team or sentences.most_named(here)):
        scope = "Whole plan"  # whom one meets is found in the whole plan
    if exhibit.scope != scope:
        yield f"expected the scope {scope!r}, got {exhibit.scope!r}"
    if str(exhibit.month) != f"{(here.month - 1) // 12}-{(here.month - 1) % 12 + 1:02d}":
        yield f"expected the month {month_short(here.month)}, got {exhibit.month}"
    named = f". {scope}, as at {month_short(here.month)}"
    if not exhibit.about.endswith(named) or exhibit.counted.endswith("."):
        yield f"expected a line that ends with {named!r}, got {exhibit.about!r}"


@cache
def faults_of_note(note: str) -> tuple[str, ...]:
    """Return what is wrong with a note, the titles of the plan apart."""
    for record in records():
        note = note.replace(record.title, "This")
    return faults_of(note)


@pytest.mark.parametrize(
    ("name", "kind"),
    [*product(QUESTIONS, STRIDES), *((name, "team") for name in OF_A_TEAM)],
)
def test_every_sentence_is_what_plain_loops_count(name: str, kind: str) -> None:
    found = (
        f"{name}, {month_name(month)}, {chosen.words}: {fault}"
        for chosen, month in moments(kind)
        for fault in faults((QUESTIONS | OF_A_TEAM)[name], chosen, month)
    )
    if first := list(islice(found, MOST_FAULTS)):
        pytest.fail("\n".join(first), pytrace=False)
