"""A plan that a reader brings: read on Plan data, and then shown to that reader alone.

It stands in the reader's session and nowhere else: it is never written, and gone with the session.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from netzero.analysis.exhibit import Table
from netzero.exports.sheet_words import inert
from netzero.plan import PlanError
from netzero.plan.intake.doubles import likely_doubles
from netzero.plan.intake.edition import NOTHING_CHOSEN, Choices, Edition, read_edition
from netzero.plan.intake.headings import WORDS
from netzero.plan.intake.separators import NONE, SIGNS
from netzero.plan.intake.writing import plan_files
from netzero.ui import address
from netzero.ui.brought import OwnPlan, compare_with, own_plan, see
from netzero.ui.jumps import go_to
from netzero.ui.loading import plan_of
from netzero.ui.tables import show_table
from netzero.ui.text import heading, literal, paragraph

TYPES = ["docx", "xlsx", "pdf", "csv", "txt", "tsv"]
FIRST_ROWS, COLUMNS = 5, 3
NOWHERE = "in no column"
_READ = "_read_plans"
_OF_ONE_PLAN = (*address.FED, address.MOVES, address.ACTION, address.MARK, address.ORDER)
_NAMES = {
    "action_id": "Id", "plan": "Plan", "theme": "Theme", "title": "Title", "action": "Action",
    "leads": "Leads", "partners": "Partners", "start": "Start", "end": "End",
    "timescale": "Timescale",
}  # fmt: skip
_COLUMNS = ("Where", "Id", "Action", "Leads", "Start as printed", "Start", "End as printed", "End")


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
    file, content = brought
    try:
        with st.spinner(f"Reading {literal(file)}"):
            guessed = _read(content, file, NOTHING_CHOSEN)
            edition = _read(content, file, _chosen(guessed, content))
            plan = plan_of(edition, file=file)
    except PlanError as error:
        for problem in error.problems:
            paragraph(str(problem))
        return
    _show(edition, file, plan.readings)
    with st.container(horizontal=True):
        st.button("Use this plan", type="primary", on_click=_use, args=(OwnPlan(file, plan),))
        compare = st.button(
            "Compare with what is shown", on_click=_compare, args=(OwnPlan(file, plan),)
        )
        _offer("Download as plan files", partial(_packed, edition), "plan.zip", "application/zip")
        if edition.findings:
            _offer("Download the faults", partial(_faults, edition), "faults.csv", "text/csv")
    if compare:  # the page is run again alone where something on it is pressed
        st.rerun()


def _brought() -> tuple[str, bytes] | None:
    """Return the name and the content of what the reader brings: a file, or a pasted table."""
    brought = st.file_uploader("A plan as Word, Excel, PDF, CSV or text", type=TYPES)
    with st.expander("Or paste a table"):
        pasted = st.text_area("Rows with their headings, as copied from a document or a sheet")
    if brought is not None:
        return brought.name, brought.getvalue()
    return ("the pasted table", pasted.encode("utf-8", "replace")) if pasted.strip() else None


def _read(content: bytes, name: str, choices: Choices) -> Edition:
    """Return what a file holds, read once a session for the same choices."""
    kept: dict[str, Edition] = st.session_state.setdefault(_READ, {})
    key = hashlib.sha256(content + repr((name, choices)).encode("utf-8", "replace")).hexdigest()
    if key not in kept:
        edition = read_edition(content, file=name, choices=choices)
        st.session_state[_READ] = kept = {**dict(list(kept.items())[-1:]), key: edition}
    return kept[key]


def _chosen(edition: Edition, content: bytes) -> Choices:
    """Return how the file is to be read: as guessed, or as the reader has it."""
    named = hashlib.sha256(content).hexdigest()[:8]
    with st.expander("How it is read: columns, names, days"):
        columns = _chosen_columns(edition, named)
        separators = {
            name: st.selectbox(
                f"What stands between {name}",
                [*SIGNS, NONE],
                index=[*SIGNS, NONE].index(edition.separators[name]),
                key=f"between-{name}-{named}",
            )
            for name in edition.separators
        }
        day_first = st.toggle("03/04/2027 is 3 April", value=True, key=f"day-first-{named}")
        doubles = {f"{d.one} = {d.other}": d for d in likely_doubles(edition.printed_names)}
        merged = st.multiselect(
            "Names to count as one", list(doubles), format_func=literal, key=f"merged-{named}"
        )
    names = {doubles[words].other: doubles[words].one for words in merged}
    return Choices(columns, separators, None if day_first else False, names=names)


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
            format_func=literal,
            key=f"column-{name}-{named}",
        )
        for at, name in enumerate(WORDS)
    }
    told = {name: "" if heading == NOWHERE else heading for name, heading in chosen.items()}
    return told if any(told[name] != guessed.get(name, "") for name in told) else {}


def _show(edition: Edition, file: str, readings: Sequence[str]) -> None:
    """Say what was read, and show the first rows as printed beside what they were taken for."""
    first, *rest = readings[0].removeprefix(f"{file}: "), *readings[1:]
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
        for sentence in rest:
            paragraph(sentence)


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
