"""What looks right but cannot be followed by ear: typed lists, bold as headings, empty links.

Texts are refused for it where they are written, and finished files at the gate.
"""

from __future__ import annotations

import re

from rapport.report.inline import Line, Link, Text, plain

_LONGEST_HEADING = 80
_SENTENCE_ENDS = ".:!?"
_TYPED_MARK = re.compile(r"([-–—•·*‣▪]|\d{1,2}[.)]|[a-z]\))\s+\S")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"här|klicka här|tryck här|läs mer|läs mer här|mer|länk|länken|se länk|denna länk",
    re.IGNORECASE,
)


def looks_like_heading(bold: str) -> bool:
    """Whether a paragraph that is all in bold looks like a heading: short, and no sentence.

    >>> looks_like_heading("Ekonomi"), looks_like_heading("Målet nås inte.")
    (True, False)
    """
    text = bold.strip()
    return 0 < len(text) < _LONGEST_HEADING and text[-1] not in _SENTENCE_ENDS


def looks_like_list_item(text: str) -> bool:
    """Whether a paragraph begins with a mark that someone typed instead of making a list.

    >>> looks_like_list_item("– Rutinen är införd."), looks_like_list_item("2024 infördes den.")
    (True, False)
    """
    return _TYPED_MARK.match(text) is not None


def is_address(link_text: str) -> bool:
    """Whether the words of a link are nothing but an address, which is read letter by letter."""
    return _ADDRESS.fullmatch(link_text.strip()) is not None


def says_nothing(link_text: str) -> bool:
    """Whether the words of a link mean nothing alone, as in a list of all links.

    >>> says_nothing("Klicka här"), says_nothing("regionens webbplats")
    (True, False)
    """
    return _SAYS_NOTHING.fullmatch(link_text.strip()) is not None


def disguise_of(paragraph: Line) -> str:
    """What is wrong with a paragraph that is a heading or a list in disguise; empty if neither."""
    text = plain(paragraph)
    if looks_like_list_item(text):
        return "Stycket ser ut som en punkt i en lista. Börja raden med - eller 1. och blanksteg."
    is_bold = all(isinstance(part, Text) and part.strong for part in paragraph)
    if is_bold and looks_like_heading(text):
        return "Fet stil på en egen rad är ingen rubrik. Börja raden med ## och blanksteg."
    return ""


def fault_of_link(line: Line) -> str:
    """What is wrong with the words of a link; empty if they say where it leads."""
    words = "".join(part.text for part in line if isinstance(part, Link))
    if is_address(words) or says_nothing(words):
        return f'Länken "{words}" säger inte vart den leder. Skriv vad som finns på adressen.'
    return ""
