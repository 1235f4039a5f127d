"""Where the plan stands as at a month, and what comes next."""

from dataclasses import dataclass

import pandas as pd

from netzero.analysis.positions import (
    DATES_NOT_GIVEN,
    IN_DELIVERY,
    LIVE,
    NOT_STARTED,
    UNDER_WAY,
    WINDOW_ENDED,
    is_time_bound,
)
from netzero.analysis.wording import by_tense, count_of, listing
from netzero.plan.months import month_name, months_between

LOOK_AHEAD = 6


@dataclass(frozen=True)
class Standing:
    """How many actions there are, how many stand in each position, and how many have an end."""

    actions: int
    in_delivery: int
    ongoing: int
    not_started: int
    window_ended: int
    dates_not_given: int
    time_bound: int

    @property
    def live(self) -> int:
        """Live as at the month: in delivery, or ongoing."""
        return self.in_delivery + self.ongoing


def standing(actions: pd.DataFrame) -> Standing:
    """Return the counts of ``actions`` that carry a ``position``."""
    counts = actions["position"].value_counts()
    return Standing(
        actions=len(actions),
        in_delivery=int(counts.get(IN_DELIVERY, 0)),
        ongoing=int(counts.get(UNDER_WAY, 0)),
        not_started=int(counts.get(NOT_STARTED, 0)),
        window_ended=int(counts.get(WINDOW_ENDED, 0)),
        dates_not_given=int(counts.get(DATES_NOT_GIVEN, 0)),
        time_bound=int(is_time_bound(actions).sum()),
    )


def standing_sentence(counts: Standing) -> str:
    """Return the plan's standing in one sentence; positions that hold nothing are left out."""
    live = _joined(
        (counts.in_delivery, "{} in delivery towards a deadline"),
        (counts.ongoing, "{} ongoing with no planned end"),
    )
    rest = _joined(
        (counts.not_started, "{} {have} not started"),
        (counts.window_ended, "the {windows} of {} {have} ended"),
        (counts.dates_not_given, "the dates of {} are not given"),
    )
    total = count_of(counts.actions, "action")
    if not counts.live:
        return f"None of {total} is live" + (f": {rest}." if rest else ".")
    verb = "is" if counts.live == 1 else "are"
    return f"{counts.live} of {total} {verb} live: {live}" + (f"; {rest}." if rest else ".")


def _joined(*parts: tuple[int, str]) -> str:
    """Return the parts whose count is not 0, each in the singular or the plural, as a list."""
    words = [
        phrase.format(
            count,
            have="has" if count == 1 else "have",
            windows="window" if count == 1 else "windows",
        )
        for count, phrase in parts
        if count
    ]
    return listing(words) if words else ""


def look_ahead(as_at: pd.Period, *, months: int = LOOK_AHEAD) -> tuple[pd.Period, pd.Period]:
    """Return the first and last month of the next ``months``, this month being the first."""
    return as_at, as_at + (months - 1)


def falling_between(
    actions: pd.DataFrame, column: str, first: pd.Period, last: pd.Period
) -> pd.DataFrame:
    """Return the actions whose ``start`` or ``end`` falls in those months, soonest first."""
    falling = actions[actions[column].between(first, last)]
    return falling.sort_values([column, "row"], ignore_index=True)


def deadlines_by_month(actions: pd.DataFrame) -> pd.DataFrame:
    """Return month, deadlines and action_ids for every month from first to last deadline.

    Months without a deadline are there, with 0.
    """
    ends = actions.dropna(subset="end")
    columns = ["month", "deadlines", "action_ids"]
    if ends.empty:
        return pd.DataFrame(columns=columns)
    ids = ends.groupby("end")["action_id"].agg(tuple)
    ids = ids.reindex(months_between(ends["end"].min(), ends["end"].max()))
    ids = ids.map(lambda found: found if isinstance(found, tuple) else ())
    return pd.DataFrame(
        {"month": ids.index, "deadlines": ids.map(len).array, "action_ids": ids.array}
    )


def peak_sentence(profile: pd.DataFrame, *, as_at: pd.Period) -> str:
    """Return the finding of ``deadlines_by_month``: the month that holds most deadlines."""
    if profile.empty:
        return "No action here has a planned end"
    most = int(profile["deadlines"].max())
    months = profile.loc[profile["deadlines"].eq(most), "month"]
    total = count_of(int(profile["deadlines"].sum()), "deadline")
    if len(months) > 1:
        return f"No single peak: at most {most} of {total} in a month"
    verb = by_tense(months.iloc[0], as_at, past="fell", present="falls" if most == 1 else "fall")
    return f"{most} of {total} {verb} in {month_name(months.iloc[0])}"


def leads_by_team(actions: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Return team, live, not_started, ended and actions: how many each team leads, most first.

    A joint action counts once under each of its leads. Actions without dates count in ``actions``
    alone.
    """
    position = assignments["action_id"].map(actions.set_index("action_id")["position"])
    counts = pd.DataFrame(
        {
            "team": assignments["lead"],
            "live": position.isin(LIVE),
            "not_started": position.eq(NOT_STARTED),
            "ended": position.eq(WINDOW_ENDED),
            "actions": True,
        }
    )
    counts = counts.groupby("team").sum().astype("int64").reset_index()
    return counts.sort_values(
        ["actions", "live", "team"], ascending=[False, False, True], ignore_index=True
    )


def leads_sentence(counts: pd.DataFrame, *, actions: int) -> str:
    """Return the finding of ``leads_by_team``: who leads most, and of how many."""
    if counts.empty:
        return "No team leads an action here"
    most = int(counts["actions"].iloc[0])
    teams = counts.loc[counts["actions"].eq(most), "team"].tolist()
    if len(teams) > 1:
        return f"{len(teams)} teams lead {count_of(most, 'action')} each, the most"
    return f"{teams[0]} leads {most} of {count_of(actions, 'action')}"


def windows_sentence(actions: pd.DataFrame, *, as_at: pd.Period) -> str:
    """Return the finding of a timeline: where most windows closed, and where the next close."""
    ends = actions["end"].dropna()
    past, ahead = ends[ends < as_at].value_counts(), ends[ends >= as_at]
    parts = []
    if len(past):
        month = past[past.eq(past.max())].index.max()
        closed = count_of(int(past.max()), "window")
        parts.append(f"{closed} closed in {month_name(month)}")
    if len(ahead):
        closing = int(ahead.eq(ahead.min()).sum())
        number = f"{closing} more" if parts else count_of(closing, "window")
        verb = "closes" if closing == 1 else "close"
        parts.append(f"{number} {verb} in {month_name(ahead.min())}")
    return "; ".join(parts) or "Nothing here has a planned end"
