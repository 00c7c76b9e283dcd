"""The part of a Word file that holds its footnotes ("fotnoter")."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from rapport.render.word_styles import CharacterStyle, WordStyle
from rapport.render.word_xml import NAMESPACES, paragraph, run

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def attach_footnotes(word_file: WordFile, footnotes: Sequence[str]) -> None:
    """Attach the footnotes in the order of their calls; a file without notes gets no part."""
    if not footnotes:
        return
    notes = "".join(_note(number, text) for number, text in enumerate(footnotes, 1))
    separators = _separator(-1, "separator") + _separator(0, "continuationSeparator")
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"
    )
    owner = word_file.part
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, xml.encode(), owner.package)
    owner.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{CharacterStyle.FOOTNOTE_CALL}"/></w:rPr>'
    call = f"<w:r>{look}<w:footnoteRef/></w:r>"
    return (
        f'<w:footnote w:id="{number}">'
        f"{paragraph(WordStyle.FOOTNOTE, call + run(' ' + text))}</w:footnote>"
    )


def _separator(number: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"{paragraph(WordStyle.FOOTNOTE, f'<w:r><w:{kind}/></w:r>')}</w:footnote>"
    )
