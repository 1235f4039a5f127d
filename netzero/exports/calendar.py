"""The deadlines that lie ahead as a calendar file that can be imported again and again."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from netzero.analysis.plan_at import PlanAt
from netzero.analysis.scope import SCENARIO, scenario_words
from netzero.exports.values import one_line, printable
from netzero.plan import Plan
from netzero.plan.months import month_from_number
from netzero.plan.spans import span_words, when_words

PRODUCER = "-//Net zero delivery dashboard//EN"
DOMAIN = "net-zero-delivery"
FIRST_VERSION = datetime(2020, 1, 1, tzinfo=UTC)  # versions are the minutes since
NINE = timedelta(hours=9)
AS_PUBLISHED, IN_SCENARIO = "As published", "In the scenario"
Link = Callable[[str], str]
_VERBS = {"end": "ends", "start": "starts"}


class Dated(NamedTuple):
    """An action, as a row of the plan, that ends or starts (``kind``) on a day.

    Where its date is printed less exactly than a month, that is any day from ``first`` to ``day``.
    """

    action: Any
    kind: str
    day: date
    first: date


def calendar_file(
    at: PlanAt,
    *,
    stamp: datetime,
    today: date | None = None,
    starts: bool = False,
    past: bool = False,
    reminder_months: int = 0,
    link: Link | None = None,
) -> bytes:
    """Return an iCalendar file of ``events``, all-day ones.

    ``reminder_months`` before the deadline month an alarm shows at nine in the morning, local time,
    of its first day, if that is after ``today``; 0 means none. ``stamp`` is when the plan was as it
    is: a later one makes a later version of each event, which keeps its UID, so that importing a
    later file updates it. ``link`` gives the address of an action.
    """
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    narrowed = at.scope or at.plan.scenario
    name = f"Net zero deadlines: {at.said}" if narrowed else "Net zero deadlines"
    calendar.add("x-wr-calname", vText(one_line(name)))
    calendar.add("x-wr-caldesc", vText(one_line(f"{at.said}, {at.when}")))
    for dated in events(at, starts=starts, past=past):
        event = _event(dated, stamp, today or stamp.date(), reminder_months, link)
        calendar.add_component(_tried(event, at.plan) if at.plan.scenario else event)
    text: bytes = calendar.to_ical()
    return text


def _tried(event: Any, plan: Plan) -> Any:
    """Return an event of a scenario as one that says so, and takes the place of none of the plan's.

    Of the same scenario it keeps its UID too.
    """
    from icalendar import vText

    own = uuid5(NAMESPACE_URL, f"{plan.digest}/{event['uid']}")
    event["uid"] = f"{own}@{DOMAIN}"
    event["summary"] = vText(f"{SCENARIO}: {event['summary']}")
    said = event["description"].replace(AS_PUBLISHED, IN_SCENARIO)
    event["description"] = vText(f"{scenario_words(plan)}.\n{said}")
    return event


def events(at: PlanAt, *, starts: bool = False, past: bool = False) -> list[Dated]:
    """Return the deadlines in scope in or after the as-at month, and those before with ``past``.

    Each is on the day that is printed, or on the last day of the month; with ``starts`` there is
    one on the first day of each start month too. What is printed as a quarter, season or year takes
    all its days: no day of it is the deadline. Work without a planned end has none. Ends come
    first, the soonest before.
    """
    kinds = ("end", "start") if starts else ("end",)
    return [each for kind in kinds for each in _dated(at, kind, past=past)]


def _dated(at: PlanAt, kind: str, *, past: bool) -> list[Dated]:
    month = {"end": at.last, "start": at.first}[kind]
    found = at.plan.actions[at.kept & np.isfinite(month) & (past | (month >= at.now))]
    actions = found.sort_values(kind, kind="stable").itertuples()
    return [Dated(action, kind, *_days(action, kind)) for action in actions]


def _days(action: Any, kind: str) -> tuple[date, date]:
    """Return the last and the first day of the event of an end or a start."""
    edtf = _span(action, kind)
    if _is_day(edtf):
        return date.fromisoformat(edtf), date.fromisoformat(edtf)
    end = kind == "end"
    counted, other = (
        (action.last, action.end_earliest) if end else (action.first, action.start_latest)
    )
    if counted == other:
        day = (action.end.end_time if end else action.start.start_time).date()
        return day, day
    first, last = sorted((month_from_number(counted), month_from_number(other)))
    return last.end_time.date(), first.start_time.date()


def _event(
    dated: Dated, stamp: datetime, today: date, reminder_months: int, link: Link | None
) -> Any:
    from icalendar import Event

    (action, kind, day, first), event = dated, Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{action.plan}/{action.action_id}/{kind}')}@{DOMAIN}")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", max(0, int((stamp - FIRST_VERSION).total_seconds() // 60)))
    event.add("dtstart", first)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", printable(_summary(dated)))
    event.add("description", printable(_description(dated)))
    event.add("transp", "TRANSPARENT")
    if link:
        event.add("url", link(action.action_id))
    if reminder_months and kind == "end":
        shown = (action.end - reminder_months).start_time.date()
        if shown > today:
            event.add_component(_alarm(action, first - shown))
    return event


def _summary(dated: Dated) -> str:
    action, kind, day, first = dated
    verb = _VERBS[kind]
    if first != day:
        verb = f"{verb} in {_when(dated)}, no month printed"
    return f"{action.action_id} {verb}: {action.title}"


def _description(dated: Dated) -> str:
    action = dated.action
    return "\n".join(
        [
            action.action,
            f"Lead: {action.leads}",
            f"Partners: {action.partners or 'none named'}",
            f"{AS_PUBLISHED}: {action.start_published or 'not given'} to "
            f"{action.end_published or 'not given'}",
            f"{action.plan}. {_precision(dated)}",
        ]
    )


def _precision(dated: Dated) -> str:
    """Return what the plan says of the day."""
    if dated.first != dated.day:
        return f"The plan gives neither day nor month: this takes all of {_when(dated)}."
    if _is_day(_span(dated.action, dated.kind)):
        return "The plan gives this day."
    return "The plan gives months, not days."


def _when(dated: Dated) -> str:
    return span_words(_span(dated.action, dated.kind))


def _span(action: Any, kind: str) -> str:
    edtf: str = action.end_span if kind == "end" else action.start_span
    return edtf


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("2027-03-31") and "/" not in edtf


def _alarm(action: Any, before: timedelta) -> Any:
    """Return an alarm at nine in the morning some days before: what is so far off is local time."""
    from icalendar import Alarm

    alarm, when = Alarm(), span_words(action.end_span)
    alarm.add("action", "DISPLAY")
    alarm.add("description", printable(f"{action.action_id} ends {when_words(when)}"))
    alarm.add("trigger", NINE - before)
    return alarm
