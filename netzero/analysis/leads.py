"""Who carries the live work?"""

from netzero.analysis.counting import Counts, counts_of, most_live_first
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.live_bars import live_bars
from netzero.analysis.named import TEAM
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    ENDED,
    IN_DELIVERY,
    NOT_STARTED,
    ONGOING,
)
from netzero.analysis.wording import agree, count_of, number_of, of_total, the_most

RULE = (
    "An action is live if it has started by the month and has not ended before. A joint action "
    "counts once under each of its leads and once in any total. Counts say nothing of effort: the "
    "plan gives none."
)
HEADINGS = {
    IN_DELIVERY: "In delivery",
    ONGOING: "Ongoing",
    "live": "Live",
    "alone": "Live, alone",
    NOT_STARTED: "Not started",
    ENDED: "Ended",
    DATES_NOT_GIVEN: "Dates not given",
    "actions": "Actions",
}


def leads(at: PlanAt) -> Exhibit:
    """Return who leads the live work: a bar a team with any, a row of the table a lead team."""
    counts = counts_of(at, at.leads)
    counts["alone"] = at.leads.of(at.live & ~at.joint).counts()
    order = most_live_first(counts)
    live = [place for place in order if counts["live"][place]]
    rows = tuple(
        (at.leads.names[place], *(int(counts[column][place]) for column in HEADINGS))
        for place in order
    )
    return exhibit(
        at,
        question="leads",
        title="Who carries it",
        finding=_finding(at, counts, live),
        counted=counted_live(at, counts, idle=len(order) - len(live)),
        table=Table(("Lead team", *HEADINGS.values()), rows, (False, *[True] * len(HEADINGS))),
        rule=RULE,
        picture=live_bars(at, at.leads, counts, live, side=TEAM),
        notes=tuple(_note(at, counts, place) for place in live),
    )


def _finding(at: PlanAt, counts: Counts, live: list[int]) -> str:
    if not live:
        return "No team leads a live action"
    most = int(counts["live"][live[0]])
    team = at.leads.names[live[0]]
    if len(at.scope.team) == 1:  # it leads all that is in scope, by construction
        return said_alone(team, int(counts["alone"][live[0]]), most)
    equal = int((counts["live"] == most).sum())
    if equal > 1:
        words = f"{equal:,} teams lead {count_of(most, 'live action')} each"
        return words + the_most(equal, len(live))
    return f"{team} leads {of_total(most, at.live_size, 'live action')}"


def said_alone(team: str, alone: int, live: int) -> str:
    """Return how many of its live actions a team leads without another."""
    if live == 1:
        return f"{team} {'alone leads' if alone else 'shares'} the only live action"
    if alone == live:
        return f"{team} alone leads {of_total(alone, live, 'live action')}"
    return f"{team} alone leads {number_of(alone)} of {live:,} live"


def counted_live(at: PlanAt, counts: Counts, *, idle: int) -> str:
    """Return how many live actions have been counted by lead team, and how many teams have none."""
    assignments = int(counts["live"].sum())
    words = f"Live actions by lead team: {at.live_size or 'none'}"
    if assignments > at.live_size:
        words += f"; {at.joint_counts(assignments)}"
    if assignments and idle:
        words += f"; {count_of(idle, 'more team')} {agree(idle, 'leads', 'lead')} none live"
    return words


def _note(at: PlanAt, counts: Counts, place: int) -> str:
    live, alone = int(counts["live"][place]), int(counts["alone"][place])
    words = f"{at.leads.names[place]} leads {count_of(live, 'live action')}"
    return f"{words}, {'none' if not alone else 'all' if alone == live > 1 else alone} alone."
