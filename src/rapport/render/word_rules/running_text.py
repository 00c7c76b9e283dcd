"""Rules for headings, lists, paragraphs and links, which a reader moves about by."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rapport.render.word_rules.reading import (
    ReadWord,
    W,
    is_on,
    is_within,
    shown,
    style_of,
    value,
    words,
)
from rapport.render.word_styles import EDITABLE_OF, CharacterStyle, WordStyle
from rapport.render.writing_habits import (
    is_address,
    looks_like_heading,
    looks_like_list_item,
    says_nothing,
)

_RUNNING = frozenset(
    {WordStyle.NORMAL, WordStyle.BODY, WordStyle.LEAD, WordStyle.LABELLED, WordStyle.LABELLED_MORE}
)
_PROSE = frozenset(
    {"", *_RUNNING, *(EDITABLE_OF[style] for style in _RUNNING & EDITABLE_OF.keys())}
)
_CONTENT = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "sectPr", "br")
)


def some_heading(read: ReadWord) -> Iterator[str]:
    """A document without headings cannot be leafed through by ear."""
    if not any(read.level(paragraph) for paragraph in read.paragraphs):
        yield "filen har ingen rubrik"


def empty_heading(read: ReadWord) -> Iterator[str]:
    """A heading says what follows."""
    if any(read.level(each) and not words(each) for each in read.paragraphs):
        yield "en rubrik saknar text"


def heading_levels(read: ReadWord) -> Iterator[str]:
    """No level is skipped on the way down."""
    before = 0
    for paragraph in read.paragraphs:
        level = read.level(paragraph)
        if level > before + 1:
            yield f"rubriken {shown(words(paragraph))} hoppar från nivå {before} till {level}"
        before = level or before


def fake_heading(read: ReadWord) -> Iterator[str]:
    """A short paragraph all in bold looks like a heading but is none."""
    for paragraph in _prose(read):
        text = words(paragraph, CharacterStyle.LABEL)
        if looks_like_heading(text) and _all_bold(paragraph):
            yield f"stycket {shown(text)} ser ut som en rubrik men är fetstilt text"


def fake_list(read: ReadWord) -> Iterator[str]:
    """A list is a list, not paragraphs that begin with a mark someone typed."""
    for paragraph in _prose(read):
        text = words(paragraph, CharacterStyle.LABEL)
        if looks_like_list_item(text) and paragraph.find(f"{W}pPr/{W}numPr") is None:
            yield f"stycket {shown(text)} är skrivet som en lista men är ingen"


def air_of_paragraphs(read: ReadWord) -> Iterator[str]:
    """Air between paragraphs is a matter of style, not of empty paragraphs.

    A text that nobody has written yet, and the line that holds two tables apart, are not air.
    """
    for paragraph in read.paragraphs:
        if is_within(paragraph, "tc", "sdtContent") or read.level(paragraph):
            continue
        if style_of(paragraph) == WordStyle.TABLE_GAP:
            continue
        if not words(paragraph) and next(paragraph.iter(*_CONTENT), None) is None:
            yield "ett tomt stycke används som luft"


def link_texts(read: ReadWord) -> Iterator[str]:
    """The words of a link say where it leads, also read alone in a list of links."""
    for link in read.all("hyperlink"):
        text = words(link)
        if not text:
            yield "en länk saknar text"
        elif is_address(text):
            yield f"länken {shown(text)} visar en adress i stället för ord"
        elif says_nothing(text):
            yield f"länken {shown(text)} säger inte vart den leder"


def _prose(read: ReadWord) -> Iterator[etree._Element]:
    for paragraph in read.paragraphs:
        if style_of(paragraph) in _PROSE and not is_within(paragraph, "tc"):
            yield paragraph


def _all_bold(paragraph: etree._Element) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if words(run) and not _is_label(run)]
    return bool(runs) and all(is_on(run, "rPr/b") for run in runs)


def _is_label(run: etree._Element) -> bool:
    return value(run, "rPr/rStyle") == CharacterStyle.LABEL
