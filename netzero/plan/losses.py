"""What the files of a plan have lost since they were read before. A removal may be meant.

Never silent: a file that was cut at a row is as good a plan as any.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from netzero.plan.files import ACTIONS_CSV, ORGANISATIONS_CSV, PLANS_CSV
from netzero.plan.model import NO_HEADING, Plan, opening_words

MOST_NAMED = 24
LONGEST_NAME = 60


@dataclass(frozen=True)
class Loss:
    """What is gone, counted, and the names of it: as text, a sentence of both."""

    what: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the sentence, with the first ``MOST_NAMED`` names and a count of the others.

        >>> str(Loss("2 actions are gone from actions.csv", ("T7", "T8")))
        '2 actions are gone from actions.csv: T7, T8.'
        """
        named = [
            name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
            for name in self.names[:MOST_NAMED]
        ]
        more = len(self.names) - len(named)
        return f"{self.what}: {', '.join(named)}{f' and {more:,} more' if more else ''}."


def losses_between(before: Plan, now: Plan) -> tuple[Loss, ...]:
    """Return what a plan held and a later reading of its files does not.

    Looked at are the actions, the cells of each that are blank now, the published tables and the
    reviewed names. What was changed or added is no loss.
    """
    found = (
        _gone(
            before.actions["action_id"], now.actions["action_id"],
            one=f"action is gone from {ACTIONS_CSV}",
            several=f"actions are gone from {ACTIONS_CSV}",
        ),
        *_blank_now(before.actions, now.actions),
        _gone(
            before.provenance["plan"], now.provenance["plan"],
            one=f"table is gone from {PLANS_CSV}",
            several=f"tables are gone from {PLANS_CSV}",
        ),
        _gone(
            before.organisations["name"], now.organisations["name"],
            one=f"name is gone from {ORGANISATIONS_CSV}",
            several=f"names are gone from {ORGANISATIONS_CSV}",
        ),
    )  # fmt: skip
    return tuple(loss for loss in found if loss.names)


def _gone(before: pd.Series, now: pd.Series, *, one: str, several: str) -> Loss:
    kept = set(now.tolist())
    return _loss((name for name in before.tolist() if name not in kept), one=one, several=several)


def _blank_now(before: pd.DataFrame, now: pd.DataFrame) -> Iterator[Loss]:
    """Yield for each column the actions that gave it and do not any more."""
    gave, give = (actions.set_index("action_id") for actions in (before, now))
    both = gave.index.intersection(give.index, sort=False)
    given_before, given_now = _given(gave.loc[both]), _given(give.loc[both])
    for column in given_before:
        lost = both[given_before[column] & ~given_now[column]]
        yield _loss(
            lost, one=f"action gives no {column} now", several=f"actions give no {column} now"
        )


def _given(actions: pd.DataFrame) -> pd.DataFrame:
    """Return which cells of actions, indexed by id, hold what their file gave them."""
    stand_in = [opening_words(action) for action in actions["action"].tolist()]
    return pd.DataFrame(
        {
            "theme": actions["theme"].ne(NO_HEADING),
            "title": actions["title"].ne(pd.Series(stand_in, index=actions.index, dtype="str")),
            "partners": actions["partners"].ne(""),
            "start": actions["start_published"].ne(""),
            "end": actions["end_published"].ne(""),
        }
    )


def _loss(names: Iterable[str], *, one: str, several: str) -> Loss:
    found = tuple(names)
    return Loss(f"{len(found):,} {one if len(found) == 1 else several}", found)
