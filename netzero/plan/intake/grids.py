"""What is read from a file, whatever its kind: tables of text whose rows know where they stood."""

from collections.abc import Sequence
from dataclasses import dataclass

# Between two lines of a cell of which nobody can tell whether the width alone has parted them. To
# ``str.split`` it is a blank.
SOFT = "\x1f"
_UNSEEN = {0x0B: "\n", 0xFEFF: None, 0x200B: None}


@dataclass(frozen=True)
class Row:
    """The cells of one row as text, and where it stands: ``sheet Plan, row 12``."""

    place: str
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """The texts of the cells that hold any, equal neighbours once: a merged cell is one."""
        held: list[str] = []
        for cell in self.cells:
            if cell and cell not in held[-1:]:
                held.append(cell)
        return held


@dataclass(frozen=True)
class Grid:
    """One table of a file: the words that stand before it, the last of them last, and its rows.

    ``goes_on`` says that it may go on with the table of the page before.
    """

    rows: Sequence[Row]
    before: Sequence[str] = ()
    goes_on: bool = False


@dataclass(frozen=True)
class Source:
    """A file as it was read: its kind in words, its tables, and what was decided in reading it."""

    kind: str
    grids: Sequence[Grid]
    notes: Sequence[str] = ()


def cleaned(text: str) -> str:
    """Return a cell's text: each line without outer or doubled blanks, blank lines left out.

    So are signs that nobody sees: a byte order mark in the middle, a blank of no width.
    """
    lines = (" ".join(line.split()) for line in text.translate(_UNSEEN).splitlines())
    return "\n".join(line for line in lines if line)
