"""Documents printed as PDF for the tests, and read again page by page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2

from rapport.charts.style import read_style
from rapport.render import pdf
from rapport.render.archiving import Archiving, figures_and_origin
from rapport.render.html import html_page
from rapport.render.pdf import PrintedPdf
from rapport.render.templates_folder import templates_folder
from rapport.report.blocks import Block
from rapport.report.document import Document
from render.gallery import gallery_charts, gallery_document

TEMPLATES = templates_folder(Path("no-workspace"))


FIGURES = b"period;utfall\r\nT2-2024;15,4\r\n"
ORIGIN = b'{"rapport": "exempel"}\n'
ARCHIVED = Archiving(files=figures_and_origin(FIGURES, ORIGIN))
"""PDF/A-3a with small attached files."""


def printed(
    document: Document, templates: Path = TEMPLATES, archiving: Archiving = ARCHIVED
) -> bytes:
    """The PDF of a document, with its figures attached."""
    return laid_out(document, templates, archiving).content


def laid_out(
    document: Document, templates: Path = TEMPLATES, archiving: Archiving = ARCHIVED
) -> PrintedPdf:
    """The PDF of a document, with the page of each anchor."""
    style = read_style(templates)
    page = html_page(document, gallery_charts(), style, templates, "print")
    return pdf.printed(page, document, templates, archiving)


def page_texts(content: bytes) -> list[str]:
    """The words of each page, with line ends and blanks made one blank."""
    file = pypdfium2.PdfDocument(content)
    try:
        texts = [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()
    return [re.sub(r"\s+", " ", text) for text in texts]


def with_blocks(*blocks: Block) -> Document:
    """The gallery's head with other blocks."""
    return replace(gallery_document(), blocks=blocks)
