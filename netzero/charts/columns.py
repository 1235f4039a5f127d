"""Counts month by month, as columns on the delivery years."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from netzero.analysis.pictures import BEFORE, COUNT, MOVED, Columns, Series
from netzero.charts import axis, palette, steps, theme
from netzero.charts import key as keys
from netzero.charts.key import PAST, Entry
from netzero.charts.lane_ghosts import DASH
from netzero.charts.placing import Span, rows_of, stands_over
from netzero.charts.steps import Drawn
from netzero.charts.theme import DIAMOND, Figure, Margin, Size
from netzero.plan.months import month_label

HEIGHT = 320
THINNEST_GAPPED = 12
MOST_MONTHS_NAMED = 24
STEPS = (1, 2, 5)


def draw(picture: Columns, month: pd.Period, size: Size) -> Figure | None:
    """Return a column a month, months before ``month`` paler; None where there is no month.

    Totals are printed where they change, and deadlines in a strip beneath their months. Where
    columns count one thing alone, each says its count and its month itself.
    """
    if not picture.months:
        return None
    years = axis.years_of(picture.months[0], picture.months[-1])
    key = _key(picture, month)
    top = keys.height(key, room=size.half, size=size) + axis.head_height(size)
    left = theme.width_of("8" * _digits(picture), size.small) + size.small
    margin = Margin(round(left), size.small, top, size.small)
    plot = size.half - margin.left - margin.right
    drawn = Drawn(picture, month.ordinal, size, years, plot)
    figure = theme.figure(height=HEIGHT, margin=margin, size=size, barmode="stack", bargap=0)
    keys.add(figure, key, room=size.half, size=size)
    axis.add_years(figure, years, plot=plot, size=size)
    figure["data"] += [_layer(drawn, series) for series in picture.series]
    figure["data"] += _gaps(drawn)
    figure["layout"]["shapes"] += list(_against(drawn))
    foot = (_label_columns if _alone(picture) else _label_stacks)(figure, drawn)
    axis.add_as_at(figure, month, years, plot=plot, size=size, foot=foot)
    return figure


def _alone(picture: Columns) -> bool:
    return len(picture.series) == 1 and picture.series[0].meaning == COUNT


def _digits(picture: Columns) -> int:
    return max(len(f"{max(each.values):,}") for each in picture.series)


def _key(picture: Columns, month: pd.Period) -> list[Entry]:
    if _alone(picture):
        return []
    entries = [Entry(each.name, each.meaning) for each in picture.series]
    entries += [Entry(PAST)] if picture.months[0] < month else []
    entries += [Entry(f"{DIAMOND} deadlines")] if any(picture.deadlines) else []
    ways = {run.now > run.was for run in picture.differing()}
    entries += [Entry("lost", BEFORE)] if False in ways else []
    return entries + ([Entry("gained", MOVED)] if True in ways else [])


def _layer(drawn: Drawn, series: Series) -> dict[str, Any]:
    tone = palette.tone(series.meaning)
    line = {"color": tone.outline, "width": 0.5 * (drawn.each >= THINNEST_GAPPED)}
    return steps.layer(drawn, series, list(series.values), line=line, name=series.name)


def _gaps(drawn: Drawn) -> Iterator[dict[str, Any]]:
    """Yield the white lines between the layers of a stack."""
    ends = [*drawn.months, drawn.months[-1] + 1]
    floors = [0] * len(drawn.months)
    for series in drawn.picture.series[:-1]:
        floors = [floor + value for floor, value in zip(floors, series.values, strict=True)]
        yield {
            "type": "scatter",
            "mode": "lines",
            "x": [axis.day(month) for month in ends],
            "y": [*floors, floors[-1]],
            "line": {"color": palette.GROUND, "width": 2, "shape": "hv"},
        }


def _against(drawn: Drawn) -> Iterator[dict[str, Any]]:
    """Yield what columns lost against before, in a dashed outline, and what they gained."""
    for run in drawn.picture.differing():
        first, last = drawn.months[run.first], drawn.months[run.last]
        gained = run.now > run.was
        yield {
            "type": "rect",
            "xref": "x", "yref": "y",
            "x0": axis.day(first), "x1": axis.day(last + 1), "y0": run.was, "y1": run.now,
            "line": {"color": palette.AS_AT, "width": 3} if gained else
            {"color": palette.QUIET_INK, "width": 1.5, "dash": DASH},
            "layer": "above",
        }  # fmt: skip


# --- Columns of one thing, each with its count and its month


def _label_columns(figure: Figure, drawn: Drawn) -> float:
    """Print its count and month over each column, clear of its neighbours and of the line.

    Where they would pile up, counts stand alone.
    """
    size = drawn.size
    given = [place for place, total in enumerate(drawn.totals) if total]
    each = _inner(figure) * 0.62 / max(*drawn.totals, 1)
    for named in (True, False):
        words = [_words_over(drawn, place, named=named) for place in given]
        spans = [_beside_line(drawn, place, said) for place, said in zip(given, words, strict=True)]
        high = size.small * 1.3 * (1 + named)
        owns = [drawn.totals[place] for place in given]
        bases = [max(drawn.tallest(span), own) for span, own in zip(spans, owns, strict=True)]
        stands = stands_over(spans, bases, high=high, each=each)
        piled = any(
            held.base > own or held.lift > high for held, own in zip(stands, owns, strict=True)
        )
        if len(given) <= MOST_MONTHS_NAMED and not piled:
            break
    top = max(drawn.totals)
    over = max((held.lift + high - (top - held.base) * each for held in stands), default=0)
    _set_counts(figure, top, above=min(max(over, 0) + 4, _inner(figure) * 0.5), size=size)
    for place, said, span, held in zip(given, words, spans, stands, strict=True):
        theme.note(
            figure, "<br>".join((f"<b>{said[0]}</b>", *said[1:])), size=size.small,
            font=theme.font(size.small, drawn.ink(place)), x=axis.middle(drawn.months[place]),
            y=held.base, xref="x", yref="y", yanchor="bottom", yshift=round(held.lift + 1),
            xanchor="center", xshift=round((span.left + span.right) / 2 - drawn.middle(place)),
        )  # fmt: skip
    return 0.0


def _words_over(drawn: Drawn, place: int, *, named: bool) -> tuple[str, ...]:
    total, picture = drawn.totals[place], drawn.picture
    count = f"{DIAMOND}{total:,}" if picture.deadlines[place] == total else f"{total:,}"
    return (count, month_label(picture.months[place])) if named else (count,)


def _beside_line(drawn: Drawn, place: int, words: Sequence[str]) -> Span:
    """Return where a label reaches: over the middle of its column, or aside of the as-at line."""
    wide = max(theme.width_of(each, drawn.size.small) for each in words)
    left = drawn.middle(place) - wide / 2
    right_most = drawn.plot + drawn.size.small - wide
    if left - 4 < drawn.line < left + wide + 4:
        before = drawn.past(place) or drawn.line + 5 > right_most
        left = drawn.line - 5 - wide if before else drawn.line + 5
    left = min(max(left, 0), right_most)
    return Span(left, left + wide)


# --- Stacks, with totals where they change and deadlines beneath


def _label_stacks(figure: Figure, drawn: Drawn) -> float:
    """Print deadlines and totals; return which share of the plot's height deadlines take."""
    size, deadlines = drawn.size, drawn.picture.deadlines
    ending = [place for place, count in enumerate(deadlines) if count]
    words = [f"{DIAMOND}{deadlines[place]:,}" for place in ending]
    rows = rows_of([_around(drawn, place, said) for place, said in zip(ending, words, strict=True)])
    line = size.small * 1.35
    below = (max(rows) + 1) * line + 4 if rows else 0
    most = max(*drawn.totals, *drawn.picture.was, 1)
    each = _set_counts(figure, most, above=line + 6, below=below, size=size)
    figure["data"].append(
        theme.texts(
            [axis.middle(drawn.months[place]) for place in ending],
            [round(-(4 + (row + 0.5) * line) * each, 4) for row in rows],
            [f"<b>{said}</b>" for said in words],
            textposition="middle center",
            textfont=theme.font(size.small, [drawn.ink(place) for place in ending]),
        )
    )
    figure["data"].append(steps.totals(drawn, height=float))
    return below / _inner(figure)


def _around(drawn: Drawn, place: int, words: str) -> Span:
    wide = theme.width_of(words, drawn.size.small)
    return Span(drawn.middle(place) - wide / 2, drawn.middle(place) + wide / 2)


# --- The scale of counts


def _inner(figure: Figure) -> float:
    layout = figure["layout"]
    return float(layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])


def _set_counts(figure: Figure, most: int, *, above: float, below: float = 0, size: Size) -> float:
    """Give counts their axis, with room for words above and below; return the counts a pixel."""
    inner = _inner(figure)
    each = max(most, 1) / max(inner - above - below, inner * 0.3)
    layout = figure["layout"]
    layout["yaxis"] = theme.axis(
        range=[round(-below * each, 4), round(max(most, 1) + above * each, 4)],
        tickvals=_ticks(max(most, 1)),
        tickfont=theme.font(size.small, palette.QUIET_INK),
        tickformat=",d",
        ticklabelstandoff=2,
    )
    layout["shapes"].append(axis.across(0, colour=palette.QUIET_INK))
    return each


def _ticks(most: int) -> list[int]:
    """Return the round counts that an axis names: 0 and at most five more."""
    steps = (step * 10**power for power in range(12) for step in STEPS)
    step = next(step for step in steps if most <= 5 * step)
    return list(range(0, most + 1, step))
