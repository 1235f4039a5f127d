"""Results as Markdown, and their place in a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
Row = Sequence[str]


@dataclass(frozen=True)
class Goal:
    """What was aimed at, what was found, and whether that reaches it."""

    what: str
    wanted: str
    found: str
    met: bool


@dataclass(frozen=True)
class Part:
    """The results of one measurement: a table of their own, and the goals they are held to."""

    title: str
    header: Row
    rows: Sequence[Row]
    goals: Sequence[Goal]


def goal_at_most(
    what: str, limit: float, found: dict[str, float], *, unit: str = "", digits: int = 2
) -> Goal:
    """Return whether the worst of what was found is at most ``limit``; NaN is never that.

    ``found`` is named by where it was found.
    """
    where, worst = max(found.items(), key=lambda each: (each[1] != each[1], each[1]))
    wanted = f"at most {limit:g}{unit}"
    return Goal(what, wanted, f"{worst:,.{digits}f}{unit} ({where})", worst <= limit)


def part_text(part: Part) -> str:
    """Return the heading and the table of a part."""
    return f"### {part.title}\n\n{markdown(part.header, part.rows)}"


def goals_text(parts: Sequence[Part]) -> str:
    """Return every goal of the parts as one table."""
    rows = [
        (goal.what, goal.wanted, goal.found, "met" if goal.met else "**not met**")
        for part in parts
        for goal in part.goals
    ]
    return markdown(("what", "aimed at", "found", "goal"), rows)


def markdown(header: Row, rows: Sequence[Row]) -> str:
    """Return a Markdown table; its first column is words, the others numbers."""
    rule = ["---", *["--:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))


def put_between_markers(document: str, text: str) -> str:
    """Return a document with ``text`` in place of what stood between its two markers.

    Raises ``ValueError`` where the markers do not stand there once each, in their order.
    """
    if document.count(BEGIN) != 1 or document.count(END) != 1:
        raise ValueError(f"The document needs {BEGIN} and {END} once each")
    before, _, rest = document.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{END} stands before {BEGIN}")
    return f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}"


def write_between_markers(path: Path, text: str) -> None:
    """Write ``text`` between the markers of a file; the rest of it stays. Raises ``ValueError``."""
    document = put_between_markers(path.read_text(encoding="utf-8"), text)
    path.write_text(document, encoding="utf-8")
