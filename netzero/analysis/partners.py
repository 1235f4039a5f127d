"""Which partners are asked, by whom, and by how many teams at once."""

from dataclasses import dataclass

import pandas as pd

from netzero.analysis.positions import LIVE, live_between, live_in, windows
from netzero.analysis.wording import count_of, listing, span_of
from netzero.plan import Plan

SIDES = ("team", "partner")
COUNTING_RULE = (
    "A partner counts once for each action that names it, and a team for each action that it "
    "leads with the partner; a joint action counts under each of its leads. “Live now” and “asking "
    "now” count in the as-at month."
)


@dataclass(frozen=True)
class Network:
    """Teams, partners and the links between them, placed once and for all.

    ``nodes``: name, side (``team`` or ``partner``), kind, links, actions and place (0 at the
    top). ``links``: team, partner, actions and action_ids.
    """

    nodes: pd.DataFrame
    links: pd.DataFrame


def partner_links(plan: Plan) -> pd.DataFrame:
    """Return team, partner, actions and action_ids for each pair that shares an action."""
    pairs = plan.partnerships[["action_id", "partner"]].merge(
        plan.assignments[["action_id", "lead"]], on="action_id"
    )
    ids = pairs.groupby(["lead", "partner"])["action_id"].agg(tuple).reset_index(name="action_ids")
    links = ids.rename(columns={"lead": "team"}).assign(actions=ids["action_ids"].map(len))
    return links[["team", "partner", "actions", "action_ids"]]


def partner_summary(plan: Plan, *, as_at: pd.Period) -> pd.DataFrame:
    """Return one row a partner, the one most asked first.

    Columns: partner, kind, internal, actions, teams, themes, live, asking (teams that lead a live
    action with it) and next_deadline (first planned end in or after ``as_at``, else ``NaT``).
    """
    named = plan.partnerships.merge(
        plan.actions[["action_id", "theme", "position", "end"]], on="action_id"
    )
    led = named.merge(plan.assignments[["action_id", "lead"]], on="action_id")
    live = led[led["position"].isin(LIVE)]
    grouped = named.groupby("partner")
    summary = grouped.agg(
        kind=("kind", "first"),
        internal=("internal", "first"),
        actions=("action_id", "nunique"),
        themes=("theme", "nunique"),
        live=("position", lambda position: int(position.isin(LIVE).sum())),
    )
    summary["teams"] = led.groupby("partner")["lead"].nunique()
    summary["asking"] = live.groupby("partner")["lead"].nunique()
    summary["next_deadline"] = named[named["end"].ge(as_at)].groupby("partner")["end"].min()
    whole = dict.fromkeys(("live", "teams", "asking"), "int64")
    summary = summary.fillna(dict.fromkeys(whole, 0)).astype(whole).reset_index()
    return summary.sort_values(
        ["actions", "teams", "partner"], ascending=[False, False, True], ignore_index=True
    )[
        [
            "partner",
            "kind",
            "internal",
            "actions",
            "teams",
            "themes",
            "live",
            "asking",
            "next_deadline",
        ]
    ]


def summary_sentence(summary: pd.DataFrame, *, actions: int) -> str:
    """Return the finding of ``partner_summary``: who is asked most, by how many teams.

    ``actions`` is the number of actions that name any partner.
    """
    if summary.empty:
        return "No action here names a partner"
    first = summary.iloc[0]
    asked = f"{first['actions']} of the {count_of(actions, 'action')} with partners"
    return f"{first['partner']}: named in {asked}, by {count_of(first['teams'], 'team')}"


def partner_network(links: pd.DataFrame, kinds: pd.Series) -> Network:
    """Return the teams and partners of ``links``, placed so that linked names lie near.

    The place depends on the links alone: the same links give the same drawing. ``kinds`` gives
    each partner's kind by name.
    """
    teams, partners = _places(links)
    nodes = pd.concat(
        [_nodes(links, "team", teams), _nodes(links, "partner", partners)], ignore_index=True
    )
    kind = nodes["name"].map(kinds).where(nodes["side"].eq("partner"), "lead team")
    return Network(nodes=nodes.assign(kind=kind), links=links)


def around(links: pd.DataFrame, *, name: str, side: str = "") -> pd.DataFrame:
    """Return the links that touch a name, on one ``side`` (``team`` or ``partner``) or on both."""
    sides = [side] if side else list(SIDES)
    return links[links[sides].eq(name).any(axis=1)].reset_index(drop=True)


def live_ids(plan: Plan, *, partner: str, month: pd.Period) -> list[str]:
    """Return the action_id of each action that names ``partner`` and is live in ``month``."""
    actions = _naming(plan, partner)
    return list(actions.loc[live_between(actions, month, month), "action_id"])


def partner_demand(plan: Plan, *, partner: str, months: pd.PeriodIndex) -> pd.DataFrame:
    """Return month, live (actions that name the partner), teams and deadlines, a row a month."""
    actions = _naming(plan, partner)
    window, rows = windows(actions), []
    assignments = plan.assignments[plan.assignments["action_id"].isin(actions["action_id"])]
    for month in months:
        live = actions.loc[live_in(window, month, month), "action_id"]
        leads = assignments.loc[assignments["action_id"].isin(live), "lead"]
        rows.append((month, len(live), leads.nunique(), int(actions["end"].eq(month).sum())))
    return pd.DataFrame(rows, columns=["month", "live", "teams", "deadlines"])


def _naming(plan: Plan, partner: str) -> pd.DataFrame:
    named = plan.partnerships.loc[plan.partnerships["partner"].eq(partner), "action_id"]
    return plan.actions[plan.actions["action_id"].isin(named)]


def _places(links: pd.DataFrame, *, rounds: int = 12) -> tuple[dict[str, float], dict[str, float]]:
    """Order both sides by turns, each name at the mean place of the names it is linked to."""
    weight = links.groupby("team")["actions"].sum().sort_values(ascending=False, kind="stable")
    teams: dict[str, float] = {team: place for place, team in enumerate(weight.index)}
    partners: dict[str, float] = {}
    for _ in range(rounds):
        partners = _ranked(links, "partner", links["team"].map(teams))
        teams = _ranked(links, "team", links["partner"].map(partners))
    return teams, partners


def _ranked(links: pd.DataFrame, side: str, places: pd.Series) -> dict[str, float]:
    spread = places.max() or 1
    weighted = (places / spread * links["actions"]).groupby(links[side]).sum()
    mean = weighted / links.groupby(side)["actions"].sum()
    ordered = mean.reset_index(name="mean").sort_values(["mean", side])[side]
    return {name: float(place) for place, name in enumerate(ordered)}


def _nodes(links: pd.DataFrame, side: str, places: dict[str, float]) -> pd.DataFrame:
    ids = links.explode("action_ids").groupby(side)["action_ids"].nunique()
    degree = links.groupby(side).size()
    names = sorted(places, key=places.__getitem__)
    return pd.DataFrame(
        {
            "name": names,
            "side": side,
            "links": [int(degree[name]) for name in names],
            "actions": [int(ids[name]) for name in names],
            "place": range(len(names)),
        }
    )


def by_weight(links: pd.DataFrame) -> list[str]:
    """Return the teams of ``links``, those with most shared actions first."""
    weight = links.groupby("team")["actions"].sum().reset_index()
    return list(weight.sort_values(["actions", "team"], ascending=[False, True])["team"])


def by_kind(partnerships: pd.DataFrame) -> pd.DataFrame:
    """Return kind, partners and actions (that name one of the kind), most actions first."""
    counts = partnerships.groupby("kind").agg(
        partners=("partner", "nunique"), actions=("action_id", "nunique")
    )
    return counts.reset_index().sort_values(
        ["actions", "kind"], ascending=[False, True], ignore_index=True
    )


def as_table(summary: pd.DataFrame) -> pd.DataFrame:
    """Return ``partner_summary`` with the headings that readers see."""
    kind = summary["kind"].mask(summary["internal"], summary["kind"] + " (internal)")
    return (
        summary.assign(kind=kind)
        .drop(columns="internal")
        .rename(
            columns={
                "partner": "Partner",
                "kind": "Kind",
                "actions": "Actions",
                "teams": "Teams",
                "themes": "Themes",
                "live": "Live now",
                "asking": "Asking now",
                "next_deadline": "Next deadline",
            }
        )
    )


def network_sentence(network: Network, *, focus: str = "") -> str:
    """Return the finding of ``partner_network``: its size, or what one name is linked to."""
    sides = network.nodes["side"].value_counts()
    teams, named = int(sides.get("team", 0)), int(sides.get("partner", 0))
    if not focus:
        pairs = count_of(len(network.links), "pair")
        return f"{count_of(teams, 'team')} and {count_of(named, 'partner')} make {pairs}"
    links = network.links
    asked = links.loc[links["team"].eq(focus), "partner"].nunique()
    asking = links.loc[links["partner"].eq(focus), "team"].nunique()
    others = ((asked, "partner"), (asking, "team"))
    return f"{focus} works with {listing([count_of(n, noun) for n, noun in others if n])}"


def demand_sentence(demand: pd.DataFrame, *, partner: str) -> str:
    """Return the finding of ``partner_demand``: the most that is asked at once, and when."""
    most = int(demand["live"].max()) if len(demand) else 0
    if not most:
        return f"Nothing live names {partner} in these years"
    at = demand[demand["live"].eq(most)]
    teams = count_of(int(at["teams"].max()), "team")
    when = span_of(at["month"].tolist())
    return f"{partner}: at most {count_of(most, 'live action')} by {teams}, {when}"
