"""Where a document's editable texts come from, so that an edited copy can be read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapport.report.blocks import Block, Editable
from rapport.report.facts import Facts
from rapport.report.walking import walk


class UnitKind(StrEnum):
    """The kinds of part that a text has when it is compared: a list is its items."""

    PARAGRAPH = "stycke"
    LABEL = "rubrik"
    BULLET = "punkt"
    NUMBER = "nummer"
    TABLE = "tabell"


@dataclass(frozen=True)
class SourceUnit:
    """A part of a text's Markdown: its kind, its first line and the line after its last, from 0."""

    kind: UnitKind
    first: int
    end: int


@dataclass(frozen=True)
class TextOrigin:
    """The source of one editable text: its file as it was when the document was made.

    ``path`` is relative to the workspace, ``sha256`` that of the file and ``markdown`` its
    body. ``responsible`` is the office that answers for it.
    """

    key: str
    path: str
    sha256: str
    markdown: str
    responsible: str


@dataclass(frozen=True)
class Origin:
    """What a document was made for, and of which texts ("härkomst")."""

    report: str
    occasion: str
    organisation: str
    texts: tuple[TextOrigin, ...]


def origin_of(facts: Facts, blocks: Iterable[Block]) -> Origin:
    """The origin of a report with these blocks."""
    keys = dict.fromkeys(block.key for block in walk(blocks) if isinstance(block, Editable))
    found = [text for key in keys if (text := facts.raw_text(key)) is not None]
    texts = tuple(
        TextOrigin(text.key, text.location.path, text.sha256, text.markdown, text.responsible)
        for text in found
    )
    return Origin(facts.definition.id, str(facts.occasion), facts.organisation.id, texts)
