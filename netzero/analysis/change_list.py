"""What changed from one edition to the next, in a sentence and one row after the other?"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from netzero.analysis.changes import (
    ADDED,
    DATE_GIVEN,
    DATE_GONE,
    DROPPED,
    EARLIER,
    IN_ANOTHER_TABLE,
    LATER,
    LEAD_ADDED,
    LEAD_GONE,
    LESS_EXACT,
    ONGOING_NO_MORE,
    ONGOING_NOW,
    OTHERWISE,
    PARTNER_ADDED,
    PARTNER_GONE,
    RENUMBERED,
    RETHEMED,
    REWORDED,
    SHARPENED,
    Change,
)
from netzero.analysis.comparing import (
    Against,
    Compared,
    compared,
    live_in_years,
    nothing_compared,
)
from netzero.analysis.exhibit import Exhibit, Table, exhibit
from netzero.analysis.matching import ID
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, capital, count_of, number_of, of_total

QUESTION, TITLE = "changes", "What changed"
ON_SCREEN, ON_SLIDE = 12, 10  # words of a finding
HEADINGS = ("Id", "Title (ours)", "Change", "What", "Before", "After", "Months", "Matched by")
RULE = (
    "Actions of two editions are matched by their id within a published table; where the id is "
    "gone or stands for another text, by how alike the texts are, word by word. A match that may "
    "be wrong is said to be doubtful. An end moves by the last month that it may mean, a start by "
    "the first; a date that is only given more exactly is sharpened, not moved. A year counts what "
    "is live in any month of it. Titles are ours and are not compared."
)
# How a finding tells each kind, in the order of telling; an action counts once under each.
_TOLD = (
    ((DROPPED,), "dropped"),
    ((LATER,), "moved later"),
    ((EARLIER,), "moved earlier"),
    ((ADDED,), "new"),
    ((ONGOING_NOW,), "ongoing now"),
    ((ONGOING_NO_MORE,), "no longer ongoing"),
    ((LEAD_ADDED, LEAD_GONE), "with other leads"),
    ((PARTNER_ADDED, PARTNER_GONE), "with other partners"),
    ((REWORDED,), "reworded"),
    ((RETHEMED,), "re-themed"),
    ((SHARPENED,), "sharpened"),
    ((LESS_EXACT,), "less exact"),
    ((DATE_GIVEN,), "given a date"),
    ((DATE_GONE,), "without a date now"),
    ((OTHERWISE,), "stated otherwise"),
    ((RENUMBERED,), "renumbered"),
    ((IN_ANOTHER_TABLE,), "in another table"),
)
_RANKS = {kind: place for place, (kinds, _) in enumerate(_TOLD) for kind in kinds}


def what_changed(at: PlanAt, *, against: Against | None = None, most: int = ON_SCREEN) -> Exhibit:
    """Return what differs between a plan and another edition of it: a row a change.

    Dropped actions come first, then what moved, furthest first. A finding has at most so many
    words. Without another edition a scenario is compared with its plan, anything else with none.
    """
    both = compared(at, against)
    if both is None:
        return nothing_compared(at, question=QUESTION, title=TITLE, rule=RULE)
    found = in_telling_order(both.changes)
    told = list(_told(found))
    finding, rest = _finding(told, most=most)
    return exhibit(
        at,
        question=QUESTION,
        title=TITLE,
        finding=finding,
        counted=_counted(both, rest),
        table=Table(
            HEADINGS,
            tuple(map(_row, found)),
            (False, False, False, False, False, False, True, False),
        ),
        rule=RULE,
        picture=Rows("change", tuple(map(spot_of_change, found))),
        notes=tuple(change.sentence for change in found),
    )


def in_telling_order(found: Iterable[Change]) -> list[Change]:
    """Return changes as they are told: by kind, what moved furthest first, else as in the plan."""
    return sorted(found, key=lambda change: (_RANKS[change.kind], -abs(change.months)))


def spot_of_change(change: Change) -> Spot:
    """Return the spot of a change, which leads to its action."""
    about = change.what if change.kind == REWORDED else change.after or change.before or change.what
    names = (change.action_id, change.kind, change.what, about)
    words = f"{change.action_id} {change.title}: {change.words}"
    if change.match and change.matched_by != ID:
        words += f" (matched by {change.matched_by})"
    return Spot(names, words, (change.action_id,))


def years_changed(both: Compared) -> str:
    """Return which delivery year ahead has most more or fewer live: "2026-27 falls from 33 live…".

    Blank where each has as many as before.
    """
    then, now = (live_in_years(side, both.years).sum(axis=1) for side in (both.before, both.after))
    if not (then != now).any():
        return ""
    place = int(np.argmax(np.abs(now - then)))
    before, after = int(then[place]), int(now[place])
    verb = "falls" if after < before else "rises"
    return f"{both.years[place]} {verb} from {number_of(before)} live to {number_of(after)}"


def _row(change: Change) -> tuple[str | int | None, ...]:
    return (
        change.action_id, change.title, change.kind, change.what, change.before, change.after,
        change.months or None, change.matched_by,
    )  # fmt: skip


def _told(found: Sequence[Change]) -> Iterator[tuple[int, str, str]]:
    """Yield of each kind how many actions there are, how that is told, and how far they moved."""
    for kinds, words in _TOLD:
        own = [change for change in found if change.kind in kinds]
        if not own:
            continue
        months = sorted(abs(change.months) for change in own)
        far = ""
        if months[-1]:
            least = f"{months[0]:,} to " if months[0] != months[-1] else ""
            far = f" by {least}{count_of(months[-1], 'month')}"
        yield len({change.place for change in own}), words, far


def _finding(told: Sequence[tuple[int, str, str]], *, most: int) -> tuple[str, list[str]]:
    """Return as much of what is told as a finding holds, and the rest."""
    if not told:
        return "Nothing differs between the two", []
    parts: list[str] = []
    rest: list[str] = []
    for number, words, far in told:
        part = f"{number:,} {words}{far}"
        if words == "moved earlier" and parts and "moved later" in parts[-1]:
            part = f"{number:,} earlier"
        if rest or len(" ".join([*parts, part]).split()) > most:
            rest.append(part)
        else:
            parts.append(part)
    counted, _, after = parts[0].partition(" ")
    first = f"{counted} {'action' if counted == '1' else 'actions'} {after}"
    if len(" ".join([first, *parts[1:]]).split()) <= most:
        parts[0] = first
    return ", ".join(parts), rest


def _counted(both: Compared, rest: Sequence[str]) -> str:
    differ, size = both.differ, both.size
    if not differ:
        return capital(f"{both.from_to}; {count_of(size, 'action')} the same")
    verb = "differs" if differ == 1 else "differ"
    words = [f"{of_total(differ, size, 'action')} {verb}, {both.from_to}"]
    if rest:
        words.append(f"also {', '.join(rest)}")
    words.append(years_changed(both) or "each delivery year ahead has as much live as before")
    if doubts := len({change.place for change in both.changes if _is_doubtful(change)}):
        words.append(
            f"{count_of(doubts, 'match', plural='matches')} {agree(doubts, 'is', 'are')} doubtful"
        )
    return capital("; ".join(words))


def _is_doubtful(change: Change) -> bool:
    return change.match is not None and change.match.doubtful
