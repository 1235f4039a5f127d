"""The few kinds of picture, each a plain value that carries its data and what they mean.

A picture knows nothing of colours, pixels or screens: whoever draws it decides those. ``meaning``
is a position of ``positions.POSITIONS``, ``COUNT``, ``BEFORE`` or ``MOVED``, and stands for one
colour everywhere.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

from netzero.analysis.positions import POSITIONS
from netzero.plan.months import month_label

COUNT = "count"
BEFORE, MOVED = "before", "moved"  # what an edition compared with held, and what became of it


class Spot(NamedTuple):
    """What a mark is called and what lies behind it.

    ``names`` tell it from the others of its picture, ``words`` say it ("Growth Service, Q4
    2026-27: 3 live, 1 deadline"), ``action_ids`` are the actions it counts, and ``team`` or
    ``partner`` is whom it is about, where it is about one.
    """

    names: tuple[str, ...]
    words: str
    action_ids: tuple[str, ...]
    team: str = ""
    partner: str = ""


class Part(NamedTuple):
    """One part of a whole: its name, what its colour means, its size."""

    name: str
    meaning: str
    value: int
    spot: Spot


@dataclass(frozen=True)
class Parts:
    """A whole and the parts that add up to it."""

    parts: tuple[Part, ...]

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return (part.spot for part in self.parts)


class Series(NamedTuple):
    """What one colour of a stack counts, and its value for each bar or column."""

    name: str
    meaning: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Bars:
    """A bar a name, of stacked series; ``noun`` is what the bars are ("team").

    ``units`` are for each bar the names of what it counts, in the order of the series, where they
    are to stand in it as far as there is room.
    """

    noun: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    bar_spots: tuple[Spot, ...]
    units: tuple[tuple[str, ...], ...] = ()

    @property
    def totals(self) -> tuple[int, ...]:
        """The length of each bar."""
        return tuple(map(sum, zip(*(each.values for each in self.series), strict=True)))

    def first(self, most: int) -> "Bars":
        """Return the picture of its first ``most`` bars."""
        series = (each._replace(values=each.values[:most]) for each in self.series)
        return replace(
            self,
            names=self.names[:most],
            series=tuple(series),
            bar_spots=self.bar_spots[:most],
            units=self.units[:most],
        )

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return iter(self.bar_spots)


class Run(NamedTuple):
    """Columns from place ``first`` to ``last`` that are alike: how high they were, and are now."""

    first: int
    last: int
    was: int
    now: int


@dataclass(frozen=True)
class Columns:
    """A column a month, of stacked series, the lowest first; ``deadlines`` fall in each month.

    ``was`` is how high each column was before, where they are compared with another edition.
    """

    months: tuple[pd.Period, ...]
    series: tuple[Series, ...]
    deadlines: tuple[int, ...]
    column_spots: tuple[Spot, ...]
    was: tuple[int, ...] = ()

    @property
    def totals(self) -> tuple[int, ...]:
        """How high each column is."""
        return tuple(map(sum, zip(*(each.values for each in self.series), strict=True)))

    def differing(self) -> Iterator[Run]:
        """Yield the longest stretches of like columns that are higher or lower than they were."""
        begin = 0
        pairs = list(zip(self.was, self.totals, strict=True)) if self.was else []
        for place, (was, now) in enumerate(pairs):
            if place + 1 == len(pairs) or pairs[place + 1] != (was, now):
                if was != now:
                    yield Run(begin, place, was, now)
                begin = place + 1

    def first(self, most: int) -> "Columns":
        """Return the picture of its first ``most`` months."""
        return Columns(
            self.months[:most],
            tuple(each._replace(values=each.values[:most]) for each in self.series),
            self.deadlines[:most],
            self.column_spots[:most],
            self.was[:most],
        )

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return iter(self.column_spots)


class Lane(NamedTuple):
    """One bar on a time axis, under the heading ``group``.

    ``left`` and ``right`` are moments, the latter the first after the end; None where dates are
    not given or lie wholly outside the years. ``enters`` and ``leaves`` say that the bar runs on
    past an edge, ``words`` what its edges do not tell, ``end`` is its planned end if it has one.
    ``holds`` is how many actions the bar stands for where it is that of a whole group, else 0.
    ``was`` are the moments between which the bar ran in an earlier edition, where it did, and
    ``was_open`` says that it ran on past the last of the years.
    ``until`` is the printed end where that names no month ("2027", "Summer 2026") or a day; the bar
    surely runs from ``begun`` to ``sure`` alone, where its dates may mean more than one month.
    """

    group: str
    label: str
    title: str
    leads: tuple[str, ...]
    position: str
    left: pd.Timestamp | None
    right: pd.Timestamp | None
    enters: bool
    leaves: bool
    words: str
    spot: Spot
    end: pd.Period | None = None
    holds: int = 0
    was: tuple[pd.Timestamp, pd.Timestamp] | None = None
    was_open: bool = False

    def moves(self) -> Iterator[tuple[pd.Timestamp, pd.Timestamp]]:
        """Yield each edge that moved, where it was and where it is; what runs on has no edge."""
        if self.was is None or self.left is None or self.right is None:
            return
        if self.was[0] != self.left:
            yield self.was[0], self.left
        if self.was[1] != self.right and not (self.was_open or self.leaves):
            yield self.was[1], self.right

    until: str = ""
    begun: pd.Timestamp | None = None
    sure: pd.Timestamp | None = None

    @property
    def said(self) -> str:
        """What stands at the end of the bar: what its edges do not tell, or else when it ends."""
        if self.words or self.end is None:
            return self.words
        return self.until or month_label(self.end)

    @property
    def sections(self) -> tuple[tuple[pd.Timestamp, pd.Timestamp, bool], ...]:
        """The parts of the bar from left to right, and whether the action surely runs in them."""
        if self.left is None or self.right is None:
            return ()
        begun, sure = self.begun or self.left, self.sure or self.right
        if begun >= sure:
            return ((self.left, self.right, False),)
        parts = ((self.left, begun, False), (begun, sure, True), (sure, self.right, False))
        return tuple(part for part in parts if part[0] < part[1])


@dataclass(frozen=True)
class Lanes:
    """Bars on the delivery years ``years``, in the order in which they are drawn.

    ``load`` counts them month by month beneath, where it is given. ``compares`` says that to set
    bars beside what they were is what the picture is for.
    """

    years: tuple[str, ...]
    lanes: tuple[Lane, ...]
    load: Columns | None = None
    compares: bool = False

    def key(self, *, told: Collection[str] = ()) -> Iterator[tuple[str, str]]:
        """Yield the words of each colour and its meaning, but for positions ``told`` elsewhere."""
        drawn = {lane.position for lane in self.lanes if lane.left is not None}.difference(told)
        after = "after, " if self.compares else ""
        if self.has_ghosts:
            yield "before", BEFORE
        yield from ((f"{after}{each}", each) for each in POSITIONS if each in drawn)
        if self.has_ghosts:
            yield "the move", MOVED

    def between(self, first: int, last: int) -> "Lanes":
        """Return the picture of the lanes from place ``first`` to before place ``last``."""
        return replace(self, lanes=self.lanes[first:last])

    @property
    def has_ghosts(self) -> bool:
        """Whether any bar stands beside what it was before."""
        return any(lane.was is not None for lane in self.lanes)

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        yield from (lane.spot for lane in self.lanes)
        if self.load:
            yield from self.load.spots()


class CellColumn(NamedTuple):
    """A column of cells: its full name, its name within ``group``, and its months if it has any."""

    name: str
    short: str
    group: str = ""
    first: pd.Period | None = None
    last: pd.Period | None = None


class Cell(NamedTuple):
    """What one cell counts: ``value`` is its shade.

    ``mine`` says that the team which the reader looks through has a part in it; ``names`` are what
    it counts, to stand for the count where they fit.
    """

    row: int
    column: int
    value: int
    spot: Spot
    mine: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cells:
    """Counts of ``rows`` against ``columns``; a cell that is not given is empty."""

    noun: str
    rows: tuple[str, ...]
    columns: tuple[CellColumn, ...]
    cells: tuple[Cell, ...]

    def first(self, most: int) -> "Cells":
        """Return the picture of its first ``most`` rows."""
        kept = tuple(cell for cell in self.cells if cell.row < most)
        return replace(self, rows=self.rows[:most], cells=kept)

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return (cell.spot for cell in self.cells)


class Level(NamedTuple):
    """How much a row has in a column: in all, of that ``ongoing``, and its deadlines."""

    row: int
    column: int
    value: int
    ongoing: int
    deadlines: int
    spot: Spot


class Stretch(NamedTuple):
    """Columns ``first`` to ``last`` of a row in which it counts the same."""

    row: int
    first: int
    last: int
    ongoing: int
    value: int

    def goes_on(self, level: Level) -> bool:
        """Return whether a level is the next column of it, with the same counts."""
        same = (self.row, self.last + 1, self.ongoing, self.value)
        return same == (level.row, level.column, level.ongoing, level.value)


class Ahead(NamedTuple):
    """A change ahead of a name: from when, what it makes of the count, what ends and starts."""

    when: str
    course: str
    words: str


class Now(NamedTuple):
    """Where the as-at month begins, and its middle, in columns from the left.

    Where no column holds it, it is not ``inside``, and both are the edge that it lies beyond.
    """

    begin: float
    middle: float
    inside: bool


class Profile(NamedTuple):
    """A row of profiles: its name, what is live in the as-at month, and the changes ahead.

    It is the row of the ``whole`` where it holds the actions of all the others, each once.
    """

    name: str
    live: int
    ahead: tuple[Ahead, ...]
    whole: bool = False


@dataclass(frozen=True)
class Profiles:
    """How much each of ``profiles`` has in each of ``columns``, as steps.

    A level that is not given is none. All are drawn on a scale that holds ``most``, but for that of
    the whole, whose own holds ``most_of_all``: neither changes with what is in scope.
    """

    noun: str
    profiles: tuple[Profile, ...]
    columns: tuple[CellColumn, ...]
    levels: tuple[Level, ...]
    most: int
    most_of_all: int

    @property
    def rows(self) -> tuple[str, ...]:
        """The name of each row."""
        return tuple(profile.name for profile in self.profiles)

    def first(self, most: int) -> "Profiles":
        """Return the picture of its first ``most`` rows."""
        kept = tuple(level for level in self.levels if level.row < most)
        return replace(self, profiles=self.profiles[:most], levels=kept)

    def now(self, month: pd.Period) -> Now:
        """Return where a month stands among the columns."""
        for place, column in enumerate(self.columns):
            if column.first is None or column.last is None or column.last < month:
                continue
            if month < column.first:
                return Now(place, place, inside=False)
            months = column.last.ordinal - column.first.ordinal + 1
            begin = place + (month.ordinal - column.first.ordinal) / months
            return Now(begin, begin + 0.5 / months, inside=True)
        return Now(len(self.columns), len(self.columns), inside=False)

    def runs(self) -> Iterator[Stretch]:
        """Yield the runs of each row, from the left."""
        return _runs(self.levels)

    def floors(self) -> Iterator[Stretch]:
        """Yield the runs of what is ongoing in each row, from the left."""
        floors = (each._replace(value=each.ongoing) for each in self.levels if each.ongoing)
        return _runs(tuple(floors))

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return (level.spot for level in self.levels)


def _runs(levels: Sequence[Level]) -> Iterator[Stretch]:
    run: Stretch | None = None
    for level in sorted(levels, key=lambda level: (level.row, level.column)):
        if run and run.goes_on(level):
            run = run._replace(last=level.column)
            continue
        if run:
            yield run
        run = Stretch(level.row, level.column, level.column, level.ongoing, level.value)
    if run:
        yield run


@dataclass(frozen=True)
class Rows:
    """A table that is its own picture; a spot a row, or none where rows lead nowhere.

    ``ranks`` say for a column how its rows follow each other where their words do not say it;
    ``columns`` are the headings that come first where there is no room for all.
    """

    noun: str
    row_spots: Sequence[Spot] = ()
    ranks: Mapping[str, Sequence[float]] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return iter(self.row_spots)


class Node(NamedTuple):
    """A name on one side (``team`` or ``partner``), its shared actions, its place from the top."""

    side: str
    name: str
    actions: int
    place: int
    spot: Spot


class Link(NamedTuple):
    """How many actions a team and a partner share."""

    team: str
    partner: str
    actions: int


@dataclass(frozen=True)
class Links:
    """Teams and partners, and the pairs that share actions, placed once and for all."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return (node.spot for node in self.nodes)


class InFull(NamedTuple):
    """An action under a ``heading`` of ours, the rest as printed."""

    heading: str
    text: str
    leads: str
    partners: str
    dates: str

    @property
    def facts(self) -> Mapping[str, str]:
        """What is printed of it besides its text, each under its name."""
        facts = {"Lead": self.leads, "Partners": self.partners, "As published": self.dates}
        return {name: fact for name, fact in facts.items() if fact}


@dataclass(frozen=True)
class Behind:
    """The actions that a small picture counts: a lane each, and one or two of them in full.

    Whoever draws the lanes folds them where they are many. ``told`` says that they are all that
    there is to say of the picture, a list of events; ``also`` are sentences on what else falls in
    the months of these, and on what lanes leave out.
    """

    lanes: Lanes
    in_full: tuple[InFull, ...] = ()
    also: tuple[str, ...] = ()
    told: bool = False


Picture = Parts | Bars | Columns | Lanes | Cells | Profiles | Rows | Links
