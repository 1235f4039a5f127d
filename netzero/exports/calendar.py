"""The deadlines that lie ahead as a calendar file that can be imported again and again."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import numpy as np
import pandas as pd

from netzero.analysis.plan_at import PlanAt
from netzero.exports.values import one_line, printable
from netzero.plan.months import month_label

PRODUCER = "-//Net zero delivery dashboard//EN"
DOMAIN = "net-zero-delivery"
_VERBS = {"end": "ends", "start": "starts"}


def calendar_file(
    at: PlanAt, *, stamp: datetime, starts: bool = False, reminder_months: int = 0
) -> bytes:
    """Return an iCalendar file of the deadlines in scope, in or after the as-at month.

    Each is an all-day event on the last day of its month. With ``starts`` there is one on the
    first day of each start month ahead too. ``reminder_months`` before the deadline month an alarm
    shows on its first day; 0 means none. ``stamp`` is the time of the export. An event keeps its
    UID, so that importing a later file updates it. What is past, and work without a planned end,
    has no event.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Net zero deadlines")
    calendar.add("x-wr-caldesc", vText(one_line(f"{at.scope}, {at.when}")))
    for action in _ahead(at, "end"):
        calendar.add_component(_deadline(action, stamp, reminder_months))
    for action in _ahead(at, "start") if starts else ():
        calendar.add_component(_event(action, "start", action.start.start_time.date(), stamp))
    text: bytes = calendar.to_ical()
    return text


def _ahead(at: PlanAt, kind: str) -> list[Any]:
    """Return the actions that end, or start, in or after the as-at month, soonest first."""
    month = {"end": at.last, "start": at.first}[kind]
    ahead = at.plan.actions[at.kept & np.isfinite(month) & (month >= at.now)]
    return list(ahead.sort_values(kind, kind="stable").itertuples())


def _deadline(action: Any, stamp: datetime, reminder_months: int) -> Any:
    event = _event(action, "end", action.end.end_time.date(), stamp)
    if reminder_months:
        event.add_component(_alarm(action, action.end - reminder_months))
    return event


def _event(action: Any, kind: str, day: date, stamp: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{action.plan}/{action.action_id}/{kind}')}@{DOMAIN}")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", printable(f"{action.action_id} {_VERBS[kind]}: {action.title}"))
    event.add("description", printable(_description(action)))
    event.add("transp", "TRANSPARENT")
    return event


def _description(action: Any) -> str:
    return "\n".join(
        [
            action.action,
            f"Lead: {action.leads}",
            f"Partners: {action.partners or 'none named'}",
            f"As published: {action.start_published or 'not given'} to "
            f"{action.end_published or 'not given'}",
            f"{action.plan}. The plan gives months, not days.",
        ]
    )


def _alarm(action: Any, month: pd.Period) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(f"{action.action_id} ends in {month_label(action.end)}"))
    at = datetime.combine(month.start_time.date(), time(9), tzinfo=UTC)
    alarm.add("trigger", at, parameters={"VALUE": "DATE-TIME"})
    return alarm
