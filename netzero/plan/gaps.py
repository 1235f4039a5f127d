"""Signs that a plan is not whole, for whoever reads its files for the first time.

A file that was cut at a row has no fault, but the other files still speak of what it held.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from netzero.plan.files import ACTIONS_CSV, NOTES_CSV, ORGANISATIONS_CSV, PLANS_CSV, PlanFiles
from netzero.plan.losses import Loss
from netzero.plan.notes import Remark
from netzero.plan.tables import distinct

MOST_IN_EXCEL = 32_767
_TEXTS = ("action", "leads", "partners")


def plan_gaps(
    files: PlanFiles,
    actions: pd.DataFrame,
    *,
    names: Sequence[str],
    named: set[str],
    tables: Sequence[str],
    remarks: Sequence[Remark],
) -> tuple[str, ...]:
    """Return a sentence for each sign that something is missing; none where all fits together.

    ``names`` are those reviewed and ``named`` those that actions name, ``tables`` the published
    ones, ``remarks`` those written by hand.
    """
    ids, plans = set(actions["action_id"].tolist()), set(distinct(actions["plan"]))
    unheard = {
        f"Tables that {PLANS_CSV} lists and {ACTIONS_CSV} holds no action of": [
            table for table in tables if table not in plans
        ],
        f"Names that {ORGANISATIONS_CSV} lists and no action names": [
            name for name in names if name not in named
        ],
        f"Actions that {NOTES_CSV} has remarks on and {ACTIONS_CSV} does not hold": list(
            dict.fromkeys(each.action_id for each in remarks if each.action_id not in ids)
        ),
    }
    loose = [str(Loss(what, tuple(found))) for what, found in unheard.items() if found]
    return (*loose, *_missing_files(files), *_cut_short(files.actions, actions))


def _missing_files(files: PlanFiles) -> Iterator[str]:
    for file, content in ((NOTES_CSV, files.notes), (PLANS_CSV, files.plans)):
        if content is None:
            yield f"There is no {file}."


def _cut_short(content: bytes, actions: pd.DataFrame) -> Iterator[str]:
    if not content.endswith((b"\n", b"\r")):
        yield f"{ACTIONS_CSV} does not end with a line break: its last row may be cut off."
    for column in _TEXTS:
        # A sign beyond the first 65,536 counts as two in Excel.
        long = actions.loc[actions[column].str.len().ge(MOST_IN_EXCEL // 2), ["row", column]]
        for row, text in long.itertuples(index=False):
            if len(text.encode("utf-16-le")) == 2 * MOST_IN_EXCEL:
                yield (
                    f"Row {row}, {column} holds {MOST_IN_EXCEL:,} characters, the most that Excel "
                    "keeps: its end may be cut off."
                )
