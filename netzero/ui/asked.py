"""What the address asks of every page: the filters and the month, and what it asks in vain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from netzero.analysis.positions import POSITIONS
from netzero.analysis.scope import LONGEST_QUERY, Scope
from netzero.analysis.wording import listing
from netzero.plan import Plan
from netzero.plan.months import read_month
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.text import quoted

FILTERS = (address.PLAN, address.THEME, address.TEAM, address.PARTNER, address.POSITION)
MOST_NAMED = 10


@dataclass(frozen=True)
class Asked:
    """What the reader asks for, and a sentence for each part of it that cannot be had."""

    scope: Scope
    month: pd.Period
    in_vain: tuple[str, ...]


def read_asked(plan: Plan, *, this_month: pd.Period) -> Asked:
    """Return what the address asks for; what the plan has none of is taken out of the address."""
    unknown = [*_take_out_unknown(filter_options(plan)), *_take_out_no_month()]
    query = address.text_of(address.SEARCH).strip()
    chosen = {each.name: tuple(address.texts_of(each)) for each in FILTERS}
    month = address.text_of(address.AS_AT)
    return Asked(
        scope=Scope(**chosen, q=query[:LONGEST_QUERY].rstrip()),
        month=read_month(month) if month else this_month,
        in_vain=tuple(_in_vain(unknown, query)),
    )


@lru_cache(maxsize=8)
def filter_options(plan: Plan) -> Mapping[Parameter, list[str]]:
    """Return the values that each filter accepts: plans and themes as printed, names by letter."""
    return {
        address.PLAN: list(dict.fromkeys(plan.actions["plan"])),
        address.THEME: list(dict.fromkeys(plan.actions["theme"])),
        address.TEAM: sorted(set(plan.assignments["lead"])),
        address.PARTNER: sorted(set(plan.partnerships["partner"])),
        address.POSITION: list(POSITIONS),
    }


def clear() -> None:
    """Clear every filter and every month that was chosen. For use as a callback."""
    address.remove(*FILTERS, address.SEARCH, address.AS_AT, address.SINCE)


def _take_out_unknown(options: Mapping[Parameter, Sequence[str]]) -> Iterator[str]:
    for parameter, accepted in options.items():
        asked = list(dict.fromkeys(address.texts_of(parameter)))
        known = [value for value in asked if value in accepted]
        if len(known) < len(asked):
            address.put(parameter, *known)
        yield from (f"{parameter.name} {quoted(value)}" for value in asked if value not in accepted)


def _take_out_no_month() -> Iterator[str]:
    text = address.text_of(address.AS_AT)
    try:
        read_month(text)
    except ValueError:
        if address.has(address.AS_AT):
            address.remove(address.AS_AT)
            yield f"{address.AS_AT.name} {quoted(text)}"


def _in_vain(unknown: Sequence[str], query: str) -> Iterator[str]:
    """Yield what the plan has none of, and whether the search is longer than is read."""
    if unknown:
        named = listing(unknown, most=MOST_NAMED)
        yield f"Left out of the link, because this plan has none of it: {named}."
    if len(query) > LONGEST_QUERY:
        yield f"The search is cut to its first {LONGEST_QUERY} characters."
