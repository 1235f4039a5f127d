"""What does one team share with others, and what would they miss if it stopped?

Each question takes a plan at a month whose scope names one team. Whom the team meets is found in
the whole plan.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from netzero.analysis.asking import asking_of, cells_of
from netzero.analysis.counting import asks, gathered, leads_by_action
from netzero.analysis.deadlines import ending_labels_of, labels_of, month_at
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import columns_of, turn_notes
from netzero.analysis.named import TEAM, leads_of, partners_of
from netzero.analysis.periods import YEAR, Period, periods
from netzero.analysis.pictures import Lane, Lanes, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.precision import as_printed, printed_coarsely
from netzero.analysis.timeline import lane_rows, with_thin_bars
from netzero.analysis.wording import Said, agree, capital, count_of, number_of, of_total
from netzero.analysis.workload import profile_finding
from netzero.plan.months import delivery_year

LANES_RULE = (
    "A bar runs from the first day of the start month to the last day of the end month; an arrow "
    "says that it runs on past the printed delivery years. Ongoing is neither a date nor replaced "
    "by one. Beneath stands how many of the bars are live in each month, those without a planned "
    "end as the floor, those that have ended too. Counts say nothing of effort: the plan gives "
    "none."
)
LANES_HEADINGS = ("Id", "Title (ours)", "Led", "Position", "Start", "End")
SAME_MONTHS_RULE = (
    "A month stands here if the team has a deadline in it, in or after the as-at month. Others are "
    "the actions of the whole plan that end in the same month and that the team does not lead."
)
PARTNERS_RULE = (
    "The team's partners are those named in its actions that have not ended. Another team asks a "
    "partner now if it leads a live action of the whole plan that names it. A cell counts the lead "
    "teams of the whole plan, this one with them, that do in any month of the delivery year."
)
LEADS_RULE = (
    "An action of the team counts here while it has not ended and names another lead team, in the "
    "whole plan. Each counts once, and stands under each of its other leads."
)


class _Together(NamedTuple):
    """What ends in one month: the places of the team's own actions, and of those of others."""

    month: int
    own: tuple[int, ...]
    others: tuple[int, ...]


def team_lanes(at: PlanAt) -> Exhibit:
    """Return what the team leads that has not ended, a lane each, and its live work by month."""
    own, places = at.all_leads.only((_team(at),)), _in_order(at)
    load = columns_of(at, own, _team(at), side=TEAM).first(12 * len(at.years))
    lanes = lane_rows(at, [("", place) for place in places.tolist()])
    led = _led_with(at, places)
    cells = [at.cells(name, places) for name in ("start_published", "end_published")]
    return exhibit(
        at,
        question="team-lanes",
        title="What the team leads",
        finding=profile_finding(at, _team(at), own.action),
        counted=_counted_lanes(at, lanes),
        table=Table(
            LANES_HEADINGS,
            tuple(
                (lane.label, lane.title, how, lane.position, *dates)
                for lane, how, *dates in zip(lanes, led, *cells, strict=True)
            ),
            (False,) * len(LANES_HEADINGS),
        ),
        rule=with_thin_bars(LANES_RULE, lanes),
        picture=Lanes(
            at.years,
            tuple(lane._replace(leads=(how,)) for lane, how in zip(lanes, led, strict=True)),
            load=load,
        ),
        notes=turn_notes(at, own.action),
    )


def same_months(at: PlanAt) -> Exhibit:
    """Return what else ends in the months in which the team has deadlines ahead: a row a month."""
    months = _months(at)
    return exhibit(
        at,
        question="same-months",
        title="What ends in the same months",
        finding=_months_finding(at, months),
        counted=_counted_months(months) + printed_coarsely(at, at.ahead, "end"),
        table=Table(
            ("Month", "Ours", "Others"),
            tuple(
                (
                    month_at(each.month).period,
                    ending_labels_of(at, np.array(each.own)),
                    _led(at, each.others),
                )
                for each in months
            ),
            (False, False, False),
        ),
        rule=SAME_MONTHS_RULE,
        picture=Rows("month", tuple(_month_spot(at, each) for each in months)),
    )


def shared_partners(at: PlanAt) -> Exhibit:
    """Return whom the team asks and who else asks them: a row a partner, most asked first."""
    named = at.all_partners.of(_not_ended(at))
    ids = gathered(named.name, at.cells("action_id", named.action))
    others = _other_teams(at, np.unique(named.name))
    shown = _years_ahead(at)
    asked = asking_of(at, named, shown)
    shared = sum(place in others for place in asked.order)
    rows = tuple(
        (
            named.names[place],
            len(ids[place]),
            others.get(place, ()),
            *asked.teams[place].tolist(),
        )
        for place in asked.order
    )
    headings = ("Partner", "Our actions", "Who else asks", *(year.name for year in shown))
    return exhibit(
        at,
        question="shared-partners",
        title="Partners, and who else asks them",
        finding=_partners_finding(at, shared, len(asked.order)),
        counted=f"Lead teams asking the partners of {_work(at)}, whole plan; outlined where this "
        "one asks",
        table=Table(headings, rows, (False, True, False, *[True] * len(shown))),
        rule=PARTNERS_RULE,
        picture=cells_of(at, asked, asked.order, shown),
    )


def shared_leads(at: PlanAt) -> Exhibit:
    """Return with whom the team leads what has not ended: a row another team, most shared first."""
    named = at.all_leads.of(_not_ended(at))
    others = np.array([name not in at.scope.team for name in named.names], dtype=bool)
    elsewhere = others[named.name]
    held = gathered(named.name[elsewhere], named.action[elsewhere].tolist())
    order = sorted(held, key=lambda place: (-len(held[place]), place))
    shared = len(np.unique(named.action[elsewhere]))
    return exhibit(
        at,
        question="shared-leads",
        title="Who else leads",
        finding=_leads_finding(at, shared, len(order)),
        counted=f"Of {_work(at)}, those with another lead team",
        table=Table(
            ("Lead team", "Actions", "Ids", "What"),
            tuple(
                (
                    named.names[place],
                    len(held[place]),
                    at.ids(np.array(held[place])),
                    labels_of(at, np.array(held[place])),
                )
                for place in order
            ),
            (False, True, False, False),
        ),
        rule=LEADS_RULE,
        picture=Rows("team", tuple(_lead_spot(at, named.names[p], held[p]) for p in order)),
    )


def _team(at: PlanAt) -> str:
    return at.scope.team[0]


def _not_ended(at: PlanAt) -> np.ndarray:
    """Return whether each action is in scope and has no planned end before the month."""
    running: np.ndarray = at.kept & ~(at.last < at.now)
    return running


def _work(at: PlanAt) -> str:
    number = int(_not_ended(at).sum())
    return f"{count_of(number, 'action')} that {agree(number, 'has', 'have')} not ended"


# --- The lanes


def _in_order(at: PlanAt) -> np.ndarray:
    """Return the places of what has not ended: by deadline, then ongoing, then without dates."""
    places = np.flatnonzero(_not_ended(at))
    order: np.ndarray = places[np.lexsort((places, at.first[places], at.last[places]))]
    return order


def _led_with(at: PlanAt, places: np.ndarray) -> list[str]:
    """Return of each action whether the team leads it alone, with whom, or with how many others."""
    led, team = leads_by_action(at.plan), _team(at)
    others = ([each for each in led.get(place, ()) if each != team] for place in places.tolist())
    return [_with(own) for own in others]


def _with(others: Sequence[str]) -> str:
    if not others:
        return "alone"
    return f"with {others[0] if len(others) == 1 else count_of(len(others), 'other')}"


def _counted_lanes(at: PlanAt, lanes: Sequence[Lane]) -> str:
    ended = at.size - len(lanes)
    if not lanes:
        gone = f"{of_total(ended, ended, 'action')} {agree(ended, 'has', 'have')} ended"
        return capital(gone) if ended else "No action here"
    words = f"{count_of(len(lanes), 'action')} by deadline, and how many are live by month"
    if ended:
        words += f"; {ended:,} more {agree(ended, 'has', 'have')} ended"
    undrawn = sum(lane.left is None for lane in lanes)
    return words + (f"; {undrawn:,} in words, for want of dates in these years" if undrawn else "")


# --- The same months


def _months(at: PlanAt) -> list[_Together]:
    own = _by_month(at, at.ahead)
    led = np.zeros(len(at.kept), dtype=bool)
    led[leads_of(at.plan).actions_of(_team(at))] = True
    others = _by_month(at, at.whole.ahead & ~led)
    return [_Together(month, places, others.get(month, ())) for month, places in own.items()]


def _by_month(at: PlanAt, ending: np.ndarray) -> dict[int, tuple[int, ...]]:
    places = np.flatnonzero(ending)
    return gathered(at.last[places].astype("int64"), places.tolist())


def _counted_months(months: Sequence[_Together]) -> str:
    own, others = sum(len(each.own) for each in months), sum(len(each.others) for each in months)
    same = agree(len(months), "month", "months")
    theirs = f"{number_of(others)} of other teams in the same {same}, whole plan"
    return f"Deadlines ahead: {number_of(own)}; {theirs}"


def _months_finding(at: PlanAt, months: Sequence[_Together]) -> str:
    if not months:
        return f"{_team(at)}: no deadline lies ahead"
    first = months[0]
    ours = f"{_team(at)}: {count_of(len(first.own), 'deadline')} in {month_at(first.month).name}"
    others = f"{number_of(len(first.others))} of others"
    return Said(f"{ours}, {others}", brief=ours, beneath=others)


def _led(at: PlanAt, places: Sequence[int]) -> tuple[str, ...]:
    found = np.array(places, dtype=int)
    cells = zip(at.cells("action_id", found), at.cells("leads", found), strict=True)
    ends = as_printed(at, "end", found)
    labels = (f"{each} ({leads})" for each, leads in cells)
    return tuple(map("".join, zip(labels, ends, strict=True)))


def _month_spot(at: PlanAt, each: _Together) -> Spot:
    month = month_at(each.month)
    others = f", {len(each.others):,} of others" if each.others else ", none of others"
    words = f"{month.name}: {count_of(len(each.own), 'deadline')}{others}"
    return Spot((month.label,), words, at.ids(np.array([*each.own, *each.others])))


# --- Partners


def _other_teams(at: PlanAt, partners: np.ndarray) -> dict[int, tuple[str, ...]]:
    """Return by place of a partner the other teams with live work that names it, by letter."""
    live, leads = at.whole.live, leads_of(at.plan)
    asked = asks(partners_of(at.plan).of(live), leads.of(live))
    own = np.array([name in at.scope.team for name in leads.names], dtype=bool)
    rows = np.isin(asked.partner, partners) & ~own[asked.team]
    pairs = np.unique(asked.partner[rows] * len(leads.names) + asked.team[rows])
    partner, team = np.divmod(pairs, max(len(leads.names), 1))
    return gathered(partner, [leads.names[place] for place in team.tolist()])


def _partners_finding(at: PlanAt, shared: int, partners: int) -> str:
    if not partners:
        return f"{_team(at)} asks no partner"
    if not shared:
        return f"{_team(at)}: no partner is asked by others"
    return f"{_team(at)}: others ask {of_total(shared, partners, 'partner')}"


def _years_ahead(at: PlanAt) -> list[Period]:
    """Return the printed delivery years that are not past; the last where all are."""
    shown = periods(at.years, grain=YEAR)
    return [year for year in shown if year.name >= delivery_year(at.month)] or [shown[-1]]


# --- Leads


def _leads_finding(at: PlanAt, shared: int, teams: int) -> str:
    number = int(_not_ended(at).sum())
    if not shared:
        return f"{_team(at)} shares no action"
    brief = f"{_team(at)} shares {of_total(shared, number, 'action')}"
    others = f"with {count_of(teams, 'team')}"
    return Said(f"{brief} {others}", brief=brief, beneath=others)


def _lead_spot(at: PlanAt, team: str, places: Sequence[int]) -> Spot:
    words = f"{team}: {count_of(len(places), 'action')} together"
    return Spot((team,), words, at.ids(np.array(places)), team)
