"""A deck: what every slide says, and that all of it is editable, escaped and on the page."""

import io
import shutil
import subprocess
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Inches

from netzero.analysis.briefing import OWN_WORDS, PROPOSED, slide
from netzero.analysis.exhibit import Table
from netzero.analysis.pictures import Lanes, Rows
from netzero.exports.deck import deck
from netzero.exports.pptx_parts import description
from tests.at import published
from tests.builders import month
from tests.exports.decks import (
    SOURCE,
    cells_of,
    chart_of,
    data_of,
    named,
    only,
    page_of,
    show_of,
    sizes,
    words,
)
from tests.exports.hand_made import (
    BARS,
    CELLS,
    LANES,
    NOTHING,
    PARTS,
    ROWS,
    exhibit,
    lane,
    one_of_each,
)


def test_a_slide_says_finding_what_is_counted_scope_month_and_source_and_leads_to_the_view():
    link = "https://plan.example/briefing?as_at=2026-11"
    first, second = show_of(exhibit(), exhibit(scope="Growth Service"), link=link).slides
    assert first.shapes.title.text == "Red leads"
    assert words(first, "Counted") == "Live actions by lead team: 3"
    assert words(first, "Foot") == (
        "Whole plan, as at Nov 2026  |  Source: The County Council  |  Live view"
    )
    assert words(second, "Foot").startswith("Growth Service, as at Nov 2026  |  ")
    runs = only(second, "Foot").text_frame.paragraphs[0].runs
    assert [run.hyperlink.address for run in runs] == [None, None, link]


def test_a_slide_has_its_number_and_foot_where_the_layout_has_them_and_the_number_moves_along():
    page = page_of()
    kinds = {shape.name: shape.placeholder_format.type for shape in page.placeholders}
    assert kinds == {
        "Title 1": PP_PLACEHOLDER.TITLE,
        "Foot": PP_PLACEHOLDER.FOOTER,
        "Number": PP_PLACEHOLDER.SLIDE_NUMBER,
    }
    number = only(page, "Number")
    [field] = number._element.xpath(".//a:fld")
    assert field.get("type") == "slidenum"


def test_notes_say_what_is_counted_then_the_notes_then_the_rule():
    notes = page_of(rule="One month means the same month.").notes_slide.notes_text_frame
    assert [line.text for line in notes.paragraphs] == [
        "Live actions by lead team: 3. Whole plan, as at Nov 2026",
        "First.",
        "Second.",
        "One month means the same month.",
    ]


def test_a_deck_is_16_to_9_and_says_what_it_is():
    show = show_of(exhibit(), exhibit())
    assert (show.slide_width, show.slide_height) == (Inches(13 + 1 / 3), Inches(7.5))
    about = show.core_properties
    assert about.title == "Net zero briefing, as at Nov 2026"
    assert (about.subject, about.language) == (SOURCE, "en-GB")
    made = datetime(2026, 11, 26, 9, 30)
    dated = show_of(exhibit(), made=made).core_properties
    assert (dated.created, dated.modified) == (made, made)
    with zipfile.ZipFile(io.BytesIO(_saved(show))) as parts:
        assert b"<PresentationFormat>Widescreen<" in parts.read("docProps/app.xml")


def test_a_deck_of_two_months_names_neither():
    show = show_of(exhibit(), exhibit(month=month("2026-12")))
    assert show.core_properties.title == "Net zero briefing"


def test_a_deck_without_slides_opens():
    assert len(show_of().slides) == 0


def test_the_plain_master_is_near_black_arial_and_has_no_old_picture_of_itself():
    with zipfile.ZipFile(io.BytesIO(deck([exhibit()], source=SOURCE))) as parts:
        names = parts.namelist()
        theme = parts.read("ppt/theme/theme1.xml").decode()
    assert '<a:dk1><a:srgbClr val="0b0c0c"/></a:dk1>' in theme
    assert '<a:accent1><a:srgbClr val="12436d"/></a:accent1>' in theme
    assert theme.count('<a:latin typeface="Arial"/>') == 2
    assert not [name for name in names if "thumbnail" in name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("finding", "size"),
    [("34 of 52 actions are live", 36), ("A title that is a little longer " * 3, 32)],
)
def test_titles_are_bold_and_as_large_as_one_line_holds(finding, size):
    [run] = page_of(finding=finding).shapes.title.text_frame.paragraphs[0].runs
    assert (run.font.size.pt, run.font.bold) == (size, True)


@pytest.mark.parametrize("counted", ["Actions", "Actions that count " * 9])
def test_the_line_beneath_has_24_points(counted):
    assert sizes(only(page_of(counted=counted), "Counted").text_frame) == [24]


@pytest.mark.parametrize(
    "picture", [Rows("row"), Lanes((), ()), PARTS.__class__(()), BARS.first(0), CELLS.first(0)]
)
def test_a_slide_without_anything_to_draw_has_words_alone(picture):
    page = page_of(picture, NOTHING)
    assert [shape.name for shape in page.shapes] == ["Title 1", "Counted", "Foot", "Number"]


def test_every_picture_is_described_and_nothing_is_an_image():
    for page in show_of(*one_of_each()).slides:
        names = ("Chart", "Table", "Timeline", "Steps")
        pictures = [shape for shape in page.shapes if shape.name in names]
        assert [description(shape) for shape in pictures] == [
            "Red leads. Live actions by lead team: 3. Whole plan, as at Nov 2026"
        ]
        assert not [shape for shape in page.shapes if shape.shape_type == 13]


def test_the_maker_is_told_how_many_slides_are_made():
    made = []
    deck([exhibit(), exhibit()], source=SOURCE, on_slide=made.append)
    assert made == [1, 2]


# --- What a plan may hold


HOSTILE = [
    ("<b>x</b>&", "<b>x</b>&"),
    ("=1+1", "=1+1"),
    ("a\x00b\x1b", "a\ufffdb\ufffd"),
    ("two\r\nlines", "two lines"),
    ("صفر كربون 🌳", "صفر كربون 🌳"),
    ("https://e.example", "https://e.example"),
    ("half \ud800\uffff", "half \ufffd\ufffd"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_text_is_shown_letter_for_letter_and_never_a_link(text, shown):
    row = Table((text, "B"), ((text, text),), (False, False))
    show = show_of(
        exhibit(table=row, finding=text, counted=text, notes=(text,), rule=text, scope=text),
        exhibit(BARS.__class__("team", (text, "b"), BARS.series, BARS.bar_spots)),
        exhibit(CELLS.__class__("team", (text, "b"), CELLS.columns, CELLS.cells)),
        exhibit(Lanes(LANES.years, (lane(text, "ongoing", title="", words=text),))),
    )
    rows, bars, cells, lanes = show.slides
    assert rows.shapes.title.text == shown
    assert rows.notes_slide.notes_text_frame.text.splitlines()[1:] == [shown, shown]
    assert cells_of(rows) == [[shown, "B"], [shown, shown]]
    assert list(chart_of(bars).plots[0].categories) == [shown, "b"]
    assert cells_of(cells)[1][0] == shown
    assert words(lanes, "Label 1") == words(lanes, "Words") == shown
    with zipfile.ZipFile(io.BytesIO(_saved(show))) as parts:
        assert not [name for name in parts.namelist() if b"hlinkClick" in parts.read(name)]


def _saved(show):
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("https://e.example")', "https://e.example"])
def test_the_data_behind_a_chart_cannot_run(text):
    names = BARS.__class__("team", (text, "@b"), BARS.series, BARS.bar_spots)
    sheet = openpyxl.load_workbook(io.BytesIO(data_of(chart_of(page_of(names)))))["Sheet1"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, "ongoing", "in delivery", "total"],
        [text, 2, 1, 3],
        ["@b", 0, 4, 4],
    ]
    assert (sheet["A2"].data_type, sheet["A2"].hyperlink) == ("s", None)


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=40))
def test_any_text_makes_a_deck_that_opens(text):
    row = exhibit(table=Table(("A",), ((text,),), (False,)), finding=text, counted=text)
    lanes = exhibit(Lanes(LANES.years, (lane(text, "ongoing", "2025-04-01", "2026-04-01"),)))
    assert len(show_of(row, lanes).slides) == 2


# --- On the page


LONG = tuple(f"A team with a name that is rather long, number {number}" for number in range(40))
MANY = (
    exhibit(BARS.__class__("team", LONG, tuple(s._replace(values=(1,) * 40) for s in BARS.series),
                           BARS.bar_spots * 20)),
    exhibit(CELLS.__class__("team", LONG, CELLS.columns * 20, CELLS.cells)),
    exhibit(table=Table(ROWS.columns, tuple((name,) * 4 for name in LONG), ROWS.numeric)),
    exhibit(table=Table(("Text",), (("x" * 5000,),), (False,))),
    exhibit(Lanes(LANES.years, LANES.lanes * 3), counted="Actions that count " * 12),
    exhibit(finding="A finding that goes on " * 6),
)  # fmt: skip


@pytest.mark.parametrize("slides", [one_of_each(), MANY], ids=["few", "many"])
def test_nothing_stands_off_the_page_or_under_the_foot(slides):
    show = show_of(*slides)
    for page in show.slides:
        foot = only(page, "Foot")
        for shape in page.shapes:
            assert shape.left >= 0, shape.name
            assert shape.top >= 0, shape.name
            assert shape.left + shape.width <= show.slide_width, shape.name
            assert shape.name in ("Foot", "Number") or shape.top + shape.height <= foot.top, (
                shape.name
            )


@pytest.mark.parametrize("slides", [one_of_each(), MANY], ids=["few", "many"])
def test_no_text_box_has_less_than_18_points_but_for_the_foot(slides):
    for page in show_of(*slides).slides:
        for shape in page.shapes:
            if shape.has_text_frame:
                least = 12 if shape.name in ("Foot", "Number") else 18
                assert all(size >= least for size in sizes(shape.text_frame)), shape.name


def _filled(page):
    """Return how far down the page its picture and its words reach, as a share of the room."""
    foot = only(page, "Foot").top
    return max(
        (shape.top + shape.height) / foot
        for shape in page.shapes
        if shape.name not in ("Foot", "Number")
    )


@pytest.mark.parametrize("as_at", ["2025-04", "2026-11", "2033-01"])
def test_no_slide_of_the_proposed_order_is_half_empty_for_any_team_or_theme(as_at):
    plan = published().plan
    scopes = [{"team": (name,)} for name in dict.fromkeys(plan.assignments["lead"])]
    scopes += [{"theme": (name,)} for name in dict.fromkeys(plan.actions["theme"])]
    kinds = [kind for kind in PROPOSED if kind != OWN_WORDS]
    asked = [(kind, scope) for scope in ({}, *scopes) for kind in kinds]
    show = show_of(*(slide(kind, published(as_at, **scope)) for kind, scope in asked))
    filled = [_filled(page) for page in show.slides]
    low = [pair for pair, share in zip(asked, filled, strict=True) if share < 0.7]
    assert low == []


# --- Another program


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_as_many_pages_as_there_are_slides(tmp_path):
    (tmp_path / "deck.pptx").write_bytes(deck(one_of_each(), source=SOURCE))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    pdf = (tmp_path / "deck.pdf").read_bytes()
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") == len(one_of_each())


def test_the_lanes_of_a_slide_have_a_word_beside_each_colour():
    page = page_of(LANES)
    assert [shape.text_frame.text for shape in named(page, "Key")] == [
        "in delivery", "ongoing", "not started",
    ]  # fmt: skip
