"""Columns month by month as steps: where each stands, and which totals are told over them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netzero.analysis.pictures import Columns, Series
from netzero.charts import axis, palette, theme
from netzero.charts.placing import Span, first_come
from netzero.charts.theme import Size


@dataclass(frozen=True)
class Drawn:
    """A picture, and how wide its columns are drawn at least: ``each`` pixels a month."""

    picture: Columns
    now: int
    size: Size
    years: tuple[str, ...]
    plot: float

    @property
    def each(self) -> float:
        """How wide a month is, in pixels."""
        return self.plot / (12 * len(self.years))

    @cached_property
    def months(self) -> list[int]:
        """The months as ordinals, as ``now`` gives the as-at month."""
        return [month.ordinal for month in self.picture.months]

    @cached_property
    def lefts(self) -> list[float]:
        """How far each column begins from the left, in pixels."""
        begin = axis.begin_of(self.years)
        return [(month - begin) * self.each for month in self.months]

    @cached_property
    def totals(self) -> list[int]:
        """How high each column is."""
        return list(self.picture.totals)

    @property
    def now_total(self) -> int:
        """How high the column of the as-at month is; 0 where there is none."""
        place = self.now - self.months[0]
        return self.totals[place] if 0 <= place < len(self.totals) else 0

    @property
    def line(self) -> float:
        """How far the as-at line stands from the left, in pixels."""
        return (self.now + 0.5 - axis.begin_of(self.years)) * self.each

    def middle(self, place: int) -> float:
        """Return how far the middle of a column stands from the left, in pixels."""
        return self.lefts[place] + self.each / 2

    def past(self, place: int) -> bool:
        """Return whether a column lies before the as-at month."""
        return self.months[place] < self.now

    def ink(self, place: int) -> str:
        """Return the colour of words at a column."""
        return palette.QUIET_INK if self.past(place) else palette.INK

    def tallest(self, span: Span) -> int:
        """Return the highest that a label over ``span`` has under it: a column, or what it was."""
        first = bisect_right(self.lefts, span.left - self.each)
        last = bisect_left(self.lefts, span.right)
        held = [*self.totals[first:last], *self.picture.was[first:last]]
        return max(held, default=0)


def layer(
    drawn: Drawn, series: Series, heights: Sequence[float], *, line: dict[str, Any], **given: Any
) -> dict[str, Any]:
    """Return one colour of the columns, months before the as-at month paler."""
    tone = palette.tone(series.meaning)
    return theme.bars(
        orientation="v",
        x=[axis.day(month) for month in drawn.months],
        y=list(heights),
        width=[axis.days_in(month) * axis.DAY for month in drawn.months],
        offset=0,
        **theme.pointed(drawn.picture.column_spots),
        marker={
            "color": [tone.past if month < drawn.now else tone.fill for month in drawn.months],
            "line": line,
        },
        **given,
    )


def totals(drawn: Drawn, *, height: Callable[[int], float]) -> dict[str, Any]:
    """Return the totals where they change as a trace, each at the left of its column.

    That of the as-at month stands right of its line. ``height`` is where on the axis a count is.
    """
    changes = _changes(drawn)
    spans = [_from_left(drawn, place) for place in changes]
    kept = sorted((changes[each], spans[each]) for each in first_come(spans))
    return theme.texts(
        [(axis.middle if _now(drawn, each) else axis.day)(drawn.months[each]) for each, _ in kept],
        [height(drawn.tallest(span)) for _, span in kept],
        [_total_words(drawn, each) for each, _ in kept],
        textposition="top right",
        textfont=theme.font(drawn.size.small, [drawn.ink(each) for each, _ in kept]),
    )


def _total_words(drawn: Drawn, place: int) -> str:
    total = f"{drawn.totals[place]:,}"
    return f" {total}" if drawn.past(place) else f" <b>{total}</b>"


def _now(drawn: Drawn, place: int) -> bool:
    return drawn.months[place] == drawn.now


def _changes(drawn: Drawn) -> list[int]:
    """Return the columns whose totals are worth printing, the most telling first."""
    places, totals = range(len(drawn.totals)), drawn.totals
    changed = [place for place in places if not place or totals[place] != totals[place - 1]]
    ahead = [place for place in changed if drawn.months[place] > drawn.now]
    past = [place for place in reversed(changed) if drawn.past(place)]
    if past and totals[past[0]] == drawn.now_total:
        past = past[1:]  # it is printed at the as-at month, to which it runs
    return [place for place in places if _now(drawn, place)] + ahead + past


def _from_left(drawn: Drawn, place: int) -> Span:
    left = drawn.middle(place) if _now(drawn, place) else drawn.lefts[place]
    return Span(left, left + theme.width_of(f" {drawn.totals[place]:,}", drawn.size.small) + 2)
