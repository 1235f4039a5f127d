"""The command line: ``python -m netzero check``, ``import``, ``changes`` and the others."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd

from netzero.analysis.change_report import change_report, change_sentences
from netzero.analysis.levelling import Answer, fewest_moves
from netzero.analysis.levelling_problem import Limit, LimitError
from netzero.analysis.levelling_words import record_of, sentences_of
from netzero.analysis.periods import MONTH, QUARTER, YEAR
from netzero.analysis.plan_at import PlanAt
from netzero.analysis.wording import agree, count_of
from netzero.plan import Plan, PlanError, PlanFiles, read_plan
from netzero.plan.columns import FILES, markdown_table
from netzero.plan.files import DATA, ORGANISATIONS_CSV
from netzero.plan.importing import import_published, with_titles
from netzero.plan.intake.edition import (
    NOTHING_CHOSEN,
    Edition,
    read_edition,
    summary,
    summary_of_none,
)
from netzero.plan.intake.mapping import read_choices
from netzero.plan.intake.sources import content_of
from netzero.plan.intake.words import as_sentences
from netzero.plan.intake.writing import plan_files
from netzero.plan.months import month_label, read_month
from netzero.plan.organisations import read_organisations, spellings
from netzero.plan.tables import read_text_table

PER = {"month": MONTH, "quarter": QUARTER, "year": YEAR}


class NoAnswerError(Exception):
    """Nothing meets what was asked for; the message is what is printed of it."""


class RefusedError(Exception):
    """What is asked for would take something away; the sentence says how else to have it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after printing what is wrong with its input."""
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except NoAnswerError as none:
        print(none)
        return 1
    except (PlanError, OSError, LimitError, RefusedError) as error:
        told = isinstance(error, PlanError) and options.run is _check  # which is an object already
        if getattr(options, "json", False) and not told:
            print(json.dumps({"error": _sentence(error)}, ensure_ascii=False))
        print(_sentence(error), file=sys.stderr)
        return 1
    return 0


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}. Accepted: a readable file."
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m netzero", description=__doc__)
    commands = parser.add_subparsers(required=True)
    checking = commands.add_parser("check", help="say what a file of any council holds as a plan")
    checking.set_defaults(run=_check)
    _add_source(checking)
    checking.add_argument("--json", action="store_true", help="print one object for programs")
    importing = commands.add_parser("import", help="write a file of any council as a plan")
    importing.set_defaults(run=_import)
    _add_source(importing)
    importing.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")
    importing.add_argument(
        "--replace", action="store_true", help="put it in place of a plan that the folder holds"
    )
    comparing = commands.add_parser("changes", help="say what differs between two editions")
    comparing.set_defaults(run=_changes)
    for name in ("before", "after"):
        comparing.add_argument(
            name, type=Path, help="a folder of plan files, or a file as check takes it"
        )
    comparing.add_argument("--json", action="store_true", help="print one object for programs")
    _add_level(commands.add_parser("level", help="suggest the fewest deadlines to move"))
    rebuilding = commands.add_parser(
        "rebuild", help="rebuild the published columns of a plan file from the published text"
    )
    rebuilding.set_defaults(run=_rebuild)
    rebuilding.add_argument("source", type=Path, help="the published tables as text")
    rebuilding.add_argument(
        "-o", "--output", type=Path, required=True, help="the CSV file to write"
    )
    rebuilding.add_argument(
        "--titles",
        type=Path,
        default=DATA / "actions.csv",
        help="the CSV file whose titles are kept, by action_id (default: %(default)s)",
    )
    columns = commands.add_parser("columns", help="print what data/README.md says of each column")
    columns.set_defaults(run=_columns)
    return parser


def _add_level(level: argparse.ArgumentParser) -> None:
    level.set_defaults(run=_level)
    level.add_argument(
        "--most", type=int, required=True, help="how many deadlines a team may have at most"
    )
    level.add_argument("--per", choices=PER, required=True, help="in a month, quarter or year")
    level.add_argument(
        "--within", type=int, default=12, help="months by which one moves at most (%(default)s)"
    )
    level.add_argument("--either-way", action="store_true", help="earlier as well as later")
    level.add_argument(
        "--any-month", action="store_true", help="also where all deadlines end a quarter"
    )
    level.add_argument(
        "--hold", action="append", default=[], help="actions and teams that stay: E4,E5"
    )
    level.add_argument("--as-at", type=_month, help="a month such as 2026-11 (this month)")
    level.add_argument(
        "--data", type=Path, default=DATA, help="a folder of plan files, or a file as check takes"
    )
    level.add_argument("--json", action="store_true", help="print one object for programs")


def _month(text: str) -> pd.Period:
    try:
        return read_month(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _add_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a table as CSV, Excel, Word, PDF or text")
    parser.add_argument(
        "--map",
        type=Path,
        help="a JSON file with columns, separators, day_first, plan, publisher and names",
    )


def _check(options: argparse.Namespace) -> str:
    try:
        found = summary(_edition(options))
    except PlanError as error:
        if options.json:
            print(json.dumps(summary_of_none(error), ensure_ascii=False, indent=2))
        raise
    return json.dumps(found, ensure_ascii=False, indent=2) if options.json else as_sentences(found)


def _import(options: argparse.Namespace) -> str:
    edition, folder = _edition(options), options.output
    if folder.is_file():
        raise RefusedError(f"{folder} is a file: name a folder.")
    if held := [name for name in FILES if (folder / name).exists()]:
        if not options.replace:
            raise RefusedError(
                f"{folder} holds a plan already: name another folder, or say --replace."
            )
        for name in held:
            (folder / name).unlink()
    plan_files(edition).write(folder)
    written = f"{count_of(len(edition.actions), 'action')} written to {folder}"
    return f"{written}; {edition.set_aside:,} {agree(edition.set_aside, 'row', 'rows')} set aside."


def _changes(options: argparse.Namespace) -> str:
    before, after = _plan_in(options.before), _plan_in(options.after)
    if options.json:
        return json.dumps(change_report(before, after), ensure_ascii=False, indent=2)
    return change_sentences(before, after)


def _level(options: argparse.Namespace) -> str:
    plan = _plan_in(options.data)
    at = PlanAt(plan, options.as_at or pd.Period(date.today(), "M"))
    answer = fewest_moves(at, _limit(options, plan))
    said = _said_of(answer, at, as_json=options.json)
    if answer.none_because:
        raise NoAnswerError(said)
    return said


def _limit(options: argparse.Namespace, plan: Plan) -> Limit:
    names = {*plan.actions["action_id"], *plan.assignments["lead"]}
    # a name may hold a comma: what is one name of the plan is not parted
    held = [[each] if each in names else each.split(",") for each in options.hold]
    return Limit(
        most=options.most,
        per=PER[options.per],
        within=options.within,
        either_way=options.either_way,
        hold=tuple(name.strip() for each in held for name in each if name.strip()),
        any_month=options.any_month,
    )


def _said_of(answer: Answer, at: PlanAt, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(record_of(answer), ensure_ascii=False, indent=2)
    return sentences_of(answer, since=month_label(at.month))


def _plan_in(path: Path) -> Plan:
    """Return the plan in a folder of plan files, or in a file of any council."""
    if path.is_dir():
        return read_plan(PlanFiles.of(path))
    return read_plan(plan_files(read_edition(path.read_bytes(), file=path.name)))


def _edition(options: argparse.Namespace) -> Edition:
    choices = read_choices(options.map.read_bytes(), file=options.map.name) if options.map else None
    content = content_of(options.file)
    return read_edition(content, file=options.file.name, choices=choices or NOTHING_CHOSEN)


def _rebuild(options: argparse.Namespace) -> str:
    known = spellings(read_organisations((DATA / ORGANISATIONS_CSV).read_bytes()))
    source, titles = options.source, options.titles
    published = import_published(source.read_bytes(), file=source.name, known=known)
    kept = read_text_table(titles.read_bytes(), file=titles.name, columns=("action_id", "title"))
    plan = with_titles(published, dict(zip(kept["action_id"], kept["title"], strict=True)))
    plan.to_csv(options.output, index=False, lineterminator="\n")
    untitled = int(plan["title"].eq("").sum())
    return f"{len(plan)} actions written to {options.output}; {untitled} without a title."


def _columns(_: argparse.Namespace) -> str:
    return "\n\n".join(f"{file}\n\n{markdown_table(columns)}" for file, columns in FILES.items())


if __name__ == "__main__":
    sys.exit(main())
