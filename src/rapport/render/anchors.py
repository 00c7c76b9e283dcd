"""What stands where in a document: all its blocks in order, its anchors and its contents list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapport.domain.problem import RenderFailed
from rapport.render.furniture import figure_number, table_number
from rapport.report.blocks import Block, Figure, Heading, Table
from rapport.report.walking import walk


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the table of contents ("innehåll")."""

    text: str
    anchor: str
    level: int


def anchor_titles(blocks: Iterable[Block]) -> dict[str, str]:
    """Each anchor with the words that name the place; two places may not share an anchor."""
    titles: dict[str, str] = {}
    for block in walk(blocks):
        if not isinstance(block, Heading | Table | Figure) or not block.anchor:
            continue
        if block.anchor in titles:
            message = (
                f'Två ställen i dokumentet har samma ankare, "{block.anchor}": '
                f'"{titles[block.anchor]}" och "{_title(block)}". '
                "Ta bort det ena avsnittet ur rapportens definition."
            )
            raise RenderFailed(message)
        titles[block.anchor] = _title(block)
    return titles


def _title(block: Heading | Table | Figure) -> str:
    match block:
        case Heading(text=text):
            return text
        case Table(caption=caption):
            return table_number(block).rstrip(".") or caption
        case Figure(title=title):
            return figure_number(block).rstrip(".") or title


def contents(blocks: Iterable[Block]) -> tuple[ContentsEntry, ...]:
    """The headings that the table of contents lists."""
    return tuple(
        ContentsEntry(block.text, block.anchor, block.level)
        for block in walk(blocks)
        if isinstance(block, Heading) and block.in_contents
    )
