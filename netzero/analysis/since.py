"""What has started and ended since an earlier month, and what does each team lead more or less?"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from netzero.analysis.differences import Difference, differences_by_team, spot_of, table_of
from netzero.analysis.events import events_in, notes_of_events, rows_of_events, table_of_events
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import turns
from netzero.analysis.pictures import Bars, Rows, Series, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.analysis.wording import Said, count_of, number_of
from netzero.plan.months import month_from_number, month_label, month_name, month_number

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
    started = events_in(at, "start", "started", first=then + 1, last=at.now)
    ended = events_in(at, "end", "ended", first=then, last=at.now - 1)
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


def then_and_now(at: PlanAt, *, earlier: pd.Period) -> Exhibit:
    """Return what is live in an earlier month, now, and at the next change: a bar and a row each.

    It says what ``since`` says, whose sentences are its notes.
    """
    said = since(at, earlier=earlier)
    months = _months_told(at, earlier)
    ongoing, in_delivery = (
        tuple(int((at.live_during(month, month) & kind).sum()) for month in months.values())
        for kind in (np.isinf(at.last), np.isfinite(at.last))
    )
    return exhibit(
        at,
        question="then-and-now",
        title="Live work then and now",
        finding=said.finding,
        counted=said.counted,
        table=Table(
            ("Month", "Ongoing", "In delivery", "Live"),
            tuple(
                (name, floor, above, floor + above)
                for name, floor, above in zip(months, ongoing, in_delivery, strict=True)
            ),
            (False, True, True, True),
        ),
        rule=RULE,
        picture=Bars(
            noun="month",
            names=tuple(months),
            series=(
                Series(ONGOING, ONGOING, ongoing),
                Series(IN_DELIVERY, IN_DELIVERY, in_delivery),
            ),
            bar_spots=tuple(_live_in(at, *each) for each in months.items()),
        ),
        notes=said.notes,
    )


def teams_since(at: PlanAt, *, earlier: pd.Period) -> Exhibit:
    """Return what each lead team has live then and now: a row a team, greatest difference first."""
    found = differences_by_team(at, at.live_during(earlier, earlier), at.live)
    return exhibit(
        at,
        question="teams-since",
        title="Live work by team, then and now",
        finding=_teams_finding(found, earlier),
        counted=f"{_live_then_and_now(at, earlier)}; by lead team, of {at.total}",
        table=table_of(found, month_label(earlier), month_label(at.month)),
        rule=TEAMS_RULE,
        picture=Rows("team", tuple(spot_of(each, "then", "now") for each in found)),
    )


def earlier_months(at: PlanAt) -> list[pd.Period]:
    """Return the months that can be compared with, the latest first."""
    return [at.month - back for back in range(1, EARLIEST + 1)]


def _months_told(at: PlanAt, earlier: pd.Period) -> dict[str, pd.Period]:
    """Return the earlier month, the as-at month and that of the next change, by what each is."""
    months = {month_label(earlier): earlier, f"as at {month_label(at.month)}": at.month}
    for turn in turns(at, np.flatnonzero(at.kept))[:1]:
        month = month_from_number(turn.month)
        months[f"{month_label(month)}, next change"] = month
    return months


def _live_in(at: PlanAt, name: str, month: pd.Period) -> Spot:
    live = at.live_during(month, month)
    return Spot((name,), f"{name}: {number_of(int(live.sum()))} live", at.ids(live))


def _finding(earlier: pd.Period, *, started: int, ended: int) -> str:
    when = f"since {month_name(earlier)}"
    if not started and not ended:
        return f"Nothing has started or ended {when}"
    if not started:
        return f"{count_of(ended, 'action')} ended and none started {when}"
    rest = f"{ended:,}" if ended else "none"
    return f"{count_of(started, 'action')} started and {rest} ended {when}"


def _live_then_and_now(at: PlanAt, earlier: pd.Period) -> str:
    then = int(at.live_during(earlier, earlier).sum())
    before = f"Live actions: {number_of(then)} in {month_label(earlier)}"
    return f"{before}, {number_of(at.live_size)} in {month_label(at.month)}"


def _teams_finding(found: Sequence[Difference], earlier: pd.Period) -> str:
    """Return whose live work differs most; teams come with the greatest difference first."""
    if not found:
        return "No team leads an action here"
    team, before, after, *_ = found[0]
    most = abs(found[0].by)
    if not most and len(found) > 1:
        return f"Each team has as much live as in {month_name(earlier)}"
    ways = [each.by for each in found if abs(each.by) == most]
    if len(ways) == 1:
        then = f"{number_of(before)} in" if most else "as in"
        return f"{team}: {number_of(after)} live, {then} {month_name(earlier)}"
    way = "more or fewer" if len(set(ways)) > 1 else "more" if ways[0] > 0 else "fewer"
    brief = f"{count_of(len(ways), 'team')} lead {most:,} {way}"
    then = f"than in {month_name(earlier)}"
    return Said(f"{brief} {then}", brief=brief, beneath=then)
