"""Text and tables as HTML. What comes from a plan is shown letter for letter, never as markup."""

import html
from collections.abc import Callable, Iterable, Mapping

from netzero.analysis.exhibit import Table, Value
from netzero.exports.values import value_text

Cell = Callable[[Value, str], str]


def escaped(text: str) -> str:
    """Return text so that HTML shows it as it stands."""
    return html.escape(text)


def facts_html(facts: Mapping[str, str], *, style: str) -> str:
    """Return names and what is said of them, given as HTML, as a list of facts."""
    rows = "".join(f"<dt>{escaped(name)}</dt><dd>{fact}</dd>" for name, fact in facts.items())
    return f'<dl class="{style}">{rows}</dl>'


def list_html(items: Iterable[str], *, style: str) -> str:
    """Return sentences as an HTML list."""
    return f'<ul class="{style}">{"".join(f"<li>{escaped(item)}</li>" for item in items)}</ul>'


def plain_cell(cell: Value, _: str = "") -> str:
    """Return a cell as it is read."""
    return escaped(value_text(cell))


def table_html(
    table: Table, *, caption: str, style: str = "nz-table", cell: Cell = plain_cell
) -> str:
    """Return a table as HTML in a region that scrolls; its first column names the rows.

    Months read ``Mar 2026``; missing values are blank. ``cell`` writes a value of a column.
    """
    head = "".join(
        f'<th scope="col"{_align(number)}>{escaped(name)}</th>'
        for name, number in zip(table.columns, table.numeric, strict=True)
    )
    rows = "".join(f"<tr>{_row(cells, table, cell)}</tr>" for cells in table.rows)
    return (
        f'<div class="nz-scroll" tabindex="0" role="region" aria-label="{escaped(caption)}">'
        f'<table class="{style}"><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(cells: tuple[Value, ...], table: Table, cell: Cell) -> str:
    first, *rest = (
        f"{_align(number)}>{cell(value, name)}"
        for value, name, number in zip(cells, table.columns, table.numeric, strict=True)
    )
    return f'<th scope="row"{first}</th>' + "".join(f"<td{each}</td>" for each in rest)


def _align(number: bool) -> str:
    return ' class="nz-number"' if number else ""
