"""Markdown to blocks: the few forms a text may have, and a clear refusal of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rapport.render.writing_habits import disguise_of, fault_of_link
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Label,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from rapport.report.inline import Inline, Line, Link, Text, plain

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_BOUND = re.compile("\ue000([0-9]+)\ue001")
_BOUND_IN_ADDRESS = "%EE%80%80"
_MOST_COLUMNS = 8
_SAFE_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
_ALLOWED = (
    "Tillåtet är stycken, punktlistor, numrerade listor, fet och kursiv stil, länkar och enkla "
    "tabeller."
)


class MarkdownRefused(Exception):
    """The text uses a form that reports do not have; ``line`` is 0-based."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def blocks_of(
    markdown: str, values: tuple[str, ...], bindings: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """Blocks of a Markdown text, the bound ``values`` put in place of their tokens.

    ``bindings`` are the expressions that the values came from; they follow their values.

    Raises:
        MarkdownRefused: the text has code, quotes, pictures, raw HTML or nested lists.
    """
    return tuple(_Reader(PARSER.parse(markdown), values, bindings).blocks())


class _Reader:
    """Walks the parser's tokens once, from the front."""

    def __init__(
        self, tokens: Sequence[Token], values: tuple[str, ...], bindings: tuple[str, ...]
    ) -> None:
        self._tokens = list(tokens)
        self._at = 0
        self._values = values
        self._bindings = bindings or ("",) * len(values)

    def blocks(self) -> list[Block]:
        """All blocks of the text."""
        made: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            opener = _OPENERS.get(token.type)
            if opener is None:
                raise MarkdownRefused(_line_of(token), _refusal(token))
            made.append(opener(self))
        return made

    def paragraph(self) -> Block:
        """A paragraph that is neither a heading nor a list in disguise."""
        start = _line_of(self._tokens[self._at])
        content = self._inline_until("paragraph_close")
        if message := disguise_of(content):
            raise MarkdownRefused(start, message)
        return Paragraph(content)

    def heading(self) -> Block:
        """A heading inside a text becomes a label: the report owns its headings."""
        return Label(self._inline_until("heading_close"))

    def bullet_list(self) -> Block:
        """A list without order."""
        return BulletList(self._items("bullet_list_close"))

    def numbered_list(self) -> Block:
        """A list in order."""
        return NumberedList(self._items("ordered_list_close"))

    def table(self) -> Block:
        """A simple table with a header row."""
        start = _line_of(self._tokens[self._at])
        rows: list[list[Line]] = []
        while self._tokens[self._at].type != "table_close":
            token = self._tokens[self._at]
            if token.type == "tr_open":
                rows.append([])
            if token.type == "inline":
                rows[-1].append(self._line(token))
            self._at += 1
        self._at += 1
        head, *body = rows
        if len(head) > _MOST_COLUMNS:
            message = f"Tabellen har {len(head)} kolumner. En tabell i en text kan ha högst åtta."
            raise MarkdownRefused(start, message)
        if not all(plain(cell).strip() for cell in head):
            message = "En kolumn i tabellen saknar rubrik. Skriv vad kolumnen innehåller."
            raise MarkdownRefused(start, message)
        shares = _shares(len(head))
        columns = tuple(
            Column(plain(cell), share, Align.LEFT, row_header=i == 0)
            for i, (cell, share) in enumerate(zip(head, shares, strict=True))
        )
        return Table(
            "", columns, tuple(Row(tuple((cell,) for cell in row)) for row in body), label=""
        )

    def _items(self, end: str) -> tuple[Line, ...]:
        """The items of a list, each one paragraph; nothing in a list is left out unsaid."""
        opening = self._tokens[self._at]
        if opening.attrGet("start") is not None:
            message = "En numrerad lista i en text börjar alltid på 1. Skriv 1. först i listan."
            raise MarkdownRefused(_line_of(opening), message)
        items: list[Line] = []
        self._at += 1
        while self._tokens[self._at].type != end:
            items.append(self._item())
        self._at += 1
        return tuple(items)

    def _item(self) -> Line:
        opening = self._tokens[self._at]
        content: Line | None = None
        self._at += 1
        while (token := self._tokens[self._at]).type != "list_item_close":
            if token.type.endswith("_list_open"):
                message = f"En lista i en lista kan inte stå i en text. {_ALLOWED}"
                raise MarkdownRefused(_line_of(token), message)
            if token.type != "paragraph_open":
                raise MarkdownRefused(_line_of(token), _refusal(token))
            if content is not None:
                message = "Varje punkt i en lista är ett enda stycke. Slå ihop styckena."
                raise MarkdownRefused(_line_of(token), message)
            content = self._inline_until("paragraph_close")
        self._at += 1
        if not content:
            message = "Punkten är tom. Skriv något i den eller ta bort den."
            raise MarkdownRefused(_line_of(opening), message)
        return content

    def _inline_until(self, end: str) -> Line:
        content: Line = ()
        while self._tokens[self._at].type != end:
            if self._tokens[self._at].type == "inline":
                content = self._line(self._tokens[self._at])
            self._at += 1
        self._at += 1
        return content

    def _line(self, token: Token) -> Line:
        line = _line_of(token)
        made: list[Inline] = []
        strong = emphasis = 0
        address = ""
        for child in token.children or ():
            match child.type:
                case "text":
                    made += [
                        Link(text, address, binding)
                        if address
                        else Text(text, bool(strong), bool(emphasis), binding=binding)
                        for text, binding in self._bound(child.content)
                    ]
                case "softbreak" | "hardbreak":
                    line += 1
                    made.append(Link(" ", address) if address else Text(" "))
                case "strong_open" | "strong_close":
                    strong += child.nesting
                case "em_open" | "em_close":
                    emphasis += child.nesting
                case "link_open":
                    address = _safe_address(str(child.attrGet("href")), line)
                case "link_close":
                    if not (made and isinstance(made[-1], Link) and made[-1].address == address):
                        message = "Länken har ingen text. Skriv orden som ska leda till adressen."
                        raise MarkdownRefused(line, message)
                    if message := fault_of_link(_merged(made)[-1:]):
                        raise MarkdownRefused(line, message)
                    address = ""
                case _:
                    raise MarkdownRefused(line, _refusal(child))
        return _merged(made)

    def _bound(self, text: str) -> Iterator[tuple[str, str]]:
        """The text in pieces: between the bound numbers, and each of them with its expression."""
        for place, piece in enumerate(_BOUND.split(text)):
            is_number = place % 2 == 1
            yield (
                (self._values[int(piece)], self._bindings[int(piece)]) if is_number else (piece, "")
            )


_OPENERS: dict[str, Callable[[_Reader], Block]] = {
    "paragraph_open": _Reader.paragraph,
    "heading_open": _Reader.heading,
    "bullet_list_open": _Reader.bullet_list,
    "ordered_list_open": _Reader.numbered_list,
    "table_open": _Reader.table,
}

_NAMES = {
    "fence": "Ett kodblock",
    "code_block": "Ett kodblock (rader med indrag)",
    "code_inline": "Kod",
    "blockquote_open": "Ett citatblock",
    "hr": "En linje",
    "html_block": "HTML",
    "image": "En bild",
}


def _refusal(token: Token) -> str:
    return f"{_NAMES.get(token.type, 'Den här formen')} kan inte stå i en text. {_ALLOWED}"


def _line_of(token: Token) -> int:
    return token.map[0] if token.map else 0


def _shares(count: int) -> list[int]:
    """The widths of equal columns in 1/1000; the last takes what is left over."""
    share = 1000 // count
    return [*[share] * (count - 1), 1000 - share * (count - 1)]


def _safe_address(address: str, line: int) -> str:
    if _BOUND_IN_ADDRESS in address:
        message = "Ett bundet tal kan inte stå i en länks adress. Skriv adressen färdig."
        raise MarkdownRefused(line, message)
    if not _SAFE_ADDRESS.fullmatch(address):
        message = (
            f'Länken "{address}" är inte tillåten. '
            "Länkar börjar med https://, http:// eller mailto:."
        )
        raise MarkdownRefused(line, message)
    return address


def _merged(parts: list[Inline]) -> Line:
    """Neighbouring runs of the same look as one, and no empty ones."""
    merged: list[Inline] = []
    for part in parts:
        match merged[-1:], part:
            case _, Text(text="") | Link(text=""):
                pass
            case [last], _ if _is_bound(last) or _is_bound(part):
                merged.append(part)
            case [Text() as last], Text() if _look(last) == _look(part):
                merged[-1] = replace(last, text=last.text + part.text)
            case [Link() as last], Link() if last.address == part.address:
                merged[-1] = replace(last, text=last.text + part.text)
            case _:
                merged.append(part)
    return tuple(merged)


def _look(text: Text) -> tuple[bool, bool]:
    return text.strong, text.emphasis


def _is_bound(part: Inline) -> bool:
    return isinstance(part, Text | Link) and bool(part.binding)
