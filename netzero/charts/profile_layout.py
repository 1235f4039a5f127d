"""Where the rows of profiles stand, and how much room their words get."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from netzero.analysis.pictures import Ahead, Level, Profile, Profiles
from netzero.charts import theme
from netzero.charts.placing import GAP, Span
from netzero.charts.theme import PORTRAIT, Size

TALLEST, TALLEST_OF_ALL, THICKEST = 88, 78, 6  # pixels: of a row's steps, and of one action
TOLD = 20  # how high steps are whose totals stand over them
APART, LEAST, LINE = 2, 16, 1.3
NAMES = 0.3  # of the whole width
SIGN = 0.85  # of small words: how wide the sign of a deadline is
SPREADS = (
    20.0,
    15.0,
    11.0,
    8.0,
    6.0,
    4.0,
    3.0,
    2.4,
    2.0,
    1.6,
    1.3,
    1.0,
    0.85,
    0.7,
)  # of rows on a slide, to fill it
MARKS = 0.64  # of the height of a slide's picture, that the rows get


class Row(NamedTuple):
    """Where a row stands, in pixels from the top of the marks; ``unit`` is how high an action is.

    Its steps stand on ``base``.
    """

    top: float
    base: float
    foot: float
    unit: float
    told: bool

    def high(self, count: int) -> float:
        """Return how high a step of a count is."""
        return count * self.unit


@dataclass(frozen=True)
class Layout:
    """Where the rows of a picture stand in a size, under each other."""

    picture: Profiles
    size: Size

    @property
    def stacked(self) -> bool:
        """Whether the words of a row stand over and under its steps."""
        return self.size.narrow

    @property
    def sign(self) -> float:
        """How wide the sign of a deadline is, in pixels."""
        return round(self.size.small * SIGN, 1)

    @property
    def line(self) -> float:
        """How high a line of small words is."""
        return self.size.small * LINE

    @cached_property
    def levels(self) -> Mapping[tuple[int, int], Level]:
        """The levels by row and column."""
        return {(level.row, level.column): level for level in self.picture.levels}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Where each row stands."""
        if not self.size.height:
            return self._rows(1.0)
        tried = (self._rows(spread) for spread in SPREADS)
        most = self.size.height * MARKS
        return next((rows for rows in tried if rows[-1].foot <= most), self._rows(SPREADS[-1]))

    def _rows(self, spread: float) -> tuple[Row, ...]:
        rows, top = [], 0.0
        for place, profile in enumerate(self.picture.profiles):
            rows.append(self._row(place, profile, top, spread))
            top = rows[-1].foot
        return tuple(rows)

    def _row(self, place: int, profile: Profile, top: float, spread: float) -> Row:
        levels = [level for level in self.picture.levels if level.row == place]
        unit = self._unit(profile) * spread
        tall = unit * max((level.value for level in levels), default=0)
        told = tall >= TOLD * self.size.small / 12
        high = tall + self.line * (told or any(level.deadlines for level in levels)) + APART
        over, under = (self.size.text * LINE, self.line) if self.stacked else (0.0, 0.0)
        least = max(LEAST, self.size.text * LINE) - over
        base = top + over + max(least, high)
        return Row(top, base, base + under * bool(profile.ahead) + APART / 2, unit, told)

    def _unit(self, profile: Profile) -> float:
        most, room = self.picture.most, TALLEST
        if profile.whole:
            most, room = self.picture.most_of_all, TALLEST_OF_ALL
        return min(THICKEST, room / max(most, 1))

    @property
    def height(self) -> float:
        """How high all rows are."""
        return self.rows[-1].foot

    @cached_property
    def names(self) -> int:
        """The room that names get."""
        most = self.size.whole * (NAMES if not self.stacked else 0.8)
        return theme.widest(self.picture.rows, size=self.size.text, most=most)

    @cached_property
    def left(self) -> int:
        """The room before the steps."""
        if self.stacked:
            return self.size.small
        live = [f"{profile.live:,}" for profile in self.picture.profiles]
        counts = max(theme.widest(live, size=self.size.text, most=100), 2 * self.size.text)
        return self.names + counts + 2 * self.size.small

    @cached_property
    def columns(self) -> tuple[int, int, int]:
        """The room that each column of what changes next gets: when, the course, what it is."""
        said = [ahead for place in range(len(self.rows)) for ahead in self.ahead(place)]
        rooms = (
            theme.widest((ahead[place] for ahead in said), size=self.size.small, most=400)
            for place in range(3)
        )
        gap = self.size.small
        when, course, words = (room + gap for room in rooms)
        return when, course, words * (self.size.whole > PORTRAIT and not self.size.height)

    @cached_property
    def right(self) -> int:
        """The room after the steps."""
        return self.size.small + (0 if self.stacked else sum(self.columns) + self.size.small)

    @property
    def each(self) -> float:
        """How wide a column is at least."""
        return (self.size.whole - self.left - self.right) / len(self.picture.columns)

    @property
    def room_of_key(self) -> int:
        """The room that the key gets."""
        return self.size.half if self.stacked else self.left - self.size.small

    def name_height(self, place: int) -> float:
        """Return at what height the name of a row stands."""
        row = self.rows[place]
        half = self.size.text * LINE / 2
        return row.top + half if self.stacked else row.base - half

    def ahead(self, place: int) -> tuple[Ahead, ...]:
        """Return the changes of a row that have room, the last with how many more there are."""
        ahead, row = self.picture.profiles[place].ahead, self.rows[place]
        lines = 1 if self.stacked else max(1, int((row.base - row.top - GAP) / self.line))
        shown, more = ahead[:lines], len(ahead) - lines
        if more <= 0:
            return shown
        last, noun = shown[-1], "change" if more == 1 else "changes"
        return (*shown[:-1], last._replace(words=f"{last.words}; then {more:,} more {noun}"))

    def end_of(self, level: Level) -> float:
        """Return where the sign of a level's deadlines stands, in columns: at its end."""
        return level.column + 0.5 - (self.sign / 2 + 2) / self.each

    def span_of(self, level: Level) -> Span:
        """Return where a level's deadlines are said, in pixels from the left of the steps."""
        right = (level.column + 1) * self.each - 2
        number = f"{level.deadlines:,}" if level.deadlines > 1 else ""
        return Span(right - self.sign - self._wide(number) - 3 * bool(number), right)

    def head_of(self, place: int) -> float:
        """Return where the steps of a row, and what stands over them, begin."""
        over = self.size.text * LINE if self.stacked else 0.0
        return self.rows[place].top + over

    def span_from(self, column: float, words: str) -> Span:
        """Return where words reach that begin at a place, in columns from the first."""
        left = column * self.each + GAP
        return Span(left, left + self._wide(words))

    def over(self, place: int, span: Span) -> float:
        """Return at what height words stand that are clear of the steps of a row beneath them."""
        row, last = self.rows[place], len(self.picture.columns) - 1
        first = max(int((span.left + 1) / self.each), 0)
        under = range(first, min(int((span.right - 1) / self.each), last) + 1)
        tall = max(
            (level.value for at in under if (level := self.levels.get((place, at)))), default=0
        )
        return round(row.base - row.high(tall) - self.line / 2, 1)

    def _wide(self, words: str) -> float:
        return theme.width_of(words, self.size.small) * 1.05
