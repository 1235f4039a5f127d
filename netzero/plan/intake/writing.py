"""An edition as the files of a plan: its actions, the names that they hold, what was decided."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from netzero.plan.columns import ACTIONS_FILE, NOTES_FILE, ORGANISATIONS_FILE, PLANS_FILE, names_of
from netzero.plan.dates import (
    DATED,
    MONTH_NUMBERS,
    NONE_NAMED,
    NOT_GIVEN,
    ONGOING,
    TO_BE_CONFIRMED,
    is_to_be_confirmed,
)
from netzero.plan.files import PlanFiles
from netzero.plan.intake.edition import Action, Edition
from netzero.plan.model import LONGEST_TITLE
from netzero.plan.months import delivery_year, month_of
from netzero.plan.organisations import COUNCIL_TEAM, NOT_KNOWN
from netzero.plan.plan_dates import read_plan_date
from netzero.plan.spans import DAY, Span, span_words
from netzero.plan.twins import as_seen

_WORDS = {ONGOING: "Ongoing", TO_BE_CONFIRMED: "TBC"}
_YEARS_OF_DATES = "The years are those that its dates span."
_REMARK = re.compile(r"“(.+)” is printed, which ", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_OF_A_DAY = {"st", "nd", "rd", "th", "of", "t"}
_EXACT = re.compile(r"^\d{4}-\d\d-\d\d$|^[A-Z][a-z]{2} \d{4}$")  # a day, or a month


class Cell(NamedTuple):
    """A start or end as a plan file holds it, and the remark that keeps what is printed."""

    text: str
    remark: str = ""


def plan_files(edition: Edition) -> PlanFiles:
    """Return the files of a plan that an edition comes to.

    Every printed name stands for itself, but for those that differ only in case or in signs that
    cannot be seen. Names that lead are council teams; what others are is not known. An id that
    stands in two plans, or twice, has a number after it. A date stands as it is printed, or in
    words that mean the same span; what is printed besides, or is no date, stands in a remark on
    its action.
    """
    actions = list(zip(_unique_ids(edition.actions), edition.actions, strict=True))
    return PlanFiles(
        actions=_table(names_of(ACTIONS_FILE), (_row(*each) for each in actions)),
        organisations=_table(names_of(ORGANISATIONS_FILE), _names(edition)),
        notes=_table(names_of(NOTES_FILE), (r for each in actions for r in _remarks(*each))),
        plans=_plans(edition) if edition.publisher else None,
    )


def printed_in(remark: str) -> str:
    """Return what was printed where a plan file holds no date; blank where a remark tells none.

    >>> printed_in("“Done” is printed, which says no end.")
    'Done'
    """
    match = _REMARK.match(remark)
    return match[1] if match else ""


def _plans(edition: Edition) -> bytes | None:
    """Return who published each plan, and the years of its dates; None where there is no date."""
    days = [day for each in edition.actions for day in (each.start.first, each.end.last) if day]
    if not days:
        return None
    years = (delivery_year(month_of(day.year, day.month)) for day in (min(days), max(days)))
    first, last = years
    rows = (
        (plan, edition.publisher, first, last, "", _YEARS_OF_DATES)
        for plan in dict.fromkeys(each.plan for each in edition.actions)
    )
    return _table(names_of(PLANS_FILE), rows)


def _unique_ids(actions: Sequence[Action]) -> list[str]:
    """Return the id of each action, with a number after one that was there before."""
    used: set[str] = set()
    found = []
    for action in actions:
        number, action_id = 1, action.action_id
        while as_seen(action_id) in used:
            number += 1
            action_id = f"{action.action_id} ({number})"
        used.add(as_seen(action_id))
        found.append(action_id)
    return found


def _row(action_id: str, action: Action) -> tuple[str, ...]:
    start, end = _dates(action)
    return (
        action_id, action.plan, action.theme,
        action.title if len(action.title) <= LONGEST_TITLE else "", action.action,
        _leads(action), _partners(action), start.text, end.text,
    )  # fmt: skip


def _remarks(action_id: str, action: Action) -> Iterator[tuple[str, ...]]:
    for column, cell in zip(("start", "end"), _dates(action), strict=True):
        if cell.remark:
            yield action_id, column, "", cell.remark


def _dates(action: Action) -> tuple[Cell, Cell]:
    start = _cell(action.start, action.start_text, last=False)
    if action.start.first and action.end.last and action.end.last < action.start.first:
        remark = f"“{action.end_text}” is printed as the end, which is before the start."
        return start, Cell("", remark)
    return start, _cell(action.end, action.end_text, last=True)


def _cell(span: Span, printed: str, *, last: bool) -> Cell:
    """Return what a plan file holds of a date: as printed, or in words that say the same span."""
    if span.kind == DATED:
        text = _readable(span, printed)
        return Cell(text, "" if _says_no_more(printed, text) else f"“{printed}” is printed.")
    if span.kind == NOT_GIVEN and printed:
        return Cell("", f"“{printed}” is printed, which says no {'end' if last else 'start'}.")
    if word := _WORDS.get(span.kind):
        said = "" if printed.lower() == word.lower() else f"“{printed}” is printed: {span.kind}."
        return Cell(word, said)
    return Cell("", f"“{printed}” is printed, which is no date." if printed else "")


@lru_cache(maxsize=4096)
def _readable(span: Span, printed: str) -> str:
    """Return the printed words where a plan file is read as the same span, else others."""
    try:
        same = read_plan_date(printed).edtf == span.edtf
    except ValueError:
        same = False
    if same:
        return printed
    return span.edtf if span.precision == DAY else span_words(span.edtf)


def _says_no_more(printed: str, text: str) -> bool:
    """Return whether a printed date is ``text`` in another form, with no word besides."""
    words = {word for word in _LETTERS.findall(printed.lower()) if word not in MONTH_NUMBERS}
    exact = bool(_EXACT.search(text))
    return printed == text or (exact and words <= _OF_A_DAY)


def _leads(action: Action) -> str:
    unknown = is_to_be_confirmed(action.leads_text)
    return "; ".join(action.leads) or ("TBC" if unknown else NONE_NAMED)


def _partners(action: Action) -> str:
    unknown = is_to_be_confirmed(action.partners_text)
    return "TBC" if unknown else "; ".join(action.partners)


def _names(edition: Edition) -> Iterator[tuple[str, ...]]:
    leads = {name for each in edition.actions for name in each.leads}
    printed: dict[str, list[str]] = {}
    for name in edition.printed_names:
        printed.setdefault(as_seen(edition.name_of(name)), []).append(name)
    for spellings in printed.values():
        first = edition.name_of(spellings[0])
        others = [name for name in spellings if name != first]
        kind = COUNCIL_TEAM if leads & {first, *others} else NOT_KNOWN
        note = f"also printed as {' and '.join(others)}" if others else ""
        yield first, kind, "; ".join(others), note


def _table(header: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")
