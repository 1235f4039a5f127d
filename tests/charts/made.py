"""Exhibits made by hand, and what tests read from figures."""

import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table
from netzero.analysis.pictures import (
    COUNT,
    Ahead,
    Bars,
    Cell,
    CellColumn,
    Cells,
    Columns,
    Lane,
    Lanes,
    Level,
    Link,
    Links,
    Node,
    Part,
    Parts,
    Picture,
    Profile,
    Profiles,
    Rows,
    Series,
    Spot,
)
from netzero.analysis.positions import ENDED, IN_DELIVERY, NOT_STARTED, ONGOING
from tests.builders import month

HOSTILE = '<b>x</b><a href="https://e.example">&'
MARKUP = ("<b>x</b>", "<a ", "<i>")
YEARS = ("2025-26", "2026-27")


def exhibit(picture: Picture, *, as_at: str = "2026-11") -> Exhibit:
    return Exhibit(
        question="made",
        title="Made",
        finding="2 of 3 actions are live",
        counted="Actions by position: 3",
        scope="Whole plan",
        month=month(as_at),
        table=Table(("Name",), (("Red Team",),), (False,)),
        rule="By hand.",
        picture=picture,
    )


def spot(*names: str, ids: tuple[str, ...] = ("A1",)) -> Spot:
    return Spot(names, f"{', '.join(names)}: words", ids)


def parts(**sizes: int) -> Parts:
    positions = {
        "delivery": IN_DELIVERY,
        "ongoing": ONGOING,
        "waiting": NOT_STARTED,
        "ended": ENDED,
    }
    return Parts(
        tuple(
            Part(positions[key], positions[key], size, spot(positions[key]))
            for key, size in sizes.items()
        )
    )


def bars(counts: dict[str, tuple[int, int]], *, noun: str = "team") -> Bars:
    """Return a bar a name, of its ongoing and in-delivery actions."""
    ongoing, delivery = zip(*counts.values(), strict=True) if counts else ((), ())
    return Bars(
        noun=noun,
        names=tuple(counts),
        series=(Series(ONGOING, ONGOING, ongoing), Series(IN_DELIVERY, IN_DELIVERY, delivery)),
        bar_spots=tuple(spot(name) for name in counts),
    )


def stack(first: str, ongoing: list[int], delivery: list[int], deadlines: list[int]) -> Columns:
    """Return a column a month from ``first``, in delivery on the floor of ongoing."""
    months = tuple(month(first) + place for place in range(len(ongoing)))
    return Columns(
        months=months,
        series=(
            Series(ONGOING, ONGOING, tuple(ongoing)),
            Series(IN_DELIVERY, IN_DELIVERY, tuple(delivery)),
        ),
        deadlines=tuple(deadlines),
        column_spots=tuple(spot(str(each)) for each in months),
    )


def counted(counts: dict[str, int]) -> Columns:
    """Return a column of deadlines a month."""
    return Columns(
        months=tuple(map(month, counts)),
        series=(Series("deadlines", COUNT, tuple(counts.values())),),
        deadlines=tuple(counts.values()),
        column_spots=tuple(map(spot, counts)),
    )


def lane(label: str, dates: str, position: str = IN_DELIVERY, **given) -> Lane:
    """Return the lane of dates such as ``2025-04-01 2026-04-01``; none where they are empty."""
    left, right = map(pd.Timestamp, dates.split()) if dates else (None, None)
    fields = {
        "group": "",
        "title": f"Do {label}",
        "leads": ("Red Team",),
        "enters": False,
        "leaves": False,
        "words": "",
        "spot": spot(label, ids=(label,)),
    }
    return Lane(label=label, position=position, left=left, right=right, **{**fields, **given})


def lanes(*given: Lane) -> Lanes:
    return Lanes(YEARS, given)


def cells(values: list[list[int]], *, columns=None) -> Cells:
    """Return cells a row a list."""
    rows = tuple(f"Team {place + 1}" for place in range(len(values)))
    columns = columns or tuple(
        CellColumn(year, year, year, month(f"{year[:4]}-04"), month(f"{year[:4]}-04") + 11)
        for year in ("2025-26", "2026-27", "2027-28")[: len(values[0])]
    )
    return Cells(
        noun="team",
        rows=rows,
        columns=columns,
        cells=tuple(
            Cell(
                row,
                column,
                value,
                spot(rows[row], columns[column].name),
            )
            for row, held in enumerate(values)
            for column, value in enumerate(held)
        ),
    )


def profiles(*names: str) -> Profiles:
    """Return a row a name, with 2 ongoing and 1 in delivery that ends in the year."""
    [year] = cells([[1]]).columns
    ahead = (Ahead("Apr 2026", "3 → 2", "1 ends"),)
    return Profiles(
        noun="team",
        profiles=tuple(Profile(name, 3, ahead) for name in names),
        columns=(year,),
        levels=tuple(Level(row, 0, 3, 2, 1, spot(name)) for row, name in enumerate(names)),
        most=12,
        most_of_all=24,
    )


def links(*pairs: tuple[str, str, int]) -> Links:
    """Return the links of team, partner and shared actions; names stand in their order."""
    nodes = []
    for side, names in (("team", [p[0] for p in pairs]), ("partner", [p[1] for p in pairs])):
        for place, name in enumerate(dict.fromkeys(names)):
            shared = sum(pair[2] for pair in pairs if name in pair[:2])
            nodes.append(Node(side, name, shared, place, spot(side, name)))
    return Links(tuple(nodes), tuple(Link(*pair) for pair in pairs))


KINDS = {
    "parts": parts(delivery=2, ongoing=1, waiting=1),
    "bars": bars({"Red Team": (1, 2), "Blue Team": (0, 1)}),
    "stack": stack("2026-10", [1, 1, 1], [2, 2, 1], [0, 1, 0]),
    "counted": counted({"2026-03": 2, "2027-03": 1}),
    "lanes": lanes(
        lane("A1", "2025-04-01 2026-04-01", ENDED, group="Roads"),
        lane("A2", "2025-06-01 2027-04-01", ONGOING, group="Homes", leaves=True, words="Ongoing"),
        lane("A3", "", words="Start not given, end not given", group="Homes"),
    ),
    "cells": cells([[2, 1], [0, 1]]),
    "profiles": profiles("Red Team", "Blue Team"),
    "links": links(("Red Team", "Schools", 2), ("Blue Team", "Schools", 1)),
}
HOSTILE_KINDS = {
    "bars": bars({HOSTILE: (1, 2)}),
    "lanes": lanes(
        lane(HOSTILE, "2025-04-01 2026-04-01", title=HOSTILE, group=HOSTILE, leads=(HOSTILE,)),
        lane("A2", "2025-04-01 2026-04-01", words=HOSTILE),
    ),
    "cells": Cells(
        "team", (HOSTILE,), (CellColumn(HOSTILE, HOSTILE),), (Cell(0, 0, 1, spot(HOSTILE)),)
    ),
    "profiles": profiles(HOSTILE),
    "links": links((HOSTILE, f"{HOSTILE} too", 1)),
}
ROWS = Rows("action")


def traces(figure: dict, kind: str = "bar") -> list[dict]:
    return [trace for trace in figure["data"] if trace["type"] == kind]


def written(figure: dict) -> list[str]:
    """Return every word that a figure draws."""
    axes = [own for name, own in figure["layout"].items() if name[1:5] == "axis"]
    return [
        *(word for own in axes for word in own.get("ticktext", [])),
        *(note["text"] for note in figure["layout"]["annotations"]),
        *(word for trace in figure["data"] for word in trace.get("text", [])),
    ]


def labels(figure: dict) -> list[tuple]:
    """Return the words that stand among the marks, each with its place."""
    return [
        (x, y, word.strip())
        for trace in traces(figure, "scatter")
        for x, y, word in zip(trace["x"], trace["y"], trace.get("text", []), strict=False)
    ]
