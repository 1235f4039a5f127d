"""The four files of a plan, as the bytes that were read from them."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

ACTIONS_CSV = "actions.csv"
ORGANISATIONS_CSV = "organisations.csv"
NOTES_CSV = "notes.csv"
PLANS_CSV = "plans.csv"
DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class PlanFiles:
    """What stands in the files of a plan. Notes and plans are None where there is no such file."""

    actions: bytes = field(repr=False)
    organisations: bytes = field(repr=False)
    notes: bytes | None = field(default=None, repr=False)
    plans: bytes | None = field(default=None, repr=False)

    @classmethod
    def of(cls, folder: Path) -> "PlanFiles":
        """Return the files of a folder, each read once.

        Raises ``OSError`` where actions.csv or organisations.csv is missing, and for any file
        that cannot be read.
        """
        return cls(
            actions=(folder / ACTIONS_CSV).read_bytes(),
            organisations=(folder / ORGANISATIONS_CSV).read_bytes(),
            notes=_bytes_or_none(folder / NOTES_CSV),
            plans=_bytes_or_none(folder / PLANS_CSV),
        )

    def write(self, folder: Path) -> None:
        """Write the files into a folder, which is made where it is missing. Raises ``OSError``."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.named.items():
            (folder / name).write_bytes(content)

    @property
    def named(self) -> dict[str, bytes]:
        """The files that there are, by their names."""
        every = {
            ACTIONS_CSV: self.actions,
            ORGANISATIONS_CSV: self.organisations,
            NOTES_CSV: self.notes,
            PLANS_CSV: self.plans,
        }
        return {name: content for name, content in every.items() if content is not None}

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all four files: of another plan, or of other files, it is another."""
        parts = (self.actions, self.organisations, self.notes, self.plans)
        # One digest a file, so that no byte can pass from the end of one to the start of the next.
        each = ["none" if part is None else hashlib.sha256(part).hexdigest() for part in parts]
        return hashlib.sha256(" ".join(each).encode()).hexdigest()


def _bytes_or_none(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
