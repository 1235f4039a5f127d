"""From the committed CSV files to one checked ``Plan``."""

import hashlib
from pathlib import Path

import pandas as pd

from netzero.plan.checking import PlanError, Problem
from netzero.plan.dates import (
    ACCEPTED_DATES,
    DATED,
    NOT_GIVEN,
    TO_BE_CONFIRMED,
    PlanDate,
    is_to_be_confirmed,
    read_plan_date,
)
from netzero.plan.model import NO_HEADING, Plan
from netzero.plan.months import years_between
from netzero.plan.notes import DEFAULT_NOTES, plan_notes
from netzero.plan.organisations import (
    COUNCIL_TEAM,
    Spellings,
    closest,
    names_in,
    read_organisations,
    spellings,
)
from netzero.plan.provenance import DEFAULT_PLANS, printed_years
from netzero.plan.tables import read_text_table

DATA = Path(__file__).parents[2] / "data"
COLUMNS = (
    "action_id",
    "plan",
    "theme",
    "title",
    "action",
    "leads",
    "partners",
    "start",
    "end",
)
LONGEST_TITLE = 48


def read_plan(
    actions_csv: str | Path,
    *,
    organisations_csv: str | Path = DATA / "organisations.csv",
    notes_csv: str | Path | None = DEFAULT_NOTES,
    plans_csv: str | Path | None = DEFAULT_PLANS,
) -> Plan:
    """Return the plan in ``actions_csv``, its names decided by ``organisations_csv``.

    ``notes_csv`` holds reviewed remarks on single cells, ``plans_csv`` the delivery years printed
    over each published table; either may be None. Raises ``PlanError`` with every problem found,
    each with its row, column, value and what is accepted; ``OSError`` where a file is missing.
    """
    text = read_text_table(actions_csv, columns=COLUMNS)
    organisations = read_organisations(organisations_csv)
    known = spellings(organisations)
    dates = {column: [_date_or_none(cell) for cell in text[column]] for column in ("start", "end")}
    problems = [*_text_problems(text), *_date_problems(text, dates), *_name_problems(text, known)]
    if problems:
        by_row = sorted(problems, key=lambda problem: problem.row)
        raise PlanError(by_row, file=Path(actions_csv).name)
    actions = _actions(text, dates)
    assignments = _assignments(actions, known)
    partnerships = _partnerships(actions, known, organisations)
    return Plan(
        actions=actions,
        assignments=assignments,
        partnerships=partnerships,
        organisations=organisations,
        notes=plan_notes(actions, assignments, partnerships, organisations, notes_csv, plans_csv),
        delivery_years=printed_years(actions["plan"], plans_csv) or _years_of(actions),
        digest=hashlib.sha256(Path(actions_csv).read_bytes()).hexdigest(),
    )


def _text_problems(text: pd.DataFrame) -> list[Problem]:
    problems = [
        Problem(row.row, column, "", "is given", "some text")
        for column in ("action_id", "plan", "action", "leads")
        for row in text[text[column].eq("")].itertuples()
    ]
    repeated = text["action_id"].duplicated() & text["action_id"].ne("")
    problems += [
        Problem(row.row, "action_id", row.action_id, "stands twice", "each id once")
        for row in text[repeated].itertuples()
    ]
    problems += [
        Problem(row.row, "title", row.title, "is too long", f"at most {LONGEST_TITLE} characters")
        for row in text[text["title"].str.len() > LONGEST_TITLE].itertuples()
    ]
    if text.empty:
        problems.append(Problem(0, "", "", "holds no actions", "one row an action"))
    return problems


def _date_or_none(cell: str) -> PlanDate | None:
    try:
        return read_plan_date(cell)
    except ValueError:
        return None


def _date_problems(text: pd.DataFrame, dates: dict[str, list[PlanDate | None]]) -> list[Problem]:
    problems = [
        Problem(row, column, cell, "is not a date that a plan may hold", ACCEPTED_DATES)
        for column, found in dates.items()
        for row, cell, date in zip(text["row"], text[column], found, strict=True)
        if date is None
    ]
    return problems + [
        Problem(row, "end", cell, "is before the start", "an end in or after the start month")
        for row, cell, start, end in zip(
            text["row"], text["end"], dates["start"], dates["end"], strict=True
        )
        if start and end and start.kind == end.kind == DATED and end.month < start.month
    ]


def _name_problems(text: pd.DataFrame, known: Spellings) -> list[Problem]:
    nameless = [
        Problem(row, column, cell, "names nobody", "names separated by semicolons")
        for column in ("leads", "partners")
        for row, cell in zip(text["row"], text[column], strict=True)
        if cell and not names_in(cell)
    ]
    return nameless + [
        Problem(row, column, name, "is not in the reviewed list of names", _instead_of(name, known))
        for column in ("leads", "partners")
        for row, cell in zip(text["row"], text[column], strict=True)
        if not is_to_be_confirmed(cell)
        for name in names_in(cell)
        if name not in known
    ]


def _instead_of(name: str, known: Spellings) -> str:
    likely = closest(name, known)
    accepted = "names and aliases in organisations.csv, separated by semicolons"
    return f"{accepted}; the nearest is “{likely}”" if likely else accepted


def _actions(text: pd.DataFrame, dates: dict[str, list[PlanDate | None]]) -> pd.DataFrame:
    columns = {}
    for column, found in dates.items():
        columns[f"{column}_published"] = text[column]
        columns[column] = pd.array([date.month for date in found if date], dtype="period[M]")
        columns[f"{column}_kind"] = [date.kind for date in found if date]
    return text.assign(
        theme=text["theme"].mask(text["theme"].eq(""), NO_HEADING),
        title=text["title"].mask(text["title"].eq(""), text["action"].map(_opening_words)),
        partners_kind=text["partners"].map(_partners_kind),
        **columns,
    )


def _opening_words(action: str) -> str:
    return action if len(action) <= LONGEST_TITLE else action[: LONGEST_TITLE - 1].rstrip() + "…"


def _partners_kind(cell: str) -> str:
    if not cell:
        return NOT_GIVEN
    return TO_BE_CONFIRMED if is_to_be_confirmed(cell) else "named"


def _named(actions: pd.DataFrame, column: str, known: Spellings) -> pd.DataFrame:
    """Return action_id, name and published spelling, each organisation once an action."""
    given = actions[~actions[column].map(is_to_be_confirmed)]
    rows = [
        (action_id, name, published)
        for action_id, cell in zip(given["action_id"], given[column], strict=True)
        for published in names_in(cell)
        for name in known[published]
    ]
    named = pd.DataFrame(rows, columns=["action_id", "name", "published"], dtype="str")
    return named.drop_duplicates(["action_id", "name"], ignore_index=True)


def _assignments(actions: pd.DataFrame, known: Spellings) -> pd.DataFrame:
    named = _named(actions, "leads", known).rename(columns={"name": "lead"})
    return named.assign(joint=named["action_id"].duplicated(keep=False))


def _partnerships(
    actions: pd.DataFrame, known: Spellings, organisations: pd.DataFrame
) -> pd.DataFrame:
    kinds = organisations.set_index("name")["kind"]
    named = _named(actions, "partners", known).rename(columns={"name": "partner"})
    kind = named["partner"].map(kinds)
    return named.assign(kind=kind, internal=kind.eq(COUNCIL_TEAM))


def _years_of(actions: pd.DataFrame) -> tuple[str, ...]:
    months = pd.concat([actions["start"], actions["end"]]).dropna()
    return years_between(months.min(), months.max()) if len(months) else ()
