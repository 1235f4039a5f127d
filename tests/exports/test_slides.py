"""The deck as python-pptx reads it again, and as LibreOffice turns it into pages."""

import io
import shutil
import subprocess
import time
import zipfile

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches, Pt

from netzero.analysis.briefing import TITLES, Slide, build_slide
from netzero.analysis.selection import Filters, select
from netzero.exports.slide_lanes import axis_years
from netzero.exports.slides import deck
from tests.builders import left_alone, month, real_plan

NOV = month("2026-11")
SOURCE = "The County Council"
NATIVE = ("parts", "bars", "columns")
PARTS = pd.DataFrame({"label": ["in delivery", "not started"], "value": [3, 1]})
BARS = pd.DataFrame({"label": ["Red Team", "Blue Team"], "value": [2, 0], "rest": [1, 4]})
COLUMNS = pd.DataFrame({"label": ["Jun 2025", "Sep 2025"], "ongoing": [7, 0], "time_bound": [1, 2]})
ROWS = pd.DataFrame({"When": ["Mar 2027"], "What": ["A1 ends"], "Action": ["Do A1"]})
CELLS = pd.DataFrame(
    {
        "team": ["Red", "Red", "Blue", "Blue"],
        "period": ["2025-26", "2026-27"] * 2,
        "live": [18, 2, 0, 1],
        "deadlines": [9, 0, 0, 1],
    }
)
LANES = pd.DataFrame(
    [
        ("A1", "Mar 2026", "in delivery", "2025-10-01", "2026-04-01", False, False),
        ("A2", "Ongoing", "ongoing", "2025-04-01", "2027-04-01", True, True),
        ("A3", "Start TBC", "dates not given", None, None, False, False),
        ("A4", "", "not started", "2027-01-01", "2027-04-01", False, False),
    ],
    columns=["label", "words", "position", "left", "right", "enters", "leaves"],
).astype({"left": "datetime64[us]", "right": "datetime64[us]"})


def slide(picture="nothing", table=None, *, kind="leads", **given):
    given = {"counted": "All of it, as at Nov 2026", "notes": ("First.", "Second."), **given}
    frame = pd.DataFrame() if table is None else table
    return Slide(kind, "Red leads", picture, frame, **given)


def show_of(*slides, **given):
    return Presentation(io.BytesIO(deck(slides, as_at=NOV, source=SOURCE, **given)))


def page_of(*given, **named):
    [page] = show_of(slide(*given, **named)).slides
    return page


def named(page, name):
    return [shape for shape in page.shapes if shape.name == name]


def only(page, name):
    [shape] = named(page, name)
    return shape


def alt(shape):
    return shape._element.xpath(".//p:cNvPr")[0].get("descr")


def sizes(frame):
    return [run.font.size.pt for line in frame.paragraphs for run in line.runs]


def chart_data(page):
    chart = only(page, "Chart").chart
    [plot] = chart.plots
    return list(plot.categories), {each.name: list(each.values) for each in plot.series}


def cells_of(page):
    return [[cell.text for cell in row.cells] for row in only(page, "Table").table.rows]


def real_slides(*, filters=None):
    shown = select(real_plan(), filters=filters or Filters(), as_at=NOV)
    return [build_slide(kind, shown, as_at=NOV) for kind in TITLES]


# --- Every slide


def test_each_slide_has_its_message_as_title_and_its_place_in_the_foot():
    show = show_of(slide(), slide("rows", ROWS))
    assert [page.shapes.title.text for page in show.slides] == ["Red leads", "Red leads"]
    assert [only(page, "Foot").text_frame.text for page in show.slides] == [
        "1 of 2  |  as at Nov 2026  |  Source: The County Council",
        "2 of 2  |  as at Nov 2026  |  Source: The County Council",
    ]


def test_a_deck_is_16_to_9_and_says_what_it_is():
    show = show_of(slide())
    assert (show.slide_width, show.slide_height) == (Inches(13 + 1 / 3), Inches(7.5))
    about = show.core_properties
    assert about.title == "Net zero briefing, as at Nov 2026"
    assert (about.subject, about.language) == (SOURCE, "en-GB")


def test_the_plain_master_is_near_black_arial_and_has_no_old_picture_of_itself():
    content = deck([slide()], as_at=NOV, source=SOURCE)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        words = parts.read("ppt/theme/theme1.xml").decode()
    assert '<a:dk1><a:srgbClr val="0b0c0c"/></a:dk1>' in words
    assert words.count('<a:latin typeface="Arial"/>') == 2
    assert not [name for name in names if "thumbnail" in name]
    assert len(names) == len(set(names))


def test_titles_are_bold_and_32_to_36_points():
    short, long = show_of(slide(), Slide("x", "So many words " * 9, "nothing")).slides
    for page, size in ((short, 36), (long, 32)):
        [run] = page.shapes.title.text_frame.paragraphs[0].runs
        assert (run.font.size.pt, run.font.bold) == (size, True)


def test_notes_say_what_is_counted_then_a_paragraph_a_note():
    notes = page_of().notes_slide.notes_text_frame
    assert [line.text for line in notes.paragraphs] == [
        "All of it, as at Nov 2026",
        "First.",
        "Second.",
    ]


def test_the_number_has_72_points_or_more_and_its_label_24():
    page = page_of("parts", PARTS, number="34", number_label="live now")
    assert only(page, "Number").text_frame.text == "34"
    assert only(page, "Number label").text_frame.text == "live now"
    assert sizes(only(page, "Number").text_frame) == [96]
    long = page_of(number="123,456", number_label="live now")
    assert sizes(only(long, "Number").text_frame) == [72]


@pytest.mark.parametrize(("picture", "table"), [("nothing", None), ("bars", BARS.head(0))])
def test_a_slide_without_a_picture_has_title_and_foot(picture, table):
    page = page_of(picture, table, counted="")
    assert [shape.name for shape in page.shapes] == ["Title 1", "Foot"]


def test_a_deck_without_slides_opens():
    assert len(show_of().slides) == 0


def test_every_text_box_has_24_points_or_more_but_for_the_foot_and_the_lanes():
    for page in show_of(*real_slides()).slides:
        for shape in page.shapes:
            if shape.has_text_frame:
                least = {"Foot": 12, "Bar": 18, "Words": 18}.get(shape.name, 24)
                least = 18 if shape.name.startswith(("Label", "Year")) else least
                assert all(size >= least for size in sizes(shape.text_frame)), shape.name


def test_nothing_stands_off_the_page():
    show = show_of(*real_slides())
    for page in show.slides:
        for shape in page.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= show.slide_width, shape.name
            assert shape.top + shape.height <= show.slide_height, shape.name


# --- Charts


def test_parts_are_one_bar_with_a_series_a_part():
    page = page_of("parts", PARTS)
    assert chart_data(page) == (["actions"], {"in delivery": [3], "not started": [1]})
    assert [shape.text_frame.text for shape in named(page, "Key")] == [
        "3 in delivery",
        "1 not started",
    ]


@pytest.mark.parametrize(
    ("kind", "names"), [("leads", ("Live", "Other")), ("together", ("Ahead", "Past"))]
)
def test_bars_hold_value_and_rest_in_the_order_of_the_table(kind, names):
    page = page_of("bars", BARS, kind=kind)
    values = dict(zip(names, ([2, 0], [1, 4]), strict=True))
    assert chart_data(page) == (["Red Team", "Blue Team"], values)
    axis = only(page, "Chart").chart.category_axis
    assert axis.reverse_order
    assert axis._element.xpath("c:tickLblSkip/@val") == ["1"]


def test_columns_stand_time_bound_on_ongoing():
    page = page_of("columns", COLUMNS)
    assert chart_data(page) == (
        ["Jun 2025", "Sep 2025"],
        {"Ongoing": [7, 0], "Time-bound": [1, 2]},
    )


@pytest.mark.parametrize(
    ("picture", "table", "colours"),
    [
        ("parts", PARTS, ["12436D", "FFFFFF"]),
        ("bars", BARS, ["12436D", "BFBFBF"]),
        ("columns", COLUMNS, ["28A197", "12436D"]),
    ],
)
def test_charts_are_quiet_and_labelled_on_the_marks(picture, table, colours):
    chart = only(page_of(picture, table), "Chart").chart
    assert not chart.has_title
    assert not chart.has_legend
    assert not chart.value_axis.has_major_gridlines
    assert not chart.value_axis.visible
    assert chart.font.size >= Pt(18)
    series = list(chart.plots[0].series)
    assert [str(each.format.fill.fore_color.rgb) for each in series] == colours
    for each in series:
        assert each.data_labels.show_value
        assert each.data_labels.number_format == "0;;;"


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("https://e.example")', "https://e.example"])
def test_the_data_behind_a_chart_cannot_run(text):
    page = page_of("bars", BARS.assign(label=[text, "@b"]))
    blob = only(page, "Chart").chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        [None, "Live", "Other"],
        [text, 2, 1],
        ["@b", 0, 4],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].hyperlink is None
    assert chart_data(page)[0] == [text, "@b"]


# --- Tables


def test_rows_are_a_table_with_its_headings():
    page = page_of("rows", ROWS)
    assert cells_of(page) == [["When", "What", "Action"], ["Mar 2027", "A1 ends", "Do A1"]]
    assert only(page, "Table").table.first_row


def test_cells_say_what_is_live_then_the_deadlines():
    page = page_of("cells", CELLS)
    assert cells_of(page) == [
        ["Team", "2025-26", "2026-27"],
        ["Red", "18 ◆9", "2"],
        ["Blue", "0", "1 ◆1"],
    ]
    table = only(page, "Table").table
    shades = [str(table.cell(1, 1).fill.fore_color.rgb), str(table.cell(2, 1).fill.fore_color.rgb)]
    assert shades == ["A1C8E6", "FFFFFF"]


def test_a_table_has_24_points_and_goes_down_where_there_are_many_rows():
    few = page_of("rows", ROWS)
    many = page_of("rows", pd.concat([ROWS] * 12))
    for page, size in ((few, 24), (many, 19)):
        for row in only(page, "Table").table.rows:
            assert [sizes(cell.text_frame) for cell in row.cells] == [[size]] * 3


# --- Lanes


def share(page, shape):
    """Return where a shape begins and ends, as shares of the years 2025-26 and 2026-27."""
    first, last = only(page, "Band 2025-26"), only(page, "Band 2026-27")
    wide = last.left + last.width - first.left
    return (shape.left - first.left) / wide, (shape.left + shape.width - first.left) / wide


def test_bars_stand_where_their_months_are():
    page = page_of("lanes", LANES, kind="timeline")
    # 730 days from 1 April 2025: 183 to October, 365 to April 2026, 640 to January 2027.
    wanted = [(183 / 730, 365 / 730), (0, 1), (640 / 730, 1)]
    found = [share(page, bar) for bar in named(page, "Bar")]
    assert found == [pytest.approx(pair, abs=0.002) for pair in wanted]


def test_a_bar_points_on_where_it_leaves_and_a_mark_points_back_where_it_enters():
    page = page_of("lanes", LANES, kind="timeline")
    assert [bar.auto_shape_type for bar in named(page, "Bar")] == [
        MSO_SHAPE.RECTANGLE,
        MSO_SHAPE.PENTAGON,
        MSO_SHAPE.RECTANGLE,
    ]
    assert only(page, "Began before").left < only(page, "Timeline").left


def test_bars_say_their_label_and_words_and_a_lane_without_dates_has_words_alone():
    page = page_of("lanes", LANES, kind="timeline")
    assert [alt(bar) for bar in named(page, "Bar")] == ["A1, Mar 2026", "A2, Ongoing", "A4"]
    words = [shape.text_frame.text for shape in named(page, "Words")]
    assert words == ["Mar 2026", "Start TBC"]
    assert named(page, "Bar")[1].text_frame.text == "Ongoing"


def test_the_as_at_line_stands_in_the_middle_of_its_month():
    page = page_of("lanes", LANES, kind="timeline")
    # 1 November 2026 is day 579 of 730, and the month has 30.
    assert share(page, only(page, "As at")) == pytest.approx((594 / 730, 594 / 730), abs=0.002)
    assert only(page, "As at label").text_frame.text == "as at Nov 2026"


def test_no_as_at_line_stands_outside_the_years():
    show = Presentation(
        io.BytesIO(deck([slide("lanes", LANES)], as_at=month("2031-01"), source=SOURCE))
    )
    assert not named(show.slides[0], "As at")


def test_lanes_without_any_dates_are_words():
    page = page_of("lanes", LANES.iloc[[2]])
    assert not named(page, "Bar")
    assert only(page, "Words").text_frame.text == "Start TBC"
    assert axis_years(LANES.iloc[[2]]) == ()


@pytest.mark.parametrize(
    ("left", "right", "years"),
    [
        ("2025-04-01", "2026-04-01", ("2025-26",)),
        ("2025-03-01", "2026-05-01", ("2024-25", "2025-26", "2026-27")),
    ],
)
def test_the_years_of_the_axis_cover_the_bars(left, right, years):
    table = pd.DataFrame({"left": [pd.Timestamp(left)], "right": [pd.Timestamp(right)]})
    assert axis_years(table) == years


# --- The published plan


def test_native_charts_and_tables_hold_what_the_screen_shows():
    slides = real_slides()
    pages = show_of(*slides).slides
    drawn = 0
    for each, page in zip(slides, pages, strict=True):
        rows = each.table.to_dict("list")
        if each.picture == "parts":
            labels = rows["label"]
            found = {label: [value] for label, value in zip(labels, rows["value"], strict=True)}
            assert chart_data(page)[1] == found
        elif each.picture in NATIVE:
            labels = rows.pop("label")
            assert chart_data(page)[0] == labels
            assert list(chart_data(page)[1].values()) == list(rows.values())
        elif each.picture == "rows":
            assert cells_of(page)[1:] == each.table.to_numpy().tolist()
        elif each.picture == "cells":
            assert sum(len(row) - 1 for row in cells_of(page)[1:]) == len(each.table)
        drawn += each.picture in (*NATIVE, "rows", "cells")
    assert drawn == 7


def test_every_picture_has_alt_text_and_nothing_is_an_image():
    slides = real_slides()
    for each, page in zip(slides, show_of(*slides).slides, strict=True):
        pictures = [shape for shape in page.shapes if shape.name in ("Chart", "Table", "Timeline")]
        assert [alt(shape) for shape in pictures] == [f"{each.message}. {each.counted}"]
        assert not [shape for shape in page.shapes if shape.shape_type == 13]


def test_a_slide_whose_filter_has_become_empty_says_so():
    slides = real_slides(filters=Filters(q="no such words"))
    titles = [page.shapes.title.text for page in show_of(*slides).slides]
    assert titles == ["No action passes the filters of this slide"] * 8


def test_a_deck_leaves_its_slides_alone():
    slides = real_slides()
    with left_alone(*(each.table for each in slides)):
        show_of(*slides)


def test_30_slides_take_less_than_two_seconds():
    slides = (real_slides() * 4)[:30]
    deck(slides, as_at=NOV, source=SOURCE)  # imports
    # The time of this process, so that others on the machine do not count.
    before = time.process_time()
    content = deck(slides, as_at=NOV, source=SOURCE)
    assert time.process_time() - before < 2
    assert len(Presentation(io.BytesIO(content)).slides) == 30


# --- What a plan may hold


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>x</b>&", "<b>x</b>&"),
        ("=1+1", "=1+1"),
        ("a\x00b\x1b", "a\ufffdb\ufffd"),
        ("two\r\nlines", "two lines"),
        ("صفر كربون 🌳", "صفر كربون 🌳"),
        ("https://e.example", "https://e.example"),
        ("x" * 900, "x" * 900),
    ],
)
def test_text_is_shown_letter_for_letter_and_never_a_link(text, shown):
    show = show_of(
        Slide("x", text, "nothing", counted=text, notes=(text,), number=text, number_label=text),
        slide("bars", BARS.assign(label=text)),
        slide("rows", ROWS.assign(Action=text)),
        slide("cells", CELLS.assign(team=text).head(2)),
        slide("lanes", LANES.assign(label=text, words=text)),
    )
    first, bars, rows, cells, lanes = show.slides
    assert first.shapes.title.text == shown
    assert first.notes_slide.notes_text_frame.text == f"{shown}\n{shown}"
    assert chart_data(bars)[0] == [shown, shown]
    assert cells_of(rows)[1][2] == shown
    assert cells_of(cells)[1][0] == shown
    assert only(lanes, "Label 1").text_frame.text == shown
    for page in show.slides:
        assert not page._element.xpath(".//a:hlinkClick")


def test_half_a_character_is_marked():
    [page] = show_of(Slide("x", "a\ud800\uffff", "nothing")).slides
    assert page.shapes.title.text == "a\ufffd\ufffd"


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=40))
def test_any_text_makes_a_deck_that_opens(text):
    words = slide("rows", ROWS.assign(Action=text), number=text)
    lanes = slide("lanes", LANES.assign(words=text), counted=text)
    assert len(show_of(words, lanes, slide("bars", BARS.assign(label=text))).slides) == 3


# --- A council's own template


def template(path, *, wide=10.0, high=5.625, layout="Title Only"):
    """Write a template of another size with a sample slide, and return its path."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(wide), Inches(high)
    sample = show.slides.add_slide(show.slide_layouts[1])
    sample.shapes.title.text = "Sample of the brand"
    for each in show.slide_layouts:
        if each.name == "Title Only":
            each.name = layout
    show.save(path)
    return path


def test_a_template_gives_its_size_and_layout_and_keeps_none_of_its_slides(tmp_path):
    path = template(tmp_path / "brand.pptx")
    content = deck([slide("bars", BARS)], as_at=NOV, source=SOURCE, template=str(path))
    show = Presentation(io.BytesIO(content))
    [page] = show.slides
    assert (show.slide_width, show.slide_height) == (Inches(10), Inches(5.625))
    assert page.slide_layout.name == "Title Only"
    assert page.shapes.title.text == "Red leads"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        slides = [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]
        assert slides == ["ppt/slides/slide1.xml"]
        assert not any(b"Sample of the brand" in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(("wide", "high"), [(10, 5.625), (10, 7.5), (20, 11.25), (13.333, 7.5)])
def test_on_a_page_of_another_size_all_grows_or_shrinks_with_it(tmp_path, wide, high):
    path = template(tmp_path / "brand.pptx", wide=wide, high=high)
    show = show_of(*real_slides(), template=path)
    for page in show.slides:
        counted = only(page, "Counted")
        assert sizes(counted.text_frame) == [pytest.approx(24 * high / 7.5, abs=0.1)]
        for shape in page.shapes:
            assert shape.left + shape.width <= show.slide_width + Emu(9525)
            assert shape.top + shape.height <= show.slide_height + Emu(9525)


def test_without_the_layout_the_one_with_a_title_and_least_besides_is_used(tmp_path):
    path = template(tmp_path / "brand.pptx", layout="Nur Titel")
    [page] = show_of(slide(), template=path).slides
    assert page.slide_layout.name == "Nur Titel"
    assert [shape.placeholder_format.type for shape in page.placeholders] == [1]


@pytest.mark.parametrize("content", [b"", b"not a deck", b"PK\x03\x04 cut off"])
def test_a_damaged_template_is_refused_with_a_sentence(tmp_path, content):
    path = tmp_path / "brand.pptx"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"^The template brand\.pptx is not a PowerPoint file"):
        deck([slide()], as_at=NOV, source=SOURCE, template=path)


def test_half_a_template_a_workbook_and_a_missing_file_are_refused_too(tmp_path):
    whole = template(tmp_path / "whole.pptx").read_bytes()
    (tmp_path / "half.pptx").write_bytes(whole[: len(whole) // 2])
    openpyxl.Workbook().save(tmp_path / "book.pptx")
    for name in ("half.pptx", "book.pptx", "missing.pptx"):
        with pytest.raises(ValueError, match=f"The template {name} is not a PowerPoint file"):
            deck([slide()], as_at=NOV, source=SOURCE, template=tmp_path / name)


# --- Another program


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_as_many_pages_as_there_are_slides(tmp_path):
    slides = [*real_slides(), slide(), slide("lanes", LANES)]
    (tmp_path / "deck.pptx").write_bytes(deck(slides, as_at=NOV, source=SOURCE))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "deck.pptx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    pdf = (tmp_path / "deck.pdf").read_bytes()
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") == 10
