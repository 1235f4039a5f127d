"""An edition as the files of a plan: its actions as printed, and the names that they hold."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from netzero.plan.columns import ACTIONS_FILE, ORGANISATIONS_FILE, names_of
from netzero.plan.dates import is_to_be_confirmed
from netzero.plan.files import ACTIONS_CSV, ORGANISATIONS_CSV
from netzero.plan.intake.edition import Action, Edition
from netzero.plan.organisations import COUNCIL_TEAM, NOT_KNOWN
from netzero.plan.twins import as_seen


def plan_files(edition: Edition) -> dict[str, str]:
    """Return the contents of actions.csv and organisations.csv by their names.

    Every printed name stands for itself, but for those that differ only in case or in signs that
    cannot be seen. Names that lead are council teams; what others are is not known. An id that
    stands in two plans, or twice, has a number after it. Starts and ends stay as printed.
    """
    return {
        ACTIONS_CSV: _table(names_of(ACTIONS_FILE), _rows(edition.actions)),
        ORGANISATIONS_CSV: _table(names_of(ORGANISATIONS_FILE), _names(edition.actions)),
    }


def _rows(actions: Sequence[Action]) -> Iterable[Sequence[str]]:
    used: Counter[str] = Counter()
    for each in actions:
        used[each.action_id] += 1
        again = f" ({used[each.action_id]})" if used[each.action_id] > 1 else ""
        yield (
            f"{each.action_id}{again}", each.plan, each.theme, each.title, each.action,
            "; ".join(each.leads) or "TBC", _partners(each),
            each.start_text, each.end_text,
        )  # fmt: skip


def _partners(action: Action) -> str:
    unknown = is_to_be_confirmed(action.partners_text)
    return "TBC" if unknown else "; ".join(action.partners)


def _names(actions: Sequence[Action]) -> Iterable[Sequence[str]]:
    leads = dict.fromkeys(name for each in actions for name in each.leads)
    partners = dict.fromkeys(name for each in actions for name in each.partners)
    printed: dict[str, list[str]] = {}
    for name in {**leads, **partners}:
        printed.setdefault(as_seen(name), []).append(name)
    for first, *others in printed.values():
        kind = COUNCIL_TEAM if leads.keys() & {first, *others} else NOT_KNOWN
        note = f"also printed as {' and '.join(others)}" if others else ""
        yield first, kind, "; ".join(others), note


def _table(header: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue()
