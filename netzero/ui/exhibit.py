"""An exhibit on the screen: the finding, what is counted, the picture, its exact table."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Rows
from netzero.charts.theme import Form
from netzero.exports.markup import list_html
from netzero.ui import address
from netzero.ui.address import Parameter
from netzero.ui.chart import Placed, show_chart
from netzero.ui.grid import show_rows
from netzero.ui.marks import open_named
from netzero.ui.pins import pin_html
from netzero.ui.rows import list_rows
from netzero.ui.screen import current_form, current_screen
from netzero.ui.tables import search_table, show_table
from netzero.ui.text import contents, heading


def say(exhibit: Exhibit, *, level: int = 2) -> None:
    """Say the finding of an exhibit alone, without its picture and its table."""
    _announce(exhibit, level=level)


def show(
    exhibit: Exhibit,
    *,
    level: int = 2,
    head: DeltaGenerator | None = None,
    narrow: Callable[[], Exhibit] | None = None,
    filters: Parameter | None = None,
    placed: Placed = Placed.WHOLE,
    behind: Sequence[Exhibit] = (),
) -> None:
    """Show an exhibit: rows as a table, any other picture drawn, with its table behind it.

    The finding is a heading of ``level``; it stands in ``head``, a place further up, if given.
    On narrow screens what ``narrow`` returns stands in for an exhibit that needs more room; links
    to marks of the other still open them. A mark opens what lies behind it, or with ``filters``
    narrows the scope to its name. ``placed`` says where it stands. The tables of
    exhibits ``behind`` it stand with its own.
    """
    if narrow and current_form() is Form.NARROW:
        _note(exhibit)
        exhibit = narrow()
    _announce(exhibit, level=level, head=head)
    if not len(exhibit.table):
        return
    if isinstance(exhibit.picture, Rows):
        show_table(exhibit.table, caption=exhibit.title, key=exhibit.question)
        return
    show_chart(exhibit, on_point=partial(_take, exhibit, filters), placed=placed)
    with st.expander(
        "Show as table", key=f"{exhibit.question}-table", type="compact", on_change="rerun"
    ) as table:
        if table.open:
            for each in (exhibit, *behind):
                show_table(
                    each.table, caption=each.title if behind else each.finding, key=each.question
                )


def show_list(
    exhibit: Exhibit,
    *,
    beside: Sequence[str] = (),
    folded: str = "",
    head: DeltaGenerator | None = None,
    level: int = 2,
) -> None:
    """Show an exhibit of rows as a list in which each row opens what lies behind it.

    Columns named in ``beside`` stand beside a row. Rows that begin with the word ``folded`` are
    folded under it.
    """
    _announce(exhibit, head=head, level=level)
    list_rows(exhibit, beside=beside, folded=folded)


def show_grid(
    exhibit: Exhibit,
    *,
    columns: Sequence[str],
    level: int = 2,
    sorted_by: Parameter | None = None,
) -> None:
    """Show ``columns`` of an exhibit of rows as a table whose rows open.

    It can be sorted where ``sorted_by``, a parameter of the page, holds by what.
    """
    _announce(exhibit, level=level)
    if isinstance(exhibit.picture, Rows) and len(exhibit.table):
        show_rows(exhibit, exhibit.picture, columns=columns, sorted_by=sorted_by)


def show_names(exhibit: Exhibit, *, label: str, columns: Sequence[str], apart: str) -> None:
    """Show an exhibit's table as a list of names to search in, each a link.

    Beside the names stand ``columns``. Rows whose last cell of these ends in the word ``apart``,
    in brackets, stand by themselves.
    """
    _announce(exhibit)
    if not len(exhibit.table):
        return
    search_table(exhibit.table, label=label, columns=columns, apart=apart, key=exhibit.question)


def show_contents(*exhibits: Exhibit) -> None:
    """Offer a way to each of the exhibits of a long page."""
    contents({exhibit.question: exhibit.title for exhibit in exhibits})


def show_rules(exhibits: Sequence[Exhibit]) -> None:
    """Say how was counted in exhibits, each rule once."""
    rules = dict.fromkeys(exhibit.rule for exhibit in exhibits if exhibit.rule)
    if rules:
        st.html(
            f'<h2 class="nz-rules">How this is counted</h2>{list_html(rules, style="nz-rules")}'
        )


def _take(exhibit: Exhibit, filters: Parameter | None, names: Sequence[str]) -> None:
    if filters is None:
        open_named(exhibit, names)
    elif exhibit.spot(names):
        address.put(filters, *names)


def _announce(exhibit: Exhibit, *, level: int = 2, head: DeltaGenerator | None = None) -> None:
    """Write the finding and what stands beneath it, and note that the page shows the exhibit."""
    _note(exhibit)
    with head or nullcontext():
        heading(
            exhibit.finding,
            f"{exhibit.counted}.",
            level=level,
            anchor=exhibit.question,
            where=exhibit.where,
            button=pin_html(exhibit),
        )


def _note(exhibit: Exhibit) -> None:
    """Note that the marks of an exhibit can be opened on the page."""
    if screen := current_screen():
        screen.exhibits.append(exhibit)
