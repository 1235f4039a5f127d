"""What can be wrong in a plan file, said one plain sentence a fault."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NoReturn

LONGEST_SHOWN = 80
MOST_LISTED = 50

Cell = tuple[int, str]
"""The row of a file as a spreadsheet counts, the header being row 1, and the text of a cell."""

Wording = str | Callable[[str], str]
"""Words, or what words a text asks for."""


@dataclass(frozen=True)
class Problem:
    """A fault in a file: where it stands, what stands there and what would be accepted.

    ``row`` counts as a spreadsheet does, the header being row 1; 0 means the file as a whole.
    """

    row: int
    column: str
    value: str
    fault: str
    accepted: str

    def __str__(self) -> str:
        if not self.row:
            return f"The file {self.fault}. Accepted: {self.accepted}."
        where = f"Row {self.row}, {self.column}" if self.column else f"Row {self.row}"
        return f"{where}: {shown(self.value)} {self.fault}. Accepted: {self.accepted}."


class PlanError(ValueError):
    """A file that cannot be read as a plan: its name, and what is wrong in it.

    ``problems`` holds the first of them, in the order of the rows; ``more`` counts the others.
    """

    def __init__(self, problems: Sequence[Problem], *, file: str = "", more: int = 0) -> None:
        self.problems = tuple(problems)
        self.file = file
        self.more = more
        rest = [f"{more:,} more."] if more else []
        super().__init__("\n".join([*map(str, problems), *rest]))


@dataclass(frozen=True)
class Fault:
    """One fault of a column, and every cell that has it, in the order of the rows.

    Where ``fault`` and ``accepted`` depend on the text, they are asked for what is listed alone.
    """

    column: str
    cells: Sequence[Cell]
    fault: Wording
    accepted: Wording

    def problem(self, cell: Cell) -> Problem:
        """Return the problem that one of the cells is."""
        row, text = cell
        return Problem(row, self.column, text, _said(self.fault, text), _said(self.accepted, text))


def raise_any(faults: Iterable[Fault], *, file: str) -> None:
    """Raise ``PlanError`` where any cell has a fault: the first 50 listed, the others counted."""
    found = [(fault, cell) for fault in faults for cell in fault.cells]
    if found:
        first = nsmallest(MOST_LISTED, found, key=lambda fault_and_cell: fault_and_cell[1][0])
        problems = [fault.problem(cell) for fault, cell in first]
        raise PlanError(problems, file=file, more=len(found) - len(problems))


def refuse_file(fault: str, accepted: str, *, file: str) -> NoReturn:
    """Raise ``PlanError`` for a fault of the file as a whole."""
    raise PlanError([Problem(0, "", "", fault, accepted)], file=file)


def _said(wording: Wording, text: str) -> str:
    return wording if isinstance(wording, str) else wording(text)


def shown(value: str) -> str:
    """Return a text as a fault quotes it, cut where it is long."""
    if not value.strip():
        return "a blank"
    return f"“{value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + '…'}”"
