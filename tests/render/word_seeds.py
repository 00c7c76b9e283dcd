"""How faults are put into a Word file: each seed changes an open file in one place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from rapport.render.word_xml import NAMESPACES
from render.word_opened import OpenFile, Seed, dropped, first, made, say, styled
from render.word_reading import WP, W

STYLES = "word/styles.xml"
_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"


def body_text(text: str, look: str = "") -> Seed:
    """Other words in the last paragraph of running text."""
    return lambda opened: say(styled(opened, "BodyText")[-1], text, look)


def restyled(style: str, new: str) -> Seed:
    """Another style on the first paragraph of a style."""

    def seed(opened: OpenFile) -> None:
        styled(opened, style)[0].find(f"{W}pPr/{W}pStyle").set(f"{W}val", new)

    return seed


def _inserted(xml: str, before: str = "tbl") -> Seed:
    """Something before the first table of the body."""
    return lambda opened: first(opened, before).addprevious(made(xml))


def setting(xml: str) -> Seed:
    """An element among the settings of the file."""
    return lambda opened: first(opened, "zoom", part=_SETTINGS).addnext(made(xml))


def without_title(opened: OpenFile) -> None:
    """No title among the properties."""
    opened.parts[_CORE] = re.sub(b"<dc:title>.*?</dc:title>", b"", opened.parts[_CORE])


def spoken(opened: OpenFile) -> None:
    """A language that does not exist."""
    say(styled(opened, "BodyText")[-1], "Text", '<w:lang w:val="Svenska"/>')


def macro(opened: OpenFile) -> None:
    """A part that can be run."""
    opened.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    opened.replace(_TYPES, "</Types>", f"{kind}</Types>")


def tracked(opened: OpenFile) -> None:
    """A change that nobody has answered."""
    run = next(styled(opened, "BodyText")[-1].iter(f"{W}r"))
    mark = made('<w:ins w:id="9001" w:author="Kansliet"/>')
    run.addprevious(mark)
    mark.append(run)


def remote(opened: OpenFile) -> None:
    """A picture that is fetched from the web."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    address = "https://example.org/bild.png"
    row = f'<Relationship Id="rId900" Type="{kind}" Target="{address}" TargetMode="External"/>'
    opened.replace(_RELATIONS, "</Relationships>", f"{row}</Relationships>")


def without_headings(opened: OpenFile) -> None:
    """Headings that are only labels."""
    for key in ("Heading1", "Heading2", "Heading3", "Mattrubrik", "Rubrik1utanforinnehall"):
        for paragraph in styled(opened, key):
            paragraph.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Etikett")


def empty_heading(opened: OpenFile) -> None:
    """A heading without words."""
    for run in list(styled(opened, "Heading2")[0].iter(f"{W}r")):
        dropped(run)


def doubled_air(opened: OpenFile) -> None:
    """An empty paragraph after a table."""
    first(opened, "tbl").getnext().addprevious(
        made('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>')
    )


def link(text: str) -> Seed:
    """Other words in the first link out of the document."""

    def seed(opened: OpenFile) -> None:
        link = next(
            each for each in opened.tree().iter(f"{W}hyperlink") if not each.get(f"{W}anchor")
        )
        for node in link.iter(f"{W}t"):
            node.text = text

    return seed


def _charts(opened: OpenFile) -> Iterator[Any]:
    for place in opened.tree().iter(f"{WP}docPr"):
        if len(str(place.get("descr"))) > 30:
            yield place


def described(text: str) -> Seed:
    """Another alternative text of the first chart."""
    return lambda opened: next(_charts(opened)).set("descr", text)


def floated(opened: OpenFile) -> None:
    """The first chart taken out of the text."""
    inline = next(_charts(opened)).getparent()
    assert inline is not None
    inline.tag = f"{WP}anchor"
    for name, text in (
        ("simplePos", "0"), ("relativeHeight", "2"), ("behindDoc", "0"), ("locked", "0"),
        ("layoutInCell", "1"), ("allowOverlap", "1"),
    ):  # fmt: skip
        inline.set(name, text)
    places = (
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    for at, element in enumerate(etree.fromstring(f"<w:x {NAMESPACES}>{places}</w:x>")):
        inline.insert(at, element)
    inline.find(f"{WP}extent").addnext(made("<wp:wrapNone/>"))


def _tables(opened: OpenFile) -> list[Any]:
    """The tables of the text, the layout of the first page aside."""
    return [
        table
        for table in opened.tree().iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Rapporttabell"
    ]


def no_header_row(opened: OpenFile) -> None:
    """A first row like the others."""
    dropped(next(_tables(opened)[0].iter(f"{W}tblHeader")))


def two_header_rows(opened: OpenFile) -> None:
    """A second header row."""
    row = _tables(opened)[0].findall(f"{W}tr")[1]
    row.find(f"{W}trPr").append(made("<w:tblHeader/>"))


def split_row(opened: OpenFile) -> None:
    """A row that may break over pages."""
    dropped(_tables(opened)[0].findall(f"{W}tr")[1].find(f"{W}trPr/{W}cantSplit"))


def merged(opened: OpenFile) -> None:
    """Two cells made one."""
    first, second, *_ = _tables(opened)[0].findall(f"{W}tr")[1].findall(f"{W}tc")
    dropped(second)
    first.find(f"{W}tcPr/{W}tcW").addnext(made('<w:gridSpan w:val="2"/>'))


def nested(opened: OpenFile) -> None:
    """A table in a cell of another."""
    outer, inner = _tables(opened)[0], copy.deepcopy(_tables(opened)[-1])
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(inner.iter(f"{W}{name}")):
            dropped(mark)
    outer.findall(f"{W}tr")[1].find(f"{W}tc/{W}p").addprevious(inner)


def undescribed(opened: OpenFile) -> None:
    """A table without description."""
    properties = _tables(opened)[0].find(f"{W}tblPr")
    dropped(properties.find(f"{W}tblDescription"))


def unnamed_column(opened: OpenFile) -> None:
    """A column without a heading."""
    for node in _tables(opened)[0].find(f"{W}tr/{W}tc").iter(f"{W}t"):
        node.text = ""


def field_marks(opened: OpenFile, kind: str) -> list[Any]:
    """The marks of one kind of all fields, in order."""
    found = opened.tree().iter(f"{W}fldChar")
    return [mark for mark in found if mark.get(f"{W}fldCharType") == kind]


def unended(opened: OpenFile) -> None:
    """A field that never ends."""
    dropped(field_marks(opened, "end")[-1])


def result(text: str) -> Seed:
    """Another cached result of the last field, the number of a table."""

    def seed(opened: OpenFile) -> None:
        run = field_marks(opened, "separate")[-1].getparent().getnext()
        run.find(f"{W}t").text = text

    return seed


def dead_anchor(opened: OpenFile) -> None:
    """A link to a bookmark that is not there."""
    link = next(each for each in opened.tree().iter(f"{W}hyperlink") if each.get(f"{W}anchor"))
    link.set(f"{W}anchor", "r_saknas")


def dead_page(opened: OpenFile) -> None:
    """A reference to a page of a bookmark that is not there."""
    code = next(each for each in opened.tree().iter(f"{W}instrText") if "PAGEREF" in each.text)
    code.text = " PAGEREF r_saknas \\h "


def same_bookmark(opened: OpenFile) -> None:
    """Two bookmarks with one name."""
    wanted = next(
        str(each.get(f"{W}anchor"))
        for each in opened.tree().iter(f"{W}hyperlink")
        if each.get(f"{W}anchor")
    )
    other = next(
        each
        for each in opened.tree().iter(f"{W}bookmarkStart")
        if str(each.get(f"{W}name")).startswith("r_t_")
    )
    other.set(f"{W}name", wanted)


def uncalled_note(opened: OpenFile) -> None:
    """A footnote without its call."""
    dropped(first(opened, "footnoteReference").getparent())


def out_of_order(opened: OpenFile) -> None:
    """Properties after what they are the properties of."""
    paragraph = styled(opened, "BodyText")[0]
    paragraph.append(paragraph.find(f"{W}pPr"))


def unknown_value(opened: OpenFile) -> None:
    """An alignment that does not exist."""
    first(opened, "jc").set(f"{W}val", "hoger")


def missing_picture(opened: OpenFile) -> None:
    """A picture whose file is gone."""
    del opened.parts[next(name for name in opened.parts if name.endswith(".png"))]


def missing_relation(opened: OpenFile) -> None:
    """A picture that the document does not know."""
    opened.parts[_RELATIONS] = re.sub(
        rb"<Relationship [^>]*/image\"[^>]*/>", b"", opened.parts[_RELATIONS], count=1
    )


def lost_cell(opened: OpenFile) -> None:
    """Cells without a paragraph."""
    row = _tables(opened)[0].findall(f"{W}tr")[1]
    for cell in row.findall(f"{W}tc"):
        for paragraph in cell.findall(f"{W}p"):
            dropped(paragraph)
