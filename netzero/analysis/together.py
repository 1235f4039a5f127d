"""Which deadlines fall together, what runs side by side before them, and who else is involved?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from netzero.analysis.deadlines import AHEAD, PAST, Month, ending_labels_of, month_at, titled
from netzero.analysis.exhibit import Exhibit, Table, Value, exhibit
from netzero.analysis.made import Made
from netzero.analysis.named import PARTNER, TEAM, Named, leads_of, partners_of
from netzero.analysis.pictures import Lane, Lanes, Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.positions import live_counts
from netzero.analysis.precision import printed_coarsely
from netzero.analysis.timeline import lane_rows, with_thin_bars
from netzero.analysis.wording import Said, agree, capital, count_of, listing, span_of

LEAD = "lead"
USUAL, WIDEST = 3, 12
MOST_NOTES = 12
RULE = (
    "A set is a largest possible set of two or more deadlines of one team, or of one partner, "
    "whose first and last months lie less than the chosen number of months apart. A set inside "
    "another is dropped. One month means the same month. Deadlines in or after the as-at month "
    "and those before it are never in one set. A joint action counts under each of its leads."
)
LANES_RULE = (
    f"{RULE} Two actions run side by side in a month in which both are live. Of a set ahead the "
    "months from the as-at month to its last deadline count, of a past set every month up to it."
)
INVOLVED_RULE = (
    f"{RULE} Also involved are the other teams that lead an action of a set, and the partners "
    "that two or more of its actions name, whatever is filtered."
)
SHARED_HEADINGS = ("Also led by", "Partners in common")
LANES_HEADINGS = ("Set", "Id", "Title (ours)", "Leads", "Position", "Start", "End")
INVOLVED_HEADINGS = ("Team", "With", "As", "When", "First", "Last", "Actions")


class DeadlineSet(NamedTuple):
    """Deadlines of one name that fall together.

    ``first`` and ``last`` are their months, and ``places`` those of their actions in the plan,
    soonest first. A ``past`` set lies wholly before the as-at month, any other wholly not.
    """

    name: str
    past: bool
    first: Month
    last: Month
    places: np.ndarray

    @property
    def names(self) -> tuple[str, str]:
        """What tells the set from the others: no two of one name begin in one month."""
        return self.name, self.first.label

    @property
    def when(self) -> str:
        """Whether it lies ahead or is past."""
        return PAST if self.past else AHEAD

    @property
    def span(self) -> str:
        """The months in which its deadlines fall."""
        return span_of(self.first.period, self.last.period)

    @property
    def words(self) -> str:
        """The set as a sentence."""
        when = f" in {self.span}" if self.first == self.last else f", {self.span}"
        number = len(self.places)
        counted = f"{number:,} ended" if self.past else count_of(number, "deadline")
        brief = f"{self.name}: {counted} together"
        return Said(f"{brief}{when}", brief=brief, beneath=self.span)


class Pair(NamedTuple):
    """Another name beside a set: the set's place among the sets, the set, and the other's role.

    ``role`` is ``lead`` or ``partner``; ``action_ids`` are the actions that have the name.
    """

    place: int
    of: DeadlineSet
    role: str
    name: str
    action_ids: tuple[str, ...]


class Beside(NamedTuple):
    """Other names beside sets, set by set, those of most actions first: a value each.

    ``place`` is that of the set among the sets; the actions that have the name are those from
    place ``begin`` to before ``end`` of ``action``.
    """

    place: np.ndarray
    name: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    action: np.ndarray


def together(at: PlanAt, *, within: int = USUAL, whose: str = TEAM) -> Exhibit:
    """Return the deadlines of one team, or of one partner, that fall together: a row a set.

    ``within`` is 1 to 12 months; see ``RULE``. ``whose`` is ``team`` or ``partner``. Sets ahead
    come soonest first, then past ones, the last first. Who else leads or is named is found in the
    whole plan. Raises ``ValueError`` for another number of months.
    """
    sets = deadline_sets(at, {TEAM: at.leads, PARTNER: at.partners}[whose], within=within)
    labels = _labels(at, sets)
    shared = [_names_in(_beside(at, sets, role), sets=len(sets)) for role in (LEAD, PARTNER)]
    headings = ("When", whose.capitalize(), "First", "Last", "Deadlines", "Actions")
    return exhibit(
        at,
        question="together" if whose == TEAM else "partner-together",
        title="Deadlines together" if whose == TEAM else "Partners’ deadlines together",
        finding=sets[0].words if sets else f"No {whose} has deadlines together",
        counted=_counted(at, sets, within=within, whose=whose),
        table=Table(
            (*headings, *SHARED_HEADINGS),
            tuple(_row(labels, *each) for each in zip(sets, *shared, strict=True)),
            (False, False, False, False, True, False, False, False),
        ),
        rule=RULE,
        picture=Rows(
            "set",
            tuple(_spot(at, each, whose=whose) for each in sets),
            columns=(*headings[1:2], "Last", "Actions"),
        ),
        notes=tuple(_notes(at, sets, shared)),
    )


def lanes(at: PlanAt, *, within: int = USUAL, team: str = "") -> Exhibit:
    """Return what a team's sets ahead hold, or its past sets where none is ahead: a lane an action.

    The team is that of the first set ahead, or of the last past one, unless it is named. An
    action stands in each of its sets. The table has a row a lane. Raises ``ValueError`` for a
    number of months outside 1 to 12.
    """
    sets = deadline_sets(at, at.leads, within=within)
    name = team or (sets[0].name if sets else "")
    own = [each for each in sets if each.name == name]
    shown = [each for each in own if each.past == own[0].past]
    peaks = [_peak(at, each) for each in shown]
    headings = [
        f"{each.span}: {_side_by_side(peak, past=each.past)}"
        for each, peak in zip(shown, peaks, strict=True)
    ]
    drawn = _lanes(at, shown, headings)
    return exhibit(
        at,
        question="side-by-side",
        title="Side by side",
        finding=_lanes_finding(name, shown, peaks),
        counted=_lanes_counted(at, shown, left_out=len(own) - len(shown), within=within),
        table=_lanes_table(at, shown, headings),
        rule=with_thin_bars(LANES_RULE, drawn),
        picture=Lanes(years=at.years, lanes=drawn),
        notes=tuple(f"{heading}." for heading in headings),
    )


def involved(at: PlanAt, *, within: int = USUAL) -> Exhibit:
    """Return who else is in the teams' sets: a row a pair of a set and another name.

    A row has the team, with whom, as lead or partner, whether the set is ahead or past, its first
    and last month, and how many of its actions have that name. The others are found in the whole
    plan. Raises ``ValueError`` for a number of months outside 1 to 12.
    """
    sets = deadline_sets(at, at.leads, within=within)
    pairs = _pairs(at, sets)
    return exhibit(
        at,
        question="involved",
        title="Also involved",
        finding=_involved_finding(sets, pairs),
        counted=_involved_counted(pairs, within=within),
        table=Table(
            INVOLVED_HEADINGS,
            Made(pairs, _pair_row),
            (False, False, False, False, False, False, True),
        ),
        rule=INVOLVED_RULE,
        picture=Rows("pair", Made(pairs, _pair_spot)),
    )


# --- The sets


def deadline_sets(at: PlanAt, named: Named, *, within: int) -> list[DeadlineSet]:
    """Return the sets of deadlines of ``named`` within so many months; see ``RULE``.

    Sets ahead come first, soonest first, then the largest; past ones after, the last first, then
    the largest; equals by name. Raises ``ValueError`` where ``within`` is not 1 to 12.
    """
    if not 1 <= within <= WIDEST:
        raise ValueError(f"deadlines together span 1 to {WIDEST} months, not {within}")
    due = named.of(at.time_bound)
    months = at.last[due.action].astype("int64")
    # one number line for all: names lie further apart on it than any months do, and so do the
    # deadlines ahead and past of one name
    owner = due.name * 2 + (months < at.now)
    line = owner * (months.max(initial=0) + WIDEST + 1) + months
    order = np.argsort(line, kind="stable")
    owner, months, places = owner[order], months[order], due.action[order]
    begin, end = _largest(line[order], within)
    name, past = np.divmod(owner[begin], 2)
    first, last = months[begin], months[end - 1]
    drawn = np.lexsort((name, first, begin - end, np.where(past, -last, first), past))
    columns = (each[drawn].tolist() for each in (name, past, first, last, begin, end))
    return [
        DeadlineSet(
            due.names[owned], bool(gone), month_at(soon), month_at(late), places[since:until]
        )
        for owned, gone, soon, late, since, until in zip(*columns, strict=True)
    ]


def _largest(line: np.ndarray, within: int) -> tuple[np.ndarray, np.ndarray]:
    """Return where each largest set begins, and where it has ended, among sorted numbers."""
    begin = np.flatnonzero(np.diff(line, prepend=-1))
    end = np.searchsorted(line, line[begin] + within)
    # a set that ends where the one before it ends lies inside that one
    kept = (end - begin > 1) & (np.diff(end, prepend=0) > 0)
    return begin[kept], end[kept]


# --- Together


def _counted(at: PlanAt, sets: Sequence[DeadlineSet], *, within: int, whose: str) -> str:
    due = at.time_bound
    rule = _what_is_a_set(within, whose=whose)
    if not sets:
        number = int(due.sum())
        here = f"{count_of(number, 'deadline')} here{', in no set' if number else ''}"
        return capital(f"{here}; {rule}")
    words = [_how_many(sets), rule]
    alone = due & (at.last >= at.now)
    for each in sets:
        alone[each.places] = False
    if number := int(alone.sum()):
        words.append(f"{count_of(number, 'deadline')} ahead {agree(number, 'is', 'are')} in none")
    return "; ".join(words) + printed_coarsely(at, due, "end")


def _how_many(sets: Sequence[DeadlineSet]) -> str:
    """Return which set the finding names, of how many: the first ahead, else the last past."""
    past = sum(each.past for each in sets)
    ahead = len(sets) - past
    if not ahead:
        return f"The last of {past:,} sets, all past" if past > 1 else "The only set, now past"
    words = f"The first of {ahead:,} sets ahead" if ahead > 1 else "The only set ahead"
    return f"{words}; {past:,} {agree(past, 'has', 'have')} passed" if past else words


def _what_is_a_set(within: int, *, whose: str) -> str:
    span = "in one month" if within == 1 else f"within {within} months"
    return f"a set is one {whose}’s deadlines {span}"


def _labels(at: PlanAt, sets: Sequence[DeadlineSet]) -> np.ndarray:
    """Return the id and title of each action of the plan that is in a set."""
    places = np.unique(_set_and_action(sets)[1])
    labels = np.empty(len(at.kept), dtype=object)
    labels[places] = ending_labels_of(at, places)
    return labels


def _row(
    labels: np.ndarray, each: DeadlineSet, leads: tuple[str, ...], partners: tuple[str, ...]
) -> tuple[Value, ...]:
    first, last = each.first.period, each.last.period
    actions = tuple(labels[each.places].tolist())
    return each.when, each.name, first, last, len(actions), actions, leads, partners


def _spot(at: PlanAt, each: DeadlineSet, *, whose: str) -> Spot:
    team, partner = (each.name if whose == side else "" for side in (TEAM, PARTNER))
    return Spot(each.names, each.words, at.ids(each.places), team, partner)


def _notes(
    at: PlanAt, sets: Sequence[DeadlineSet], shared: Sequence[Sequence[tuple[str, ...]]]
) -> Iterator[str]:
    """Yield what is in each set ahead, or in each past one where none is; the first dozen."""
    shown = [each for each in zip(sets, *shared, strict=True) if each[0].past == sets[0].past]
    for each, leads, partners in shown[:MOST_NOTES]:
        words = f"{each.name}, {each.span}: {titled(at, each.places)}."
        words += f" Also led by {listing(leads)}." if leads else ""
        yield words + (f" Partners in common: {listing(partners)}." if partners else "")
    if len(shown) > MOST_NOTES:
        yield f"And {count_of(len(shown) - MOST_NOTES, 'more set')}."


# --- Side by side


class Peak(NamedTuple):
    """How many actions of a set run side by side at most; ``unknown`` starts are not given."""

    most: int
    unknown: int


def _peak(at: PlanAt, each: DeadlineSet) -> Peak:
    first, last = at.first[each.places], at.last[each.places]
    # most run in the first month that counts, or in one in which another starts
    begin = -np.inf if each.past else at.now
    months = np.append(first[(first > begin) & (first <= last.max())], begin)
    return Peak(int(live_counts(first, last, months).max()), int(np.isnan(first).sum()))


def _side_by_side(peak: Peak, *, past: bool) -> Said:
    if peak.most > 1:
        words, brief = f"at most {peak.most:,}", f"at most {peak.most:,} side by side"
        return Said(f"{words} {'ran' if past else 'run'} side by side", brief=brief)
    if peak.unknown:
        words = f"no two known to {'have run' if past else 'run'} side by side"
        return Said(words, brief="none known side by side")
    return Said(f"no two {'ran' if past else 'run'} side by side", brief="none side by side")


def _lanes_finding(team: str, shown: Sequence[DeadlineSet], peaks: Sequence[Peak]) -> str:
    if not shown:
        return f"{team or 'No team'} has {'no ' if team else ''}deadlines together"
    peak = Peak(max(each.most for each in peaks), max(each.unknown for each in peaks))
    past = shown[0].past
    said = _side_by_side(peak, past=past).after(f"{team}: ")
    when = "" if past else " ahead"
    return Said(f"{said}{when}", brief=said.brief, beneath=when.strip() or "all past")


def _lanes_counted(at: PlanAt, shown: Sequence[DeadlineSet], *, left_out: int, within: int) -> str:
    rule = _what_is_a_set(within, whose=TEAM)
    if not shown:
        return capital(rule)
    places = _set_and_action(shown)[1]
    actions = np.unique(places)
    kind = "past set" if shown[0].past else "set"
    ahead = "" if shown[0].past else " ahead"
    words = [f"{count_of(len(actions), 'action')} of {count_of(len(shown), kind)}{ahead}", rule]
    if len(places) > len(actions):
        words.append(f"an action stands in each of its sets, {len(places):,} lanes in all")
    if left_out:
        words.append(f"{count_of(left_out, 'past set')} {agree(left_out, 'is', 'are')} left out")
    if unknown := int(np.isnan(at.first[actions]).sum()):
        words.append(f"the start of {unknown:,} is not given")
    return "; ".join(words)


def _lanes(at: PlanAt, shown: Sequence[DeadlineSet], headings: Sequence[str]) -> tuple[Lane, ...]:
    """Return the lanes of each set under its heading; an action in several is made once."""
    set_of, actions = _set_and_action(shown)
    places = np.unique(actions).tolist()
    lane_of = dict(zip(places, lane_rows(at, [("", place) for place in places]), strict=True))
    return tuple(
        lane_of[place]._replace(group=headings[each])
        for each, place in zip(set_of.tolist(), actions.tolist(), strict=True)
    )


def _lanes_table(at: PlanAt, shown: Sequence[DeadlineSet], headings: Sequence[str]) -> Table:
    set_of, places = _set_and_action(shown)
    columns = (
        [headings[each] for each in set_of.tolist()],
        *(at.cells(column, places) for column in ("action_id", "title", "leads")),
        at.position_names(places),
        *(at.cells(column, places) for column in ("start_published", "end_published")),
    )
    rows = tuple(zip(*columns, strict=True))
    return Table(LANES_HEADINGS, rows, (False,) * len(LANES_HEADINGS))


# --- Who else


def _pairs(at: PlanAt, sets: Sequence[DeadlineSet]) -> list[Pair]:
    """Return the other leads of each set and then its partners in common, set by set."""
    pairs = [pair for role in (LEAD, PARTNER) for pair in _pairs_in(at, sets, role)]
    return sorted(pairs, key=lambda pair: pair.place)


def _pairs_in(at: PlanAt, sets: Sequence[DeadlineSet], role: str) -> Iterator[Pair]:
    beside = _beside(at, sets, role)
    ids = at.ids(beside.action)
    columns = (beside.place, beside.name, beside.begin, beside.end)
    for place, name, begin, end in zip(*(each.tolist() for each in columns), strict=True):
        yield Pair(place, sets[place], role, name, ids[begin:end])


def _beside(at: PlanAt, sets: Sequence[DeadlineSet], role: str) -> Beside:
    """Return the other names that a set's actions have in a role; partners, of two at least."""
    named, least = {LEAD: (leads_of(at.plan), 1), PARTNER: (partners_of(at.plan), 2)}[role]
    place, name, action = _members(at, sets, named)
    key = place * len(named.names) + name
    order = np.argsort(key, kind="stable")
    begin = np.flatnonzero(np.diff(key[order], prepend=-1))
    end = np.append(begin[1:], len(key))
    place, name = place[order][begin], name[order][begin]
    others = np.array(named.names, dtype=object)[name]
    own = np.array([each.name for each in sets], dtype=object)[place]
    drawn = np.lexsort((name, begin - end, place))
    kept = drawn[((end - begin >= least) & (others != own))[drawn]]
    return Beside(place[kept], others[kept], begin[kept], end[kept], action[order])


def _members(
    at: PlanAt, sets: Sequence[DeadlineSet], named: Named
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return each name of each action of each set: the places of the set, name and action."""
    set_of, actions = _set_and_action(sets)
    # the names of one action stand side by side, from begin on
    held = named.per_action(len(at.kept))
    begin, sizes = (np.cumsum(held) - held)[actions], held[actions]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return (
        np.repeat(set_of, sizes),
        named.name[np.repeat(begin, sizes) + within],
        np.repeat(actions, sizes),
    )


def _set_and_action(sets: Sequence[DeadlineSet]) -> tuple[np.ndarray, np.ndarray]:
    """Return the place of the set and that of the action, for each action of each set."""
    places = [each.places for each in sets]
    set_of = np.repeat(np.arange(len(sets)), [len(own) for own in places])
    return set_of, np.concatenate([np.array([], dtype="int64"), *places])


def _names_in(beside: Beside, *, sets: int) -> list[tuple[str, ...]]:
    """Return the names beside each of so many sets."""
    names = beside.name.tolist()
    edges = np.searchsorted(beside.place, np.arange(sets + 1)).tolist()
    return [tuple(names[begin:end]) for begin, end in pairwise(edges)]


def _involved_finding(sets: Sequence[DeadlineSet], pairs: Sequence[Pair]) -> str:
    past = not sets or sets[0].past
    shown = [pair for pair in pairs if pair.of.past == past]
    teams, partners = (
        len({pair.name for pair in shown if pair.role == role}) for role in (LEAD, PARTNER)
    )
    counts = ((teams, "team"), (partners, "partner"))
    said = [count_of(number, noun) for number, noun in counts if number]
    if not said:
        if not sets:
            return "No other team or partner is involved"
        return f"No other team or partner {'was involved' if past else 'is involved ahead'}"
    if past:
        return f"{listing(said)} {agree(teams + partners, 'was', 'were')} also involved"
    return f"{listing(said)} {agree(teams + partners, 'is', 'are')} also involved ahead"


def _involved_counted(pairs: Sequence[Pair], *, within: int) -> str:
    past = sum(pair.of.past for pair in pairs)
    ahead = len(pairs) - past
    number = f"{count_of(ahead or past, 'pair')}{' ahead' if ahead else ''}"
    if past:
        number += f" and {past:,} past" if ahead else ", all past" if past > 1 else ", past"
    others = "other leads of a set, and partners that two or more of its actions name"
    return f"{capital(number)}: {others}; {_what_is_a_set(within, whose=TEAM)}"


def _pair_row(pair: Pair) -> tuple[Value, ...]:
    of = pair.of
    return (
        of.name,
        pair.name,
        pair.role,
        of.when,
        of.first.period,
        of.last.period,
        len(pair.action_ids),
    )


def _pair_spot(pair: Pair) -> Spot:
    number = count_of(len(pair.action_ids), "deadline")
    return Spot(
        names=(*pair.of.names, pair.role, pair.name),
        words=f"{pair.of.name}, {pair.of.span}: {number} with {pair.name}",
        action_ids=pair.action_ids,
        team=pair.of.name,
        partner=pair.name if pair.role == PARTNER else "",
    )
