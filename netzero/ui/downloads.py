"""The tables on the screen, as files that say what view they hold."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from netzero.analysis.wording import count_of
from netzero.exports.calendar import calendar_file
from netzero.exports.spreadsheet import csv_file, workbook
from netzero.plan.months import month_label
from netzero.ui.filters import chosen_words
from netzero.ui.text import paragraph
from netzero.ui.view import View

REMINDERS = ("not at all", "in the month before", "two months before", "three months before")
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_downloads(
    view: View,
    tables: Mapping[str, pd.DataFrame],
    *,
    name: str,
    rule: str,
    choices: Mapping[str, str] | None = None,
) -> None:
    """Offer ``tables`` as one Excel file, and the first of them as CSV.

    The files are made when they are asked for, from what the screen shows now. They say how is
    counted (``rule``) and what was chosen on the page besides the filters (``choices``).
    """
    stem = f"net-zero-{name}-{view.as_at}"
    cover = cover_of(view, name=name, rule=rule, choices=choices or {})
    first = next(iter(tables.values()))
    with st.container(horizontal=True):
        st.download_button(
            "Download Excel",
            data=lambda: workbook(tables, cover=cover),
            file_name=f"{stem}.xlsx",
            mime=EXCEL,
            key=f"{name}-excel",
            on_click="ignore",
        )
        st.download_button(
            "Download CSV",
            data=lambda: csv_file(first, cover=_view_of(cover, choices or {})),
            file_name=f"{stem}.csv",
            mime="text/csv",
            key=f"{name}-csv",
            on_click="ignore",
        )


def offer_calendar(view: View) -> None:
    """Offer the deadlines that are shown as a calendar file, with starts and alarms on request."""
    bound = int(view.shown.actions["end"].notna().sum())
    if not bound:
        return
    with st.popover("Put these deadlines in a calendar"):
        starts = st.checkbox("Starts too", key="calendar-starts")
        months = st.selectbox(
            "Remind me",
            range(len(REMINDERS)),
            format_func=REMINDERS.__getitem__,
            key="calendar-reminder",
        )
        paragraph(
            f"{count_of(bound, 'deadline')} of what is shown now, each on the last day of its "
            "month. Importing a later file updates the same entries."
        )
        st.download_button(
            "Download calendar (.ics)",
            data=lambda: calendar_file(
                view.shown.actions,
                stamp=datetime.now(UTC),
                starts=starts,
                reminder_months=months,
            ),
            file_name=f"net-zero-deadlines-{view.as_at}.ics",
            mime="text/calendar",
            key="calendar-file",
            on_click="ignore",
        )


def cover_of(view: View, *, name: str, rule: str, choices: Mapping[str, str]) -> dict[str, str]:
    """Return what the cover sheet says, a line each, in order."""
    shown, total = len(view.shown.actions), len(view.plan.actions)
    lines = {
        "Title": f"Net zero delivery: {name}",
        "Holds": f"{shown} of {count_of(total, 'action')}; {view.counted}",
        "As at": month_label(view.as_at),
        "Filters": chosen_words(view.filters),
        **choices,
        "Source": "; ".join(view.plan.actions["plan"].drop_duplicates()),
        "Counting rule": rule,
        "Fingerprint of the plan file (SHA-256)": view.plan.digest,
        "Made on": date.today().isoformat(),
    }
    return {line: words for line, words in lines.items() if words}


def _view_of(cover: Mapping[str, str], choices: Mapping[str, str]) -> dict[str, str]:
    return {line: cover[line] for line in ("As at", "Filters", *choices)}
