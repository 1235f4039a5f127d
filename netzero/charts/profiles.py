"""Levels period by period as steps, a row a name, and in words what changes next."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from netzero.analysis.pictures import Now, Profiles, Stretch
from netzero.analysis.positions import IN_DELIVERY, ONGOING
from netzero.charts import axis, palette, theme
from netzero.charts import key as keys
from netzero.charts.heads import Heads, add_heads, heads_of
from netzero.charts.key import PAST, Entry
from netzero.charts.placing import first_come
from netzero.charts.profile_layout import Layout
from netzero.charts.theme import DIAMOND, Figure, Margin, Size


class Bar(NamedTuple):
    """A part of the steps: its foot and top from above, its colour, from where to where."""

    low: float
    high: float
    colour: str
    left: float
    right: float


def draw(picture: Profiles, month: pd.Period, size: Size) -> Figure | None:
    """Return a row a name: its steps, ongoing work below, and what changes next.

    Steps are paler before the month. Totals stand where they change on rows that are high enough,
    deadlines over the period that holds them. On narrow screens words stand over and under the
    steps. None where there is nothing to draw.
    """
    if not picture.profiles or not picture.columns:
        return None
    layout, now = Layout(picture, size), _now(picture, month)
    key = _key(picture, past=now.begin > -0.5)
    heads = _heads(layout)
    tag, above = axis.tag_height(size), keys.height(key, room=layout.room_of_key, size=size)
    head = tag + heads.high + round(size.text * 1.4 * bool(heads.groups))
    top = head + above if layout.stacked else max(head, above + round(layout.line))
    figure = theme.figure(
        height=layout.height + top + size.small,
        margin=Margin(layout.left, layout.right, top, size.small),
        size=size,
        barmode="overlay",
    )
    add_heads(figure, heads, size, lift=tag)
    keys.add(figure, key, room=layout.room_of_key, size=size)
    runs = list(picture.runs())
    figure["data"] += [_steps(layout, runs, now), _places(layout)]
    figure["data"] += [_deadlines(layout, now), _totals(layout, runs, now)]
    _name_rows(figure, layout)
    (_write_under if layout.stacked else _write_beside)(figure, layout)
    _mark_as_at(figure, layout, month, now)
    return figure


def _key(picture: Profiles, *, past: bool) -> list[Entry]:
    counted = (
        (ONGOING, any(level.ongoing for level in picture.levels)),
        (IN_DELIVERY, any(level.value > level.ongoing for level in picture.levels)),
    )
    entries = [Entry(meaning, meaning) for meaning, drawn in counted if drawn]
    entries += [Entry(PAST)] * past
    if any(level.deadlines for level in picture.levels):
        entries.append(Entry(f"{DIAMOND} deadlines"))
    own = picture.profiles[0].whole and len(picture.profiles) > 1
    return [*entries, *[Entry("first row on a scale of its own")] * own]


def _heads(layout: Layout) -> Heads:
    """Return the names of the columns; where they would stand upright, those of the years alone."""
    heads = heads_of(layout.picture.columns, layout.each, layout.size)
    if heads.angle and heads.groups:
        return replace(heads, words=("",) * len(heads.words), angle=0, high=0)
    return heads


def _now(picture: Profiles, month: pd.Period) -> Now:
    """Return where a month stands on the axis, where the middle of the first column is 0."""
    now = picture.now(month)
    return now._replace(begin=now.begin - 0.5, middle=now.middle - 0.5)


# --- Steps


def _steps(layout: Layout, runs: list[Stretch], now: Now) -> dict[str, Any]:
    """Return the steps: a bar a layer of a run, and for what is before the month one of its own."""
    bars = list(_joined(bar for run in runs for bar in _bars_of(layout, run, now)))
    return theme.bars(
        base=[round(bar.left, 3) for bar in bars],
        x=[round(bar.right - bar.left, 3) for bar in bars],
        y=[round((bar.low + bar.high) / 2, 1) for bar in bars],
        width=[round(bar.low - bar.high, 1) for bar in bars],
        marker={"color": [bar.colour for bar in bars], "line": {"width": 0}},
    )


def _bars_of(layout: Layout, run: Stretch, now: Now) -> Iterator[Bar]:
    for meaning, low, high in _layers(layout, run):
        tone = palette.tone(meaning)
        for left, right in _parted(run, now):
            yield Bar(low, high, tone.past if right <= now.begin else tone.fill, left, right)


def _joined(bars: Iterable[Bar]) -> Iterator[Bar]:
    """Yield bars with those made one that touch and are of one height and colour."""
    held: Bar | None = None
    for bar in sorted(bars):
        if held and bar[:3] == held[:3] and bar.left <= held.right:
            held = held._replace(right=bar.right)
            continue
        if held:
            yield held
        held = bar
    if held:
        yield held


def _layers(layout: Layout, run: Stretch) -> Iterator[tuple[str, float, float]]:
    """Yield the layers of a run from below, each with its foot and its top: a pixel parts them."""
    row = layout.rows[run.row]
    floor, top = row.base - row.high(run.ongoing), row.base - row.high(run.value)
    if run.ongoing:
        yield ONGOING, row.base, floor
    if run.value > run.ongoing:
        yield IN_DELIVERY, floor - min(1, row.unit / 3) * bool(run.ongoing), top


def _parted(run: Stretch, now: Now) -> Iterator[tuple[float, float]]:
    """Yield where a run begins and ends before the month, and from it on."""
    left, right = run.first - 0.5, run.last + 0.5
    if left < now.begin:
        yield left, min(right, now.begin)
    if right > now.begin:
        yield max(left, now.begin), right


def _places(layout: Layout) -> dict[str, Any]:
    """Return the place of each level, as high as its row: unseen, it is what can be pointed at."""
    levels = layout.picture.levels
    rows = [layout.rows[level.row] for level in levels]
    return theme.bars(
        base=[level.column - 0.5 for level in levels],
        x=[1] * len(levels),
        y=[round((row.top + row.foot) / 2, 1) for row in rows],
        width=[round(row.foot - row.top, 1) for row in rows],
        marker={"color": palette.GROUND, "line": {"width": 0}},
        opacity=0,
        **theme.pointed([level.spot for level in levels]),
    )


# --- Words over the steps


def _deadlines(layout: Layout, now: Now) -> dict[str, Any]:
    """Return a sign at the end of each period with deadlines, and how many where several."""
    levels = [level for level in layout.picture.levels if level.deadlines]
    inks = [_ink(level.column + 0.5 <= now.begin) for level in levels]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(layout.end_of(level), 3) for level in levels],
        "y": [layout.over(level.row, layout.span_of(level)) for level in levels],
        "text": [f"<b>{level.deadlines:,}</b>" if level.deadlines > 1 else "" for level in levels],
        "textposition": "middle left",
        "textfont": theme.font(layout.size.small, inks),
        "marker": {"symbol": "diamond", "size": layout.sign, "color": inks, "line": {"width": 0}},
        "cliponaxis": False,
    }


def _totals(layout: Layout, runs: list[Stretch], now: Now) -> dict[str, Any]:
    """Return the totals where they change, the nearest ahead first, clear of deadlines."""
    said = []
    for place, row in enumerate(layout.rows):
        if row.told:
            own = [run for run in runs if run.row == place]
            said += [(place, *each) for each in _totals_of(layout, own, now)]
    return theme.texts(
        [round(at, 3) for _, at, _, _ in said],
        [layout.over(place, layout.span_from(at + 0.5, words)) for place, at, words, _ in said],
        [f" {words}" if past else f" <b>{words}</b>" for *_, words, past in said],
        textposition="middle right",
        textfont=theme.font(layout.size.small, [_ink(past) for *_, past in said]),
    )


def _totals_of(layout: Layout, runs: list[Stretch], now: Now) -> Iterator[tuple[float, str, bool]]:
    """Yield where each total of a row that has room begins, its words, and whether it is past."""
    changes = [
        run
        for place, run in enumerate(runs)
        if not place or runs[place - 1].value != run.value or runs[place - 1].last + 1 < run.first
    ]
    given = [(run.first - 0.5, f"{run.value:,}", run.first - 0.5 < now.begin) for run in changes]
    given.sort(key=lambda each: (each[2], -each[0] if each[2] else each[0]))
    if now.inside:
        held = (run for run in runs if run.first - 0.5 <= now.begin < run.last + 0.5)
        given[:0] = [(now.middle, f"{run.value:,}", False) for run in held]
    signs = [
        layout.span_of(level)
        for level in layout.picture.levels
        if runs and level.row == runs[0].row and level.deadlines
    ]
    spans = signs + [layout.span_from(at + 0.5, words) for at, words, _ in given]
    yield from (given[each - len(signs)] for each in first_come(spans) if each >= len(signs))


def _ink(past: bool) -> str:
    return palette.QUIET_INK if past else palette.INK


# --- Words beside the steps


def _name_rows(figure: Figure, layout: Layout) -> None:
    """Write names with what is live now, and a line under each row."""
    places = range(len(layout.rows))
    heights = [round(layout.name_height(place), 1) for place in places]
    live = [f"{profile.live:,}" for profile in layout.picture.profiles]
    short = [
        theme.short(name, room=layout.names, size=layout.size.text) for name in layout.picture.rows
    ]
    names = [f"{name} <b>{count}</b>" for name, count in zip(short, live, strict=True)]
    if not layout.stacked:
        rows = zip(short, layout.picture.profiles, strict=True)
        names = [f"<b>{name}</b>" if row.whole else name for name, row in rows]
        figure["data"].append(
            theme.texts(
                [-0.5] * len(heights),
                heights,
                [f"<b>{count}</b> " for count in live],
                textposition="middle left",
                textfont=theme.font(layout.size.text),
            )
        )
        _head(figure, layout, "live", x=0, xanchor="right", xshift=-layout.size.small // 2)
    figure["layout"]["yaxis"] = axis.words_down(
        heights,
        names,
        shift=-layout.left,
        reach=[_room_for_rows(figure), 0],
        size=layout.size.text,
    )
    figure["layout"]["shapes"] += [
        axis.across(round(row.foot, 1), colour=_line_under(layout, place))
        for place, row in enumerate(layout.rows)
    ]


def _room_for_rows(figure: Figure) -> float:
    """Return how high the room for marks is, so that a pixel of a row is one of the figure."""
    layout = figure["layout"]
    return float(layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])


def _line_under(layout: Layout, place: int) -> str:
    whole = layout.picture.profiles[place].whole
    return palette.INK if whole or place + 1 == _first_still(layout) else palette.RULE


def _first_still(layout: Layout) -> int:
    """Return the first row from which on nothing changes any more."""
    ahead = [place for place, each in enumerate(layout.picture.profiles) if each.ahead]
    return max(ahead, default=-1) + 1


def _head(figure: Figure, layout: Layout, words: str, **place: Any) -> None:
    theme.note(figure, words, size=layout.size.small, y=1, yanchor="bottom", yshift=3, **place)


def _write_beside(figure: Figure, layout: Layout) -> None:
    """Write what changes next after the steps, a column each for when, the course, and what."""
    size, lines = layout.size, []
    for place, row in enumerate(layout.rows):
        shown = layout.ahead(place)
        foot = row.base - layout.line / 2
        lines += [
            (round(foot - (len(shown) - 1 - at) * layout.line, 1), ahead)
            for at, ahead in enumerate(shown)
        ]
    heights = [height for height, _ in lines]
    whens = [f"<b>{ahead.when}</b>" for _, ahead in lines]
    still = len(layout.rows) - _first_still(layout)
    if still:
        heights.append(round(layout.name_height(_first_still(layout)), 1))
        whens.append(f"none in these {still:,}" if still > 1 else "none here")
    shift = size.small
    for at, words in enumerate(
        (whens, [ahead.course for _, ahead in lines], [ahead.words for _, ahead in lines])
    ):
        if layout.columns[at]:
            axis.add_words_down(
                figure,
                at + 2,
                heights[: len(words)],
                words,
                shift=shift,
                size=size.small,
                after=True,
            )
            shift += layout.columns[at]
    _head(figure, layout, "Next change", x=1, xanchor="left", xshift=size.small)


def _write_under(figure: Figure, layout: Layout) -> None:
    """Write the next change of each row under its steps."""
    said = [
        (row.base + layout.line / 2, ahead)
        for place, row in enumerate(layout.rows)
        for ahead in layout.ahead(place)
    ]
    figure["data"].append(
        theme.texts(
            [-0.5] * len(said),
            [round(height, 1) for height, _ in said],
            [f"{ahead.when}: {ahead.course}; {ahead.words}" for _, ahead in said],
            textposition="middle right",
            textfont=theme.font(layout.size.small, palette.QUIET_INK),
        )
    )


def _mark_as_at(figure: Figure, layout: Layout, month: pd.Period, now: Now) -> None:
    size, count = layout.size, len(layout.picture.columns)
    words = axis.as_at_words(month, size=size, room=2 * layout.each)
    if now.inside:
        figure["layout"]["shapes"] += _as_at_lines(layout, round(now.middle, 3))
    elif now.middle <= -0.5:
        words = f"◄ {words}"
    else:
        words = f"{words} ►"
    share = (now.middle + 0.5) / count
    axis.add_tag(figure, words, share=share, plot=layout.each * count, size=size)


def _as_at_lines(layout: Layout, at: float) -> list[dict[str, Any]]:
    """Return the as-at line, broken where the words of a row stand over and under its steps."""
    whole = axis.upright(at, colour=palette.AS_AT, width=2, over=True)
    if not layout.stacked:
        return [whole]
    return [
        {**whole, "yref": "y", "y0": round(row.base, 1), "y1": round(layout.head_of(place), 1)}
        for place, row in enumerate(layout.rows)
    ]
