"""Where does the plan come from, what should a reader know of it, and what does each column mean?

These are about the whole plan, whatever the filters.
"""

from netzero.analysis.exhibit import Exhibit, Table, exhibit, table_of
from netzero.analysis.pictures import Rows, Spot
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import capital, count_of
from netzero.plan.columns import FILES

RULE = "Nothing in the published text is corrected silently: what was derived is said here."
SOURCES = {
    "plan": "Published table",
    "publisher": "Publisher",
    "first_delivery_year": "First delivery year",
    "last_delivery_year": "Last delivery year",
    "source": "Source",
    "note": "Note",
}
NOTES = {"row": "Row", "action_id": "Action", "column": "Column", "note": "Note"}
NAMES = {"name": "Name", "kind": "Kind", "aliases": "Other spellings", "note": "Note"}


def sources(at: PlanAt) -> Exhibit:
    """Return the published tables: who published each, its printed years, its source."""
    plan = at.plan
    tables = count_of(plan.actions["plan"].nunique(), "published table")
    return exhibit(
        at.whole,
        question="sources",
        title="Sources",
        finding=f"{count_of(len(plan.actions), 'action')} from {tables}",
        counted=f"{count_of(plan.assignments['lead'].nunique(), 'lead team')}, "
        f"{count_of(plan.partnerships['partner'].nunique(), 'partner')}; fingerprint of the file "
        f"(SHA-256) {plan.printed.digest}",
        table=table_of(plan.provenance, SOURCES),
        rule=RULE,
        picture=Rows("table"),
    )


def gaps(at: PlanAt) -> Exhibit:
    """Return the signs that something is missing in the files: a row a sign."""
    found = at.plan.gaps
    return exhibit(
        at.whole,
        question="gaps",
        title="What may be missing",
        finding=f"{capital(count_of(len(found), 'sign'))} that something may be missing",
        counted="What one file speaks of and another does not hold",
        table=Table(("Sign",), tuple((sign,) for sign in found), (False,)),
        rule=RULE,
        picture=Rows("sign"),
    )


def readings(at: PlanAt) -> Exhibit:
    """Return how a file from elsewhere was read and what is wrong in it: a row a sentence."""
    found = at.plan.readings
    return exhibit(
        at.whole,
        question="readings",
        title="How the file was read",
        finding=found[0].rstrip(".") if found else "The files are those of a plan",
        counted="Nothing is invented: what could not be read is said with its place",
        table=Table(("Reading",), tuple((said,) for said in found[1:]), (False,)),
        rule=RULE,
        picture=Rows("reading"),
    )


def notes(at: PlanAt) -> Exhibit:
    """Return what a reader should know of single cells: a row a note and action."""
    found = at.plan.notes
    touched = found["action_id"].nunique()
    words = f"{count_of(len(found), 'note')} on {count_of(touched, 'action')}"
    cells = zip(
        found["row"].tolist(), found["action_id"].tolist(), found["note"].tolist(), strict=True
    )
    return exhibit(
        at.whole,
        question="notes",
        title="Notes on the data",
        finding=capital(words),
        counted="A note stands on every action that it touches",
        table=table_of(found, NOTES),
        rule=RULE,
        picture=Rows(
            "note",
            tuple(Spot((str(row), i, note), f"{i}: {note}", (i,)) for row, i, note in cells),
        ),
    )


def names(at: PlanAt) -> Exhibit:
    """Return the reviewed list of names: a row an organisation."""
    found = at.plan.organisations
    merged = int(found["aliases"].ne("").sum())
    words = f"{count_of(len(found), 'organisation')}, {count_of(merged, 'name')}"
    return exhibit(
        at.whole,
        question="names",
        title="Names",
        finding=f"{words} of several spellings",
        counted="The reviewed list of names, which alone decides what is one organisation",
        table=table_of(found, NAMES),
        rule=RULE,
        picture=Rows("name"),
    )


def columns(at: PlanAt) -> Exhibit:
    """Return what each column of the plan files means: a row a column."""
    rows = tuple(
        (file, column.name, column.kind, column.meaning, column.example)
        for file, declarations in FILES.items()
        for column in declarations
    )
    return exhibit(
        at.whole,
        question="columns",
        title="Columns",
        finding=f"{len(FILES)} files hold the plan, {count_of(len(rows), 'column')} in all",
        counted="All are CSV in UTF-8 with one header row; names in a cell are separated by “; ”",
        table=Table(("File", "Column", "Kind", "Meaning", "Example"), rows, (False,) * 5),
        rule=RULE,
        picture=Rows("column"),
    )
