"""The plan that the dashboard serves: its files read once for each state they are in."""

import logging
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from threading import Condition
from typing import NamedTuple

from cachetools import LRUCache, cached

from netzero.analysis.wording import count_of
from netzero.plan import Plan, PlanError, PlanFiles, read_plan
from netzero.plan.columns import FILES
from netzero.plan.files import DATA
from netzero.plan.intake.edition import Edition, read_edition, summary
from netzero.plan.intake.sources import content_of
from netzero.plan.intake.words import as_sentences
from netzero.plan.intake.writing import plan_files
from netzero.plan.losses import Loss, losses_between

FOLDER, SOURCE = "NETZERO_DATA", "NETZERO_PLAN"
_Stamp = tuple[int, int] | None


@dataclass(frozen=True)
class Reading:
    """The plan that could be read last, if any, and what is wrong with the files as they stand.

    ``faults`` are sentences; there are none where the plan is that of the files. ``losses`` are
    what it does not hold any more, against the fullest that was read since the server started.
    """

    plan: Plan | None
    faults: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


class _Kept(NamedTuple):
    """The last good plan, the fullest before it, and what it lost against that."""

    plan: Plan
    fullest: Plan
    losses: tuple[Loss, ...]


_last_good: dict[Path, _Kept] = {}


def served_path() -> Path:
    """Return where the plan stands: a file of any council in ``NETZERO_PLAN``, or a folder.

    That of the plan files is ``NETZERO_DATA``, or the project's ``data``.
    """
    return Path(os.environ.get(SOURCE) or os.environ.get(FOLDER) or DATA)


def served_folder() -> Path:
    """Return the folder of the served plan, beside which its editions stand."""
    return served_path().parent if os.environ.get(SOURCE) else served_path()


def read_served_plan() -> Reading:
    """Return the plan that is served, or the last good one with the faults. Never raises."""
    return _reading_of(served_path(), imported=bool(os.environ.get(SOURCE)))


def read_plan_in(folder: Path, *, edition: str) -> Reading:
    """Return the plan of a folder of plan files, as ``read_served_plan`` does the served one.

    ``edition`` is what the plan is to say of which one it is.
    """
    return _reading_of(folder, imported=False, edition=edition)


def _reading_of(folder: Path, *, imported: bool, edition: str = "") -> Reading:
    files = [folder] if imported else _files_in(folder)
    try:
        plan = _plan_or_error_of(
            folder, tuple(map(_stamp, files)), imported=imported, edition=edition
        )
        if isinstance(plan, Exception):
            raise plan
    except Exception as error:  # whatever is wrong, the last good plan stays on the screen
        kept = _last_good.get(folder)
        return Reading(kept and kept.plan, _sentences(error), kept.losses if kept else ())
    kept = _note_good_plan(plan, folder)
    return Reading(plan, losses=kept.losses)


def _note_good_plan(plan: Plan, folder: Path) -> _Kept:
    """Keep a plan as the last good one of a folder; its losses are found once."""
    kept = _last_good.get(folder)
    if kept is None or kept.plan is not plan:
        fullest = kept.fullest if kept else plan
        losses = losses_between(fullest, plan)
        kept = _Kept(plan, fullest if losses else plan, losses)
        _last_good[folder] = kept
    return kept


@cached(LRUCache(8), condition=Condition())
def _plan_or_error_of(
    folder: Path, stamps: tuple[_Stamp, ...], *, imported: bool, edition: str
) -> Plan | Exception:
    """Read the files of a folder, or one file, again whenever one of them has another stamp."""
    if imported:
        return _imported(folder)
    plan = _plan_or_error(PlanFiles.of(folder))
    return replace(plan, edition=edition) if edition and isinstance(plan, Plan) else plan


def _imported(path: Path) -> Plan | Exception:
    """Return the plan of any council's file, or what is wrong with it."""
    try:
        edition = read_edition(content_of(path), file=path.name)
        return plan_of(edition, file=path.name)
    except PlanError as error:
        return error


def plan_of(edition: Edition, *, file: str) -> Plan:
    """Return the plan that an edition comes to, with how its file was read and where each stood.

    Raises ``PlanError`` where it comes to none.
    """
    plan = read_plan(plan_files(edition))
    first, *rest = as_sentences(summary(edition)).splitlines()
    ids = plan.actions["action_id"].tolist()
    return replace(
        plan,
        readings=(f"{file}: {first}", *(line.strip() for line in rest)),
        places={
            each: f"{file}, {action.place}"
            for each, action in zip(ids, edition.actions, strict=True)
        },
    )


@cached(LRUCache(8), key=attrgetter("digest"), condition=Condition())
def _plan_or_error(files: PlanFiles) -> Plan | Exception:
    """Return the plan of files, or what is wrong with them, so that neither is found twice."""
    try:
        return read_plan(files)
    except PlanError as error:
        return error
    except MemoryError:  # the only one that may be gone the next time
        raise
    except Exception as error:
        logging.getLogger(__name__).error("The plan files could not be read", exc_info=error)
        return error


def read_at() -> datetime:
    """Return when the newest of the plan files was written."""
    path = served_path()
    stamps = map(_stamp, [path] if os.environ.get(SOURCE) else _files_in(path))
    newest = max((stamp[0] for stamp in stamps if stamp), default=0)
    return datetime.fromtimestamp(newest / 1_000_000_000, tz=UTC)


def _files_in(folder: Path) -> list[Path]:
    return [folder / name for name in FILES]


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:  # reading the file says why
        return None
    return found.st_mtime_ns, found.st_size


def _sentences(error: Exception) -> tuple[str, ...]:
    if isinstance(error, PlanError):
        number = len(error.problems) + error.more
        rest = (f"And {error.more:,} more.",) if error.more else ()
        head = f"{count_of(number, 'fault')} in {error.file or 'the plan'}:"
        return (head, *map(str, error.problems), *rest)
    if isinstance(error, OSError):
        return (f"{Path(error.filename or '').name}: {error.strerror}. Accepted: a readable file.",)
    return ("The reader itself failed on these files; what happened stands in the server's log.",)
