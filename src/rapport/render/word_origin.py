"""What a Word draft carries so that an edited copy can be read back ("härkomst").

A part of its own (custom XML, which Word and LibreOffice leave alone) holds the draft as it
was sent out – its texts in Markdown, the marks of its regions and bound numbers, and the XML of
its pages – and the file's properties name it. Reading back then needs nothing but the copy
and the workspace.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from rapport.render.markdown_units import source_units
from rapport.render.word_story import Story
from rapport.render.word_styles import EDITABLE_OF, CharacterStyle
from rapport.render.word_xml import bookmark_name
from rapport.render.zipped import zip_bytes
from rapport.report.origin import Origin, TextOrigin

NAMESPACE = "urn:rapport:utkast:1"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ITEM_ID = "{6E0B4F0A-5C1D-4E57-9B7A-2F1D6C3A9E01}"
_KEPT = ("document.xml", "document.xml.rels", "styles.xml", "numbering.xml", "footnotes.xml")
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ITEM_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def attach_origin(
    word_file: WordFile, origin: Origin, story: Story, parts: Mapping[str, bytes]
) -> None:
    """Attach the origin to a finished file; ``parts`` are the file's as they will be sent out."""
    root = etree.Element(f"{{{NAMESPACE}}}utkast", nsmap={"u": NAMESPACE})
    root.set("rapport", origin.report)
    root.set("period", origin.occasion)
    root.set("enhet", origin.organisation)
    root.set("etikettstil", CharacterStyle.LABEL)
    root.set("redigerbara", " ".join(sorted(EDITABLE_OF.values())))
    texts = {text.key: text for text in origin.texts}
    for region in story.regions:
        element = _child(root, "omrade", nyckel=region.key, namn=region.name)
        element.attrib.update({"etikett": region.tag, "bokmarke": region.bookmark})
        if region.key in texts:
            _add_source(element, texts[region.key])
        for mark in story.numbers:
            if mark.region == region.bookmark:
                names = {"uttryck": mark.expression, "varde": mark.value}
                _child(element, "tal", **names, etikett=mark.tag, bokmarke=mark.bookmark)
    for anchor, page in sorted(story.pages.items()):
        _child(root, "sida", bokmarke=bookmark_name(anchor), nummer=str(page))
    kept = {n: b for n, b in parts.items() if n.startswith("word/") and _is_kept(n)}
    _child(root, "underlag").text = base64.b64encode(zip_bytes(kept)).decode()
    mark_of_draft = hashlib.sha256(etree.tostring(root)).hexdigest()
    root.set("id", mark_of_draft)
    _attach(word_file, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    _name(word_file, origin, mark_of_draft)


def _child(parent: etree._Element, name: str, **values: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", values)


def _add_source(element: etree._Element, text: TextOrigin) -> None:
    """The text's file as it was, and where its parts stand in it."""
    element.attrib.update({"fil": text.path, "sha256": text.sha256, "ansvarig": text.responsible})
    for unit in source_units(text.markdown):
        _child(element, "del", slag=unit.kind, fran=str(unit.first), till=str(unit.end))
    _child(element, "kalla").text = text.markdown


def _is_kept(name: str) -> bool:
    """Whether a part has words, or says what the words look like."""
    last = name.rsplit("/", 1)[-1]
    return last in _KEPT or last.startswith(("header", "footer"))


def _attach(word_file: WordFile, content: bytes) -> None:
    """The part, with the properties that make Word keep it."""
    package = word_file.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", content, package)
    properties = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem '
        f'ds:itemID="{_ITEM_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    name = PackURI("/customXml/itemProps1.xml")
    described = Part(name, _ITEM_PROPERTIES_TYPE, properties.encode(), package)
    item.relate_to(described, f"{_RELATION}/customXmlProps")
    word_file.part.relate_to(item, f"{_RELATION}/customXml")


def _name(word_file: WordFile, origin: Origin, mark: str) -> None:
    """The file's own properties: which draft it is, for people and programs that ask."""
    named = {
        "Utkast": mark,
        "Rapport": origin.report,
        "Period": origin.occasion,
        "Enhet": origin.organisation,
    }
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    root = etree.Element(f"{{{namespace}}}Properties", nsmap={"op": namespace, "vt": types})
    for number, (name, value) in enumerate(named.items(), start=2):
        element = etree.SubElement(root, f"{{{namespace}}}property")
        element.attrib.update({"fmtid": _FORMAT_ID, "pid": str(number), "name": name})
        etree.SubElement(element, f"{{{types}}}lpwstr").text = value
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = word_file.part.package
    part = Part(PackURI("/docProps/custom.xml"), _PROPERTIES_TYPE, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
