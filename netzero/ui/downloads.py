"""The exhibits on the screen, as files that say what view they hold."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import capital, count_of
from netzero.exports.calendar import calendar_file, events
from netzero.exports.cover import Cover, cover_of
from netzero.exports.handout import handout
from netzero.exports.spreadsheet import csv_file, workbook
from netzero.plan.moving import written
from netzero.ui import address
from netzero.ui.loading import read_at
from netzero.ui.places import TITLES
from netzero.ui.text import paragraph

REMINDERS = ("not at all", "in the month before", "two months before", "three months before")
LONGEST_SCOPE = 60
_WHAT_FOLLOWS = {
    False: "Importing a later file updates the same entries.",
    True: "Each says that it is of a scenario, and stands beside those of the plan.",
}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_files(
    at: PlanAt, *exhibits: Exhibit, name: str, choices: Mapping[str, str] | None = None
) -> None:
    """Offer exhibits as Excel, the first as CSV, all as a handout; nothing where all are empty.

    The files are made when they are asked for. They say what was chosen on the page besides the
    filters (``choices``).
    """
    held = [exhibit for exhibit in exhibits if len(exhibit.table)]
    if not held:
        return
    link, title = address.link(at.month), f"Net zero delivery: {TITLES.get(name, name)}"
    said = choices or {}
    cover = partial(cover_of, at, title=title, choices=said, link=link, exhibits=held)
    makers: tuple[tuple[str, Callable[[Cover], bytes], str, str], ...] = (
        ("Download Excel", lambda cover: workbook(held, cover=cover), "xlsx", EXCEL),
        ("Download CSV", lambda cover: csv_file(held[0], cover=cover), "csv", "text/csv"),
        ("Download handout", lambda cover: handout(held, cover=cover), "html", "text/html"),
    )
    with st.container(horizontal=True):
        for label, made, kind, mime in makers:
            st.download_button(
                label,
                data=partial(_file, made, cover),
                file_name=file_name(at, name, kind),
                mime=mime,
                key=f"{name}-{kind}",
                on_click="ignore",
            )


def _file(made: Callable[[Cover], bytes], cover: Callable[..., Cover]) -> bytes:
    return made(cover(made_on=date.today()))


def file_name(at: PlanAt, name: str, kind: str) -> str:
    """Return the name of a file: what it holds, whether of a scenario, for which scope, when."""
    tried = "scenario-" if at.plan.scenario else ""
    scope = "-".join(re.findall(r"[a-z0-9]+", str(at.scope).casefold()))[:LONGEST_SCOPE].strip("-")
    return f"net-zero-{tried}{name}-{scope or 'filtered'}-{at.month}.{kind}"


def offer_calendar(at: PlanAt) -> None:
    """Offer the deadlines that lie ahead as a calendar file, and as one to subscribe to.

    Starts, what is past and alarms come on request; nothing is offered where there is no event.
    """
    if not at.ahead.any() or at.plan.edition:  # its entries would take the place of the plan's
        return
    with st.popover(
        "Put these deadlines in a calendar", key="calendar", on_change="rerun"
    ) as calendar:
        if calendar.open:
            _offer_calendar_file(at)


def _offer_calendar_file(at: PlanAt) -> None:
    starts = st.checkbox("Starts too", key="calendar-starts")
    past = st.checkbox("Those that are past, too", key="calendar-past")
    months = st.selectbox(
        "Remind me",
        range(len(REMINDERS)),
        format_func=REMINDERS.__getitem__,
        key="calendar-reminder",
    )
    found = events(at, starts=starts, past=past)
    counted = count_of(len(found), "event")
    paragraph(
        f"{capital(counted)}, each on the last day of its month, or the first of a start. "
        f"{_WHAT_FOLLOWS[bool(at.plan.scenario)]}"
    )
    st.download_button(
        f"Download {counted} (.ics)",
        data=lambda: calendar_file(
            at,
            stamp=read_at(),
            today=date.today(),
            starts=starts,
            past=past,
            reminder_months=months,
            link=partial(address.to_action, moves=written(at.plan.scenario)),
        ),
        file_name=file_name(at, "deadlines", "ics"),
        mime="text/calendar",
        key="calendar-file",
        on_click="ignore",
    )
    follows = "the plan, not the scenario" if at.plan.scenario else "the plan"
    paragraph(f"Or subscribe to this address in Outlook or another calendar; it follows {follows}:")
    st.code(address.feed(starts=starts, past=past), language=None, wrap_lines=True)
