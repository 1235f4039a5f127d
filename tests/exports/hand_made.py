"""Exhibits made by hand, one of each kind of picture, small enough to read."""

import pandas as pd

from netzero.analysis.exhibit import Exhibit, Table
from netzero.analysis.pictures import (
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
    Profile,
    Profiles,
    Rows,
    Series,
    Spot,
)
from tests.builders import month, months

NOV = month("2026-11")


def exhibit(picture=Rows("row"), table=None, **given):  # noqa: B008 - a picture is immutable
    fields = {
        "question": "leads",
        "title": "Who carries it",
        "finding": "Red leads",
        "counted": "Live actions by lead team: 3",
        "scope": "Whole plan",
        "month": NOV,
        "table": ROWS if table is None else table,
        "rule": "A joint action counts once under each of its leads.",
        "picture": picture,
        "notes": ("First.", "Second."),
    }
    return Exhibit(**{**fields, **given})


def spot(*names, ids=("A1",)):
    return Spot(names, " ".join(names), ids)


def lane(label, position, left=None, right=None, **given):
    moments = {
        side: pd.Timestamp(day) if day else None for side, day in (("left", left), ("right", right))
    }
    fields = {
        "group": "The theme",
        "title": f"Do {label}",
        "leads": ("Red",),
        "enters": False,
        "leaves": False,
        "words": "",
        "spot": spot(label, ids=(label,)),
    }
    return Lane(**{**fields, "label": label, "position": position, **moments, **given})


ROWS = Table(
    ("When", "What", "Title", "Deadlines"),
    ((month("2027-03"), "ends", "Do A1", 2), (None, "starts", "Do A2", 0)),
    (False, False, False, True),
)
NOTHING = Table(("When", "What"), (), (False, False))
PARTS = Parts(
    (
        Part("in delivery", "in delivery", 3, spot("in delivery")),
        Part("not started", "not started", 1, spot("not started")),
    )
)
BARS = Bars(
    noun="team",
    names=("Red Team", "Blue Team"),
    series=(
        Series("ongoing", "ongoing", (2, 0)),
        Series("in delivery", "in delivery", (1, 4)),
        Series("ended", "ended", (0, 0)),
    ),
    bar_spots=(spot("Red Team"), spot("Blue Team")),
)
COLUMNS = Columns(
    months=tuple(months("2026-10", "2026-11", "2026-12", "2027-01")),
    series=(
        Series("ongoing", "ongoing", (7, 7, 7, 0)),
        Series("in delivery", "in delivery", (1, 2, 2, 2)),
    ),
    deadlines=(0, 0, 3, 0),
    column_spots=tuple(spot(name) for name in ("Oct", "Nov", "Dec", "Jan")),
)
LANES = Lanes(
    ("2025-26", "2026-27"),
    (
        lane("A1", "in delivery", "2025-10-01", "2026-04-01", end=month("2026-03")),
        lane(
            "A2", "ongoing", "2025-04-01", "2027-04-01", enters=True, leaves=True, words="Ongoing"
        ),
        lane("A3", "dates not given", words="Start TBC, end Mar-26"),
        lane("A4", "not started", "2027-01-01", "2027-04-01", words="Mar 2027"),
    ),
)
CELLS = Cells(
    noun="team",
    rows=("Red", "Blue"),
    columns=(
        CellColumn("2025-26", "2025-26", "", *months("2025-04", "2026-03")),
        CellColumn("2026-27", "2026-27", "", *months("2026-04", "2027-03")),
    ),
    cells=(
        Cell(0, 0, 18, spot("Red", "2025-26")),
        Cell(0, 1, 2, spot("Red", "2026-27")),
        Cell(1, 1, 0, spot("Blue", "2026-27")),
    ),
)
PROFILES = Profiles(
    noun="team",
    profiles=(
        Profile("All actions, each once", 20, (), whole=True),
        Profile("Red", 10, (Ahead("Apr 2027", "10 → 9", "1 ends"),)),
        Profile("Blue", 1, ()),
    ),
    columns=CELLS.columns,
    levels=(
        Level(0, 0, 24, 12, 0, spot("All", "2025-26")),
        Level(0, 1, 20, 12, 0, spot("All", "2026-27")),
        Level(1, 0, 12, 4, 0, spot("Red", "2025-26")),
        Level(1, 1, 10, 4, 2, spot("Red", "2026-27")),
        Level(2, 1, 1, 1, 0, spot("Blue", "2026-27")),
    ),
    most=12,
    most_of_all=24,
)
LINKS = Links(
    nodes=(
        Node("team", "Red", 3, 0, spot("Red")),
        Node("partner", "Schools", 3, 0, spot("Schools")),
    ),
    links=(Link("Red", "Schools", 3),),
)
PAIRS = Table(("Lead team", "Partner", "Live"), (("Red", "Schools", 3),), (False, False, True))


def one_of_each():
    """Return an exhibit of every kind of picture."""
    pictures = (PARTS, BARS, COLUMNS, LANES, CELLS, PROFILES, Rows("line"))
    return [*map(exhibit, pictures), exhibit(LINKS, PAIRS)]
