"""The parts of a text's Markdown: on which lines each paragraph, item and table stands."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from rapport.render.markdown_blocks import PARSER
from rapport.render.narrative import EXPRESSION
from rapport.report.origin import SourceUnit, UnitKind

_KINDS = {
    "paragraph_open": UnitKind.PARAGRAPH,
    "heading_open": UnitKind.LABEL,
    "table_open": UnitKind.TABLE,
}


def source_units(markdown: str) -> tuple[SourceUnit, ...]:
    """The parts in order; what stands between them is blank lines and addresses of links."""
    lines = markdown.split("\n")
    bound, written = _on_one_line(markdown)
    found = []
    for kind, first, end in _ranges(PARSER.parse(bound)):
        start, stop = written[first], written[min(end, len(written) - 1)]
        while stop > start and not lines[stop - 1].strip():
            stop -= 1
        found.append(SourceUnit(kind, start, stop))
    return tuple(found)


def _ranges(tokens: Sequence[Token]) -> list[tuple[UnitKind, int, int]]:
    """Kind and lines of each part; items of a list stand for the list."""
    found: list[tuple[UnitKind, int, int]] = []
    lists: list[UnitKind] = []
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            bullets = token.type == "bullet_list_open"
            lists.append(UnitKind.BULLET if bullets else UnitKind.NUMBER)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.map and token.type == "list_item_open":
            found.append((lists[-1], token.map[0], token.map[1]))
        elif token.map and not lists and token.type in _KINDS:
            found.append((_KINDS[token.type], token.map[0], token.map[1]))
    return found


def _on_one_line(markdown: str) -> tuple[str, list[int]]:
    """The text with each bound number on one line, and where its lines begin in the source.

    The list has one entry more than there are lines: where the text ends.
    """
    bound, begins, line = "", [0], 0
    for place, piece in enumerate(_pieces(markdown)):
        if place % 2:
            bound += "\ue0000\ue001"
            line += piece.count("\n")
            continue
        bound += piece
        for _ in range(piece.count("\n")):
            line += 1
            begins.append(line)
    return bound, [*begins, line + 1]


def _pieces(markdown: str) -> list[str]:
    """The text between the bound numbers and, every second piece, the bound numbers."""
    pieces, at = [], 0
    for match in EXPRESSION.finditer(markdown):
        pieces += [markdown[at : match.start()], match[0]]
        at = match.end()
    return [*pieces, markdown[at:]]
