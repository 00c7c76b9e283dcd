"""Regions that staff may change, marked so that an edited file can be read back.

A region is marked in three ways, because no single one survives every program: a content
control with the key as its tag (Word keeps it, LibreOffice does not), a bookmark whose name
is computed from the key, and paragraph styles whose names begin with "Redigerbar". The hanging
label of a region is not part of its text: it has the character style ``CharacterStyle.LABEL``
and stands before the bookmark.
"""

from __future__ import annotations

from rapport.render.word_styles import CharacterStyle
from rapport.render.word_xml import attribute, control_tag, run
from rapport.report.blocks import Editable

_LONGEST_TITLE = 64
_MOST_LETTERS = 15
"""So many letters in the label's look fit its column ("etikettspalt")."""
_KIND = '<w:docPartObj><w:docPartGallery w:val="Custom 1"/><w:docPartUnique/></w:docPartObj>'
"""A building block: as a control without kind, LibreOffice 7.4 loses text before footnotes."""

_PARAGRAPH_STARTS = "</w:pPr>"
_PARAGRAPH_ENDS = "</w:p>"


def label_run(label: str, *, beside_text: bool = False) -> str:
    """The hanging label and the tab after it.

    ``beside_text`` breaks the line after a label that is too long to stand beside its text.
    """
    below = "\n" if beside_text and len(label) > _MOST_LETTERS else ""
    return run(f"{label}\t{below}", f'<w:rStyle w:val="{CharacterStyle.LABEL}"/>')


def marked(paragraphs: str, label: str, start: str, end: str) -> str:
    """Paragraphs with the two ends of a bookmark in their first and last, after a label."""
    before = paragraphs.index(_PARAGRAPH_STARTS) + len(_PARAGRAPH_STARTS)
    for known in (label_run(label, beside_text=True), label_run(label)) if label else ():
        if paragraphs.startswith(known, before):
            before += len(known)
            break
    after = paragraphs.rindex(_PARAGRAPH_ENDS)
    return paragraphs[:before] + start + paragraphs[before:after] + end + paragraphs[after:]


def content_control(region: Editable, number: int, paragraphs: str) -> str:
    """A content control around finished paragraphs; it cannot be deleted by mistake."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(region.name[:_LONGEST_TITLE])}/>"
        f"<w:tag w:val={attribute(control_tag(region.key))}/>"
        f'<w:id w:val="{1000 + number}"/><w:lock w:val="sdtLocked"/>{_KIND}</w:sdtPr>'
        f"<w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
    )
