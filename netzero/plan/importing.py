"""From the published text, which lost its line breaks inside cells, to the rows of a plan."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from netzero.plan.columns import ACTIONS_FILE, names_of
from netzero.plan.faults import PlanError, Problem
from netzero.plan.organisations import Spellings, split_names
from netzero.plan.tables import read_text

PUBLISHED_COLUMNS = tuple(name for name in names_of(ACTIONS_FILE) if name != "title")
_PLAN_HEADING = re.compile(r"20\d\d Net Zero .* Action Plan")
_ACTION_ID = re.compile(r"[A-Z]+\.?\d+")


class PrintedRow(NamedTuple):
    """One action as printed, with the line it stands on and the headings above it."""

    line: int
    plan: str
    theme: str
    action_id: str
    action: str
    leads: str
    partners: str
    start: str
    end: str


def import_published(content: bytes, *, file: str, known: Spellings) -> pd.DataFrame:
    """Return the published columns of every action in a published text, in the order printed.

    Leads and partners are split with the spellings in ``known``, longest first, and separated by
    ``; ``. Raises ``PlanError`` naming ``file``, the line and the words that the list does not
    know.
    """
    printed = list(_printed_rows(read_text(content, file=file)))
    problems = [problem for row in printed for problem in _unknown_names(row, known)]
    if problems or not printed:
        no_table = Problem(0, "", "", "holds no table", "the published text")
        raise PlanError(problems or [no_table], file=file)
    rows = [
        row._replace(leads=_separated(row.leads, known), partners=_separated(row.partners, known))
        for row in printed
    ]
    return pd.DataFrame(rows, dtype="str")[list(PUBLISHED_COLUMNS)]


def with_titles(published: pd.DataFrame, titles: Mapping[str, str]) -> pd.DataFrame:
    """Return the columns of a plan file: ``published`` with the title of each id, if it has one."""
    title = published["action_id"].map(lambda action_id: titles.get(action_id, ""))
    return published.assign(title=title)[names_of(ACTIONS_FILE)]


def _printed_rows(text: str) -> Iterator[PrintedRow]:
    """Yield each action under its headings.

    A line of a single cell is a heading. A blank line after an action ends its heading: what
    follows stands under none until the next is printed.
    """
    plan = theme = ""
    names_partners = rows_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if _PLAN_HEADING.fullmatch(line.strip()):
            plan, theme, rows_seen = line.strip(), "", False
        elif cells[0] == "Action ID":
            names_partners = "Partners" in cells
        elif _ACTION_ID.fullmatch(cells[0]):
            if not names_partners:
                cells.insert(3, "")
            yield PrintedRow(number, plan, theme, *_six(cells, number))
            rows_seen = True
        elif not any(cells):
            theme, rows_seen = ("" if rows_seen else theme), False
        elif not any(cells[1:]):
            theme, rows_seen = cells[0], False


def _six(cells: list[str], line: int) -> list[str]:
    """Return the six cells of an action, or raise ``PlanError`` where fewer are printed."""
    if len(cells) < 6:
        fault = "has too few cells"
        raise PlanError([Problem(line, "", " | ".join(cells), fault, "id to end, a tab between")])
    return cells[:6]


def _separated(cell: str, known: Spellings) -> str:
    return cell if cell == "TBC" else "; ".join(split_names(cell, known)[0])


def _unknown_names(row: PrintedRow, known: Spellings) -> Iterator[Problem]:
    for column, cell in (("leads", row.leads), ("partners", row.partners)):
        for words in [] if cell == "TBC" else split_names(cell, known)[1]:
            yield Problem(
                row.line,
                column,
                words,
                f"of action {row.action_id} is not in the reviewed list of names",
                "names and aliases in organisations.csv",
            )
