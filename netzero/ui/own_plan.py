"""A plan that a reader brings: read on Plan data, and then shown to that reader alone.

It stands in the reader's session and nowhere else: it is never written, and gone with the session.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from netzero.analysis.exhibit import Table
from netzero.exports.sheet_words import inert
from netzero.plan import Plan, PlanError
from netzero.plan.intake.doubles import Double, likely_doubles
from netzero.plan.intake.edition import NOTHING_CHOSEN, Choices, Edition, read_edition
from netzero.plan.intake.headings import WORDS
from netzero.plan.intake.separators import NONE, SIGNS
from netzero.plan.intake.sources import LARGEST_MB
from netzero.plan.intake.writing import plan_files
from netzero.ui import address
from netzero.ui.brought import OwnPlan, compare_with, own_plan, see
from netzero.ui.jumps import go_to
from netzero.ui.loading import plan_of
from netzero.ui.tables import show_table
from netzero.ui.text import heading, literal, paragraph

TYPES = ["docx", "xlsx", "pdf", "csv", "txt", "tsv", "md"]
FIRST_ROWS, COLUMNS = 5, 3
KEPT = 2  # readings of a session: as guessed, and as the reader last chose
MOST_SAID = 100  # sentences on how a file was read
READING = 0.6  # of the time that it all takes
NOWHERE = "in no column"
_READ = "_read_plans"
_OF_ONE_PLAN = (*address.FED, address.MOVES, address.ACTION, address.MARK, address.ORDER)
_NAMES = {
    "action_id": "Id", "plan": "Plan", "theme": "Theme", "title": "Title", "action": "Action",
    "leads": "Leads", "partners": "Partners", "start": "Start", "end": "End",
    "timescale": "Timescale",
}  # fmt: skip
_COLUMNS = ("Where", "Id", "Action", "Leads", "Start as printed", "Start", "End as printed", "End")


class Brought(NamedTuple):
    """What a reader brings: its name, a key that stands for its content, and how to get that."""

    file: str
    key: str
    content: Callable[[], bytes]


class Read(NamedTuple):
    """What a file was read as: the edition, the plan of it, and the names that may be one."""

    edition: Edition
    plan: Plan
    doubles: Sequence[Double]


def show_whose_plan() -> None:
    """Say that the plan on the page is the reader's own, and offer the way back."""
    if own := own_plan():
        with st.container(horizontal=True, vertical_alignment="center"):
            paragraph(f"You see the plan in {own.file}. Nobody else does.")
            st.button("Back to the served plan", on_click=_go_back)


def offer_another_plan() -> None:
    """Read a file that the reader brings, say how it was understood, and offer its plan."""
    heading("Read another plan", "Only you see it; it is kept nowhere and gone with this window")
    brought = _brought()
    if brought is None:
        return
    try:
        guessed = _read(brought, NOTHING_CHOSEN)
        read = _read(brought, _chosen(guessed, brought.key))
    except PlanError as error:
        for problem in error.problems:
            paragraph(str(problem))
        return
    _show(read, brought.file)
    own, edition = OwnPlan(brought.file, read.plan), read.edition
    with st.container(horizontal=True):
        st.button("Use this plan", type="primary", on_click=_use, args=(own,))
        compare = st.button("Compare with what is shown", on_click=_compare, args=(own,))
        _offer("Download as plan files", partial(_packed, edition), "plan.zip", "application/zip")
        if edition.findings:
            _offer("Download the faults", partial(_faults, edition), "faults.csv", "text/csv")
    if compare:  # the page is run again alone where something on it is pressed
        st.rerun()


def _brought() -> Brought | None:
    """Return what the reader brings: a file, or a pasted table."""
    file = st.file_uploader(
        "A plan as Word, Excel, PDF, CSV or text", type=TYPES, max_upload_size=LARGEST_MB
    )
    with st.expander("Or paste a table"):
        pasted = st.text_area("Rows with their headings, as copied from a document or a sheet")
    if file is not None:
        return Brought(file.name, file.file_id, file.getvalue)
    if not pasted.strip():
        return None
    content = pasted.encode("utf-8", "replace")
    return Brought("the pasted table", hashlib.sha256(content).hexdigest(), lambda: content)


def _read(brought: Brought, choices: Choices) -> Read:
    """Return what a file holds, read once a session for the same choices."""
    kept: dict[str, Read] = st.session_state.setdefault(_READ, {})
    key = f"{brought.key} {choices!r}"
    if key not in kept:
        found = _read_anew(brought, choices)
        st.session_state[_READ] = kept = {**dict(list(kept.items())[1 - KEPT :]), key: found}
    return kept[key]


def _read_anew(brought: Brought, choices: Choices) -> Read:
    bar = st.progress(0.0, f"Reading {literal(brought.file)}")

    def told(share: float) -> None:
        bar.progress(share * READING, "Reading its tables")

    try:
        edition = read_edition(brought.content(), file=brought.file, choices=choices, on_part=told)
        bar.progress(READING, f"Making a plan of {len(edition.actions):,} actions")
        plan = plan_of(edition, file=brought.file)
        return Read(edition, plan, likely_doubles(edition.printed_names))
    finally:
        bar.empty()


def _chosen(guessed: Read, named: str) -> Choices:
    """Return how the file is to be read: as guessed, or as the reader has it."""
    edition = guessed.edition
    with st.expander("How it is read: columns, names, days"):
        columns = _chosen_columns(edition, named)
        separators = {
            name: st.selectbox(
                f"What stands between {name}",
                [*SIGNS, NONE],
                index=[*SIGNS, NONE].index(guess),
                key=f"between-{name}-{named}",
            )
            for name, guess in edition.separators.items()
        }
        day_first = st.toggle(
            "03/04/2027 is 3 April", value=edition.day_first, key=f"day-first-{named}"
        )
        doubles = {_evidence(each): each for each in guessed.doubles}
        publisher = st.text_input("Who published it", key=f"publisher-{named}").strip()
        merged = st.multiselect("Names to count as one", list(doubles), key=f"merged-{named}")
    # What is as guessed is not chosen, so that nothing is read twice where nothing is changed.
    return Choices(
        columns,
        {name: sign for name, sign in separators.items() if sign != edition.separators[name]},
        None if day_first == edition.day_first else day_first,
        names={doubles[words].other: doubles[words].one for words in merged},
        publisher=publisher,
    )


def _evidence(double: Double) -> str:
    return f"{double.one} = {double.other} ({double.likeness} of 100 alike)"


def _chosen_columns(edition: Edition, named: str) -> dict[str, str]:
    """Return the heading of each field, or nothing where all are as guessed."""
    guessed = {name: found.heading for name, found in edition.columns.items()}
    headings = list(dict.fromkeys([*guessed.values(), *edition.left_out]))
    places = st.columns(COLUMNS)
    chosen = {
        name: places[at % COLUMNS].selectbox(
            _NAMES[name],
            [NOWHERE, *headings],
            index=headings.index(guessed[name]) + 1 if name in guessed else 0,
            key=f"column-{name}-{named}",
        )
        for at, name in enumerate(WORDS)
    }
    told = {name: "" if heading == NOWHERE else heading for name, heading in chosen.items()}
    return told if any(told[name] != guessed.get(name, "") for name in told) else {}


def _show(read: Read, file: str) -> None:
    """Say what was read, and show the first rows as printed beside what they were taken for."""
    edition = read.edition
    first, *rest = read.plan.readings[0].removeprefix(f"{file}: "), *read.plan.readings[1:]
    heading(first.rstrip("."), f"{edition.kind}; the first rows as printed and as read", level=3)
    rows = tuple(
        (
            each.place, each.action_id, each.action, "; ".join(each.leads), each.start_text,
            each.start.edtf or each.start.kind, each.end_text, each.end.edtf or each.end.kind,
        )
        for each in edition.actions[:FIRST_ROWS]
    )  # fmt: skip
    show_table(Table(_COLUMNS, rows, (False,) * len(_COLUMNS)), caption=first, key="first-rows")
    with st.expander(f"How it was read, and {len(edition.findings):,} faults"):
        for sentence in rest[:MOST_SAID]:
            paragraph(sentence)
        if more := max(len(rest) - MOST_SAID, 0):
            paragraph(f"And {more:,} more, in the list of faults.")


def _offer(label: str, made: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(label, data=made, file_name=name, mime=mime, on_click="ignore")


def _faults(edition: Edition) -> bytes:
    records = [finding.as_record() for finding in edition.findings]
    written = io.StringIO()
    writer = csv.DictWriter(written, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: inert(text) for name, text in each.items()} for each in records)
    return written.getvalue().encode("utf-8-sig")


def _packed(edition: Edition) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in plan_files(edition).named.items():
            parts.writestr(name, content)
    return written.getvalue()


def _use(own: OwnPlan) -> None:
    see(own)
    address.remove(*_OF_ONE_PLAN)


def _compare(brought: OwnPlan) -> None:
    compare_with(brought)
    go_to("changes", {address.AGAINST: "brought"})


def _go_back() -> None:
    see(None)
    address.remove(*_OF_ONE_PLAN)
