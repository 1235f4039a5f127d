"""A figure as SVG: the marks and words that plotly.js draws, without a script or a browser.

It reads what the figures of this package hold and nothing else of what Plotly knows: bars, lines,
markers and words, shapes and notes, the labels of axes.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from netzero.charts import palette
from netzero.charts.marks import number_of_place
from netzero.charts.theme import FONT, Figure, width_of

LINE = 1.25  # how high a line of words is, in sizes of its letters
BASE = 0.35  # how far the foot of letters stands below their middle, in sizes
BOLDER = 1.05  # how much wider bold letters are
STANDOFF = 3  # between an axis or a point and its words, in pixels
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_BOLD = re.compile(r"(<b>|</b>)")


def svg_of(figure: Figure, *, width: float, title: str) -> str:
    """Return a figure ``width`` pixels wide as SVG, called ``title``, as high as it is laid out.

    Words of the figure are plain already, as plotly.js reads them: bold, line breaks, letters.
    """
    plane = Plane(figure["layout"], width)
    shapes = plane.layout["shapes"]
    parts = [
        *_shapes(plane, [shape for shape in shapes if shape.get("layer") == "below"]),
        *_bars(plane, [trace for trace in figure["data"] if _is_bars(trace)]),
        *(part for trace in figure["data"] for part in _drawn(plane, trace)),
        *_shapes(plane, [shape for shape in shapes if shape.get("layer") != "below"]),
        *_labels(plane),
        *(part for note in plane.layout["annotations"] for part in _note(plane, note)),
    ]
    size = plane.layout["font"]["size"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(plane.height)}"'
        f' role="img" aria-label="{html.escape(title)}" font-family="{FONT}" font-size="{size}"'
        f' fill="{palette.INK}">{"".join(parts)}</svg>'
    )


@dataclass(frozen=True)
class Plane:
    """Where things stand on a figure of a width: places on its axes in, pixels out."""

    layout: Mapping[str, Any]
    width: float

    @property
    def height(self) -> float:
        """How high the figure is."""
        return float(self.layout["height"])

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """The left, right, top and bottom edges of the room for marks."""
        margin = self.layout["margin"]
        return margin["l"], self.width - margin["r"], margin["t"], self.height - margin["b"]

    def x(self, value: float | str, ref: str = "x") -> float:
        """Return how far right a place on the x axis, or a share of the width, stands."""
        left, right, *_ = self.edges
        share = float(value) if ref == "paper" else self._share(value, "xaxis")
        return left + share * (right - left)

    def y(self, value: float, ref: str = "y") -> float:
        """Return how far down a place on the y axis, or a share of the height, stands."""
        *_, top, bottom = self.edges
        share = value if ref == "paper" else self._share(value, "yaxis")
        return bottom - share * (bottom - top)

    def _share(self, value: float | str, name: str) -> float:
        first, last = map(number_of_place, self.layout[name]["range"])
        return (number_of_place(value) - first) / (last - first)


# --- Bars


def _bars(plane: Plane, traces: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the bars, those of one look as one path, and the words in them."""
    stacked = plane.layout.get("barmode") == "stack"
    reached: dict[object, float] = defaultdict(float)
    for trace in traces:
        boxes = list(_boxes(plane, trace, reached if stacked else defaultdict(float)))
        looks = zip(_looks(trace, len(boxes)), boxes, strict=True)
        for (fill, edge, thick), own in groupby(looks, key=lambda pair: pair[0]):
            path = "".join(f"M{_n(x)} {_n(y)}h{_n(w)}v{_n(h)}h{_n(-w)}z" for _, (x, y, w, h) in own)
            drawn = f' stroke="{edge}" stroke-width="{thick}"' if thick else ""
            yield f'<path d="{path}" fill="{fill}"{drawn}/>'
        for words, (x, y, w, h) in zip(trace.get("text", ()), boxes, strict=False):
            yield from _text(x + w / 2, y + h / 2, words, trace["textfont"], anchor="middle")


def _is_bars(trace: Mapping[str, Any]) -> bool:
    """Return whether a trace draws bars that can be seen."""
    return trace["type"] == "bar" and trace.get("opacity") != 0


def _boxes(
    plane: Plane, trace: Mapping[str, Any], reached: dict[object, float]
) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, width and height of each bar; a stacked one stands on what was reached."""
    lying = trace["orientation"] == "h"
    usual = 1 - plane.layout.get("bargap", 0)
    for place, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        at, length = (y, x) if lying else (x, y)
        base = number_of_place(trace["base"][place]) if "base" in trace else reached[at]
        reached[at] = base + length
        across = _item(trace.get("width", usual), place)
        begin = number_of_place(at) + trace.get("offset", -across / 2)
        ends, sides = (base, base + length), (begin, begin + across)
        xs, ys = (ends, sides) if lying else (sides, ends)
        left, right = sorted(map(plane.x, xs))
        top, bottom = sorted(map(plane.y, ys))
        yield left, top, right - left, bottom - top


def _looks(trace: Mapping[str, Any], count: int) -> list[tuple[str, str, float]]:
    marker = trace["marker"]
    edge = marker["line"]
    return [
        (_item(marker["color"], at), _item(edge.get("color", ""), at), edge["width"])
        for at in range(count)
    ]


# --- Lines, markers and words


def _drawn(plane: Plane, trace: Mapping[str, Any]) -> Iterator[str]:
    mode = trace.get("mode", "") if trace["type"] == "scatter" else ""
    if "lines" in mode:
        yield _line(plane, trace)
    if "markers" in mode:
        yield from _markers(plane, trace)
    if "text" in mode:
        yield from _words(plane, trace)


def _line(plane: Plane, trace: Mapping[str, Any]) -> str:
    """Return lines through the points; where there is none a line ends."""
    steps, path, pen = trace["line"].get("shape") == "hv", [], "M"
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            pen = "M"
            continue
        across, down = _n(plane.x(x)), _n(plane.y(y))
        path.append(f"H{across}V{down}" if steps and pen == "L" else f"{pen}{across} {down}")
        pen = "L"
    look = f'stroke="{trace["line"]["color"]}" stroke-width="{trace["line"]["width"]}"'
    return f'<path d="{"".join(path)}" fill="none" {look}/>'


def _markers(plane: Plane, trace: Mapping[str, Any]) -> Iterator[str]:
    marker = trace["marker"]
    for place, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        half = _item(marker["size"], place) / 2
        across, down = plane.x(x), plane.y(y)
        edge = marker["line"]
        drawn = f' stroke="{edge["color"]}" stroke-width="{edge["width"]}"' if edge["width"] else ""
        look = f'fill="{_item(marker["color"], place)}"{drawn}'
        yield _symbol(_item(marker["symbol"], place), across, down, half, look)


def _symbol(name: str, x: float, y: float, half: float, look: str) -> str:
    if name == "circle":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}" {look}/>'
    if name == "square":
        side = _n(2 * half)
        return f'<path d="M{_n(x - half)} {_n(y - half)}h{side}v{side}h-{side}z" {look}/>'
    if name == "diamond":
        ends = f"{_n(x + half)} {_n(y)}L{_n(x)} {_n(y + half)}L{_n(x - half)} {_n(y)}"
        return f'<path d="M{_n(x)} {_n(y - half)}L{ends}z" {look}/>'
    tip = {"triangle-left": -half, "triangle-right": half}[name]
    points = f"M{_n(x + tip)} {_n(y)}L{_n(x - tip)} {_n(y - half)}V{_n(y + half)}z"
    return f'<path d="{points}" {look}/>'


def _words(plane: Plane, trace: Mapping[str, Any]) -> Iterator[str]:
    for place, words in enumerate(trace["text"]):
        height, side = _item(trace["textposition"], place).split()
        font = {name: _item(value, place) for name, value in trace["textfont"].items()}
        anchor = {"left": "end", "right": "start", "center": "middle"}[side]
        aside = {"end": -STANDOFF, "start": STANDOFF, "middle": 0}[anchor]
        down = plane.y(trace["y"][place]) - {"top": font["size"] * LINE / 2, "middle": 0}[height]
        yield from _text(plane.x(trace["x"][place]) + aside, down, words, font, anchor=anchor)


# --- Shapes, labels and notes


def _shapes(plane: Plane, shapes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for shape in shapes:
        if shape.get("xsizemode") == "pixel":
            left, top = plane.x(shape["xanchor"], "paper"), plane.y(shape["yanchor"], "paper")
            xs = [left + shape["x0"], left + shape["x1"]]
            ys = [top - shape["y0"], top - shape["y1"]]
        else:
            xs = [plane.x(shape[end], shape.get("xref", "x")) for end in ("x0", "x1")]
            ys = [plane.y(shape[end], shape.get("yref", "y")) for end in ("y0", "y1")]
        fill, edge = shape.get("fillcolor", "none"), shape["line"]
        look = f' stroke="{edge["color"]}" stroke-width="{edge["width"]}"' if edge["width"] else ""
        look += _dashes(edge)
        if shape["type"] == "line":
            yield f'<path d="M{_n(xs[0])} {_n(ys[0])}L{_n(xs[1])} {_n(ys[1])}"{look}/>'
        else:
            path = f"M{_n(xs[0])} {_n(ys[0])}H{_n(xs[1])}V{_n(ys[1])}H{_n(xs[0])}z"
            yield f'<path d="{path}" fill="{fill}"{look}/>'


def _dashes(line: Mapping[str, Any]) -> str:
    """Return how a line is dashed, given in pixels ("4px,3px"); blank for a whole one."""
    given = line.get("dash", "").replace("px", "")
    return f' stroke-dasharray="{given}"' if given else ""


def _labels(plane: Plane) -> Iterator[str]:
    left, right, top, _ = plane.edges
    axes = {name: each for name, each in plane.layout.items() if "axis" in name}
    for name, axis in axes.items():
        places = axis["tickvals"]
        said = axis["ticktext"] if "ticktext" in axis else [f"{place:,}" for place in places]
        for at, words in zip(places, said, strict=True):
            font = axis["tickfont"]
            if name == "xaxis":
                yield from _over(plane.x(at), top - axis.get("ticklabelstandoff", 0), words, axis)
            elif axis.get("anchor") == "free":
                edge = right if axis.get("position") else left
                yield from _text(edge + axis["shift"], plane.y(at), words, font, anchor="start")
            else:
                yield from _text(left - STANDOFF, plane.y(at), words, font, anchor="end")


def _over(x: float, foot: float, words: str, axis: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words over a place, their foot at ``foot``: level, or upright."""
    font = axis["tickfont"]
    if axis.get("tickangle") == -90:
        yield from _text(x, foot - STANDOFF, words, font, anchor="start", turned=True)
        return
    high = (words.count("<br>") + 1) * font["size"] * LINE
    yield from _text(x, foot - STANDOFF - high / 2, words, font, anchor="middle")


def _note(plane: Plane, note: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a note, on their ground if they have one."""
    font, words = note["font"], note["text"]
    anchor = _ANCHORS[note.get("xanchor", "center")]
    x = plane.x(note["x"], note["xref"]) + note.get("xshift", 0)
    y = plane.y(note["y"], note["yref"]) - note.get("yshift", 0)
    high = (words.count("<br>") + 1) * font["size"] * LINE + 2 * note["borderpad"]
    y += {"bottom": -high / 2, "top": high / 2, "middle": 0}[note.get("yanchor", "middle")]
    if ground := note.get("bgcolor"):
        wide = _width(words, font["size"]) + 2 * note["borderpad"] + 4
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        path = f"M{_n(left)} {_n(y - high / 2)}h{_n(wide)}v{_n(high)}h{_n(-wide)}z"
        yield f'<path d="{path}" fill="{ground}"/>'
        x += {"start": 2, "middle": 0, "end": -2}[anchor]
    yield from _text(x, y, words, font, anchor=anchor)


# --- Words


def _text(
    x: float,
    middle: float,
    words: str,
    font: Mapping[str, Any],
    *,
    anchor: str,
    turned: bool = False,
) -> Iterator[str]:
    """Yield words around a height, a text a line, as wide as they were given room for.

    Whoever reads it may have other letters than the dashboard, and wider ones.
    """
    lines, size = words.split("<br>"), font["size"]
    look = "" if font["color"] == palette.INK else f' fill="{font["color"]}"'
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        y = middle + (place - (len(lines) - 1) / 2) * size * LINE + size * BASE
        turn = f' transform="rotate(-90 {_n(x)} {_n(middle)})"' if turned else ""
        held = "" if anchor == "start" else f' text-anchor="{anchor}"'
        wide = f' textLength="{_width(line, size):.0f}" lengthAdjust="spacingAndGlyphs"'
        yield (
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{held}{look}{turn}{wide}'
            f' xml:space="preserve">{_spans(line)}</text>'
        )


def _width(words: str, size: float) -> float:
    """Return how wide the widest line of words is."""
    return max(
        width_of(html.unescape(_BOLD.sub("", line)), size) * (BOLDER if "<b>" in line else 1)
        for line in words.split("<br>")
    )


def _spans(line: str) -> str:
    """Return a line with its bold part as SVG has it."""
    bold = {"<b>": '<tspan font-weight="700">', "</b>": "</tspan>"}
    return "".join(bold.get(part, part) for part in _BOLD.split(line))


def _item(value: Any, place: int) -> Any:
    """Return what holds for one mark of a trace: its own of several, or the one of all."""
    return value[place] if isinstance(value, list) else value


def _n(value: float) -> str:
    """Return a number of pixels, as short as can be."""
    return f"{value:.1f}".removesuffix(".0")
