"""From the files of a plan to one checked ``Plan``. Nothing here touches the disk."""

import hashlib
from collections.abc import Mapping
from math import inf

import numpy as np
import pandas as pd

from netzero.plan.checking import plan_faults
from netzero.plan.columns import ACTIONS_FILE, FRAMES, check_frame, declared_frame, names_of
from netzero.plan.dates import (
    NOT_GIVEN,
    TO_BE_CONFIRMED,
    are_to_be_confirmed,
    names_nobody,
)
from netzero.plan.faults import raise_any, refuse_file
from netzero.plan.files import ACTIONS_CSV, PlanFiles
from netzero.plan.gaps import plan_gaps
from netzero.plan.model import NO_HEADING, Plan, opening_words
from netzero.plan.months import month_from_number, years_between
from netzero.plan.notes import plan_notes, read_remarks
from netzero.plan.organisations import (
    INTERNAL_KINDS,
    Spellings,
    names_in,
    read_organisations,
    spellings,
)
from netzero.plan.plan_dates import read_plan_dates
from netzero.plan.provenance import accent_of, printed_years, read_provenance
from netzero.plan.tables import distinct, read_text_table


def read_plan(files: PlanFiles) -> Plan:
    """Return the plan that stands in ``files``, its names decided by the reviewed list.

    Raises ``PlanError`` for the first file with faults: its name, and each fault with its row,
    column, value and what is accepted.
    """
    organisations = read_organisations(files.organisations)
    known = spellings(organisations)
    actions = _read_actions(files.actions, known)
    kinds = dict(zip(organisations["name"], organisations["kind"], strict=True))
    assignments = _named(actions, known, kinds, column="leads", name="lead")
    partnerships = _named(actions, known, kinds, column="partners", name="partner")
    named = (
        actions,
        declared_frame("assignments", assignments),
        declared_frame("partnerships", partnerships),
        organisations,
    )
    provenance = read_provenance(files.plans)
    years = printed_years(distinct(actions["plan"]), provenance)
    remarks = read_remarks(files.notes)
    plan = Plan(
        *named,
        notes=plan_notes(*named, remarks=remarks, years=years),
        provenance=provenance,
        delivery_years=years or years_of(actions),
        accent=accent_of(files.plans),
        digest=hashlib.sha256(files.actions).hexdigest(),
        gaps=plan_gaps(
            files,
            actions,
            names=organisations["name"].tolist(),
            named={*distinct(assignments["lead"]), *distinct(partnerships["partner"])},
            tables=provenance["plan"].tolist(),
            remarks=remarks,
        ),
    )
    for name in FRAMES:
        check_frame(getattr(plan, name), name=name)
    return plan


def _read_actions(content: bytes, known: Spellings) -> pd.DataFrame:
    text = read_text_table(content, file=ACTIONS_CSV, columns=names_of(ACTIONS_FILE))
    if text.empty:
        refuse_file("holds no actions", "one row an action", file=ACTIONS_CSV)
    start = read_plan_dates(text["start"], ongoing=-inf)
    end = read_plan_dates(text["end"], ongoing=inf)
    raise_any(plan_faults(text, dates={"start": start, "end": end}, known=known), file=ACTIONS_CSV)
    spans = text.rename(columns={"start": "start_published", "end": "end_published"}).assign(
        start=start["month"], start_kind=start["kind"], start_span=start["span"],
        first=start["bound"], start_latest=start["other"],
        end=end["month"], end_kind=end["kind"], end_span=end["span"],
        last=end["bound"], end_earliest=end["other"],
    )  # fmt: skip
    return declared_frame("actions", _filled_in(spans).reset_index())


def _filled_in(text: pd.DataFrame) -> pd.DataFrame:
    """Return the actions with what stands in for a heading or a title that is not given."""
    untitled = text["title"].eq("")
    stand_in = text.loc[untitled, "action"].map(opening_words)
    tbc = are_to_be_confirmed(text["partners"])
    kinds = np.select([text["partners"].eq(""), tbc], [NOT_GIVEN, TO_BE_CONFIRMED], "named")
    return text.assign(
        theme=text["theme"].mask(text["theme"].eq(""), NO_HEADING),
        title=text["title"].mask(untitled, stand_in),
        partners_kind=kinds,
    )


def _named(
    actions: pd.DataFrame, known: Spellings, kinds: Mapping[str, str], *, column: str, name: str
) -> pd.DataFrame:
    """Return the organisations that a column names, each once an action, under ``name``.

    Columns: action, action_id, ``name``, published, kind, internal and joint.
    """
    # A plan has few distinct cells of names and may have many rows: each cell is read once.
    cell, texts = pd.factorize(actions[column])
    rows = [
        (place, organisation, published, kinds[organisation])
        for place, text in enumerate(texts.tolist())
        for organisation, published in _organisations_in(text, known).items()
    ]
    distinct_cells = pd.DataFrame(rows, columns=["cell", name, "published", "kind"])
    given = pd.DataFrame({"action": actions.index, "action_id": actions["action_id"], "cell": cell})
    named = given.merge(distinct_cells.astype({"cell": "int64"}), on="cell")
    return named.assign(
        internal=named["kind"].isin(INTERNAL_KINDS),
        joint=named["action"].duplicated(keep=False),
    )


def _organisations_in(cell: str, known: Spellings) -> dict[str, str]:
    """Return the organisations of a cell, each with the spelling it is first printed in."""
    if names_nobody(cell):
        return {}
    found: dict[str, str] = {}
    for published in names_in(cell):
        for name in known[published]:
            found.setdefault(name, published)
    return found


def years_of(actions: pd.DataFrame) -> tuple[str, ...]:
    """Return the delivery years that the dates of actions span."""
    numbers = pd.concat([actions["first"], actions["last"]])
    numbers = numbers[np.isfinite(numbers)]
    if numbers.empty:
        return ()
    return years_between(month_from_number(numbers.min()), month_from_number(numbers.max()))
