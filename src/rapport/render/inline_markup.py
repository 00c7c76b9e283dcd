"""Lines of inline content as HTML: text, signs, links, page references and footnotes."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, assert_never
from urllib.parse import urlsplit

from markupsafe import Markup

from rapport.charts.style import Style
from rapport.domain.problem import RenderFailed
from rapport.render.furniture import NOTE
from rapport.render.signs import sign_svg
from rapport.report.inline import (
    Footnote,
    Inline,
    Line,
    Link,
    NumberRef,
    PageRef,
    Sign,
    SignMark,
    Text,
)

Media = Literal["print", "screen"]

_EMPTY = Markup()
_SHORT = 24
"""A text of at most this many characters is kept on the same line as the sign before it."""
_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass
class InlineSetter:
    """Sets lines for one document and one medium; collects its footnotes in reading order.

    ``titles`` maps each anchor to what stands there, because a page on the web has no page
    numbers: there a page reference becomes a link with that title.
    """

    media: Media
    style: Style
    titles: Mapping[str, str]
    notes: list[Markup] = field(default_factory=list)

    def line(self, content: Line) -> Markup:
        """A line as HTML; a sign stays on the same line as the word after it."""
        pieces: list[Markup] = []
        position = 0
        while position < len(content):
            part, following = content[position], content[position + 1 : position + 2]
            if isinstance(part, SignMark) and following and isinstance(following[0], Text):
                pieces.append(self._sign_and_text(part, following[0]))
                position += 2
            else:
                pieces.append(self._part(part))
                position += 1
        return _EMPTY.join(pieces)

    def lines(self, content: tuple[Line, ...]) -> Markup:
        """Several lines under each other, as in a table cell."""
        return Markup("<br>").join(self.line(one) for one in content)

    def sign(self, mark: SignMark) -> Markup:
        """A sign: decoration beside a word, or a picture with its own words."""
        if self.media == "screen":
            return _screen_sign(mark)
        if not mark.label:
            return Markup('<span class="sign sign-{}"></span>').format(mark.sign.value)
        return Markup('<img class="sign" alt="{}" src="{}">').format(
            mark.label, sign_address(mark.sign, self.style)
        )

    def _part(self, part: Inline) -> Markup:
        match part:
            case Text():
                return text_markup(part)
            case SignMark():
                return self.sign(part)
            case Link():
                return _link(part)
            case PageRef():
                return self._page_reference(part)
            case NumberRef(anchor=anchor):
                return Markup('<a class="number-ref" href="#{}">{}</a>').format(
                    anchor, self._title_of(anchor)
                )
            case Footnote(text=text):
                return self._footnote(text)
        assert_never(part)

    def _sign_and_text(self, mark: SignMark, text: Text) -> Markup:
        head, tail = _first_words(text.text)
        together = Markup('<span class="together">{}{}</span>').format(
            self.sign(mark), _styled(text, head)
        )
        return together + _styled(text, tail)

    def _page_reference(self, place: PageRef) -> Markup:
        title = self._title_of(place.anchor)
        if self.media == "print":
            words = Markup('<a class="page-ref" href="#{}" aria-label="{}"></a>')
        elif place.narrow:
            words = Markup('<a class="page-ref" href="#{}">visa<span class="about"> {}</span></a>')
        else:
            words = Markup('<a class="page-ref" href="#{}">{}</a>')
        return words.format(place.anchor, title)

    def _title_of(self, anchor: str) -> str:
        """What stands at the place that a reference points to."""
        if anchor not in self.titles:
            message = (
                f'En hänvisning pekar på "{anchor}", som inte finns i dokumentet. '
                "Lägg till avsnittet i rapportens definition eller ta bort hänvisningen."
            )
            raise RenderFailed(message)
        return self.titles[anchor]

    def _footnote(self, text: str) -> Markup:
        if self.media == "print":
            return Markup('<span class="footnote">{}</span>').format(text)
        self.notes.append(Markup("{}").format(text))
        return Markup(
            '<sup><a class="note-ref" id="notref-{0}" href="#not-{0}" role="doc-noteref"'
            ' aria-label="{1} {0}">{0}</a></sup>'
        ).format(len(self.notes), NOTE)


def text_markup(text: Text) -> Markup:
    """A run of text with its look."""
    return _styled(text, text.text)


def sign_address(sign: Sign, style: Style) -> str:
    """A sign as a ``data:`` address."""
    svg = sign_svg(sign, style, 16)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _styled(text: Text, words: str) -> Markup:
    if not words:
        return _EMPTY
    markup = Markup("{}").format(words)
    if text.strong:
        markup = Markup("<strong>{}</strong>").format(markup)
    if text.emphasis:
        markup = Markup("<em>{}</em>").format(markup)
    if text.muted:
        markup = Markup('<span class="muted">{}</span>').format(markup)
    if text.exact:
        markup = Markup('<span class="exact">{}</span>').format(markup)
    return markup


def _first_words(text: str) -> tuple[str, str]:
    if len(text) <= _SHORT:
        return text, ""
    blank = text.find(" ", 1)
    return (text[:blank], text[blank:]) if blank > 0 else (text, "")


def _screen_sign(mark: SignMark) -> Markup:
    drawing = Markup('<use href="#tecken-{}"></use>').format(mark.sign.value)
    if not mark.label:
        return Markup('<svg class="sign" aria-hidden="true">{}</svg>').format(drawing)
    return Markup('<svg class="sign" role="img" aria-label="{}">{}</svg>').format(
        mark.label, drawing
    )


def _link(link: Link) -> Markup:
    if urlsplit(link.address).scheme not in _SCHEMES:
        return Markup("{}").format(link.text)
    return Markup('<a class="external" href="{}">{}</a>').format(link.address, link.text)
