"""The as-at month: in the address, and in the bar with the way back to today."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from netzero.plan import Plan
from netzero.plan.months import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    first_month,
    month_from_number,
    month_label,
    months_between,
)
from netzero.ui import address
from netzero.ui.component import packed, redrawn, show_component

AROUND = 24  # months before and after those of the plan
_FIRST, _LAST = pd.Period(f"{EARLIEST_YEAR}-01", "M"), pd.Period(f"{LATEST_YEAR}-12", "M")
_month = redrawn("month", html='<div class="nz-month" data-redrawn></div>')


def show_month(plan: Plan, month: pd.Period, *, this_month: pd.Period) -> None:
    """Show the as-at month with all others, those beside it, and the way back to this month."""
    content = _content(plan, month, this_month)
    show_component(_month, content, key=address.AS_AT.name, on_pick=_take)


def forget_month() -> None:
    """Go back to this month. For use as a callback."""
    address.remove(address.AS_AT)


def _take(picked: Sequence[str]) -> None:
    address.put(address.AS_AT, *picked)


@lru_cache(maxsize=256)
def _content(plan: Plan, month: pd.Period, this_month: pd.Period) -> bytes:
    steps = (
        (month - 1, f"← {month_label(month - 1)[:3]}"),
        (month + 1, f"{month_label(month + 1)[:3]} →"),
    )
    return packed(
        {
            "months": [
                (str(each), month_label(each)) for each in _offered(plan, month, this_month)
            ],
            "chosen": str(month),
            "steps": [
                (str(each) if _FIRST <= each <= _LAST else None, words) for each, words in steps
            ],
            "today": "" if month == this_month else f"Back to {month_label(this_month)}",
        }
    )


def _offered(plan: Plan, *asked: pd.Period) -> list[pd.Period]:
    """Return the months to choose from: those of the plan and those asked, and some around."""
    ends = plan.actions["last"].dropna()
    known = [month_from_number(end) for end in ends[np.isfinite(ends)].nlargest(1)]
    known += [first_month(year) for year in plan.delivery_years[:1]]
    around = months_between(min([*asked, *known]) - AROUND, max([*asked, *known]) + AROUND)
    return [month for month in around if _FIRST <= month <= _LAST]
