"""What PDF/A-1 forbids but WeasyPrint writes: transparency groups, lists of some glyphs."""

from __future__ import annotations

import io

import pydyf
from fontTools.ttLib import TTFont

from rapport.render.pdf_tags.foreign import Pdf, PdfObject


def follow_first_level(pdf: Pdf) -> None:
    """Make the objects of a PDF such as PDF/A-1 allows. What is drawn does not change."""
    for written in list(pdf.objects):
        if isinstance(written, pydyf.Stream):
            _without_group(written)
        elif isinstance(written, dict) and written.get("Type") == "/FontDescriptor":
            _list_all_glyphs(pdf, written)


def _without_group(stream: PdfObject) -> None:
    """Text of a chart is drawn in a group of its own, opaque, so that the group has no effect."""
    if stream.extra.get("Subtype") == "/Form":
        stream.extra.pop("Group", None)


def _list_all_glyphs(pdf: Pdf, descriptor: dict[str, PdfObject]) -> None:
    """``CIDSet`` lists every glyph in the font file, also those no text uses."""
    reference = descriptor.get("FontFile2") or descriptor.get("FontFile3")
    if reference is None or "CIDSet" not in descriptor:
        return
    font = TTFont(io.BytesIO(_content(_object(pdf, reference))))
    count = font["maxp"].numGlyphs
    listed = _object(pdf, descriptor["CIDSet"])
    listed.stream = [_first_bits(count)]


def _object(pdf: Pdf, reference: bytes) -> PdfObject:
    return pdf.objects[int(reference.split()[0])]


def _content(stream: PdfObject) -> bytes:
    return b"".join(part if isinstance(part, bytes) else bytes(part) for part in stream.stream)


def _first_bits(count: int) -> bytes:
    """A row of bits in which the first ``count`` are set."""
    return (((1 << count) - 1) << (-count % 8)).to_bytes((count + 7) // 8, "big")
