"""Exhibits as one HTML file that opens from disk: words, drawn pictures, exact tables, no script.

It is what a committee paper or an intranet can hold; printed, it is A4.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Rows
from netzero.analysis.slide_part import in_room, lanes_in_room, left_out_of_room
from netzero.analysis.wording import capital, count_of
from netzero.charts.figures import BEHIND, alt_of, sized_figure
from netzero.charts.palette import css_variables
from netzero.charts.svg import svg_of
from netzero.charts.theme import PORTRAIT, Form
from netzero.exports.cover import AS_AT, FILTERS, LINK, MADE_ON, SCENARIO, TITLE, Cover
from netzero.exports.markup import escaped, facts_html, table_html
from netzero.exports.values import printable

MOST_ROWS = 500
BEHIND_NAME = "the actions behind it"
WIDE = 9  # columns, from which on a table takes smaller type
_HEAD = (SCENARIO, FILTERS, AS_AT, MADE_ON)
_STYLE = Path(__file__).parent / "handout.css"


def handout(exhibits: Sequence[Exhibit], *, cover: Cover, slides: bool = False) -> bytes:
    """Return exhibits as a page: their findings first, then each with its picture and its table.

    ``cover`` says what the page is about, and where all of it comes from (``cover_of``). Pictures
    of ``slides`` draw what those draw, and say what they leave out; so do tables of over
    ``MOST_ROWS`` rows.
    """
    title = escaped(printable(cover[TITLE]))
    head = {name: escaped(cover[name]) for name in _HEAD if name in cover}
    named = _with_names(exhibits)
    parts = (_section(exhibit, place, slides) for place, exhibit in enumerate(named, start=1))
    page = (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{css_variables()}{_style()}</style></head><body>"
        f"<header><h1>{title}</h1>{facts_html(head, style='head')}</header><main>"
        f"{_messages(exhibits)}{''.join(parts)}{_origin(cover)}</main></body></html>\n"
    )
    return page.encode("utf-8")


def _with_names(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Return exhibits whose titles, by which who listens tells their regions, are all different."""
    titles = [exhibit.title for exhibit in exhibits]
    return [
        replace(exhibit, title=f"{exhibit.title}, part {place}")
        if titles.count(exhibit.title) > 1
        else exhibit
        for place, exhibit in enumerate(exhibits, start=1)
    ]


def _messages(exhibits: Sequence[Exhibit]) -> str:
    """Return the findings, each as the way to its part; none where there is one alone."""
    if len(exhibits) == 1:
        return ""
    items = (
        f'<li><a href="#part-{place}">{_said(exhibit.finding)}</a></li>'
        for place, exhibit in enumerate(exhibits, start=1)
    )
    return f'<ol class="messages">{"".join(items)}</ol>'


def _section(exhibit: Exhibit, place: int, slides: bool) -> str:
    drawn, rest = exhibit, ""
    if slides and not isinstance(exhibit.picture, Rows):
        drawn = replace(exhibit, picture=in_room(exhibit.picture))
        rest = left_out_of_room(exhibit.picture)
    left_out = f'<p class="about">{_said(capital(rest))}.</p>' if rest else ""
    return (
        f'<section><h2 id="part-{place}">{_said(exhibit.finding)}</h2>'
        f'<p class="about">{_said(exhibit.about)}</p>{_picture(drawn)}{left_out}'
        f"{_behind(exhibit)}{_table(exhibit)}</section>"
    )


def _behind(exhibit: Exhibit) -> str:
    """Return what a slide shows beneath its picture: a few actions in full, and their bars."""
    behind = exhibit.behind
    if behind is None:
        return ""
    texts = (
        f"<h3>{_said(action.heading)}</h3><p>{_said(action.text)}</p>"
        f"{facts_html({name: _said(fact) for name, fact in action.facts.items()}, style='facts')}"
        for action in behind.in_full
    )
    also = "".join(f"<p>{_said(sentence)}</p>" for sentence in behind.also)
    lanes = replace(exhibit, picture=lanes_in_room(behind.lanes))
    return (
        "".join(texts) + also + _picture(lanes, alt=BEHIND, name=f"{exhibit.title}, {BEHIND_NAME}")
    )


def _picture(exhibit: Exhibit, *, alt: str = "", name: str = "") -> str:
    """Return what is drawn of an exhibit over the width of a sheet; rows are a table alone."""
    figure = sized_figure(exhibit, replace(Form.PAPER.value, half=PORTRAIT))
    if figure is None:
        return ""
    drawn = svg_of(figure, width=PORTRAIT, title=printable(alt or alt_of(exhibit)))
    name = escaped(printable(f"Picture: {name or exhibit.title}"))
    return f'<div class="picture" tabindex="0" role="region" aria-label="{name}">{drawn}</div>'


def _table(exhibit: Exhibit) -> str:
    table = exhibit.table
    if not len(table):
        return ""
    style = "wide" if len(table.columns) > WIDE else "plain"
    shown = table_html(table.between(0, MOST_ROWS), caption=exhibit.title, style=style)
    rest = len(table) - MOST_ROWS
    more = f"<p>{count_of(rest, 'more row')}: see the live view.</p>"
    return printable(shown) + (more if rest > 0 else "")


def _origin(cover: Cover) -> str:
    """Return where it comes from, how it was counted, and the way back to the live view."""
    facts = {
        name: escaped(printable(words)).replace("\n", "<br>")
        for name, words in cover.items()
        if name not in (TITLE, *_HEAD)
    }
    if LINK in facts:
        facts[LINK] = f'<a href="{facts[LINK]}">{facts[LINK]}</a>'
    said = facts_html(facts, style="facts")
    return f'<section class="origin"><h2>Where this comes from</h2>{said}</section>'


def _said(words: str) -> str:
    return escaped(printable(words))


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
