"""The exhibits on the screen, as files that say what view they hold."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import streamlit as st

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import count_of
from netzero.exports.calendar import calendar_file
from netzero.exports.spreadsheet import cover_of, csv_file, workbook
from netzero.ui.text import paragraph

REMINDERS = ("not at all", "in the month before", "two months before", "three months before")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_files(
    at: PlanAt, *exhibits: Exhibit, name: str, choices: Mapping[str, str] | None = None
) -> None:
    """Offer exhibits as one Excel file, and the first of them as CSV; nothing where all are empty.

    The files are made when they are asked for. They say what was chosen on the page besides the
    filters (``choices``).
    """
    held = [exhibit for exhibit in exhibits if len(exhibit.table)]
    if not held:
        return
    stem = f"net-zero-{name}-{at.month}"

    def cover() -> dict[str, str]:
        title = f"Net zero delivery: {name}"
        return cover_of(at, title=title, choices=choices or {}, made_on=date.today(), exhibits=held)

    with st.container(horizontal=True):
        st.download_button(
            "Download Excel",
            data=lambda: workbook(held, cover=cover()),
            file_name=f"{stem}.xlsx",
            mime=EXCEL,
            key=f"{name}-excel",
            on_click="ignore",
        )
        st.download_button(
            "Download CSV",
            data=lambda: csv_file(held[0], cover=cover()),
            file_name=f"{stem}.csv",
            mime="text/csv",
            key=f"{name}-csv",
            on_click="ignore",
        )


def offer_calendar(at: PlanAt) -> None:
    """Offer the deadlines that lie ahead as a calendar file, with starts and alarms on request."""
    ahead = int(at.ahead.sum())
    if not ahead:
        return
    with st.popover(
        "Put these deadlines in a calendar", key="calendar", on_change="rerun"
    ) as calendar:
        if calendar.open:
            _offer_calendar_file(at, ahead)


def _offer_calendar_file(at: PlanAt, ahead: int) -> None:
    starts = st.checkbox("Starts too", key="calendar-starts")
    months = st.selectbox(
        "Remind me",
        range(len(REMINDERS)),
        format_func=REMINDERS.__getitem__,
        key="calendar-reminder",
    )
    paragraph(
        f"{count_of(ahead, 'deadline')} ahead, each on the last day of its month. Importing a "
        "later file updates the same entries."
    )
    st.download_button(
        "Download calendar (.ics)",
        data=lambda: calendar_file(
            at, stamp=datetime.now(UTC), starts=starts, reminder_months=months
        ),
        file_name=f"net-zero-deadlines-{at.month}.ics",
        mime="text/calendar",
        key="calendar-file",
        on_click="ignore",
    )
