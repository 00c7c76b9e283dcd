"""Word files read back with nothing but zip and XML, for tests of the Word renderer."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from rapport.charts.images import ChartImage, draw_all
from rapport.charts.style import Style, read_style
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document
from render.gallery import TREND, WATERFALL, gallery_document

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGES = PageNumbers({"s-samman": 2, "s-nara": 3, "s-plan": 5, "s-metod": 6}, total=6)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SPACES = re.compile(r"\s+")
_AS_SPACE = frozenset({f"{W}tab", f"{W}br"})


@lru_cache
def style() -> Style:
    """The look of the shipped templates."""
    return read_style(TEMPLATES)


@lru_cache
def charts() -> dict[ChartSpec, ChartImage]:
    """The gallery's charts, drawn for Word."""
    return draw_all([TREND, WATERFALL], style(), png=True)


def written(document: Document, pages: PageNumbers | None = PAGES) -> bytes:
    """A document as a Word file."""
    return word_bytes(document, charts(), style(), TEMPLATES, pages)


@lru_cache
def gallery_file(*, draft: bool = False) -> bytes:
    """The gallery as a Word file, made once for all tests."""
    return written(gallery_document(draft=draft))


def parts(content: bytes) -> dict[str, bytes]:
    """Every part of a Word file by its name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part as XML."""
    return etree.fromstring(parts(content)[name])


def words(element: etree._Element) -> str:
    """What a reader sees of an element, every run of blanks as one space."""
    pieces: list[str] = []
    for node in element.iter(etree.Element):
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag in _AS_SPACE or node.tag == f"{W}p":
            pieces.append(" ")
    return plain_blanks("".join(pieces))


def plain_blanks(text: str) -> str:
    """A text with every run of blanks, also those that do not break, as one space."""
    return _SPACES.sub(" ", text).strip()


def styles_of(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Each paragraph's style id and words, in order."""
    for paragraph in element.iter(f"{W}p"):
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        yield ("" if found is None else str(found.get(f"{W}val")), words(paragraph))


def field_codes(element: etree._Element) -> list[str]:
    """The codes of all fields, in order."""
    return [(node.text or "").strip() for node in element.iter(f"{W}instrText")]
