"""What has started and ended since an earlier month, and what does each team lead more or less?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from netzero.analysis.counting import gathered
from netzero.analysis.events import events_in, notes_of_events, rows_of_events, table_of_events
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import live_between
from netzero.analysis.wording import count_of, number_of
from netzero.plan.months import month_label, month_name, month_number

EARLIEST = 36  # months back that are offered
RULE = (
    "Both months count whole. What ends in the earlier month is live in it, and has ended since; "
    "what starts in the as-at month has started."
)
TEAMS_RULE = (
    "Live work in the two months, a joint action under each of its leads. Counts say nothing of "
    "effort: the plan holds none."
)


def since(at: PlanAt, *, earlier: pd.Period) -> Exhibit:
    """Return what started after ``earlier``, a month before, and what ended since: a row each."""
    then = month_number(earlier)
    started = events_in(at, at.first, "started", first=then + 1, last=at.now)
    ended = events_in(at, at.last, "ended", first=then, last=at.now - 1)
    events = sorted([*ended, *started], key=lambda event: event.month)
    return exhibit(
        at,
        question="since",
        title="What started and ended since",
        finding=_finding(earlier, started=len(started), ended=len(ended)),
        counted=f"{_live_then_and_now(at, earlier)}; of {count_of(at.size, 'action')}",
        table=table_of_events(events),
        rule=RULE,
        picture=rows_of_events(events, noun="line"),
        notes=notes_of_events(events),
    )


def teams_since(at: PlanAt, *, earlier: pd.Period) -> Exhibit:
    """Return what each lead team has live then and now: a row a team, greatest difference first."""
    leads, live_then = at.leads, _live_in(at, earlier)
    before, after = leads.of(live_then).counts(), leads.of(at.live).counts()
    change = after - before
    places = np.flatnonzero(leads.counts())
    order = places[np.lexsort((-after[places], -np.abs(change[places])))].tolist()
    return exhibit(
        at,
        question="teams-since",
        title="Live work by team, then and now",
        finding=_teams_finding(
            [leads.names[place] for place in order],
            earlier,
            *(numbers[order].tolist() for numbers in (before, after)),
        ),
        counted=f"{_live_then_and_now(at, earlier)}; by lead team, of {at.total}",
        table=Table(
            ("Lead team", month_label(earlier), month_label(at.month), "Difference"),
            tuple(
                (leads.names[place], int(before[place]), int(after[place]), int(change[place]))
                for place in order
            ),
            (False, True, True, True),
        ),
        rule=TEAMS_RULE,
        picture=Rows("team", _team_spots(at, live_then, order, before, after)),
    )


def earlier_months(at: PlanAt) -> list[pd.Period]:
    """Return the months that can be compared with, the latest first."""
    return [at.month - back for back in range(1, EARLIEST + 1)]


def _live_in(at: PlanAt, earlier: pd.Period) -> np.ndarray:
    month = month_number(earlier)
    live: np.ndarray = at.kept & live_between(at.first, at.last, month, month)
    return live


def _finding(earlier: pd.Period, *, started: int, ended: int) -> str:
    when = f"since {month_name(earlier)}"
    if not started and not ended:
        return f"Nothing has started or ended {when}"
    if not started:
        return f"{count_of(ended, 'action')} ended and none started {when}"
    rest = f"{ended:,}" if ended else "none"
    return f"{count_of(started, 'action')} started and {rest} ended {when}"


def _live_then_and_now(at: PlanAt, earlier: pd.Period) -> str:
    then = int(_live_in(at, earlier).sum())
    before = f"Live actions: {number_of(then)} in {month_label(earlier)}"
    return f"{before}, {number_of(at.live_size)} in {month_label(at.month)}"


def _teams_finding(
    teams: Sequence[str], earlier: pd.Period, before: Sequence[int], after: Sequence[int]
) -> str:
    """Return whose live work differs most; teams come with the greatest difference first."""
    if not teams:
        return "No team leads an action here"
    changes = [now - then for then, now in zip(before, after, strict=True)]
    most = max(map(abs, changes))
    if not most and len(teams) > 1:
        return f"Each team has as much live as in {month_name(earlier)}"
    first = [change for change in changes if abs(change) == most]
    if len(first) == 1:
        then = f"{number_of(before[0])} in" if most else "as in"
        return f"{teams[0]}: {number_of(after[0])} live, {then} {month_name(earlier)}"
    way = "more or fewer" if len(set(first)) > 1 else "more" if first[0] > 0 else "fewer"
    return f"{count_of(len(first), 'team')} lead {most:,} {way} than in {month_name(earlier)}"


def _team_spots(
    at: PlanAt, live_then: np.ndarray, order: Sequence[int], before: np.ndarray, after: np.ndarray
) -> tuple[Spot, ...]:
    leads = at.leads.of(live_then | at.live)
    ids = gathered(leads.name, at.cells("action_id", leads.action))
    return tuple(
        Spot(
            (leads.names[place],),
            f"{leads.names[place]}: {number_of(int(before[place]))} live then, "
            f"{number_of(int(after[place]))} now",
            ids.get(place, ()),
            leads.names[place],
        )
        for place in order
    )
