"""The pages of a PDF as pictures, to look at beside the text of the draft."""

from __future__ import annotations

import io
from threading import Lock

import pypdfium2

_SCALE = 1.5
"""108 dpi: sharp enough to read, and an A4 page is some hundred kilobytes."""

_ONE_AT_A_TIME = Lock()
"""PDFium may not be called from two threads."""


def page_png(pdf: bytes, number: int) -> bytes:
    """A page, counted from 1, as PNG.

    Raises:
        IndexError: there is no such page.
    """
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        picture = document[number - 1].render(scale=_SCALE).to_pil()
        file = io.BytesIO()
        picture.save(file, "PNG")
        return file.getvalue()


def page_sizes(pdf: bytes) -> tuple[tuple[int, int], ...]:
    """Width and height of each page's picture in px, so that a page can keep their places."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        return tuple(
            (round(page.get_width() * _SCALE), round(page.get_height() * _SCALE))
            for page in document
        )
