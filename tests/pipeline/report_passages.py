"""What written reports say passage by passage, and which measure's page each stands on."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree, html

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_HEADINGS = {"h1", "h2", "h3", "h4"}
_WORD_HEADINGS = {"Heading1", "Heading2", "Heading3", "Mattrubrik"}
_PASSAGES = {"p", "li", "tr", "caption", "figcaption", *_HEADINGS}
_SPOKEN = ("aria-label", "alt", "title")
_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?")


@dataclass(frozen=True)
class Passage:
    """A paragraph, table row, chart's texts or alt text, under a heading's anchor."""

    anchor: str
    text: str

    @property
    def numbers(self) -> set[str]:
        """Every number in it, thousands parted by a blank."""
        return set(_NUMBER.findall(self.text))


def page_passages(content: bytes) -> Iterator[Passage]:
    """The passages of an HTML report, with the texts in its charts and those read aloud."""
    anchor = ""
    for node in html.document_fromstring(content.decode()).iter(etree.Element):
        tag = str(node.tag).rpartition("}")[2]
        if tag in _HEADINGS:
            anchor = str(node.get("id", ""))
        for name in _SPOKEN:
            if node.get(name):
                yield Passage(anchor, _plain(str(node.get(name))))
        if tag == "svg":
            yield Passage(anchor, _joined(str(text) for text in node.itertext()))
        elif tag == "tr":
            yield Passage(anchor, _joined(_all_text(cell) for cell in node))
        elif tag in _PASSAGES:
            yield Passage(anchor, _all_text(node))


def word_passages(content: bytes) -> Iterator[Passage]:
    """The passages of a Word report, with the texts in its charts and the alt texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    links = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    anchor = ""
    for node in etree.fromstring(parts["word/document.xml"]).iter(etree.Element):
        if node.tag == f"{W}p":
            anchor = _word_anchor(node, anchor)
            yield Passage(anchor, _words(node))
        elif node.tag == f"{W}tr":
            yield Passage(anchor, _joined(_words(cell) for cell in node.iter(f"{W}tc")))
        elif node.tag == f"{WP}docPr":
            yield Passage(anchor, _plain(str(node.get("descr", ""))))
        elif str(node.tag).endswith("}svgBlip"):
            drawing = etree.fromstring(parts[f"word/{targets[str(node.get(EMBED))]}"])
            yield Passage(anchor, _joined(str(text) for text in drawing.itertext()))


def _word_anchor(paragraph: etree._Element, before: str) -> str:
    """The bookmark of a heading; other paragraphs stand under the heading before them."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is None or style.get(f"{W}val") not in _WORD_HEADINGS:
        return before
    mark = paragraph.find(f".//{W}bookmarkStart")
    return "" if mark is None else str(mark.get(f"{W}name"))


def _all_text(node: etree._Element) -> str:
    return _plain("".join(str(text) for text in node.itertext()))


def _words(node: etree._Element) -> str:
    return _plain("".join(text.text or "" for text in node.iter(f"{W}t")))


def _joined(texts: Iterable[str]) -> str:
    return " | ".join(plain for text in texts if (plain := _plain(text)))


def _plain(text: str) -> str:
    return " ".join(text.split())
