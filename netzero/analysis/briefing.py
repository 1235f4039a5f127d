"""Slides found from the data: one message, one picture, and one number where there is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from netzero.analysis import deadlines, headline, partners, workload
from netzero.analysis.periods import YEAR, periods
from netzero.analysis.positions import POSITIONS
from netzero.analysis.timeline import timeline_rows
from netzero.analysis.wording import count_of
from netzero.plan import Plan
from netzero.plan.months import delivery_year, month_label, months_of

PARTS, LANES, BARS, ROWS, CELLS, COLUMNS, NOTHING = (
    "parts",
    "lanes",
    "bars",
    "rows",
    "cells",
    "columns",
    "nothing",
)
MOST, MOST_LANES = 8, 12
TITLES = {
    "standing": "Where the plan stands",
    "timeline": "What runs when",
    "leads": "Who carries it",
    "together": "What falls together",
    "partners": "Whom we depend on",
    "next": "What starts and ends next",
    "load": "Live work by team and year",
    "profile": "One team's work month by month",
}
PROPOSED = ("standing", "timeline", "leads", "together", "partners", "next")
RULE = (
    "Live means started by the as-at month and not ended before it. A joint action counts once "
    "under each lead and once in any total. The plan holds no progress and no effort."
)


@dataclass(frozen=True)
class Slide:
    """One message for a room.

    ``picture`` says how ``table`` is drawn: ``parts`` (label, value), ``bars`` (label, value,
    rest), ``lanes`` (label, words, position, left, right, enters, leaves), ``rows`` (text),
    ``cells`` (team, period, live, deadlines), ``columns`` (label, ongoing, time_bound) or
    ``nothing``. ``counted`` says what is counted and what is left out; ``notes`` are for the
    speaker.
    """

    kind: str
    message: str
    picture: str
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    number: str = ""
    number_label: str = ""
    counted: str = ""
    notes: tuple[str, ...] = ()


def build_slide(kind: str, shown: Plan, *, as_at: pd.Period) -> Slide:
    """Return the slide of a kind for the part of the plan that is shown.

    Where the filters leave nothing, the slide says so.
    """
    if shown.actions.empty:
        return Slide(kind, "No action passes the filters of this slide", NOTHING)
    return _BUILDERS[kind](shown, as_at)


def _standing(shown: Plan, as_at: pd.Period) -> Slide:
    counts = headline.standing(shown.actions)
    by_position = shown.actions["position"].value_counts()
    table = pd.DataFrame(
        [
            (position, int(by_position[position]))
            for position in POSITIONS
            if position in by_position
        ],
        columns=["label", "value"],
    )
    verb = "is" if counts.live == 1 else "are"
    total = count_of(counts.actions, "action")
    return Slide(
        "standing",
        f"{counts.live} of {total} {verb} live",
        PARTS,
        table,
        number=f"{counts.live}",
        number_label="live now",
        counted=f"{_total(shown)} by position, {_when(as_at)}",
        notes=(headline.standing_sentence(counts), *_named(shown), RULE),
    )


def _timeline(shown: Plan, as_at: pd.Period) -> Slide:
    rows = timeline_rows(shown, years=shown.delivery_years, group="plan", sort="deadline")
    single = len(rows) <= MOST
    table = _own_lanes(rows) if single else _lanes_by_end(shown, rows)
    what = "A bar an action" if single else "A bar for all that ends at one time, from first start"
    undrawn = 0 if single else int(rows["left"].isna().sum())
    what += f" ({count_of(undrawn, 'action')} not drawn)" if undrawn else ""
    return Slide(
        "timeline",
        headline.windows_sentence(shown.actions, as_at=as_at),
        LANES,
        table,
        counted=f"{what}; {_total(shown)}, {_when(as_at)}",
        notes=(*_named(shown), RULE),
    )


def _leads(shown: Plan, as_at: pd.Period) -> Slide:
    counts = headline.leads_by_team(shown.actions, shown.assignments)
    table = counts.rename(columns={"team": "label", "live": "value"})
    table = table.assign(rest=table["actions"] - table["value"])
    most = int(counts["actions"].iloc[0]) if len(counts) else 0
    shares = workload.concentration(shown.actions, shown.assignments)
    return Slide(
        "leads",
        headline.leads_sentence(counts, actions=len(shown.actions)),
        BARS,
        table[["label", "value", "rest"]].head(MOST),
        number=f"{most}",
        number_label=f"of {count_of(len(shown.actions), 'action')}",
        counted=f"Live (navy) and other actions (grey) by lead team{_rest(counts, 'team')}; "
        f"{_total(shown)}, {_when(as_at)}",
        notes=(
            f"{workload.concentration_sentence(shares, actions=len(shown.actions))}.",
            *(
                f"{row.team}: {row.actions}, of which {row.live} live"
                for row in counts.itertuples()
            ),
            RULE,
        ),
    )


def _together(shown: Plan, as_at: pd.Period) -> Slide:
    clusters = deadlines.deadline_clusters(deadlines.team_deadlines(shown), within=1)
    ahead = clusters["last"].ge(as_at)
    table = pd.DataFrame(
        {
            "label": [f"{month_label(row.first)}, {row.owner}" for row in clusters.itertuples()],
            "value": clusters["actions"].where(ahead, 0),
            "rest": clusters["actions"].mask(ahead, 0),
        }
    )
    first = max(0, min(int((~ahead).sum()) - MOST // 2, len(table) - MOST))
    return Slide(
        "together",
        deadlines.clusters_sentence(clusters, as_at=as_at),
        BARS if len(clusters) else NOTHING,
        table.iloc[first : first + MOST],
        number=f"{len(clusters)}",
        number_label="times one team has several deadlines in a month"
        if len(clusters) != 1
        else "time one team has several deadlines in a month",
        counted=f"Deadlines of one team in one month; grey lies before {month_label(as_at)}"
        f"{_rest(table, 'cluster')}",
        notes=(
            *(
                f"{deadlines.cluster_sentence(row, as_at=as_at)}: {', '.join(row['action_ids'])}"
                for _, row in clusters.iterrows()
            ),
            deadlines.CLUSTER_RULE,
        ),
    )


def _partners(shown: Plan, as_at: pd.Period) -> Slide:
    summary = partners.partner_summary(shown, as_at=as_at)
    table = pd.DataFrame(
        {
            "label": summary["partner"],
            "value": summary["live"],
            "rest": summary["actions"] - summary["live"],
        }
    )
    most = int(summary["actions"].iloc[0]) if len(summary) else 0
    naming = shown.partnerships["action_id"].nunique()
    return Slide(
        "partners",
        partners.summary_sentence(summary, actions=naming),
        BARS if len(summary) else NOTHING,
        table.head(MOST),
        number=f"{most}" if most else "",
        number_label=f"of {count_of(naming, 'action')}" if most else "",
        counted="Live (navy) and other actions (grey) that name a partner"
        f"{_rest(summary, 'partner')}; {_total(shown)}, {_when(as_at)}",
        notes=(
            *(
                f"{row.partner}: {row.actions} actions, {row.teams} teams, {row.live} live now"
                for row in summary.head(MOST).itertuples()
            ),
            partners.COUNTING_RULE,
        ),
    )


def _next(shown: Plan, as_at: pd.Period) -> Slide:
    first, last = headline.look_ahead(as_at)
    ending = headline.falling_between(shown.actions, "end", first, last)
    starting = headline.falling_between(shown.actions, "start", first, last)
    coming = pd.concat(
        [
            ending.assign(month=ending["end"], verb="ends"),
            starting.assign(month=starting["start"], verb="starts"),
        ]
    ).sort_values("month", kind="stable")
    table = pd.DataFrame(
        {
            "When": coming["month"].map(month_label),
            "What": coming["action_id"] + " " + coming["verb"],
            "Action": coming["title"],
        }
    )
    ahead = f"{month_label(first)} to {month_label(last)}"
    ends = f"{count_of(len(ending), 'action')} {'ends' if len(ending) == 1 else 'end'}"
    starts = f"{len(starting)} {'starts' if len(starting) == 1 else 'start'}"
    return Slide(
        "next",
        f"{ends} and {starts} by {month_label(last)}",
        ROWS if len(table) else NOTHING,
        table.head(MOST + 1),
        counted=f"{ahead}{_rest(table, 'line', most=MOST + 1)}; {_when(as_at)}",
        notes=(
            *(f"{row.What} {row.When}: {row.Action}" for row in table.itertuples()),
            "A month counts whole: a start from its first day, an end to its last.",
        ),
    )


def _load(shown: Plan, as_at: pd.Period) -> Slide:
    years = periods(shown.delivery_years, grain=YEAR)
    grid = workload.workload_grid(shown.actions, shown.assignments, periods=years)
    teams = grid["team"].drop_duplicates()
    return Slide(
        "load",
        workload.peak_sentence(grid, ongoing=True),
        CELLS,
        grid.loc[grid["team"].isin(teams.head(MOST)), ["team", "period", "live", "deadlines"]],
        counted=f"Actions live in each delivery year, and ◆ deadlines{_rest(teams, 'team')}; "
        f"{_total(shown)}, {_when(as_at)}",
        notes=(workload.COUNTING_RULE,),
    )


def _profile(shown: Plan, as_at: pd.Period) -> Slide:
    counts = headline.leads_by_team(shown.actions, shown.assignments)
    if counts.empty:
        return Slide("profile", headline.leads_sentence(counts, actions=0), NOTHING)
    team = counts["team"].iloc[0]
    profile = workload.team_profile(
        shown.actions, shown.assignments, team=team, months=months_of(shown.delivery_years)
    )
    quarters = profile[profile["month"].dt.month.isin((6, 9, 12, 3))]
    table = pd.DataFrame(
        {
            "label": quarters["month"].map(month_label),
            "ongoing": quarters["ongoing"],
            "time_bound": quarters["time_bound"],
        }
    )
    return Slide(
        "profile",
        workload.profile_sentence(profile, team=team, as_at=as_at),
        COLUMNS,
        table,
        counted=f"Live actions of {team} in the last month of each quarter, {_when(as_at)}",
        notes=(workload.COUNTING_RULE,),
    )


def _own_lanes(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(label=rows["action_id"] + " " + rows["title"], words=rows["label"])[
        ["label", "words", "position", "left", "right", "enters", "leaves"]
    ]


def _lanes_by_end(shown: Plan, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a lane for all of one position that ends in one month, or in one year if too many."""
    ends = shown.actions.set_index("action_id")["end"]
    lanes = rows.assign(end=rows["action_id"].map(ends)).dropna(subset="left")
    for name in (month_label, delivery_year):
        lanes = lanes.assign(lane=[_lane(end, name) for end in lanes["end"]])
        if len(lanes.drop_duplicates(["lane", "position"])) <= MOST_LANES:
            break
    lanes = lanes.sort_values(["end", "left"], kind="stable", na_position="last")
    grouped = lanes.groupby(["lane", "position"], sort=False).agg(
        left=("left", "min"),
        right=("right", "max"),
        enters=("enters", "any"),
        leaves=("leaves", "any"),
        size=("action_id", "nunique"),
    )
    grouped = grouped.reset_index().rename(columns={"lane": "label"})
    several = grouped["label"].duplicated(keep=False)
    words = grouped["size"].map(lambda size: count_of(size, "action"))
    grouped["words"] = words.where(~several, words + " " + grouped["position"])
    return grouped[["label", "words", "position", "left", "right", "enters", "leaves"]]


def _lane(end: pd.Period, name: Callable[[pd.Period], str]) -> str:
    return "No planned end" if pd.isna(end) else name(end)


def _total(shown: Plan) -> str:
    assignments = count_of(len(shown.assignments), "lead assignment")
    return f"{count_of(len(shown.actions), 'action')}, {assignments}"


def _when(as_at: pd.Period) -> str:
    return f"as at {month_label(as_at)}"


def _rest(table: pd.DataFrame | pd.Series, noun: str, *, most: int = MOST) -> str:
    """Return how much of a table is left out of the picture."""
    left_out = len(table) - most
    return f" (and {count_of(left_out, f'more {noun}')} not drawn)" if left_out > 0 else ""


def _named(shown: Plan) -> tuple[str, ...]:
    """Return a line for each position, naming its actions."""
    by_position = shown.actions.groupby("position")["action_id"].agg(", ".join)
    return tuple(
        f"{position.capitalize()}: {by_position[position]}"
        for position in POSITIONS
        if position in by_position
    )


_BUILDERS: Mapping[str, Callable[[Plan, pd.Period], Slide]] = {
    "standing": _standing,
    "timeline": _timeline,
    "leads": _leads,
    "together": _together,
    "partners": _partners,
    "next": _next,
    "load": _load,
    "profile": _profile,
}
