"""How much of a picture a slide draws, and how what it leaves out is said."""

from collections.abc import Iterator
from dataclasses import replace

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Lanes, Picture, Profiles, Rows
from netzero.analysis.timeline import folded
from netzero.analysis.wording import Said, capital, count_of

MOST_ROWS, MOST_LANES, MOST_WORDS = 8, 12, 10
FEWEST_LANES = 6  # to which many are folded where there is less room


def in_few_words(exhibit: Exhibit) -> Exhibit:
    """Return an exhibit whose message has at most ``MOST_WORDS``.

    What a longer one leaves out opens the line beneath it.
    """
    said = exhibit.finding
    if len(said.split()) <= MOST_WORDS or not isinstance(said, Said) or not said.brief:
        return exhibit
    beneath = f"{capital(said.beneath)}. " if said.beneath else ""
    return replace(exhibit, finding=said.brief, counted=f"{beneath}{exhibit.counted}")


def is_blank(exhibit: Exhibit) -> bool:
    """Return whether an exhibit has nothing to draw: no row, or bars of no length."""
    picture = exhibit.picture
    return not len(exhibit.table) or (isinstance(picture, Bars) and not any(picture.totals))


def in_room(picture: Picture) -> Picture:
    """Return what of a picture a slide draws: 8 bars or rows, or 12 lanes, folded if more.

    Lanes that are compared with another edition are not folded: the first 12 are drawn.
    """
    if isinstance(picture, Bars | Cells | Profiles):
        return picture.first(MOST_ROWS)
    return lanes_in_room(picture) if isinstance(picture, Lanes) else picture


def lanes_in_room(picture: Lanes) -> Lanes:
    """Return at most 12 lanes: folded where there are more."""
    return _lanes_in(picture, MOST_LANES)


def fewer_and_fewer(lanes: Lanes) -> Iterator[Lanes]:
    """Yield lanes as a slide may draw them: at most 12, and folded further for less room."""
    yield lanes_in_room(lanes)
    yield folded(lanes, most=FEWEST_LANES)


def lanes_fit_room(picture: Picture) -> bool:
    """Return whether a slide draws each lane of a picture, not one for all of an end."""
    return not isinstance(picture, Lanes) or len(picture.lanes) <= MOST_LANES


def left_out_of_room(picture: Picture) -> str:
    """Return what ``in_room`` leaves out of a picture, as ``left_out`` says it."""
    return left_out(picture, MOST_LANES if isinstance(picture, Lanes) else MOST_ROWS)


def left_out(picture: Picture, most: int) -> str:
    """Return what is not drawn where ``most`` bars, rows or lanes are: "14 more teams not drawn".

    Empty where all is. Lanes count by the actions that no drawn lane stands for.
    """
    if isinstance(picture, Lanes):
        number, noun = _actions_left_out(picture, most), "action"
    elif isinstance(picture, Bars):
        number, noun = len(picture.names) - most, picture.noun
    elif isinstance(picture, Cells | Profiles):
        number, noun = len(picture.rows) - most, picture.noun
    elif isinstance(picture, Rows):
        number, noun = len(picture.row_spots) - most, picture.noun
    else:
        return ""
    return f"{count_of(number, f'more {noun}')} not drawn" if number > 0 else ""


def _lanes_in(picture: Lanes, most: int) -> Lanes:
    """Return at most ``most`` lanes: folded where there are more."""
    if len(picture.lanes) <= most:
        return picture
    # a bar before and one after cannot be folded with others: the first stand, as they were sorted
    whole = picture if picture.compares else folded(picture, most=most)
    return whole.between(0, most)


def _actions_left_out(picture: Lanes, most: int) -> int:
    every, drawn = (
        {each for lane in lanes.lanes for each in lane.spot.action_ids}
        for lanes in (picture, _lanes_in(picture, most))
    )
    return len(every - drawn)
