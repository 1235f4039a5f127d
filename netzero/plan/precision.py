"""What the starts and the ends of a plan say at their printed precision, to be compared."""

from collections.abc import Iterator
from typing import NamedTuple

from netzero.plan.dates import DATED
from netzero.plan.intake.writing import printed_in
from netzero.plan.model import Plan
from netzero.plan.spans import span_words


class Stated(NamedTuple):
    """What a start or an end says: its kind, as in ``netzero.plan.dates``, and how it is told.

    ``first`` and ``last`` are the first and the last month that a date may mean, as their numbers,
    both 0 where there is no date. ``text`` is for readers ("Mar 2027", "2027", "TBC"), ``code`` for
    programs ("2027-03", "2027", "to be confirmed").
    """

    kind: str
    first: int
    last: int
    text: str
    code: str

    def within(self, other: "Stated") -> bool:
        """Return whether every month that it may mean is one that the other may mean."""
        return other.first <= self.first and self.last <= other.last


def stated(plan: Plan, column: str) -> list[Stated]:
    """Return what each action of a plan says in ``column``, which is ``start`` or ``end``."""
    edges = ("first", "start_latest") if column == "start" else ("end_earliest", "last")
    names = (f"{column}_kind", *edges, f"{column}_span", f"{column}_published")
    cells = (plan.actions[name].tolist() for name in names)
    states = dict(_states(plan, column))
    ids = plan.actions["action_id"].tolist()
    return [
        _stated(*each, state=states.get(action_id, ""))
        for action_id, *each in zip(ids, *cells, strict=True)
    ]


def _states(plan: Plan, column: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of the actions whose cell holds words that are no date, and the words."""
    own = plan.notes[plan.notes["column"].eq(column)]
    for action_id, note in zip(own["action_id"].tolist(), own["note"].tolist(), strict=True):
        if word := printed_in(note):
            yield action_id, word


def _stated(kind: str, first: float, last: float, span: str, printed: str, *, state: str) -> Stated:
    if kind != DATED:
        return Stated(kind, 0, 0, state or printed or kind, state or kind)
    return Stated(kind, int(first), int(last), span_words(span), span)
