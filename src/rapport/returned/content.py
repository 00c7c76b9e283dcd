"""What a Word body consists of when only its content counts: pieces, units and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.visible_text import is_hidden
from rapport.report.origin import UnitKind

_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f]+")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_MINUS = str.maketrans({"\u2212": "-", "\u2011": "-", "\u2010": "-"})


@dataclass(frozen=True)
class Piece:
    """Words with one look. ``number`` is the bookmark of the bound number they print, if any.

    ``computed`` are words that Word itself writes, such as a page number.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    number: str = ""
    computed: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Unit:
    """A paragraph, a list item, or a whole table (``rows`` of cells) of a text."""

    kind: UnitKind
    pieces: Pieces = ()
    rows: tuple[tuple[Pieces, ...], ...] = ()

    @property
    def words(self) -> str:
        """The words alone, every run of blanks as one."""
        if self.kind is UnitKind.TABLE:
            return "\n".join(" | ".join(words_of(cell) for cell in row) for row in self.rows)
        return words_of(self.pieces)

    @property
    def looks(self) -> tuple[tuple[str, bool, bool, str], ...]:
        """The words with their looks, neighbours of one look together: what Markdown can hold."""
        cells = [cell for row in self.rows for cell in row] or [self.pieces]
        return tuple(look for cell in cells for look in looks_of(cell, self.kind))


class FindingKind(StrEnum):
    """What stands in an edited region but cannot be a part of a text in Markdown."""

    PICTURE = "bild"
    TEXT_BOX = "textruta"
    FOOTNOTE = "fotnot"
    HIDDEN = "dold text"
    FORMULA = "formel"
    SYMBOL = "tecken"
    FIELD = "fält"
    STRUCK = "överstruken text"
    MARKED = "färgmarkerad text"
    EMBEDDED = "inbäddad fil"
    LINK = "länk"
    LEVELS = "lista i flera nivåer"
    MERGED_CELLS = "sammanslagna celler"
    INVISIBLE = "osynliga tecken"
    LOST_NUMBER = "bundet tal som är borta"


@dataclass(frozen=True)
class Finding:
    """Something in a region that the reviewer should know the fate of, with its words."""

    kind: FindingKind
    text: str


def visible(text: str) -> str:
    """A text without characters that hide or turn text; files with such are not read."""
    return "".join(char for char in text if not is_hidden(char))


def words_of(pieces: Iterable[Piece]) -> str:
    """The words of pieces, every run of blanks as one."""
    return plain("".join(piece.text for piece in pieces))


def plain(text: str) -> str:
    """A text for comparing: blanks as one, invisible characters left out."""
    return _BLANKS.sub(" ", _HIDDEN.sub("", text)).strip()


def same_figure(one: str, other: str) -> bool:
    """Whether two texts print the same figure, whatever kind of blank and minus they have."""
    return plain(one).translate(_MINUS) == plain(other).translate(_MINUS)


def looks_of(
    pieces: Iterable[Piece], kind: UnitKind = UnitKind.PARAGRAPH
) -> list[tuple[str, bool, bool, str]]:
    """Words and look of each stretch; blanks take the look of what stands before them."""
    found: list[tuple[str, bool, bool, str]] = []
    for piece in pieces:
        strong = piece.strong and kind is not UnitKind.LABEL
        look = (strong, piece.emphasis, piece.link)
        if not found or (piece.text.strip() and found[-1][1:] != look):
            found.append((piece.text, *look))
        else:
            before, was_strong, was_emphasis, link = found[-1]
            found[-1] = (before + piece.text, was_strong, was_emphasis, link)
    return [(plain(text), strong, em, link) for text, strong, em, link in found if plain(text)]
