"""Lines of inline content as Word runs: text, signs, links, page references and footnotes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from urllib.parse import urlsplit

from rapport.render.word_fields import internal_link, number_reference, page_reference
from rapport.render.word_pictures import sign_drawing
from rapport.render.word_story import Story
from rapport.render.word_styles import CharacterStyle
from rapport.render.word_xml import bookmark_name, run
from rapport.report.inline import Footnote, Inline, Line, Link, NumberRef, PageRef, SignMark, Text
from rapport.swedish.numbers import NO_BREAK_SPACE

SIGN_PX = 14
SMALL_SIGN_PX = 12
LARGE_SIGN_PX = 20

_SCHEMES = frozenset({"http", "https", "mailto"})
_BLANKS = (" ", NO_BREAK_SPACE)
SIGN_SPACE = run(NO_BREAK_SPACE, '<w:spacing w:val="30"/>')
"""The space between a sign and its word: a little wider, and never broken."""


def runs(story: Story, content: Line, sign_px: int = SIGN_PX, *, strong: bool = False) -> str:
    """A line as runs; a sign and the word after it stay on the same line."""
    pieces = []
    after_sign = False
    for part in content:
        held = after_sign and isinstance(part, Text) and bool(part.text)
        if held:
            pieces.append(SIGN_SPACE)
        shown = _without_first_blank(part) if held else part
        pieces.append(_run(story, shown, sign_px, strong=strong))
        after_sign = isinstance(part, SignMark)
    return "".join(pieces)


def lines(
    story: Story, content: tuple[Line, ...], sign_px: int = SIGN_PX, *, strong: bool = False
) -> str:
    """Several lines under each other in one paragraph, as in a table cell."""
    return "<w:r><w:br/></w:r>".join(runs(story, one, sign_px, strong=strong) for one in content)


def sign_run(story: Story, mark: SignMark, size_px: int) -> str:
    """A sign, lowered so that it stands in the middle of the letters beside it."""
    drawing = sign_drawing(story, mark.sign, mark.label, size_px)
    return f'<w:r><w:rPr><w:position w:val="{-(size_px // 3)}"/></w:rPr>{drawing}</w:r>'


def muted_run(text: str) -> str:
    """A run in grey."""
    return run(text, f'<w:rStyle w:val="{CharacterStyle.MUTED}"/><w:b w:val="0"/>')


def muted(content: Line) -> Line:
    """The same line with its text in grey."""
    return tuple(replace(part, muted=True) if isinstance(part, Text) else part for part in content)


def _without_first_blank(part: Inline) -> Inline:
    """Text after a sign, whose space is set as one that does not break."""
    match part:
        case Text(text=text) if text.startswith(_BLANKS):
            return replace(part, text=text[1:])
        case _:
            return part


def _run(story: Story, part: Inline, sign_px: int, *, strong: bool) -> str:
    match part:
        case Text():
            words = run(part.text, _look(part, strong=strong))
            return story.bound_number(part.binding, part.text, words)
        case SignMark():
            return sign_run(story, part, sign_px)
        case Link():
            return _link(story, part)
        case PageRef(anchor=anchor):
            bookmark = bookmark_name(anchor)
            return internal_link(bookmark, page_reference(bookmark, story.page_of(anchor)))
        case NumberRef(anchor=anchor):
            bookmark = bookmark_name(anchor)
            return number_reference(bookmark, story.titles[anchor])
        case Footnote(text=text):
            return _footnote_call(story, text)
    assert_never(part)


def _look(text: Text, *, strong: bool) -> str:
    style = f'<w:rStyle w:val="{CharacterStyle.MUTED}"/>' if text.muted else ""
    bold = "<w:b/><w:bCs/>" if text.strong or strong else ""
    italic = "<w:i/><w:iCs/>" if text.emphasis else ""
    undivided = "<w:noProof/>" if text.exact else ""
    return style + bold + italic + undivided


def _link(story: Story, link: Link) -> str:
    if urlsplit(link.address).scheme not in _SCHEMES:
        return run(link.text)
    words = run(link.text, f'<w:rStyle w:val="{CharacterStyle.LINK}"/>')
    words = story.bound_number(link.binding, link.text, words)
    return f'<w:hyperlink r:id="{story.link(link.address)}" w:history="1">{words}</w:hyperlink>'


def _footnote_call(story: Story, text: str) -> str:
    story.footnotes.append(text)
    look = f'<w:rPr><w:rStyle w:val="{CharacterStyle.FOOTNOTE_CALL}"/></w:rPr>'
    return f'<w:r>{look}<w:footnoteReference w:id="{len(story.footnotes)}"/></w:r>'
