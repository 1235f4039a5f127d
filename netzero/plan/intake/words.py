"""What was read from a file, in sentences."""

from collections.abc import Mapping
from typing import Any


def as_sentences(found: Mapping[str, Any]) -> str:
    """Return the summary of an edition as lines to read: counts, columns, notes, every fault."""
    lines = [
        f"{found['rows_read']:,} rows read: {found['kept']:,} kept and {found['set_aside']:,} set"
        " aside.",
        f"{found['leads']:,} leads with {found['assignments']:,} assignments,"
        f" {found['partners']:,} partners.",
        f"Starts: {_states(found['states']['start'])}.",
        f"Ends: {_states(found['states']['end'])}.",
        "Columns:",
        *(f"  {name} from {evidence}" for name, evidence in found["evidence"].items()),
    ]
    if found["left_out"]:
        lines.append(f"  left out: {', '.join(found['left_out'])}")
    between = (f"{name} by {separator}" for name, separator in found["separators"].items())
    lines.append(f"Names parted: {', '.join(between)}.")
    lines += [f"Note: {note}." for note in found["notes"]]
    lines.append(f"{found['faults']:,} faults." if found["faults"] != 1 else "1 fault.")
    return "\n".join([*lines, *(each["sentence"] for each in found["listed_faults"])])


def _states(states: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {state}" for state, count in states.items())
