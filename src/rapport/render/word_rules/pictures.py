"""Rules for pictures: each says what it shows, or that it is decoration, and stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rapport.render.word_rules.reading import ReadWord, W, shown

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FILE_NAME = re.compile(
    r"\S+\.(svg|png|jpe?g|gif|emf|wmf)|(bild|image|picture|graphic|diagram)\s*\d*", re.IGNORECASE
)
LONGEST = 1000
"""Charts are described with their conclusion and the figures that matter, never all of them."""


def alternative_missing(read: ReadWord) -> Iterator[str]:
    """Who cannot see the picture hears what it says."""
    for place in _places(read):
        if not _alternative(place) and next(place.iter(_DECORATIVE), None) is None:
            yield f"{place.get('name') or 'en bild'} saknar alternativtext"


def alternative_is_a_name(read: ReadWord) -> Iterator[str]:
    """The name of a file says nothing of what it shows."""
    for place in _places(read):
        if _FILE_NAME.fullmatch(text := _alternative(place)):
            yield f"en bilds alternativtext är ett filnamn, {shown(text)}"


def alternative_too_long(read: ReadWord) -> Iterator[str]:
    """What takes that long to hear belongs in the text or in a table."""
    for place in _places(read):
        if len(text := _alternative(place)) > LONGEST:
            yield f"alternativtexten {shown(text)} har {len(text)} tecken, högst {LONGEST}"


def floating(read: ReadWord) -> Iterator[str]:
    """A floating picture has no place in the order that a text is read in."""
    for tree in read.texts:
        if next(tree.iter(f"{_WP}anchor", f"{W}pict"), None) is not None:
            yield "en bild flyter fritt i stället för att stå i texten"


def _places(read: ReadWord) -> Iterator[etree._Element]:
    for tree in read.texts:
        yield from tree.iter(f"{_WP}docPr")


def _alternative(place: etree._Element) -> str:
    return str(place.get("descr") or "").strip()
