"""The command line: ``python -m netzero check``, ``import``, ``rebuild`` and ``columns``."""

import argparse
import json
import sys
from pathlib import Path

from netzero.plan import PlanError
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
from netzero.plan.organisations import read_organisations, spellings
from netzero.plan.tables import read_text_table


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after printing what is wrong with its input."""
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except (PlanError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


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
    edition = _edition(options)
    plan_files(edition).write(options.output)
    written = f"{len(edition.actions)} actions written to {options.output}"
    return f"{written}; {edition.set_aside} rows set aside."


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
