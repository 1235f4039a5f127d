"""What was read from a file, in sentences."""

from collections.abc import Mapping
from typing import Any


def as_sentences(found: Mapping[str, Any]) -> str:
    """Return the summary of an edition as lines to read: counts, columns, notes, every fault."""
    lines = [
        f"{_count(found['rows_read'], 'row')} read: {found['kept']:,} kept and"
        f" {found['set_aside']:,} set aside.",
        f"{_count(found['leads'], 'lead')} with {_count(found['assignments'], 'assignment')},"
        f" {_count(found['partners'], 'partner')}.",
        f"Starts: {_states(found['states']['start'])}.",
        f"Ends: {_states(found['states']['end'])}.",
        "Columns:",
        *(f"  {name}: {evidence}" for name, evidence in found["evidence"].items()),
    ]
    if found["left_out"]:
        lines.append(f"  left out: {', '.join(found['left_out'])}")
    between = (f"{name} by {separator}" for name, separator in found["separators"].items())
    lines.append(f"Names parted: {', '.join(between)}.")
    lines += [f"Note: {note}." for note in found["notes"]]
    lines += [
        f"“{one}” and “{other}” may be one name: {likeness} of 100 alike."
        for one, other, likeness in found["likely_doubles"]
    ]
    lines.append(f"{_count(found['faults'], 'fault')}.")
    return "\n".join([*lines, *(each["sentence"] for each in found["listed_faults"])])


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _states(states: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {state}" for state, count in states.items())
