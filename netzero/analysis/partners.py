"""Which partners are asked, by whom, and by how many teams at once."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from netzero.analysis.counting import (
    ACTIONS,
    LIVE,
    Counts,
    asks,
    counts_of,
    gathered,
    ids_by_name,
    most_live_first,
    names_live,
    teams_asking,
)
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.levels import (
    LEVELS_RULE,
    columns_of,
    course_of,
    months_shown,
    no_columns,
    table_of_columns,
    turn_notes,
    undated,
)
from netzero.analysis.live_bars import live_bars
from netzero.analysis.named import PARTNER, Named, partners_of, themes_of
from netzero.analysis.pictures import (
    Cell,
    CellColumn,
    Cells,
    Columns,
    Rows,
    Spot,
)
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import DATES_NOT_GIVEN, ENDED, IN_DELIVERY, NOT_STARTED, ONGOING
from netzero.analysis.wording import (
    Said,
    agree,
    agree_part,
    capital,
    count_of,
    listing,
    of_total,
    the_most,
)
from netzero.plan import Plan
from netzero.plan.dates import TO_BE_CONFIRMED
from netzero.plan.months import month_from_number

PARTNERS_RULE = (
    "A partner counts once for each live action that names it. Teams asking are those of the whole "
    "plan that lead a live action with the partner, a joint one each of its leads. The kinds of "
    "partner are ours, from the reviewed list of names; internal ones are the council's own."
)
MATRIX_RULE = (
    "A cell counts the live actions that a team leads and that name the partner. A joint action "
    "counts under each of its leads, whichever team is chosen."
)
KINDS_RULE = (
    "An action counts once under each kind of partner that it names. The kinds are ours, from the "
    "reviewed list of names; internal ones are the council's own."
)
Asked = dict[tuple[int, int], tuple[str, ...]]
HEADINGS = (
    ("Partner", False),
    ("Kind", False),
    ("In delivery", True),
    ("Ongoing", True),
    ("Live", True),
    ("Teams asking, whole plan", True),
    ("Next deadline", False),
    ("Not started", True),
    ("Ended", True),
    ("Dates not given", True),
    ("Actions", True),
    ("Themes", True),
)


def partners(at: PlanAt) -> Exhibit:
    """Return who is asked for live work: a bar a partner named in any, a table row every partner.

    ``Next deadline`` is the first in or after the month.
    """
    counts = counts_of(at, at.partners)
    order = most_live_first(counts)
    live = [place for place in order if counts[LIVE][place]]
    teams = _teams_by_partner(_asked(at))
    return exhibit(
        at,
        question="partners",
        title="Whom the live work asks",
        finding=_finding(at, counts, live, teams=teams),
        counted=_counted(at, idle=len(order) - len(live)),
        table=_table(at, counts, order),
        rule=PARTNERS_RULE,
        picture=live_bars(at, at.partners, counts, live, side=PARTNER),
        notes=tuple(
            f"{at.partners.names[place]}: {count_of(int(counts[LIVE][place]), 'live action')}, "
            f"led by {_team_names(at, teams.get(place, ()))}."
            for place in live
        ),
    )


def matrix(at: PlanAt, *, once: bool = False) -> Exhibit:
    """Return which team asks which partner in live work: a row a partner, a column a team.

    Every lead of the actions in scope is there, whichever team is chosen. The table holds every
    partner; the picture leaves out those named in one live action only, unless ``once``, or unless
    as many teams ask them as ask any.
    """
    asked, live = _asked(at), at.partners.of(at.live).counts()
    teams = _teams_by_partner(asked)
    order = sorted(
        np.flatnonzero(live).tolist(),
        key=lambda place: (-len(teams.get(place, ())), -live[place], place),
    )
    most = len(teams.get(order[0], ())) if order else 0
    drawn = [
        place for place in order if once or live[place] > 1 or len(teams.get(place, ())) == most
    ]
    return exhibit(
        at,
        question="matrix",
        title="Who asks whom",
        finding=_most_asked(at, order, teams),
        counted=_counted_matrix(at, left=len(order) - len(drawn)),
        table=_matrix_table(at, order, asked),
        rule=MATRIX_RULE,
        picture=_cells(at, drawn, asked),
        notes=tuple(
            f"{at.partners.names[place]}: asked by {_team_names(at, teams.get(place, ()))}."
            for place in drawn
        ),
    )


def kinds(at: PlanAt) -> Exhibit:
    """Return what kinds of partner the live work names: a row a kind, most live actions first."""
    named = _by_kind(at)
    counts, sizes = counts_of(at, named), _partners_by_kind(at)
    order = most_live_first(counts)
    ids = ids_by_name(at, named.of(at.live))
    rows = tuple(
        (
            capital(named.names[place]),
            sizes[named.names[place]],
            int(counts[LIVE][place]),
            int(counts[ACTIONS][place]),
        )
        for place in order
    )
    return exhibit(
        at,
        question="kinds",
        title="Partners by kind",
        finding=_kinds_finding(at, rows),
        counted=f"Live actions by kind of partner: {_naming_words(at)}",
        table=Table(("Kind", "Partners", "Live", "Actions"), rows, (False, True, True, True)),
        rule=KINDS_RULE,
        picture=Rows(
            "kind",
            tuple(
                _kind_spot(row[0], ids.get(place, ()))
                for row, place in zip(rows, order, strict=True)
            ),
        ),
    )


def demand(at: PlanAt, *, partner: str = "") -> Exhibit:
    """Return what names one partner month by month, ongoing work below, and its deadlines.

    The partner is the one named in most live actions in scope unless it is given. The table adds
    how many teams of the whole plan ask it in each month.
    """
    order = most_live_first(counts_of(at, at.partners))
    name = partner or (at.partners.names[order[0]] if order else "")
    own = at.all_partners.only((name,))
    columns = columns_of(at, own, name, side="partner") if name else no_columns()
    actions = own.action
    return exhibit(
        at,
        question="demand",
        title="One partner, month by month",
        finding=_demand_finding(at, name, actions),
        counted="Live actions by month, and deadlines, of "
        f"{count_of(len(actions), 'action')} that {agree(len(actions), 'names', 'name')} "
        f"{'the' if name else 'a'} partner{undated(at, actions)}",
        table=_demand_table(at, columns, name),
        rule=f"{LEVELS_RULE} Teams asking are those of the whole plan.",
        picture=columns,
        notes=turn_notes(at, actions),
    )


# --- Partners


def _asked(at: PlanAt) -> Asked:
    """Return the live actions in scope of each pair of a partner and a team that leads them."""
    found = asks(at.partners.of(at.live), at.all_leads)
    size = len(at.all_leads.names)
    ids = gathered(found.partner * size + found.team, at.cells("action_id", found.action))
    return {divmod(pair, size): own for pair, own in ids.items()}


def _teams_by_partner(asked: Asked) -> dict[int, list[int]]:
    """Return the teams that ask each partner, those that ask most often first."""
    found: dict[int, list[int]] = {}
    for partner, team in sorted(asked, key=lambda pair: -len(asked[pair])):
        found.setdefault(partner, []).append(team)
    return found


def _team_names(at: PlanAt, teams: Sequence[int]) -> str:
    return listing([at.all_leads.names[team] for team in teams]) if teams else "no named team"


def _finding(
    at: PlanAt, counts: Counts, live: Sequence[int], *, teams: dict[int, list[int]]
) -> str:
    if not live:
        return _none_named(at)
    name, most = at.partners.names[live[0]], int(counts[LIVE][live[0]])
    equal = int((counts[LIVE] == most).sum())
    if equal > 1:
        words = f"{equal:,} partners: {count_of(most, 'live action')} each"
        return words + the_most(equal, len(live))
    asking = len(teams.get(live[0], ()))
    teams_asking = f" with {count_of(asking, 'team')}" if asking else ""
    actions = count_of(most, "live action")
    if at.scope.partner == (name,):  # the scope beneath names it
        return f"Named in {actions}{teams_asking}"
    return f"{name}: {actions}{teams_asking}"


def _none_named(at: PlanAt) -> str:
    """Return what is said where no live action in scope names a partner."""
    if not len(at.partners):
        return "No action here names a partner"
    chosen = at.scope.partner[0] if len(at.scope.partner) == 1 else "a partner"
    return f"No live action names {chosen}"


def _naming(at: PlanAt) -> int:
    """Return how many live actions in scope name a partner."""
    return int((at.live & (at.all_partners.per_action(len(at.kept)) > 0)).sum())


def _naming_words(at: PlanAt) -> str:
    if at.scope.partner:  # all of them name one of these by construction
        chosen = listing(at.scope.partner, joined_by="or")
        return f"{count_of(at.live_size, 'live action')} with {chosen}"
    naming = _naming(at)
    words = of_total(naming, at.live_size, "live action")
    return f"{words} {agree_part(naming, at.live_size, 'names', 'name')} a partner"


def _counted(at: PlanAt, *, idle: int) -> str:
    words = capital(_naming_words(at))
    open_cells = np.array(at.cells("partners_kind", at.live)) == TO_BE_CONFIRMED
    if number := int(open_cells.sum()):
        words += f"; {number:,} more {agree(number, 'has', 'have')} partners to be confirmed"
    if idle and len(at.partners.of(at.live)):
        words += f"; {count_of(idle, 'more partner')} {agree(idle, 'is', 'are')} named in none live"
    return words


def _table(at: PlanAt, counts: Counts, order: Sequence[int]) -> Table:
    """Return a row a partner, under ``HEADINGS``."""
    numbers = {column: values.tolist() for column, values in counts.items()}
    asking = teams_asking(at.whole.partners.of(at.whole.live), at.whole.leads)
    columns = (
        at.partners.names,
        _kind_of(at.plan),
        *(numbers[column] for column in (IN_DELIVERY, ONGOING, LIVE)),
        asking.tolist(),
        _next_deadlines(at),
        *(numbers[column] for column in (NOT_STARTED, ENDED, DATES_NOT_GIVEN, ACTIONS)),
        _themes_each(at).tolist(),
    )
    headings, numeric = zip(*HEADINGS, strict=True)
    rows = tuple(tuple(column[place] for column in columns) for place in order)
    return Table(headings, rows, numeric)


def _next_deadlines(at: PlanAt) -> list[pd.Period | None]:
    """Return for each partner the first deadline in scope in or after the as-at month."""
    ends = at.last[at.partners.action]
    first = np.full(len(at.partners.names), np.inf)
    np.minimum.at(first, at.partners.name, np.where(ends >= at.now, ends, np.inf))
    return [month_from_number(month) if np.isfinite(month) else None for month in first.tolist()]


def _themes_each(at: PlanAt) -> np.ndarray:
    """Return in how many themes in scope each partner is named."""
    themes = themes_of(at.plan)
    size = max(len(themes.names), 1)
    pairs = np.unique(at.partners.name * size + themes.name[at.partners.action])
    counted: np.ndarray = np.bincount(pairs // size, minlength=len(at.partners.names))
    return counted


@lru_cache(maxsize=8)
def _kind_of(plan: Plan) -> tuple[str, ...]:
    """Return the kind of each partner of a plan, by letter, and whether it is internal."""
    frame = plan.partnerships.drop_duplicates("partner").set_index("partner")
    said = frame["kind"].mask(frame["internal"], frame["kind"] + " (internal)")
    return tuple(said.reindex(partners_of(plan).names))


# --- Matrix


def _most_asked(at: PlanAt, order: Sequence[int], teams: dict[int, list[int]]) -> str:
    if not order:
        return _none_named(at)
    asking = [len(teams.get(place, ())) for place in order]
    if not asking[0]:
        return "No team leads a live action with a partner"
    everyone = {team for place in order for team in teams.get(place, ())}
    if len(everyone) == 1 and len(order) > 1:  # one team asks each of them by construction
        return f"{_team_names(at, list(everyone))} asks {count_of(len(order), 'partner')}"
    equal = asking.count(asking[0])
    best = the_most(equal, len(order))
    by = count_of(asking[0], "team")
    if equal > 1:
        return f"{equal:,} partners are asked by {by} each{best}"
    name, asks = at.partners.names[order[0]], agree(asking[0], "asks", "ask")
    beneath = best.removeprefix(", ")
    return Said(f"{name}: asked by {by}{best}", brief=f"{name}: {by} {asks}", beneath=beneath)


def _counted_matrix(at: PlanAt, *, left: int) -> str:
    words = f"Live actions by partner and lead team: {_naming_words(at)}"
    if left:
        each = agree(left, "named in one live action, is", "named in one live action each, are")
        words += f"; {count_of(left, 'more partner')}, {each} in the table"
    return words


def _columns(asked: Asked) -> list[int]:
    """Return the teams that ask, those that ask most often first, then by letter."""
    often: Counter[int] = Counter()
    for (_, team), ids in asked.items():
        often[team] += len(ids)
    return sorted(often, key=lambda team: (-often[team], team))


def _matrix_table(at: PlanAt, order: Sequence[int], asked: Asked) -> Table:
    columns, rows = _columns(asked), []
    live = at.partners.of(at.live).counts().tolist()
    for place in order:
        cells = [len(asked.get((place, team), ())) for team in columns]
        teams = sum(cell > 0 for cell in cells)
        rows.append((at.partners.names[place], live[place], teams, *cells))
    headings = ("Partner", "Live", "Teams", *(at.all_leads.names[team] for team in columns))
    return Table(headings, tuple(rows), (False, *[True] * (len(headings) - 1)))


def _cells(at: PlanAt, drawn: Sequence[int], asked: Asked) -> Cells:
    row = {place: number for number, place in enumerate(drawn)}
    asked_here = {pair: ids for pair, ids in asked.items() if pair[0] in row}
    column = {team: number for number, team in enumerate(_columns(asked_here))}
    names = [at.all_leads.names[team] for team in column]
    return Cells(
        noun="partner",
        rows=tuple(at.partners.names[place] for place in drawn),
        columns=tuple(CellColumn(name, name) for name in names),
        cells=tuple(
            Cell(row[pair[0]], column[pair[1]], len(ids), _pair_spot(at, pair, ids))
            for pair, ids in asked_here.items()
        ),
    )


def _pair_spot(at: PlanAt, pair: tuple[int, int], action_ids: tuple[str, ...]) -> Spot:
    partner, team = at.partners.names[pair[0]], at.all_leads.names[pair[1]]
    words = f"{team} with {partner}: {count_of(len(action_ids), 'live action')}"
    return Spot((partner, team), words, action_ids, team, partner)


# --- Kinds


def _by_kind(at: PlanAt) -> Named:
    """Return which kinds of partner each action in scope names, each once an action."""
    kind_of = _kind_of(at.plan)
    names = tuple(sorted(set(kind_of)))
    codes = np.array([names.index(kind) for kind in kind_of], dtype=int)
    pairs = np.unique(at.partners.action * max(len(names), 1) + codes[at.partners.name])
    return Named(names, pairs % max(len(names), 1), pairs // max(len(names), 1))


def _partners_by_kind(at: PlanAt) -> Counter[str]:
    """Return how many partners in scope are of each kind."""
    kind_of = _kind_of(at.plan)
    return Counter(kind_of[place] for place in np.unique(at.partners.name).tolist())


def _kinds_finding(at: PlanAt, rows: Sequence[tuple[str, int, int, int]]) -> str:
    live = [(kind, number) for kind, _, number, _ in rows if number]
    if not live:
        return _none_named(at)
    kind, most = live[0]
    equal = sum(number == most for _, number in live)
    if equal > 1:
        words = f"{equal:,} kinds of partner: {count_of(most, 'live action')} each"
        return words + the_most(equal, len(live))
    if len(live) == 1 or at.scope.partner:
        return f"{kind}: named in {count_of(most, 'live action')}"
    brief = f"{kind}: named in {of_total(most, _naming(at), 'live action')}"
    return Said(f"{brief} with partners", brief=brief, beneath="Of those with partners")


def _kind_spot(kind: str, action_ids: tuple[str, ...]) -> Spot:
    return Spot((kind,), f"{kind}: {count_of(len(action_ids), 'live action')}", action_ids)


# --- Demand


def _demand_finding(at: PlanAt, partner: str, actions: np.ndarray) -> str:
    if not partner:
        return _none_named(at)
    if not len(actions):
        return f"No action here names {partner}"
    return course_of(at, actions).after(f"{partner}: ")


def _demand_table(at: PlanAt, columns: Columns, partner: str) -> Table:
    """Return the months of one partner, and how many teams of the whole plan ask it in each."""
    table, whole = table_of_columns(columns), at.whole
    named = np.zeros(len(at.kept), dtype=bool)
    named[whole.partners.actions_of(partner)] = True
    asking = names_live(at, whole.leads.of(named), months_shown(at))
    rows = tuple((*row, teams) for row, teams in zip(table.rows, asking, strict=False))
    return Table((*table.columns, "Teams asking, whole plan"), rows, (*table.numeric, True))
