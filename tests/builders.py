"""Small plans that a reader can count by hand, and what tests of frames and figures share."""

import csv
import functools
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from netzero.plan import Plan, PlanFiles, read_plan
from netzero.plan.columns import ACTIONS_FILE, ORGANISATIONS_FILE, names_of
from netzero.plan.files import DATA

FIELDS = ("action_id", "leads", "partners", "start", "end", "theme", "plan")


def month(text: str) -> pd.Period:
    return pd.Period(text, freq="M")


def months(*texts: str) -> list[pd.Period]:
    return [month(text) for text in texts]


@functools.cache
def real_plan() -> Plan:
    """Return the committed plan. Frames are shared: copy before changing."""
    return read_plan(PlanFiles.of(DATA))


def small_plan(*rows: str) -> Plan:
    """Return the plan of rows such as ``A1 | Red Team; Blue Team | Schools | Apr-25 | Mar-26``.

    Theme and plan may follow. Each name stands for itself: leads, and names that end in "Team",
    are council teams; the rest are "public".
    """
    return read_plan(plan_files(*rows))


def plan_files(*rows: str) -> PlanFiles:
    """Return the files of the same rows, without notes.csv and plans.csv."""
    records = [written(row) for row in rows]
    cells = [list(record.values()) for record in records]
    return PlanFiles(
        actions=as_csv(names_of(ACTIONS_FILE), cells), organisations=_organisations(records)
    )


def written(row: str) -> dict[str, str]:
    """Return the cells of a plan file for a row in short."""
    given = dict(zip(FIELDS, (cell.strip() for cell in row.split("|")), strict=False))
    cells = {"plan": "The plan", "theme": "The theme", **given}
    action = f"Do {cells['action_id']}"
    return {column: cells.get(column, action) for column in names_of(ACTIONS_FILE)}


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the bytes of a CSV file."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    path.write_bytes(as_csv(header, rows))
    return path


def _organisations(records: list[dict[str, str]]) -> bytes:
    def named(column: str) -> list[str]:
        cells = [record[column] for record in records if record[column] != "TBC"]
        return [name.strip() for cell in cells for name in cell.split(";") if name.strip()]

    leads = named("leads")
    every = dict.fromkeys([*leads, *named("partners")])
    kinds = ["council team" if n in leads or n.endswith("Team") else "public" for n in every]
    rows = [[name, kind, "", ""] for name, kind in zip(every, kinds, strict=True)]
    return as_csv(names_of(ORGANISATIONS_FILE), rows)


@contextmanager
def left_alone(*frames: pd.DataFrame | pd.Series) -> Iterator[None]:
    """Fail where the block changes one of the frames."""
    before = [frame.copy(deep=True) for frame in frames]
    yield
    for frame, copy in zip(frames, before, strict=True):
        check = pd.testing.assert_frame_equal
        if isinstance(frame, pd.Series):
            check = pd.testing.assert_series_equal
        check(frame, copy)


def records(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    """Return the rows of a frame as plain tuples, of the named columns or of all."""
    chosen = frame[list(columns)] if columns else frame
    return list(chosen.itertuples(index=False, name=None))
