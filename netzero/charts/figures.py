"""The figure of an exhibit: the one way from a picture to a drawing."""

from collections.abc import Callable, Mapping

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.pictures import Bars, Cells, Columns, Lanes, Links, Parts, Profiles, Rows
from netzero.charts import bars, cells, columns, lanes, links, parts, profiles
from netzero.charts.theme import Figure, Form, Size

BEHIND = "The same actions on the delivery years."  # what stands beneath a small picture
_DRAWN: Mapping[type, Callable[..., Figure | None]] = {
    Parts: parts.draw,
    Bars: bars.draw,
    Columns: columns.draw,
    Lanes: lanes.draw,
    Cells: cells.draw,
    Profiles: profiles.draw,
    Links: links.draw,
}


def figure_of(exhibit: Exhibit, *, form: Form = Form.WIDE) -> Figure | None:
    """Return the figure of an exhibit as plotly.js reads it: lists, numbers and strings alone.

    The same exhibit and form give the same figure. A mark that can be pointed at carries the names
    of its spot as ``customdata``. None where there is nothing to draw: rows are a table, a picture
    may be empty, and a narrow screen has no room for links or for many columns of cells.
    """
    return sized_figure(exhibit, form.value)


def sized_figure(exhibit: Exhibit, size: Size) -> Figure | None:
    """Return the figure of an exhibit drawn in a size of its own; None as ``figure_of``."""
    if isinstance(exhibit.picture, Rows):
        return None
    return _DRAWN[type(exhibit.picture)](exhibit.picture, exhibit.month, size)


def alt_of(exhibit: Exhibit) -> str:
    """Return what a picture says to whoever does not see it: the finding and what is counted."""
    return f"{exhibit.finding}. {exhibit.counted}."
