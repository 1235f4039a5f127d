"""The few actions behind a small picture, beneath it: what is printed of them, and their bars."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Behind, InFull, Lanes, Parts, Picture
from netzero.analysis.positions import POSITIONS
from netzero.analysis.slide_part import fewer_and_fewer
from netzero.exports.slide_lanes import fit_lanes, height_of
from netzero.exports.slide_page import (
    BODY,
    BOLD,
    Box,
    Drawing,
    Page,
    set_words,
    text_height,
    write,
)
from netzero.exports.values import one_line

SIZES = (36, 32, 28, BODY)
LOWEST_LANE, LANE = 0.3, 0.5  # inches, alone and beneath words
APART, BETWEEN = 0.2, 0.1
_NOTHING = Drawing(lambda page: None)


class Line(NamedTuple):
    """Words on a line of their own: what heads an action is bold, facts stay small.

    The ``last`` of an action goes first where there is no room.
    """

    words: str
    bold: bool = False
    fact: bool = False
    last: bool = False

    def size(self, most: int) -> int:
        """Return the type size of the line where the largest is ``most``."""
        return BODY if self.fact else most

    def height(self, most: int, width: float) -> float:
        """Return how many inches the line takes in a width, with what parts it from the next."""
        room = width * 0.97 / (BOLD if self.bold else 1)
        return text_height(self.words, self.size(most), room) + BETWEEN


Offer = tuple[list[Line], Lanes, Sequence[int]]


def fit_told(box: Box, exhibit: Exhibit, behind: Behind) -> Drawing | None:
    """Return the words that say all that the rows of an exhibit would; None where none fit."""
    offers = (offer for offer in _offers(behind) if offer[0] and behind.told)
    return _first_that_fits(box, exhibit, offers)


def fit_behind(box: Box, exhibit: Exhibit, behind: Behind) -> Drawing | None:
    """Return as much of the actions behind an exhibit as fits a box; None where nothing does."""
    return _first_that_fits(box, exhibit, _offers(behind))


def _first_that_fits(box: Box, exhibit: Exhibit, offers: Iterable[Offer]) -> Drawing | None:
    for lines, lanes, sizes in offers:
        keyed = POSITIONS if lines else _keyed(exhibit.picture)
        high = height_of(lanes, box, each=LANE if lines else LOWEST_LANE, keyed=keyed)
        room = replace(box, height=box.height - high - (APART if lines and high else 0))
        if size := _size(lines, room, sizes):
            foot = box.below(box.height - high) if lines else box
            bars = fit_lanes(foot, lanes, month=exhibit.month, alt=exhibit.about, keyed=keyed)
            return _both(_words(room, lines, size), bars if lanes.lanes else _NOTHING)
    return None


def _offers(behind: Behind) -> Iterator[Offer]:
    """Yield what may be shown, the fullest first: words, lanes beneath them, and type sizes."""
    lines = [line for action in behind.in_full for line in _lines(action)]
    also = [Line(one_line(sentence), fact=True) for sentence in behind.also]
    if lines:
        named, none = _named(behind.lanes), replace(behind.lanes, lanes=())
        yield [*lines, *also], named, SIZES[:-1]
        for kept in (lines, [line for line in lines if not line.last]):
            yield kept, named, SIZES
            yield kept, none, SIZES
        told = [line for line in lines if line.bold or (line.fact and not line.last)]
        texts = [line for line in lines if not line.fact]
        if behind.lanes.lanes:
            yield told, named, SIZES
        if not behind.told:
            yield texts, none, SIZES
        if not behind.lanes.lanes:
            yield told, none, SIZES
    if behind.lanes.lanes:
        titled = _untitled(behind.lanes) if behind.told else behind.lanes
        yield from (([], lanes, SIZES) for lanes in fewer_and_fewer(titled))


def _lines(action: InFull) -> list[Line]:
    return [
        Line(one_line(action.heading), bold=True),
        Line(one_line(action.text)),
        Line(one_line(f"As published: {action.dates}  |  Lead: {action.leads}"), fact=True),
        Line(one_line(f"Partners: {action.partners}"), fact=True, last=True),
    ]


def _untitled(lanes: Lanes) -> Lanes:
    """Return lanes without the titles that stand over them."""
    return replace(lanes, lanes=tuple(lane._replace(title="") for lane in lanes.lanes))


def _named(lanes: Lanes) -> Lanes:
    """Return lanes with their positions in words, which do without a key."""
    return replace(lanes, lanes=tuple(lane._replace(title=lane.position) for lane in lanes.lanes))


def _keyed(picture: Picture) -> Collection[str]:
    """Return the meanings that a picture has a word for beside their colour."""
    if isinstance(picture, Parts):
        return {part.meaning for part in picture.parts}
    if isinstance(picture, Bars):
        return {each.meaning for each in picture.series if any(each.values)}
    return set()


def _size(lines: Sequence[Line], room: Box, sizes: Sequence[int]) -> int:
    """Return the largest of the sizes at which lines fit; 0 where none does."""
    for size in sizes:
        if sum(line.height(size, room.width) for line in lines) <= room.height:
            return size
    return 0


def _words(box: Box, lines: Sequence[Line], size: int) -> Drawing:
    high = sum(line.height(size, box.width) for line in lines)

    def add(page: Page) -> None:
        frame = write(page, replace(box, height=high), [], name="In full").text_frame
        for place, line in enumerate(lines):
            paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
            set_words(page, paragraph, line.words, size=line.size(size), bold=line.bold)
            paragraph.space_after = page.length(BETWEEN)

    return Drawing(add) if lines else _NOTHING


def _both(words: Drawing, bars: Drawing) -> Drawing:
    def add(page: Page) -> None:
        words.add(page)
        bars.add(page)

    return Drawing(add)
