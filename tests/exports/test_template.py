"""A council's own template: used as it is, or refused with one plain sentence."""

import io
import re
import zipfile

import openpyxl
import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu, Inches

from netzero.exports.deck import deck
from tests.exports.decks import SOURCE, only, show_of, sizes
from tests.exports.hand_made import exhibit, one_of_each

DEFLATED = zipfile.ZIP_DEFLATED


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


def changed(path, part, pattern, replacement):
    """Write a template one of whose parts is changed, and return its path."""
    whole = template(path.with_name("whole.pptx"))
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(path, "w", DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                content, found = re.subn(pattern, replacement, content, flags=re.DOTALL)
                assert found
            after.writestr(name, content)
    return path


def with_part(path, name, content):
    """Write a template that holds one part more, and return its path."""
    template(path)
    with zipfile.ZipFile(path, "a", DEFLATED) as parts:
        parts.writestr(name, content)
    return path


def refusal_of(path):
    with pytest.raises(ValueError, match=r"^The template") as refused:
        deck([exhibit()], source=SOURCE, template=path)
    return str(refused.value)


# --- Used


@pytest.mark.parametrize("given", [str, lambda path: path, lambda path: path.open("rb")])
def test_a_template_gives_its_size_and_layout_and_keeps_none_of_its_slides(tmp_path, given):
    path = template(tmp_path / "brand.pptx")
    content = deck([exhibit()], source=SOURCE, template=given(path))
    show = Presentation(io.BytesIO(content))
    [page] = show.slides
    assert (show.slide_width, show.slide_height) == (Inches(10), Inches(5.625))
    assert page.slide_layout.name == "Title Only"
    assert page.shapes.title.text == "Red leads"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        assert [name for name in names if name.startswith("ppt/slides/slide")] == [
            "ppt/slides/slide1.xml"
        ]
        assert len([name for name in names if name.startswith("ppt/notesSlides/notes")]) == 1
        assert not any(b"Sample of the brand" in parts.read(name) for name in names)


@pytest.mark.parametrize(("wide", "high"), [(10, 5.625), (10, 7.5), (20, 11.25), (13.333, 7.5)])
def test_on_a_page_of_another_size_all_grows_or_shrinks_with_it(tmp_path, wide, high):
    path = template(tmp_path / "brand.pptx", wide=wide, high=high)
    show = show_of(*one_of_each(), template=path)
    for page in show.slides:
        [size] = sizes(only(page, "Counted").text_frame)
        assert size == pytest.approx(24 * high / 7.5, abs=0.1)
        for shape in page.shapes:
            assert shape.left + shape.width <= show.slide_width + Emu(9525)
            assert shape.top + shape.height <= show.slide_height + Emu(9525)


def test_without_the_layout_the_one_with_a_title_and_least_besides_is_used(tmp_path):
    path = template(tmp_path / "brand.pptx", layout="Nur Titel")
    [page] = show_of(exhibit(), template=path).slides
    assert page.slide_layout.name == "Nur Titel"
    kinds = [shape.placeholder_format.type for shape in page.placeholders]
    assert kinds == [1, 15, 13]  # title, foot, number


def test_a_large_picture_in_a_template_is_no_reason_to_refuse_it(tmp_path):
    path = with_part(tmp_path / "brand.pptx", "ppt/media/x.bmp", b"BM" + bytes(9_500_000))
    assert len(show_of(exhibit(), template=path).slides) == 1


# --- Refused

CANNOT_BE_READ = "is not a PowerPoint file (.pptx) that can be read."


@pytest.mark.parametrize("content", [b"", b"not a deck", b"PK\x03\x04 cut off"])
def test_a_damaged_template_is_refused(tmp_path, content):
    path = tmp_path / "brand.pptx"
    path.write_bytes(content)
    assert refusal_of(path) == f"The template brand.pptx {CANNOT_BE_READ}"


def test_half_a_template_a_workbook_and_a_missing_file_are_refused_too(tmp_path):
    whole = template(tmp_path / "whole.pptx").read_bytes()
    (tmp_path / "half.pptx").write_bytes(whole[: len(whole) // 2])
    openpyxl.Workbook().save(tmp_path / "book.pptx")
    for name in ("half.pptx", "book.pptx", "missing.pptx"):
        assert refusal_of(tmp_path / name) == f"The template {name} {CANNOT_BE_READ}"


def test_a_file_without_a_name_is_refused_as_the_template():
    assert refusal_of(io.BytesIO(b"no deck")) == f"The template {CANNOT_BE_READ}"


def test_a_name_of_more_than_255_bytes_is_refused_and_cut(tmp_path):
    path = tmp_path / ("ä" * 200 + ".pptx")
    assert refusal_of(path) == f"The template {'ä' * 60}… {CANNOT_BE_READ}"


@pytest.mark.parametrize(
    "size", [b"", b'<p:sldSz cx="0" cy="0"/>', b'<p:sldSz cx="9144000" cy="9"/>']
)
def test_a_template_without_a_slide_size_or_of_one_that_no_page_has_is_refused(tmp_path, size):
    path = changed(tmp_path / "b.pptx", "ppt/presentation.xml", rb"<p:sldSz[^>]*/>", size)
    assert refusal_of(path) == "The template b.pptx gives no slide size from 1 to 56 inches."


def test_a_slide_size_that_is_no_number_is_refused(tmp_path):
    size = rb'<p:sldSz cx="wide" cy="high"/>'
    path = changed(tmp_path / "b.pptx", "ppt/presentation.xml", rb"<p:sldSz[^>]*/>", size)
    assert refusal_of(path) == "The template b.pptx has parts that are damaged."


@pytest.mark.parametrize(
    ("part", "pattern", "replacement"),
    [
        ("[Content_Types].xml", rb"application/vnd[^\"]*core-properties\+xml", b"text/plain"),
        ("_rels/.rels", rb"docProps/core\.xml", b"docProps/app.xml"),
    ],
)
def test_a_wrong_core_part_is_refused(tmp_path, part, pattern, replacement):
    path = changed(tmp_path / "b.pptx", part, pattern, replacement)
    assert refusal_of(path) == "The template b.pptx has document properties that cannot be read."


def test_core_properties_that_are_something_else_are_refused(tmp_path):
    path = changed(tmp_path / "b.pptx", "docProps/core.xml", rb"<cp:core.*", b"<other/>")
    assert refusal_of(path) == (
        "The template b.pptx has a layout or notes page that slides cannot be made on."
    )


def test_a_placeholder_of_no_known_kind_is_refused(tmp_path):
    layout = "ppt/slideLayouts/slideLayout6.xml"
    path = changed(tmp_path / "b.pptx", layout, rb'<p:ph type="title"', b'<p:ph type="odd"')
    assert refusal_of(path) == "The template b.pptx has no layout with a title that can be read."


def test_a_template_without_a_title_in_any_layout_is_refused(tmp_path):
    show = Presentation()
    for layout in show.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (1, 3):
                shape._element.getparent().remove(shape._element)
    show.save(tmp_path / "b.pptx")
    assert refusal_of(tmp_path / "b.pptx") == (
        "The template b.pptx has no layout with a title that can be read."
    )


@pytest.mark.parametrize(
    "name", ["ppt/slideLayouts/more.xml", "ppt/media/picture.png", "docProps/odd"]
)
@pytest.mark.parametrize("begins", [b"<p:x>", b"\xef\xbb\xbf \n<p:x>", "<p:x>".encode("utf-16")])
def test_very_much_xml_in_one_part_is_refused_whatever_the_part_is_called(tmp_path, name, begins):
    path = with_part(tmp_path / "b.pptx", name, begins + b"<a/>" * 2_100_000)
    assert refusal_of(path) == "The template b.pptx has a part with more than 8 MB of XML."


def test_very_much_xml_in_many_parts_is_refused(tmp_path):
    path = template(tmp_path / "b.pptx")
    with zipfile.ZipFile(path, "a", DEFLATED) as parts:
        for number in range(6):
            parts.writestr(f"ppt/more{number}.xml", b"<p:x>" + bytes(range(65, 91)) * 290_000)
    assert refusal_of(path) in (
        "The template b.pptx has more than 40 MB of XML.",
        "The template b.pptx unpacks to more than 200 times its size.",
    )


def test_a_small_file_that_unpacks_to_80_mb_is_refused(tmp_path):
    path = with_part(tmp_path / "b.pptx", "ppt/slideMasters/more.xml", b"<p:x>" + b" " * 80_000_000)
    assert path.stat().st_size < 150_000
    assert refusal_of(path) == "The template b.pptx unpacks to more than 200 times its size."


def test_very_many_parts_are_refused(tmp_path):
    path = template(tmp_path / "b.pptx")
    with zipfile.ZipFile(path, "a") as parts:
        for number in range(5001):
            parts.writestr(f"x{number}", b"")
    assert refusal_of(path) == "The template b.pptx has more than 5,000 parts."


def test_a_file_that_says_it_unpacks_to_more_than_200_mb_is_refused(tmp_path):
    path = template(tmp_path / "b.pptx")
    with zipfile.ZipFile(path, "a", DEFLATED) as parts, parts.open("x.bin", "w") as part:
        for _ in range(202):
            part.write(b"\x00" * 1_000_000)
    assert refusal_of(path) == "The template b.pptx unpacks to more than 200 MB."


@pytest.mark.parametrize("name", ["ppt/vbaProject.bin", "ppt/media/other.bin"])
def test_macros_in_a_pptx_are_refused_whatever_they_are_called(tmp_path, name):
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'vbaProject" Target="' + name.removeprefix("ppt/").encode() + b'"/></Relationships>'
    )
    part = "ppt/_rels/presentation.xml.rels"
    path = changed(tmp_path / "b.pptx", part, rb"</Relationships>", relation)
    with zipfile.ZipFile(path, "a") as parts:
        parts.writestr(name, b"\xd0\xcf\x11\xe0")
    assert refusal_of(path) == "The template b.pptx holds macros: save it as .pptx without."


def test_a_workbook_with_macros_within_a_layout_is_refused(tmp_path):
    show = Presentation()
    layout = show.slide_layouts[0].part
    name, kind = PackURI("/ppt/embeddings/book.bin"), "application/vnd.ms-excel.sheet"
    book = Part(name, f"{kind}.macroEnabled.12", show.part.package, b"PK")
    layout.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    show.save(tmp_path / "b.pptx")
    assert refusal_of(tmp_path / "b.pptx") == (
        "The template b.pptx holds macros: save it as .pptx without."
    )


def test_a_deck_of_the_kind_with_macros_is_refused(tmp_path):
    kind = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    plain = (
        rb"application/vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main\+xml"
    )
    path = changed(tmp_path / "b.pptx", "[Content_Types].xml", plain, kind)
    assert refusal_of(path) == "The template b.pptx holds macros: save it as .pptx without."
