"""Streams that end so that every reader agrees where they end.

A line end after the data of a stream does not belong to it. When the data itself ends with
the same byte, readers disagree about its length; PDF/A forbids such a file.
"""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterator

import pydyf

from rapport.render.pdf_tags.foreign import PdfObject

_START, _END = b"\nstream\n", b"\nendstream"


@contextlib.contextmanager
def clear_stream_ends() -> Iterator[None]:
    """While this lasts, pydyf writes the few such streams in letters (ASCII85)."""
    theirs = pydyf.Stream.data

    def data(stream: PdfObject) -> bytes:
        written: bytes = theirs.fget(stream)
        if not written.removesuffix(_END).endswith((b"\r", b"\n")):
            return written
        return in_letters(stream, written)

    pydyf.Stream.data = property(data)
    try:
        yield
    finally:
        pydyf.Stream.data = theirs


def in_letters(stream: PdfObject, written: bytes) -> bytes:
    """A written stream again, with the same content in the letters of ASCII85."""
    payload = written.partition(_START)[2].removesuffix(_END)
    filters = ["/ASCII85Decode"]
    if stream.compress:
        filters.append("/FlateDecode")
    elif "Filter" in stream.extra:
        filters.append(stream.extra["Filter"])
    letters = base64.a85encode(payload) + b"~>"
    extra = pydyf.Dictionary(
        {**stream.extra, "Filter": pydyf.Array(filters), "Length": len(letters)}
    )
    head: bytes = extra.data
    return head + _START + letters + _END
