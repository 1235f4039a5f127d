"""One reading of a council's file: its actions as understood, and all that was decided."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from netzero.plan.dates import DATED, ONGOING
from netzero.plan.faults import PlanError, refuse_file
from netzero.plan.intake.doubles import MOST_NAMES, MOST_PAIRS, likely_doubles
from netzero.plan.intake.findings import NOTE, SET_ASIDE, STOPS, Finding
from netzero.plan.intake.grids import Grid
from netzero.plan.intake.headings import (
    ACTION,
    ACTION_ID,
    END,
    LEADS,
    PARTNERS,
    PLAN,
    START,
    THEME,
    TIMESCALE,
    TITLE,
    Found,
)
from netzero.plan.intake.rows import Printed, PrintedAction, all_texts, printed_actions
from netzero.plan.intake.separators import doubts, parted, separator_of, settled
from netzero.plan.intake.sources import OnPart, read_source, untold
from netzero.plan.spans import (
    ACCEPTED,
    UNREADABLE,
    Span,
    read_span,
    read_timescale,
    says_month_first,
)

_NO_NAMES = {"tbc", "tbd", "n/a", "-", "–", "none", "to be confirmed"}
_ID_LETTERS = 6
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Choices:
    """What is not left to guessing: headings by field, separators, days first, a plan's name.

    ``names`` gives for a printed name the one that it is another spelling of; ``publisher`` is who
    published the plan, which no table says.
    """

    columns: Mapping[str, str]
    separators: Mapping[str, str]
    day_first: bool | None = None
    plan: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    publisher: str = ""


NOTHING_CHOSEN = Choices({}, {})


@dataclass(frozen=True)
class Action:
    """One action as it was understood; ``place`` is where its row stood.

    ``partners_text`` and ``leads_text`` are the cells as printed, which may say that they are not
    known yet.
    """

    place: str
    action_id: str
    plan: str
    theme: str
    title: str
    action: str
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    partners_text: str
    leads_text: str
    start_text: str
    end_text: str
    start: Span
    end: Span


@dataclass(frozen=True)
class Edition:
    """What a file holds as a plan. ``rows_read`` are ``actions`` and ``set_aside`` together.

    ``day_first`` says that 03/04/2027 was read as 3 April.
    """

    kind: str
    actions: Sequence[Action]
    rows_read: int
    set_aside: int
    columns: Mapping[str, Found]
    left_out: Sequence[str]
    separators: Mapping[str, str]
    findings: Sequence[Finding]
    notes: Sequence[str]
    names: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = True
    publisher: str = ""

    def name_of(self, printed: str) -> str:
        """Return the name that a printed one is a spelling of: itself, unless it was merged."""
        return self.names.get(printed, printed)

    @property
    def printed_names(self) -> list[str]:
        """The names of leads, then of partners, as printed, each once."""
        leads = [name for each in self.actions for name in each.leads]
        partners = [name for each in self.actions for name in each.partners]
        return list(dict.fromkeys([*leads, *partners]))


def read_edition(
    content: bytes,
    *,
    file: str,
    choices: Choices = NOTHING_CHOSEN,
    on_part: OnPart = untold,
) -> Edition:
    """Return what a file of any council holds as a plan.

    ``on_part`` is told, as it goes on, what share of the file has been read.
    Raises ``PlanError`` where none comes out of it: it cannot be read, no row of it names the
    columns of a plan, or no row beneath holds an action.
    """
    source = read_source(content, file=file, on_part=on_part)
    printed = _printed(source.grids, choices.columns)
    if not printed.columns:
        accepted = "a row of headings such as Action, Lead, Partners, Start and End"
        refuse_file("has no row that names its columns", accepted, file=file)
    whole = [action for action in printed.actions if not _why_not(action)]
    if not whole:
        refuse_file("holds no actions", "a row an action under the headings", file=file)
    separators = {
        name: choices.separators.get(name)
        or separator_of([t for t in all_texts(whole, name) if t.lower() not in _NO_NAMES])
        for name in (LEADS, PARTNERS)
    }
    notes = [*source.notes, *printed.notes]
    whole = _with_names_settled(whole, separators, notes)
    findings = [_set_aside(action, why) for action in printed.actions if (why := _why_not(action))]
    set_aside = len(findings)
    if LEADS not in printed.columns:
        notes.append("no column names who leads")
    day_first = _has_day_first(whole) if choices.day_first is None else choices.day_first
    choices = replace(choices, day_first=day_first)
    actions = list(_understood(whole, separators, choices, PurePath(file).stem, findings))
    findings += _of_ids(actions)
    notes += _decided(actions)
    return Edition(
        source.kind, actions, len(printed.actions), set_aside, printed.columns, printed.left_out,
        separators, findings, notes, choices.names, day_first, _line(choices.publisher),
    )  # fmt: skip


def summary(edition: Edition) -> dict[str, object]:
    """Return the counts of an edition, how its columns were taken, and every fault."""
    actions = edition.actions
    printed_names = edition.printed_names
    doubles = likely_doubles(printed_names)
    starts = Counter(each.start.kind for each in actions)
    ends = Counter(each.end.kind for each in actions)
    return {
        "rows_read": edition.rows_read,
        "kept": len(actions),
        "set_aside": edition.set_aside,
        "leads": len({edition.name_of(name) for each in actions for name in each.leads}),
        "assignments": sum(len(set(map(edition.name_of, each.leads))) for each in actions),
        "partners": len({edition.name_of(name) for each in actions for name in each.partners}),
        "dated_starts": starts[DATED],
        "dated_ends": ends[DATED],
        "ongoing_starts": starts[ONGOING],
        "ongoing_ends": ends[ONGOING],
        "states": {"start": dict(starts), "end": dict(ends)},
        "faults": len(edition.findings),
        "mapping": {name: found.heading for name, found in edition.columns.items()},
        "evidence": {name: found.evidence for name, found in edition.columns.items()},
        "left_out": list(edition.left_out),
        "separators": dict(edition.separators),
        "notes": [*edition.notes, *_not_compared(len(printed_names), len(doubles))],
        "likely_doubles": [tuple(pair) for pair in doubles],
        "listed_faults": [finding.as_record() for finding in edition.findings],
    }


def _not_compared(names: int, doubles: int) -> Iterator[str]:
    if doubles == MOST_PAIRS:
        yield f"only the {MOST_PAIRS:,} likest pairs of names are listed as likely doubles"
    if names > MOST_NAMES:
        yield f"only the first {MOST_NAMES:,} of {names:,} names were compared for likely doubles"


def summary_of_none(error: PlanError) -> dict[str, object]:
    """Return the summary of a file that no plan comes of: nothing counted, and why."""
    stops = [
        Finding("no plan", STOPS, "", each.column, each.value, each.fault, each.accepted)
        for each in error.problems
    ]
    none = Edition("", (), 0, 0, {}, (), {}, stops, ())
    return summary(none)


# --- From a printed row to an action


def _printed(grids: Sequence[Grid], wanted: Mapping[str, str]) -> Printed:
    """Return what tables hold; a guessed column of dates in which none stands is left out."""
    printed = printed_actions(grids, wanted=wanted)
    no_dates = [
        name
        for name in (START, END, TIMESCALE)
        if name in printed.columns
        and name not in wanted
        and not any(map(_says_when, all_texts(printed.actions, name)))
        and any(all_texts(printed.actions, name))
    ]
    if not no_dates:
        return printed
    again = printed_actions(grids, wanted={**wanted, **dict.fromkeys(no_dates, "")})
    again.notes += [
        f"no cell under “{printed.columns[name].heading}” is a date: it is not taken for the {name}"
        for name in no_dates
    ]
    return again


def _says_when(text: str) -> bool:
    try:
        return bool(read_timescale(text)[0].kind)
    except ValueError:
        return False


def _with_names_settled(
    printed: Sequence[PrintedAction], separators: Mapping[str, str], notes: list[str]
) -> list[PrintedAction]:
    """Return rows whose cells of names have no break left that may be the width's own."""
    rows = [dict(action.cells) for action in printed]
    for name, separator in separators.items():
        before = [action.text(name) for action in printed]
        by_names = settled(before, separator, by_words=False)
        for place, after in enumerate(settled(before, separator)):
            rows[place] |= {name: after} if name in rows[place] else {}
            told = _told_of_names(before[place], by_names[place], after)
            notes += (f"{printed[place].place}: {words}, as lines part them" for words in told)
    return [replace(action, cells=cells) for action, cells in zip(printed, rows, strict=True)]


def _told_of_names(printed: str, by_names: str, after: str) -> Iterator[str]:
    """Yield which names of a cell may be two, and which were taken apart by their words alone."""
    yield from (f"“{doubt}” may be two names" for doubt in doubts(printed, after))
    together = by_names.split("\n")
    if apart := [f"“{name}”" for name in after.split("\n") if name not in together]:
        yield f"{' and '.join(apart)} were taken apart"


def _why_not(action: PrintedAction) -> str:
    """Return why a row is no action; blank where it is one."""
    words = _words_of(action)
    if not words:
        return "says no action"
    if not _TOTAL.match(words) or any(map(action.text, (ACTION_ID, LEADS, PARTNERS))):
        return ""
    dated = any(text and _says_when(text) for text in map(action.text, (START, END, TIMESCALE)))
    return "" if dated else "is a total"


def _words_of(action: PrintedAction) -> str:
    return action.text(ACTION) or action.text(TITLE)


def _has_day_first(printed: Sequence[PrintedAction]) -> bool:
    dates = [text for name in (START, END, TIMESCALE) for text in all_texts(printed, name)]
    return not says_month_first(dates)


def _understood(
    printed: Sequence[PrintedAction],
    separators: Mapping[str, str],
    choices: Choices,
    stem: str,
    findings: list[Finding],
) -> Iterator[Action]:
    made: Counter[str] = Counter()
    day_first = choices.day_first is not False
    for row in printed:
        texts, spans = _ends(row, day_first, findings)
        leads = _names(row, LEADS, separators, findings)
        action_id = _line(row.text(ACTION_ID)) or _made_id(_words_of(row), made)
        yield Action(
            row.place, action_id, choices.plan or _line(row.text(PLAN)) or stem,
            _line(row.text(THEME)), _line(row.text(TITLE)), _line(_words_of(row)),
            leads, _names(row, PARTNERS, separators, findings), _line(row.text(PARTNERS)),
            _line(row.text(LEADS)), *texts, *spans,
        )  # fmt: skip


def _ends(
    row: PrintedAction, day_first: bool, findings: list[Finding]
) -> tuple[tuple[str, str], tuple[Span, Span]]:
    """Return the texts and the spans of a row's start and end, and note what cannot be read."""
    timescale = row.text(TIMESCALE)
    if timescale and not row.text(START) and not row.text(END):
        try:
            spans = read_timescale(timescale, day_first=day_first)
        except ValueError as error:
            findings.append(_unreadable(row, TIMESCALE, timescale, str(error)))
            spans = Span(UNREADABLE), Span(UNREADABLE)
        return (_line(timescale), _line(timescale)), spans
    start, end = (_span(row, name, day_first, findings) for name in (START, END))
    if start.first and end.last and end.last < start.first:
        fault = f"lies before the start, {_line(row.text(START))}"
        findings.append(
            _note("end before start", row.place, END, row.text(END), fault, "a later end")
        )
    return (_line(row.text(START)), _line(row.text(END))), (start, end)


def _decided(actions: Sequence[Action]) -> Iterator[str]:
    """Yield how dates were read that can be read in two ways: the first of a kind, and a count."""
    told: dict[str, list[str]] = {}
    for action in actions:
        sides = {"start": (action.start_text, action.start), "end": (action.end_text, action.end)}
        for side, (text, span) in sides.items():
            if span.note:
                words = f"{action.place}, {side}: “{text}” was {span.note}"
                told.setdefault(span.precision, []).append(words)
    for words, *more in told.values():
        yield f"{words}, and {len(more):,} more likewise" if more else words


def _span(row: PrintedAction, name: str, day_first: bool, findings: list[Finding]) -> Span:
    text = row.text(name)
    try:
        return read_span(text, day_first=day_first)
    except ValueError as error:
        findings.append(_unreadable(row, name, text, str(error)))
        return Span(UNREADABLE)


def _names(
    row: PrintedAction, column: str, separators: Mapping[str, str], findings: list[Finding]
) -> tuple[str, ...]:
    """Return the names of a cell as printed; none where it says that they are not known yet."""
    cell = row.text(column)
    if cell.lower() in _NO_NAMES:  # a stroke in "N/A" parts nothing
        return ()
    names = tuple(name.replace(";", ",") for name in parted(cell, separators[column]))
    if column == LEADS and not names and LEADS in row.cells:
        findings.append(
            _note("no lead", row.place, LEADS, "", "names no lead", "at least one name")
        )
    return tuple(name for name in names if name.lower() not in _NO_NAMES)


def _made_id(words: str, made: Counter[str]) -> str:
    """Return an id made of the words of an action: the same for the same words."""
    plain = re.sub(r"\W+", " ", words.lower()).strip()
    found = "A-" + hashlib.sha256(plain.encode()).hexdigest()[:_ID_LETTERS]
    made[found] += 1
    return found if made[found] == 1 else f"{found}-{made[found]}"


def _line(text: str) -> str:
    return " ".join(text.split())


# --- Faults


def _note(code: str, place: str, column: str, value: str, fault: str, accepted: str) -> Finding:
    return Finding(code, NOTE, place, column, _line(value), fault, accepted)


def _unreadable(row: PrintedAction, column: str, text: str, reason: str) -> Finding:
    return _note("date", row.place, column, text, reason, ACCEPTED)


def _set_aside(row: PrintedAction, why: str) -> Finding:
    texts = (text for name, text in row.cells.items() if name not in (PLAN, THEME))
    value = " | ".join(_line(text) for text in texts if text)
    accepted = "words under the heading of the action"
    return Finding("no action", SET_ASIDE, row.place, "", value, why, accepted)


def _of_ids(actions: Sequence[Action]) -> list[Finding]:
    """Return a fault for each id that stands twice in one plan; two plans may share ids."""
    seen: dict[tuple[str, str], str] = {}
    found = []
    for action in actions:
        first = seen.setdefault((action.plan, action.action_id), action.place)
        if first != action.place:
            fault = f"stands twice, first in {first}"
            told = action.place, ACTION_ID, action.action_id, fault
            found.append(_note("id twice", *told, "each id once"))
    return found
