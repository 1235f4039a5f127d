"""Editions of the plan: which one is shown, and which other it is compared with.

They stand in the folder ``editions`` beside the plan that is served, a folder of plan files each,
called after the day of publication (``2025-03-01``); or a reader brings one on Plan data.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st

from netzero.analysis.comparing import THE_PLAN, THE_SCENARIO, Against
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import capital
from netzero.plan.months import MONTH_NAMES
from netzero.ui import address
from netzero.ui.brought import brought_plan, own_plan
from netzero.ui.choices import choice, one_of
from netzero.ui.jumps import jump
from netzero.ui.layout import in_a_row
from netzero.ui.loading import Reading, read_plan_in, read_served_plan, served_folder
from netzero.ui.screen import current_screen, give_notice
from netzero.ui.text import paragraph, quoted

FOLDER = "editions"
IN_FORCE, BROUGHT, UNMOVED = "in-force", "brought", "plan"
_WORDS = {IN_FORCE: "the plan in force", UNMOVED: THE_PLAN}


def shown_reading() -> tuple[Reading, tuple[str, ...]]:
    """Return the plan to show, and a sentence where the address asks for an edition in vain.

    It is the reader's own, else the edition that the address names, else the one in force.
    """
    own, asked = own_plan(), address.text_of(address.EDITION)
    if own:
        return Reading(own.plan), ()
    if not asked:
        return read_served_plan(), ()
    said: tuple[str, ...] = (f"Left out of the link, because there is no edition {quoted(asked)}.",)
    if asked in names():
        reading = _edition(asked)
        if reading.plan is not None:
            return reading, ()
        edition = capital(words_of(asked))
        said = (f"{edition} cannot be read: the plan in force is shown.", *reading.faults)
    address.remove(address.EDITION)
    return read_served_plan(), said


def show_which_edition() -> None:
    """Say that the page shows another edition than the plan in force, and offer the way back."""
    asked = address.text_of(address.EDITION)
    if asked and not own_plan():
        with st.container(horizontal=True, vertical_alignment="center"):
            paragraph(f"You see {words_of(asked)}, not the plan in force.")
            st.button("Back to the plan in force", on_click=address.remove, args=(address.EDITION,))


def names() -> list[str]:
    """Return the editions beside the served plan, the latest first."""
    return sorted((path.name for path in _folders() if _day(path.name)), reverse=True)


def chosen_comparison(at: PlanAt) -> tuple[bool, Against | None]:
    """Return whether the reader asks what if, and if not, with which edition the plan is compared.

    See ``chosen_against``.
    """
    with in_a_row():
        what_if = choice("Ask", address.ASKED, parameter=address.ASK) != address.ASK.default
        return what_if, None if what_if else chosen_against(at)


def chosen_against(at: PlanAt) -> Against | None:
    """Return the other edition that the reader compares the plan with; None where there is none.

    Its actions can be opened on the page as those of the plan can.
    """
    for path in _folders():
        if not _day(path.name):
            give_notice(
                f"Left out of the editions: {quoted(path.name)}, whose name is no date such as "
                "2025-03-01."
            )
    offered = _offered(at)
    label = "Compare with" if at.plan.before is None else "Compare the scenario with"
    chosen = one_of(label, list(offered), parameter=address.AGAINST, labels=offered, width=320)
    if not chosen:
        asked = address.text_of(address.AGAINST)
        if asked:
            address.remove(address.AGAINST)
            give_notice(f"Left out of the link: against {quoted(asked)}, which is not here.")
        paragraph("No other edition is kept beside the plan to compare with, and none was brought.")
        jump("Bring a plan to compare with", "plan_data", name="bring")
        return None
    found = against_named(at, chosen)
    screen = current_screen()
    if found and screen:
        screen.others.append(PlanAt(found.plan, at.month))
    return found


def against_named(at: PlanAt, name: str) -> Against | None:
    """Return the edition that a link calls ``name``; None where it is not here or unreadable.

    What is wrong with its files is said over the page.
    """
    if name == UNMOVED and at.plan.before is not None:
        return Against(name, THE_PLAN, at.plan.before, THE_SCENARIO)
    reading = _reading(name)
    if reading is None:
        return None
    if reading.faults:
        give_notice(f"{capital(words_of(name))} cannot be read as it stands.")
    for fault in reading.faults:
        give_notice(fault)
    if reading.plan is None:
        return None
    shown = THE_SCENARIO if at.plan.scenario else words_of(_shown())
    return Against(name, words_of(name), reading.plan, shown, _order(name) < _order(_shown()))


def said_of(against: Against | None) -> dict[str, str]:
    """Return what a file says of the edition compared with; nothing where there is none."""
    return {"Compared with": against.said} if against else {}


def words_of(name: str) -> str:
    """Return what a sentence calls an edition: "the edition of 1 March 2025"."""
    if name == BROUGHT:
        brought = brought_plan() or own_plan()
        return f"the plan in {brought.file}" if brought else "the plan that was brought"
    day = _day(name)
    if day:
        return f"the edition of {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
    return _WORDS.get(name, name)


def _offered(at: PlanAt) -> Mapping[str, str]:
    """Return what the plan can be compared with, as a list calls it; what is likeliest first."""
    shown = _shown()
    every = [UNMOVED] if at.plan.before is not None else []
    every += [BROUGHT] if brought_plan() and shown != BROUGHT else []
    every += [IN_FORCE] if shown != IN_FORCE else []
    every += [name for name in names() if name != shown]
    return {name: capital(words_of(name)) for name in every}


def _shown() -> str:
    """Return the name of the edition on the screen."""
    if own_plan():
        return BROUGHT
    return address.text_of(address.EDITION) or IN_FORCE


def _order(name: str) -> tuple[int, str]:
    """Return what puts editions in the order of time: the plan in force, then what is brought."""
    return {IN_FORCE: 1, BROUGHT: 2}.get(name, 0), name


def _reading(name: str) -> Reading | None:
    if name == BROUGHT:
        brought = brought_plan()
        return Reading(brought.plan) if brought else None
    if name == IN_FORCE:
        return read_served_plan()
    return _edition(name) if name in names() else None


def _edition(name: str) -> Reading:
    return read_plan_in(_folder() / name, edition=words_of(name).removeprefix("the "))


def _folder() -> Path:
    return served_folder() / FOLDER


def _folders() -> list[Path]:
    try:
        return [path for path in _folder().iterdir() if path.is_dir()]
    except OSError:  # there are no editions
        return []


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name) if len(name) == len("2025-03-01") else None
    except ValueError:
        return None
