"""A scenario: the plan with a few moves that a reader tries. No file is ever written.

In a text, moves are separated by commas, and the parts of a move by colons:
``E4:end:2027-06,E5:lead:Growth Service; Planning,T9:drop``. A comma, a colon or a tilde that
belongs to an id or a name has a tilde before it: ``Roads~, paths:end:2027-06``.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Condition

import numpy as np
import pandas as pd
from cachetools import LRUCache, cached

from netzero.plan.columns import FRAMES, check_frame, declared_frame, names_of
from netzero.plan.dates import DATED
from netzero.plan.faults import shown
from netzero.plan.model import DROP, END, LEAD, START, Move, Plan
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    month_label,
    month_number,
    read_month,
)
from netzero.plan.notes import plan_notes
from netzero.plan.organisations import INTERNAL_KINDS, spellings
from netzero.plan.provenance import printed_years
from netzero.plan.reading import years_of
from netzero.plan.tables import distinct

KINDS = (START, END, LEAD, DROP)
MOST_MOVES, LONGEST_TEXT = 100, 4_000
KEPT = 16  # scenarios whose plans are kept for all readers
DATES = (START, END)
BETWEEN_NAMES = "; "
IN_PLAN = " in the plan)"
_BETWEEN_MOVES, _BETWEEN_PARTS, _ESCAPE = ",", ":", "~"
_FORM = "a move reads as E4:end:2027-06 does"

Refused = tuple[Move, str]
"""A move that makes no sense of a plan, and why: to follow the move and a colon."""


def read_moves(text: str, plan: Plan) -> tuple[tuple[Move, ...], tuple[str, ...]]:
    """Return the moves that a text holds and ``plan`` can take, in order, and a sentence a fault.

    What is hostile, stale, doubled, unknown or without effect is left out and said. Names come
    back as the plan counts them. At most ``LONGEST_TEXT`` characters and ``MOST_MOVES`` moves are
    read at all.
    """
    read, faults = parsed(text)
    kept, refused = accepted(read, plan)
    return kept, (*faults, *(_left_out(_written(move), why) for move, why in refused))


def parsed(text: str) -> tuple[tuple[Move, ...], tuple[str, ...]]:
    """Return the moves that a text holds, whatever the plan, and a sentence for what is none."""
    if len(text) > LONGEST_TEXT:
        return (), (
            f"The scenario in the link is longer than {LONGEST_TEXT:,} characters: left out.",
        )
    pieces = [piece for piece in _split(text, _BETWEEN_MOVES) if piece.strip()]
    sentences = []
    if len(pieces) > MOST_MOVES:
        more = len(pieces) - MOST_MOVES
        sentences.append(f"A scenario holds at most {MOST_MOVES} moves: {more:,} more left out.")
    read = []
    for piece in pieces[:MOST_MOVES]:
        parts = [_plain(part).strip() for part in _split(piece, _BETWEEN_PARTS)]
        if 2 <= len(parts) <= 3:
            read.append(Move(*parts))
        else:
            sentences.append(_left_out(piece, _FORM))
    return tuple(read), tuple(sentences)


def fits_link(moves: Sequence[Move]) -> bool:
    """Return whether moves come back from the text that is made of them."""
    return len(moves) <= MOST_MOVES and len(written(moves)) <= LONGEST_TEXT


def written(moves: Iterable[Move]) -> str:
    """Return moves as the text that ``read_moves`` reads."""
    return _BETWEEN_MOVES.join(map(_written, moves))


def with_moves(moves: Sequence[Move], more: Sequence[Move]) -> tuple[Move, ...]:
    """Return moves with others after them, which stand in for those of the same thing.

    An action that is dropped has no other move, and one that is moved is dropped no more.
    """
    kept = list(moves)
    for move in more:
        whole = move.what == DROP
        kept = [
            each
            for each in kept
            if each.action != move.action or not (whole or each.what in (move.what, DROP))
        ]
        kept.append(move)
    return tuple(kept)


def moved(plan: Plan, moves: Iterable[Move]) -> Plan:
    """Return the plan under moves, the same one to all who ask for the same; ``plan`` stays.

    Moves that make no sense of it are left out as ``read_moves`` leaves them out; without any, the
    plan itself comes back. Moves on a scenario go on from it. In ``actions``, the published cells
    of what was moved say both (``Jun 2027 (Mar-27 in the plan)``), as do ``leads``; what is dropped
    is gone, and places are counted anew. The other frames follow; ``digest`` is its own.
    """
    kept, _ = accepted(with_moves(plan.scenario, tuple(moves)), plan.printed)
    return _moved(plan.printed, kept) if kept else plan.printed


def accepted(moves: Sequence[Move], plan: Plan) -> tuple[tuple[Move, ...], list[Refused]]:
    """Return the moves that make sense of a plan, in order, and each other one with the reason."""
    refused: list[Refused] = []
    kept: list[Move] = []
    for move in moves:
        settled, why = _settled(move, plan)
        if why:
            refused.append((move, why))
        else:
            kept.append(settled)
    for rule in (_doubled, _of_dropped, _backwards, _last_one):
        faults = rule(kept, plan)
        refused += [(kept[place], why) for place, why in faults.items()]
        kept = [move for place, move in enumerate(kept) if place not in faults]
    return tuple(kept), refused


def _settled(move: Move, plan: Plan) -> tuple[Move, str]:
    """Return a move as the plan counts names, and why it makes no sense by itself, if so."""
    place = places_of(plan).get(move.action)
    if place is None:
        return move, f"this plan has no action {shown(move.action)}"
    if move.what not in KINDS:
        return move, f"{shown(move.what)} is none of {', '.join(KINDS)}"
    if move.what == DROP:
        return move, "a drop takes nothing after it" if move.to else ""
    if move.what == LEAD:
        return _settled_leads(move, plan)
    try:
        month = read_month(move.to)
    except ValueError:
        years = f"{EARLIEST_YEAR} to {LATEST_YEAR}"
        return move, f"{shown(move.to)} is not a month such as 2027-06, from {years}"
    return move, "that is what the plan says" if _says(plan, move.what, place, month) else ""


def _says(plan: Plan, what: str, place: int, month: pd.Period) -> bool:
    """Return whether a plan says just this month: a year that it ends with is less exact."""
    edges = ("first", "start_latest") if what == START else ("end_earliest", "last")
    number = month_number(month)
    return all(plan.actions[name].array[place] == number for name in edges)


def _settled_leads(move: Move, plan: Plan) -> tuple[Move, str]:
    known = _teams(plan)
    unknown = [name for name in move.leads if name not in known]
    if not move.leads:
        return move, "a lead is a team of the plan"
    if unknown:
        return move, f"this plan has no team {shown(unknown[0])}"
    leads = tuple(dict.fromkeys(team for name in move.leads for team in known[name]))
    settled = replace(move, to=BETWEEN_NAMES.join(leads))
    named = plan.assignments
    printed = named.loc[named["action_id"].eq(move.action), "lead"]
    return settled, "that is what the plan says" if set(leads) == set(printed) else ""


def _doubled(moves: Sequence[Move], plan: Plan) -> dict[int, str]:
    last = {(move.action, move.what): place for place, move in enumerate(moves)}
    return {
        place: f"a later move has the {'same' if move == moves[then] else move.what} again"
        for place, move in enumerate(moves)
        if (then := last[move.action, move.what]) != place
    }


def _of_dropped(moves: Sequence[Move], plan: Plan) -> dict[int, str]:
    dropped = {move.action for move in moves if move.what == DROP}
    return {
        place: f"another move drops {move.action}"
        for place, move in enumerate(moves)
        if move.what != DROP and move.action in dropped
    }


def _backwards(moves: Sequence[Move], plan: Plan) -> dict[int, str]:
    """Return the moves after which an action would end before it starts: the last of each.

    A move that makes sense by itself stays where the other does not.
    """
    spans: dict[str, dict[str, int]] = {}
    for place, move in enumerate(moves):
        if move.what in DATES:
            spans.setdefault(move.action, {})[move.what] = place
    found: dict[int, str] = {}
    for action, by_what in spans.items():
        for place in sorted(by_what.values(), reverse=True):
            if _ends_first(plan, action, [moves[at] for at in by_what.values() if at not in found]):
                found[place] = f"{action} would end before it starts"
        kept = [moves[at] for at in by_what.values() if at not in found]
        for place in sorted(at for at in by_what.values() if at in found):
            if not _ends_first(plan, action, [*kept, moves[place]]):
                kept.append(moves[place])
                del found[place]
    return found


def _ends_first(plan: Plan, action: str, moves: Sequence[Move]) -> bool:
    place = places_of(plan)[action]
    first, last = (float(plan.actions[name].array[place]) for name in ("first", "last"))
    for move in moves:
        if move.what == START:
            first = month_number(move.month)
        else:
            last = month_number(move.month)
    return last < first


def _last_one(moves: Sequence[Move], plan: Plan) -> dict[int, str]:
    dropped = [place for place, move in enumerate(moves) if move.what == DROP]
    if len(dropped) < len(plan.actions):
        return {}
    return {dropped[-1]: "a scenario keeps at least one action"}


@cached(LRUCache(KEPT), condition=Condition())
def _moved(plan: Plan, moves: tuple[Move, ...]) -> Plan:
    actions = plan.actions
    for column in DATES:
        actions = _with_dates(actions, [move for move in moves if move.what == column], column)
    led = {move.action: move.leads for move in moves if move.what == LEAD}
    actions, assignments = _with_leads(actions, plan, led)
    partnerships = plan.partnerships
    notes = _notes(plan, actions, assignments, moves)
    gone = {move.action for move in moves if move.what == DROP}
    if gone:
        stays = ~actions["action_id"].isin(gone).to_numpy()
        actions = actions[stays].reset_index(drop=True)
        assignments, partnerships = (_of(each, stays) for each in (assignments, partnerships))
        notes = notes[~notes["action_id"].isin(gone)].reset_index(drop=True)
    scenario = replace(
        plan,
        actions=actions,
        assignments=assignments,
        partnerships=partnerships,
        notes=notes,
        delivery_years=printed_years(distinct(plan.actions["plan"]), plan.provenance)
        or years_of(actions),
        digest=hashlib.sha256(f"{plan.digest}|{written(moves)}".encode()).hexdigest(),
        scenario=moves,
        before=plan,
    )
    for name in FRAMES:
        check_frame(getattr(scenario, name), name=name)
    return scenario


def _with_dates(actions: pd.DataFrame, moves: Sequence[Move], column: str) -> pd.DataFrame:
    """Return the actions with starts, or ends, moved: the month, its kind, its number, its text."""
    if not moves:
        return actions
    at = _places(actions, moves)
    months = [move.month for move in moves]
    said = f"{column}_published"
    texts = [
        f"{month_label(month)} ({text or 'not given'}{IN_PLAN}"
        for month, text in zip(months, actions[said].array[at], strict=True)
    ]
    # Another month is one month: its number is at both edges of what it may mean.
    numbers = [float(month_number(month)) for month in months]
    edges = ("first", "start_latest") if column == START else ("last", "end_earliest")
    put = {
        column: pd.array(months, dtype="period[M]"),
        f"{column}_kind": DATED,
        f"{column}_span": list(map(str, months)),
        **dict.fromkeys(edges, numbers),
        said: texts,
    }
    return actions.assign(**{name: _put(actions[name], at, cells) for name, cells in put.items()})


def _with_leads(
    actions: pd.DataFrame, plan: Plan, led: dict[str, tuple[str, ...]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the actions and their assignments with other leads, under the ids in ``led``."""
    if not led:
        return actions, plan.assignments
    places = [places_of(plan)[action] for action in led]
    at = np.array(places)
    texts = [
        f"{BETWEEN_NAMES.join(leads)} ({printed}{IN_PLAN}"
        for leads, printed in zip(led.values(), actions["leads"].array[at], strict=True)
    ]
    rows = [
        (place, action, lead, lead, len(leads) > 1)
        for place, (action, leads) in zip(places, led.items(), strict=True)
        for lead in leads
    ]
    names = names_of(FRAMES["assignments"])
    new = declared_frame("assignments", pd.DataFrame(rows, columns=names))
    others = plan.assignments[~plan.assignments["action"].isin(places)]
    named = pd.concat([others, new]).sort_values("action", kind="stable", ignore_index=True)
    return actions.assign(leads=_put(actions["leads"], at, texts)), named


def _notes(
    plan: Plan, actions: pd.DataFrame, assignments: pd.DataFrame, moves: Sequence[Move]
) -> pd.DataFrame:
    """Return the notes on the data; those that follow from dates and leads follow the moves.

    What was remarked on the printed cells stays, as they still say what was printed.
    """
    ids = {move.action for move in moves if move.what != DROP}
    if not ids:
        return plan.notes
    years = printed_years(distinct(plan.actions["plan"]), plan.provenance)
    old, new = (
        _derived(ids, frame, named, plan, years)
        for frame, named in ((plan.actions, plan.assignments), (actions, assignments))
    )
    touched = plan.notes["action_id"].isin(ids)
    known = _rows(plan.notes[touched])
    own = [row for row in known if row not in old]
    own += [row for row in new if row not in old or row in known]
    names = names_of(FRAMES["notes"])
    notes = pd.concat(
        [plan.notes[~touched], declared_frame("notes", pd.DataFrame(own, columns=names))]
    )
    return notes.sort_values("row", kind="stable", ignore_index=True)


def _derived(
    ids: set[str],
    actions: pd.DataFrame,
    assignments: pd.DataFrame,
    plan: Plan,
    years: Sequence[str],
) -> list[tuple[int, str, str, str]]:
    """Return the notes that follow from the cells of the actions with these ids alone."""
    chosen = actions["action_id"].isin(ids).to_numpy()
    notes = plan_notes(
        actions[chosen].reset_index(drop=True),
        _of(assignments, chosen),
        _of(plan.partnerships, chosen),
        plan.organisations,
        remarks=(),
        years=years,
    )
    return _rows(notes)


def _rows(notes: pd.DataFrame) -> list[tuple[int, str, str, str]]:
    found: list[tuple[int, str, str, str]] = list(notes.itertuples(index=False, name=None))
    return found


def _of(named: pd.DataFrame, stays: np.ndarray) -> pd.DataFrame:
    """Return who is named in the actions that stay, whose places are counted anew."""
    places = np.cumsum(stays) - 1
    kept = named[stays[named["action"].to_numpy()]].reset_index(drop=True)
    return kept.assign(action=places[kept["action"].to_numpy()])


def _put(column: pd.Series, at: np.ndarray, cells: object) -> pd.Series:
    """Return a column with other cells at places."""
    changed = column.copy()
    changed.array[at] = cells
    return changed


def _places(actions: pd.DataFrame, moves: Sequence[Move]) -> np.ndarray:
    index = pd.Index(actions["action_id"])
    return np.asarray(index.get_indexer([move.action for move in moves]))


def said_apart(cell: str) -> tuple[str, str]:
    """Return what a published cell of a scenario says now, and what it adds of the plan, if so.

    >>> said_apart("Planning (Roads (East) in the plan)"), said_apart("Roads (East)")
    (('Planning', ' (Roads (East) in the plan)'), ('Roads (East)', ''))
    """
    if not cell.endswith(IN_PLAN):
        return cell, ""
    depth = 0
    for place in range(len(cell) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(cell[place], 0)
        if not depth:
            return cell[: place - 1], cell[place - 1 :]
    return cell, ""


def briefly(cell: str) -> str:
    """Return a published cell of a scenario in fewer words, for a picture.

    >>> briefly("Jun 2027 (Mar-27 in the plan)"), briefly("Mar-27")
    ('Jun 2027 (was Mar-27)', 'Mar-27')
    """
    now, printed = said_apart(cell)
    return f"{now} (was {printed[2 : -len(IN_PLAN)]})" if printed else cell


@lru_cache(maxsize=8)
def places_of(plan: Plan) -> dict[str, int]:
    """Return the place of each action in ``Plan.actions``, by its id."""
    return {action: place for place, action in enumerate(plan.actions["action_id"].tolist())}


@lru_cache(maxsize=8)
def _teams(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Return each accepted spelling of a team: who leads an action, or is a team of the council."""
    known = plan.organisations
    teams = {*plan.assignments["lead"], *known.loc[known["kind"].isin(INTERNAL_KINDS), "name"]}
    return {
        spelling: names
        for spelling, names in spellings(known).items()
        if all(name in teams for name in names)
    }


def teams_of(plan: Plan) -> list[str]:
    """Return the teams that may lead an action of a plan, by letter."""
    return sorted({name for names in _teams(plan).values() for name in names})


def _left_out(move: str, why: str) -> str:
    return f"Left out of the scenario, {shown(move)}: {why}."


def _written(move: Move) -> str:
    parts = (move.action, move.what, move.to) if move.to else (move.action, move.what)
    return _BETWEEN_PARTS.join(map(_escaped, parts))


def _escaped(part: str) -> str:
    signs = (_ESCAPE, _BETWEEN_MOVES, _BETWEEN_PARTS)
    return "".join(f"{_ESCAPE}{letter}" if letter in signs else letter for letter in part)


def _plain(part: str) -> str:
    """Return a part of a move without its escapes; a tilde at its very end stands for itself."""
    letters: list[str] = []
    rest: Iterator[str] = iter(part)
    for letter in rest:
        letters.append(next(rest, letter) if letter == _ESCAPE else letter)
    return "".join(letters)


def _split(text: str, sign: str) -> list[str]:
    """Return what stands between signs that have no escape before them; escapes stay."""
    parts = [""]
    escaped = False
    for letter in text:
        if letter == sign and not escaped:
            parts.append("")
        else:
            parts[-1] += letter
        escaped = letter == _ESCAPE and not escaped
    return parts
