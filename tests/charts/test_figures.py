import copy
import json

import plotly.graph_objects as go
import pytest

from netzero.analysis.pictures import Bars, Cells, Columns, Lanes, Links, Parts
from netzero.charts import palette
from netzero.charts.figures import alt_of, figure_of
from netzero.charts.room import room_figure
from netzero.charts.theme import Form
from tests.charts.made import HOSTILE_KINDS, KINDS, MARKUP, ROWS, exhibit, written

FORMS = {
    **{form.name: lambda made, form=form: figure_of(made, form=form) for form in Form},
    "ROOM": lambda made: room_figure(made, height=720),
}
NONE = {("links", "NARROW"), ("links", "ROOM")}
DRAWN = [(kind, form) for kind in KINDS for form in FORMS if (kind, form) not in NONE]
POINTED = {"bar", "scatter"}


def figure(kind, form):
    return FORMS[form](exhibit(KINDS[kind]))


def fonts(part):
    """Yield every font of a figure."""
    if isinstance(part, dict):
        for name, own in part.items():
            if name.endswith("font"):
                yield own
            yield from fonts(own)
    elif isinstance(part, list):
        for own in part:
            yield from fonts(own)


@pytest.mark.parametrize(("kind", "form"), DRAWN)
def test_a_figure_is_what_plotly_reads_and_its_json_says_all_of_it(kind, form):
    drawn = figure(kind, form)
    go.Figure(copy.deepcopy(drawn))  # raises where a name or a value is none of Plotly's
    assert json.loads(json.dumps(drawn, allow_nan=False)) == drawn
    assert json.dumps(drawn) == json.dumps(figure(kind, form))


@pytest.mark.parametrize(("kind", "form"), DRAWN)
def test_no_text_is_smaller_than_12_pixels(kind, form):
    sizes = [font["size"] for font in fonts(figure(kind, form))]
    assert len(sizes) >= 3
    assert min(sizes) >= 12


@pytest.mark.parametrize(("kind", "form"), DRAWN)
def test_every_mark_that_answers_says_which_spot_it_is(kind, form):
    traces = figure(kind, form)["data"]
    said = {tuple(names) for trace in traces for names in trace.get("customdata", ())}
    undrawn = {("A3",)}  # a lane without dates
    assert said == {spot.names for spot in KINDS[kind].spots()} - undrawn


@pytest.mark.parametrize("kind", HOSTILE_KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_text_of_a_plan_is_never_markup(kind, form):
    drawn = FORMS[form](exhibit(HOSTILE_KINDS[kind]))
    if drawn is None:
        pytest.skip("drawn as a table")
    words = "\n".join(written(drawn))
    assert "&lt;b&gt;x&lt;/b&gt;&lt;a" in words
    assert not any(mark in words for mark in MARKUP)


@pytest.mark.parametrize(("kind", "form"), DRAWN)
def test_a_figure_leaves_its_exhibit_alone(kind, form):
    made = exhibit(KINDS[kind])
    before = copy.deepcopy(made)
    drawn = FORMS[form](made)
    drawn["layout"]["shapes"].clear()
    assert vars(made) == vars(before)
    assert FORMS[form](made) == figure(kind, form)


@pytest.mark.parametrize("kind", ["parts", "bars", "stack", "counted"])
def test_what_fits_half_a_page_is_drawn_alike_on_wide_and_middle_screens(kind):
    assert figure(kind, "WIDE") == figure(kind, "MIDDLE")


@pytest.mark.parametrize(
    "picture",
    [
        ROWS,
        Parts(()),
        Bars("team", (), (), ()),
        Columns((), (), (), ()),
        Lanes((), ()),
        Cells("team", (), (), ()),
        Links((), ()),
    ],
    ids=lambda picture: type(picture).__name__,
)
@pytest.mark.parametrize("form", FORMS)
def test_rows_and_what_is_empty_have_no_figure(picture, form):
    assert FORMS[form](exhibit(picture)) is None


def test_a_figure_carries_its_look_with_it():
    layout = figure("bars", "WIDE")["layout"]
    assert layout["template"] == {}  # else Streamlit's own would be laid over it
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == palette.GROUND
    assert layout["font"]["color"] == palette.INK
    assert "Source Sans" in layout["font"]["family"]


def test_whoever_does_not_see_a_picture_is_told_the_finding_and_what_is_counted():
    assert alt_of(exhibit(KINDS["bars"])) == "2 of 3 actions are live. Actions by position: 3."
