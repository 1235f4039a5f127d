"""How much is live, when, and on which team. Counts only: the plan holds no effort."""

import pandas as pd

from netzero.analysis.positions import (
    is_time_bound,
    live_between,
    live_in,
    month_number,
    windows,
)
from netzero.analysis.wording import by_tense, count_of, listing, span_of

COUNTING_RULE = (
    "A cell counts the actions that a team leads and that are live in any month of the period, "
    "from the first day of the start month to the last day of the end month. "
    "A joint action counts once under each of its leads. "
    "Ongoing work has no planned end and counts in every period from its start. "
    "A deadline counts in the period that holds the planned end. "
    "Counts say nothing of effort: the plan gives none."
)


def workload_grid(
    actions: pd.DataFrame, assignments: pd.DataFrame, *, periods: pd.DataFrame, ongoing: bool = True
) -> pd.DataFrame:
    """Return one row a team and period: team, period, live, deadlines, live_ids, deadline_ids.

    Every lead team of ``assignments`` and every period is there, with 0 where nothing is live;
    teams come with the most live work first. With ``ongoing=False`` work without a planned end
    is left out.
    """
    held = assignments[["action_id", "lead"]].merge(actions, on="action_id")
    counted = held if ongoing else held[is_time_bound(held)]
    window = windows(counted)
    cells = [
        pd.DataFrame(
            {
                "live_ids": _ids_by_team(counted, live_in(window, period.first, period.last)),
                "deadline_ids": _ids_by_team(counted, _ends_in(window, period.first, period.last)),
            },
            index=pd.Index(assignments["lead"].drop_duplicates(), name="team"),
        ).assign(period=period.period)
        for period in periods.itertuples()
    ]
    empty = pd.DataFrame(columns=["team", "live_ids", "deadline_ids", "period"])
    return _counted(pd.concat(cells).reset_index() if len(held) else empty)


def _ends_in(window: pd.DataFrame, first: pd.Period, last: pd.Period) -> pd.Series:
    return window["last"].between(month_number(first), month_number(last))


def _ids_by_team(held: pd.DataFrame, falling: pd.Series) -> pd.Series:
    return held[falling].groupby("lead")["action_id"].agg(tuple)


def _counted(grid: pd.DataFrame) -> pd.DataFrame:
    for column, count in (("live_ids", "live"), ("deadline_ids", "deadlines")):
        grid[column] = [ids if isinstance(ids, tuple) else () for ids in grid[column]]
        grid[count] = grid[column].map(len)
    load = grid.groupby("team")["live"].transform("sum")
    return grid.assign(load=load).sort_values(
        ["load", "team"], ascending=[False, True], kind="stable", ignore_index=True
    )[["team", "period", "live", "deadlines", "live_ids", "deadline_ids"]]


def peak_sentence(grid: pd.DataFrame, *, ongoing: bool) -> str:
    """Return the finding of ``workload_grid``: the team and period that hold most live work."""
    kind = "live" if ongoing else "time-bound live"
    most = int(grid["live"].max()) if len(grid) else 0
    if not most:
        return f"No {kind} action in these periods"
    peaks = grid[grid["live"].eq(most)]
    teams = peaks["team"].drop_duplicates().tolist()
    actions = f"{most} {kind} {'action' if most == 1 else 'actions'}"
    if len(teams) > 1:
        return f"{len(teams)} teams peak at {actions} each"
    return f"{teams[0]} peaks at {actions}, {_span(grid, peaks['period'])}"


def _span(grid: pd.DataFrame, chosen: pd.Series) -> str:
    """Return "in Q4 2025-26", "Q1 to Q4 2025-26", or how many periods from which on."""
    order = {period: place for place, period in enumerate(grid["period"].drop_duplicates())}
    first, last = chosen.iloc[0], chosen.iloc[-1]
    if first == last:
        return f"in {first}"
    unbroken = order[last] - order[first] == len(chosen) - 1
    if unbroken and first.split()[-1] == last.split()[-1]:
        return f"{first.split()[0]} to {last}"
    return f"{first} to {last}" if unbroken else f"in {len(chosen)} periods from {first}"


def team_profile(
    actions: pd.DataFrame, assignments: pd.DataFrame, *, team: str, months: pd.PeriodIndex
) -> pd.DataFrame:
    """Return month, ongoing, time_bound, live and deadlines of one team, a row a month."""
    led = actions[actions["action_id"].isin(_led_by(assignments, team))]
    bound, floor = windows(led[is_time_bound(led)]), windows(led[~is_time_bound(led)])
    profile = pd.DataFrame(
        {
            "month": months,
            "ongoing": [int(live_in(floor, month, month).sum()) for month in months],
            "time_bound": [int(live_in(bound, month, month).sum()) for month in months],
            "deadlines": [int(_ends_in(bound, month, month).sum()) for month in months],
        }
    )
    return profile.assign(live=profile["ongoing"] + profile["time_bound"])


def live_ids(
    actions: pd.DataFrame, assignments: pd.DataFrame, *, team: str, month: pd.Period
) -> list[str]:
    """Return the action_id of each action that ``team`` leads and that is live in ``month``."""
    led = actions[actions["action_id"].isin(_led_by(assignments, team))]
    return list(led.loc[live_between(led, month, month), "action_id"])


def profile_sentence(profile: pd.DataFrame, *, team: str, as_at: pd.Period) -> str:
    """Return the finding of ``team_profile``: the team's peak and when it is."""
    most = int(profile["live"].max()) if len(profile) else 0
    if not most:
        return f"{team} leads nothing live in these years"
    months = profile.loc[profile["live"].eq(most), "month"].tolist()
    if profile["live"].nunique() == 1:
        return f"{team} has {most} live throughout"
    verb = by_tense(months[-1], as_at, past="peaked", present="peaks")
    return f"{team} {verb} at {count_of(most, 'live action')}, {span_of(months)}"


def concentration(actions: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Return team, actions, alone, joint and reached, the team with most actions first.

    ``alone`` counts actions that the team leads without another; ``reached`` the different
    actions that this team and those above it lead.
    """
    led = assignments[assignments["action_id"].isin(actions["action_id"])]
    counts = led.groupby("lead")["joint"].agg(actions="size", joint="sum").reset_index()
    counts = counts.rename(columns={"lead": "team"}).sort_values(
        ["actions", "team"], ascending=[False, True], ignore_index=True
    )
    place = led["lead"].map({team: place for place, team in enumerate(counts["team"])})
    first_reached = place.groupby(led["action_id"]).min().value_counts()
    reached = first_reached.reindex(range(len(counts)), fill_value=0).cumsum()
    return counts.assign(
        joint=counts["joint"].astype("int64"),
        alone=counts["actions"] - counts["joint"].astype("int64"),
        reached=reached.array,
    )[["team", "actions", "alone", "joint", "reached"]]


def concentration_sentence(table: pd.DataFrame, *, actions: int) -> str:
    """Return the finding of ``concentration``: how few teams lead half of the actions or more."""
    if table.empty:
        return "No team leads an action here"
    needed = int(table["reached"].mul(2).lt(actions).sum()) + 1
    teams = table["team"].head(needed).tolist()
    reached = int(table["reached"].iloc[needed - 1])
    named = listing(teams) if needed <= 3 else count_of(needed, "team")
    verb = "leads" if needed == 1 else "lead"
    return f"{named} {verb} {reached} of {count_of(actions, 'action')}"


def led_by_one(assignments: pd.DataFrame) -> pd.Series:
    """Return the action_id of each action that one team leads alone."""
    return assignments.loc[~assignments["joint"], "action_id"]


def _led_by(assignments: pd.DataFrame, team: str) -> pd.Series:
    return assignments.loc[assignments["lead"].eq(team), "action_id"]


def as_table(grid: pd.DataFrame) -> pd.DataFrame:
    """Return ``workload_grid`` with a row a team and a column a period: ``18, 9 end``."""
    ending = grid["deadlines"].map(lambda count: f", {count} end" if count else "")
    return wide(grid.assign(cell=grid["live"].astype(str) + ending), "cell")


def wide(grid: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return one column of ``workload_grid`` with a row a team and a column a period."""
    table = grid.pivot(index="team", columns="period", values=column)
    teams, periods = grid["team"].drop_duplicates(), grid["period"].drop_duplicates()
    return table.loc[teams, periods].rename_axis(columns=None).reset_index()
