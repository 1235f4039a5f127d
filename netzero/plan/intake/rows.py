"""From tables of text to the rows that are actions, each under the headings printed over it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netzero.plan.faults import shown
from netzero.plan.intake.grids import SOFT, Grid, Row
from netzero.plan.intake.headings import (
    ACTION,
    ACTION_ID,
    END,
    PLAN,
    START,
    THEME,
    TIMESCALE,
    TITLE,
    Found,
    fields_of,
    is_header,
)

LONGEST_HEADING = 100
_NAMES_A_PLAN = re.compile(r"\b(?:plan|strategy|programme|roadmap|register)\b", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedAction:
    """One row as printed: where, and its cells by the field that they are taken for."""

    place: str
    cells: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return the text of a field, blank where the table has no such column."""
        return self.cells.get(name, "")


@dataclass
class Printed:
    """All that tables hold: the actions, the columns taken and left out, what was decided."""

    actions: list[PrintedAction] = field(default_factory=list)
    columns: dict[str, Found] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def printed_actions(grids: Sequence[Grid], *, wanted: Mapping[str, str]) -> Printed:
    """Return what tables hold under headings that name an action.

    ``wanted`` gives the heading of a field where it is not to be guessed; blank leaves it out.
    """
    printed = Printed()
    reader = _Reader(wanted, printed)
    for grid in grids:
        reader.read(grid)
    printed.left_out = list(dict.fromkeys(printed.left_out))
    printed.notes += (
        f"column {place + 1}, which has no heading, was left out: it holds text in "
        f"{count:,} {'row' if count == 1 else 'rows'}"
        for place, count in sorted(reader.unnamed.items())
    )
    return printed


class _Reader:
    """Goes through tables in their order, and remembers what stands over the row at hand."""

    def __init__(self, wanted: Mapping[str, str], printed: Printed) -> None:
        self.wanted = wanted
        self.printed = printed
        self.places: dict[str, int] = {}
        self.headings: list[str] = []
        self.width = 0
        self.plan = self.theme = ""
        self.above: list[str] = []
        self.unnamed: Counter[int] = Counter()
        self.under_headings = self.may_be_torn = self.blank_ends_theme = False

    def read(self, grid: Grid) -> None:
        """Take the actions of one table."""
        self.above = []
        rows = self._without_headings(grid)
        self._take_words(grid.before)
        self.under_headings = self._goes_on_from_before(grid, rows)
        if not self.under_headings and not any(map(self._is_header, rows)):
            self._leave_out(rows)
            return
        self.blank_ends_theme = _blank_rows_part(rows)
        self.may_be_torn = grid.goes_on and bool(self.printed.actions)
        place = 0
        while place < len(rows):
            place += self._take(rows[place], rows[place + 1 : place + 2])

    def _take(self, row: Row, following: Sequence[Row]) -> int:
        """Take a row for what it is: headings, a theme, an action; return how many rows it was."""
        if self._is_header(row):
            self._take_words_above()
            self.under_headings = True
            if any(self._is_surer(under, row) for under in following):
                return 1  # words over groups of columns, which are named beneath
            return self._take_header(row, following)
        filled = row.filled
        if not filled:
            self._take_blank()
        elif not self.under_headings:
            self.above += filled if len(filled) == 1 else []
        elif self._is_heading(row, filled):
            self._take_words(filled)
            if self.places.get(ACTION) == 0:  # it may be an action of which no more is printed
                words = f"{row.place}: {shown(filled[0])} stands alone: taken for a heading"
                self.printed.notes.append(words)
        elif self.may_be_torn and self._goes_on(row):
            self._join(row)
        else:
            self._add(row)
        self.may_be_torn = self.may_be_torn and not filled
        return 1

    def _take_blank(self) -> None:
        """End the theme that has actions, where blank rows stand between parts, and a preamble."""
        if self.under_headings and self.blank_ends_theme and self._has_rows():
            self.theme = ""
        self._take_words_above(theme=False)

    def _take_words_above(self, *, theme: bool = True) -> None:
        """Take what stands over headings: the names of plans, and a theme where it is one line.

        Several lines are a preamble, and what a blank row parts from the headings is no theme.
        """
        names = [text for text in self.above if _NAMES_A_PLAN.search(text)]
        others = [text for text in self.above if text not in names]
        self._take_words([*names, *(others if theme and len(others) == 1 else [])])
        self.above = []

    def _goes_on_from_before(self, grid: Grid, rows: Sequence[Row]) -> bool:
        same_width = bool(rows) and len(rows[0].cells) == self.width
        return grid.goes_on and same_width and not any(map(self._is_header, rows))

    def _is_header(self, row: Row) -> bool:
        named = {heading for heading in self.wanted.values() if heading}
        return is_header(row.cells) or (bool(named) and named <= set(row.cells))

    def _is_surer(self, under: Row, row: Row) -> bool:
        """Return whether the row under a header is one too, and names more than it does."""
        return self._is_header(under) and _sureness(under.cells) > _sureness(row.cells)

    def _take_header(self, row: Row, following: Sequence[Row]) -> int:
        """Take the columns of a header of one or two rows; return of how many."""
        headings, rows = list(row.cells), 1
        for under in following:
            both = _with_row_under(headings, under.cells)
            if both:
                headings, rows = both, 2
        found = self._fields(headings)
        self.headings = headings
        self.places = {name: each.place for name, each in found.items()}
        self.width = len(row.cells)
        self.printed.columns |= {k: v for k, v in found.items() if k not in self.printed.columns}
        taken = set(self.places.values())
        self.printed.left_out += [
            heading for place, heading in enumerate(headings) if heading and place not in taken
        ]
        return rows

    def _fields(self, headings: list[str]) -> dict[str, Found]:
        found = fields_of(headings)
        if {START, END} <= found.keys():
            found.pop(TIMESCALE, None)
        for name, heading in self.wanted.items():
            found.pop(name, None)
            if heading in headings:
                place = headings.index(heading)
                found = {key: each for key, each in found.items() if each.place != place}
                found[name] = Found(place, heading, name, heading, 3)
        return found

    def _without_headings(self, grid: Grid) -> list[Row]:
        """Return the rows of a table; headings that stand in one cell with a torn row are gone."""
        rows = list(grid.rows)
        if rows and grid.goes_on and 0 < len(self.headings) == len(rows[0].cells):
            pairs = list(zip(rows[0].cells, self.headings, strict=True))
            rest = tuple(cell.removeprefix(heading).strip() for cell, heading in pairs)
            if any(rest) and all(cell.startswith(heading) for cell, heading in pairs):
                return [Row(rows[0].place, rest), *rows[1:]]
        return rows

    def _take_words(self, words: Sequence[str]) -> None:
        """Take the words that stand alone before or over rows for the name of a plan or a theme."""
        for text in words:
            if len(text) > LONGEST_HEADING or text.endswith("."):
                continue
            if _NAMES_A_PLAN.search(text):
                self.plan, self.theme = text, ""
            else:
                self.theme = text

    def _is_heading(self, row: Row, filled: Sequence[str]) -> bool:
        if len(filled) > 1 or len(filled[0]) > LONGEST_HEADING:
            return False
        at = row.cells.index(filled[0])
        return at == 0 and (self.places.get(ACTION) != 0 or not filled[0].endswith("."))

    def _goes_on(self, row: Row) -> bool:
        """Return whether a row is the rest of the one before: it has no id, or no words of it."""
        key = ACTION_ID if ACTION_ID in self.places else ACTION
        return key in self.places and not row.cells[self.places[key]]

    def _join(self, row: Row) -> None:
        last = self.printed.actions[-1]
        cells = dict(last.cells)
        for name, text in self._cells(row).items():
            if text and name not in (PLAN, THEME):
                cells[name] = SOFT.join(filter(None, (cells[name], text)))
        self.printed.actions[-1] = replace(last, cells=cells)
        self.printed.notes.append(f"{row.place} was joined to {last.place}: a page parts them")

    def _add(self, row: Row) -> None:
        cells = self._cells(row)
        self.unnamed.update(
            place
            for place, text in enumerate(row.cells)
            if text and not (place < len(self.headings) and self.headings[place])
        )
        cells.setdefault(PLAN, self.plan)
        cells.setdefault(THEME, self.theme)
        self.printed.actions.append(PrintedAction(row.place, cells))

    def _cells(self, row: Row) -> dict[str, str]:
        return {
            name: row.cells[place] if place < len(row.cells) else ""
            for name, place in self.places.items()
        }

    def _has_rows(self) -> bool:
        last = self.printed.actions[-1:]
        return bool(last) and last[0].text(THEME) == self.theme

    def _leave_out(self, rows: Sequence[Row]) -> None:
        held = [row for row in rows if row.filled]
        if held:
            words = (
                f"{held[0].place} and {len(held) - 1:,} more rows" if held[1:] else held[0].place
            )
            self.printed.notes.append(f"{words} stand under no heading that names an action")


def _with_row_under(headings: Sequence[str], under: Sequence[str]) -> list[str] | None:
    """Return headings of two rows as one, where the second only says more of the first."""
    above = fields_of(headings)
    main = [above[name].place for name in (ACTION_ID, ACTION, TITLE) if name in above]
    if any(under[place] not in ("", headings[place]) for place in main if place < len(under)):
        return None
    pairs = zip(headings, [*under, *[""] * (len(headings) - len(under))], strict=False)
    both = [below or heading for heading, below in pairs]
    found = fields_of(both)
    return both if {START, END} <= found.keys() and not {START, END} <= above.keys() else None


def _sureness(headings: Sequence[str]) -> int:
    return sum(found.score for found in fields_of(headings).values())


def _blank_rows_part(rows: Sequence[Row]) -> bool:
    """Return whether blank rows end a heading: where one follows every action they only space."""
    blanks = sum(1 for row in rows if not row.filled)
    return blanks * 3 < len(rows)


def all_texts(actions: Sequence[PrintedAction], name: str) -> Iterator[str]:
    """Yield the texts of a field that hold any."""
    return (action.text(name) for action in actions if action.text(name))
