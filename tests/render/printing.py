"""Documents printed as PDF for the tests, and read again page by page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2

from rapport.charts.style import read_style
from rapport.render.html import html_page
from rapport.render.pdf import pdf_bytes
from rapport.render.templates_folder import templates_folder
from rapport.report.blocks import Block
from rapport.report.document import Document
from render.gallery import gallery_charts, gallery_document

TEMPLATES = templates_folder(Path("no-workspace"))


def printed(document: Document, templates: Path = TEMPLATES) -> bytes:
    """The PDF of a document."""
    style = read_style(templates)
    page = html_page(document, gallery_charts(), style, templates, "print")
    return pdf_bytes(page, document, templates)


def page_texts(pdf: bytes) -> list[str]:
    """The words of each page, with line ends and blanks made one blank."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()
    return [re.sub(r"\s+", " ", text) for text in texts]


def with_blocks(*blocks: Block) -> Document:
    """The gallery's head with other blocks."""
    return replace(gallery_document(), blocks=blocks)
