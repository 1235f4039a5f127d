"""What can be wrong in a plan file, said one plain sentence a fault."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_SHOWN = 80


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
        return f"{where}: {_shown(self.value)} {self.fault}. Accepted: {self.accepted}."


class PlanError(ValueError):
    """A file that cannot be read as a plan: its name, and every problem found in it."""

    def __init__(self, problems: Sequence[Problem], *, file: str = "") -> None:
        self.problems = tuple(problems)
        self.file = file
        super().__init__("\n".join(str(problem) for problem in self.problems))


def _shown(value: str) -> str:
    if not value.strip():
        return "a blank"
    return f"“{value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + '…'}”"
