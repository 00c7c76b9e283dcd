"""Sections of a Word file: which pages stand, which lie down, each with its own head.

The template has one section of each kind. A template where somebody has taken the lying one away
gives lying pages with the head and foot of the standing ones.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from rapport.render.word_styles import WordStyle
from rapport.render.word_xml import LANDSCAPE_PX, NAMESPACES, TWIPS_PER_PX

_LANDSCAPE = "landscape"
_LEFT_TWIPS = 1200


@dataclass
class Sections:
    """The sections while a file is written: ``lies`` is the kind that is being written now."""

    upright: BaseOxmlElement
    lying: BaseOxmlElement
    lies: bool = False
    is_first: bool = True

    def turned(self) -> str:
        """The paragraph that ends the section so far; what follows is of the other kind."""
        section = etree.tostring(self.current(), encoding="unicode")
        self.lies, self.is_first = not self.lies, False
        return f'<w:p><w:pPr><w:pStyle w:val="{WordStyle.TABLE_GAP}"/>{section}</w:pPr></w:p>'

    def current(self) -> BaseOxmlElement:
        """The section that is being written; only the first has a first page of its own."""
        section = copy.deepcopy(self.lying if self.lies else self.upright)
        if not self.is_first:
            _drop(section, qn("w:titlePg"), qn("w:pgNumType"))
            for reference in section.findall(qn("w:headerReference")) + section.findall(
                qn("w:footerReference")
            ):
                if reference.get(qn("w:type")) == "first":
                    section.remove(reference)
        return section


def template_sections(word_file: WordFile, first_page: int) -> Sections:
    """The sections of the template, the first page of the document numbered ``first_page``."""
    found = [section._sectPr for section in word_file.sections]  # noqa: SLF001 - no other way
    upright = copy.deepcopy(found[-1])
    lying = next((copy.deepcopy(each) for each in found if _is_lying(each)), None)
    if first_page != 1:
        _number_from(upright, first_page)
    return Sections(upright, _turned_over(found[-1]) if lying is None else lying)


def _is_lying(section: BaseOxmlElement) -> bool:
    size = section.find(qn("w:pgSz"))
    return size is not None and size.get(qn("w:orient")) == _LANDSCAPE


def _turned_over(section: BaseOxmlElement) -> BaseOxmlElement:
    """The same section with the long side down and room for the text of a lying page."""
    turned = copy.deepcopy(section)
    _drop(turned, qn("w:titlePg"))
    size, margins = turned.find(qn("w:pgSz")), turned.find(qn("w:pgMar"))
    if size is not None and margins is not None:
        width, height = (int(size.get(qn(f"w:{side}")) or 0) for side in "hw")
        size.set(qn("w:w"), str(width))
        size.set(qn("w:h"), str(height))
        size.set(qn("w:orient"), _LANDSCAPE)
        left = int(margins.get(qn("w:left")) or _LEFT_TWIPS)
        margins.set(qn("w:right"), str(width - left - LANDSCAPE_PX * TWIPS_PER_PX))
    return turned


def _number_from(section: BaseOxmlElement, first_page: int) -> None:
    columns = section.find(qn("w:cols"))
    if columns is not None:
        columns.addprevious(parse_xml(f'<w:pgNumType {NAMESPACES} w:start="{first_page}"/>'))


def _drop(section: BaseOxmlElement, *names: str) -> None:
    for name in names:
        for element in section.findall(name):
            section.remove(element)
