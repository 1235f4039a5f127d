"""How does the live work of one period differ from that of another, team by team?"""

from netzero.analysis.differences import Difference, differences_by_team, spot_of, table_of
from netzero.analysis.exhibit import Exhibit, exhibit
from netzero.analysis.named import WHOLE
from netzero.analysis.periods import QUARTER, YEAR, Period, periods
from netzero.analysis.pictures import Rows
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import count_of
from netzero.plan.months import delivery_year

RULE = (
    "An action counts in a period if it is live in any month of it; a joint action under each of "
    "its leads, and once in the row of all actions. Counts say nothing of effort: the plan gives "
    "none."
)


def two_periods(at: PlanAt, *, before: str, after: str) -> Exhibit:
    """Return what each lead team has live in two periods: a row a team, greatest difference first.

    The periods are called as in ``comparable``. All actions, each once, come before the teams
    where there are several. Raises ``ValueError`` where a period is unknown, or both are one.
    """
    known = comparable(at)
    if before == after or not {before, after} <= set(known):
        raise ValueError(f"two periods of the plan can be compared, not {before!r} and {after!r}")
    then, now = (at.live_during(known[name].first, known[name].last) for name in (before, after))
    whole = Difference(WHOLE, int(then.sum()), int(now.sum()), at.ids(then | now), is_team=False)
    teams = differences_by_team(at, then, now)
    shown = [whole, *teams] if len(teams) > 1 else teams
    spots = tuple(spot_of(each, f"in {before}", f"in {after}") for each in shown)
    return exhibit(
        at,
        question="two-periods",
        title="Two periods, team by team",
        finding=_finding(whole, before, after),
        counted=f"Live in any month of each period; by lead team, of {at.total}",
        table=table_of(shown, before, after),
        rule=RULE,
        picture=Rows("row", spots),
    )


def comparable(at: PlanAt) -> dict[str, Period]:
    """Return the periods that can be compared, by name: the printed years, then their quarters."""
    grains = (periods(at.years, grain=grain) for grain in (YEAR, QUARTER))
    return {period.name: period for shown in grains for period in shown}


def usual_pair(at: PlanAt) -> tuple[str, str]:
    """Return the delivery year of the as-at month and the next, or the last two that there are.

    Where the plan gives one year alone, they are its first two quarters.
    """
    years = at.years
    if len(years) == 1:
        first, second, *_ = (each.name for each in periods(years, grain=QUARTER))
        return first, second
    now = delivery_year(at.month)
    place = min(sum(year < now for year in years), len(years) - 2)
    return years[place], years[place + 1]


def _finding(whole: Difference, before: str, after: str) -> str:
    if not whole.before and not whole.after:
        return f"{after}: no actions live, none in {before} either"
    words = f"{after}: {count_of(whole.after, 'action')} live"
    if not whole.by:
        return f"{words}, as many as in {before}"
    return f"{words}, {abs(whole.by):,} {'more' if whole.by > 0 else 'fewer'} than in {before}"
