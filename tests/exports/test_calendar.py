"""The calendar file as another parser reads it, and as RFC 5545 wants its bytes."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pandas as pd
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.exports.calendar import calendar_file
from tests.builders import left_alone, real_plan, small_plan

STAMP = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 1, 4, 16, 0, tzinfo=UTC)
LONG_WORDS = "Zwölf ökologische Straßenbäume, 日本語 and 🌳🌳🌳 " * 12


def events_of(content):
    calendar = vobject.readOne(content.decode("utf-8"))
    return list(getattr(calendar, "vevent_list", []))


def days(content):
    return [(event.dtstart.value, event.dtend.value) for event in events_of(content)]


def actions_of(folder, *dates):
    rows = [f"A{place} | Red Team | | {pair}" for place, pair in enumerate(dates, start=1)]
    return small_plan(folder, *rows).actions


def with_text(folder, text, column="action"):
    return actions_of(folder, "Apr-25 | Mar-26").assign(**{column: text})


def alarm_of(content):
    [event] = events_of(content)
    [alarm] = event.valarm_list
    return alarm


# --- Days


@pytest.mark.parametrize(
    ("end", "day", "after"),
    [
        ("Feb-28", date(2028, 2, 29), date(2028, 3, 1)),
        ("Feb-27", date(2027, 2, 28), date(2027, 3, 1)),
        ("Dec-26", date(2026, 12, 31), date(2027, 1, 1)),
        ("Jan-27", date(2027, 1, 31), date(2027, 2, 1)),
        ("Apr-26", date(2026, 4, 30), date(2026, 5, 1)),
    ],
)
def test_a_deadline_is_all_of_the_last_day_of_its_month(tmp_path, end, day, after):
    content = calendar_file(actions_of(tmp_path, f"Apr-25 | {end}"), stamp=STAMP)
    assert days(content) == [(day, after)]
    assert type(events_of(content)[0].dtstart.value) is date
    assert f"\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\n".encode() in content
    assert f"\r\nDTEND;VALUE=DATE:{after:%Y%m%d}\r\n".encode() in content


def test_only_a_planned_end_has_an_event_and_the_soonest_comes_first(tmp_path):
    actions = actions_of(
        tmp_path, "Apr-25 | Ongoing", "Apr-25 | TBC", "Apr-25 | ", "Apr-25 | Mar-27", "TBC | Mar-26"
    )
    found = [event.summary.value for event in events_of(calendar_file(actions, stamp=STAMP))]
    assert found == ["A5 ends: Do A5", "A4 ends: Do A4"]


def test_starts_come_on_request_on_the_first_day_of_their_month(tmp_path):
    actions = actions_of(tmp_path, "Dec-25 | Feb-28", "Ongoing | Mar-26", "Apr-26 | Ongoing")
    asked = events_of(calendar_file(actions, stamp=STAMP, starts=True))
    assert [(event.summary.value, event.dtstart.value, event.dtend.value) for event in asked] == [
        ("A2 ends: Do A2", date(2026, 3, 31), date(2026, 4, 1)),
        ("A1 ends: Do A1", date(2028, 2, 29), date(2028, 3, 1)),
        ("A1 starts: Do A1", date(2025, 12, 1), date(2025, 12, 2)),
        ("A3 starts: Do A3", date(2026, 4, 1), date(2026, 4, 2)),
    ]
    assert len(events_of(calendar_file(actions, stamp=STAMP))) == 2


def test_without_deadlines_the_file_is_a_calendar_without_events(tmp_path):
    content = calendar_file(actions_of(tmp_path, "Ongoing | Ongoing"), stamp=STAMP)
    assert events_of(content) == []
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_the_published_plan_has_29_deadlines_and_their_days():
    content = calendar_file(real_plan().actions, stamp=STAMP)
    by_day = pd.Series([event.dtstart.value for event in events_of(content)]).value_counts()
    assert by_day.sum() == 29
    assert by_day[date(2026, 3, 31)] == 11
    assert by_day[date(2031, 12, 31)] == 1


def test_an_event_says_what_who_and_when_as_published():
    actions = real_plan().actions
    [event] = events_of(calendar_file(actions[actions["action_id"].eq("T8")], stamp=STAMP))
    assert event.summary.value == "T8 ends: FLEX-D: solar and battery charging hubs"
    assert event.description.value.splitlines() == [
        "Support Council partners to deliver the FLEX-D project to develop charging hubs with "
        "solar canopy/battery storage and seek funding to implement.",
        "Lead: Special Projects; Transport Projects and Programmes",
        "Partners: Midlands Net Zero Hub; District councils; Business and Skills Partnership",
        "As published: Ongoing to Mar-26",
        "2050 Net Zero Leicestershire Action Plan. The plan gives months, not days.",
    ]


def test_a_start_without_an_end_says_that_the_end_is_not_given(tmp_path):
    content = calendar_file(actions_of(tmp_path, "Apr-25 | "), stamp=STAMP, starts=True)
    [event] = events_of(content)
    assert "As published: Apr-25 to not given" in event.description.value.splitlines()


# --- The same event again


def uids(content):
    return [event.uid.value for event in events_of(content)]


def test_uids_stay_the_same_in_a_later_export_and_after_a_change_of_date_and_title(tmp_path):
    first = actions_of(tmp_path, "Apr-25 | Mar-26", "Apr-25 | Apr-26")
    later = actions_of(tmp_path, "May-25 | Jun-27", "Apr-25 | Jul-27").assign(title="Another title")
    before = uids(calendar_file(first, stamp=STAMP, starts=True))
    assert uids(calendar_file(first, stamp=LATER, starts=True)) == before
    assert set(uids(calendar_file(later, stamp=LATER, starts=True))) == set(before)


def test_uids_do_not_depend_on_what_else_is_in_the_file():
    actions = real_plan().actions
    whole = dict(zip(_summaries(actions), uids(calendar_file(actions, stamp=STAMP)), strict=True))
    own = actions[actions["action_id"].isin(["T7", "LCC.5"])]
    part = calendar_file(own, stamp=STAMP, reminder_months=2)
    assert [whole[name] for name in _summaries(own)] == uids(part)


def _summaries(actions):
    return [event.summary.value for event in events_of(calendar_file(actions, stamp=STAMP))]


def test_uids_differ_by_action_and_by_kind():
    actions = real_plan().actions
    found = uids(calendar_file(actions, stamp=STAMP, starts=True))
    dated = int(actions["end"].notna().sum() + actions["start"].notna().sum())
    assert len(found) == len(set(found)) == dated


def test_two_plans_may_use_one_id():
    # A file holds an id once; a revised plan of another year may use it again.
    actions = real_plan().actions.head(1)
    other = actions.assign(plan="2060 Action Plan")
    assert uids(calendar_file(actions, stamp=STAMP)) != uids(calendar_file(other, stamp=STAMP))


@pytest.mark.parametrize(
    "stamp",
    [
        datetime(2026, 11, 23, 9, 30, 5, tzinfo=UTC),
        datetime(2026, 11, 23, 15, 0, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        datetime(2026, 11, 22, 23, 30, 5, tzinfo=timezone(timedelta(hours=-10))),
    ],
)
def test_the_stamp_is_the_time_of_the_export_in_utc(tmp_path, stamp):
    content = calendar_file(actions_of(tmp_path, "Apr-25 | Mar-26"), stamp=stamp)
    assert b"\r\nDTSTAMP:20261123T093005Z\r\n" in content


def test_the_export_leaves_the_actions_alone():
    actions = real_plan().actions
    with left_alone(actions):
        calendar_file(actions, stamp=STAMP, starts=True, reminder_months=1)


# --- Reminders


@pytest.mark.parametrize(
    ("end", "months", "day"),
    [
        ("Jan-27", 1, datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("Jan-27", 2, datetime(2026, 11, 1, 9, tzinfo=UTC)),
        ("Feb-27", 2, datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("Mar-27", 2, datetime(2027, 1, 1, 9, tzinfo=UTC)),
        ("Mar-28", 1, datetime(2028, 2, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_reminder_shows_on_the_first_day_of_an_earlier_month(tmp_path, end, months, day):
    actions = actions_of(tmp_path, f"Apr-25 | {end}")
    content = calendar_file(actions, stamp=STAMP, reminder_months=months)
    alarm = alarm_of(content)
    assert alarm.trigger.value == day
    assert alarm.action.value == "DISPLAY"
    assert alarm.description.value == f"A1 ends in {actions['end'].item():%b %Y}"


def test_a_reminder_says_that_its_time_is_a_date():
    # RFC 5545, 3.8.6.3: without VALUE=DATE-TIME a trigger is a duration, such as -P1D.
    content = calendar_file(real_plan().actions, stamp=STAMP, reminder_months=1)
    triggers = re.findall(rb"\r\nTRIGGER([^:\r]*):([^\r]*)", content)
    assert len(triggers) == 29
    assert {parameters for parameters, _ in triggers} == {b";VALUE=DATE-TIME"}


def test_a_reminder_is_on_request_and_for_deadlines_alone(tmp_path):
    actions = actions_of(tmp_path, "Apr-25 | Mar-26")
    assert b"VALARM" not in calendar_file(actions, stamp=STAMP, starts=True)
    content = calendar_file(actions, stamp=STAMP, starts=True, reminder_months=1)
    assert [hasattr(event, "valarm_list") for event in events_of(content)] == [True, False]


# --- Bytes


@pytest.mark.parametrize("starts", [False, True])
def test_lines_end_in_crlf_and_hold_75_octets_and_whole_characters(tmp_path, starts):
    plan = real_plan()
    long = pd.concat(
        [plan.actions, with_text(tmp_path, LONG_WORDS), with_text(tmp_path, "🌳" * 99, "title")]
    )
    content = calendar_file(long, stamp=STAMP, starts=starts, reminder_months=1)
    assert content.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # raises where a fold splits a character


HARD_TEXTS = [
    "one, two; three: four",
    r"a\b \n not a line's end \, \; \\",
    "quoted \"words\" and 'these'",
    "first line\nsecond line\n\nfourth",
    "🌳 emoji 👩‍👩‍👧 and 日本語",
    "מימון: עשרה, שלוש; حسنا",
    "\u202eright to left\u202c",
    "=HYPERLINK(1) <b>b</b>",
    LONG_WORDS.strip(),
    "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR",
]


@pytest.mark.parametrize("text", HARD_TEXTS)
@pytest.mark.parametrize("column", ["action", "title", "leads"])
def test_any_text_is_read_again_as_it_was(tmp_path, text, column):
    content = calendar_file(with_text(tmp_path, text, column), stamp=STAMP)
    [event] = events_of(content)
    shown = event.summary.value if column == "title" else event.description.value
    expected = {
        "title": f"A1 ends: {text}",
        "action": f"{text}\nLead: Red Team\nPartners: none named\n"
        "As published: Apr-25 to Mar-26\nThe plan. The plan gives months, not days.",
        "leads": f"Do A1\nLead: {text}\nPartners: none named\n"
        "As published: Apr-25 to Mar-26\nThe plan. The plan gives months, not days.",
    }
    assert shown == expected[column]
    assert days(content) == [(date(2026, 3, 31), date(2026, 4, 1))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\x1bb\x0bc\x1ed", "a\ufffdb\ufffdc\ufffdd"),
        ("a\r\nb", "a\nb"),
        ("a\rATTENDEE:mailto:b@e.example", "a\nATTENDEE:mailto:b@e.example"),
    ],
)
def test_a_control_character_neither_breaks_a_line_nor_stays(tmp_path, text, shown):
    content = calendar_file(with_text(tmp_path, text, "title"), stamp=STAMP)
    assert [event.summary.value for event in events_of(content)] == [f"A1 ends: {shown}"]
    assert b"\r\nATTENDEE" not in content
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_title_is_read_again(title):
    actions = real_plan().actions.head(1).assign(title=title)
    [event] = events_of(calendar_file(actions, stamp=STAMP))
    assert event.summary.value == f"LCC.1 ends: {title}"


def test_a_filtered_plan_gives_the_events_of_the_filter_alone():
    plan = real_plan()
    kept = plan.actions[plan.actions["action_id"].isin(["T7", "T8", "T6"])]
    content = calendar_file(replace(plan, actions=kept).actions, stamp=STAMP)
    assert [event.summary.value.split()[0] for event in events_of(content)] == ["T7", "T8"]
