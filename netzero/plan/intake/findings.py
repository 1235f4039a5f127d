"""What is wrong in a file of any council, and what it means for the row."""

from dataclasses import asdict, dataclass

from netzero.plan.faults import shown

STOPS, SET_ASIDE, NOTE = "stops", "row set aside", "note"


@dataclass(frozen=True)
class Finding:
    """One fault: its code, how grave it is, where it stands, what stands there, what is accepted.

    ``severity`` is ``stops`` where no plan comes of the file, ``row set aside`` where the row is in
    none that does, and ``note`` where it is, with what is said here.
    """

    code: str
    severity: str
    place: str
    column: str
    value: str
    fault: str
    accepted: str

    def __str__(self) -> str:
        if self.severity == STOPS:
            return f"The file {self.fault}. Accepted: {self.accepted}. ({self.severity})"
        where = ", ".join(part for part in (self.place, self.column) if part)
        sentence = f"{where[:1].upper()}{where[1:]}: {shown(self.value)} {self.fault}."
        return f"{sentence} Accepted: {self.accepted}. ({self.severity})"

    def as_record(self) -> dict[str, str]:
        """Return the parts by their names, and the sentence."""
        return {**asdict(self), "sentence": str(self)}
