"""Keeping to one page: of several versions of a summary, the fullest that is short enough.

Renderers set the page; here is only an estimate of how high each block becomes, in the same
unit as the page's own measures (px), a little on the safe side.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from rapport.report.blocks import (
    Block,
    DecisionBox,
    Editable,
    Heading,
    KeyMessages,
    Lead,
    Legend,
    Note,
    Paragraph,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.inline import Line, SignMark, plain

PAGE_HEIGHT = 830
"""What is left of an A4 page under the document head and above the foot, with room for Word's
rows, which become a little higher than those of the PDF."""

_PAGE_WIDTH = 642
_LINE, _TABLE_LINE, _SMALL_LINE = 18, 15, 15
_LETTER, _TABLE_LETTER = 6.3, 5.2
_PROSE, _MESSAGE = 480, 530
_SIGN = 16


def first_that_fits(versions: Iterable[tuple[Block, ...]]) -> tuple[Block, ...]:
    """The first version that goes on a page; the last where none does."""
    blocks: tuple[Block, ...] = ()
    for blocks in versions:
        if sum(map(height, blocks)) <= PAGE_HEIGHT:
            return blocks
    return blocks


def height(block: Block) -> int:  # noqa: PLR0911 - one return per kind
    """About how high a block becomes."""
    match block:
        case Heading(kicker=kicker):
            return 66 if kicker else 48
        case StatusCounts():
            return 63
        case KeyMessages(items):
            return 6 + sum(_text(item, _MESSAGE) + 7 for item in items)
        case Table():
            return _table(block)
        case Lead(content) | Paragraph(content):
            return _text(content, _PROSE) + 12
        case Legend() | Note():
            return 6 + _SMALL_LINE
        case DecisionBox(paragraphs=paragraphs, items=items):
            parts = (*paragraphs, *items)
            return 18 + 21 + 18 + sum(_text(part, _MESSAGE) + 3 for part in parts)
        case Editable(blocks=inner):
            return sum(map(height, inner))
        case _:
            return _LINE


def _text(content: Line, width: int) -> int:
    return _LINE * ceil(max(len(plain(content)), 1) * _LETTER / width)


def _table(table: Table) -> int:
    head = max(
        len(column.title) > column.width * _PAGE_WIDTH / 1000 / _TABLE_LETTER
        for column in table.columns
    )
    return 36 + 24 + _TABLE_LINE * head + sum(_row(table, row) for row in table.rows)


def _row(table: Table, row: Row) -> int:
    lines = max(
        sum(_cell_lines(each, column.width) for each in cell)
        for column, cell in zip(table.columns, row.cells, strict=True)
    )
    return 10 + _TABLE_LINE * max(lines, 1)


def _cell_lines(content: Line, width: int) -> int:
    """How many lines a line of a cell becomes; a sign takes its own room, unread."""
    signs = sum(isinstance(part, SignMark) for part in content)
    letters = len(plain(part for part in content if not isinstance(part, SignMark)))
    return max(ceil((letters * _TABLE_LETTER + signs * _SIGN) / _inner(width)), 1)


def _inner(width: int) -> float:
    """The width of a column's text."""
    return max(width * _PAGE_WIDTH / 1000 - 8, 20)
