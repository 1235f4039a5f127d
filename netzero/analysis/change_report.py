"""What differs between two editions, for the command line: as sentences, or as one object."""

from collections.abc import Iterator
from typing import Any

from netzero.analysis.change_list import in_telling_order
from netzero.analysis.changes import Change, changes, counts_of, doubtful
from netzero.analysis.matching import TEXT, Match, matched
from netzero.analysis.wording import capital, count_of
from netzero.plan import Plan


def change_report(before: Plan, after: Plan) -> dict[str, Any]:
    """Return counts by kind, every change, and the pairs matched by text and in doubt.

    A date is written as a month (``2027-03``) or as it was printed in the Extended Date/Time
    Format; ``months`` is None for what is no move of a date, and below 0 for one to earlier.
    """
    found = in_telling_order(changes(before, after))
    pairs = matched(before, after).pairs
    return {
        "counts": counts_of(found),
        "changes": [_record(change) for change in found],
        "matched_by_text": [_pair(before, after, pair) for pair in pairs if pair.by == TEXT],
        "doubtful": [_pair(before, after, pair) for pair in doubtful(before, after)],
    }


def change_sentences(before: Plan, after: Plan) -> str:
    """Return the same as lines to read: counts by kind, then a sentence a change."""
    found = in_telling_order(changes(before, after))
    if not found:
        return f"Nothing differs: {count_of(len(after.actions), 'action')} the same."
    return "\n".join([*_counts(before, after, found), *(change.sentence for change in found)])


def _counts(before: Plan, after: Plan, found: list[Change]) -> Iterator[str]:
    yield f"{count_of(len(before.actions), 'action')} before, {len(after.actions):,} after."
    for kind, number in counts_of(found).items():
        if number:
            yield f"{capital(kind)}: {number:,}"
    by_text = sum(pair.by == TEXT for pair in matched(before, after).pairs)
    if by_text:
        yield f"{by_text:,} matched by text"
    if doubts := len(doubtful(before, after)):
        yield f"{doubts:,} doubtful"


def _record(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "action": change.action_id,
        "title": change.title,
        "what": change.what,
        "from": change.code_before,
        "to": change.code_after,
        "months": change.months or None,
        "sentence": change.sentence,
    }


def _pair(before: Plan, after: Plan, pair: Match) -> dict[str, Any]:
    return {
        "before": before.actions["action_id"].iloc[pair.before],
        "after": after.actions["action_id"].iloc[pair.after],
        "by": pair.by,
        "likeness": pair.likeness,
    }
