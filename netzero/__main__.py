"""The command line: ``python -m netzero import SOURCE -o data/actions.csv``."""

import argparse
import sys
from pathlib import Path

from netzero.plan import PlanError
from netzero.plan.importing import import_published, with_titles
from netzero.plan.organisations import read_organisations, spellings
from netzero.plan.reading import DATA
from netzero.plan.tables import read_text_table


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after printing what is wrong with its input."""
    options = _parser().parse_args(arguments)
    try:
        print(_import(options.source, options.output, titles=options.titles))
    except (PlanError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m netzero", description=__doc__)
    command = parser.add_subparsers(required=True).add_parser(
        "import", help="rebuild the published columns of a plan file from the published text"
    )
    command.add_argument("source", type=Path, help="the published tables as text")
    command.add_argument("-o", "--output", type=Path, required=True, help="the CSV file to write")
    command.add_argument(
        "--titles",
        type=Path,
        default=DATA / "actions.csv",
        help="the CSV file whose titles are kept, by action_id (default: %(default)s)",
    )
    return parser


def _import(source: Path, output: Path, *, titles: Path) -> str:
    known = spellings(read_organisations(DATA / "organisations.csv"))
    published = import_published(source, known=known)
    kept = read_text_table(titles, columns=("action_id", "title"))
    plan = with_titles(published, kept)
    plan.to_csv(output, index=False, lineterminator="\n")
    untitled = int(plan["title"].eq("").sum())
    return f"{len(plan)} actions written to {output}; {untitled} without a title."


if __name__ == "__main__":
    sys.exit(main())
