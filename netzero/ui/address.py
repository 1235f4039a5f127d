"""The address: every parameter that the URL may hold, and the one place that touches it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

EVERY_PAGE = ""


@dataclass(frozen=True)
class Parameter:
    """One parameter: its name in the URL, what it holds, what stands for it where it is not given.

    ``kind`` is tuple (several names), str, int, bool or ``pd.Period`` (a month). A ``default`` of
    None depends on the plan or the day. ``page`` is the page that reads it, or ``EVERY_PAGE``.
    """

    name: str
    kind: type
    default: Any = None
    page: str = EVERY_PAGE


PLAN = Parameter("plan", tuple, ())
THEME = Parameter("theme", tuple, ())
TEAM = Parameter("team", tuple, ())
PARTNER = Parameter("partner", tuple, ())
POSITION = Parameter("position", tuple, ())
SEARCH = Parameter("q", str, "")
AS_AT = Parameter("as_at", pd.Period)
SINCE = Parameter("since", pd.Period)
EDITION = Parameter("edition", str, "")
MOVES = Parameter("moves", str, "")
ACTION = Parameter("action", str, "")
MARK = Parameter("mark", str, "")

GROUP = Parameter("group", str, "theme", "timeline")
SORT = Parameter("sort", str, "deadline", "timeline")
ONGOING = Parameter("ongoing", str, "folded", "timeline")
PERIOD = Parameter("period", str, "quarter", "workload")
FROM_YEAR = Parameter("from", str, page="workload")
TIME_BOUND = Parameter("time_bound", bool, False, "workload")
BEFORE = Parameter("before", str, page="workload")
AFTER = Parameter("after", str, page="workload")
PROFILE = Parameter("profile", str, page="workload")
WITHIN = Parameter("within", int, 3, "deadlines")
LANES = Parameter("lanes", str, page="deadlines")
ONCE = Parameter("once", bool, False, "partners")
FOCUS = Parameter("focus", str, page="partners")
ASKED = ("What changed", "What if")
ASK = Parameter("ask", str, ASKED[0], "changes")
AGAINST = Parameter("against", str, "", "changes")
MOST = Parameter("most", int, 1, "changes")
PER = Parameter("per", str, "quarter", "changes")
MOVE_BY = Parameter("move_by", int, 12, "changes")
EITHER_WAY = Parameter("either_way", bool, False, "changes")
ANY_MONTH = Parameter("any_month", bool, False, "changes")
HOLD = Parameter("hold", tuple, (), "changes")
BY = Parameter("by", str, "", "actions")
ORDER = Parameter("slides", str, "", "briefing")
PRESENT = Parameter("present", bool, False, "briefing")
SLIDE = Parameter("slide", int, 1, "briefing")
SPEAKER = Parameter("speaker", bool, False, "briefing")
FIND = Parameter("find", bool, False, "briefing")

PARAMETERS = (
    PLAN, THEME, TEAM, PARTNER, POSITION, SEARCH, AS_AT, SINCE, EDITION, MOVES, ACTION, MARK,
    GROUP, SORT, ONGOING, PERIOD, FROM_YEAR, TIME_BOUND, BEFORE, AFTER, PROFILE, WITHIN, LANES,
    ASK, AGAINST, MOST, PER, MOVE_BY, EITHER_WAY, ANY_MONTH, HOLD, ONCE, FOCUS, BY,
    ORDER, PRESENT, SLIDE, SPEAKER, FIND,
)  # fmt: skip

OF_EVERY_PAGE = tuple(
    each for each in PARAMETERS if each.page == EVERY_PAGE and each not in (ACTION, MARK)
)
FED = (PLAN, THEME, TEAM, PARTNER, POSITION, SEARCH)  # what narrows a calendar
FEED, STARTS, PAST = "deadlines.ics", "starts", "past"  # a calendar to subscribe to, its choices
KEPT = " ".join(each.name for each in OF_EVERY_PAGE)  # as a script reads it


def text_of(parameter: Parameter) -> str:
    """Return what the URL holds for a parameter, unchecked; blank where it holds nothing."""
    return st.query_params.get(parameter.name, "")


def texts_of(parameter: Parameter) -> list[str]:
    """Return every value that the URL holds for a parameter, unchecked."""
    return st.query_params.get_all(parameter.name)


def has(parameter: Parameter) -> bool:
    """Return whether the URL holds a parameter."""
    return parameter.name in st.query_params


def is_on(parameter: Parameter) -> bool:
    """Return whether the URL switches a parameter on."""
    return text_of(parameter) in ("1", "true")


def put(parameter: Parameter, *texts: str) -> None:
    """Put a value or several into the URL in place of those it holds; none take it out.

    A widget that is bound to its parameter does so itself.
    """
    if any(texts):
        st.query_params[parameter.name] = texts
    else:
        remove(parameter)


def remove(*parameters: Parameter) -> None:
    """Take parameters out of the URL."""
    for parameter in parameters:
        st.query_params.pop(parameter.name, None)


def whole() -> dict[str, list[str]]:
    """Return everything that the URL holds, to hand it to another page."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def of_every_page() -> dict[str, list[str]]:
    """Return what the URL holds for every page: the filters and the month, to go along."""
    return {each.name: texts for each in OF_EVERY_PAGE if (texts := texts_of(each))}


def feed(*, starts: bool, past: bool) -> str:
    """Return the address of the calendar that follows the plan in this scope."""
    kept = [(each.name, text) for each in FED for text in texts_of(each)]
    asked = [(name, "1") for name, wanted in ((STARTS, starts), (PAST, past)) if wanted]
    query = urlencode([*kept, *asked])
    return f"{root()}{FEED}{'?' if query else ''}{query}"


def to_action(action_id: str, *, under: str = "", moves: str = "") -> str:
    """Return the address of an action's detail, ``under`` that of the dashboard if it is given.

    With ``moves``, those of a scenario as a text, it is the action's detail there.
    """
    asked = {MOVES.name: moves, ACTION.name: action_id} if moves else {ACTION.name: action_id}
    return f"{under or root()}actions?{urlencode(asked)}"


def root() -> str:
    """Return the address of the dashboard's first page, with the slash at its end."""
    return f"{(st.context.url or '').split('?')[0].rsplit('/', 1)[0]}/"


def link(month: pd.Period, *, also: Mapping[Parameter, object] | None = None) -> str:
    """Return the address of this view with its month written out, and ``also`` with these."""
    written = {parameter.name: value for parameter, value in (also or {}).items()}
    written[AS_AT.name] = str(month)
    held = [(name, text) for name, texts in whole().items() for text in texts]
    kept = [(name, text) for name, text in held if name not in written]
    return f"{st.context.url or ''}?{urlencode([*kept, *written.items()])}"
