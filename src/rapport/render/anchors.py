"""What stands where in a document: all its blocks in order, its anchors and its contents list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.render.furniture import figure_number, table_number
from rapport.report.blocks import Block, Cover, Editable, Figure, Heading, Labelled, Table


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the table of contents ("innehåll")."""

    text: str
    anchor: str
    level: int


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, also those inside labelled and editable regions."""
    for block in blocks:
        yield block
        match block:
            case Labelled(blocks=inner) | Editable(blocks=inner):
                yield from walk(inner)
            case Cover(notice=notice) if notice is not None:
                yield notice
            case _:
                pass


def anchor_titles(blocks: Iterable[Block]) -> dict[str, str]:
    """Each anchor with the words that name the place."""
    titles: dict[str, str] = {}
    for block in walk(blocks):
        match block:
            case Heading(anchor=anchor, text=text) if anchor:
                titles[anchor] = text
            case Table(anchor=anchor) if anchor:
                titles[anchor] = table_number(block).rstrip(".") or block.caption
            case Figure(anchor=anchor) if anchor:
                titles[anchor] = figure_number(block).rstrip(".") or block.title
            case _:
                pass
    return titles


def contents(blocks: Iterable[Block]) -> tuple[ContentsEntry, ...]:
    """The headings that the table of contents lists."""
    return tuple(
        ContentsEntry(block.text, block.anchor, block.level)
        for block in walk(blocks)
        if isinstance(block, Heading) and block.in_contents
    )
