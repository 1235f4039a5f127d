"""The command line: ``python -m netzero import`` and ``python -m netzero columns``."""

import argparse
import sys
from pathlib import Path

from netzero.plan import PlanError
from netzero.plan.columns import FILES, markdown_table
from netzero.plan.files import DATA, ORGANISATIONS_CSV
from netzero.plan.importing import import_published, with_titles
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
    importing = commands.add_parser(
        "import", help="rebuild the published columns of a plan file from the published text"
    )
    importing.set_defaults(run=_import)
    importing.add_argument("source", type=Path, help="the published tables as text")
    importing.add_argument("-o", "--output", type=Path, required=True, help="the CSV file to write")
    importing.add_argument(
        "--titles",
        type=Path,
        default=DATA / "actions.csv",
        help="the CSV file whose titles are kept, by action_id (default: %(default)s)",
    )
    columns = commands.add_parser("columns", help="print what data/README.md says of each column")
    columns.set_defaults(run=_columns)
    return parser


def _import(options: argparse.Namespace) -> str:
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
