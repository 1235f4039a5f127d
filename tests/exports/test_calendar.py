"""The calendar file as another parser reads it, and as RFC 5545 wants its bytes."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netzero.analysis.plan_at import PlanAt
from netzero.exports.calendar import calendar_file, events
from tests.at import plan_at, published

STAMP = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 1, 4, 16, 0, tzinfo=UTC)
LONG_WORDS = "Zwölf ökologische Straßenbäume, 日本語 and 🌳🌳🌳 " * 12


def calendar_of(at, **options):
    return calendar_file(at, **{"stamp": STAMP, **options})


def events_of(content):
    calendar = vobject.readOne(content.decode("utf-8"))
    return list(getattr(calendar, "vevent_list", []))


def summaries(content):
    return [event.summary.value for event in events_of(content)]


def uids(content):
    return [event.uid.value for event in events_of(content)]


def days(content):
    return [(event.dtstart.value, event.dtend.value) for event in events_of(content)]


def at_of(*dates, as_at="2026-11"):
    rows = [f"A{place} | Red Team | | {pair}" for place, pair in enumerate(dates, start=1)]
    return plan_at(*rows, as_at=as_at)


def with_cells(at, **cells):
    """Return the plan at the same month with other cells in every row of the actions."""
    return PlanAt(replace(at.plan, actions=at.plan.actions.assign(**cells)), at.month, at.scope)


# --- What lies ahead


def test_a_day_that_is_printed_is_that_day_and_said_to_be():
    [event] = events_of(calendar_of(at_of("Apr-25 | 15/03/2027")))
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 3, 15), date(2027, 3, 16))
    assert event.description.value.endswith("The plan gives this day.")


@pytest.mark.parametrize(
    ("end", "first", "after", "words"),
    [
        ("2027", date(2027, 1, 1), date(2028, 1, 1), "2027"),
        ("2026/27", date(2026, 4, 1), date(2027, 4, 1), "2026-27"),
        ("Summer 2028", date(2028, 6, 1), date(2028, 9, 1), "Summer 2028"),
    ],
)
def test_an_end_that_names_no_month_takes_all_that_it_may_mean_and_no_false_day(
    end, first, after, words
):
    content = calendar_of(at_of(f"Apr-25 | {end}"))
    assert days(content) == [(first, after)]
    assert summaries(content) == [f"A1 ends in {words}, no month printed: Do A1"]
    [event] = events_of(content)
    assert event.description.value.endswith(
        f"The plan gives neither day nor month: this takes all of {words}."
    )


def test_a_reminder_counts_from_the_last_month_that_an_end_may_mean():
    [event] = events_of(calendar_of(at_of("Apr-25 | 2027"), reminder_months=2))
    [alarm] = event.valarm_list
    shown = datetime.combine(event.dtstart.value, time()) + alarm.trigger.value
    assert shown == datetime(2027, 10, 1, 9)
    assert alarm.description.value == "A1 ends in 2027"


@pytest.mark.parametrize(
    ("end", "day", "after"),
    [
        ("Feb-28", date(2028, 2, 29), date(2028, 3, 1)),
        ("Feb-27", date(2027, 2, 28), date(2027, 3, 1)),
        ("Dec-26", date(2026, 12, 31), date(2027, 1, 1)),
        ("Apr-27", date(2027, 4, 30), date(2027, 5, 1)),
    ],
)
def test_a_deadline_is_all_of_the_last_day_of_its_month(end, day, after):
    content = calendar_of(at_of(f"Apr-25 | {end}"))
    assert days(content) == [(day, after)]
    assert type(events_of(content)[0].dtstart.value) is date
    assert f"\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\n".encode() in content
    assert f"\r\nDTEND;VALUE=DATE:{after:%Y%m%d}\r\n".encode() in content


@pytest.mark.parametrize(
    ("as_at", "found"),
    [
        ("2026-03", ["A1 ends: Do A1", "A2 ends: Do A2"]),
        ("2026-04", ["A2 ends: Do A2"]),
        ("2026-06", []),
    ],
)
def test_a_deadline_of_the_as_at_month_lies_ahead_and_one_before_is_left_out(as_at, found):
    at = at_of("Apr-25 | Mar-26", "Apr-25 | May-26", as_at=as_at)
    assert summaries(calendar_of(at)) == found


def test_only_a_planned_end_has_an_event_and_the_soonest_comes_first():
    at = at_of(
        "Apr-25 | Ongoing", "Apr-25 | TBC", "Apr-25 | ", "Apr-25 | Mar-28", "TBC | Mar-27"
    )  # fmt: skip
    assert summaries(calendar_of(at)) == ["A5 ends: Do A5", "A4 ends: Do A4"]


def test_starts_ahead_come_on_request_on_the_first_day_of_their_month():
    at = at_of("Dec-26 | Feb-28", "Ongoing | Mar-27", "Nov-26 | Ongoing", "Oct-26 | Ongoing")
    asked = events_of(calendar_of(at, starts=True))
    assert [(event.summary.value, event.dtstart.value, event.dtend.value) for event in asked] == [
        ("A2 ends: Do A2", date(2027, 3, 31), date(2027, 4, 1)),
        ("A1 ends: Do A1", date(2028, 2, 29), date(2028, 3, 1)),
        ("A3 starts: Do A3", date(2026, 11, 1), date(2026, 11, 2)),
        ("A1 starts: Do A1", date(2026, 12, 1), date(2026, 12, 2)),
    ]
    assert len(events_of(calendar_of(at))) == 2


def test_without_deadlines_the_file_is_a_calendar_without_events():
    content = calendar_of(at_of("Ongoing | Ongoing"))
    assert events_of(content) == []
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")


def test_the_published_plan_has_16_deadlines_from_november_2026():
    found = [event.dtstart.value for event in events_of(calendar_of(published()))]
    assert (len(found), found.count(date(2027, 3, 31)), found[-1]) == (16, 5, date(2031, 12, 31))


def test_the_scope_leaves_out_other_actions_and_the_file_says_which_it_is():
    content = calendar_of(published(team=("Commissioning Support Unit",)))
    assert [name.split()[0] for name in summaries(content)] == ["LCC.7", "LCC.9", "T9"]
    assert b"\r\nX-WR-CALDESC:Commissioning Support Unit\\, as at Nov 2026\r\n" in content


def test_an_event_says_what_who_and_when_as_published():
    content = calendar_of(published("2026-03", q="T8"))
    [event] = events_of(content)
    assert event.summary.value == "T8 ends: Support FLEX-D solar charging hubs; seek funding"
    assert event.description.value.splitlines() == [
        "Support Council partners to deliver the FLEX-D project to develop charging hubs with "
        "solar canopy/battery storage and seek funding to implement.",
        "Lead: Special Projects; Transport Projects and Programmes",
        "Partners: Midlands Net Zero Hub; District councils; Business and Skills Partnership",
        "As published: Ongoing to Mar-26",
        "2050 Net Zero Leicestershire Action Plan. The plan gives months, not days.",
    ]


def test_a_start_without_an_end_says_that_the_end_is_not_given():
    [event] = events_of(calendar_of(at_of("Apr-27 | "), starts=True))
    assert "As published: Apr-27 to not given" in event.description.value.splitlines()


# --- The same event again


def test_uids_stay_the_same_in_a_later_export_and_after_a_change_of_date_and_title():
    first = at_of("Apr-27 | Mar-28", "Apr-27 | Apr-28")
    later = with_cells(at_of("May-27 | Jun-29", "Apr-27 | Jul-29"), title="Another title")
    before = uids(calendar_of(first, starts=True))
    assert uids(calendar_of(first, stamp=LATER, starts=True)) == before
    assert set(uids(calendar_of(later, stamp=LATER, starts=True))) == set(before)


def test_uids_do_not_depend_on_what_else_is_in_the_file():
    content = calendar_of(published())
    whole = dict(zip(summaries(content), uids(content), strict=True))
    part = calendar_of(published("2026-12", team=("Growth Service",)), reminder_months=2)
    assert [whole[name] for name in summaries(part)] == uids(part)
    assert len(uids(part)) == 4


def test_uids_differ_by_action_and_by_kind():
    found = uids(calendar_of(at_of("Apr-27 | Mar-28", "Apr-27 | Mar-28"), starts=True))
    assert len(set(found)) == 4


def test_two_plans_may_use_one_id():
    # A file holds an id once; a revised plan of another year may use it again.
    at = at_of("Apr-25 | Mar-27")
    assert uids(calendar_of(at)) != uids(calendar_of(with_cells(at, plan="2060 Action Plan")))


@pytest.mark.parametrize(
    "stamp",
    [
        datetime(2026, 11, 23, 9, 30, 5, tzinfo=UTC),
        datetime(2026, 11, 23, 15, 0, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        datetime(2026, 11, 22, 23, 30, 5, tzinfo=timezone(timedelta(hours=-10))),
    ],
)
def test_the_stamp_is_the_time_of_the_export_in_utc(stamp):
    content = calendar_of(at_of("Apr-25 | Mar-27"), stamp=stamp)
    assert b"\r\nDTSTAMP:20261123T093005Z\r\n" in content


# --- Reminders


@pytest.mark.parametrize(
    ("end", "months", "day"),
    [
        ("Jan-27", 1, datetime(2026, 12, 1, 9)),
        ("Mar-27", 2, datetime(2027, 1, 1, 9)),
        ("Mar-28", 1, datetime(2028, 2, 1, 9)),
    ],
)
def test_a_reminder_shows_at_nine_local_time_on_the_first_day_of_an_earlier_month(end, months, day):
    [event] = events_of(calendar_of(at_of(f"Apr-25 | {end}"), reminder_months=months))
    [alarm] = event.valarm_list
    shown = datetime.combine(event.dtstart.value, time()) + alarm.trigger.value
    assert (shown, alarm.action.value) == (day, "DISPLAY")
    assert alarm.description.value == f"A1 ends in {end[:3]} 20{end[4:]}"


def test_no_reminder_lies_in_the_past():
    # The file is made on 23 November 2026: the first of November is gone.
    events = events_of(calendar_of(at_of("Apr-25 | Jan-27", "Apr-25 | Feb-27"), reminder_months=2))
    assert [hasattr(event, "valarm_list") for event in events] == [False, True]


def test_what_is_past_comes_on_request():
    at = at_of("Apr-25 | Mar-26", "Apr-25 | Mar-27")
    assert summaries(calendar_of(at, past=True)) == ["A1 ends: Do A1", "A2 ends: Do A2"]
    kinds = [dated.kind for dated in events(at, past=True, starts=True)]
    assert kinds == ["end", "end", "start", "start"]


def test_a_later_version_of_an_event_has_a_higher_number_and_leads_to_its_action():
    at = at_of("Apr-25 | Mar-27")
    link = "https://plan.example/actions?action={}".format
    [first], [later] = (
        events_of(calendar_of(at, stamp=stamp, link=link)) for stamp in (STAMP, LATER)
    )
    assert int(first.sequence.value) < int(later.sequence.value)
    assert (first.uid.value, first.url.value) == (
        later.uid.value,
        "https://plan.example/actions?action=A1",
    )


def test_the_calendar_is_called_after_its_team():
    content = calendar_of(published(team=("Growth Service",)))
    assert b"\r\nX-WR-CALNAME:Net zero deadlines: Growth Service\r\n" in content


def test_a_reminder_is_on_request_and_for_deadlines_alone():
    at = at_of("Apr-27 | Mar-28")
    assert b"VALARM" not in calendar_of(at, starts=True)
    content = calendar_of(at, starts=True, reminder_months=1)
    assert [hasattr(event, "valarm_list") for event in events_of(content)] == [True, False]


# --- Bytes


@pytest.mark.parametrize("column", ["action", "title"])
def test_lines_end_in_crlf_and_hold_75_octets_and_whole_characters(column):
    at = with_cells(at_of("Apr-27 | Mar-28"), **{column: LONG_WORDS + "🌳" * 99})
    content = calendar_of(at, starts=True, reminder_months=1)
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
def test_any_text_is_read_again_as_it_was(text):
    at = with_cells(at_of("Apr-25 | Mar-27"), action=text, title=text, leads=text)
    [event] = events_of(calendar_of(at))
    assert event.summary.value == f"A1 ends: {text}"
    assert event.description.value == (
        f"{text}\nLead: {text}\nPartners: none named\n"
        "As published: Apr-25 to Mar-27\nThe plan. The plan gives months, not days."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\x1bb\x0bc\x1ed", "a\ufffdb\ufffdc\ufffdd"),
        ("a\r\nb", "a\nb"),
        ("a\rATTENDEE:mailto:b@e.example", "a\nATTENDEE:mailto:b@e.example"),
    ],
)
def test_a_control_character_neither_breaks_a_line_nor_stays(text, shown):
    content = calendar_of(with_cells(at_of("Apr-25 | Mar-27"), title=text))
    assert summaries(content) == [f"A1 ends: {shown}"]
    assert b"\r\nATTENDEE" not in content
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_title_is_read_again(title):
    at = with_cells(at_of("Apr-25 | Mar-27"), title=title)
    assert summaries(calendar_of(at)) == [f"A1 ends: {title}"]
