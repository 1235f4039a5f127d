"""Levels as steps that can be moved and edited, a row a name, and what changes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from netzero.analysis.pictures import Level, Now, Profile, Profiles, Stretch
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.analysis.slide_part import MOST_ROWS, left_out
from netzero.charts import palette
from netzero.exports.pptx_parts import decorate, describe
from netzero.exports.slide_marks import (
    AS_AT_HIGH,
    DEADLINE,
    Entry,
    add_as_at,
    add_key,
    key_height,
)
from netzero.exports.slide_page import (
    BOLD,
    LABEL,
    Box,
    Drawing,
    Page,
    fill,
    text_width,
    write,
)

TALLEST, LEAST, APART = 0.72, 0.4, 0.06  # inches: of the tallest steps, and of a row
TOLD, LINE_HIGH = 0.6, 0.3  # how high steps are whose totals stand over them, and those
SPREADS = (
    20.0,
    14.0,
    10.0,
    7.0,
    5.0,
    4.0,
    3.0,
    2.5,
    2.0,
    1.6,
    1.3,
    1.0,
)  # how much higher rows are, so as to fill a page
SIZES = (20, LABEL)  # points of names
NAMES, HEADS_HIGH, GAP, MARK = 0.36, 0.4, 0.1, 0.17


@dataclass(frozen=True)
class Plot:
    """The rows that have room, the box of their steps, and how much higher than usual they are."""

    picture: Profiles
    box: Box
    spread: float
    size: int

    @property
    def each(self) -> float:
        """The width of a column, in inches."""
        return self.box.width / len(self.picture.columns)

    def left(self, column: float) -> float:
        """Return where a column begins, in inches from the left of the page."""
        return self.box.left + column * self.each

    def unit(self, place: int) -> float:
        """Return how high an action of a row is, in inches."""
        return _unit(self.picture, place) * self.spread

    def rows(self) -> Iterator[tuple[int, Profile, Box]]:
        """Yield each row with its place."""
        top = self.box.top
        for place, profile in enumerate(self.picture.profiles):
            high = _high(self.picture, place, self.spread)
            yield place, profile, Box(self.box.left, top, self.box.width, high)
            top += high


def fit_profiles(box: Box, picture: Profiles, *, month: pd.Period, alt: str) -> Drawing:
    """Return as many rows as there is room for, as high as fills it, and what is left out.

    A period that holds deadlines bears a sign at its end, on its steps. The rows of a slide are on
    one scale but for the first where that is of all, as on the screen.
    """
    key = _key(picture)
    room = box.below(key_height(box, key) + HEADS_HIGH)
    part = _that_fits(picture, room.height - AS_AT_HIGH)

    def add(page: Page) -> None:
        add_key(page, box, key)
        _add_profiles(page, room, part, month=month, alt=alt)

    return Drawing(add, left_out(picture, len(part.profiles)))


def _key(picture: Profiles) -> list[Entry]:
    ongoing = [Entry(ONGOING, ONGOING)] if any(level.ongoing for level in picture.levels) else []
    deadlines = [Entry(f"{DEADLINE} deadlines")] if any(c.deadlines for c in picture.levels) else []
    own = [Entry("first row on a scale of its own")] if picture.profiles[0].whole else []
    return [*ongoing, Entry(IN_DELIVERY, IN_DELIVERY), *deadlines, *own]


def _that_fits(picture: Profiles, room: float) -> Profiles:
    """Return the picture of the first rows whose heights the room holds, at least of one."""
    rows = min(MOST_ROWS, len(picture.profiles))
    while rows > 1 and _height(picture.first(rows), 1.0) > room:
        rows -= 1
    return picture.first(rows)


def _height(picture: Profiles, spread: float) -> float:
    return sum(_high(picture, place, spread) for place in range(len(picture.profiles)))


def _high(picture: Profiles, place: int, spread: float) -> float:
    tall = _tall(picture, place) * spread
    over = LINE_HIGH if tall >= TOLD else MARK / 2
    return max(LEAST * min(spread, 2.0), tall + over + APART)


def _tall(picture: Profiles, place: int) -> float:
    most = max((level.value for level in picture.levels if level.row == place), default=0)
    return most * _unit(picture, place)


def _unit(picture: Profiles, place: int) -> float:
    """Return how high an action is in a row, in inches: in every scope the same."""
    whole = picture.profiles[place].whole
    return TALLEST / max(picture.most_of_all if whole else picture.most, 8)


def _add_profiles(page: Page, room: Box, picture: Profiles, *, month: pd.Period, alt: str) -> None:
    plot = _plot(picture, room)
    _add_years(page, plot, alt=alt)
    now, floors, runs = picture.now(month), list(picture.floors()), list(picture.runs())
    for place, profile, row in plot.rows():
        _write_row(page, plot, profile, Box(room.left, row.top, room.width, row.height))
        own = [run for run in runs if run.row == place]
        layers = [(ONGOING, run, 0) for run in floors if run.row == place]
        layers += [(IN_DELIVERY, run, run.ongoing) for run in own]
        _add_steps(page, plot, place, row, layers, now=now.middle)
        signs = [level for level in picture.levels if level.row == place and level.deadlines]
        for level in signs:
            _add_sign(page, plot, level, row)
        if _tall(picture, place) * plot.spread >= TOLD:
            _write_totals(page, plot, own, row, taken=_taken(plot, signs, now))
    if now.inside:
        add_as_at(page, plot.box, plot.left(now.middle), month=month)


def _plot(picture: Profiles, room: Box) -> Plot:
    most = room.width * NAMES
    size = next((each for each in SIZES if _widest(picture, each) <= most), SIZES[-1])
    left = min(most, _widest(picture, size))
    left += max(text_width(f"{each.live:,}", size) for each in picture.profiles) * BOLD + 2 * GAP
    right = max((text_width(_next(each), LABEL) for each in picture.profiles), default=0) + 2 * GAP
    high = room.height - AS_AT_HIGH
    spread = next((each for each in SPREADS if _height(picture, each) <= high), SPREADS[-1])
    box = Box(room.left + left, room.top, room.width - left - right, _height(picture, spread))
    return Plot(picture, box, spread, size)


def _widest(picture: Profiles, size: int) -> float:
    return max(text_width(name, size) for name in picture.rows) * 1.05


def _next(profile: Profile) -> str:
    """Return the first change ahead of a row, in words."""
    return "".join(f"{ahead.when}: {ahead.course}" for ahead in profile.ahead[:1])


# --- The years, names and next changes


def _add_years(page: Page, plot: Plot, *, alt: str) -> None:
    """Draw the ground, which carries the alt text, and the years or periods over it."""
    _rectangle(page, plot.box, palette.GROUND, name="Steps", words=alt)
    columns = enumerate(plot.picture.columns)
    years = groupby(columns, key=lambda at: at[1].group or at[1].name)
    for number, (name, own) in enumerate(years):
        held = [place for place, _ in own]
        left, width = plot.left(held[0]), len(held) * plot.each
        if number % 2 == 0:
            band = Box(left, plot.box.top, width, plot.box.height)
            decorate(_rectangle(page, band, palette.BAND, name=f"Band {name}"))
        if text_width(name, LABEL) <= width:
            words = Box(left, plot.box.top - HEADS_HIGH, width, HEADS_HIGH)
            write(page, words, [name], size=LABEL, name=f"Year {name}", anchor="MIDDLE")


def _write_row(page: Page, plot: Plot, profile: Profile, row: Box) -> None:
    """Write a row's name, what is live now, and its next change, beside its steps."""
    left = plot.box.left - row.left - GAP
    live = f"{profile.live:,}"
    counts = text_width(live, plot.size) * BOLD + GAP
    end = plot.box.left + plot.box.width + GAP
    for words, place, bold, align in (
        (profile.name, Box(row.left, row.top, left - counts, row.height), False, "LEFT"),
        (live, Box(row.left + left - counts, row.top, counts, row.height), True, "RIGHT"),
        (_next(profile), Box(end, row.top, row.left + row.width - end, row.height), False, "LEFT"),
    ):
        size = plot.size if place.left < end else LABEL
        if words:
            write(
                page, place, [words], size=size, bold=bold, align=align, name="Row",
                anchor="BOTTOM", colour=palette.INK,
            )  # fmt: skip


# --- Steps


def _add_steps(
    page: Page,
    plot: Plot,
    place: int,
    row: Box,
    layers: Sequence[tuple[str, Stretch, int]],
    *,
    now: float,
) -> None:
    """Draw the layers of a row, each on the floor that it has; paler what is past."""
    unit, foot = plot.unit(place), row.top + row.height - APART
    for meaning, run, floor in layers:
        count = run.value - floor
        if count:
            tone, words = palette.tone(meaning), f"{plot.picture.rows[place]}: {count:,} {meaning}"
            for begin, end in _parted(run, now):
                left, high = plot.left(begin), count * unit
                box = Box(left, foot - floor * unit - high, plot.left(end) - left, high)
                _rectangle(page, box, tone.past if end <= now else tone.fill, words=words)


def _parted(run: Stretch, now: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where a run is past, and is not."""
    first, last = float(run.first), run.last + 1.0
    return pairwise(sorted({first, min(max(now, first), last), last}))


def _rectangle(page: Page, box: Box, colour: str, *, name: str = "Step", words: str = "") -> Any:
    from pptx.enum.shapes import MSO_SHAPE

    shape = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(box))
    shape.name = name
    fill(shape, colour)
    if words:
        describe(shape, words)
    return shape


def _add_sign(page: Page, plot: Plot, level: Level, row: Box) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    top = row.top + row.height - APART - level.value * plot.unit(level.row)
    right = plot.left(level.column + 1)
    place = Box(right - MARK, top - MARK / 2, MARK, MARK)
    shape = page.slide.shapes.add_shape(MSO_SHAPE.DIAMOND, *page.place(place))
    shape.name = "Deadlines"
    fill(shape, palette.DEADLINE, edge=palette.GROUND)
    describe(shape, level.spot.words)


# --- Totals


def _taken(plot: Plot, signs: Sequence[Level], now: Now) -> list[tuple[float, float]]:
    """Return from where to where signs and the as-at line stand over the steps."""
    ends = [plot.left(level.column + 1) for level in signs]
    line = [plot.left(now.middle)] * now.inside
    return [
        *((end - MARK, end) for end in ends),
        *((at - GAP / 2, at + GAP / 2) for at in line),
    ]


def _write_totals(
    page: Page, plot: Plot, runs: Sequence[Stretch], row: Box, *, taken: list[tuple[float, float]]
) -> None:
    """Write the totals where they change over the steps, clear of what stands there."""
    foot, before = row.top + row.height - APART, -1
    for run in runs:
        words, left = f"{run.value:,}", plot.left(run.first) + GAP / 2
        width = text_width(words, LABEL) * BOLD * 1.05
        clear = all(left + width <= begin or left >= end for begin, end in taken)
        if run.value != before and clear and left + width <= plot.left(run.last + 1):
            top = foot - run.value * plot.unit(run.row) - LINE_HIGH
            place = Box(left, top, width, LINE_HIGH)
            write(page, place, [words], size=LABEL, bold=True, name="Total", colour=palette.INK)
        before = run.value
