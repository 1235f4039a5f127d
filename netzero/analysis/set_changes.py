"""Which sets of deadlines together appear with another edition, and which dissolve?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netzero.analysis.comparing import Against, Compared, compared, nothing_compared
from netzero.analysis.deadlines import labels_of
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.together import USUAL, DeadlineSet, deadline_sets
from netzero.analysis.wording import agree, count_of, number_of

QUESTION, TITLE = "set-changes", "Deadlines together, before and after"
NOW, APART = "together now", "apart now"
HEADINGS = ("What", "Team", "First", "Last", "Deadlines", "Actions")
RULE = (
    "A set is a largest possible set of two or more deadlines of one team whose first and last "
    "months lie less than the chosen number of months apart, in or after the as-at month. It is "
    "the same before and after if the same team has the same actions in it, though they may end "
    "in another month."
)


class _Turned(NamedTuple):
    """A set that is in one edition alone, and whether that is the later one."""

    side: PlanAt
    own: DeadlineSet
    appears: bool

    @property
    def verb(self) -> str:
        return NOW if self.appears else APART


def set_changes(at: PlanAt, *, against: Against | None = None, within: int = USUAL) -> Exhibit:
    """Return the sets of deadlines ahead that appear or dissolve: a row each, those apart first.

    ``within`` is 1 to 12 months. See ``what_changed`` for the other edition.
    """
    both = compared(at, against)
    if both is None:
        return nothing_compared(at, question=QUESTION, title=TITLE, rule=RULE)
    before, after = (_ahead(side, within) for side in (both.before, both.after))
    turned = _turned(both, before, after)
    return exhibit(
        at,
        question=QUESTION,
        title=TITLE,
        finding=_finding(len(before), len(after), turned),
        counted=_counted(both, len(after), turned, within=within),
        table=Table(HEADINGS, tuple(map(_row, turned)), (False, False, False, False, True, False)),
        rule=RULE,
        picture=Rows("set", tuple(map(_spot, turned))),
        notes=tuple(_notes(turned)),
    )


def _ahead(side: PlanAt, within: int) -> list[DeadlineSet]:
    sets = deadline_sets(side, side.leads, within=within)
    return [each for each in sets if not each.past]


def _turned(
    both: Compared, before: Sequence[DeadlineSet], after: Sequence[DeadlineSet]
) -> list[_Turned]:
    """Return the sets of one edition that the other has not; actions are those that match."""
    same = {pair.before: ("both", pair.after) for pair in both.pairs}

    def key(own: DeadlineSet, *, then: bool) -> tuple[str, frozenset[tuple[str, int]]]:
        places = own.places.tolist()
        named = (
            same.get(place, ("before", place)) if then else ("both", place) for place in places
        )
        return own.name, frozenset(named)

    was = {key(own, then=True) for own in before}
    now = {key(own, then=False) for own in after}
    gone = [own for own in before if key(own, then=True) not in now]
    new = [own for own in after if key(own, then=False) not in was]
    return [
        *(_Turned(both.before, own, False) for own in gone),
        *(_Turned(both.after, own, True) for own in new),
    ]


def _finding(before: int, after: int, turned: Sequence[_Turned]) -> str:
    if not turned:
        return "The same deadlines fall together as before"
    return f"Deadlines together: {count_of(before, 'set')} before, {number_of(after)} after"


def _counted(both: Compared, after: int, turned: Sequence[_Turned], *, within: int) -> str:
    new = sum(each.appears for each in turned)
    gone = len(turned) - new
    span = "in one month" if within == 1 else f"within {within} months"
    words = f"Sets ahead of one team’s deadlines {span}, {both.from_to}"
    parts = []
    if gone:
        parts.append(f"{gone:,} {agree(gone, 'dissolves', 'dissolve')}")
    if new:
        parts.append(f"{new:,} {agree(new, 'appears', 'appear')}")
    if stay := after - new:
        parts.append(f"{stay:,} {agree(stay, 'stays', 'stay')}")
    return "; ".join([words, *([", ".join(parts)] if parts else [])])


def _row(turned: _Turned) -> tuple[object, ...]:
    own = turned.own
    labels = labels_of(turned.side, own.places)
    return turned.verb, own.name, own.first.period, own.last.period, len(labels), labels


def _spot(turned: _Turned) -> Spot:
    own = turned.own
    words = f"{turned.verb.capitalize()}: {own.name}, {own.span}"
    ids = turned.side.ids(own.places)
    return Spot((turned.verb, *own.names), words, ids, own.name)


def _notes(turned: Sequence[_Turned]) -> Iterator[str]:
    for each in turned:
        labels = "; ".join(labels_of(each.side, each.own.places))
        yield f"{each.verb.capitalize()}: {each.own.name}, {each.own.span}: {labels}."
