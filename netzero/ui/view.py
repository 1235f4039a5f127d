"""What every page is given: the plan, the part of it that is shown, and the month."""

from dataclasses import dataclass

import pandas as pd

from netzero.analysis.selection import Filters
from netzero.analysis.wording import count_of
from netzero.plan import Plan
from netzero.plan.months import month_label


@dataclass(frozen=True)
class View:
    """The whole ``plan``, the part ``shown`` by ``filters``, and the month the reader stands in."""

    plan: Plan
    shown: Plan
    filters: Filters
    as_at: pd.Period

    @property
    def counted(self) -> str:
        """The counts that every total goes by, as a sentence says them."""
        actions = count_of(len(self.shown.actions), "action")
        return f"{actions}, {count_of(len(self.shown.assignments), 'lead assignment')}"

    @property
    def when(self) -> str:
        """The month as a subtitle says it."""
        return f"as at {month_label(self.as_at)}"
