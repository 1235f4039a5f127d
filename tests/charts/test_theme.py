import pytest

from netzero.charts import key, palette, theme
from netzero.charts.key import Entry
from netzero.charts.theme import Form
from tests.charts.made import HOSTILE

SIZE = Form.WIDE.value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Canal & River Trust", "Canal &amp; River Trust"),
        (HOSTILE, '&lt;b&gt;x&lt;/b&gt;&lt;a href="https://e.example"&gt;&amp;'),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("Cut by 30%", "Cut by 30%"),
    ],
)
def test_plain_text_is_shown_letter_for_letter(text, shown):
    assert theme.plain(text) == shown


# As a browser draws them at 100 pixels.
@pytest.mark.parametrize(
    ("text", "wide"), [("Carbon Reduction Team", 1001), ("Mar 2026", 375), ("LCC.10", 281)]
)
def test_text_is_taken_to_be_about_as_wide_as_it_is_drawn(text, wide):
    assert wide <= theme.width_of(text, 100) <= wide * 1.08


def test_text_that_has_room_is_whole_and_text_that_has_none_ends_with_an_ellipsis():
    assert theme.clipped("Growth Service", room=100, size=12) == "Growth Service"
    cut = theme.clipped("Growth Service", room=50, size=12)
    assert cut == "Growth…"
    assert theme.width_of(cut, 12) <= 50
    assert theme.clipped("Growth Service", room=5, size=12) == "…"


def test_a_key_takes_as_many_lines_as_it_needs():
    entries = [Entry("ongoing", "ongoing"), Entry("in delivery", "in delivery"), Entry("◆ ends")]
    assert key.height([], room=600, size=SIZE) == 0
    one, three = (key.height(entries, room=room, size=SIZE) for room in (600, 60))
    assert three - one == round(2 * SIZE.small * 1.6)
    figure = theme.figure(height=100, margin=theme.Margin(50, 8, 60), size=SIZE)
    key.add(figure, entries, room=60, size=SIZE)
    notes = figure["layout"]["annotations"]
    assert [note["text"] for note in notes] == ["ongoing", "in delivery", "◆ ends"]
    assert notes[0]["yshift"] > notes[1]["yshift"] > notes[2]["yshift"]
    assert notes[2]["xshift"] == -50
    swatches = figure["layout"]["shapes"]
    assert [each["fillcolor"] for each in swatches] == [
        palette.fill("ongoing"),
        palette.fill("in delivery"),
    ]
