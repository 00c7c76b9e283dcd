"""WordprocessingML as text: namespaces, escaping, paragraph properties and bookmarks."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rapport.domain.problem import RenderFailed
from rapport.render.word_styles import WordStyle

TWIPS_PER_PX = 15
EMU_PER_PX = 9525
LANDSCAPE_PX = 970
"""The width of the text on a page that lies down; the style sheet of the page has the same."""

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
"""The declarations of every prefix that our parts use."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile("([\n\t\u00ad\u2011])")
_ELEMENT_OF = {
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
_LONGEST_BOOKMARK = 40
_LONGEST_TAG = 64


def clean(text: str) -> str:
    """The text itself; XML cannot hold control characters, so such a text is refused.

    Raises:
        RenderFailed: the text has a character that no Word file may hold.
    """
    if found := _FORBIDDEN.search(text):
        shown = text[max(0, found.start() - 20) : found.start() + 20].encode("unicode_escape")
        message = (
            f'Texten "{shown.decode()}" innehåller ett styrtecken som inte kan stå i en '
            "Word-fil. Ta bort tecknet där texten är skriven."
        )
        raise RenderFailed(message)
    return text


def attribute(text: str) -> str:
    """A text as a quoted attribute value."""
    return quoteattr(clean(text))


def text_elements(text: str) -> str:
    """A text as the elements of a run: line breaks, tabs and hyphens are elements in Word."""
    parts = []
    for part in _SPECIAL.split(clean(text)):
        if part in _ELEMENT_OF:
            parts.append(_ELEMENT_OF[part])
        elif part:
            parts.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return "".join(parts)


def run(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is the inside of its ``w:rPr``."""
    elements = text_elements(text)
    if not elements:
        return ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{elements}</w:r>"


@dataclass(frozen=True)
class ParagraphLook:
    """What a paragraph has beyond its style; lengths in twips (1/20 pt).

    ``page_break`` is None where the style decides. ``frame`` is the width of a frame beside
    the text that follows, and its distance from the left margin. ``numbering`` is a list's id.
    """

    keep_next: bool = False
    page_break: bool | None = None
    frame: tuple[int, int] | None = None
    numbering: int | None = None
    tabs: tuple[tuple[str, int], ...] = ()
    before: int | None = None
    after: int | None = None
    indent: int | None = None
    hanging: int = 0
    right: int | None = None
    align: str = ""

    def elements(self, style: WordStyle) -> str:
        """The paragraph's ``w:pPr``, its parts in the order that the schema asks for."""
        parts = [f'<w:pStyle w:val="{style}"/>']
        if self.keep_next:
            parts.append("<w:keepNext/>")
        if self.page_break is not None:
            parts.append(f'<w:pageBreakBefore w:val="{int(self.page_break)}"/>')
        if self.frame is not None:
            width, left = self.frame
            parts.append(
                f'<w:framePr w:w="{width}" w:wrap="around" w:vAnchor="text" '
                f'w:hAnchor="margin" w:x="{left}" w:y="1"/>'
            )
        if self.numbering is not None:
            parts.append(
                f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.numbering}"/></w:numPr>'
            )
        if self.tabs:
            stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in self.tabs)
            parts.append(f"<w:tabs>{stops}</w:tabs>")
        parts.append(self._spacing())
        parts.append(self._indents())
        if self.align:
            parts.append(f'<w:jc w:val="{self.align}"/>')
        return f"<w:pPr>{''.join(parts)}</w:pPr>"

    def _indents(self) -> str:
        left = "" if self.indent is None else f' w:left="{self.indent}" w:hanging="{self.hanging}"'
        right = "" if self.right is None else f' w:right="{self.right}"'
        return f"<w:ind{left}{right}/>" if left or right else ""

    def _spacing(self) -> str:
        before = "" if self.before is None else f' w:before="{self.before}"'
        after = "" if self.after is None else f' w:after="{self.after}"'
        return f"<w:spacing{before}{after}/>" if before or after else ""


PLAIN = ParagraphLook()
"""A paragraph that looks as its style says."""


def paragraph(style: WordStyle, content: str, look: ParagraphLook = PLAIN) -> str:
    """A paragraph of finished runs."""
    return f"<w:p>{look.elements(style)}{content}</w:p>"


def bookmark_name(key: str) -> str:
    """The bookmark of an anchor or an editable text: at most 40 characters, ASCII.

    Word allows letters, digits and the underscore. The name is computed from the key alone,
    so that an edited file can be read back by asking for the bookmark of each known text.

    >>> bookmark_name("mal.nara-vard")
    'r_mal_nara_vard_7ac2b3'
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "_", key).strip("_")
    mark = hashlib.sha256(key.encode()).hexdigest()[:6]
    room = _LONGEST_BOOKMARK - len("r__") - len(mark)
    return f"r_{readable[:room]}_{mark}"


def region_bookmark_name(key: str, place: int = 1) -> str:
    """The bookmark of an editable text; ``place`` tells texts that stand twice apart.

    It differs from the bookmark of a heading whose anchor is the same word as the key.
    """
    return bookmark_name(f"text.{key}" if place == 1 else f"text.{key}.{place}")


def control_tag(key: str) -> str:
    """The tag of an editable text's content control: the key, at most 64 characters."""
    if len(key) <= _LONGEST_TAG:
        return key
    mark = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{key[: _LONGEST_TAG - len(mark) - 1]}-{mark}"
