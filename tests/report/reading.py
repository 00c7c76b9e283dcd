"""Blocks read back as a reader meets them, for tests of what the sections say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.report.blocks import (
    Block,
    BulletList,
    Cover,
    DecisionBox,
    Editable,
    Figure,
    Heading,
    KeyMessages,
    Label,
    Labelled,
    Landscape,
    Lead,
    Legend,
    Note,
    NumberedList,
    Paragraph,
    StatusCounts,
    Table,
)
from rapport.report.inline import Line, PageRef, Text
from rapport.report.inline import plain as heard


def plain(content: Line) -> str:
    """The words of a line, with a mark where the number of a page will stand."""
    return heard(Text("§") if isinstance(part, PageRef) else part for part in content)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, those within others too."""
    for block in blocks:
        yield block
        if isinstance(block, Labelled | Editable | Landscape):
            yield from flat(block.blocks)


def tables(blocks: Iterable[Block]) -> list[Table]:
    """All tables."""
    return [block for block in flat(blocks) if isinstance(block, Table)]


def figures(blocks: Iterable[Block]) -> list[Figure]:
    """All figures."""
    return [block for block in flat(blocks) if isinstance(block, Figure)]


def headings(blocks: Iterable[Block]) -> list[str]:
    """The words of all headings."""
    return [block.text for block in flat(blocks) if isinstance(block, Heading)]


def cells(table: Table) -> list[list[str]]:
    """A table's rows of cell texts, the lines of a cell with a line break between."""
    return [["\n".join(plain(line) for line in cell) for cell in row.cells] for row in table.rows]


def sentences(blocks: Iterable[Block]) -> list[str]:
    """Everything a reader reads, a piece at a time."""
    return [text for block in flat(blocks) for text in _texts(block) if text]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Lead(content) | Paragraph(content) | Label(content) | Note(content):
            yield plain(content)
        case BulletList(items) | NumberedList(items) | KeyMessages(items):
            yield from map(plain, items)
        case StatusCounts(items):
            yield from (f"{count} {word}" for _, count, word in items)
        case Legend(items, remark):
            yield from (*(word for _, word in items), remark)
        case _:
            yield from _of_parts(block)


def _of_parts(block: Block) -> Iterator[str]:
    """The texts of blocks that have a title and parts of several kinds."""
    match block:
        case Heading(text=text, kicker=kicker):
            yield from (kicker, text)
        case Table():
            yield from (block.caption, block.caption_note, *(c.title for c in block.columns))
            yield from (text for row in cells(block) for text in row)
        case Figure():
            yield from (block.title, block.subtitle, block.alt, block.note)
        case DecisionBox(title, paragraphs, items):
            yield from (title, *map(plain, paragraphs), *map(plain, items))
        case Cover():
            yield from (block.sender, block.title, block.period, block.about_title)
            yield from (plain(each.content) for each in block.about)
            yield from _of_parts(block.notice) if block.notice else ()
        case Labelled(label=label):
            yield label
        case _:
            return
