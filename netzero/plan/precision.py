"""What the starts and the ends of a plan say at their printed precision, to be compared.

A plan file holds months. What was printed less exactly ("2027") stands in the note on its action,
and is the span of months that it may mean.
"""

from collections.abc import Iterator
from typing import NamedTuple

from netzero.plan.dates import DATED
from netzero.plan.intake.spans import Span, read_span
from netzero.plan.intake.writing import printed_in
from netzero.plan.model import Plan
from netzero.plan.months import month_from_number, month_label


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
    actions = plan.actions
    numbers = actions["first" if column == "start" else "last"].tolist()
    cells = (
        actions[name].tolist() for name in ("action_id", f"{column}_kind", f"{column}_published")
    )
    printed = dict(_printed(plan, column))
    return [
        _stated(kind, number, text, printed.get(action_id, ""))
        for number, action_id, kind, text in zip(numbers, *cells, strict=True)
    ]


def _printed(plan: Plan, column: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of the actions whose cell was printed otherwise, and how."""
    own = plan.notes[plan.notes["column"].eq(column)]
    for action_id, note in zip(own["action_id"].tolist(), own["note"].tolist(), strict=True):
        if text := printed_in(note):
            yield action_id, text


def _stated(kind: str, number: float, text: str, printed: str) -> Stated:
    if kind != DATED:
        said = printed or text or kind
        return Stated(kind, 0, 0, said, printed or kind)
    span = _span_or_none(printed)
    month = int(number)
    if span is None or span.first is None or span.last is None:
        period = month_from_number(month)
        return Stated(kind, month, month, month_label(period), str(period))
    first, last = (day.year * 12 + day.month for day in (span.first, span.last))
    if not first <= month <= last:  # the note tells of a date that was moved since
        return _stated(kind, number, text, "")
    return Stated(kind, first, last, printed, span.edtf)


def _span_or_none(printed: str) -> Span | None:
    try:
        return read_span(printed) if printed else None
    except ValueError:
        return None
