"""Where the lanes of a picture stand, and how much room their words get."""

from dataclasses import dataclass
from math import ceil

from netzero.analysis.pictures import Lane, Lanes
from netzero.charts import axis, theme
from netzero.charts.theme import Size

LOWEST_ROW, STACKED_ROW, STACKED_LED = 13, 38, 54
LOWEST_COMPARED, STACKED_COMPARED = 30, 66  # rows that hold a bar before and one after
FEWEST = 6
ID_SHARE, LEADS_SHARE = 0.2, 0.175  # of the whole width
TITLE_SHARE_IN_ROOM, TITLE_SHARE_COMPARED = 0.45, 0.3


@dataclass(frozen=True)
class Layout:
    """Where lanes stand: a row each, and one for each heading.

    ``columns`` are the words before the bars, a column each with the pixels it gets. Stacked
    lanes have none: their words stand over their bars. ``text`` is the size of all words.
    """

    picture: Lanes
    rows: tuple[int, ...]
    headings: tuple[tuple[int, str], ...]
    size: Size
    row: float
    text: int
    columns: tuple[tuple[tuple[str, ...], int], ...]

    @property
    def stacked(self) -> bool:
        """Whether the words of a lane stand over its bar."""
        return self.size.narrow

    @property
    def led(self) -> bool:
        """Whether who leads stands between the words of a lane and its bar."""
        return self.stacked and _names_leads(self.picture)

    @property
    def left(self) -> int:
        """The room that the columns take, in pixels."""
        return sum(room for _, room in self.columns) + self.size.small // 2

    @property
    def first(self) -> int:
        """The month in which the years begin, as its ordinal."""
        return axis.begin_of(self.picture.years)

    @property
    def last(self) -> int:
        """The month after the years."""
        return self.first + 12 * len(self.picture.years)

    @property
    def lanes(self) -> list[tuple[Lane, float]]:
        """Each lane with the height of its bar, in rows from the top."""
        drop = 0.28 if self.led else 0.24 if self.stacked else 0.1 * self.picture.has_ghosts
        return [(lane, row + drop) for lane, row in zip(self.picture.lanes, self.rows, strict=True)]

    @property
    def arrow(self) -> int:
        """How high an arrow is, in pixels; half of it stands beyond its edge."""
        return round(self.row * self.thick * 0.95)

    @property
    def arrow_gap(self) -> str:
        """The blanks that keep words clear of an arrow."""
        return " " * ceil(self.arrow / 2 / theme.width_of(" ", self.text))

    @property
    def thin(self) -> float:
        """How much of its row a bar takes where nobody knows whether the action runs."""
        return self.thick * 0.4

    @property
    def thick(self) -> float:
        """How much of its row a bar takes."""
        if self.picture.has_ghosts:
            return 0.2 if self.stacked else 0.4 if self.picture.compares else 0.5
        return 0.24 if self.led else 0.34 if self.stacked else 0.7

    @property
    def ghost(self) -> float:
        """How much of its row a bar before takes, over the one after."""
        return 0.12 if self.stacked else 0.26 if self.picture.compares else 0.22

    @property
    def over(self) -> float:
        """How far over the middle of its row the words of a stacked lane stand."""
        return 0.38 if self.picture.has_ghosts else 0.3 if self.led else 0.2


def layout_of(picture: Lanes, size: Size) -> Layout:
    """Return where the lanes of a picture stand; on a slide groups have no headings."""
    headed = not size.height and any(lane.group for lane in picture.lanes)
    rows, headings, row, before = [], [], 0, None
    for lane in picture.lanes:
        if headed and lane.group != before:
            headings.append((row, lane.group))
            before = lane.group
            row += not lane.holds  # the bar of a whole group stands beside its heading
        rows.append(row)
        row += 1
    high = _row_height(row, size, picture)
    text = _text(picture, size, high)
    columns = () if size.narrow else _columns(picture, size, text)
    return Layout(picture, tuple(rows), tuple(headings), size, high, text, columns)


def _names_leads(picture: Lanes) -> bool:
    """Return whether lanes say who leads, and stand alone, not beside those of another edition."""
    return not picture.has_ghosts and any(lane.leads and not lane.holds for lane in picture.lanes)


def _text(picture: Lanes, size: Size, high: float) -> int:
    """Return how large words are: as the rows allow, and smaller where there are titles to fit."""
    if size.height:
        return size.small if any(lane.title for lane in picture.lanes) else size.text
    return size.small if size.narrow else max(size.small, min(size.text, int(high * 0.7)))


def _row_height(lines: int, size: Size, picture: Lanes) -> float:
    if size.height:
        return (size.height - axis.head_height(size)) / max(lines, size.at_least(FEWEST))
    if size.narrow:
        alone = STACKED_LED if _names_leads(picture) else STACKED_ROW
        return STACKED_COMPARED if picture.has_ghosts else alone
    if picture.compares:
        return round(max(LOWEST_COMPARED, min(size.row * 1.8, size.tallest / lines)), 1)
    return round(max(LOWEST_ROW, min(size.row, size.tallest / lines)), 1)


def _columns(picture: Lanes, size: Size, text: int) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return ids, titles and, on a page, leads; what is empty for all takes no room.

    On an upright sheet what is said of moves takes the room of the leads.
    """
    lanes, most = picture.lanes, size.whole * LEADS_SHARE
    without_leads = size.height or (picture.compares and not size.quarters)
    titles = TITLE_SHARE_COMPARED if picture.compares and not size.height else size.titles
    leads = tuple(leads_words(lane, most, text) for lane in lanes)
    given = [
        (tuple(lane.label for lane in lanes), ID_SHARE),
        (tuple(lane.title for lane in lanes), TITLE_SHARE_IN_ROOM if size.height else titles),
        (() if without_leads else leads, LEADS_SHARE),
    ]
    columns = []
    for words, share in given:
        if any(words):
            room = theme.widest(words, size=text, most=size.whole * share)
            columns.append((words, room + text))
    return tuple(columns)


def leads_words(lane: Lane, room: float, text: int) -> str:
    """Return the first lead and how many more there are, or what the bar of a group holds."""
    if lane.holds:
        return f"{lane.holds:,} {lane.position}"
    if not lane.leads:
        return ""
    more = f" + {len(lane.leads) - 1}" if len(lane.leads) > 1 else ""
    first = theme.clipped(lane.leads[0], room=room - theme.width_of(more, text), size=text)
    return first + more
