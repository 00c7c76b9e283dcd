"""Inline content: runs of finished text inside a block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """The signs ("tecken") that stand beside words; their drawing is a renderer's matter."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    NOT_MET = "ej-uppfyllt"
    NOT_ASSESSABLE = "kan-inte-bedomas"
    DONE = "klar"
    ONGOING = "pagar"
    LATE = "forsenad"
    NOT_STARTED = "ej-paborjad"
    CANCELLED = "utgar"


@dataclass(frozen=True)
class Text:
    """A run of text with one look.

    ``binding`` is the expression of a bound number, as its source wrote it, where the run is
    its value: an edited document is read back by it. ``exact`` is a file's name, which is
    never divided by a hyphen that is not in it.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    muted: bool = False
    binding: str = ""
    exact: bool = False


@dataclass(frozen=True)
class SignMark:
    """A sign. ``label`` is read aloud where no word stands beside it; empty is decoration."""

    sign: Sign
    label: str = ""


@dataclass(frozen=True)
class Link:
    """A link to an address outside the document; ``binding`` as in ``Text``."""

    text: str
    address: str
    binding: str = ""


@dataclass(frozen=True)
class PageRef:
    """The page number of an anchor in the same document, resolved by each renderer.

    A page on the web has no numbers and shows the title there, or where it is ``narrow``, as in
    a column of numbers, a short word.
    """

    anchor: str
    narrow: bool = False


@dataclass(frozen=True)
class NumberRef:
    """A reference to a numbered table or figure ("hänvisning"): "Tabell 3", by its anchor.

    It may not stand in a table, which is read back without knowing other tables' numbers.
    """

    anchor: str


@dataclass(frozen=True)
class Footnote:
    """A footnote called here; renderers number them in order."""

    text: str


Inline = Text | SignMark | Link | PageRef | NumberRef | Footnote
Line = tuple[Inline, ...]


def line(*parts: str | Inline) -> Line:
    """A line of inline content; plain strings become text.

    >>> plain(line("Mål: ", Text("95 %", strong=True)))
    'Mål: 95 %'
    """
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def plain(content: Iterable[Inline]) -> str:
    """The words of a line as a reader hears them, without references and footnotes."""
    words: list[str] = []
    for part in content:
        match part:
            case Text(text=text) | Link(text=text):
                words.append(text)
            case SignMark(label=label):
                words.append(label)
            case PageRef() | NumberRef() | Footnote():
                pass
    return "".join(words)
