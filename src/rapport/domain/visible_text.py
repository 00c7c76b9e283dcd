"""Which characters a reader can see: what hides text or turns it around is not written to files."""

from __future__ import annotations

import unicodedata

_SHOWN_BREAKS = "\t\n\r"
_SOFT_HYPHEN = "\u00ad"
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_PLANE_END = 0xFFFE
_NONCHARACTERS = range(0xFDD0, 0xFDF0)


def is_hidden(character: str) -> bool:
    """Whether a character hides text, turns it around or cannot be written to a document.

    Tab and line breaks are shown; the soft hyphen is ordinary Swedish typesetting.
    """
    code = ord(character)
    if code & _PLANE_END == _PLANE_END or code in _NONCHARACTERS:
        return True
    if character in _SHOWN_BREAKS or character == _SOFT_HYPHEN:
        return False
    return unicodedata.category(character) in _HIDDEN_CATEGORIES
