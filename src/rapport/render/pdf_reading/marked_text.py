"""The text of each marked piece of each page, as PDFium reads it out of the fonts."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_UTF16_END = 2


def marked_text(pdf: bytes) -> Mapping[tuple[int, int], str]:
    """The words by page from 0 and number of the piece on it."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for index, page in enumerate(document):
            for mcid, text in _page_text(page):
                found[index, mcid] = found.get((index, mcid), "") + text
    finally:
        document.close()
    return found


def _page_text(page: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - PDFium has no types
    handle = pdfium.FPDFText_LoadPage(page.raw)
    try:
        for number in range(pdfium.FPDFPage_CountObjects(page.raw)):
            drawn = pdfium.FPDFPage_GetObject(page.raw, number)
            if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            mcid = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
            if mcid >= 0:
                yield mcid, _text(drawn, handle)
    finally:
        pdfium.FPDFText_ClosePage(handle)
        page.close()


def _text(drawn: Any, handle: Any) -> str:  # noqa: ANN401 - PDFium has no types
    size = pdfium.FPDFTextObj_GetText(drawn, handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(drawn, handle, target, size)
    return buffer.raw[: size - _UTF16_END].decode("utf-16-le")
