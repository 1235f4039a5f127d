"""The few kinds of picture, each a plain value that carries its data and what they mean.

A picture knows nothing of colours, pixels or screens: whoever draws it decides those. ``meaning``
is a position of ``positions.POSITIONS`` or ``COUNT``, and stands for one colour everywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

COUNT = "count"


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
    """A bar a name, of stacked series; ``noun`` is what the bars are ("team")."""

    noun: str
    names: tuple[str, ...]
    series: tuple[Series, ...]
    bar_spots: tuple[Spot, ...]

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
        )

    def spots(self) -> Iterator[Spot]:
        """Yield what can be pointed at."""
        return iter(self.bar_spots)


@dataclass(frozen=True)
class Columns:
    """A column a month, of stacked series, the lowest first; ``deadlines`` fall in each month."""

    months: tuple[pd.Period, ...]
    series: tuple[Series, ...]
    deadlines: tuple[int, ...]
    column_spots: tuple[Spot, ...]

    def first(self, most: int) -> "Columns":
        """Return the picture of its first ``most`` months."""
        return Columns(
            self.months[:most],
            tuple(each._replace(values=each.values[:most]) for each in self.series),
            self.deadlines[:most],
            self.column_spots[:most],
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


@dataclass(frozen=True)
class Lanes:
    """Bars on the delivery years ``years``, in the order in which they are drawn.

    ``load`` counts them month by month beneath, where it is given.
    """

    years: tuple[str, ...]
    lanes: tuple[Lane, ...]
    load: Columns | None = None

    def between(self, first: int, last: int) -> "Lanes":
        """Return the picture of the lanes from place ``first`` to before place ``last``."""
        return replace(self, lanes=self.lanes[first:last])

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
    """What one cell counts: ``value`` is its shade, ``deadlines`` stand beside it.

    ``mine`` says that the team which the reader looks through has a part in it; ``names`` are what
    it counts, to stand for the count where they fit.
    """

    row: int
    column: int
    value: int
    deadlines: int
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


Picture = Parts | Bars | Columns | Lanes | Cells | Rows | Links
