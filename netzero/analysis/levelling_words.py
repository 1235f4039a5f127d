"""What an answer to a limit is called in sentences, and as one object for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from netzero.analysis.levelling import Answer, Suggestion
from netzero.analysis.levelling_problem import Limit
from netzero.analysis.levelling_reasons import limit_words
from netzero.analysis.periods import YEAR
from netzero.analysis.wording import agree, capital, count_of, in_words, listing, worded
from netzero.plan.months import month_label

RHYTHM = "Deadlines stay at ends of quarters, as all that lie ahead are."
UNKNOWING = "It suggests, it does not recommend; the plan holds no effort, so it knows none."


def finding_of(answer: Answer, *, more: bool = False) -> str:
    """Return what it takes to keep a limit, in ten words at most.

    ``more`` says that the moves come on top of those of a scenario.
    """
    limit, number = answer.limit, len(answer.moves)
    deadlines = worded(limit.most, "deadline")
    if answer.none_because and answer.optimal:
        return f"No moves keep every team to {deadlines} a {short_period(limit)}"
    if answer.none_because:
        return f"No moves found for {deadlines} a team and {short_period(limit)}"
    if not number:
        return f"Ahead, no team has {too_many(limit)} in a {short_period(limit)}"
    if _fewest_unproven(answer):
        few = "has two" if limit.most == 1 else f"over {in_words(limit.most)}"
        return capital(f"{worded(number, 'move')} found: no team {few} in a {short_period(limit)}")
    moves = f"{in_words(number)} more" if more else worded(number, "move")
    has = "has " if limit.most == 1 else ""
    return capital(f"{moves}: no team {has}{too_many(limit)} in a {short_period(limit)}")


def counted_of(answer: Answer, *, since: str) -> str:
    """Return what is counted: periods over the limit from ``since`` on, months in all, equals."""
    limit = answer.limit
    over = f"{capital(limit.per)}s with over {worded(limit.most, 'deadline')} of one team"
    words = [f"{over}, from {since}: {answer.over or 'none'}"]
    if answer.none_because:
        words.append(answer.none_because.removesuffix("."))
    elif answer.moves:
        words.append(f"{count_of(answer.months, 'month')} of moving in all")
        words.append(_proof(answer))
    return "; ".join(words)


def rule_of(answer: Answer) -> str:
    """Return the rule by which an answer was found, in plain words."""
    limit = answer.limit
    way = "earlier or later" if limit.either_way else "later only"
    sentences = [
        f"The limit is {limit_words(limit)} for each team.",
        f"A deadline moves {way}, by at most {count_of(limit.within, 'month')}, and never to "
        "before the as-at month or its own start.",
        *([RHYTHM] if answer.rhythm else []),
        "What is past stays, and counts in the period that runs; earlier periods are left out.",
        *([f"Held still: {', '.join(limit.hold)}."] if limit.hold else []),
        "A joint deadline counts under each of its leads at once.",
        "Smallest is fewest deadlines moved, then fewest months in all; among equals, fewest "
        "lead teams to ask.",
        UNKNOWING,
    ]
    return " ".join(sentences)


def notes_of(answer: Answer, *, called: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the sentences behind an answer: each move and why, another answer, or why none.

    An action is named by its id, or as it is ``called`` under that.
    """
    if answer.none_because:
        yield answer.none_because
    for move in answer.moves:
        yield f"{moved_words(move, called=called)}. {move.why}."
    if answer.another:
        yield f"As short: {_instead(answer)}."


def _instead(answer: Answer) -> str:
    """Return what another answer moves otherwise, and what it leaves."""
    held = {moved_words(move) for move in answer.moves}
    other = {moved_words(move) for move in answer.another}
    ids = [move.action_id for move in answer.moves if moved_words(move) not in other]
    moves = [words for words in map(moved_words, answer.another) if words not in held]
    return f"{listing(moves)}, instead of {listing(ids)}"


def moved_words(move: Suggestion, *, called: Mapping[str, str] | None = None) -> str:
    """Return a move as a sentence says it, of an action by its id or as it is ``called``."""
    way = "later" if move.months > 0 else "earlier"
    by = f"{count_of(abs(move.months), 'month')} {way}"
    name = (called or {}).get(move.action_id, move.action_id)
    return f"{name} from {month_label(move.before)} to {month_label(move.after)}, {by}"


def sentences_of(answer: Answer, *, since: str) -> str:
    """Return an answer as lines to read: what it takes, each move and why, and the rule."""
    moves = () if answer.none_because else notes_of(answer)
    said = [finding_of(answer), counted_of(answer, since=since)]
    return "\n".join([*(f"{line}." for line in said), *moves, rule_of(answer)])


def record_of(answer: Answer) -> dict[str, Any]:
    """Return an answer as one object for programs; months are written as ``2027-03``.

    ``optimal`` is true of moves that are proven fewest, and false where there is no answer.
    ``months`` adds up how far they move; ``least`` is how many must move at least.
    """
    return {
        "moves": [_record(move) for move in answer.moves],
        "moved": len(answer.moves),
        "months": answer.months,
        "optimal": answer.optimal and not answer.none_because,
        "least": answer.least,
        "others": answer.others,
        "another": [_record(move) for move in answer.another],
        "none_because": answer.none_because,
    }


def _record(move: Suggestion) -> dict[str, Any]:
    return {
        "action": move.action_id,
        "from": str(move.before),
        "to": str(move.after),
        "months": move.months,
        "why": move.why,
    }


def too_many(limit: Limit) -> str:
    """Return the least that is over a limit of one, or that it is over a higher one."""
    return "two deadlines" if limit.most == 1 else f"over {worded(limit.most, 'deadline')}"


def short_period(limit: Limit) -> str:
    """Return the period of a limit in one word."""
    return "year" if limit.per == YEAR else limit.per


def _fewest_unproven(answer: Answer) -> bool:
    """Return whether fewer moves may do; where none fewer can, fewer months still may."""
    return not answer.optimal and answer.least < len(answer.moves)


def _proof(answer: Answer) -> str:
    if _fewest_unproven(answer):
        least = f"at least {answer.least:,} must move" if answer.least else ""
        return "; ".join(filter(None, ["not proven fewest", least]))
    if not answer.optimal:
        return "proven fewest, though fewer months may do"
    if answer.others is None:
        return "proven fewest; others as short are not counted"
    if not answer.others:
        return "proven fewest, and the only answer as short"
    number = answer.others
    return (
        f"proven fewest; {count_of(number, 'other answer')} {agree(number, 'is', 'are')} as short"
    )
