"""The document: one finished model from which PDF, Word and HTML are all made."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.plan import DocumentHead
from rapport.report.blocks import Block
from rapport.report.origin import Origin


@dataclass(frozen=True)
class Document:
    """A finished document in no format: head, running lines and blocks.

    ``running_head`` and ``running_foot`` stand on each page after the first; the first page
    has the head's six fields. ``date`` is an ISO date, the only date a renderer may write
    into a file, so that two builds give the same bytes. ``sender`` is the region's name,
    and ``origin`` the texts that an edited copy of the document can change.
    """

    id: str
    title: str
    subtitle: str
    sender: str
    head: DocumentHead
    running_head: str
    running_foot: str
    date: str
    draft: bool
    example: str
    blocks: tuple[Block, ...]
    language: str = "sv-SE"
    keywords: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def full_title(self) -> str:
        """Title and period, as file properties and browser tabs show it."""
        return f"{self.title} – {self.subtitle}" if self.subtitle else self.title
