"""What python-pptx does not offer: the one room in which its insides and its XML are touched."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netzero.exports.values import one_line

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_MACROS = ("vbaproject", "macroenabled")


# --- Shapes


def describe(shape: Any, words: str) -> None:
    """Give a shape the words that a screen reader says for it."""
    _properties(shape).set("descr", one_line(words))


def description(shape: Any) -> str:
    """Return the words that a screen reader says for a shape."""
    words: str = _properties(shape).get("descr", "")
    return words


def decorate(shape: Any) -> None:
    """Mark a shape as decoration, which a screen reader passes over."""
    mark = f'<d:decorative xmlns:d="{_DECORATIVE}" val="1"/>'
    extension = f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">{mark}</a:ext>'
    _properties(shape).append(_xml(f'<a:extLst xmlns:a="{_DRAWING}">{extension}</a:extLst>'))


def without_style(shape: Any) -> None:
    """Take the shadow and the colours that the theme would give a shape."""
    for style in shape._element.xpath("p:style"):
        style.getparent().remove(style)


def remove(shape: Any) -> None:
    """Take a shape from its slide."""
    shape._element.getparent().remove(shape._element)


def stand_for(shape: Any, kind: str, layout: Any) -> None:
    """Have a text box stand for the placeholder of a kind ("ftr") that the layout has, if any."""
    found = layout._element.xpath(f".//p:ph[@type='{kind}']")
    if not found:
        return
    holder = shape._element.xpath("p:nvSpPr/p:nvPr")[0]
    index = found[0].get("idx", "0")
    holder.insert(0, _xml(f'<p:ph xmlns:p="{_SLIDES}" type="{kind}" sz="quarter" idx="{index}"/>'))
    shape._element.xpath("p:nvSpPr/p:cNvSpPr")[0].attrib.pop("txBox", None)


def number_of_slide(shape: Any) -> None:
    """Have the only run of a text box say the number of its slide, wherever that is moved."""
    run = shape._element.xpath(".//a:r")[0]
    field = _xml(
        f'<a:fld xmlns:a="{_DRAWING}" id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" '
        'type="slidenum"><a:t>1</a:t></a:fld>'
    )
    field.insert(0, run.xpath("a:rPr")[0])
    run.getparent().replace(run, field)


# --- Tables


def without_table_style(frame: Any) -> None:
    """Take the colours and rules that the theme would give a table."""
    frame._element.xpath(".//a:tableStyleId")[0].text = _PLAIN_STYLE


def rule_under(cell: Any, colour: str, *, width: int) -> None:
    """Draw a line of a colour beneath a cell, ``width`` EMU thick."""
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    rule = _xml(f'<a:lnB xmlns:a="{_DRAWING}" w="{width}">{fill}</a:lnB>')
    cell._tc.get_or_add_tcPr().insert(0, rule)


# --- Charts


def put_data(chart: Any, workbook: bytes) -> None:
    """Put an Excel file behind a chart, as the data that an editor opens."""
    chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def place_marks(chart: Any, *, left: float, top: float, width: float, height: float) -> None:
    """Give the marks of a chart a share of it; what is left of them is for the labels."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.xpath("c:layout"):
        area.remove(layout)
    sides = {"x": left, "y": top, "w": width, "h": height}
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    values = "".join(f'<c:{side} val="{value:.4f}"/>' for side, value in sides.items())
    manual = f"<c:manualLayout>{modes}{values}</c:manualLayout>"
    area.insert(0, _xml(f'<c:layout xmlns:c="{_CHART}">{manual}</c:layout>'))


def name_every(axis: Any, step: int) -> None:
    """Name every ``step``th category of an axis, level, so that none is cut or turned."""
    axis._element.xpath("c:txPr/a:bodyPr")[0].set("rot", "0")
    skip = _xml(f'<c:tickLblSkip xmlns:c="{_CHART}" val="{step}"/>')
    axis._element.xpath("c:lblOffset")[0].addnext(skip)


def name_every_months(axis: Any, step: int) -> None:
    """Give an axis of dates a mark a month, and name every ``step``th month."""
    base = axis._element.xpath("c:baseTimeUnit")[0]
    base.set("val", "months")
    for tag, value in (("majorTimeUnit", "months"), ("majorUnit", str(step))):
        base.addnext(_xml(f'<c:{tag} xmlns:c="{_CHART}" val="{value}"/>'))


def without_label(series: Any, place: int) -> None:
    """Take the label from one mark of a series whose marks have labels."""
    labels = series.data_labels._element
    gone = _xml(f'<c:dLbl xmlns:c="{_CHART}"><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
    labels.insert(len(labels.xpath("c:dLbl")), gone)


# --- The file


def let_size_be(show: Any) -> None:
    """Take the name of a paper size from a deck, so that any width and height hold."""
    show.part._element.sldSz.attrib.pop("type", None)


def stands_by_itself(placeholder: Any) -> bool:
    """Return whether a placeholder has a place of its own, not that of what it stands for."""
    return bool(placeholder._element.xpath("p:spPr/a:xfrm"))


def set_titles(master: Any, *, points: int) -> None:
    """Set the titles of a master bold, in a size, at the top left of their place."""
    level = "p:txStyles/p:titleStyle/a:lvl1pPr"
    master._element.xpath(level)[0].set("algn", "l")
    look = {"sz": f"{points}00", "b": "1"}
    master._element.xpath(f"{level}/a:defRPr")[0].attrib.update(look)
    title = "p:cSld//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']//a:bodyPr"
    for body in master._element.xpath(title):
        body.set("anchor", "t")


def set_theme(master: Any, *, colours: Mapping[str, str], font: str) -> None:
    """Give the theme of a master colours by their names ("dk1") and a font for Latin text."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    for name, colour in colours.items():
        value = f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        text = re.sub(f"<a:{name}>.*?</a:{name}>", value, text)
    text = re.sub(r'<a:latin typeface="Calibri[^"]*"', f'<a:latin typeface="{font}"', text)
    theme.blob = text.encode("utf-8")


def set_format(show: Any, words: str) -> None:
    """Say in the properties of a deck for which screens it is made."""
    for part in show.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            text = part.blob.decode("utf-8")
            named = f"<PresentationFormat>{words}</PresentationFormat>"
            part._blob = re.sub(
                "<PresentationFormat>.*?</PresentationFormat>", named, text
            ).encode()


def drop_thumbnail(show: Any) -> None:
    """Take the small picture of itself from a deck."""
    package = show.part.package
    for relation in list(package._rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            package.drop_rel(relation.rId)


def drop_slides(show: Any) -> None:
    """Take every slide from a deck, and the sections and custom shows that name them.

    PowerPoint would repair a file in which they name slides that are gone.
    """
    for name in list(show.slides._sldIdLst):
        show.part.drop_rel(name.rId)
        show.slides._sldIdLst.remove(name)
    named = "p:custShowLst | p:extLst/p:ext[*[local-name()='sectionLst']]"
    for gone in show.part._element.xpath(named):
        gone.getparent().remove(gone)


def is_presentation(show: Any) -> bool:
    """Return whether a deck is a plain presentation, and not one of the kinds with macros."""
    from pptx.opc.constants import CONTENT_TYPE

    return bool(show.part.content_type == CONTENT_TYPE.PML_PRESENTATION_MAIN)


def has_properties(show: Any) -> bool:
    """Return whether a deck says title, author and date where such files say them, or nowhere."""
    from pptx.parts.coreprops import CorePropertiesPart

    return isinstance(show.core_properties, CorePropertiesPart)


def holds_macros(show: Any) -> bool:
    """Return whether any part of a deck, whatever it is called, is macros or a file with them."""
    names = map(str.lower, _names(show.part.package))
    return any(sign in name for name in names for sign in _MACROS)


def _names(package: Any) -> Iterator[str]:
    """Yield what says of what kind the parts of a file are: types, names and relations."""
    for relation in package.iter_rels():
        yield relation.reltype
    for part in package.iter_parts():
        yield part.content_type
        yield str(part.partname)


def _properties(shape: Any) -> Any:
    return shape._element.xpath(".//p:cNvPr")[0]


def _xml(text: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(text)
