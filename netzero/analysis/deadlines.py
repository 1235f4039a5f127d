"""Which deadlines fall together, on which team or partner, and with whom."""

from collections.abc import Sequence

import pandas as pd

from netzero.analysis.positions import is_time_bound, live_in, windows
from netzero.analysis.timeline import rows_in_groups
from netzero.analysis.wording import by_tense, count_of, span_of
from netzero.plan import Plan
from netzero.plan.months import month_name, months_between, months_of

WIDEST = 12
CLUSTER_RULE = (
    "A cluster is a largest possible set of two or more deadlines of one team, or of one partner, "
    "whose first and last months lie less than the chosen number of months apart; a set inside "
    "another is dropped. One month means the same month. A joint action counts under each lead."
)


def team_deadlines(plan: Plan) -> pd.DataFrame:
    """Return owner (the lead team), action_id and end of every deadline, soonest first."""
    return _deadlines(plan, plan.assignments.rename(columns={"lead": "owner"}))


def partner_deadlines(plan: Plan) -> pd.DataFrame:
    """Return owner (the partner), action_id and end of every deadline, soonest first."""
    return _deadlines(plan, plan.partnerships.rename(columns={"partner": "owner"}))


def deadline_clusters(deadlines: pd.DataFrame, *, within: int) -> pd.DataFrame:
    """Return owner, first, last, actions and action_ids of every cluster, soonest first.

    ``within`` is the window in months, 1 to 12; see ``CLUSTER_RULE``. Raises ``ValueError`` for
    another window.
    """
    if not 1 <= within <= WIDEST:
        raise ValueError(f"a window is 1 to {WIDEST} months, not {within}")
    rows = [
        (owner, ends["end"].iloc[0], ends["end"].iloc[-1], len(ends), tuple(ends["action_id"]))
        for owner, own in deadlines.sort_values("end", kind="stable").groupby("owner")
        for ends in _largest_sets(own, within)
    ]
    clusters = pd.DataFrame(rows, columns=["owner", "first", "last", "actions", "action_ids"])
    return clusters.sort_values(
        ["first", "actions", "owner"], ascending=[True, False, True], ignore_index=True
    )


def cluster_sentence(cluster: pd.Series, *, as_at: pd.Period) -> str:
    """Return a row of ``deadline_clusters`` in words."""
    first, last = cluster["first"], cluster["last"]
    verb = by_tense(last, as_at, past="ended", present="end")
    when = f"in {month_name(first)}"
    if first != last:
        when = f"between {month_name(first)} and {month_name(last)}"
    return f"{cluster['owner']}: {count_of(cluster['actions'], 'action')} {verb} {when}"


def shared_in(plan: Plan, cluster: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the other lead teams of a cluster's actions, and the partners that several name.

    Both: name and actions (of the cluster), most first. ``plan`` is the whole plan.
    """
    leads = _named(plan.assignments, "lead", cluster)
    partners = _named(plan.partnerships, "partner", cluster)
    others = leads[leads["name"].ne(cluster["owner"])]
    several = partners[partners["actions"].gt(1) & partners["name"].ne(cluster["owner"])]
    return others.reset_index(drop=True), several.reset_index(drop=True)


def caught_together(plan: Plan, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return team, with, as (lead or partner), first, last and actions for every pair caught.

    A pair is a team and another team, or a partner that several actions name, in one cluster.
    """
    in_cluster = clusters.explode("action_ids").rename(columns={"action_ids": "action_id"})
    pairs = pd.concat(
        [
            _pairs(in_cluster, plan.assignments.rename(columns={"lead": "with"}), "lead"),
            _pairs(in_cluster, plan.partnerships.rename(columns={"partner": "with"}), "partner"),
        ]
    )
    caught = pairs[pairs["as"].eq("lead") | pairs["actions"].gt(1)]
    ordered = caught.sort_values(
        ["cluster", "as", "actions", "with"], ascending=[True, True, False, True], ignore_index=True
    )
    return ordered.rename(columns={"owner": "team"})[
        ["team", "with", "as", "first", "last", "actions"]
    ]


def _pairs(in_cluster: pd.DataFrame, named: pd.DataFrame, role: str) -> pd.DataFrame:
    """Return cluster, owner, first, last, with, as and actions for the names beside an owner."""
    own = in_cluster[["owner", "first", "last", "action_id"]].rename_axis("cluster").reset_index()
    both = own.merge(named[["action_id", "with"]], on="action_id")
    both = both[both["with"].ne(both["owner"])]
    keys = ["cluster", "owner", "first", "last", "with"]
    counts = both.groupby(keys)["action_id"].nunique().reset_index(name="actions")
    return counts.assign(**{"as": role})


def deadline_grid(deadlines: pd.DataFrame) -> pd.DataFrame:
    """Return team, month, deadlines and action_ids of every month in which a team has any.

    Teams come with the most deadlines first.
    """
    ids = deadlines.groupby(["owner", "end"])["action_id"].agg(tuple).reset_index(name="action_ids")
    grid = ids.rename(columns={"owner": "team", "end": "month"})
    grid = grid.assign(deadlines=grid["action_ids"].map(len))
    total = grid.groupby("team")["deadlines"].transform("sum")
    return (
        grid.assign(total=total).sort_values(
            ["total", "team", "month"], ascending=[False, True, True], ignore_index=True
        )
    )[["team", "month", "deadlines", "action_ids"]]


def side_by_side(
    actions: pd.DataFrame, cluster: pd.Series, *, years: Sequence[str]
) -> pd.DataFrame:
    """Return month and running: how many actions of a cluster run in each month to its last.

    The months begin with the first of ``years``, or with the cluster's first where that is sooner.
    """
    own = actions[actions["action_id"].isin(cluster["action_ids"])]
    months = months_between(min(months_of(years)[0], cluster["first"]), cluster["last"])
    window = windows(own)
    running = [int(live_in(window, month, month).sum()) for month in months]
    return pd.DataFrame({"month": months, "running": running})


def side_by_side_sentence(
    actions: pd.DataFrame, clusters: pd.DataFrame, *, years: Sequence[str]
) -> str:
    """Return how many actions of the largest of ``clusters`` run at once, and in which months."""
    cluster = clusters.loc[clusters["actions"].idxmax()]
    return f"{cluster['owner']}: {_peak(side_by_side(actions, cluster, years=years))}"


def lanes(actions: pd.DataFrame, clusters: pd.DataFrame, *, years: Sequence[str]) -> pd.DataFrame:
    """Return the timeline rows of each cluster's actions, grouped by cluster, its peak named."""
    peaks = [
        f"{_when(cluster)}: {_peak(side_by_side(actions, cluster, years=years))}"
        for _, cluster in clusters.iterrows()
    ]
    named = clusters.assign(group=peaks).explode("action_ids", ignore_index=True)
    named = named.rename(columns={"action_ids": "action_id"})[["action_id", "group"]]
    return rows_in_groups(actions, named, years=years, sort="start")


def clusters_sentence(clusters: pd.DataFrame, *, as_at: pd.Period) -> str:
    """Return the finding of ``deadline_clusters``: the soonest one ahead, else the last behind."""
    if clusters.empty:
        return "No two deadlines of one team fall together"
    ahead = clusters[clusters["last"].ge(as_at)]
    if len(ahead):
        return f"Next, {cluster_sentence(ahead.iloc[0], as_at=as_at)}"
    return cluster_sentence(clusters.iloc[clusters["last"].argmax()], as_at=as_at)


def next_sentence(actions: pd.DataFrame, clusters: pd.DataFrame, *, as_at: pd.Period) -> str:
    """Return what ends next, and how many clusters lie ahead; else the last cluster behind."""
    ends = actions["end"].dropna()
    coming = ends[ends >= as_at]
    if coming.empty:
        return clusters_sentence(clusters, as_at=as_at)
    ending = int(coming.eq(coming.min()).sum())
    verb = "ends" if ending == 1 else "end"
    lying = int(clusters["last"].ge(as_at).sum())
    together = f"{count_of(lying, 'cluster')} {'lies' if lying == 1 else 'lie'} ahead"
    together = together if lying else "no cluster lies ahead"
    return f"{count_of(ending, 'action')} {verb} next, in {month_name(coming.min())}; {together}"


def soonest(clusters: pd.DataFrame, *, as_at: pd.Period) -> str:
    """Return the owner of the soonest cluster ahead, else of the largest behind."""
    ahead = clusters[clusters["last"].ge(as_at)]
    chosen = ahead.iloc[0] if len(ahead) else clusters.loc[clusters["actions"].idxmax()]
    return str(chosen["owner"])


def grid_sentence(grid: pd.DataFrame) -> str:
    """Return the finding of ``deadline_grid``: the team and month with most deadlines."""
    most = int(grid["deadlines"].max())
    cells = grid[grid["deadlines"].eq(most)]
    if len(cells) > 1:
        return f"At most {count_of(most, 'deadline')} of one team in a month"
    cell = cells.iloc[0]
    counted = count_of(most, "deadline")
    return f"Most in a month: {cell['team']}, {counted} in {month_name(cell['month'])}"


def grid_table(grid: pd.DataFrame) -> pd.DataFrame:
    """Return ``deadline_grid`` with a row for every month, empty ones too, and a column a team."""
    if grid.empty:
        return pd.DataFrame(columns=["month"])
    wide = grid.pivot(index="month", columns="team", values="deadlines")
    months = months_between(grid["month"].min(), grid["month"].max())
    teams = grid["team"].drop_duplicates()
    whole = wide.reindex(index=months, columns=teams).fillna(0).astype("int64")
    return whole.rename_axis(index="month", columns=None).reset_index()


def clusters_table(clusters: pd.DataFrame) -> pd.DataFrame:
    """Return ``deadline_clusters`` with the headings that readers see."""
    return clusters.rename(columns=str.capitalize).rename(columns={"Action_ids": "Ids"})


def _when(cluster: pd.Series) -> str:
    first, last = cluster["first"], cluster["last"]
    return month_name(first) if first == last else f"{month_name(first)} to {month_name(last)}"


def _peak(running: pd.DataFrame) -> str:
    most = int(running["running"].max())
    months = running.loc[running["running"].eq(most), "month"].tolist()
    if most == 0:
        return "when they run side by side is not known: no start is given"
    if most == 1:
        return "no two of them run side by side"
    return f"at most {most} run side by side, {span_of(months)}"


def _deadlines(plan: Plan, named: pd.DataFrame) -> pd.DataFrame:
    bound = plan.actions.loc[is_time_bound(plan.actions), ["action_id", "end", "row"]]
    found = named[["owner", "action_id"]].merge(bound, on="action_id")
    return found.sort_values(["end", "row"], kind="stable", ignore_index=True).drop(columns="row")


def _largest_sets(own: pd.DataFrame, within: int) -> list[pd.DataFrame]:
    """Return the largest sets of an owner's deadlines, which come sorted by month."""
    months = (own["end"].dt.year * 12 + own["end"].dt.month).to_numpy()
    sets, reached = [], 0
    for first in dict.fromkeys(months):
        begin, end = months.searchsorted(first), months.searchsorted(first + within)
        if end - begin > 1 and end > reached:
            sets.append(own.iloc[begin:end])
        reached = end
    return sets


def _named(frame: pd.DataFrame, column: str, cluster: pd.Series) -> pd.DataFrame:
    own = frame[frame["action_id"].isin(cluster["action_ids"])]
    counts = own.groupby(column)["action_id"].nunique().reset_index(name="actions")
    return counts.rename(columns={column: "name"}).sort_values(
        ["actions", "name"], ascending=[False, True]
    )
