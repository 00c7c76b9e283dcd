"""The typeface of charts: how wide a text is, and how to fit it into a width."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

from rapport.charts.style import Style

REGULAR = 400
SEMIBOLD = 600
ELLIPSIS = "…"
_UNKNOWN = "?"
_SOFT_HYPHEN = "\u00ad"
_VOWELS = frozenset("aeiouyåäöéAEIOUYÅÄÖÉ")
_LEAST_PART = 3
_LEAST_KEPT = 0.6


@dataclass(frozen=True)
class Typeface:
    """One cut of the bundled sans at one size in px, with its measures."""

    family: str
    weight: int
    path: Path
    px: float

    def width(self, text: str) -> float:
        """The width of a text in px, as the sum of its letters' advances."""
        return sum(_advance(self.path, letter) for letter in text) * self.px

    def drawable(self, text: str) -> str:
        """The text with letters the typeface lacks replaced, so that none is left as a box."""
        letters = _letters(self.path)
        spaced = (" " if letter in "\t\r\n" else letter for letter in text)
        seen = (letter for letter in spaced if unicodedata.category(letter)[0] != "C")
        return "".join(letter if ord(letter) in letters else _UNKNOWN for letter in seen)

    def shortened(self, text: str, room: float) -> str:
        """The text, cut with an ellipsis when it is wider than the room."""
        if self.width(text) <= room:
            return text
        kept = text
        while kept and self.width(kept + ELLIPSIS) > room:
            kept = kept[:-1]
        words = kept[: kept.rfind(" ")] if " " in kept and text[len(kept)] != " " else kept
        whole = words if len(words) >= _LEAST_KEPT * len(kept) else kept
        return whole.rstrip(" ,–-") + ELLIPSIS

    def wrapped(self, text: str, room: float, most_lines: int) -> tuple[str, ...]:
        """The text in lines no wider than the room; what does not fit ends in an ellipsis."""
        lines: list[str] = []
        for word in text.replace(_SOFT_HYPHEN, "").split(" "):
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(joined) <= room:
                lines[-1] = joined
            else:
                lines.extend(self._pieces(word, room))
        kept = lines[:most_lines]
        if len(lines) > most_lines:
            kept[-1] = f"{kept[-1]} {lines[most_lines]}"
        return tuple(self.shortened(line, room) for line in kept)

    def _pieces(self, word: str, room: float) -> list[str]:
        """A word that is too wide, broken with hyphens where Swedish lets it break."""
        pieces: list[str] = []
        while self.width(word) > room and (cut := self._cut(word, room)):
            pieces.append(word[:cut].rstrip("-") + "-")
            word = word[cut:]
        return [*pieces, word]

    def _cut(self, word: str, room: float) -> int:
        """The last place within the room where a new syllable starts; 0 when there is none.

        A single consonant before a vowel goes to the next line ("enkonsonantsregeln").
        """
        for cut in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1):
            starts_syllable = word[cut] not in _VOWELS and word[cut + 1] in _VOWELS
            after_hyphen = word[cut - 1] == "-"
            letters = word[cut - 1 : cut + 2].replace("-", "").isalpha()
            fits = self.width(word[:cut].rstrip("-") + "-") <= room
            if fits and letters and (starts_syllable or after_hyphen):
                return cut
        return 0


@lru_cache(maxsize=256)
def typeface(style: Style, px: float, weight: int = REGULAR) -> Typeface:
    """The style's sans at a size; its bundled file is used and no other."""
    weights = [w for family, w, italic in style.font_files if family == style.sans and not italic]
    nearest = min(weights, key=lambda w: (abs(w - weight), w))
    return Typeface(style.sans, nearest, style.font_files[style.sans, nearest, False], px)


@lru_cache(maxsize=64)
def font_properties(face: Typeface) -> FontProperties:
    """The typeface as matplotlib wants it: by file for measuring, by name for the SVG."""
    return FontProperties(
        family=[face.family], weight=face.weight, size=face.px * 72 / 96, fname=face.path
    )


@lru_cache(maxsize=8)
def _font(path: Path) -> FT2Font:
    return FT2Font(path)


@lru_cache(maxsize=8)
def _letters(path: Path) -> frozenset[int]:
    return frozenset(_font(path).get_charmap())


@lru_cache(maxsize=4096)
def _advance(path: Path, letter: str) -> float:
    """The width of a letter at size 1."""
    font = _font(path)
    shown = letter if ord(letter) in _letters(path) else _UNKNOWN
    glyph = font.load_char(ord(shown), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance) / float(font.units_per_EM)
